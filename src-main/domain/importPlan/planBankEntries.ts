/**
 * Which bookings of a file are new. Equal bookings on one day are normal, so they are compared per account and day as multisets: the n-th
 * equal booking of one file is the n-th of another. What looks like a booking that is known from another kind of file, or from the same
 * kind with other wording, is neither taken in nor dropped: it is kept out and reported, and the user may decide that it is new.
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

const identity = (booking: BookingFacts): string => `${booking.occurrence} ${booking.key}`;
const dayAndAmount = (booking: BookingFacts): string => `${booking.bookDate} ${booking.amount} ${booking.currency}`;

/** How well a booking fits one that is known under another key: 0 = another booking. */
function likeness(incoming: BookingFacts, known: BookingFacts): number {
  const isSameText = incoming.weakKey === known.weakKey || matchingText(incoming.remittance) === matchingText(known.remittance);
  const isOtherParty = incoming.counterIban !== null && known.counterIban !== null && incoming.counterIban !== known.counterIban;
  if (isOtherParty) return 0;
  if (incoming.reader === known.reader) {
    // One bank, one format: two references of the bank are two bookings, and so are two texts.
    return isSameText && (incoming.bankRef === null || known.bankRef === null) ? 3 : 0;
  }
  if (isSameText) return 3;
  return incoming.counterIban !== null && incoming.counterIban === known.counterIban ? 2 : 1;
}

function closest(incoming: BookingFacts, candidates: readonly BookingFacts[]): number {
  let [best, bestLikeness] = [-1, 0];
  candidates.forEach((candidate, index) => {
    const found = likeness(incoming, candidate);
    if (found > bestLikeness) [best, bestLikeness] = [index, found];
  });
  return best;
}

/** Decides about the bookings of one file on one account, in their order. `known` holds the bookings of that account on those days. */
export function planBookings(incoming: readonly BookingFacts[], known: readonly BookingFacts[]): readonly BookingOutcome[] {
  const incomingIdentities = new Set(incoming.map(identity));
  const knownIdentities = new Set(known.map(identity));
  const unclaimed = new Map<string, BookingFacts[]>();
  for (const booking of known) {
    if (incomingIdentities.has(identity(booking))) continue;
    const group = dayAndAmount(booking);
    const list = unclaimed.get(group);
    if (list === undefined) unclaimed.set(group, [booking]);
    else list.push(booking);
  }
  return incoming.map((booking) => {
    if (knownIdentities.has(identity(booking))) return 'known';
    const candidates = unclaimed.get(dayAndAmount(booking));
    if (candidates === undefined) return 'fresh';
    const found = closest(booking, candidates);
    if (found === -1) return 'fresh';
    candidates.splice(found, 1);
    return 'possibly-known';
  });
}
