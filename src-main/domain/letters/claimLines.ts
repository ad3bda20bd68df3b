/** Reading the working of a claim: its lines of interest and the rates in them. Nothing is computed anew. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { WorkingLine } from '../law/lawTypes.ts';
import type { Claim, InterestClaim } from './letterFacts.ts';

const interestRules: ReadonlySet<string> = new Set([
  'interest-trade-nl',
  'interest-statutory-nl',
  'interest-trade-be',
  'interest-civil-be',
  'interest-consumer-cap-be',
  'interest-contractual',
]);

/** A line over a period, as a letter shows it: `until` is its last day. */
export type InterestLine = WorkingLine & { readonly from: PlainDateText; readonly to: PlainDateText; readonly ratePercent: string };

export const linesOf = (claim: InterestClaim): readonly InterestLine[] =>
  claim.accrued.working.flatMap((line) =>
    interestRules.has(line.rule) && line.from !== null && line.to !== null && line.ratePercent !== null && line.days > 0
      ? [{ ...line, from: line.from, to: line.to, ratePercent: line.ratePercent }]
      : [],
  );

export const interestLines = (claim: Claim): readonly InterestLine[] => claim.interest.flatMap(linesOf);

/** The rates of a claim with the first day of each, oldest first. */
export function ratesOf(claim: Claim): readonly { readonly percent: string; readonly from: PlainDateText }[] {
  const rates: { percent: string; from: PlainDateText }[] = [];
  for (const line of [...interestLines(claim)].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (rates.at(-1)?.percent !== line.ratePercent && !rates.some((rate) => rate.percent === line.ratePercent))
      rates.push({ percent: line.ratePercent, from: line.from });
  }
  return rates;
}

/** Whether a compounding took place: unpaid interest of a full year joined the amount. */
export const isCompounded = (claim: Claim): boolean =>
  claim.interest.some((one) => one.accrued.working.some((line) => line.rule === 'interest-capitalised'));

/** Interest that a table with one row an invoice can show: one line each, and no payment went to anything but principal. */
export const isOneLineEach = (claim: Claim): boolean =>
  claim.interest.every((one) => linesOf(one).length <= 1) && claim.payments.every((paid) => paid.toCosts === 0 && paid.toInterest === 0);
