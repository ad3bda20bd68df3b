/** Opens a copy of a ledger that nobody uses and asks it everything that a copy can be asked. */
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { applicationId, applicationIdOf, schemaVersionOf } from '../connect.ts';
import { codeOfThrown } from '../ledgerFailure.ts';
import { brokenJournalRule, type JournalCounts, journalCounts } from '../journalRules.ts';

export type CopyFacts = JournalCounts & { readonly schemaVersion: number };

/**
 * Checks structure, foreign keys and the journal of a copy, whatever its version, and leaves it as one file without a log beside it. The
 * error is a finding in words.
 */
export function verifyCopy(path: string): Result<CopyFacts, string> {
  let sqlite: Database.Database | null = null;
  try {
    sqlite = new Database(path, { fileMustExist: true });
    // The copy brings the WAL mode of its source along, which would put two more files beside it.
    if (sqlite.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return err('journal mode');
    if (applicationIdOf(sqlite) !== applicationId) return err('application id');
    const integrity = sqlite.pragma('integrity_check(1)', { simple: true });
    if (integrity !== 'ok') return err(String(integrity));
    if ((sqlite.pragma('foreign_key_check') as readonly unknown[]).length > 0) return err('foreign keys');
    const broken = brokenJournalRule(sqlite);
    return broken === null ? ok({ ...journalCounts(sqlite), schemaVersion: schemaVersionOf(sqlite) }) : err(broken);
  } catch (thrown) {
    const code = codeOfThrown(thrown);
    if (code === '') throw thrown;
    return err(code);
  } finally {
    sqlite?.close();
  }
}
