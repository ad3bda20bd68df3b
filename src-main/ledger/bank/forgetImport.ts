/**
 * What an import taught goes with it when it is undone: accounts and habits of payers, and claims for costs of returns it told of. In
 * pages, because there may be very many.
 */
import type { CustomerId, EntryId, ImportId } from '../../../src-shared/ids.ts';
import { entriesOfDecision } from '../cash/bookedTogether.ts';
import type { ReadableDb, Steps, WritableDb } from '../connection.ts';
import { bankEntriesOf } from './importUndoing.ts';
import { unlearnDecision } from '../cash/learned.ts';
import { prepared } from '../statements.ts';

type Ids = { readonly ids: string };
const pageSize = 250;

/** Decisions of persons among the entries, by their first entry. */
const decidedByPersons = `SELECT e.id FROM json_each(@ids) x CROSS JOIN journal_entry e ON e.id = x.value
  WHERE e.actor = 'person' AND e.kind IN ('allocation', 'difference') AND NOT EXISTS (SELECT 1 FROM booked_together t WHERE t.entry_id = e.id)`;

const ibanOf = `replace(upper(e.counter_iban), ' ', '')`;
/** What people last said about whose a receipt is. */
const lastAssigned = `SELECT json_extract(v.detail, '$.customerId') FROM event v WHERE v.subject = 'receipt' AND v.subject_id = e.id AND v.kind = 'receipt-assigned' ORDER BY v.id DESC LIMIT 1`;

/** Accounts in use for which a receipt of the page spoke, however it is assigned now. */
const spokenFor = `SELECT i.iban, i.customer_id AS customerId FROM (
    SELECT ${ibanOf} AS iban, d.customer_id AS customerId FROM json_each(@ids) x CROSS JOIN bank_entry e ON e.id = x.value
      CROSS JOIN allocation a ON a.bank_entry_id = e.id CROSS JOIN document d ON d.id = a.document_id WHERE e.counter_iban IS NOT NULL
    UNION SELECT ${ibanOf}, (${lastAssigned}) FROM json_each(@ids) x CROSS JOIN bank_entry e ON e.id = x.value WHERE e.counter_iban IS NOT NULL) t
  CROSS JOIN customer_iban i ON i.iban = t.iban AND i.customer_id = t.customerId WHERE i.origin <> 'import'`;

/** Whether a receipt that counts still speaks for an account. */
const stillSpokenFor = `SELECT 1 AS found FROM document d CROSS JOIN allocation a ON a.document_id = d.id CROSS JOIN bank_entry e ON e.id = a.bank_entry_id
  WHERE d.customer_id = @customerId AND ${ibanOf} = @iban AND e.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id)`;

const assignedByPersons = `SELECT DISTINCT v.subject_id AS id FROM event v INDEXED BY event_kind WHERE v.kind = 'receipt-assigned' AND v.subject = 'receipt'`;
const saidOfReceipts = `SELECT ${ibanOf} AS iban, (${lastAssigned}) AS customerId FROM json_each(@ids) x CROSS JOIN bank_entry e ON e.id = x.value
  WHERE e.removed_at IS NULL AND e.counter_iban IS NOT NULL`;

type Account = { readonly iban: string; readonly customerId: CustomerId };
const accountKey = ({ iban, customerId }: Account): string => `${customerId} ${iban}`;

function* pagesOf<T>(all: readonly T[]): Generator<readonly T[], void, undefined> {
  for (let first = 0; first < all.length; first += pageSize) yield all.slice(first, first + pageSize);
}

/** Accounts that people named the owner of on receipts which are still here. */
function* namedByPersons(db: ReadableDb): Steps<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const page of pagesOf(prepared<[], { id: number }>(db, assignedByPersons).all())) {
    const rows = prepared<[Ids], { iban: string; customerId: CustomerId | null }>(db, saidOfReceipts).all({ ids: JSON.stringify(page.map(({ id }) => id)) });
    for (const { iban, customerId } of rows) if (customerId !== null) named.add(accountKey({ iban, customerId }));
    yield;
  }
  return named;
}

/** Accounts that only receipts of the import spoke for; those that a receipt which counts still speaks for stay. */
function* forgetAccounts(db: WritableDb, importId: ImportId): Steps<void> {
  const gone = new Map<string, Account>();
  for (const ids of bankEntriesOf(db, importId)) {
    for (const account of prepared<[Ids], Account>(db, spokenFor).all({ ids })) gone.set(accountKey(account), account);
    yield;
  }
  if (gone.size === 0) return;
  const named = yield* namedByPersons(db);
  const isStillSpokenFor = prepared<[Account], { found: number }>(db, `${stillSpokenFor} LIMIT 1`);
  const remove = prepared<[Account], never>(db, `DELETE FROM customer_iban WHERE iban = @iban AND customer_id = @customerId AND origin <> 'import'`);
  for (const [key, account] of gone) {
    if (!named.has(key) && isStillSpokenFor.get(account) === undefined) remove.run(account);
    yield;
  }
}

const withdrawClaims = `UPDATE document SET removed_at = @at WHERE removed_at IS NULL
  AND id IN (SELECT m.claim_document_id FROM json_each(@ids) x CROSS JOIN money_back m NOT INDEXED ON m.entry_id = x.value WHERE m.claim_document_id IS NOT NULL)`;

export type Forgetting = { readonly importId: ImportId; readonly entries: readonly EntryId[]; readonly at: string };

/** After the entries of an undone import were reversed and what it brought in was marked as removed. `entries` are those that were reversed. */
export function* forgetImport(db: WritableDb, { importId, entries, at }: Forgetting): Steps<void> {
  for (const page of pagesOf(entries)) {
    for (const { id } of prepared<[Ids], { id: EntryId }>(db, decidedByPersons).all({ ids: JSON.stringify(page) })) {
      unlearnDecision(db, entriesOfDecision(db, id));
      yield;
    }
    yield;
  }
  yield* forgetAccounts(db, importId);
  for (const page of pagesOf(entries)) {
    prepared<[Ids & { at: string }], never>(db, withdrawClaims).run({ ids: JSON.stringify(page), at });
    yield;
  }
}
