/** Assigning receipts to documents, putting them aside, and undoing what was decided about bank lines. */
import type { Reason } from '../../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId, EntryId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { entriesOfDecision, leadOf } from './bookedTogether.ts';
import { bookCashDecision, type CashPart, plainDecision } from './cashDecision.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { reverseEntry } from '../journal.ts';
import { unlearnDecision } from './learned.ts';
import { restorePayer } from './receiptPayer.ts';
import { openedByReturns, releaseOverPayment, wentBack } from './releaseOverPayment.ts';
import { claimOfReturn, withdrawClaim } from './returnCosts.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

export type NewAllocation = {
  readonly bankEntryId: BankEntryId;
  readonly parts: readonly CashPart[];
  readonly rule: string;
  readonly reason: Reason;
  readonly actor: 'program' | 'person';
  readonly recordedAt: string;
};

/**
 * Books parts of a receipt and nothing else. Refuses as a whole: a part of zero, more than is open on a document, another currency, more
 * than is unmatched on the receipt. A negative part takes back a credit note that the payer subtracted.
 */
export function allocateReceipt(db: WritableDb, allocation: NewAllocation): Result<readonly EntryId[], AppError> {
  const booked = bookCashDecision(db, { ...plainDecision, ...allocation });
  return booked.ok ? ok([booked.value]) : booked;
}

export type Parking = { readonly bankEntryId: BankEntryId; readonly reason: string | null; readonly until: PlainDateText | null; readonly at: string };

/** Puts a receipt aside with a reason, or takes it back (`reason` null). */
export const parkReceipt = (db: WritableDb, parking: Parking): Result<null, AppError> => setAside(db, parking, {});

/** Puts a receipt aside of which a person says that it pays none of the documents it names: their follow-up goes on. That stands in the log. */
export const parkAsUnrelated = (db: WritableDb, parking: Parking): Result<null, AppError> => setAside(db, parking, { isForNothingNamed: true });

function setAside(db: WritableDb, parking: Parking, said: { readonly isForNothingNamed?: true }): Result<null, AppError> {
  const { bankEntryId, reason, until, at } = parking;
  const changed = prepared<[string | null, PlainDateText | null, BankEntryId], never>(
    db,
    'UPDATE bank_entry SET parked_reason = ?, parked_until = ? WHERE id = ? AND removed_at IS NULL',
  ).run(reason, until, bankEntryId).changes;
  if (changed !== 1) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
  logEvent(db, { at, actor: 'person', kind: reason === null ? 'receipt-unparked' : 'receipt-parked', subject: 'receipt', subjectId: bankEntryId, detail: { reason, until, ...said } });
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

type Decided = { readonly undone: number; readonly bankEntryId: BankEntryId | null };

/** The bank line a decision is about, and whether it was undone; undefined when the entry is no decision about a bank line. */
const decidedAbout = (db: ReadableDb, lead: EntryId): Decided | undefined =>
  prepared<[{ id: EntryId }], Decided>(
    db,
    `SELECT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) AS undone, coalesce(
         (SELECT a.bank_entry_id FROM allocation a WHERE a.entry_id = e.id LIMIT 1), (SELECT m.bank_entry_id FROM money_back m WHERE m.entry_id = e.id),
         (SELECT p.bank_entry_id FROM posting p WHERE p.entry_id = e.id AND p.bank_entry_id IS NOT NULL LIMIT 1)) AS bankEntryId
     FROM journal_entry e WHERE e.id = @id AND e.reverses_id IS NULL AND e.kind IN ('allocation', 'difference', 'return', 'refund')`,
  ).get({ id: lead });

/**
 * Reverses decisions about bank lines by counter-entries, each with everything that was booked with it, and takes back what was concluded
 * from them: the name on the receipt and the account that was learned. Refuses anything that is no such decision, was undone before, is of
 * a receipt that went back since, or has a claim for costs that is paid already; and then books nothing at all. What was paid a second time
 * while the first payment counted as gone is then too much: it goes back to its receipt.
 */
export function undoAllocations(db: WritableDb, undo: { readonly entryIds: readonly EntryId[]; readonly recordedAt: string; readonly reason: Reason }): Result<number, AppError> {
  const leads = new Set(undo.entryIds.map((entryId) => leadOf(db, entryId)));
  const receipts = new Set<BankEntryId>();
  for (const lead of leads) {
    const known = decidedAbout(db, lead);
    if (known === undefined || known.bankEntryId === null) return err(appError('not-found', { what: 'allocation', id: lead }));
    if (known.undone === 1 || wentBack(db, known.bankEntryId)) return err(appError('not-allowed-now', { what: 'undo', id: lead }));
    const claim = claimOfReturn(db, lead);
    if (claim !== null && claim.open !== claim.total) return err(appError('not-allowed-now', { what: 'undo', id: lead }));
    receipts.add(known.bankEntryId);
  }
  for (const lead of [...leads].sort((a, b) => b - a)) {
    withdrawClaim(db, lead, undo);
    const entries = entriesOfDecision(db, lead);
    unlearnDecision(db, entries);
    for (const entryId of entries.toReversed()) {
      const reversed = reverseEntry(db, { entryId, recordedAt: undo.recordedAt, actor: 'person', reason: undo.reason, importId: null });
      // Checked above: a refusal here is a mistake of the program, and nothing of the undoing may stay.
      if (!reversed.ok) throw new Error('a decision that counts could not be reversed');
    }
  }
  for (const bankEntryId of receipts) restorePayer(db, bankEntryId);
  const opened = openedByReturns(db, [...leads].flatMap((lead) => entriesOfDecision(db, lead)));
  for (const documentId of opened) releaseOverPayment(db, documentId, undo.recordedAt);
  return ok(leads.size);
}
