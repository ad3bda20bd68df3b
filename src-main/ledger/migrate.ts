/**
 * Brings the file of a ledger to today's schema (security and reliability rules §3.3). No step without a verified copy of the file as it
 * was; one transaction per step, with the version in it; after each step the foreign keys, the row counts and the journal must hold, or
 * the step is rolled back and the ledger is not opened. Never skips, never goes on after a failure, never runs backwards.
 */
import type Database from 'better-sqlite3';
import { type AppError, appError } from '../../src-shared/errors.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import { backupBeforeMigration } from './copies/backup.ts';
import { applicationId, schemaVersionOf } from './connect.ts';
import { failpoint } from './failpoint.ts';
import { ledgerFailure } from './ledgerFailure.ts';
import type { Migration } from './migrations/migration.ts';
import { brokenJournalRule } from './journalRules.ts';

export type MigrationRequest = {
  readonly sqlite: Database.Database;
  /** Path of the ledger: the verified copy is made in its folder of backups. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** ISO instant, for the name of the copy. */
  readonly now: string;
};

/** Throws when the list itself is wrong (a bug): numbers must go up, and names may occur once. */
export function requireOrderedMigrations(migrations: readonly Migration[]): void {
  const names = new Set(migrations.map((migration) => migration.name));
  if (migrations.length === 0 || names.size !== migrations.length) throw new RangeError('migrations need distinct names');
  let last = 0;
  for (const { version, name } of migrations) {
    if (!Number.isSafeInteger(version) || version <= last) throw new RangeError(`migration ${name} does not go up from ${last}`);
    last = version;
  }
}

export const newestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0;

/** Runs what the file has not seen yet. Errors: `backup-failed`, `ledger-disk-full`, `ledger-migration-failed`; the file is then as before. */
export function migrate(request: MigrationRequest): Result<null, AppError> {
  const { sqlite, path, migrations, now } = request;
  const from = schemaVersionOf(sqlite);
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return ok(null);
  if (from > 0 && !sqlite.memory) {
    const copied = backupBeforeMigration({ sqlite, path, now });
    if (!copied.ok) return copied;
    failpoint('migrate.after-backup');
  }
  // Inside a transaction this setting does nothing, and a table rebuilt with foreign keys on would delete the rows that point at it.
  setForeignKeys(sqlite, 'OFF');
  try {
    for (const migration of pending) {
      const broken = runInTransaction(sqlite, migration);
      if (broken !== null) return err(broken);
      failpoint('migrate.after-commit');
    }
    return ok(null);
  } finally {
    setForeignKeys(sqlite, 'ON');
  }
}

function setForeignKeys(sqlite: Database.Database, state: 'ON' | 'OFF'): void {
  sqlite.pragma(`foreign_keys = ${state}`);
  if (sqlite.pragma('foreign_keys', { simple: true }) !== (state === 'ON' ? 1 : 0)) throw new Error('foreign keys could not be switched');
}

function runInTransaction(sqlite: Database.Database, migration: Migration): AppError | null {
  const failed = (finding: string): AppError =>
    appError('ledger-migration-failed', { version: migration.version, name: migration.name, finding });
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    failpoint('migrate.after-begin');
    const before = rowCounts(sqlite);
    sqlite.exec(migration.sql);
    failpoint('migrate.after-sql');
    const finding = findingAfter(sqlite, migration, before);
    if (finding !== null) {
      sqlite.exec('ROLLBACK');
      return failed(finding);
    }
    sqlite.pragma(`application_id = ${applicationId}`);
    sqlite.pragma(`user_version = ${migration.version}`);
    failpoint('migrate.before-commit');
    sqlite.exec('COMMIT');
    return null;
  } catch (thrown) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    const failure = ledgerFailure(thrown);
    return failure?.code === 'ledger-disk-full' ? failure : failed(thrown instanceof Error ? thrown.message.slice(0, 200) : String(thrown));
  }
}

function findingAfter(sqlite: Database.Database, migration: Migration, before: ReadonlyMap<string, number>): string | null {
  const dangling = sqlite.pragma('foreign_key_check') as readonly { readonly table: string }[];
  if (dangling.length > 0) return `foreign keys of ${dangling[0]?.table ?? ''}`;
  const after = rowCounts(sqlite);
  for (const [table, count] of before) {
    if (!migration.changesRowsOf.includes(table) && after.get(table) !== count) return `rows of ${table}`;
  }
  return brokenJournalRule(sqlite);
}

function rowCounts(sqlite: Database.Database): ReadonlyMap<string, number> {
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .pluck()
    .all();
  return new Map(tables.map((table) => [table, sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0]));
}
