/** Ledgers for tests: in memory, or in a folder of their own that is gone after the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { Result } from '../../src-shared/result.ts';

export const now = '2026-11-22T09:00:00.000Z';

/** The value of a result that a test relies on. */
export function valueOf<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`unexpected ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The error code of a result that a test expects to fail; an empty text when it did not. */
export const codeOf = (result: Result<unknown, AppError>): string => (result.ok ? '' : result.error.code);

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'termijn-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const createLedger = (path: string): Ledger => closedAfterTest(valueOf(openLedger({ path, mode: 'create', now, migrations })));
export const reopenLedger = (path: string): Ledger => closedAfterTest(valueOf(openLedger({ path, mode: 'open', now, migrations })));
export const memoryLedger = (): Ledger => createLedger(':memory:');

function closedAfterTest(ledger: Ledger): Ledger {
  onTestFinished(() => ledger.close());
  return ledger;
}
