/** What a rule answers about a receipt: book these parts, or leave it to a person for this reason. */
import type { CustomerId } from '../../../src-shared/ids.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';
import type { MatchDifference, MatchItem, MatchPart, MatchRule } from './matchTypes.ts';

export type Booking = {
  readonly items: readonly MatchItem[];
  readonly parts: readonly MatchPart[];
  readonly differences: readonly MatchDifference[];
  readonly reason: CodedReason;
};
export type Ruling =
  | ({ readonly kind: 'book'; readonly rule: MatchRule } & Booking)
  | { readonly kind: 'leave'; readonly reason: CodedReason; readonly customerId: CustomerId | null };

export const book = (rule: MatchRule, booking: Booking): Ruling => ({ kind: 'book', rule, ...booking });
/** `customerId`: whose money it is beyond doubt. */
export const leave = (reason: CodedReason, customerId: CustomerId | null): Ruling => ({ kind: 'leave', reason, customerId });

const listLimit = 300;
/** Document numbers for a sentence, cut when there are very many. */
export const numbersText = (items: readonly MatchItem[]): string => {
  const text = items.map(({ number }) => number).join(', ');
  return text.length <= listLimit ? text : `${text.slice(0, listLimit)}…`;
};
