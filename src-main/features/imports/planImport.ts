/** Compares parsed files with the ledger. The preview shows this plan and the booking carries it out, so both reach the same decision. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { leafPayments } from '../../domain/bankStatement.ts';
import { type BookingFacts, bookingIdentity, type BookingOutcome, type PlannedBooking, planBookings } from '../../domain/importPlan/planBankEntries.ts';
import { type DocumentPlan, planDocuments, type SourceDocument } from '../../domain/importPlan/planDocuments.ts';
import { normalizeAccount } from '../../domain/references/iban.ts';
import { doubtedBookings } from '../../ledger/bankDoubts.ts';
import {
  knownBookings,
  knownStatements,
  type OwnAccount,
  type Ownership,
  readOwnAccounts,
  type StatementFacts,
  statementIdentity,
} from '../../ledger/bankEntries.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import { readKnownCustomers } from '../../ledger/customers.ts';
import { isDocumentTouched, knownDocumentsLike } from '../../ledger/documents.ts';
import { readProfile } from '../../ledger/settings.ts';
import { applyDetails, type SetFinding } from './applyDetails.ts';
import type { KeyedStatement, ParsedFile } from './parsedFile.ts';

/** What the user said about accounts that the ledger does not know yet, by account as shown. */
export type AccountAnswers = Readonly<Record<string, 'ours' | 'not-ours'>>;

export type Twin = Pick<BookingFacts, 'key' | 'occurrence'>;
export type PlannedStatement = {
  /** Place of its file in the set. */
  readonly file: number;
  readonly source: KeyedStatement;
  readonly account: string;
  readonly ownAccount: OwnAccount | null;
  readonly ownership: Ownership;
  readonly facts: StatementFacts;
  /** Per booking, in the order of the statement. */
  readonly outcomes: readonly BookingOutcome[];
  /** Per booking, the one that a doubtful one looks like. */
  readonly twins: readonly (Twin | null)[];
  /** The very statement is here already, with nothing new in it. */
  readonly isKnown: boolean;
};

export type ImportPlan = {
  readonly documents: DocumentPlan;
  readonly statements: readonly PlannedStatement[];
  /** What only the set as a whole brings to light. */
  readonly findings: readonly SetFinding[];
};
export type PlanContext = { readonly today: PlainDateText; readonly answers: AccountAnswers };

function sourcesOf(files: readonly ParsedFile[]): readonly SourceDocument[] {
  return files.flatMap(({ content, name }, file) => {
    if (content.kind !== 'invoices') return [];
    return content.documents.map((document): SourceDocument => {
      const [first, ...others] = document.lines;
      const place = first === undefined ? name : `${name}, ${others.length === 0 ? first : `${first}–${others.at(-1) ?? first}`}`;
      return { file, origin: place, document, listDate: content.listDate };
    });
  });
}

function planOfDocuments(db: ReadableDb, files: readonly ParsedFile[], today: PlainDateText): DocumentPlan {
  const sources = sourcesOf(files);
  if (sources.length === 0) return { documents: [], customers: [] };
  const profile = readProfile(db);
  const filled = (text: string): string | null => (text.trim() === '' ? null : text);
  return planDocuments(sources, {
    own: { names: [profile.name], vat: filled(profile.vatNumber), companyNumber: filled(profile.registrationNumber) },
    ownCountry: profile.country,
    ownLanguage: profile.language,
    today,
    customers: readKnownCustomers(db),
    documentsLike: (customerId, values) => knownDocumentsLike(db, customerId, values),
    isTouched: (documentId) => isDocumentTouched(db, documentId),
  });
}

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
function missingCents({ opening, closing, entries }: KeyedStatement['statement']): Cents {
  if (opening === null || closing === null) return zeroCents;
  return subtractCents(closing.amount, addCents(opening.amount, sumCents(entries.map((entry) => entry.amount))));
}

function factsOf({ statement }: KeyedStatement): StatementFacts {
  const { opening, closing } = statement;
  const currency = statement.currency ?? statement.accountCurrency ?? opening?.currency ?? statement.entries[0]?.currency ?? 'EUR';
  return {
    number: statement.number?.slice(0, 80) ?? null,
    currency,
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    openingDate: opening?.date ?? null,
    closingDate: closing?.date ?? null,
    addsUp: statement.balanced !== false,
    difference: statement.difference ?? missingCents(statement),
    entries: statement.entries.length,
  };
}

function* bookingsOf({ statement, keys }: KeyedStatement, reader: string): Steps<readonly BookingFacts[]> {
  const bookings: BookingFacts[] = [];
  for (const [index, entry] of statement.entries.entries()) {
    const key = keys[index];
    if (key === undefined || statement.standing !== 'booked') continue;
    const isBatch = leafPayments(entry).length > 1;
    bookings.push({
      key: key.key,
      occurrence: key.occurrence,
      weakKey: key.weakKey,
      bookDate: entry.bookDate,
      amount: entry.amount,
      currency: entry.currency,
      counterIban: isBatch ? null : entry.counterIban,
      bankRef: entry.bankRef,
      remittance: entry.remittance ?? '',
      reader,
    });
    yield;
  }
  return bookings;
}

/** The bookings of an account by day: those of the ledger, and those that earlier files of the set bring. */
type KnownDays = Map<PlainDateText, BookingFacts[]>;

function remember(days: KnownDays, bookings: readonly BookingFacts[]): void {
  for (const booking of bookings) {
    const day = days.get(booking.bookDate);
    if (day === undefined) days.set(booking.bookDate, [booking]);
    else day.push(booking);
  }
}

type BankSource = {
  readonly file: number;
  readonly reader: string;
  readonly sha256: string;
  readonly statements: readonly KeyedStatement[];
};

/** Where two files tell of the same booking, the format that tells more is taken first; the rest of the order only has to be stable. */
const richness = ['camt', 'coda', 'mt940'];
const rankOf = (reader: string): number => {
  const found = richness.findIndex((start) => reader.startsWith(start));
  return found === -1 ? richness.length : found;
};
const inFixedOrder = (one: BankSource, other: BankSource): number =>
  rankOf(one.reader) - rankOf(other.reader) || (one.sha256 < other.sha256 ? -1 : one.sha256 > other.sha256 ? 1 : one.file - other.file);

type AccountState = { readonly account: OwnAccount | null; readonly days: KnownDays; readonly statements: Set<string>; readonly doubted: ReadonlySet<string> };

/** The days between which the bookings lie; null without any. */
export function firstAndLastDay(bookings: Iterable<{ readonly bookDate: PlainDateText }>): { readonly from: PlainDateText; readonly to: PlainDateText } | null {
  let [from, to]: [PlainDateText | null, PlainDateText | null] = [null, null];
  for (const { bookDate } of bookings) {
    if (from === null || bookDate < from) from = bookDate;
    if (to === null || bookDate > to) to = bookDate;
  }
  return from === null || to === null ? null : { from, to };
}

function* bookingsIn(sources: readonly BankSource[]): Generator<{ readonly bookDate: PlainDateText }> {
  for (const { statements } of sources) for (const { statement } of statements) yield* statement.entries;
}

/** Decides day by day: a booking is only ever compared with those of its own day. The outcomes stand in the order of the bookings. */
function* outcomesOf(bookings: readonly BookingFacts[], { days, doubted }: AccountState): Steps<readonly PlannedBooking[]> {
  const places = new Map<PlainDateText, number[]>();
  for (const [index, { bookDate }] of bookings.entries()) {
    const day = places.get(bookDate);
    if (day === undefined) places.set(bookDate, [index]);
    else day.push(index);
  }
  const outcomes: PlannedBooking[] = [];
  for (const [day, indexes] of places) {
    const ofDay = indexes.flatMap((index) => bookings[index] ?? []);
    planBookings(ofDay, days.get(day) ?? [], doubted).forEach((outcome, at) => (outcomes[indexes[at] ?? 0] = outcome));
    yield;
  }
  return outcomes;
}

/** Bookings of a file that names no currency (QIF) are in that of their account. */
function withCurrency(keyed: KeyedStatement, currency: string): KeyedStatement {
  const { statement } = keyed;
  if (statement.currency !== null || !statement.entries.some((entry) => entry.currency === '')) return keyed;
  return { ...keyed, statement: { ...statement, currency, entries: statement.entries.map((entry) => ({ ...entry, currency })) } };
}

/** Plans the statements of one file: its bookings are compared per account as a whole, because equal ones are counted over the file. */
function* planBankFile(
  source: BankSource,
  stateOf: (account: string) => AccountState,
  resolve: (account: string) => string,
  answers: AccountAnswers,
): Steps<readonly PlannedStatement[]> {
  const planned: PlannedStatement[] = [];
  const accounts = new Set(source.statements.map(({ statement }) => resolve(statement.account)));
  for (const account of accounts) {
    const state = stateOf(account);
    const currency = state.account?.currency ?? 'EUR';
    const statements = source.statements
      .filter(({ statement }) => resolve(statement.account) === account)
      .map((statement) => withCurrency(statement, currency));
    const bookings: (readonly BookingFacts[])[] = [];
    for (const statement of statements) bookings.push(yield* bookingsOf(statement, source.reader));
    const all = bookings.flat();
    const decided = yield* outcomesOf(all, state);
    remember(
      state.days,
      all.filter((_booking, index) => decided[index]?.outcome === 'fresh'),
    );
    const known = state.account?.ownership ?? 'unknown';
    const ownership = known === 'unknown' && account !== '' && Object.hasOwn(answers, account) ? (answers[account] ?? known) : known;
    let at = 0;
    for (const [index, statement] of statements.entries()) {
      const count = bookings[index]?.length ?? 0;
      const isBooked = statement.statement.standing === 'booked';
      const own = isBooked ? decided.slice(at, at + count).map(({ outcome }) => outcome) : statement.statement.entries.map(() => 'not-booked' as const);
      const twins = isBooked ? decided.slice(at, at + count).map(({ twin }) => twin) : [];
      at += count;
      const facts = factsOf(statement);
      const identity = statementIdentity(facts);
      const isKnown = !isBooked || (!own.includes('fresh') && (state.statements.has(identity) || own.length > 0));
      if (isBooked) state.statements.add(identity);
      planned.push({ file: source.file, source: statement, account, ownAccount: state.account, ownership, facts, outcomes: own, twins, isKnown });
    }
  }
  return planned;
}

type StatementPlan = { readonly statements: readonly PlannedStatement[]; readonly findings: readonly SetFinding[] };

function* planOfStatements(db: ReadableDb, files: readonly ParsedFile[], answers: AccountAnswers): Steps<StatementPlan> {
  const read = files.flatMap(({ content, sha256 }, file): BankSource[] =>
    content.kind === 'bank' ? [{ file, reader: content.reader, sha256, statements: content.statements }] : [],
  );
  if (read.length === 0) return { statements: [], findings: [] };
  const own = readOwnAccounts(db);
  const resolve = (account: string): string => resolveAccount(account, own);
  const { sources, findings } = applyDetails(read, resolve);
  const range = firstAndLastDay(bookingsIn(sources));
  const states = new Map<string, AccountState>();
  const stateOf = (account: string): AccountState => {
    const found = states.get(account);
    if (found !== undefined) return found;
    const known = own.find(({ iban }) => normalizeAccount(iban) === account) ?? null;
    const state: AccountState = {
      account: known,
      days: new Map(),
      statements: new Set(known === null ? [] : knownStatements(db, known.id)),
      doubted: new Set(known === null ? [] : doubtedBookings(db, known.id).map(bookingIdentity)),
    };
    if (known !== null && range !== null) remember(state.days, knownBookings(db, { ownAccountId: known.id, ...range }));
    states.set(account, state);
    return state;
  };
  const planned: PlannedStatement[] = [];
  for (const source of [...sources].sort(inFixedOrder)) for (const one of yield* planBankFile(source, stateOf, resolve, answers)) planned.push(one);
  return { statements: planned, findings: findings(planned, (file) => files[file]?.name ?? '') };
}

/** In steps: a year of bookings takes longer to compare than a window may wait. */
export function* planImport(db: ReadableDb, files: readonly ParsedFile[], { today, answers }: PlanContext): Steps<ImportPlan> {
  const documents = planOfDocuments(db, files, today);
  yield;
  return { documents, ...(yield* planOfStatements(db, files, answers)) };
}
