/** What a returned direct debit cost, claimed on the customer as a document of its own once a person has agreed to that. */
import type { Reason } from '../../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId, EntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { claimBooked } from '../../domain/posting/posting.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { activeEntriesTouching, post, reverseEntry } from '../journal.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

export type ReturnClaim = { readonly documentId: DocumentId; readonly total: Cents; readonly open: Cents };

/** The claim for the costs of a return; null when none was made. */
export const claimOfReturn = (db: ReadableDb, entryId: EntryId): ReturnClaim | null =>
  prepared<[EntryId], ReturnClaim>(
    db,
    `SELECT d.id AS documentId, d.total, b.open FROM money_back m JOIN document d ON d.id = m.claim_document_id JOIN document_balance b ON b.document_id = d.id
     WHERE m.entry_id = ? AND d.removed_at IS NULL`,
  ).get(entryId) ?? null;

/** Takes the claim of a return back with the return: its entries are reversed and it is gone from every list. */
export function withdrawClaim(db: WritableDb, entryId: EntryId, undo: { readonly recordedAt: string; readonly reason: Reason }): void {
  const claim = claimOfReturn(db, entryId);
  if (claim === null) return;
  for (const entry of activeEntriesTouching(db, { documentId: claim.documentId }))
    reverseEntry(db, { entryId: entry, recordedAt: undo.recordedAt, actor: 'person', reason: undo.reason, importId: null });
  prepared<[string, DocumentId], never>(db, 'UPDATE document SET removed_at = ? WHERE id = ?').run(undo.recordedAt, claim.documentId);
}

type ReturnRow = { readonly bankEntryId: number; readonly bookDate: PlainDateText; readonly currency: string; readonly claimDocumentId: DocumentId | null };

export type CostClaim = {
  /** The return, by the entry that undoing it goes by. */
  readonly entryId: EntryId;
  readonly customerId: CustomerId;
  readonly cents: Cents;
  /** The day of the claim. */
  readonly on: PlainDateText;
  readonly dueOn: PlainDateText;
  readonly recordedAt: string;
  readonly reason: Reason;
};

/** Books a claim for the costs of a return. Codes: `not-found`; `not-allowed-now` when the return was undone or has a claim already. */
export function claimReturnCosts(db: WritableDb, claim: CostClaim): Result<{ readonly documentId: DocumentId; readonly number: string }, AppError> {
  const row = prepared<[EntryId], ReturnRow>(
    db,
    `SELECT m.bank_entry_id AS bankEntryId, e.book_date AS bookDate, e.currency, m.claim_document_id AS claimDocumentId FROM money_back m JOIN bank_entry e ON e.id = m.bank_entry_id
     WHERE m.entry_id = ? AND m.kind = 'return' AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = m.entry_id)`,
  ).get(claim.entryId);
  if (row === undefined || claim.cents <= 0) return err(appError('not-found', { what: 'return', id: claim.entryId }));
  if (row.claimDocumentId !== null) return err(appError('not-allowed-now', { what: 'claim', id: claim.entryId }));
  const number = `R${row.bookDate.replaceAll('-', '')}-${row.bankEntryId}`;
  const values = { ...claim, number, currency: row.currency, origin: JSON.stringify({ returnEntryId: claim.entryId }) };
  const documentId = Number(
    prepared<[Omit<typeof values, 'reason'>], never>(
      db,
      `INSERT INTO document (customer_id, kind, type_code, number, match_key, issue_date, due_date, due_date_origin, currency, total, credits_numbers, origin)
       VALUES (@customerId, 'claim', 'costs', @number, @number, @on, @dueOn, 'stated', @currency, @cents, '[]', @origin)`,
    ).run(values).lastInsertRowid,
  ) as DocumentId;
  post(db, {
    kind: 'claim',
    effectiveDate: claim.on,
    recordedAt: claim.recordedAt,
    currency: row.currency,
    actor: 'person',
    reason: claim.reason,
    importId: null,
    postings: claimBooked({ documentId, income: 'cost-income', amountCents: claim.cents }),
  });
  prepared<[DocumentId, EntryId], never>(db, 'UPDATE money_back SET claim_document_id = ? WHERE entry_id = ?').run(documentId, claim.entryId);
  logEvent(db, { at: claim.recordedAt, actor: 'person', kind: 'return-costs-claimed', subject: 'document', subjectId: documentId, detail: { cents: claim.cents, entryId: claim.entryId } });
  return ok({ documentId, number });
}
