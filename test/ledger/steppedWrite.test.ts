import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../src-shared/errors.ts';
import { err, ok } from '../../src-shared/result.ts';
import type { Ledger, Steps, WritableDb } from '../../src-main/ledger/connection.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { logEvent } from '../../src-main/ledger/settings.ts';

const at = '2026-03-02T10:00:00.000Z';
let [folder, ledger]: [string, Ledger] = ['', undefined as unknown as Ledger];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'termijn-steps-'));
  const opened = openLedger({ path: join(folder, 'ledger.sqlite'), mode: 'create', now: at, migrations });
  if (!opened.ok) throw new Error(opened.error.code);
  ledger = opened.value;
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = (db: WritableDb, kind: string): void => logEvent(db, { at, actor: 'person', kind, subject: 'test', subjectId: 1, detail: {} });
const kinds = (): readonly string[] => ledger.read.sqlite.prepare<[], { kind: string }>("SELECT kind FROM event WHERE subject = 'test' ORDER BY id").all().map((row) => row.kind);
const never = new AbortController().signal;
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

/** As many notes as asked for, each slow enough that the steps need several turns. */
function* notes(db: WritableDb, count: number): Steps<void> {
  for (let number = 1; number <= count; number += 1) {
    note(db, `step ${number}`);
    const until = performance.now() + 3;
    while (performance.now() < until);
    yield;
  }
}

describe('work done in steps', () => {
  it('lets the program go on between the steps and is kept as one', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const result = await ledger.writeInSteps(function* (db) {
      yield* notes(db, 30);
      return ok('done');
    }, never);
    clearInterval(timer);
    expect(result).toEqual(ok('done'));
    expect(turns).toBeGreaterThan(2);
    expect(kinds()).toHaveLength(30);
    expect(ledger.read.sqlite.inTransaction).toBe(false);
  });
  it('that answers an error leaves nothing behind', async () => {
    const result = await ledger.writeInSteps(function* (db) {
      yield* notes(db, 8);
      return err(appError('not-found'));
    }, never);
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(kinds()).toEqual([]);
  });
  it('that fails half-way leaves nothing behind and tells why', async () => {
    const failing = ledger.writeInSteps<null>(function* (db) {
      yield* notes(db, 8);
      throw new Error('half-way');
    }, never);
    await expect(failing).rejects.toThrow('half-way');
    expect(kinds()).toEqual([]);
    ledger.write((db) => note(db, 'after'));
    expect(kinds()).toEqual(['after']);
  });
  it('is cancelled between two steps and leaves nothing behind', async () => {
    const controller = new AbortController();
    const running = ledger.writeInSteps(function* (db) {
      yield* notes(db, 1000);
      return ok(null);
    }, controller.signal);
    await pause();
    controller.abort();
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(kinds()).toEqual([]);
  });
  it('is finished at once when another write comes in between, which is then done by itself', async () => {
    const running = ledger.writeInSteps(function* (db) {
      yield* notes(db, 12);
      return ok(null);
    }, never);
    await pause();
    expect(kinds().length).toBeLessThan(12);
    ledger.write((db) => note(db, 'in between'));
    expect(kinds().at(-1)).toBe('in between');
    expect(kinds()).toHaveLength(13);
    expect(await running).toEqual(ok(null));
  });
  it('keeps a refused write in between from taking anything of it along', async () => {
    const running = ledger.writeInSteps(function* (db) {
      yield* notes(db, 12);
      return ok(null);
    }, never);
    await pause();
    ledger.write((db) => {
      note(db, 'refused');
      return err(appError('not-found'));
    });
    expect(await running).toEqual(ok(null));
    expect(kinds()).toHaveLength(12);
  });
  it('may not start a write of its own', async () => {
    const running = ledger.writeInSteps<null>(function* (db) {
      yield* notes(db, 1);
      ledger.write(() => undefined);
      return ok(null);
    }, never);
    await expect(running).rejects.toThrow('a write was started inside a write');
    expect(kinds()).toEqual([]);
  });
  it('is given up when the ledger closes', async () => {
    const running = ledger.writeInSteps(function* (db) {
      yield* notes(db, 1000);
      return ok(null);
    }, never);
    await pause();
    ledger.close();
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
