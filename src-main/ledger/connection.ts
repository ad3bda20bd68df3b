import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { AppError } from '../../src-shared/errors.ts';
import type { Result } from '../../src-shared/result.ts';
import type * as schema from './schema/schema.ts';

/**
 * Reading and writing are different types: a function that changes the ledger asks for a `WritableDb`, and only `Ledger.write`
 * hands one out, inside one immediate transaction. The fields are for files of this folder; features pass the value on.
 */
export type ReadableDb = { readonly orm: BetterSQLite3Database<typeof schema>; readonly sqlite: Database.Database };
declare const writableBrand: unique symbol;
export type WritableDb = ReadableDb & { readonly [writableBrand]: true };

/** Work that may be interrupted wherever it yields; it must not rely on anything that was read outside its transaction. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** An open ledger: one file, one owner. */
export type Ledger = {
  readonly path: string;
  readonly read: ReadableDb;
  /** Runs the work in BEGIN IMMEDIATE … COMMIT; an exception or a `Result` that is an error rolls everything back. The work is synchronous by design. */
  readonly write: <T>(work: (db: WritableDb) => T) => T;
  /**
   * The same for work too long for one go: one transaction, done in steps between which the event loop is free. Answers `cancelled` with
   * nothing kept when the signal comes first. Whoever reads before it has ended sees it half done.
   */
  readonly writeInSteps: <T>(work: (db: WritableDb) => Steps<Result<T, AppError>>, signal: AbortSignal) => Promise<Result<T, AppError>>;
  /** From here on every write throws this exception: the file proved unreliable while it was read. */
  readonly stopWriting: (cause: unknown) => void;
  readonly close: () => void;
};
