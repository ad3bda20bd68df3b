/**
 * What lists of open items settled, read from the journal: entries that a list booked on documents and that still count. Money that came in
 * up to the day of such a list is in it already (`domain/matching/listedAlready.ts`).
 */
import type { DocumentId } from '../../../src-shared/ids.ts';
import { stillListed } from '../../domain/matching/listedAlready.ts';
import type { ListedAmount } from '../../domain/matching/matchTypes.ts';
import type { ReadableDb, Steps } from '../connection.ts';
import { prepared } from '../statements.ts';

type Change = ListedAmount & { readonly documentId: DocumentId };

/** Entries looked at between two stops. */
const span = 20_000;

/** Only the accounts of lists are looked through, by an index that leaves out documents, money and sales. Above zero: lowered by a list; below: put back. */
const changesBetween = `SELECT p.document_id AS documentId, p.effective_date AS "on", -p.cents AS cents
  FROM posting c INDEXED BY posting_difference CROSS JOIN journal_entry e ON e.id = c.entry_id CROSS JOIN posting p ON p.entry_id = e.id AND p.document_id IS NOT NULL
  WHERE c.document_id IS NULL AND c.bank_entry_id IS NULL AND c.own_account_id IS NULL AND c.account <> 'sales' AND c.account IN ('opening', 'books-adjustment')
    AND c.entry_id BETWEEN @first AND @last AND e.kind IN ('opening-item', 'books-adjustment') AND e.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)`;

const byDocument = (changes: readonly Change[]): ReadonlyMap<DocumentId, readonly ListedAmount[]> =>
  new Map(
    [...Map.groupBy(changes, (one) => one.documentId)].flatMap(([documentId, rows]) => {
      const listed = stillListed(rows.map(({ on, cents }) => ({ on, cents })));
      return listed.length === 0 ? [] : [[documentId, listed] as const];
    }),
  );

/** What lists settled and still stands, of the documents of which they settled anything; in steps. */
export function* listedAmounts(db: ReadableDb): Steps<ReadonlyMap<DocumentId, readonly ListedAmount[]>> {
  const newest = prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM journal_entry').get()?.id ?? 0;
  const read = prepared<[{ first: number; last: number }], Change>(db, changesBetween);
  const changes: Change[] = [];
  for (let first = 1; first <= newest; first += span) {
    for (const row of read.all({ first, last: first + span - 1 })) changes.push(row);
    yield;
  }
  return byDocument(changes);
}
