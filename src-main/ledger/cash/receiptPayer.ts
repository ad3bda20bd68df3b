/**
 * Whose receipt it is. A decision teaches the account of the payer, and an account of exactly one customer names later receipts; when the
 * decision is undone, what was learned from nothing else goes with it.
 */
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId, CustomerId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { isAccountRevoked, liftRevocation } from './learned.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

/** An account number as it is compared: without spaces, in capitals; null when it has not the form of one. */
export function payerIban(text: string | null): string | null {
  const iban = text?.replaceAll(/\s/g, '').toUpperCase() ?? '';
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban) ? iban : null;
}

/**
 * Remembers that a customer pays from this account, when the account is known and has the form of one. What a person revoked is concluded
 * again only when a person says so.
 */
export function learnPayer(db: WritableDb, payer: { readonly iban: string | null; readonly customerId: CustomerId; readonly origin: 'match' | 'person'; readonly at: string }): void {
  const iban = payerIban(payer.iban);
  if (iban === null) return;
  if (payer.origin === 'match' && isAccountRevoked(db, iban, payer.customerId)) return;
  if (payer.origin === 'person') liftRevocation(db, iban, payer.customerId);
  prepared<[string, CustomerId, string, string], never>(db, 'INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    iban,
    payer.customerId,
    payer.origin,
    payer.at,
  );
}

/** Writes down whose receipt it is; null takes that back. */
export function nameReceipt(db: WritableDb, bankEntryId: BankEntryId, customerId: CustomerId | null): Result<null, AppError> {
  const changed = prepared<[CustomerId | null, BankEntryId], never>(db, 'UPDATE bank_entry SET customer_id = ? WHERE id = ? AND removed_at IS NULL').run(customerId, bankEntryId).changes;
  return changed === 1 ? ok(null) : err(appError('not-found', { what: 'receipt', id: bankEntryId }));
}

/** Names a receipt that carries no name yet and that no person has judged: what a person said, also "nobody", stays. */
export function nameUnnamedReceipt(db: WritableDb, bankEntryId: BankEntryId, customerId: CustomerId): void {
  prepared<[CustomerId, BankEntryId], never>(
    db,
    `UPDATE bank_entry AS e SET customer_id = ? WHERE e.id = ? AND e.customer_id IS NULL AND e.removed_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM event v WHERE v.subject = 'receipt' AND v.subject_id = e.id AND v.kind = 'receipt-assigned')`,
  ).run(customerId, bankEntryId);
}

/** A person says whose receipt it is, without assigning it to anything. Logged, so that undoing an assignment comes back to it. */
export function assignReceipt(db: WritableDb, assignment: { readonly bankEntryId: BankEntryId; readonly customerId: CustomerId | null; readonly at: string }): Result<null, AppError> {
  const { bankEntryId, customerId, at } = assignment;
  const receipt = readPayer(db, bankEntryId);
  if (receipt === null) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
  if (customerId !== null && prepared<[CustomerId], { id: CustomerId }>(db, 'SELECT id FROM customer WHERE id = ?').get(customerId) === undefined)
    return err(appError('not-found', { what: 'customer', id: customerId }));
  logEvent(db, { at, actor: 'person', kind: 'receipt-assigned', subject: 'receipt', subjectId: bankEntryId, detail: { customerId, was: receipt.customerId } });
  if (customerId !== null) learnPayer(db, { iban: receipt.iban, customerId, origin: 'person', at });
  const named = nameReceipt(db, bankEntryId, customerId);
  if (receipt.customerId !== null && receipt.customerId !== customerId) forgetPayer(db, receipt.iban, receipt.customerId);
  return named;
}

type Payer = { readonly iban: string | null; readonly customerId: CustomerId | null };
const readPayer = (db: ReadableDb, bankEntryId: BankEntryId): Payer | null =>
  prepared<[BankEntryId], Payer>(db, 'SELECT counter_iban AS iban, customer_id AS customerId FROM bank_entry WHERE id = ? AND removed_at IS NULL').get(bankEntryId) ?? null;

/** The customer a person named last for this receipt; null when nobody did, or took it back. */
const assignedCustomer = `(SELECT json_extract(v.detail, '$.customerId') FROM event v WHERE v.subject = 'receipt' AND v.subject_id = e.id AND v.kind = 'receipt-assigned' ORDER BY v.id DESC LIMIT 1)`;
const sameIban = `replace(upper(e.counter_iban), ' ', '') = @iban`;
const countingAllocation = `SELECT 1 FROM allocation a JOIN document d ON d.id = a.document_id WHERE a.bank_entry_id = e.id AND d.customer_id = @customerId
  AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id)`;

/** Takes a learned account back when no receipt that counts speaks for it, and with it the names it gave to receipts that wait. */
function forgetPayer(db: WritableDb, ibanText: string | null, customerId: CustomerId): void {
  const iban = payerIban(ibanText);
  if (iban === null) return;
  const key = { iban, customerId };
  const { changes } = prepared<[typeof key], never>(
    db,
    `DELETE FROM customer_iban WHERE iban = @iban AND customer_id = @customerId AND origin <> 'import'
       AND NOT EXISTS (SELECT 1 FROM bank_entry e WHERE e.removed_at IS NULL AND ${sameIban} AND (${assignedCustomer} = @customerId OR EXISTS (${countingAllocation})))`,
  ).run(key);
  if (changes === 0) return;
  prepared<[typeof key], never>(
    db,
    `UPDATE bank_entry AS e SET customer_id = NULL WHERE e.customer_id = @customerId AND ${sameIban} AND e.removed_at IS NULL
       AND coalesce(${assignedCustomer}, 0) <> @customerId AND NOT EXISTS (${countingAllocation})`,
  ).run(key);
}

/** After an assignment was undone: forgets what only it had taught, and puts back the name that a person or the account gives. */
export function restorePayer(db: WritableDb, bankEntryId: BankEntryId): void {
  const payer = readPayer(db, bankEntryId);
  const owners = prepared<[BankEntryId], { customerId: CustomerId }>(
    db,
    'SELECT DISTINCT d.customer_id AS customerId FROM allocation a JOIN document d ON d.id = a.document_id WHERE a.bank_entry_id = ?',
  ).all(bankEntryId);
  for (const { customerId } of owners) forgetPayer(db, payer?.iban ?? null, customerId);
  const left = prepared<[BankEntryId], { customerId: CustomerId }>(
    db,
    `SELECT d.customer_id AS customerId FROM allocation a JOIN document d ON d.id = a.document_id WHERE a.bank_entry_id = ?
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id) LIMIT 1`,
  ).get(bankEntryId);
  const assigned = prepared<[BankEntryId], { customerId: CustomerId | null }>(db, `SELECT ${assignedCustomer} AS customerId FROM bank_entry e WHERE e.id = ?`).get(bankEntryId);
  const known = prepared<[string], { customerId: CustomerId }>(db, 'SELECT customer_id AS customerId FROM customer_iban WHERE iban = ?').all(payerIban(payer?.iban ?? null) ?? '');
  const byAccount = known.length === 1 ? known[0]?.customerId : undefined;
  nameReceipt(db, bankEntryId, left?.customerId ?? assigned?.customerId ?? byAccount ?? null);
}

/** Receipts whose assignment a person undid: the program leaves them to people from then on. */
export function receiptsLeftToPeople(db: ReadableDb): ReadonlySet<BankEntryId> {
  const rows = prepared<[], { id: BankEntryId }>(
    db,
    `SELECT DISTINCT a.bank_entry_id AS id FROM journal_entry r CROSS JOIN allocation a ON a.entry_id = r.reverses_id
     WHERE r.reverses_id IS NOT NULL AND a.bank_entry_id IS NOT NULL AND json_extract(r.reason, '$.code') = 'undone-by-person'`,
  ).all();
  return new Set(rows.map((row) => row.id));
}
