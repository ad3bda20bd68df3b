/**
 * Bookings that another format put on another day: one bank gives the book date, the other only the value date. They are never taken for
 * known by themselves, because the same customer may pay the same amount twice in a week; a person is asked.
 */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { type BookingFacts, createSeparation, createTexts, type InSteps, isOtherParty, stepSize } from './bookingLikeness.ts';

/** Days by which the day of one booking may differ between two formats. */
export const mostDaysApart = 3;

/** The days around one on which another format may have put its bookings, and that day itself. */
export const daysAround = (day: PlainDateText): readonly PlainDateText[] =>
  Array.from({ length: 2 * mostDaysApart + 1 }, (_, index) => addDays(day, index - mostDaysApart));

/** One of the days of either is a day of the other. */
function shareDay(one: BookingFacts, other: BookingFacts): boolean {
  const days = [other.bookDate, other.valueDate];
  return days.includes(one.bookDate) || (one.valueDate !== null && days.includes(one.valueDate));
}

function isElsewhere(one: BookingFacts, other: BookingFacts): boolean {
  const apart = Math.abs(daysBetween(one.bookDate, other.bookDate));
  return one.reader !== other.reader && apart > 0 && apart <= mostDaysApart && shareDay(one, other) && !isOtherParty(one, other);
}

export type ShiftedToPlan = {
  /** New bookings of one file on one account, in their order. */
  readonly incoming: readonly BookingFacts[];
  /** Bookings of the account on these days and around them that nothing of the file is or looks like. */
  readonly known: readonly BookingFacts[];
};

/** For each incoming booking the known one it may be, each known one once; null: it is new. In steps. */
export function* planShifted({ incoming, known }: ShiftedToPlan): InSteps<readonly (BookingFacts | null)[]> {
  const textOf = createTexts();
  const areSeparate = createSeparation(function* () {
    yield* incoming;
    yield* known;
  });
  /** By account and by words, so that each is compared with few. */
  const groupsOf = (booking: BookingFacts): readonly string[] => {
    const amount = `${booking.amount} ${booking.currency}`;
    const text = textOf(booking);
    return [...(booking.counterIban === null ? [] : [`${amount} i ${booking.counterIban}`]), ...(text === '' ? [] : [`${amount} t ${text}`])];
  };
  const groups = new Map<string, BookingFacts[]>();
  for (const [index, booking] of known.entries()) {
    for (const group of groupsOf(booking)) {
      const ofGroup = groups.get(group);
      if (ofGroup === undefined) groups.set(group, [booking]);
      else ofGroup.push(booking);
    }
    if (index % stepSize === stepSize - 1) yield;
  }
  const taken = new Set<BookingFacts>();
  /** The same account weighs more than the same words, and the nearest day decides between equals. */
  const likeness = (one: BookingFacts, other: BookingFacts): number =>
    (one.counterIban !== null && one.counterIban === other.counterIban ? 20 : 0) + (textOf(one) === textOf(other) ? 10 : 0) - Math.abs(daysBetween(one.bookDate, other.bookDate));
  const closest = (booking: BookingFacts): BookingFacts | null => {
    let [best, most]: [BookingFacts | null, number] = [null, 0];
    for (const group of groupsOf(booking)) {
      for (const one of groups.get(group) ?? []) {
        if (taken.has(one) || !isElsewhere(booking, one) || areSeparate(booking, one)) continue;
        const found = likeness(booking, one);
        if (found > most) [best, most] = [one, found];
      }
    }
    return best;
  };
  const found = incoming.map((): BookingFacts | null => null);
  for (const [index, booking] of incoming.entries()) {
    const best = closest(booking);
    if (best !== null) {
      taken.add(best);
      found[index] = best;
    }
    if (index % stepSize === stepSize - 1) yield;
  }
  return found;
}
