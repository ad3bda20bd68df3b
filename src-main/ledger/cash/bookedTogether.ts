/** Entries that one decision made: a receipt assigned with its differences, or in two currencies. They count together and are undone together. */
import type { EntryId } from '../../../src-shared/ids.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

/** Remembers that entries belong to the decision of the first of them. */
export function bookTogether(db: WritableDb, lead: EntryId, others: readonly EntryId[]): void {
  const insert = prepared<[EntryId, EntryId], never>(db, 'INSERT INTO booked_together (entry_id, lead_entry_id) VALUES (?, ?)');
  for (const entryId of others) insert.run(entryId, lead);
}

/** The first entry of the decision that an entry belongs to: itself when it stands alone. */
export const leadOf = (db: ReadableDb, entryId: EntryId): EntryId =>
  prepared<[EntryId], { lead: EntryId }>(db, 'SELECT lead_entry_id AS lead FROM booked_together WHERE entry_id = ?').get(entryId)?.lead ?? entryId;

/** All entries of a decision, its first one first. */
export const entriesOfDecision = (db: ReadableDb, lead: EntryId): readonly EntryId[] => [
  lead,
  ...prepared<[EntryId], { id: EntryId }>(db, 'SELECT entry_id AS id FROM booked_together WHERE lead_entry_id = ? ORDER BY entry_id').all(lead).map((row) => row.id),
];

/** The first entries of the decisions about a bank line that still count, oldest first. Taking the line in is no decision. */
export function decisionsAbout(db: ReadableDb, bankEntryId: number): readonly EntryId[] {
  return prepared<[{ id: number }], { id: EntryId }>(
    db,
    `SELECT DISTINCT coalesce(t.lead_entry_id, e.id) AS id FROM posting p JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN booked_together t ON t.entry_id = e.id
     WHERE p.bank_entry_id = @id AND e.reverses_id IS NULL AND (e.kind <> 'receipt' OR t.lead_entry_id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) ORDER BY 1`,
  )
    .all({ id: bankEntryId })
    .map((row) => row.id);
}
