import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { brokenJournalRule } from '../../src-main/ledger/journalRules.ts';
import { temporaryFolder } from '../ledger/ledgers.ts';
import { runChild } from './children.ts';
import { afterCrash, randomNumbers, seededFile } from './state.ts';

/** Bytes between two cuts: no multiple of a sector, a page or a frame, so that every kind of place is met. */
const step = 1031;
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);

type Acknowledged = { readonly lastEntry: number; readonly logSize: number };
type Crashed = { readonly main: Buffer; readonly log: Buffer; readonly acknowledged: readonly Acknowledged[] };

/** A ledger that died with six paid invoices in its log, and how long the log was after each. */
async function crashedLedger(): Promise<Crashed> {
  const path = seededFile();
  const run = await runChild({ args: ['fillLog', path, '6'], failpoint: null, kill: null });
  const acknowledged = run.lines.map((line) => {
    const [lastEntry, logSize] = line.split(' ').map(Number);
    return { lastEntry: lastEntry ?? 0, logSize: logSize ?? 0 };
  });
  return { main: readFileSync(path), log: readFileSync(`${path}-wal`), acknowledged };
}

/** The ids of the entries that SQLite recovers from these bytes; throws when the journal does not hold. */
function recovered(path: string, { main, log }: { readonly main: Buffer; readonly log: Buffer }): readonly number[] {
  writeFileSync(path, main);
  writeFileSync(`${path}-wal`, log);
  const sqlite = new Database(path);
  try {
    sqlite.pragma('locking_mode = EXCLUSIVE');
    // The copy is thrown away: waiting for the disk would only take time.
    sqlite.pragma('synchronous = OFF');
    if (sqlite.pragma('quick_check', { simple: true }) !== 'ok') throw new Error('file is damaged');
    const broken = brokenJournalRule(sqlite);
    if (broken !== null) throw new Error(broken);
    return sqlite.prepare<[], number>('SELECT id FROM journal_entry ORDER BY id').pluck().all();
  } finally {
    sqlite.close();
  }
}

const isWholePrefix = (ids: readonly number[]): boolean => ids.length % 3 === 0 && ids.every((id, index) => id === index + 1);

describe('a power cut', () => {
  it('in the middle of the log keeps whole writes only, and every one that was complete', async () => {
    const crashed = await crashedLedger();
    const folder = temporaryFolder();
    expect(crashed.log.length / step).toBeGreaterThan(200);
    for (let cut = 0; cut <= crashed.log.length; cut += step) {
      const path = join(folder, 'cut.ledger');
      const ids = recovered(path, { main: crashed.main, log: crashed.log.subarray(0, cut) });
      expect(isWholePrefix(ids)).toBe(true);
      const expected = crashed.acknowledged.filter(({ logSize }) => logSize <= cut).at(-1)?.lastEntry ?? 0;
      expect(ids.at(-1) ?? 0).toBe(expected);
    }
  });

  it(`that leaves torn sectors in the log keeps a prefix of the history (seed ${seed})`, async () => {
    const crashed = await crashedLedger();
    const random = randomNumbers(seed);
    const folder = temporaryFolder();
    for (let round = 0; round < 100; round += 1) {
      const log = Buffer.from(crashed.log);
      const sector = random(Math.floor(log.length / 512)) * 512;
      for (let offset = 0; offset < 512; offset += 1) log[sector + offset] = random(256);
      expect(isWholePrefix(recovered(join(folder, 'torn.ledger'), { main: crashed.main, log }))).toBe(true);
    }
  });

  it('is something the program itself opens after', async () => {
    const crashed = await crashedLedger();
    const folder = temporaryFolder();
    for (const share of [0, 0.2, 0.5, 0.9, 1]) {
      const path = join(folder, `share-${share}`, 'books.ledger');
      mkdirSync(join(folder, `share-${share}`));
      writeFileSync(path, crashed.main);
      writeFileSync(`${path}-wal`, crashed.log.subarray(0, Math.floor(crashed.log.length * share)));
      const { ids, broken } = afterCrash(path);
      expect(broken).toEqual([]);
      expect(isWholePrefix(ids)).toBe(true);
    }
  });
});
