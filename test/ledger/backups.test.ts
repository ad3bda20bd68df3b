import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backupFolderOf,
  backupPathOf,
  backupsToRemove,
  isBackupName,
  listBackups,
  makeBackup,
  removeOldBackups,
} from '../../src-main/ledger/copies/backup.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { drillRestore, restoreBackup } from '../../src-main/ledger/copies/restore.ts';
import { dumpOf } from '../crash/state.ts';
import { seedParties } from './builders.ts';
import { histories, nothingPlayed, play } from './histories.ts';
import { codeOf, createLedger, now, reopenLedger, temporaryFolder, valueOf } from './ledgers.ts';

const later = '2026-11-22T10:00:00.000Z';

/** An open ledger with a random history. */
function ledgerWithHistory(path: string): Ledger {
  const ledger = createLedger(path);
  seedParties(ledger);
  const played = nothingPlayed();
  for (const step of fc.sample(histories, { numRuns: 5, seed: 11 }).flat()) ledger.write((db) => play(db, played, step));
  return ledger;
}

async function backedUp(): Promise<{ readonly path: string; readonly name: string; readonly backupPath: string }> {
  const path = join(temporaryFolder(), 'books.ledger');
  const ledger = ledgerWithHistory(path);
  const { name } = valueOf(await makeBackup({ ledger, now }));
  ledger.close();
  return { path, name, backupPath: backupPathOf(path, name) ?? '' };
}

describe('a backup', () => {
  it('says the same as the ledger, brought along while the ledger stays open', async () => {
    const path = join(temporaryFolder(), 'books.ledger');
    const ledger = ledgerWithHistory(path);
    const backup = valueOf(await makeBackup({ ledger, now }));
    const entries = ledger.read.sqlite.prepare('SELECT count(*) FROM journal_entry').pluck().get();
    ledger.close();
    expect(dumpOf(backupPathOf(path, backup.name) ?? '')).toBe(dumpOf(path));
    expect(backup).toMatchObject({ entries, madeAt: now, schemaVersion: expect.any(Number) });
    expect(backup.name).toMatch(/^20261122T090000Z-v\d+-[0-9a-f]{12}\.sqlite$/);
  });

  it('is one file with its manifest, and nothing beside', async () => {
    const { path, name } = await backedUp();
    expect(readdirSync(backupFolderOf(path)).toSorted()).toEqual([name, `${name}.json`]);
  });

  it('is listed newest first, and as not verified when its manifest is gone', async () => {
    const { path, name, backupPath } = await backedUp();
    const other = '20261120T080000Z-v20-0123456789ab.sqlite';
    copyFileSync(backupPath, join(backupFolderOf(path), other));
    writeFileSync(join(backupFolderOf(path), 'holiday.sqlite'), '');
    const listed = listBackups(path);
    expect(listed.map((copy) => copy.name)).toEqual([name, other]);
    expect(listed.map((copy) => copy.manifest === null)).toEqual([false, true]);
    expect(listed[1]?.madeAt).toBe('2026-11-20T08:00:00Z');
  });

  it('is not made of a ledger whose journal does not hold', async () => {
    const path = join(temporaryFolder(), 'books.ledger');
    const ledger = ledgerWithHistory(path);
    const { sqlite } = ledger.read;
    sqlite.exec('DROP TRIGGER posting_no_update; UPDATE posting SET cents = cents + 1 WHERE id = 1');
    expect(codeOf(await makeBackup({ ledger, now }))).toBe('backup-failed');
    expect(readdirSync(backupFolderOf(path))).toEqual([]);
  });
});

describe('putting a backup back', () => {
  const losses: readonly (readonly [name: string, lose: (path: string) => void])[] = [
    ['when the ledger is gone', (path) => rmSync(path)],
    ['when the ledger is cut in half', (path) => truncateSync(path, 5000)],
    ['when the ledger is overwritten', (path) => writeFileSync(path, 'x'.repeat(10_000))],
    ['when the ledger is whole', () => undefined],
  ];
  for (const [name, lose] of losses) {
    it(`gives the same ledger again ${name}`, async () => {
      const backup = await backedUp();
      const dump = dumpOf(backup.path);
      lose(backup.path);
      const restored = valueOf(restoreBackup({ ledgerPath: backup.path, name: backup.name, now: later }));
      expect(dumpOf(backup.path)).toBe(dump);
      expect(restored.entries).toBeGreaterThan(10);
      expect(restored.replacedPath === null).toBe(name === 'when the ledger is gone');
      reopenLedger(backup.path);
    });
  }

  it('does not play the log of the lost ledger into the restored one', async () => {
    const backup = await backedUp();
    const dump = dumpOf(backup.path);
    // A log without its ledger, as a crash followed by a damaged file leaves it.
    writeFileSync(`${backup.path}-wal`, Buffer.alloc(5000, 7));
    truncateSync(backup.path, 5000);
    valueOf(restoreBackup({ ledgerPath: backup.path, name: backup.name, now: later }));
    expect(existsSync(`${backup.path}-wal`)).toBe(false);
    expect(dumpOf(backup.path)).toBe(dump);
  });

  it('is refused while the ledger is open', async () => {
    const backup = await backedUp();
    reopenLedger(backup.path);
    expect(codeOf(restoreBackup({ ledgerPath: backup.path, name: backup.name, now: later }))).toBe('ledger-in-use');
  });

  it('is refused for a copy in which one byte differs, and leaves the ledger alone', async () => {
    const backup = await backedUp();
    const bytes = readFileSync(backup.backupPath);
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
    writeFileSync(backup.backupPath, bytes);
    const before = readFileSync(backup.path);
    const refused = restoreBackup({ ledgerPath: backup.path, name: backup.name, now: later });
    expect(refused).toEqual({ ok: false, error: { code: 'ledger-damaged', params: { finding: 'hash differs' } } });
    expect(readFileSync(backup.path).equals(before)).toBe(true);
  });

  it('is refused for names that are paths', async () => {
    const { path } = await backedUp();
    for (const name of [
      '../books.ledger',
      '/etc/passwd',
      '',
      '20261122T090000Z-v20-0123456789ab.sqlite/..',
      '20261122T090000Z-v20-0123456789AB.sqlite',
    ]) {
      expect(isBackupName(name)).toBe(false);
      expect(codeOf(restoreBackup({ ledgerPath: path, name, now: later }))).toBe('not-found');
    }
  });
});

describe('the restore drill', () => {
  it('counts what would come back and leaves no trace', async () => {
    const backup = await backedUp();
    const files = readdirSync(join(backup.path, '..')).toSorted();
    const drilled = valueOf(drillRestore({ ledgerPath: backup.path, name: backup.name }));
    expect(drilled.entries).toBe(listBackups(backup.path)[0]?.manifest?.entries);
    expect(readdirSync(join(backup.path, '..')).toSorted()).toEqual(files);
  });

  it('works while the ledger is open, and fails for a copy that was cut', async () => {
    const backup = await backedUp();
    reopenLedger(backup.path);
    expect(codeOf(drillRestore({ ledgerPath: backup.path, name: backup.name }))).toBe('');
    truncateSync(backup.backupPath, 8192);
    expect(codeOf(drillRestore({ ledgerPath: backup.path, name: backup.name }))).toBe('ledger-damaged');
  });
});

describe('which backups are kept', () => {
  const named = (day: number, hour: number): string =>
    `202611${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}0000Z-v20-0123456789ab.sqlite`;

  it('is three of today and one of each earlier day, the newest of each', () => {
    const names = [named(22, 1), named(22, 2), named(22, 3), named(22, 4), named(21, 8), named(21, 9), named(20, 5)];
    expect(backupsToRemove(names, '2026-11-22T12:00:00Z')).toEqual([named(22, 1), named(21, 8)]);
  });

  it('is ten in all', () => {
    const names = Array.from({ length: 20 }, (_, index) => named(index + 1, 12));
    expect(backupsToRemove(names, '2026-11-22T12:00:00Z')).toEqual(names.slice(0, 10).toReversed());
  });

  it('never leaves out the newest, never names a stranger, and settles at once', () => {
    const name = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => named(day, hour));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(name, fc.constantFrom('notes.txt', 'x.sqlite')), { maxLength: 60 }),
        fc.integer({ min: 1, max: 28 }),
        (names, today) => {
          const at = `2026-11-${String(today).padStart(2, '0')}T12:00:00Z`;
          const removed = new Set(backupsToRemove(names, at));
          const kept = names.filter((each) => !removed.has(each));
          const newest = names.filter(isBackupName).toSorted().at(-1);
          expect(newest === undefined || kept.includes(newest)).toBe(true);
          expect([...removed].every(isBackupName)).toBe(true);
          expect(kept.filter(isBackupName).length).toBeLessThanOrEqual(10);
          expect(backupsToRemove(kept, at)).toEqual([]);
        },
      ),
    );
  });

  it('is applied to the folder together with the manifests', async () => {
    const { path, name, backupPath } = await backedUp();
    const folder = backupFolderOf(path);
    const old = named(20, 1);
    const older = named(20, 0);
    for (const each of [old, older]) {
      copyFileSync(backupPath, join(folder, each));
      copyFileSync(`${backupPath}.json`, join(folder, `${each}.json`));
    }
    writeFileSync(join(folder, '20261101T000000Z.part'), 'left by a crash');
    expect(removeOldBackups({ ledgerPath: path, now })).toEqual([older]);
    expect(readdirSync(folder).toSorted()).toEqual([old, `${old}.json`, name, `${name}.json`].toSorted());
  });
});
