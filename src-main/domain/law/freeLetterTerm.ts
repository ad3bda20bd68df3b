/**
 * From when a consumer may be charged after the free letter that the law wants first: in Belgium the first reminder (WER art. XIX.2), in the
 * Netherlands the fourteen-day letter (BW 6:96 lid 6). One rule for the plan, the claim and the letter. Where it is not certain the later day
 * is taken: a Dutch term that ends on a day that banks rest ends on the working day after it, and of two free letters about the same debt the
 * last one counts, because it gave a new term.
 */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { type WorkCalendar, workingDayOnOrAfter } from '../calendar/workCalendar.ts';
import { type Channel, consumerTerm } from './consumerTerms.ts';
import type { Country } from './lawTypes.ts';

export type FreeLetterSent = { readonly sentOn: PlainDateText; readonly channel: Channel };

const dutch: WorkCalendar = { countries: ['NL'], quietPeriods: [] };

/** The last day to pay without charges, as caution counts it. */
export function lastFreeDay(country: Country, { sentOn, channel }: FreeLetterSent): PlainDateText {
  const { lastFreeDay: last } = consumerTerm(country, sentOn, channel);
  return country === 'NL' ? workingDayOnOrAfter(last, dutch) : last;
}

/** The first day on which anything may be charged after a free letter. */
export const chargesAfter = (country: Country, sent: FreeLetterSent): PlainDateText => addDays(lastFreeDay(country, sent), 1);

export type FreeTerm = { readonly letter: FreeLetterSent; readonly chargesFrom: PlainDateText };

/**
 * The free letter that counts among those about one debt, and the first day with charges. NL: only a letter that followed default (BW 6:96
 * lid 6); without default none does. Null when none counts.
 */
export function freeTermOf(country: Country, letters: readonly FreeLetterSent[], defaultFrom: PlainDateText | null): FreeTerm | null {
  const letter = letters
    .filter(({ sentOn }) => country === 'BE' || (defaultFrom !== null && sentOn >= defaultFrom))
    .reduce<FreeLetterSent | null>((last, one) => (last === null || chargesAfter(country, one) > chargesAfter(country, last) ? one : last), null);
  return letter === null ? null : { letter, chargesFrom: chargesAfter(country, letter) };
}
