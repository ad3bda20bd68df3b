/**
 * What lists of open items settled, read from the journal: entries that a list booked on documents and that still count. Money that came in
 * up to the day of such a list is in it already (`domain/matching/listedAlready.ts`).
 */
import type { DocumentId, EntryId } from '../../../src-shared/ids.ts';
import { stillListed } from '../../domain/matching/listedAlready.ts';
import type { ListedAmount } from '../../domain/matching/matchTypes.ts';
import type { ReadableDb, Steps } from '../connection.ts';
import { prepared } from '../statements.ts';

/** An entry of a list is about one document. */
type Change = ListedAmount & { readonly entryId: EntryId; readonly documentId: DocumentId };

/** Entries read between two stops. */
const pageSize = 2000;

/** Only the accounts of lists are looked through, by an index that leaves out documents, money and sales. Above zero: lowered by a list; below: put back. */
const changesAfter = `SELECT e.id AS entryId, p.document_id AS documentId, p.effective_date AS "on", -p.cents AS cents
  FROM posting c INDEXED BY posting_difference CROSS JOIN journal_entry e ON e.id = c.entry_id CROSS JOIN posting p ON p.entry_id = e.id AND p.document_id IS NOT NULL
  WHERE c.document_id IS NULL AND c.bank_entry_id IS NULL AND c.own_account_id IS NULL AND c.account <> 'sales' AND c.account IN ('opening', 'books-adjustment')
    AND c.entry_id > @after AND e.kind IN ('opening-item', 'books-adjustment') AND e.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) ORDER BY c.entry_id LIMIT @pageSize`;

/** What lists settled and still stands, of the documents of which they settled anything; in steps. */
export function* listedAmounts(db: ReadableDb): Steps<ReadonlyMap<DocumentId, readonly ListedAmount[]>> {
  const read = prepared<[{ after: number; pageSize: number }], Change>(db, changesAfter);
  const changes = new Map<DocumentId, ListedAmount[]>();
  for (let after = 0, isMore = true; isMore; ) {
    const page = read.all({ after, pageSize });
    for (const { documentId, on, cents } of page) {
      const known = changes.get(documentId);
      if (known === undefined) changes.set(documentId, [{ on, cents }]);
      else known.push({ on, cents });
    }
    after = page.at(-1)?.entryId ?? after;
    isMore = page.length === pageSize;
    if (isMore) yield;
  }
  const listed = new Map<DocumentId, readonly ListedAmount[]>();
  let looked = 0;
  for (const [documentId, ofDocument] of changes) {
    const left = stillListed(ofDocument);
    if (left.length > 0) listed.set(documentId, left);
    looked += 1;
    if (looked % pageSize === 0) yield;
  }
  return listed;
}
