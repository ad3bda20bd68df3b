/**
 * Bank statements and their entries as imports write them. A booking is one row, or one row per payment of a batch; the rows of a batch
 * carry the key of the booking with a number behind a dot.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, ImportFileId, OwnAccountId, StatementId } from '../../../src-shared/ids.ts';
import { addCents, type Cents } from '../../../src-shared/money.ts';
import type { BookingFacts } from '../../domain/importPlan/bookingLikeness.ts';
import type { StatementSpan } from '../../domain/importPlan/statementSpan.ts';
import type { ReadableDb, Steps, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type Ownership = 'ours' | 'not-ours' | 'unknown';
export type OwnAccount = { readonly id: OwnAccountId; readonly iban: string; readonly currency: string; readonly ownership: Ownership };

export const readOwnAccounts = (db: ReadableDb): readonly OwnAccount[] =>
  prepared<[], OwnAccount>(db, 'SELECT id, iban, currency, ownership FROM own_account ORDER BY id').all();

/** Remembers whose account this is; asked once. */
export function saveOwnAccount(db: WritableDb, account: Omit<OwnAccount, 'id'>): OwnAccountId {
  const row = prepared<[string, string, Ownership], { id: OwnAccountId }>(
    db,
    `INSERT INTO own_account (iban, currency, ownership) VALUES (?, ?, ?)
     ON CONFLICT (iban) DO UPDATE SET ownership = excluded.ownership RETURNING id`,
  ).get(account.iban, account.currency, account.ownership);
  if (row === undefined) throw new Error('an upsert without a row');
  return row.id;
}

type EntryRow = Omit<BookingFacts, 'key' | 'statement'> & StatementSpan & { readonly id: BankEntryId; readonly entryKey: string; readonly statementId: StatementId };

const bookingKey = (entryKey: string): string => entryKey.split('.', 1)[0] ?? entryKey;

/** Rows read in one go. */
const rowsAtATime = 500;

/** The bookings of an account on a day, the rows of a batch put together again. In steps: there may be very many. */
export function* knownBookings(
  db: ReadableDb,
  { ownAccountId, day }: { readonly ownAccountId: OwnAccountId; readonly day: PlainDateText },
): Steps<readonly BookingFacts[]> {
  const read = prepared<[OwnAccountId, PlainDateText, number, number], EntryRow>(
    db,
    `SELECT e.id, e.entry_key AS entryKey, e.occurrence, e.weak_key AS weakKey, e.book_date AS bookDate, e.value_date AS valueDate, e.amount,
       e.currency, e.counter_iban AS counterIban, e.counter_name AS counterName, e.bank_ref AS bankRef, e.remittance, f.reader,
       e.statement_id AS statementId, s.opening, s.closing, s.opening_date AS openingDate, s.closing_date AS closingDate
     FROM bank_entry e INDEXED BY bank_entry_date CROSS JOIN statement s ON s.id = e.statement_id CROSS JOIN import_file f ON f.id = s.import_file_id
     WHERE e.own_account_id = ? AND e.book_date = ? AND e.id > ? AND e.removed_at IS NULL ORDER BY e.id LIMIT ?`,
  );
  const bookings = new Map<string, BookingFacts>();
  const spans = new Map<StatementId, StatementSpan>();
  let rows: readonly EntryRow[] = [];
  do {
    rows = read.all(ownAccountId, day, rows.at(-1)?.id ?? 0, rowsAtATime);
    for (const { id: _id, entryKey, statementId, opening, closing, openingDate, closingDate, ...row } of rows) {
      const statement = spans.get(statementId) ?? { opening, closing, openingDate, closingDate };
      spans.set(statementId, statement);
      const key = bookingKey(entryKey);
      const identity = `${row.occurrence} ${key}`;
      const before = bookings.get(identity);
      bookings.set(
        identity,
        before === undefined ? { ...row, key, statement } : { ...before, amount: addCents(before.amount, row.amount), counterIban: null, counterName: null },
      );
    }
    if (rows.length === rowsAtATime) yield;
  } while (rows.length === rowsAtATime);
  return [...bookings.values()];
}

export type StatementFacts = {
  readonly number: string | null;
  readonly currency: string;
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  readonly openingDate: PlainDateText | null;
  readonly closingDate: PlainDateText | null;
  readonly addsUp: boolean;
  readonly difference: Cents;
  /** Bookings in the file, also those that were known. */
  readonly entries: number;
};

/** What makes a statement the same when it comes in again. */
export const statementIdentity = (facts: StatementFacts): string =>
  JSON.stringify([facts.number, facts.currency, facts.opening, facts.closing, facts.openingDate, facts.closingDate, facts.entries]);

/** The identities of the statements of an account. */
export function knownStatements(db: ReadableDb, ownAccountId: OwnAccountId): ReadonlySet<string> {
  const rows = prepared<[OwnAccountId], Omit<StatementFacts, 'addsUp'> & { addsUp: number }>(
    db,
    `SELECT number, currency, opening, closing, opening_date AS openingDate, closing_date AS closingDate, adds_up AS addsUp, difference, entries
     FROM statement WHERE own_account_id = ? AND removed_at IS NULL`,
  ).all(ownAccountId);
  return new Set(rows.map((row) => statementIdentity({ ...row, addsUp: row.addsUp === 1 })));
}

type StatementValues = Omit<StatementFacts, 'addsUp'> & {
  readonly addsUp: number;
  readonly ownAccountId: OwnAccountId;
  readonly importFileId: ImportFileId;
};

export function insertStatement(
  db: WritableDb,
  statement: { readonly facts: StatementFacts; readonly ownAccountId: OwnAccountId; readonly importFileId: ImportFileId },
): StatementId {
  const { facts, ownAccountId, importFileId } = statement;
  const result = prepared<[StatementValues], never>(
    db,
    `INSERT INTO statement (own_account_id, import_file_id, number, currency, opening, closing, opening_date, closing_date, adds_up, difference, entries, removed_at)
     VALUES (@ownAccountId, @importFileId, @number, @currency, @opening, @closing, @openingDate, @closingDate, @addsUp, @difference, @entries, NULL)`,
  ).run({ ...facts, addsUp: facts.addsUp ? 1 : 0, ownAccountId, importFileId });
  return Number(result.lastInsertRowid) as StatementId;
}

/** The statement of a file on an account, written when the file had brought nothing of it before. */
export function statementOfFile(
  db: WritableDb,
  statement: { readonly facts: StatementFacts; readonly ownAccountId: OwnAccountId; readonly importFileId: ImportFileId },
): StatementId {
  const { facts, ownAccountId, importFileId } = statement;
  const found = prepared<[ImportFileId, OwnAccountId, string | null, PlainDateText | null, PlainDateText | null], { id: StatementId }>(
    db,
    `SELECT id FROM statement WHERE import_file_id = ? AND own_account_id = ? AND number IS ? AND opening_date IS ? AND closing_date IS ?
     AND removed_at IS NULL ORDER BY id LIMIT 1`,
  ).get(importFileId, ownAccountId, facts.number, facts.openingDate, facts.closingDate);
  return found?.id ?? insertStatement(db, statement);
}

export type NewBankEntry = {
  readonly statementId: StatementId;
  readonly ownAccountId: OwnAccountId;
  readonly bookDate: PlainDateText;
  readonly valueDate: PlainDateText | null;
  readonly amount: Cents;
  readonly currency: string;
  readonly counterIban: string | null;
  readonly counterName: string | null;
  readonly remittance: string;
  readonly structuredRef: string | null;
  readonly structuredIssuer: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly returnReason: string | null;
  readonly bankRef: string | null;
  readonly entryKey: string;
  readonly weakKey: string;
  readonly occurrence: number;
  readonly raw: string;
  readonly origin: string;
};

export function insertBankEntry(db: WritableDb, entry: NewBankEntry): BankEntryId {
  const result = prepared<[NewBankEntry], never>(
    db,
    `INSERT INTO bank_entry (statement_id, own_account_id, book_date, value_date, amount, currency, counter_iban, counter_name, remittance,
       structured_ref, structured_issuer, end_to_end_id, mandate_id, return_reason, bank_ref, entry_key, weak_key, occurrence, raw, origin,
       customer_id, parked_reason, parked_until, removed_at)
     VALUES (@statementId, @ownAccountId, @bookDate, @valueDate, @amount, @currency, @counterIban, @counterName, @remittance,
       @structuredRef, @structuredIssuer, @endToEndId, @mandateId, @returnReason, @bankRef, @entryKey, @weakKey, @occurrence, @raw, @origin,
       NULL, NULL, NULL, NULL)`,
  ).run(entry);
  return Number(result.lastInsertRowid) as BankEntryId;
}
