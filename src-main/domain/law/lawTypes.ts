/**
 * What every rule of law answers: an amount or a date, with its working line by line, the rule it follows, where that rule stands, how sure
 * that is, and the doubts that a reader must see. Amounts are whole cents, periods run from the first day that counts to the first day that
 * no longer does, rates are decimal text in percent a year (`10.15`).
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { LawRule } from '../../../src-shared/lawRules.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';

export type Country = 'NL' | 'BE';

/** `trade`: between businesses. `consumer`: the debtor buys outside any business. `civil`: neither, such as a claim for damages. */
export type ClaimKind = 'trade' | 'consumer' | 'civil';

/** `confirmed` by the law or a page that quotes it, `secondary` by others only, `unconfirmed`: to be checked by a lawyer. */
export type Confidence = 'confirmed' | 'secondary' | 'unconfirmed';

/** The closed list of rules that a line of working may follow. */
export { lawRules, type LawRule } from '../../../src-shared/lawRules.ts';

/** One line of the working of an amount. `to` is the first day that no longer counts; lines without a period carry null for both. */
export type WorkingLine = {
  readonly from: PlainDateText | null;
  readonly to: PlainDateText | null;
  readonly days: number;
  /** What the rate or share applies to. */
  readonly principalCents: Cents;
  /** Percent as decimal text: a year for interest, of the principal for costs; null where no percentage applies. */
  readonly ratePercent: string | null;
  /** What the line adds; below zero where it takes off. */
  readonly amountCents: Cents;
  readonly rule: LawRule;
  /** Where the rule or the rate stands. */
  readonly source: string;
};

/** One line of the working of a date. */
export type DateLine = {
  readonly from: PlainDateText;
  readonly to: PlainDateText;
  readonly days: number;
  readonly rule: LawRule;
  readonly source: string;
};

type Basis = {
  readonly rule: LawRule;
  readonly source: string;
  readonly confidence: Confidence;
  /** What is uncertain about it, for the reader; empty when nothing is. */
  readonly doubts: readonly CodedReason[];
};

export type LawAmount = Basis & { readonly amountCents: Cents; readonly working: readonly WorkingLine[] };
export type LawDate = Basis & { readonly date: PlainDateText; readonly working: readonly DateLine[] };

const order: readonly Confidence[] = ['confirmed', 'secondary', 'unconfirmed'];

/** The least certain of all that a result rests on; `confirmed` when it rests on nothing. */
export const leastConfident = (all: readonly Confidence[]): Confidence =>
  all.reduce<Confidence>((least, one) => (order.indexOf(one) > order.indexOf(least) ? one : least), 'confirmed');
