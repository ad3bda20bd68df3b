/**
 * Which bookings of a file are new. Equal bookings on one day are normal, so they are compared per account and day as multisets: the n-th
 * equal booking of one file is the n-th of another. The same words on the same account in another format are the same booking. What only
 * looks like one that is known is neither taken in nor dropped: it goes to the review list, and the user decides whether it is new.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { matchingText } from '../bankStatement.ts';

export type BookingFacts = {
  /** All that one format says about it (see `entryKeys`), and which of the equal ones it is, counted from 1. */
  readonly key: string;
  readonly occurrence: number;
  readonly weakKey: string;
  readonly bookDate: PlainDateText;
  readonly amount: Cents;
  readonly currency: string;
  readonly counterIban: string | null;
  readonly bankRef: string | null;
  readonly remittance: string;
  /** Identifies the format. */
  readonly reader: string;
};

/** `not-booked`: it stands in an interim report or a notification, and counts only once it stands in a statement. */
export type BookingOutcome = 'fresh' | 'known' | 'possibly-known' | 'not-booked';

/** A decision, and for a doubtful booking the known one it looks like. */
export type PlannedBooking = { readonly outcome: BookingOutcome; readonly twin: BookingFacts | null };

/** What makes a booking the same when its file comes in again: its key and which of the equal ones it is. */
export const bookingIdentity = (booking: Pick<BookingFacts, 'key' | 'occurrence'>): string => `${booking.occurrence} ${booking.key}`;
const dayAndAmount = (booking: BookingFacts): string => `${booking.bookDate} ${booking.amount} ${booking.currency}`;

/** Same words and same account in two formats of one bank: the booking itself, told twice. */
const certain = 4;

/** How well a booking fits one that is known under another key: 0 = another booking. */
function likeness(incoming: BookingFacts, known: BookingFacts): number {
  const isSameText = incoming.weakKey === known.weakKey || matchingText(incoming.remittance) === matchingText(known.remittance);
  const isOtherParty = incoming.counterIban !== null && known.counterIban !== null && incoming.counterIban !== known.counterIban;
  if (isOtherParty) return 0;
  if (incoming.reader === known.reader) {
    // One bank, one format: two references of the bank are two bookings, and so are two texts; one reference under two texts is asked about.
    if (incoming.bankRef !== null && known.bankRef !== null) return incoming.bankRef === known.bankRef ? 3 : 0;
    return isSameText ? 3 : 0;
  }
  if (isSameText) return incoming.remittance.trim() !== '' || incoming.counterIban === known.counterIban ? certain : 3;
  return incoming.counterIban !== null && incoming.counterIban === known.counterIban ? 2 : 1;
}

function closest(incoming: BookingFacts, candidates: readonly BookingFacts[]): { readonly place: number; readonly likeness: number } {
  let [place, best] = [-1, 0];
  candidates.forEach((candidate, index) => {
    const found = likeness(incoming, candidate);
    if (found > best) [place, best] = [index, found];
  });
  return { place, likeness: best };
}

const fresh: PlannedBooking = { outcome: 'fresh', twin: null };
const alreadyKnown: PlannedBooking = { outcome: 'known', twin: null };

/**
 * Decides about the bookings of one file on one account, in their order. `known` holds the bookings of that account on those days, `doubted`
 * the identities of bookings that stand on the review list or were judged there: they are not asked about again.
 */
export function planBookings(
  incoming: readonly BookingFacts[],
  known: readonly BookingFacts[],
  doubted: ReadonlySet<string>,
): readonly PlannedBooking[] {
  const incomingIdentities = new Set(incoming.map(bookingIdentity));
  const knownIdentities = new Set(known.map(bookingIdentity));
  const unclaimed = new Map<string, BookingFacts[]>();
  for (const booking of known) {
    if (incomingIdentities.has(bookingIdentity(booking))) continue;
    const group = dayAndAmount(booking);
    const list = unclaimed.get(group);
    if (list === undefined) unclaimed.set(group, [booking]);
    else list.push(booking);
  }
  const isFoundByKey = (booking: BookingFacts): boolean =>
    knownIdentities.has(bookingIdentity(booking)) || doubted.has(bookingIdentity(booking));
  const decided = new Map<BookingFacts, PlannedBooking>();
  // What is certain takes its place first, so that a doubtful one does not explain itself with it.
  for (const round of ['certain', 'doubtful'] as const) {
    for (const booking of incoming) {
      if (decided.has(booking) || isFoundByKey(booking)) continue;
      const candidates = unclaimed.get(dayAndAmount(booking)) ?? [];
      const { place, likeness: found } = closest(booking, candidates);
      const twin = candidates[place];
      if (twin === undefined || (round === 'certain' && found < certain)) continue;
      candidates.splice(place, 1);
      decided.set(booking, found >= certain ? alreadyKnown : { outcome: 'possibly-known', twin });
    }
  }
  return incoming.map((booking) => (isFoundByKey(booking) ? alreadyKnown : (decided.get(booking) ?? fresh)));
}
