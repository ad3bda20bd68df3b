/** What is asked of a ledger each time it is opened: cheap enough to be asked always. The whole list is in `verify.ts`. */
import type Database from 'better-sqlite3';
import { brokenJournalRule } from './journalRules.ts';

/** What is wrong with the file or the journal, in words for a log; null when nothing is. */
export function findingAtStart(sqlite: Database.Database): string | null {
  const structure = sqlite.pragma('quick_check(1)', { simple: true });
  return structure === 'ok' ? brokenJournalRule(sqlite) : String(structure);
}
