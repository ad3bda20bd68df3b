import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedManifest, listBackups, makeBackup, removeOldBackups } from '../../src-main/ledger/copies/backup.ts';
import { type FailpointName, failpointNames } from '../../src-main/ledger/failpoint.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { codeOf, createLedger, now, reopenLedger, temporaryFolder, valueOf } from '../ledger/ledgers.ts';
import { runChild } from './children.ts';
import { slowMigrations } from './slowMigrations.ts';
import { afterCrash, dumpOf } from './state.ts';

const root = join(import.meta.dirname, '..', '..');

/** A closed ledger with history, and one verified backup of it. */
async function filledFileWithBackup(): Promise<{ readonly path: string; readonly backup: string }> {
  const path = join(temporaryFolder(), 'books.ledger');
  const ledger = createLedger(path);
  fillLedger({ ledger, documents: 200, customers: 5, today: '2026-11-22' });
  const backup = valueOf(await makeBackup({ ledger, now: '2026-11-21T09:00:00.000Z' })).name;
  ledger.close();
  return { path, backup };
}

async function dieAt(failpoint: FailpointName, args: readonly string[]): Promise<void> {
  const run = await runChild({ args, failpoint, kill: null });
  expect(run).toMatchObject({ signal: 'SIGKILL', errors: '' });
}

const names = (prefix: string): readonly FailpointName[] => failpointNames.filter((name) => name.startsWith(prefix));

describe('power that fails while a ledger is created', () => {
  for (const name of names('create.')) {
    it(`at ${name} leaves a whole ledger or none`, async () => {
      const path = join(temporaryFolder(), 'books.ledger');
      await dieAt(name, ['create', path]);
      if (existsSync(path)) expect(afterCrash(path)).toEqual({ ids: [], broken: [] });
      else valueOf(openLedger({ path, mode: 'create', now, migrations })).close();
      expect(codeOf(openLedger({ path, mode: 'create', now, migrations }))).toBe('not-allowed-now');
    });
  }
});

describe('power that fails while a ledger is migrated', () => {
  for (const name of names('migrate.')) {
    it(`at ${name} leaves a version that is whole, and the next start finishes`, async () => {
      const { path } = await filledFileWithBackup();
      const before = dumpOf(path).split('\n');
      await dieAt(name, ['migrate', path]);
      const ledger = valueOf(openLedger({ path, mode: 'open', now, migrations: [...migrations, ...slowMigrations] }));
      expect(ledger.read.sqlite.pragma('user_version', { simple: true })).toBe(5010);
      ledger.close();
      const after = new Set(dumpOf(path).split('\n'));
      expect(before.filter((line) => !after.has(line))).toEqual([]);
    });
  }
});

describe('power that fails while a backup is made', () => {
  for (const name of names('backup.')) {
    it(`at ${name} lists no copy that is not verified`, async () => {
      const { path, backup } = await filledFileWithBackup();
      await dieAt(name, ['backupOnce', path]);
      const listed = listBackups(path).map((copy) => copy.name);
      expect(listed).toContain(backup);
      for (const copy of listed) expect(codeOf(checkedManifest(path, copy))).toBe('');
      removeOldBackups({ ledgerPath: path, now });
      const folder = join(path, '..', 'backups', 'books');
      expect(readdirSync(folder).filter((file) => file.includes('.part'))).toEqual([]);
      expect(afterCrash(path).broken).toEqual([]);
    });
  }
});

describe('power that fails while a backup is put back', () => {
  for (const name of names('restore.')) {
    it(`at ${name} leaves the old ledger or the restored one, whole, and the old one is kept`, async () => {
      const { path, backup } = await filledFileWithBackup();
      const restored = dumpOf(path);
      const ledger = reopenLedger(path);
      ledger.write(({ sqlite }) => sqlite.exec(`INSERT INTO setting VALUES ('since-the-backup', '1')`));
      ledger.close();
      const old = dumpOf(path);
      await dieAt(name, ['restore', path, backup]);
      expect(afterCrash(path).broken).toEqual([]);
      const isRestored = dumpOf(path) === restored;
      expect(isRestored || dumpOf(path) === old).toBe(true);
      expect(isRestored).toBe(name !== 'restore.after-copy');
      const kept = readdirSync(join(path, '..')).filter((file) => /\.replaced-.*Z$/.test(file));
      expect(kept.length).toBe(isRestored ? 1 : 0);
      for (const file of kept) expect(dumpOf(join(path, '..', file))).toBe(old);
    });
  }
});

describe('the list of failpoints', () => {
  const sources = filesUnder(join(root, 'src-main')).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
  const called = new Set(
    sources.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bfailpoint\('([\w.-]{1,60})'\)/g)].map((match) => match[1] ?? '')),
  );

  it('is exactly what the program calls', () => {
    expect([...called].toSorted()).toEqual([...failpointNames].toSorted());
  });

  it('does not shrink', () => {
    expect(failpointNames.length).toBeGreaterThanOrEqual(13);
  });

  it('has every prefix named by a test', () => {
    const tests = filesUnder(join(root, 'test'))
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const prefixes = new Set(failpointNames.map((name) => name.slice(0, name.indexOf('.') + 1)));
    for (const prefix of prefixes) expect(tests).toContain(`'${prefix}`);
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
