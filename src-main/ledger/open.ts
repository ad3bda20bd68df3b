/**
 * Opening a ledger: one owner, a known version, a whole file, a journal in balance. Whatever is wrong comes back as an error before
 * anything was changed; a file that is not ours is not touched.
 */
import { existsSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type AppError, appError } from '../../src-shared/errors.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import { applicationId, applicationIdOf, makeDurable, schemaVersionOf, takeOwnership } from './connect.ts';
import type { Ledger, ReadableDb, WritableDb } from './connection.ts';
import { removeDatabaseFile, syncFile, syncFolder } from './durableFiles.ts';
import { failpoint } from './failpoint.ts';
import { ledgerFailure } from './ledgerFailure.ts';
import { createLongWriteLog, smallCache } from './longWriteLog.ts';
import { migrate, newestVersion, requireOrderedMigrations } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { finishInterruptedRestore } from './copies/restore.ts';
import * as schema from './schema/schema.ts';
import { createSteppedWriter } from './steppedWrite.ts';
import { findingAtStart } from './copies/verifyAtStart.ts';

export type OpenRequest = {
  /** File of the ledger, or `:memory:` together with mode `create`. */
  readonly path: string;
  readonly mode: 'create' | 'open';
  /** ISO instant: names the copy that is made before a migration. */
  readonly now: string;
  readonly migrations: readonly Migration[];
};

const inMemory = ':memory:';

/**
 * Opens or creates a ledger. Errors: `ledger-in-use`, `ledger-not-termijn`, `ledger-from-the-future`, `ledger-damaged`,
 * `ledger-pragma-failed`, `ledger-disk-full`, `ledger-migration-failed`, `backup-failed`, `not-found` (nothing to open) and
 * `not-allowed-now` (something to create is there already).
 */
export function openLedger(request: OpenRequest): Result<Ledger, AppError> {
  requireOrderedMigrations(request.migrations);
  if (request.mode === 'create') {
    const created = create(request);
    if (!created.ok) return created;
    if (created.value !== null) return ok(created.value);
  }
  const { path } = request;
  finishInterruptedRestore(path);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return err(appError('not-found', { what: 'ledger' }));
  return withHandle({ path, mustExist: true }, (sqlite) => {
    const refused = reasonToRefuse(sqlite, request.migrations);
    return refused === null ? prepare(sqlite, request) : err(refused);
  });
}

/** Makes the file under another name first, so that a half-made ledger never exists under its own. Null: go on and open it. */
function create(request: OpenRequest): Result<Ledger | null, AppError> {
  const { path } = request;
  if (path === inMemory) return withHandle({ path, mustExist: false }, (sqlite) => prepare(sqlite, request));
  if (existsSync(path)) return err(appError('not-allowed-now', { what: 'create' }));
  const part = `${path}.new`;
  removeDatabaseFile(part);
  const made = withHandle({ path: part, mustExist: false }, (sqlite) => prepare(sqlite, { ...request, path: part }));
  if (!made.ok) {
    removeDatabaseFile(part);
    return made;
  }
  made.value.close();
  syncFile(part);
  failpoint('create.before-rename');
  renameSync(part, path);
  syncFolder(dirname(path));
  failpoint('create.after-rename');
  return ok(null);
}

/** Runs the opening steps on a handle; whatever they refuse or throw, the handle does not stay open. */
function withHandle(
  at: { readonly path: string; readonly mustExist: boolean },
  steps: (sqlite: Database.Database) => Result<Ledger, AppError>,
): Result<Ledger, AppError> {
  let sqlite: Database.Database | null = null;
  let result: Result<Ledger, AppError> | null = null;
  try {
    sqlite = takeOwnership(at.path, at);
    result = steps(sqlite);
    return result;
  } catch (thrown) {
    const failure = ledgerFailure(thrown);
    if (failure === null) throw thrown;
    return err(failure);
  } finally {
    if (result?.ok !== true) sqlite?.close();
  }
}

/** Read before anything is written: a foreign file must not even be switched to another journal mode. */
function reasonToRefuse(sqlite: Database.Database, migrations: readonly Migration[]): AppError | null {
  if (sqlite.pragma('page_count', { simple: true }) === 0) return appError('ledger-damaged', { finding: 'empty file' });
  if (applicationIdOf(sqlite) !== applicationId) return appError('ledger-not-termijn');
  const version = schemaVersionOf(sqlite);
  const known = newestVersion(migrations);
  if (version > known) return appError('ledger-from-the-future', { version, known });
  return migrations.some((migration) => migration.version === version)
    ? null
    : appError('ledger-damaged', { finding: `version ${version}` });
}

function prepare(sqlite: Database.Database, request: OpenRequest): Result<Ledger, AppError> {
  const durable = makeDurable(sqlite);
  if (!durable.ok) return durable;
  const isNew = schemaVersionOf(sqlite) === 0;
  const migrated = migrate({ sqlite, path: request.path, migrations: request.migrations, now: request.now });
  if (!migrated.ok) return migrated;
  const finding = isNew ? null : findingAtStart(sqlite);
  return finding === null ? ok(ledgerOf(sqlite, request.path)) : err(appError('ledger-damaged', { finding }));
}

/** Work that answers an error has not happened: whatever it wrote before it found out must not stay. */
const isRefusal = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;

/** Carries such an answer out of the transaction that it ends; never leaves this file. */
class RefusedWork extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('the work refused: nothing of it is kept');
    this.answer = answer;
  }
}

function ledgerOf(sqlite: Database.Database, path: string): Ledger {
  const read: ReadableDb = { orm: drizzle(sqlite, { schema }), sqlite };
  // The only place that makes a writable connection: `write` hands it to work that runs inside a transaction.
  const writable = read as WritableDb;
  let damage: unknown = null;
  const noticed = (thrown: unknown): unknown => {
    if (ledgerFailure(thrown)?.code === 'ledger-damaged') damage = thrown;
    return thrown;
  };
  const log = createLongWriteLog(sqlite, { mayWrite: () => damage === null, failed: noticed });
  const stepped = createSteppedWriter({ sqlite, writable, log });
  return {
    path,
    read,
    write: (work) => {
      // After the file proved unreliable nothing more is written to it: what is there is kept for a rescue.
      if (damage !== null) throw damage;
      stepped.finish();
      if (sqlite.inTransaction) throw new Error('a write was started inside a write: pass on its WritableDb');
      try {
        return sqlite
          .transaction(() => {
            const answer = work(writable);
            if (isRefusal(answer)) throw new RefusedWork(answer);
            return answer;
          })
          .immediate();
      } catch (thrown) {
        if (thrown instanceof RefusedWork) return thrown.answer as ReturnType<typeof work>;
        throw noticed(thrown);
      }
    },
    async writeInSteps(work, signal) {
      if (damage !== null) throw damage;
      try {
        return await stepped.run(work, signal);
      } catch (thrown) {
        throw noticed(thrown);
      }
    },
    stopWriting: (cause) => {
      damage ??= cause;
    },
    close: () => {
      if (!sqlite.open) return;
      stepped.abandon();
      log.stop();
      if (damage === null) {
        // It looks at every index once: nobody needs those pages afterwards.
        sqlite.pragma(`cache_size = ${smallCache}`);
        sqlite.pragma('optimize');
        sqlite.pragma('wal_checkpoint(TRUNCATE)');
      }
      sqlite.close();
    },
  };
}
