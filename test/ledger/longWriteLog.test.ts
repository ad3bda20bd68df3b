/** The log around a long write: what it may hold is unlimited meanwhile and limited again soon after, however the write ended. */
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Ledger, Steps, WritableDb } from '../../src-main/ledger/connection.ts';
import { logEvent } from '../../src-main/ledger/settings.ts';
import { type AppError, appError } from '../../src-shared/errors.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import { codeOf, createLedger, now, reopenLedger, temporaryFolder } from './ledgers.ts';

const limit = (ledger: Ledger): unknown => ledger.read.sqlite.pragma('wal_autocheckpoint', { simple: true });
const told = (ledger: Ledger): unknown => ledger.read.sqlite.prepare(`SELECT count(*) FROM event WHERE kind = 'trial'`).pluck().get();
const tell = (db: WritableDb): void => logEvent(db, { at: now, actor: 'program', kind: 'trial', subject: 'administration', subjectId: 1, detail: {} });

function* steps(db: WritableDb, answer: Result<null, AppError> = ok(null)): Steps<Result<null, AppError>> {
  for (let count = 0; count < 3; count += 1) {
    tell(db);
    yield;
  }
  return answer;
}
const unbothered = () => new AbortController().signal;
const ledgerOnDisk = (): Ledger => createLedger(join(temporaryFolder(), 'kade.termijn'));

describe('the log around a long write', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
  });

  it('has no limit while it runs, and its usual one when nothing was written for a while', async () => {
    const ledger = ledgerOnDisk();
    expect(limit(ledger)).toBe(1000);
    const running = ledger.writeInSteps((db) => steps(db), unbothered());
    expect(limit(ledger)).toBe(0);
    expect(await running).toEqual(ok(null));
    expect(limit(ledger)).toBe(0);
    await vi.advanceTimersByTimeAsync(4900);
    expect(limit(ledger)).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(limit(ledger)).toBe(1000);
    expect(told(ledger)).toBe(3);
  });

  it.each([
    ['cancelled', (ledger: Ledger) => ledger.writeInSteps((db) => steps(db), AbortSignal.abort())],
    ['refused', (ledger: Ledger) => ledger.writeInSteps((db) => steps(db, err(appError('not-found'))), unbothered())],
    ['broken off', (ledger: Ledger) => ledger.writeInSteps(function* (db): Steps<Result<null, AppError>> {
      tell(db);
      yield;
      throw new Error('broken off');
    }, unbothered()).catch(() => err(appError('not-found')))],
  ] as const)('has its limit again after a write that was %s, of which nothing is kept', async (_how, write) => {
    const ledger = ledgerOnDisk();
    expect(codeOf(await write(ledger))).not.toBe('');
    await vi.advanceTimersByTimeAsync(5100);
    expect([limit(ledger), told(ledger)]).toEqual([1000, 0]);
  });

  it('has its limit again within a minute or so when somebody keeps on writing', async () => {
    const ledger = ledgerOnDisk();
    await ledger.writeInSteps((db) => steps(db), unbothered());
    for (let seconds = 0; seconds < 90; seconds += 1) {
      ledger.write(tell);
      await vi.advanceTimersByTimeAsync(1000);
      if (seconds === 30) expect(limit(ledger)).toBe(0);
    }
    expect(limit(ledger)).toBe(1000);
  });

  it('is in the file when the ledger closes before that', async () => {
    const path = join(temporaryFolder(), 'kade.termijn');
    const ledger = createLedger(path);
    await ledger.writeInSteps((db) => steps(db), unbothered());
    ledger.close();
    expect(told(reopenLedger(path))).toBe(3);
    expect(vi.getTimerCount()).toBe(0);
  });
});
