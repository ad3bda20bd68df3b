/** What SQLite and the file system report, as errors of our own (result codes: sqlite.org/rescode.html). */
import { type AppError, appError, type ErrorCode } from '../../src-shared/errors.ts';

/** Longer codes extend shorter ones (`SQLITE_IOERR_WRITE`), so a prefix decides. A full disk can also arrive as a failed write. */
const failures: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'ledger-disk-full'],
  ['ENOSPC', 'ledger-disk-full'],
  ['EDQUOT', 'ledger-disk-full'],
  ['SQLITE_BUSY', 'ledger-in-use'],
  ['SQLITE_LOCKED', 'ledger-in-use'],
  ['SQLITE_CORRUPT', 'ledger-damaged'],
  ['SQLITE_NOTADB', 'ledger-damaged'],
  ['SQLITE_IOERR', 'ledger-damaged'],
  ['SQLITE_CANTOPEN', 'ledger-pragma-failed'],
  ['SQLITE_READONLY', 'ledger-pragma-failed'],
  ['SQLITE_PERM', 'ledger-pragma-failed'],
];

/** The code that SQLite or Node put on an exception, or an empty text. */
export const codeOfThrown = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/**
 * The error behind an exception from the ledger: `ledger-disk-full`, `ledger-in-use`, `ledger-damaged`, `ledger-pragma-failed` (the file
 * cannot be opened or written) or `ledger-unbalanced`. Null for everything else, which is a bug and stays an exception.
 */
export function ledgerFailure(thrown: unknown): AppError | null {
  const code = codeOfThrown(thrown);
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && thrown instanceof Error && thrown.message === 'entry does not balance') {
    return appError('ledger-unbalanced');
  }
  const failure = failures.find(([prefix]) => code.startsWith(prefix));
  return failure === undefined ? null : appError(failure[1], { cause: code });
}
