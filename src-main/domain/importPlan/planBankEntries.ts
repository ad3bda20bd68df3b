/**
 * Which bookings of a file are new. Equal bookings on one day are normal, so they are compared per account and day as multisets: the n-th
 * equal booking of one file is the n-th of another. The same words on the same account in another format are the same booking. What only
 * looks like one that is known is neither taken in nor dropped: it goes to the review list, and the user decides whether it is new.
 */
import { type BookingFacts, certain, createLikeness, type InSteps, likenesses, stepSize } from './bookingLikeness.ts';

/** `not-booked`: it stands in an interim report or a notification, and counts only once it stands in a statement. */
export type BookingOutcome = 'fresh' | 'known' | 'possibly-known' | 'not-booked';

/** A decision, and for a doubtful booking the known one it looks like. */
export type PlannedBooking = { readonly outcome: BookingOutcome; readonly twin: BookingFacts | null };

/** What makes a booking the same when its file comes in again: its key and which of the equal ones it is. */
export const bookingIdentity = (booking: Pick<BookingFacts, 'key' | 'occurrence'>): string => `${booking.occurrence} ${booking.key}`;
const dayAndAmount = (booking: BookingFacts): string => `${booking.bookDate} ${booking.amount} ${booking.currency}`;

const fresh: PlannedBooking = { outcome: 'fresh', twin: null };
const alreadyKnown: PlannedBooking = { outcome: 'known', twin: null };

type Closest = { readonly place: number; readonly likeness: number };

/** The candidate that is most alike, the first of equals. */
function* closest(likeness: ReturnType<typeof createLikeness>, incoming: BookingFacts, candidates: readonly BookingFacts[]): InSteps<Closest> {
  let [place, best] = [-1, 0];
  for (const [index, candidate] of candidates.entries()) {
    const found = likeness(incoming, candidate);
    if (found > best) [place, best] = [index, found];
    if (best === certain) break;
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

export type BookingPlan = {
  /** Per incoming booking, in their order. */
  readonly planned: readonly PlannedBooking[];
  /** The known bookings that none of them is or looks like. */
  readonly left: readonly BookingFacts[];
};

/** Decides about bookings, in their order. In steps: one day may have very many. */
export function* planBookings({ incoming, known, doubted }: BookingsToPlan): InSteps<BookingPlan> {
  const knownIdentities = yield* identitiesOf(known);
  const unclaimed = yield* unclaimedOf(known, yield* identitiesOf(incoming));
  const likeness = createLikeness(function* () {
    yield* incoming;
    yield* known;
  });
  const isFoundByKey = (booking: BookingFacts): boolean => {
    const identity = bookingIdentity(booking);
    return knownIdentities.has(identity) || doubted.has(identity);
  };
  const planned: PlannedBooking[] = [];
  for (const [index, booking] of incoming.entries()) {
    planned.push(isFoundByKey(booking) ? alreadyKnown : fresh);
    if (index % stepSize === stepSize - 1) yield;
  }
  /** The most that each was like any; candidates only become fewer. */
  const most = new Uint8Array(incoming.length).fill(certain);
  // What is most alike takes its place first, so that something less alike does not explain itself with it.
  for (const round of likenesses) {
    for (const [index, booking] of incoming.entries()) {
      if (index % stepSize === stepSize - 1) yield;
      if (planned[index] !== fresh || (most[index] ?? 0) < round) continue;
      const candidates = unclaimed.get(dayAndAmount(booking)) ?? [];
      const { place, likeness: found } = yield* closest(likeness, booking, candidates);
      most[index] = found;
      const twin = candidates[place];
      if (twin === undefined || found < round) continue;
      candidates.splice(place, 1);
      planned[index] = found >= certain ? alreadyKnown : { outcome: 'possibly-known', twin };
    }
  }
  return { planned, left: [...unclaimed.values()].flat() };
}
