/**
 * Plans the bank files of a set: whose accounts they are of, what of them is here already (see `decideBookings`) and what is to be said.
 */
import { addCents, type Cents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import { bookingIdentity } from '../../domain/importPlan/planBankEntries.ts';
import type { StatementSpan } from '../../domain/importPlan/statementSpan.ts';
import { normalizeAccount } from '../../domain/references/iban.ts';
import { doubtedBookings } from '../../ledger/bank/bankDoubts.ts';
import {
  knownStatements,
  type OwnAccount,
  type Ownership,
  readOwnAccounts,
  type StatementFacts,
  statementIdentity,
} from '../../ledger/bank/bankEntries.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import type { SetFinding } from './applyDetails.ts';
import { addPart, decideBookings, type KnownAccount, type PartsByDay, type PlacedPart, type Twin } from './decideBookings.ts';
import { detailsOfSet } from './detailsOfSet.ts';
import type { HeldFile, HeldStatement } from './heldFile.ts';
import { createOutcomes, type Outcomes } from './outcomes.ts';
import { inCurrency, type StatementBookings } from './statementBookings.ts';

/** What the user said about accounts that the ledger does not know yet, by account as shown. */
export type AccountAnswers = Readonly<Record<string, 'ours' | 'not-ours'>>;

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

type AccountState = KnownAccount & { readonly statements: Set<string> };

const spanOf = ({ head: { opening, closing } }: HeldStatement): StatementSpan => ({
  opening: opening?.amount ?? null,
  closing: closing?.amount ?? null,
  openingDate: opening?.date ?? null,
  closingDate: closing?.date ?? null,
});

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
      const statement = spanOf(named);
      if (isBooked) for (const part of named.bookings.parts) parts.push({ rank: parts.length, part, reader: source.reader, statement, outcomes, twins });
      return { held, named, isBooked, outcomes, twins };
    });
    yield;
    const days: PartsByDay = new Map();
    for (const placed of parts) addPart(days, placed);
    yield* decideBookings({ db, account: state, days, reader: source.reader });
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
