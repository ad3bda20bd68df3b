/**
 * How a ledger's file is opened, in the order of the security and reliability rules §3.1: one owner first, then durability, then safety.
 * Every setting is read back, because SQLite ignores what it does not know and keeps quiet about what did not take.
 */
import Database from 'better-sqlite3';
import { type AppError, appError } from '../../src-shared/errors.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';

/** Marks a file as ours: the text `TRMN`. */
export const applicationId = 0x54524d4e;

type Pragma = { readonly name: string; readonly value: string | number; readonly expected: string | number };

const durability: readonly Pragma[] = [
  // FULL at every open: the library's own default for a file that is already in WAL mode may lose the last commits at a power cut.
  { name: 'synchronous', value: 'FULL', expected: 2 },
  { name: 'foreign_keys', value: 'ON', expected: 1 },
  { name: 'trusted_schema', value: 'OFF', expected: 0 },
  // Without it INSERT OR REPLACE would delete journal rows without asking the trigger that protects them.
  { name: 'recursive_triggers', value: 'ON', expected: 1 },
  { name: 'fullfsync', value: 'ON', expected: 1 },
  { name: 'checkpoint_fullfsync', value: 'ON', expected: 1 },
  { name: 'cell_size_check', value: 'ON', expected: 1 },
  { name: 'cache_size', value: -65_536, expected: -65_536 },
];

function applied(sqlite: Database.Database, pragma: Pragma): boolean {
  sqlite.pragma(`${pragma.name} = ${pragma.value}`);
  return sqlite.pragma(pragma.name, { simple: true }) === pragma.expected;
}

/** Opens a handle and makes it the only owner; nothing in the file is changed. Throws what SQLite throws (see `ledgerFailure`). */
export function takeOwnership(path: string, { mustExist }: { readonly mustExist: boolean }): Database.Database {
  const sqlite = new Database(path, { fileMustExist: mustExist, timeout: 100 });
  try {
    // Before anything is read: from here on a second opener, in this process or another, gets SQLITE_BUSY.
    sqlite.pragma('locking_mode = EXCLUSIVE');
    sqlite.pragma('user_version', { simple: true });
    return sqlite;
  } catch (thrown) {
    sqlite.close();
    throw thrown;
  }
}

/** Puts an owned handle into the state that all reading and writing relies on. Error `ledger-pragma-failed` names what did not take. */
export function makeDurable(sqlite: Database.Database): Result<null, AppError> {
  const pragmas: readonly Pragma[] = [
    { name: 'locking_mode', value: 'EXCLUSIVE', expected: 'exclusive' },
    { name: 'journal_mode', value: 'WAL', expected: sqlite.memory ? 'memory' : 'wal' },
    ...durability,
  ];
  const refused = pragmas.find((pragma) => !applied(sqlite, pragma));
  return refused === undefined ? ok(null) : err(appError('ledger-pragma-failed', { pragma: refused.name }));
}

export const applicationIdOf = (sqlite: Database.Database): number => Number(sqlite.pragma('application_id', { simple: true }));
/** Version of the schema in the file: the number of the last migration that ran. */
export const schemaVersionOf = (sqlite: Database.Database): number => Number(sqlite.pragma('user_version', { simple: true }));
