/**
 * Compares the bookings of a set with those of the ledger. Bookings are compared per account and day; days are taken a few at a time, so
 * that never more than those are in memory, however large the files are.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import { type BookingFacts, bookingIdentity, planBookings } from '../../domain/importPlan/planBankEntries.ts';
import { normalizeAccount } from '../../domain/references/iban.ts';
import { doubtedBookings } from '../../ledger/bank/bankDoubts.ts';
import {
  knownBookings,
  knownStatements,
  type OwnAccount,
  type Ownership,
  readOwnAccounts,
  type StatementFacts,
  statementIdentity,
} from '../../ledger/bank/bankEntries.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import type { SetFinding } from './applyDetails.ts';
import { detailsOfSet } from './detailsOfSet.ts';
import type { HeldFile, HeldStatement } from './heldFile.ts';
import { createOutcomes, type Outcomes } from './outcomes.ts';
import { type BookingPart, inCurrency, type StatementBookings } from './statementBookings.ts';

/** What the user said about accounts that the ledger does not know yet, by account as shown. */
export type AccountAnswers = Readonly<Record<string, 'ours' | 'not-ours'>>;

export type Twin = Pick<BookingFacts, 'key' | 'occurrence'>;
export type PlannedStatement = {
  /** Place of its file in the set. */
  readonly file: number;
  readonly held: HeldStatement;
  readonly bookings: StatementBookings;
  readonly account: string;
  readonly ownAccount: OwnAccount | null;
  readonly ownership: Ownership;
  readonly facts: StatementFacts;
  /** Per booking, by its place in the statement. */
  readonly outcomes: Outcomes;
  /** What doubtful bookings look like, by their place in the statement. */
  readonly twins: ReadonlyMap<number, Twin>;
  /** The very statement is here already, with nothing new in it. */
  readonly isKnown: boolean;
};
export type StatementPlan = { readonly statements: readonly PlannedStatement[]; readonly findings: readonly SetFinding[] };

/** A file that names no account (QIF) is of the only account we have; with more of them it cannot be told. */
function onlyOwnAccount(own: readonly OwnAccount[]): string {
  const [only, ...others] = own.filter(({ ownership }) => ownership === 'ours');
  return only !== undefined && others.length === 0 ? normalizeAccount(only.iban) : '';
}

/** An older national number belongs to the own account whose IBAN ends in it. */
function resolveAccount(account: string, own: readonly OwnAccount[]): string {
  const bare = normalizeAccount(account);
  if (bare === '') return onlyOwnAccount(own);
  if (!/^\d{5,12}$/.test(bare)) return bare;
  const [only, ...others] = own.filter(
    ({ iban }) => /^[A-Z]{2}/.test(iban) && (iban.endsWith(bare.padStart(10, '0')) || iban.endsWith(bare)),
  );
  return only !== undefined && others.length === 0 ? only.iban : bare;
}

/** What the figures differ by when the reader would not add them up (amounts of several currencies); nothing without both balances. */
function* missingCents({ head: { opening, closing }, bookings }: HeldStatement): Steps<Cents> {
  if (opening === null || closing === null) return zeroCents;
  let sum = opening.amount;
  for (const part of bookings.parts) {
    for (const { amount } of part.facts()) sum = addCents(sum, amount);
    yield;
  }
  return subtractCents(closing.amount, sum);
}

function* factsOf(held: HeldStatement): Steps<StatementFacts> {
  const { head, bookings } = held;
  const { opening, closing } = head;
  const currency = head.currency ?? head.accountCurrency ?? opening?.currency ?? bookings.parts[0]?.facts()[0]?.currency ?? 'EUR';
  return {
    number: head.number?.slice(0, 80) ?? null,
    currency,
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    openingDate: opening?.date ?? null,
    closingDate: closing?.date ?? null,
    addsUp: head.balanced !== false,
    difference: head.difference ?? (yield* missingCents(held)),
    entries: bookings.count,
  };
}

type BankSource = {
  readonly file: number;
  readonly reader: string;
  readonly sha256: string;
  readonly statements: readonly HeldStatement[];
};

/** Where two files tell of the same booking, the format that tells more is taken first; the rest of the order only has to be stable. */
const richness = ['camt', 'coda', 'mt940'];
const rankOf = (reader: string): number => {
  const found = richness.findIndex((start) => reader.startsWith(start));
  return found === -1 ? richness.length : found;
};
const inFixedOrder = (one: BankSource, other: BankSource): number =>
  rankOf(one.reader) - rankOf(other.reader) || (one.sha256 < other.sha256 ? -1 : one.sha256 > other.sha256 ? 1 : one.file - other.file);

/** A part of a statement of the set, with what is decided about its bookings. */
type PlacedPart = {
  /** Counts the parts of a file on an account. */
  readonly rank: number;
  readonly part: BookingPart;
  readonly reader: string;
  readonly outcomes: ReturnType<typeof createOutcomes>;
  readonly twins: Map<number, Twin>;
};
/** Parts by the days on which they have bookings, in the order of the files. */
type PartsByDay = Map<PlainDateText, PlacedPart[]>;

type AccountState = {
  readonly account: OwnAccount | null;
  /** What earlier files of the set bring. */
  readonly earlier: PartsByDay;
  readonly statements: Set<string>;
  readonly doubted: ReadonlySet<string>;
};

function addPart(days: PartsByDay, placed: PlacedPart): void {
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
function* knownOn(db: ReadableDb, { account, earlier }: AccountState, day: PlainDateText): Steps<readonly BookingFacts[]> {
  const known = account === null ? [] : [...(yield* knownBookings(db, { ownAccountId: account.id, day }))];
  for (const { part, reader, outcomes } of earlier.get(day) ?? []) {
    for (const [at, facts] of part.facts().entries()) {
      if (facts.bookDate === day && outcomes.at(part.start + at) === 'fresh') known.push({ ...facts, reader });
    }
    yield;
  }
  return known;
}

type Incoming = { readonly placed: PlacedPart; readonly place: number; readonly facts: BookingFacts };
type KnownByDay = ReadonlyMap<PlainDateText, readonly BookingFacts[]>;

/** The days of a group on which something can be found again, with what is known of them: what lies on the other days is new. */
function* daysToCompare(db: ReadableDb, state: AccountState, group: readonly PlainDateText[]): Steps<KnownByDay> {
  const days = new Map<PlainDateText, readonly BookingFacts[]>();
  for (const day of group) {
    const known = yield* knownOn(db, state, day);
    if (known.length > 0 || state.doubted.size > 0) days.set(day, known);
  }
  return days;
}

/** The bookings of a file on these days, in their order. */
function* incomingOn(days: PartsByDay, wanted: KnownByDay): Steps<ReadonlyMap<PlainDateText, readonly Incoming[]>> {
  const incoming = new Map([...wanted.keys()].map((day): [PlainDateText, Incoming[]] => [day, []]));
  const parts = [...new Set([...wanted.keys()].flatMap((day) => days.get(day) ?? []))].sort((one, other) => one.rank - other.rank);
  for (const placed of parts) {
    for (const [at, facts] of placed.part.facts().entries()) {
      incoming.get(facts.bookDate)?.push({ placed, place: placed.part.start + at, facts: { ...facts, reader: placed.reader } });
    }
    yield;
  }
  return incoming;
}

/** Decides about a file's bookings on an account, day by day: a booking is only ever compared with those of its own day. */
function* decide(db: ReadableDb, state: AccountState, days: PartsByDay): Steps<void> {
  for (const group of groupsOfDays(days)) {
    const knownByDay = yield* daysToCompare(db, state, group);
    for (const [day, ofDay] of yield* incomingOn(days, knownByDay)) {
      const planned = yield* planBookings({ incoming: ofDay.map(({ facts }) => facts), known: knownByDay.get(day) ?? [], doubted: state.doubted });
      for (const [index, { outcome, twin }] of planned.entries()) {
        const one = ofDay[index];
        if (one === undefined || outcome === 'fresh') continue;
        one.placed.outcomes.set(one.place, outcome);
        if (twin !== null) one.placed.twins.set(one.place, { key: twin.key, occurrence: twin.occurrence });
      }
      yield;
    }
  }
}

/** Bookings of a file that names no currency (QIF) are in that of their account. */
function withCurrency(held: HeldStatement, currency: string): HeldStatement {
  const isNamed = held.head.currency !== null || held.bookings.parts[0]?.facts().some((facts) => facts.currency === '') !== true;
  return isNamed ? held : { head: { ...held.head, currency }, bookings: inCurrency(held.bookings, currency) };
}

type Planning = { readonly db: ReadableDb; readonly resolve: (account: string) => string; readonly stateOf: (account: string) => AccountState; readonly answers: AccountAnswers };

/** Plans the statements of one file: its bookings are compared per account as a whole, because equal ones are counted over the file. */
function* planBankFile({ db, resolve, stateOf, answers }: Planning, source: BankSource): Steps<readonly PlannedStatement[]> {
  const planned: PlannedStatement[] = [];
  for (const [account, ofAccount] of Map.groupBy(source.statements, ({ head }) => resolve(head.account))) {
    const state = stateOf(account);
    const parts: PlacedPart[] = [];
    const decided = ofAccount.map((held) => {
      const named = withCurrency(held, state.account?.currency ?? 'EUR');
      const isBooked = held.head.standing === 'booked';
      const outcomes = createOutcomes(held.bookings.count, isBooked ? 'fresh' : 'not-booked');
      const twins = new Map<number, Twin>();
      if (isBooked) for (const part of named.bookings.parts) parts.push({ rank: parts.length, part, reader: source.reader, outcomes, twins });
      return { held, named, isBooked, outcomes, twins };
    });
    yield;
    const days: PartsByDay = new Map();
    for (const placed of parts) addPart(days, placed);
    yield* decide(db, state, days);
    // Only now: bookings of one file are never compared with each other.
    for (const placed of parts) addPart(state.earlier, placed);
    const known = state.account?.ownership ?? 'unknown';
    const ownership = known === 'unknown' && account !== '' && Object.hasOwn(answers, account) ? (answers[account] ?? known) : known;
    for (const { held, named, isBooked, outcomes, twins } of decided) {
      const facts = yield* factsOf(named);
      const identity = statementIdentity(facts);
      const isKnown = !isBooked || (outcomes.count('fresh') === 0 && (state.statements.has(identity) || outcomes.size > 0));
      if (isBooked) state.statements.add(identity);
      planned.push({ file: source.file, held, bookings: named.bookings, account, ownAccount: state.account, ownership, facts, outcomes, twins, isKnown });
    }
  }
  return planned;
}

/** Plans the bank files of a set, in an order of their own: that in which they were handed over makes no difference. */
export function* planStatements(db: ReadableDb, files: readonly HeldFile[], answers: AccountAnswers): Steps<StatementPlan> {
  const read = files.flatMap(({ content, sha256 }, file): BankSource[] =>
    content.kind === 'bank' ? [{ file, reader: content.reader, sha256, statements: content.statements }] : [],
  );
  if (read.length === 0) return { statements: [], findings: [] };
  const own = readOwnAccounts(db);
  const resolve = (account: string): string => resolveAccount(account, own);
  const { sources, findings } = yield* detailsOfSet(read, resolve);
  const states = new Map<string, AccountState>();
  const stateOf = (account: string): AccountState => {
    const found = states.get(account);
    if (found !== undefined) return found;
    const known = own.find(({ iban }) => normalizeAccount(iban) === account) ?? null;
    const state: AccountState = {
      account: known,
      earlier: new Map(),
      statements: new Set(known === null ? [] : knownStatements(db, known.id)),
      doubted: new Set(known === null ? [] : doubtedBookings(db, known.id).map(bookingIdentity)),
    };
    states.set(account, state);
    return state;
  };
  const planned: PlannedStatement[] = [];
  for (const source of [...sources].sort(inFixedOrder)) for (const one of yield* planBankFile({ db, resolve, stateOf, answers }, source)) planned.push(one);
  return { statements: planned, findings: findings(planned, (file) => files[file]?.name ?? '') };
}
