/** Assigning receipts to documents: one journal entry per decision, with the rule and the sentence that explain it. */
import type { Reason } from '../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';
import { type AppError, appError } from '../../src-shared/errors.ts';
import type { BankEntryId, DocumentId, EntryId } from '../../src-shared/ids.ts';
import { type Cents, negateCents } from '../../src-shared/money.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import { type Posting, receiptAllocated } from '../domain/posting/posting.ts';
import type { WritableDb } from './connection.ts';
import { post, reverseEntry, unmatchedBalance } from './journal.ts';
import { documentForAllocation, receiptById } from './matchingRead.ts';
import { restorePayer } from './receiptPayer.ts';
import { logEvent } from './settings.ts';
import { prepared } from './statements.ts';

export type NewAllocation = {
  readonly bankEntryId: BankEntryId;
  readonly parts: readonly { readonly documentId: DocumentId; readonly cents: Cents }[];
  readonly rule: string;
  readonly reason: Reason;
  readonly actor: 'program' | 'person';
  readonly recordedAt: string;
};

/**
 * Books the parts. Refuses as a whole: a part of zero, more than is open on a document, another currency, more than is unmatched on the
 * receipt. A negative part takes back a credit note that the payer subtracted.
 */
export function allocateReceipt(db: WritableDb, allocation: NewAllocation): Result<readonly EntryId[], AppError> {
  const receipt = receiptById(db, allocation.bankEntryId);
  if (receipt === null) return err(appError('not-found', { what: 'receipt', id: allocation.bankEntryId }));
  const total = allocation.parts.reduce((sum, part) => sum + part.cents, 0);
  const available = unmatchedBalance(db, allocation.bankEntryId);
  if (total > available || total <= 0) return err(appError('allocation-too-large', { cents: total, available }));
  const seen = new Set<DocumentId>();
  for (const part of allocation.parts) {
    const document = documentForAllocation(db, part.documentId);
    if (document === null || seen.has(part.documentId)) return err(appError('not-found', { what: 'document', id: part.documentId }));
    seen.add(part.documentId);
    if (document.currency !== receipt.currency) return err(appError('allocation-currency', { number: document.number }));
    const fits = document.open >= 0 ? part.cents > 0 && part.cents <= document.open : part.cents < 0 && part.cents >= document.open;
    if (!fits) return err(appError('allocation-too-large', { cents: part.cents, available: document.open }));
  }
  return ok([bookDecision(db, allocation, { bookDate: receipt.bookDate, currency: receipt.currency })]);
}

/** One entry for all parts: undoing it takes back the decision as a whole, so a credit note never stays behind without its invoice. */
function bookDecision(db: WritableDb, allocation: NewAllocation, receipt: { readonly bookDate: PlainDateText; readonly currency: string }): EntryId {
  const { bankEntryId, parts } = allocation;
  const entryId = post(db, {
    kind: 'allocation',
    effectiveDate: receipt.bookDate,
    recordedAt: allocation.recordedAt,
    currency: receipt.currency,
    actor: allocation.actor,
    reason: allocation.reason,
    importId: null,
    postings: parts.flatMap((part) => postingsOf(bankEntryId, part)),
  });
  const insert = prepared<[EntryId, BankEntryId, DocumentId, Cents, string], never>(
    db,
    'INSERT INTO allocation (entry_id, bank_entry_id, from_document_id, document_id, cents, rule) VALUES (?, ?, NULL, ?, ?, ?)',
  );
  for (const part of parts) insert.run(entryId, bankEntryId, part.documentId, part.cents, allocation.rule);
  return entryId;
}

/** A negative part takes back a credit note: the same lines the other way round. */
function postingsOf(bankEntryId: BankEntryId, part: NewAllocation['parts'][number]): readonly Posting[] {
  if (part.cents > 0) return receiptAllocated({ bankEntryId, documentId: part.documentId, amountCents: part.cents });
  return receiptAllocated({ bankEntryId, documentId: part.documentId, amountCents: negateCents(part.cents) }).map((line) => ({ ...line, cents: negateCents(line.cents) }));
}

export type Parking = { readonly bankEntryId: BankEntryId; readonly reason: string | null; readonly until: PlainDateText | null; readonly at: string };

/** Puts a receipt aside with a reason, or takes it back (`reason` null). */
export function parkReceipt(db: WritableDb, parking: Parking): Result<null, AppError> {
  const { bankEntryId, reason, until, at } = parking;
  const changed = prepared<[string | null, PlainDateText | null, BankEntryId], never>(
    db,
    'UPDATE bank_entry SET parked_reason = ?, parked_until = ? WHERE id = ? AND removed_at IS NULL',
  ).run(reason, until, bankEntryId).changes;
  if (changed !== 1) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
  logEvent(db, { at, actor: 'person', kind: reason === null ? 'receipt-unparked' : 'receipt-parked', subject: 'receipt', subjectId: bankEntryId, detail: { reason, until } });
  return ok(null);
}

/**
 * Puts aside what came from another account of our own: it is no payment of a customer, and would wait for ever. Once per receipt: what a
 * person takes back stays taken back. Answers how many.
 */
export function parkOwnTransfers(db: WritableDb, parking: { readonly reason: string; readonly at: string }): number {
  const own = prepared<[], { id: BankEntryId }>(
    db,
    `SELECT e.id FROM bank_entry_balance b JOIN bank_entry e ON e.id = b.bank_entry_id
       JOIN own_account a ON a.iban = replace(upper(e.counter_iban), ' ', '') AND a.ownership = 'ours' AND a.id <> e.own_account_id
     WHERE b.unmatched <> 0 AND b.unmatched = e.amount AND e.removed_at IS NULL AND e.parked_reason IS NULL
       AND NOT EXISTS (SELECT 1 FROM event v WHERE v.subject = 'receipt' AND v.subject_id = e.id AND v.kind = 'receipt-parked')`,
  ).all();
  const park = prepared<[string, BankEntryId], never>(db, 'UPDATE bank_entry SET parked_reason = ?, parked_until = NULL WHERE id = ?');
  for (const { id } of own) {
    park.run(parking.reason, id);
    logEvent(db, { at: parking.at, actor: 'program', kind: 'receipt-parked', subject: 'receipt', subjectId: id, detail: { reason: parking.reason, until: null } });
  }
  return own.length;
}

type Allocated = { readonly undone: number; readonly bankEntryId: BankEntryId };

/**
 * Reverses allocation entries by counter-entries, and takes back what was concluded from them: the name on the receipt and the account that
 * was learned. Refuses anything that is not an allocation or was undone before, and then books nothing at all.
 */
export function undoAllocations(db: WritableDb, undo: { readonly entryIds: readonly EntryId[]; readonly recordedAt: string; readonly reason: Reason }): Result<number, AppError> {
  const entryIds = new Set(undo.entryIds);
  const receipts = new Set<BankEntryId>();
  for (const entryId of entryIds) {
    const known = prepared<[EntryId], Allocated>(
      db,
      `SELECT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id) AS undone, a.bank_entry_id AS bankEntryId
       FROM allocation a WHERE a.entry_id = ? AND a.bank_entry_id IS NOT NULL LIMIT 1`,
    ).get(entryId);
    if (known === undefined) return err(appError('not-found', { what: 'allocation', id: entryId }));
    if (known.undone === 1) return err(appError('not-allowed-now', { what: 'undo', id: entryId }));
    receipts.add(known.bankEntryId);
  }
  const reverse = [...entryIds].map((entryId) => reverseEntry(db, { entryId, recordedAt: undo.recordedAt, actor: 'person', reason: undo.reason, importId: null }));
  // Checked above: a refusal here is a mistake of the program, and nothing of the undoing may stay.
  if (reverse.some((reversed) => !reversed.ok)) throw new Error('an allocation that counts could not be reversed');
  for (const bankEntryId of receipts) restorePayer(db, bankEntryId);
  return ok(entryIds.size);
}
