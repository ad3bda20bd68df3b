/**
 * Collective bookings that were stored whole, and what takes them apart later: the booking is marked as removed and its receipt reversed,
 * its payments take its place under the same key, and undoing the import that brought them puts the booking back.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, EntryId, ImportFileId, ImportId, OwnAccountId, StatementId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { Reason } from '../../../src-shared/contract/common.ts';
import type { ReadableDb, Steps, WritableDb } from '../connection.ts';
import { entryHead, post, postingsOf, reverseEntry } from '../journal.ts';
import { prepared } from '../statements.ts';

export type StoredBooking = {
  readonly bankEntryId: BankEntryId;
  readonly statementId: StatementId;
  readonly bookDate: PlainDateText;
  readonly valueDate: PlainDateText | null;
  readonly bankRef: string | null;
  readonly counterIban: string | null;
  readonly raw: string;
  readonly origin: string;
  readonly entryKey: string;
  readonly weakKey: string;
  readonly occurrence: number;
  /** Whether anything was decided about it: assigned, returned, named, put aside. */
  readonly isDecided: 0 | 1;
};
export type BatchQuestion = { readonly ownAccountId: OwnAccountId; readonly amount: Cents; readonly currency: string; readonly bookDate: PlainDateText; readonly valueDate: PlainDateText };

const sameDay = `e.own_account_id = @ownAccountId AND (e.book_date = @bookDate OR (e.value_date = @valueDate AND e.book_date BETWEEN date(@bookDate, '-10 days') AND date(@bookDate, '+10 days')))
  AND e.currency = @currency AND e.removed_at IS NULL`;

const storedColumns = `e.id AS bankEntryId, e.statement_id AS statementId, e.book_date AS bookDate, e.value_date AS valueDate, e.bank_ref AS bankRef, e.counter_iban AS counterIban, e.raw, e.origin,
       e.entry_key AS entryKey, e.weak_key AS weakKey, e.occurrence,
       (e.customer_id IS NOT NULL OR e.parked_reason IS NOT NULL OR coalesce(b.unmatched, e.amount) <> e.amount
        OR EXISTS (SELECT 1 FROM money_back m WHERE (m.bank_entry_id = e.id OR m.reversed_bank_entry_id = e.id) AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = m.entry_id))) AS isDecided`;

/** Bookings of one row with exactly the amount on the day. A row of a batch has a key with a dot. */
export const storedBookings = (db: ReadableDb, question: BatchQuestion): readonly StoredBooking[] =>
  prepared<[BatchQuestion], StoredBooking>(
    db,
    `SELECT ${storedColumns}
     FROM bank_entry e INDEXED BY bank_entry_date LEFT JOIN bank_entry_balance b ON b.bank_entry_id = e.id
     WHERE ${sameDay} AND e.amount = @amount AND instr(e.entry_key, '.') = 0 ORDER BY e.id LIMIT 20`,
  ).all(question);

export type TwinQuestion = { readonly ownAccountId: OwnAccountId; readonly amount: Cents; readonly currency: string; readonly key: string; readonly occurrence: number };

/** The booking of a key, when it is stored whole and of exactly that amount; null otherwise. */
export const storedTwin = (db: ReadableDb, question: TwinQuestion): StoredBooking | null =>
  prepared<[TwinQuestion], StoredBooking>(
    db,
    `SELECT ${storedColumns}
     FROM bank_entry e LEFT JOIN bank_entry_balance b ON b.bank_entry_id = e.id
     WHERE e.own_account_id = @ownAccountId AND e.entry_key = @key AND instr(e.entry_key, '.') = 0 AND e.occurrence = @occurrence AND e.amount = @amount AND e.currency = @currency AND e.removed_at IS NULL
     ORDER BY e.id LIMIT 1`,
  ).get(question) ?? null;

/** Whether a booking of that day and amount is taken apart already into so many payments. */
export const isSplitAlready = (db: ReadableDb, question: BatchQuestion, payments: number): boolean =>
  prepared<[BatchQuestion & { payments: number }], { found: number }>(
    db,
    `SELECT 1 AS found FROM bank_entry e INDEXED BY bank_entry_date WHERE ${sameDay} AND instr(e.entry_key, '.') > 0
     GROUP BY e.occurrence, substr(e.entry_key, 1, instr(e.entry_key, '.')) HAVING sum(e.amount) = @amount AND count(*) = @payments LIMIT 1`,
  ).get({ ...question, payments }) !== undefined;

/** The entry by which a booking was journaled and that counts; null for money out. */
const receiptEntryOf = (db: ReadableDb, bankEntryId: BankEntryId): EntryId | null =>
  prepared<[BankEntryId], { id: EntryId }>(
    db,
    `SELECT e.id FROM posting p JOIN journal_entry e ON e.id = p.entry_id
     WHERE p.bank_entry_id = ? AND e.kind = 'receipt' AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) LIMIT 1`,
  ).get(bankEntryId)?.id ?? null;

export type BatchSplit = { readonly bankEntryId: BankEntryId; readonly importFileId: ImportFileId; readonly importId: ImportId; readonly at: string; readonly reason: Reason };

/**
 * Takes a stored booking away for its payments; answers the split they are told under. Null when something was decided about it since it was
 * looked at: it stays as it is then.
 */
export function beginSplit(db: WritableDb, { bankEntryId, importFileId, importId, at, reason }: BatchSplit): number | null {
  const row = prepared<[BankEntryId], { amount: Cents; unmatched: Cents | null }>(
    db,
    'SELECT e.amount, b.unmatched FROM bank_entry e LEFT JOIN bank_entry_balance b ON b.bank_entry_id = e.id WHERE e.id = ? AND e.removed_at IS NULL AND e.customer_id IS NULL AND e.parked_reason IS NULL',
  ).get(bankEntryId);
  if (row === undefined || (row.unmatched !== null && row.unmatched !== row.amount)) return null;
  const entryId = receiptEntryOf(db, bankEntryId);
  if (entryId !== null) {
    const reversed = reverseEntry(db, { entryId, recordedAt: at, actor: 'program', reason, importId });
    if (!reversed.ok) throw new Error('a receipt that counts could not be reversed');
  }
  prepared<[string, BankEntryId], never>(db, 'UPDATE bank_entry SET removed_at = ? WHERE id = ?').run(at, bankEntryId);
  return Number(prepared<[BankEntryId, ImportFileId, string], never>(db, 'INSERT INTO batch_split (bank_entry_id, import_file_id, at) VALUES (?, ?, ?)').run(bankEntryId, importFileId, at).lastInsertRowid);
}

/** A payment that took the place of a stored booking. */
export const addSplitPart = (db: WritableDb, splitId: number, bankEntryId: BankEntryId): void =>
  void prepared<[BankEntryId, number], never>(db, 'INSERT INTO batch_split_part (bank_entry_id, batch_split_id) VALUES (?, ?)').run(bankEntryId, splitId);

/** The payments that an import put in the place of stored bookings. */
export const splitPartsOf = (db: ReadableDb, importId: ImportId): readonly { readonly id: BankEntryId }[] =>
  prepared<[ImportId], { id: BankEntryId }>(
    db,
    'SELECT p.bank_entry_id AS id FROM import_file f JOIN batch_split s ON s.import_file_id = f.id JOIN batch_split_part p ON p.batch_split_id = s.id WHERE f.import_id = ? ORDER BY 1',
  ).all(importId);

/** Puts the bookings back that an import took apart, after its payments were removed; those whose statement was undone itself stay away. */
export function* joinSplits(db: WritableDb, importId: ImportId, undoing: { readonly at: string; readonly reason: Reason }): Steps<void> {
  const rows = prepared<[ImportId], { bankEntryId: BankEntryId; ofImport: ImportId }>(
    db,
    `SELECT s.bank_entry_id AS bankEntryId, g.import_id AS ofImport FROM import_file f JOIN batch_split s ON s.import_file_id = f.id JOIN bank_entry e ON e.id = s.bank_entry_id
       JOIN statement t ON t.id = e.statement_id JOIN import_file g ON g.id = t.import_file_id
     WHERE f.import_id = ? AND e.removed_at IS NOT NULL AND t.removed_at IS NULL ORDER BY s.id`,
  ).all(importId);
  for (const { bankEntryId, ofImport } of rows) {
    prepared<[BankEntryId], never>(db, 'UPDATE bank_entry SET removed_at = NULL WHERE id = ?').run(bankEntryId);
    const last = prepared<[BankEntryId], { id: EntryId }>(
      db,
      `SELECT e.id FROM posting p JOIN journal_entry e ON e.id = p.entry_id WHERE p.bank_entry_id = ? AND e.kind = 'receipt' AND e.reverses_id IS NULL ORDER BY e.id DESC LIMIT 1`,
    ).get(bankEntryId);
    const head = last === undefined ? null : entryHead(db, last.id);
    // The counter-entry itself cannot be undone, so the receipt is written anew.
    if (last !== undefined && head !== null) {
      const { kind, effectiveDate, currency } = head;
      post(db, { kind, effectiveDate, recordedAt: undoing.at, currency, actor: 'person', reason: undoing.reason, importId: ofImport, postings: postingsOf(db, last.id) });
    }
    yield;
  }
}
