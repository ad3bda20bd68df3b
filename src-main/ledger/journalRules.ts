/**
 * The rules of the journal that hold in every version of the schema and at every instant: each entry is sealed, and the postings of each
 * entry add up to zero. They are asked of copies and of files in the middle of a migration, so they know no other table.
 */
import type Database from 'better-sqlite3';

export type JournalCounts = { readonly entries: number; readonly postings: number };

const count = (sqlite: Database.Database, table: string): number =>
  sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;

/** How much there is in the journal: what a copy must have too. */
export const journalCounts = (sqlite: Database.Database): JournalCounts => ({
  entries: count(sqlite, 'journal_entry'),
  postings: count(sqlite, 'posting'),
});

export const unsealedEntries = 'SELECT id FROM journal_entry WHERE id NOT IN (SELECT entry_id FROM entry_seal)';
export const unbalancedEntries = 'SELECT entry_id AS id FROM posting GROUP BY entry_id HAVING sum(cents) <> 0 OR count(*) < 2';

/** Which rule of the journal does not hold, in words for a log; null when all do. */
export function brokenJournalRule(sqlite: Database.Database): string | null {
  const first = (sql: string): number | undefined => sqlite.prepare<[], number>(`${sql} LIMIT 1`).pluck().get();
  const unsealed = first(unsealedEntries);
  if (unsealed !== undefined) return `entry ${unsealed} is not sealed`;
  const unbalanced = first(unbalancedEntries);
  return unbalanced === undefined ? null : `entry ${unbalanced} does not balance`;
}
