/**
 * The one place where a failure becomes an answer. An expected failure keeps its code and parameters; an exception becomes `internal`
 * (or the code of a known fault of the database file) and its stack stays in the log, under the id that the user can quote.
 */
import type { z } from 'zod';
import { appError, type AppError } from '../../src-shared/errors.ts';

/** SQLite's own result codes that the user can do something about (sqlite.org/rescode.html). */
const sqliteFaults: readonly (readonly [prefix: string, code: AppError['code']])[] = [
  ['SQLITE_FULL', 'ledger-disk-full'],
  ['SQLITE_BUSY', 'ledger-in-use'],
  ['SQLITE_CORRUPT', 'ledger-damaged'],
  ['SQLITE_NOTADB', 'ledger-damaged'],
  ['SQLITE_IOERR', 'ledger-damaged'],
];

const codeOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/** What an exception looks like to the user. `wasCancelled`: the job's signal was aborted, so whatever was thrown is a consequence. */
export function errorFromThrown(thrown: unknown, wasCancelled: boolean): AppError {
  if (wasCancelled) return appError('cancelled');
  const code = codeOf(thrown);
  if (code === 'ENOSPC') return appError('ledger-disk-full');
  return appError(sqliteFaults.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'internal');
}

/** What the log keeps of an exception: kind, message, code and stack. */
export function detailsOfThrown(thrown: unknown): Readonly<Record<string, unknown>> {
  if (!(thrown instanceof Error)) return { thrown: String(thrown) };
  return { name: thrown.name, message: thrown.message, code: codeOf(thrown), stack: thrown.stack };
}

/** The first finding of a schema as an error: which field, and what was wrong with it. Never the value itself. */
export function errorFromIssues(issues: readonly z.core.$ZodIssue[]): AppError {
  const first = issues[0];
  return appError('bad-request', { field: (first?.path ?? []).map(String).join('.').slice(0, 200), finding: first?.code ?? 'invalid' });
}
