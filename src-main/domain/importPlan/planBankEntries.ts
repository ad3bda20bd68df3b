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

/** Compares bookings; the texts of each are prepared for comparing once, because many bookings of one amount may stand on one day. */
function createComparison(): (incoming: BookingFacts, known: BookingFacts) => number {
  const texts = new Map<BookingFacts, string>();
  const textOf = (booking: BookingFacts): string => {
    const found = texts.get(booking) ?? matchingText(booking.remittance);
    texts.set(booking, found);
    return found;
  };
  /** How well a booking fits one that is known under another key: 0 = another booking. */
  return (incoming, known) => {
    const isSameText = incoming.weakKey === known.weakKey || textOf(incoming) === textOf(known);
    const isOtherParty = incoming.counterIban !== null && known.counterIban !== null && incoming.counterIban !== known.counterIban;
    if (isOtherParty) return 0;
    if (incoming.reader === known.reader) {
      // One bank, one format: two references of the bank are two bookings, and so are two texts; one reference under two texts is asked about.
      if (incoming.bankRef !== null && known.bankRef !== null) return incoming.bankRef === known.bankRef ? 3 : 0;
      return isSameText ? 3 : 0;
    }
    if (isSameText) return incoming.remittance.trim() !== '' || incoming.counterIban === known.counterIban ? certain : 3;
    return incoming.counterIban !== null && incoming.counterIban === known.counterIban ? 2 : 1;
  };
}

/** Work that stops from time to time, so that whoever does it can let others go first. */
type InSteps<T> = Generator<undefined, T, undefined>;
/** Bookings looked at between two stops. */
const stepSize = 200;

const fresh: PlannedBooking = { outcome: 'fresh', twin: null };
const alreadyKnown: PlannedBooking = { outcome: 'known', twin: null };

type Closest = { readonly place: number; readonly likeness: number };

/** The candidate that is most alike, the first of equals. */
function* closest(likeness: ReturnType<typeof createComparison>, incoming: BookingFacts, candidates: readonly BookingFacts[]): InSteps<Closest> {
  let [place, best] = [-1, 0];
  for (const [index, candidate] of candidates.entries()) {
    const found = likeness(incoming, candidate);
    if (found > best) [place, best] = [index, found];
    if (index % stepSize === stepSize - 1) yield;
  }
  return { place, likeness: best };
}

/** Known bookings that no incoming one has the identity of, by day and amount. */
function* unclaimedOf(known: readonly BookingFacts[], incoming: ReadonlySet<string>): InSteps<ReadonlyMap<string, BookingFacts[]>> {
  const unclaimed = new Map<string, BookingFacts[]>();
  for (const [index, booking] of known.entries()) {
    if (index % stepSize === stepSize - 1) yield;
    if (incoming.has(bookingIdentity(booking))) continue;
    const group = dayAndAmount(booking);
    const list = unclaimed.get(group);
    if (list === undefined) unclaimed.set(group, [booking]);
    else list.push(booking);
  }
  return unclaimed;
}

function* identitiesOf(bookings: readonly BookingFacts[]): InSteps<ReadonlySet<string>> {
  const identities = new Set<string>();
  for (const [index, booking] of bookings.entries()) {
    identities.add(bookingIdentity(booking));
    if (index % stepSize === stepSize - 1) yield;
  }
  return identities;
}

export type BookingsToPlan = {
  /** Those of one file on one account and the same days, in their order. */
  readonly incoming: readonly BookingFacts[];
  /** The bookings of that account on those days. */
  readonly known: readonly BookingFacts[];
  /** Identities of bookings that stand on the review list or were judged there: they are not asked about again. */
  readonly doubted: ReadonlySet<string>;
};

/** Decides about bookings, in their order. In steps: one day may have very many. */
export function* planBookings({ incoming, known, doubted }: BookingsToPlan): InSteps<readonly PlannedBooking[]> {
  const knownIdentities = yield* identitiesOf(known);
  const unclaimed = yield* unclaimedOf(known, yield* identitiesOf(incoming));
  const likeness = createComparison();
  const isFoundByKey = (booking: BookingFacts): boolean => {
    const identity = bookingIdentity(booking);
    return knownIdentities.has(identity) || doubted.has(identity);
  };
  const planned = incoming.map(() => fresh);
  // What is certain takes its place first, so that a doubtful one does not explain itself with it.
  for (const round of ['certain', 'doubtful'] as const) {
    for (const [index, booking] of incoming.entries()) {
      if (index % stepSize === stepSize - 1) yield;
      if (planned[index] !== fresh) continue;
      if (isFoundByKey(booking)) {
        planned[index] = alreadyKnown;
        continue;
      }
      const candidates = unclaimed.get(dayAndAmount(booking)) ?? [];
      const { place, likeness: found } = yield* closest(likeness, booking, candidates);
      const twin = candidates[place];
      if (twin === undefined || (round === 'certain' && found < certain)) continue;
      candidates.splice(place, 1);
      planned[index] = found >= certain ? alreadyKnown : { outcome: 'possibly-known', twin };
    }
  }
  return planned;
}
