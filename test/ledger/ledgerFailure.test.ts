import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ledgerFailure } from '../../src-main/ledger/ledgerFailure.ts';

const failed = (code: string): Error => new Database.SqliteError('said by SQLite', code);

describe('what the disk reports', () => {
  const reports: readonly (readonly [code: string, expected: string])[] = [
    ['SQLITE_FULL', 'ledger-disk-full'],
    ['SQLITE_BUSY', 'ledger-in-use'],
    ['SQLITE_BUSY_RECOVERY', 'ledger-in-use'],
    ['SQLITE_LOCKED', 'ledger-in-use'],
    ['SQLITE_CORRUPT', 'ledger-damaged'],
    ['SQLITE_CORRUPT_INDEX', 'ledger-damaged'],
    ['SQLITE_NOTADB', 'ledger-damaged'],
    ['SQLITE_IOERR_WRITE', 'ledger-damaged'],
    ['SQLITE_CANTOPEN', 'ledger-pragma-failed'],
    ['SQLITE_READONLY_DIRECTORY', 'ledger-pragma-failed'],
  ];
  for (const [code, expected] of reports) {
    it(`as ${code} is said as ${expected}`, () => {
      expect(ledgerFailure(failed(code))).toEqual({ code: expected, params: { cause: code } });
    });
  }

  it('through Node is understood too', () => {
    expect(ledgerFailure(Object.assign(new Error('no space'), { code: 'ENOSPC' }))?.code).toBe('ledger-disk-full');
  });

  it('is never invented: a bug stays an exception', () => {
    for (const bug of [failed('SQLITE_ERROR'), failed('SQLITE_CONSTRAINT_CHECK'), new TypeError('x'), 'SQLITE_FULL', null]) {
      expect(ledgerFailure(bug)).toBeNull();
    }
  });
});
