/** Assigning receipts to documents: one journal entry per part, with the rule and the sentence that explain it. */
import type { Reason } from '../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';
import { type AppError, appError } from '../../src-shared/errors.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId, ImportId } from '../../src-shared/ids.ts';
import { type Cents, negateCents } from '../../src-shared/money.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import { receiptAllocated } from '../domain/posting/posting.ts';
import type { WritableDb } from './connection.ts';
import { post, reverseEntry, unmatchedBalance } from './journal.ts';
import { documentForAllocation, receiptById } from './matchingRead.ts';
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
  if (total > available || total < 0) return err(appError('allocation-too-large', { cents: total, available }));
  const seen = new Set<DocumentId>();
  for (const part of allocation.parts) {
    const document = documentForAllocation(db, part.documentId);
    if (document === null || seen.has(part.documentId)) return err(appError('not-found', { what: 'document', id: part.documentId }));
    seen.add(part.documentId);
    if (document.currency !== receipt.currency) return err(appError('allocation-currency', { number: document.number }));
    const fits = document.open >= 0 ? part.cents > 0 && part.cents <= document.open : part.cents < 0 && part.cents >= document.open;
    if (!fits) return err(appError('allocation-too-large', { cents: part.cents, available: document.open }));
  }
  // Credit notes first, so that the unmatched part of the receipt never runs below zero on the way.
  const ordered = [...allocation.parts].sort((a, b) => a.cents - b.cents);
  return ok(ordered.map((part) => bookPart(db, allocation, { ...part, bookDate: receipt.bookDate, currency: receipt.currency })));
}

type Part = { readonly documentId: DocumentId; readonly cents: Cents; readonly bookDate: PlainDateText; readonly currency: string };

function bookPart(db: WritableDb, allocation: NewAllocation, part: Part): EntryId {
  const { bankEntryId } = allocation;
  const postings =
    part.cents > 0
      ? receiptAllocated({ bankEntryId, documentId: part.documentId, amountCents: part.cents })
      : receiptAllocated({ bankEntryId, documentId: part.documentId, amountCents: negateCents(part.cents) }).map((line) => ({ ...line, cents: negateCents(line.cents) }));
  const entryId = post(db, {
    kind: 'allocation',
    effectiveDate: part.bookDate,
    recordedAt: allocation.recordedAt,
    currency: part.currency,
    actor: allocation.actor,
    reason: allocation.reason,
    importId: null as ImportId | null,
    postings,
  });
  prepared<[EntryId, BankEntryId, DocumentId, Cents, string], never>(
    db,
    'INSERT INTO allocation (entry_id, bank_entry_id, from_document_id, document_id, cents, rule) VALUES (?, ?, NULL, ?, ?, ?)',
  ).run(entryId, bankEntryId, part.documentId, part.cents, allocation.rule);
  return entryId;
}

/** Remembers that a customer pays from this account, when the account is known and has the form of one. */
export function learnPayer(db: WritableDb, payer: { readonly iban: string | null; readonly customerId: CustomerId; readonly origin: 'match' | 'person'; readonly at: string }): void {
  const iban = payer.iban?.replaceAll(/\s/g, '').toUpperCase() ?? '';
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return;
  prepared<[string, CustomerId, string, string], never>(db, 'INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    iban,
    payer.customerId,
    payer.origin,
    payer.at,
  );
}

/** Writes down whose receipt it is; null takes that back. */
export function assignReceipt(db: WritableDb, bankEntryId: BankEntryId, customerId: CustomerId | null): Result<null, AppError> {
  const changed = prepared<[CustomerId | null, BankEntryId], never>(db, 'UPDATE bank_entry SET customer_id = ? WHERE id = ? AND removed_at IS NULL').run(customerId, bankEntryId).changes;
  return changed === 1 ? ok(null) : err(appError('not-found', { what: 'receipt', id: bankEntryId }));
}

/** Puts a receipt aside with a reason, or takes it back (`reason` null). */
export function parkReceipt(db: WritableDb, parking: { readonly bankEntryId: BankEntryId; readonly reason: string | null; readonly until: PlainDateText | null }): Result<null, AppError> {
  const changed = prepared<[string | null, PlainDateText | null, BankEntryId], never>(
    db,
    'UPDATE bank_entry SET parked_reason = ?, parked_until = ? WHERE id = ? AND removed_at IS NULL',
  ).run(parking.reason, parking.until, parking.bankEntryId).changes;
  return changed === 1 ? ok(null) : err(appError('not-found', { what: 'receipt', id: parking.bankEntryId }));
}

/** Reverses allocation entries by counter-entries; refuses anything that is not an allocation, and then books nothing at all. */
export function undoAllocations(db: WritableDb, undo: { readonly entryIds: readonly EntryId[]; readonly recordedAt: string; readonly reason: Reason }): Result<number, AppError> {
  const entryIds = new Set(undo.entryIds);
  for (const entryId of entryIds) {
    const known = prepared<[EntryId], { undone: number }>(
      db,
      'SELECT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id) AS undone FROM allocation a WHERE a.entry_id = ? AND a.bank_entry_id IS NOT NULL',
    ).get(entryId);
    if (known === undefined) return err(appError('not-found', { what: 'allocation', id: entryId }));
    if (known.undone === 1) return err(appError('not-allowed-now', { what: 'undo', id: entryId }));
  }
  for (const entryId of entryIds) {
    const reversed = reverseEntry(db, { entryId, recordedAt: undo.recordedAt, actor: 'person', reason: undo.reason, importId: null });
    if (!reversed.ok) return reversed;
  }
  return ok(entryIds.size);
}
