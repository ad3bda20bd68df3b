/**
 * What is too much after an undoing: an invoice that was paid again while its first payment counted as gone is paid twice once that payment
 * counts again. It never goes below nothing: the latest payment above what was asked goes back to its receipt, where it stands as money of
 * the customer that is not assigned. What else that payment settled stays settled. The same for a credit note that was used twice.
 */
import { type Reason, zReason } from '../../../src-shared/contract/common.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId } from '../../../src-shared/ids.ts';
import { cents, type Cents, negateCents, sumCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import type { DifferenceAccount } from '../../domain/posting/posting.ts';
import { entriesOfDecision } from './bookedTogether.ts';
import { bookCashDecision, type CashDecision, type CashPart, type WriteOff } from './cashDecision.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { type EntryHead, entryHead, post, postingsOf, reverseEntry } from '../journal.ts';
import { learnFromDecision, unlearnDecision } from './learned.ts';
import { nameUnnamedReceipt } from './receiptPayer.ts';
import { prepared } from '../statements.ts';

/** Whether the money of a receipt went back since: its decisions stand until that is undone. */
export const wentBack = (db: ReadableDb, bankEntryId: BankEntryId): boolean =>
  prepared<[BankEntryId], { found: number }>(
    db,
    `SELECT 1 AS found FROM money_back m WHERE m.reversed_bank_entry_id = ? AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = m.entry_id) LIMIT 1`,
  ).get(bankEntryId) !== undefined;

/** The documents that returns among the entries had opened again: undoing the entries closes them, perhaps for the second time. */
export const openedByReturns = (db: ReadableDb, entryIds: readonly EntryId[]): readonly DocumentId[] =>
  prepared<[{ ids: string }], { id: DocumentId }>(
    db,
    `SELECT DISTINCT p.document_id AS id FROM json_each(@ids) x CROSS JOIN journal_entry e ON e.id = x.value CROSS JOIN posting p ON p.entry_id = e.id
     WHERE e.kind = 'return' AND p.document_id IS NOT NULL ORDER BY 1`,
  )
    .all({ ids: JSON.stringify(entryIds) })
    .map(({ id }) => id);

/** How far a document is beyond nothing, with the sign of its balance: an invoice below zero, a credit note above it. Zero when it is not. */
function beyondNothing(db: ReadableDb, documentId: DocumentId): Cents {
  const row = prepared<[DocumentId], { open: Cents; isCredit: 0 | 1 }>(
    db,
    `SELECT b.open, (d.kind = 'creditNote' OR d.total < 0) AS isCredit FROM document d JOIN document_balance b ON b.document_id = d.id WHERE d.id = ? AND d.removed_at IS NULL`,
  ).get(documentId);
  if (row === undefined || (row.isCredit === 1 ? row.open <= 0 : row.open >= 0)) return cents(0);
  return row.open;
}

type Settling = { readonly lead: EntryId; readonly bankEntryId: BankEntryId | null };

/** The latest thing that settled the document and can be taken off it; null when nothing can. What the books said of it stays. */
function latestSettling(db: ReadableDb, documentId: DocumentId, beyond: Cents): Settling | null {
  const rows = prepared<[{ documentId: DocumentId; beyond: number }], Settling>(
    db,
    `SELECT s.lead, coalesce((SELECT a.bank_entry_id FROM allocation a WHERE a.entry_id = s.lead LIMIT 1), (SELECT m.bank_entry_id FROM money_back m WHERE m.entry_id = s.lead),
         (SELECT p.bank_entry_id FROM posting p WHERE p.entry_id = s.lead AND p.bank_entry_id IS NOT NULL LIMIT 1)) AS bankEntryId
     FROM (SELECT coalesce(t.lead_entry_id, e.id) AS lead, max(e.effective_date) AS day FROM posting p CROSS JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN booked_together t ON t.entry_id = e.id
       WHERE p.document_id = @documentId AND e.reverses_id IS NULL AND e.kind IN ('allocation', 'difference', 'refund', 'set-off') AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)
       GROUP BY 1 HAVING sum(p.cents) * @beyond > 0) s ORDER BY s.day DESC, s.lead DESC`,
  ).all({ documentId, beyond });
  return rows.find(({ bankEntryId }) => bankEntryId === null || !wentBack(db, bankEntryId)) ?? null;
}

type DecisionEntry = { readonly entryId: EntryId; readonly head: EntryHead };

const headsOf = (db: ReadableDb, lead: EntryId): readonly DecisionEntry[] =>
  entriesOfDecision(db, lead).flatMap((entryId) => {
    const head = entryHead(db, entryId);
    return head === null ? [] : [{ entryId, head }];
  });

type Said = { readonly actor: 'program' | 'person'; readonly reason: string };
type Decided = Pick<CashDecision, 'bankEntryId' | 'parts' | 'writeOffs' | 'feeCents' | 'leftover' | 'rule' | 'reason' | 'actor'>;

/** A decision about a receipt as it was made, read from its entries; null when it is of another kind or in two currencies. */
function readDecision(db: ReadableDb, lead: EntryId, bankEntryId: BankEntryId): Decided | null {
  const entries = headsOf(db, lead);
  if (entries.some(({ head }) => head.kind !== 'allocation' && head.kind !== 'difference') || entries.filter(({ head }) => head.kind === 'allocation').length > 1) return null;
  const parts = prepared<[EntryId], CashPart & { rule: string }>(db, 'SELECT document_id AS documentId, cents, rule FROM allocation WHERE entry_id = ? ORDER BY document_id').all(lead);
  const said = prepared<[EntryId], Said>(db, 'SELECT actor, reason FROM journal_entry WHERE id = ?').get(lead);
  const [first] = parts;
  if (said === undefined || first === undefined) return null;
  const writeOffs: WriteOff[] = [];
  let [feeCents, leftover]: [Cents, CashDecision['leftover']] = [cents(0), null];
  for (const { entryId, head } of entries) {
    const postings = postingsOf(db, entryId);
    for (const [at, { account, documentId, bankEntryId: line, cents: amount }] of postings.entries()) {
      if (documentId !== null || line !== null) continue;
      const beside = postings[at + 1]?.documentId ?? null;
      if (head.kind === 'allocation') feeCents = sumCents([feeCents, amount]);
      else if (amount < 0) leftover = { cents: negateCents(amount), account: account as DifferenceAccount };
      else if (beside !== null) writeOffs.push({ documentId: beside, account: account as DifferenceAccount, cents: amount });
    }
  }
  const reason = zReason.parse(JSON.parse(said.reason));
  return { bankEntryId, parts: parts.map(({ documentId, cents: amount }) => ({ documentId, cents: amount })), writeOffs, feeCents, leftover, rule: first.rule, reason, actor: said.actor };
}

/** The decision without what is too much on a document: first what was given away, then the money. Null when no money is left in it. */
function lessened(decided: Decided, documentId: DocumentId, beyond: Cents): Decided | null {
  let over = Math.abs(beyond);
  const take = <T extends CashPart>(rows: readonly T[]): readonly T[] =>
    rows.flatMap((row) => {
      if (row.documentId !== documentId) return [row];
      const taken = Math.min(over, Math.abs(row.cents));
      over -= taken;
      const left = cents(Math.sign(row.cents) * (Math.abs(row.cents) - taken));
      return left === 0 ? [] : [{ ...row, cents: left }];
    });
  const writeOffs = take(decided.writeOffs);
  const parts = take(decided.parts);
  return parts.length === 0 ? null : { ...decided, parts, writeOffs };
}

type Release = { readonly recordedAt: string; readonly reason: Reason };

function reverseAll(db: WritableDb, entryIds: readonly EntryId[], { recordedAt, reason }: Release): void {
  for (const entryId of entryIds.toReversed()) {
    const reversed = reverseEntry(db, { entryId, recordedAt, actor: 'program', reason, importId: null });
    if (!reversed.ok) throw new Error('what settled a document could not be taken back');
  }
}

/** A credit note was set against the invoice: only what is too much is its credit again. */
function releaseSetOff(db: WritableDb, entryId: EntryId, beyond: Cents, release: Release): void {
  const row = prepared<[EntryId], Said & { importId: EntryHead['importId'] }>(db, 'SELECT actor, reason, import_id AS importId FROM journal_entry WHERE id = ?').get(entryId);
  const head = entryHead(db, entryId);
  const postings = postingsOf(db, entryId);
  reverseAll(db, [entryId], release);
  const left = Math.abs(postings[0]?.cents ?? 0) - Math.abs(beyond);
  if (row === undefined || head === null || left <= 0) return;
  const again = post(db, {
    ...head,
    recordedAt: release.recordedAt,
    actor: row.actor,
    reason: zReason.parse(JSON.parse(row.reason)),
    postings: postings.map((line) => ({ ...line, cents: cents(Math.sign(line.cents) * left) })),
  });
  prepared<[{ again: EntryId; entryId: EntryId; left: number }], never>(
    db,
    `INSERT INTO allocation (entry_id, bank_entry_id, from_document_id, document_id, cents, rule)
     SELECT @again, bank_entry_id, from_document_id, document_id, CASE WHEN cents < 0 THEN -@left ELSE @left END, rule FROM allocation WHERE entry_id = @entryId`,
  ).run({ again, entryId, left });
}

/** The one customer whose documents a decision settled; null when they are of several. */
function customerOf(db: ReadableDb, lead: EntryId): CustomerId | null {
  const rows = prepared<[EntryId], { id: CustomerId }>(db, 'SELECT DISTINCT d.customer_id AS id FROM allocation a JOIN document d ON d.id = a.document_id WHERE a.entry_id = ? LIMIT 2').all(lead);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** Takes a decision about a receipt back and books what is left of it; the receipt stays the customer's. */
function releaseDecision(db: WritableDb, settling: { readonly lead: EntryId; readonly bankEntryId: BankEntryId }, over: CashPart, release: Release): void {
  const { lead, bankEntryId } = settling;
  const decided = readDecision(db, lead, bankEntryId);
  const entries = entriesOfDecision(db, lead);
  const customerId = customerOf(db, lead);
  unlearnDecision(db, entries);
  reverseAll(db, entries, release);
  if (customerId !== null) nameUnnamedReceipt(db, bankEntryId, customerId);
  const rest = decided === null ? null : lessened(decided, over.documentId, over.cents);
  if (rest === null) return;
  // What cannot be booked without the rest of it waits as a whole for a person.
  const booked = bookCashDecision(db, { ...rest, exchange: null, recordedAt: release.recordedAt });
  if (booked.ok && rest.actor === 'person' && rest.feeCents === 0) learnFromDecision(db, entriesOfDecision(db, booked.value), release.recordedAt);
}

/**
 * Brings documents that an undoing took beyond nothing back to nothing, the latest payment first. Called in the transaction of the undoing,
 * after everything that it reverses. What cannot be taken off a document (what the books themselves said of it) stays on it.
 */
export function releaseOverPayment(db: WritableDb, documentId: DocumentId, recordedAt: string): void {
  const release: Release = { recordedAt, reason: { code: codedReason('over-payment-released', {}).code, params: {} } };
  for (let beyond = beyondNothing(db, documentId); beyond !== 0; beyond = beyondNothing(db, documentId)) {
    const settling = latestSettling(db, documentId, beyond);
    if (settling === null) return;
    if (settling.bankEntryId === null) releaseSetOff(db, settling.lead, beyond, release);
    else releaseDecision(db, { lead: settling.lead, bankEntryId: settling.bankEntryId }, { documentId, cents: beyond }, release);
  }
}
