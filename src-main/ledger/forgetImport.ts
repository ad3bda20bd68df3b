/** What an import taught goes with it when it is undone: accounts and habits of payers, and claims for costs of returns it told of. */
import type { EntryId, ImportId } from '../../src-shared/ids.ts';
import type { WritableDb } from './connection.ts';
import { entriesOfDecision } from './bookedTogether.ts';
import { unlearnDecision } from './learned.ts';
import { prepared } from './statements.ts';

type Undone = { readonly importId: ImportId; readonly entries: string; readonly at: string };

/** Decisions of persons among the entries, by their first entry. */
const decidedByPersons = `SELECT e.id FROM json_each(@entries) x CROSS JOIN journal_entry e ON e.id = x.value
  WHERE e.actor = 'person' AND e.kind IN ('allocation', 'difference') AND NOT EXISTS (SELECT 1 FROM booked_together t WHERE t.entry_id = e.id)`;

const ibanOf = `replace(upper(e.counter_iban), ' ', '')`;
const lastAssigned = `SELECT v.subject_id AS bankEntryId, json_extract(v.detail, '$.customerId') AS customerId, max(v.id) AS eventId FROM event v
  WHERE v.subject = 'receipt' AND v.kind = 'receipt-assigned' GROUP BY v.subject_id`;

/** Accounts that only receipts of the import spoke for; those that a receipt which counts still speaks for stay. In one go: there may be very many. */
const forgetAccounts = `WITH assigned AS MATERIALIZED (${lastAssigned}),
  told AS MATERIALIZED (
    SELECT e.id, e.removed_at AS removedAt, ${ibanOf} AS iban, d.customer_id AS customerId, EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id) AS isReversed
      FROM allocation a CROSS JOIN bank_entry e ON e.id = a.bank_entry_id CROSS JOIN document d ON d.id = a.document_id
    UNION ALL SELECT e.id, e.removed_at, ${ibanOf}, a.customerId, 0 FROM assigned a CROSS JOIN bank_entry e ON e.id = a.bankEntryId WHERE a.customerId IS NOT NULL),
  ofImport AS MATERIALIZED (SELECT e.id FROM bank_entry e WHERE e.statement_id IN (SELECT s.id FROM statement s JOIN import_file f ON f.id = s.import_file_id WHERE f.import_id = @importId)),
  gone AS MATERIALIZED (SELECT DISTINCT iban, customerId FROM told WHERE iban IS NOT NULL AND id IN (SELECT id FROM ofImport)),
  left AS MATERIALIZED (SELECT DISTINCT iban, customerId FROM told WHERE removedAt IS NULL AND isReversed = 0)
  DELETE FROM customer_iban WHERE origin <> 'import' AND (iban, customer_id) IN (SELECT iban, customerId FROM gone) AND (iban, customer_id) NOT IN (SELECT iban, customerId FROM left WHERE iban IS NOT NULL)`;

const withdrawClaims = `UPDATE document SET removed_at = @at WHERE removed_at IS NULL
  AND id IN (SELECT m.claim_document_id FROM json_each(@entries) x CROSS JOIN money_back m ON m.entry_id = x.value WHERE m.claim_document_id IS NOT NULL)`;

/** After the entries of an undone import were reversed and what it brought in was marked as removed. `entries` are those that were reversed. */
export function forgetImport(db: WritableDb, undone: { readonly importId: ImportId; readonly entries: readonly EntryId[]; readonly at: string }): void {
  const values: Undone = { importId: undone.importId, entries: JSON.stringify(undone.entries), at: undone.at };
  const decisions = prepared<[Pick<Undone, 'entries'>], { id: EntryId }>(db, decidedByPersons).all({ entries: values.entries });
  for (const { id } of decisions) unlearnDecision(db, entriesOfDecision(db, id));
  prepared<[Pick<Undone, 'importId'>], never>(db, forgetAccounts).run({ importId: undone.importId });
  prepared<[Pick<Undone, 'entries' | 'at'>], never>(db, withdrawClaims).run({ entries: values.entries, at: undone.at });
}
