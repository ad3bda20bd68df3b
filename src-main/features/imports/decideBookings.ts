/**
 * Compares the bookings of a file with those of the ledger. Bookings are compared per account and day, and what is left over with what
 * another format left over on the days around; days are taken a few at a time, so that never more than those are in memory, however large
 * the files are.
 */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { BookingFacts } from '../../domain/importPlan/bookingLikeness.ts';
import { planBookings } from '../../domain/importPlan/planBankEntries.ts';
import { daysAround, mostDaysApart, planShifted } from '../../domain/importPlan/planShifted.ts';
import type { StatementSpan } from '../../domain/importPlan/statementSpan.ts';
import { knownBookings, type OwnAccount } from '../../ledger/bank/bankEntries.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import type { createOutcomes } from './outcomes.ts';
import type { BookingPart } from './statementBookings.ts';

export type Twin = Pick<BookingFacts, 'key' | 'occurrence'>;

/** A part of a statement of the set, with what is decided about its bookings. */
export type PlacedPart = {
  /** Counts the parts of a file on an account. */
  readonly rank: number;
  readonly part: BookingPart;
  readonly reader: string;
  readonly statement: StatementSpan;
  readonly outcomes: ReturnType<typeof createOutcomes>;
  readonly twins: Map<number, Twin>;
};
/** Parts by the days on which they have bookings, in the order of the files. */
export type PartsByDay = Map<PlainDateText, PlacedPart[]>;

/** What is known of an account. */
export type KnownAccount = {
  readonly account: OwnAccount | null;
  /** What earlier files of the set bring. */
  readonly earlier: PartsByDay;
  /** Identities of bookings that stand on the review list or were judged there. */
  readonly doubted: ReadonlySet<string>;
};

export function addPart(days: PartsByDay, placed: PlacedPart): void {
  for (const day of placed.part.days) {
    const ofDay = days.get(day);
    if (ofDay === undefined) days.set(day, [placed]);
    else ofDay.push(placed);
  }
}

/** Bookings that are compared at a time, unless one day has more. */
const bookingsAtATime = 3000;

/** The days in groups of at most so many bookings; a day is never cut. */
function groupsOfDays(days: PartsByDay): readonly (readonly PlainDateText[])[] {
  const groups: PlainDateText[][] = [];
  let size = 0;
  for (const [day, parts] of [...days].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const own = parts.reduce((sum, { part }) => sum + part.count, 0);
    const last = groups.at(-1);
    if (last === undefined || size + own > bookingsAtATime) {
      groups.push([day]);
      size = own;
    } else {
      last.push(day);
      size += own;
    }
  }
  return groups;
}

/** The bookings of an account on a day: those of the ledger, and those that earlier files of the set bring. */
function* knownOn(db: ReadableDb, { account, earlier }: KnownAccount, day: PlainDateText): Steps<readonly BookingFacts[]> {
  const known = account === null ? [] : [...(yield* knownBookings(db, { ownAccountId: account.id, day }))];
  for (const { part, reader, statement, outcomes } of earlier.get(day) ?? []) {
    for (const [at, facts] of part.facts().entries()) {
      if (facts.bookDate === day && outcomes.at(part.start + at) === 'fresh') known.push({ ...facts, reader, statement });
    }
    yield;
  }
  return known;
}

type Incoming = { readonly placed: PlacedPart; readonly place: number; readonly facts: BookingFacts };

/** The bookings of a file on these days, in their order. */
function* incomingOn(days: PartsByDay, wanted: Iterable<PlainDateText>): Steps<ReadonlyMap<PlainDateText, readonly Incoming[]>> {
  const incoming = new Map([...wanted].map((day): [PlainDateText, Incoming[]] => [day, []]));
  const parts = [...new Set([...incoming.keys()].flatMap((day) => days.get(day) ?? []))].sort((one, other) => one.rank - other.rank);
  for (const placed of parts) {
    for (const [at, facts] of placed.part.facts().entries()) {
      incoming.get(facts.bookDate)?.push({ placed, place: placed.part.start + at, facts: { ...facts, reader: placed.reader, statement: placed.statement } });
    }
    yield;
  }
  return incoming;
}

type FileOnAccount = {
  readonly db: ReadableDb;
  readonly account: KnownAccount;
  /** All bookings of the file on the account. */
  readonly days: PartsByDay;
  readonly reader: string;
};
/** What is in memory of the days in hand and those around them. */
type Work = FileOnAccount & {
  /** What is known, of days that were not compared. */
  readonly known: Map<PlainDateText, readonly BookingFacts[]>;
  /** What is known and nothing of the file is or looks like, of days that were compared. */
  readonly left: Map<PlainDateText, readonly BookingFacts[]>;
};

function doubt({ placed, place }: Incoming, twin: BookingFacts): void {
  placed.outcomes.set(place, 'possibly-known');
  placed.twins.set(place, { key: twin.key, occurrence: twin.occurrence });
}

function* knownOf({ db, account, known }: Work, day: PlainDateText): Steps<readonly BookingFacts[]> {
  const found = known.get(day) ?? (yield* knownOn(db, account, day));
  known.set(day, found);
  return found;
}

/** Compares days, each with itself and once. What lies on a day of which nothing is known is new, and is not even read. */
function* compareDays(work: Work, days: readonly PlainDateText[]): Steps<void> {
  const { account, left } = work;
  const known = new Map<PlainDateText, readonly BookingFacts[]>();
  for (const day of days) {
    if (left.has(day)) continue;
    const ofDay = yield* knownOf(work, day);
    left.set(day, ofDay);
    work.known.delete(day);
    if (work.days.has(day) && (ofDay.length > 0 || account.doubted.size > 0)) known.set(day, ofDay);
  }
  for (const [day, ofDay] of yield* incomingOn(work.days, known.keys())) {
    const plan = yield* planBookings({ incoming: ofDay.map(({ facts }) => facts), known: known.get(day) ?? [], doubted: account.doubted });
    for (const [index, { outcome, twin }] of plan.planned.entries()) {
      const one = ofDay[index];
      if (one === undefined || outcome === 'fresh') continue;
      if (twin === null) one.placed.outcomes.set(one.place, outcome);
      else doubt(one, twin);
    }
    left.set(day, plan.left);
    yield;
  }
}

/** What another format brought on these days and, as far as these were compared, nothing of the file is. */
function* ofOtherFormats(work: Work, days: readonly PlainDateText[]): Steps<readonly BookingFacts[]> {
  const found: BookingFacts[] = [];
  for (const day of days) {
    for (const booking of work.left.get(day) ?? (yield* knownOf(work, day))) if (booking.reader !== work.reader) found.push(booking);
  }
  return found;
}

const hasFresh = ({ part: { start, count }, outcomes }: PlacedPart): boolean => {
  for (let place = start; place < start + count; place += 1) if (outcomes.at(place) === 'fresh') return true;
  return false;
};

/** Asks about what is new on days that were compared, but another format may have brought on a day around. */
function* compareAround(work: Work, group: readonly PlainDateText[]): Steps<void> {
  const around = [...new Set(group.flatMap(daysAround))].sort();
  const possible = yield* ofOtherFormats(work, around);
  if (possible.length === 0) return;
  const near = new Set(possible.flatMap(({ bookDate }) => daysAround(bookDate)));
  const days = group.filter((day) => near.has(day) && work.days.get(day)?.some(hasFresh) === true);
  const fresh = [...(yield* incomingOn(work.days, days)).values()].flat().filter(({ placed, place }) => placed.outcomes.at(place) === 'fresh');
  const incoming = fresh.map(({ facts }) => facts);
  if ((yield* planShifted({ incoming, known: possible })).every((twin) => twin === null)) return;
  // What the file itself has on the days behind the group is theirs.
  yield* compareDays(work, around);
  const known = yield* ofOtherFormats(work, around);
  for (const [index, twin] of (yield* planShifted({ incoming, known })).entries()) {
    const one = fresh[index];
    if (one === undefined || twin === null) continue;
    doubt(one, twin);
    const { left } = work;
    left.set(twin.bookDate, (left.get(twin.bookDate) ?? []).filter((booking) => booking !== twin));
  }
}

/** Decides about a file's bookings on an account: all are new, but for those that are found again. */
export function* decideBookings(file: FileOnAccount): Steps<void> {
  const work: Work = { ...file, known: new Map(), left: new Map() };
  for (const group of groupsOfDays(work.days)) {
    yield* compareDays(work, group);
    yield* compareAround(work, group);
    const [last] = group.slice(-1);
    if (last === undefined) continue;
    const first = addDays(last, 1 - mostDaysApart);
    for (const days of [work.known, work.left]) for (const day of days.keys()) if (day < first) days.delete(day);
  }
}
