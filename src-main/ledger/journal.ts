import type { Reason } from '../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';
import { type AppError, appError } from '../../src-shared/errors.ts';
import type { BankEntryId, DocumentId, EntryId, ImportId, OwnAccountId } from '../../src-shared/ids.ts';
import { type Cents, negateCents } from '../../src-shared/money.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import type { AccountName, Posting } from '../domain/posting/posting.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { prepared } from './statements.ts';

/**
 * The only way into the journal. An entry is written with its postings and then sealed; the database refuses a seal on anything that does
 * not add up to zero, and refuses every later change. Derived balances follow by trigger, in the same transaction.
 */
export const entryKinds = [
  'invoice',
  'credit-note',
  'opening-item',
  'receipt',
  'allocation',
  'set-off',
  'difference',
  'refund',
  'return',
  'claim',
  'write-off',
  'books-adjustment',
  'reversal',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export type NewEntry = {
  readonly kind: EntryKind;
  /** When it counts in the world. */
  readonly effectiveDate: PlainDateText;
  /** When we learned of it, ISO instant. */
  readonly recordedAt: string;
  readonly currency: string;
  readonly actor: 'program' | 'person';
  readonly reason: Reason;
  readonly importId: ImportId | null;
  readonly postings: readonly Posting[];
};

const insertEntry = `INSERT INTO journal_entry (kind, effective_date, recorded_at, currency, reverses_id, import_id, actor, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const insertPosting = `INSERT INTO posting (entry_id, account, document_id, bank_entry_id, own_account_id, cents, effective_date) VALUES (?, ?, ?, ?, ?, ?, ?)`;
const insertSeal = `INSERT INTO entry_seal (entry_id) VALUES (?)`;

type EntryValues = [string, string, string, string, EntryId | null, ImportId | null, string, string];
type PostingValues = [EntryId, AccountName, DocumentId | null, BankEntryId | null, OwnAccountId | null, Cents, PlainDateText];

/** Books one balanced entry and seals it. Throws when the postings do not balance: posting rules make that impossible, so it is a bug. */
export function post(db: WritableDb, entry: NewEntry): EntryId {
  return writeEntry(db, entry, null);
}

function writeEntry(db: WritableDb, entry: NewEntry, reversesId: EntryId | null): EntryId {
  const values: EntryValues = [
    entry.kind,
    entry.effectiveDate,
    entry.recordedAt,
    entry.currency,
    reversesId,
    entry.importId,
    entry.actor,
    JSON.stringify(entry.reason),
  ];
  const id = Number(prepared<EntryValues, never>(db, insertEntry).run(...values).lastInsertRowid) as EntryId;
  const postings = prepared<PostingValues, never>(db, insertPosting);
  for (const line of entry.postings) {
    postings.run(id, line.account, line.documentId, line.bankEntryId, line.ownAccountId, line.cents, entry.effectiveDate);
  }
  prepared<[EntryId], never>(db, insertSeal).run(id);
  return id;
}

type EntryRow = { kind: EntryKind; effective_date: PlainDateText; currency: string; reversed: number | null; reverses_id: number | null };
type PostingRow = { account: AccountName; document_id: DocumentId | null; bank_entry_id: BankEntryId | null; own_account_id: OwnAccountId | null; cents: Cents };

/** The postings of an entry, as they were booked. */
export function postingsOf(db: ReadableDb, entryId: EntryId): readonly Posting[] {
  return prepared<[EntryId], PostingRow>(db, 'SELECT account, document_id, bank_entry_id, own_account_id, cents FROM posting WHERE entry_id = ? ORDER BY id')
    .all(entryId)
    .map((row) => ({ account: row.account, documentId: row.document_id, bankEntryId: row.bank_entry_id, ownAccountId: row.own_account_id, cents: row.cents }));
}

export type EntryHead = { readonly kind: EntryKind; readonly effectiveDate: PlainDateText; readonly currency: string; readonly importId: ImportId | null };

/** What an entry says about itself, without its postings; null when there is none of that id. */
export function entryHead(db: ReadableDb, entryId: EntryId): EntryHead | null {
  return (
    prepared<[EntryId], EntryHead>(
      db,
      'SELECT kind, effective_date AS effectiveDate, currency, import_id AS importId FROM journal_entry WHERE id = ?',
    ).get(entryId) ?? null
  );
}

export type Reversal = {
  readonly entryId: EntryId;
  readonly recordedAt: string;
  readonly actor: 'program' | 'person';
  readonly reason: Reason;
  readonly importId: ImportId | null;
};

/**
 * Undoes an entry by a counter-entry on the same effective date (design/ledger.md, "anything undone"). Refuses an entry that is unknown,
 * that was already undone, or that is itself an undoing: `not-found`, `not-allowed-now`.
 */
export function reverseEntry(db: WritableDb, reversal: Reversal): Result<EntryId, AppError> {
  const row = prepared<[EntryId], EntryRow>(
    db,
    `SELECT e.kind, e.effective_date, e.currency, e.reverses_id, (SELECT r.id FROM journal_entry r WHERE r.reverses_id = e.id) AS reversed
     FROM journal_entry e WHERE e.id = ?`,
  ).get(reversal.entryId);
  if (row === undefined) return err(appError('not-found', { what: 'entry', id: reversal.entryId }));
  if (row.reversed !== null || row.reverses_id !== null) return err(appError('not-allowed-now', { what: 'undo', id: reversal.entryId }));
  const postings = postingsOf(db, reversal.entryId).map((line) => ({ ...line, cents: negateCents(line.cents) }));
  const entry: NewEntry = {
    kind: 'reversal',
    effectiveDate: row.effective_date,
    recordedAt: reversal.recordedAt,
    currency: row.currency,
    actor: reversal.actor,
    reason: reversal.reason,
    importId: reversal.importId,
    postings,
  };
  return ok(writeEntry(db, entry, reversal.entryId));
}

/** Open balance of a document with everything that is known now, whatever its date. */
export function openBalance(db: ReadableDb, documentId: DocumentId): Cents {
  return prepared<[DocumentId], { open: Cents }>(db, 'SELECT open FROM document_balance WHERE document_id = ?').get(documentId)?.open ?? (0 as Cents);
}

/** The part of a receipt that is not assigned, with everything that is known now. */
export function unmatchedBalance(db: ReadableDb, bankEntryId: BankEntryId): Cents {
  return (
    prepared<[BankEntryId], { unmatched: Cents }>(db, 'SELECT unmatched FROM bank_entry_balance WHERE bank_entry_id = ?').get(bankEntryId)?.unmatched ??
    (0 as Cents)
  );
}

/** Entries of an import that still count, newest first: what undoing the import has to reverse. */
export function activeEntriesOfImport(db: ReadableDb, importId: ImportId): readonly EntryId[] {
  return prepared<[ImportId], { id: EntryId }>(
    db,
    `SELECT e.id FROM journal_entry e WHERE e.import_id = ? AND e.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) ORDER BY e.id DESC`,
  )
    .all(importId)
    .map((row) => row.id);
}

/** Entries that still count and touch one of these documents or bank entries, newest first. */
export function activeEntriesTouching(db: ReadableDb, subject: { readonly documentId: DocumentId } | { readonly bankEntryId: BankEntryId }): readonly EntryId[] {
  const [column, id] = 'documentId' in subject ? ['document_id', subject.documentId] : ['bank_entry_id', subject.bankEntryId];
  return prepared<[number], { id: EntryId }>(
    db,
    `SELECT DISTINCT e.id FROM posting p JOIN journal_entry e ON e.id = p.entry_id WHERE p.${column} = ? AND e.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) ORDER BY e.id DESC`,
  )
    .all(id)
    .map((row) => row.id);
}
