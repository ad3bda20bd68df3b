import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkedManifest, listBackups } from '../../src-main/ledger/copies/backup.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { codeOf, createLedger, now, reopenLedger, temporaryFolder, valueOf } from '../ledger/ledgers.ts';
import { runChild } from './children.ts';
import { slowMigrations } from './slowMigrations.ts';
import { afterCrash, dumpOf, randomNumbers, seededFile } from './state.ts';

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const random = randomNumbers(seed);
const numbers = (lines: readonly string[]): readonly number[] => lines.filter((line) => line !== 'ready').map(Number);

describe(`a program killed at any moment (seed ${seed})`, () => {
  it('keeps every entry it acknowledged while booking, and no half invoice', async () => {
    const path = seededFile();
    let acknowledged: readonly number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const run = await runChild({ args: ['post', path], failpoint: null, kill: { afterLines: 8 + random(30), thenMs: random(20) } });
      expect(run).toMatchObject({ signal: 'SIGKILL', errors: '' });
      expect(existsSync(`${path}-wal`)).toBe(true);
      acknowledged = [...acknowledged, ...numbers(run.lines)];
      const { ids, broken } = afterCrash(path);
      const stored = new Set(ids);
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
      expect(broken).toEqual([]);
      // Three entries per write: a remainder would be a write that was kept in part.
      expect(ids.length % 3).toBe(0);
    }
    expect(acknowledged.length).toBeGreaterThan(20);
  });

  it('keeps an import as a whole or not at all', async () => {
    const path = seededFile();
    let acknowledged: readonly number[] = [];
    for (let round = 0; round < 2; round += 1) {
      const run = await runChild({ args: ['import', path], failpoint: null, kill: { afterLines: 2 + random(3), thenMs: random(40) } });
      acknowledged = [...acknowledged, ...numbers(run.lines)];
      const { ids, broken } = afterCrash(path);
      expect(broken).toEqual([]);
      expect(ids.length % 150).toBe(0);
      expect(ids.at(-1) ?? 0).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? 0);
    }
    expect(acknowledged.length).toBeGreaterThan(0);
  });

  it('stands between two versions of the schema, never inside one, and the next start finishes', async () => {
    for (let round = 0; round < 2; round += 1) {
      const path = `${temporaryFolder()}/books.ledger`;
      const ledger = createLedger(path);
      fillLedger({ ledger, documents: 2000, customers: 5, today: '2026-11-22' });
      ledger.close();
      const before = dumpOf(path);
      const run = await runChild({ args: ['migrate', path], failpoint: null, kill: { afterLines: 1, thenMs: random(250) } });
      expect(run.errors).toBe('');
      const reopened = valueOf(openLedger({ path, mode: 'open', now, migrations: [...migrations, ...slowMigrations] }));
      expect(reopened.read.sqlite.pragma('user_version', { simple: true })).toBe(5010);
      expect(reopened.read.sqlite.prepare('SELECT (SELECT count(*) FROM slow) + (SELECT count(*) FROM slower)').pluck().get()).toBe(80_000);
      reopened.close();
      const after = new Set(dumpOf(path).split('\n'));
      expect(before.split('\n').filter((line) => !after.has(line))).toEqual([]);
      expect(listBackups(path).some((copy) => copy.manifest?.schemaVersion === migrations.at(-1)?.version)).toBe(true);
    }
  });

  it('shows no backup as verified that is not', async () => {
    const path = seededFile();
    for (let round = 0; round < 2; round += 1) {
      const run = await runChild({ args: ['backup', path], failpoint: null, kill: { afterLines: 2 + random(3), thenMs: random(60) } });
      expect(run.errors).toBe('');
      const listed = listBackups(path);
      for (const copy of listed) expect(codeOf(checkedManifest(path, copy.name))).toBe('');
      const names = new Set(listed.map((copy) => copy.name));
      expect(run.lines.slice(1).filter((name) => !names.has(name))).toEqual([]);
      expect(afterCrash(path).broken).toEqual([]);
    }
    expect(listBackups(path).length).toBeGreaterThan(1);
  });
});

describe('a second program', () => {
  it('is refused while the first has the ledger open, and served afterwards', async () => {
    const path = seededFile();
    const ledger = reopenLedger(path);
    expect((await runChild({ args: ['open', path], failpoint: null, kill: null })).lines).toEqual(['ledger-in-use']);
    ledger.write(({ sqlite }) => sqlite.exec(`INSERT INTO setting VALUES ('a', '1')`));
    ledger.close();
    expect((await runChild({ args: ['open', path], failpoint: null, kill: null })).lines).toEqual(['opened']);
  });
});
