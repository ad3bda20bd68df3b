import { copyFileSync, readFileSync, truncateSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { applicationId } from '../../src-main/ledger/connect.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { appError } from '../../src-shared/errors.ts';
import { err, ok } from '../../src-shared/result.ts';
import { codeOf, createLedger, memoryLedger, now, reopenLedger, temporaryFolder } from './ledgers.ts';

const open = (path: string): ReturnType<typeof openLedger> => openLedger({ path, mode: 'open', now, migrations });
const pragma = (sqlite: Database.Database, name: string): unknown => sqlite.pragma(name, { simple: true });

/** A ledger with some history, closed; large enough that its pages lie apart. */
function filledFile(): string {
  const path = join(temporaryFolder(), 'books.ledger');
  const ledger = createLedger(path);
  fillLedger({ ledger, documents: 2000, customers: 20, today: '2026-11-22' });
  ledger.close();
  return path;
}

describe('the settings a ledger is opened with', () => {
  it('are read back after the first opening and after the second', () => {
    const path = join(temporaryFolder(), 'books.ledger');
    createLedger(path).close();
    for (let opening = 0; opening < 2; opening += 1) {
      const ledger = reopenLedger(path);
      const { sqlite } = ledger.read;
      const names = ['locking_mode', 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'recursive_triggers', 'fullfsync'];
      expect(names.map((name) => pragma(sqlite, name))).toEqual(['exclusive', 'wal', 2, 1, 0, 1, 1]);
      expect(pragma(sqlite, 'checkpoint_fullfsync')).toBe(1);
      expect(pragma(sqlite, 'application_id')).toBe(applicationId);
      expect(pragma(sqlite, 'user_version')).toBe(migrations.at(-1)?.version);
      ledger.close();
    }
  });

  it('leave one file when the ledger is closed, with nothing in a log beside it', () => {
    const folder = temporaryFolder();
    const ledger = createLedger(join(folder, 'books.ledger'));
    ledger.write(({ sqlite }) => sqlite.exec(`INSERT INTO setting VALUES ('a', '1')`));
    ledger.close();
    expect(readdirSync(folder)).toEqual(['books.ledger']);
  });
});

describe('a ledger has one owner', () => {
  it('so a second opening is refused, and the first goes on writing', () => {
    const path = join(temporaryFolder(), 'books.ledger');
    const ledger = createLedger(path);
    expect(codeOf(open(path))).toBe('ledger-in-use');
    ledger.write(({ sqlite }) => sqlite.exec(`INSERT INTO setting VALUES ('a', '1')`));
    // A refused opener must not have dropped the lock of the owner on its way out.
    expect(codeOf(open(path))).toBe('ledger-in-use');
    ledger.close();
    expect(codeOf(open(path))).toBe('');
  });

  it('and never overwrites a file that is there when one is created', () => {
    const path = filledFile();
    const before = readFileSync(path);
    expect(codeOf(openLedger({ path, mode: 'create', now, migrations }))).toBe('not-allowed-now');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('what is not a ledger of ours', () => {
  it('is not found where nothing is', () => {
    const folder = temporaryFolder();
    expect(codeOf(open(join(folder, 'absent.ledger')))).toBe('not-found');
    expect(codeOf(open(folder))).toBe('not-found');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused and left as it was when another program made it', () => {
    const path = join(temporaryFolder(), 'other.sqlite');
    const other = new Database(path);
    other.exec('CREATE TABLE note (text)');
    other.close();
    const before = readFileSync(path);
    expect(codeOf(open(path))).toBe('ledger-not-termijn');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused when a newer version made it, and left as it was', () => {
    const path = filledFile();
    const sqlite = new Database(path);
    sqlite.pragma('journal_mode = DELETE');
    sqlite.pragma('user_version = 99999');
    sqlite.close();
    const before = readFileSync(path);
    const refused = open(path);
    expect(refused).toEqual({
      ok: false,
      error: { code: 'ledger-from-the-future', params: { version: 99999, known: migrations.at(-1)?.version } },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a damaged file is refused', () => {
  const damages: readonly (readonly [name: string, damage: (path: string) => void])[] = [
    ['when it is empty', (path) => truncateSync(path, 0)],
    ['when it is cut in half', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
    ['when its last page is missing', (path) => truncateSync(path, readFileSync(path).length - 4096)],
    ['when it is text', (path) => writeFileSync(path, 'No database at all. '.repeat(1000))],
    ['when its header is overwritten', (path) => overwrite(path, 0, 100)],
    ['when its first page is zeroed', (path) => overwrite(path, 0, 4096)],
    ['when a page in its middle is zeroed', (path) => overwrite(path, 4096 * Math.floor(readFileSync(path).length / 8192), 4096)],
  ];
  for (const [name, damage] of damages) {
    it(name, () => {
      const path = filledFile();
      damage(path);
      expect(codeOf(open(path))).toBe('ledger-damaged');
    });
  }

  function overwrite(path: string, start: number, length: number): void {
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, start, start + length));
  }
});

describe('a journal that somebody changed behind our back is refused', () => {
  const changes: readonly (readonly [name: string, sql: string])[] = [
    ['when a safeguard was removed', 'DROP TRIGGER posting_no_update'],
    ['when an amount was changed', 'UPDATE posting SET cents = cents + 1 WHERE id = 7'],
    ['when a posting was deleted', 'DELETE FROM posting WHERE id = 7'],
    ['when a seal was broken', 'DELETE FROM entry_seal WHERE entry_id = 7'],
    ['when a derived balance was changed', 'UPDATE document_balance SET open = 1 WHERE document_id = 3'],
    [
      'when two derived balances were swapped',
      'UPDATE document_balance SET open = iif(document_id = 3, 100, -100) WHERE document_id IN (3, 4)',
    ],
    ['when the balance of a bank line was changed', 'UPDATE bank_entry_balance SET unmatched = 5 WHERE bank_entry_id = 2'],
  ];
  for (const [name, sql] of changes) {
    it(name, () => {
      const path = filledFile();
      const sqlite = new Database(path);
      const guards = sqlite.prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
      const isRemoval = sql.startsWith('DROP TRIGGER');
      sqlite.pragma('foreign_keys = OFF');
      if (!isRemoval) for (const guard of guards) sqlite.exec(`DROP TRIGGER ${guard.name}`);
      sqlite.exec(sql);
      if (!isRemoval) for (const guard of guards) sqlite.exec(guard.sql);
      sqlite.close();
      expect(codeOf(open(path))).toBe('ledger-damaged');
    });
  }
});

describe('writing', () => {
  it('keeps all of a piece of work or nothing', () => {
    const ledger = memoryLedger();
    const fail = (): void =>
      ledger.write(({ sqlite }) => {
        sqlite.exec(`INSERT INTO setting VALUES ('a', '1')`);
        throw new Error('interrupted');
      });
    expect(fail).toThrow('interrupted');
    expect(ledger.read.sqlite.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(0);
  });

  it('refuses work that would go on after its transaction', () => {
    const ledger = memoryLedger();
    expect(() => ledger.write(async () => await Promise.resolve(1))).toThrow(/promise/);
    expect(ledger.read.sqlite.inTransaction).toBe(false);
  });

  it('refuses a write inside a write', () => {
    const ledger = memoryLedger();
    expect(() => ledger.write(() => ledger.write(() => 1))).toThrow(/inside a write/);
  });

  it('answers what the work answers', () => {
    expect(memoryLedger().write(() => 42)).toBe(42);
  });
});

describe('closing', () => {
  it('may be asked for twice', () => {
    const ledger = memoryLedger();
    ledger.close();
    ledger.close();
    expect(ledger.read.sqlite.open).toBe(false);
  });

  it('frees the file, so that it can be copied and opened elsewhere', () => {
    const path = filledFile();
    const copy = join(temporaryFolder(), 'copy.ledger');
    copyFileSync(path, copy);
    reopenLedger(path);
    reopenLedger(copy);
    expect(existsSync(`${path}-wal`)).toBe(true);
  });
});

describe('work that answers an error', () => {
  it('leaves nothing of what it wrote, and the answer reaches the caller', () => {
    const ledger = memoryLedger();
    const count = (): unknown => ledger.read.sqlite.prepare('SELECT count(*) FROM setting').pluck().get();
    const refused = ledger.write((db) => {
      db.sqlite.exec(`INSERT INTO setting VALUES ('half', '1')`);
      return err(appError('not-allowed-now', { what: 'test' }));
    });
    expect(refused).toEqual(err(appError('not-allowed-now', { what: 'test' })));
    expect(count()).toBe(0);
    ledger.write((db) => {
      db.sqlite.exec(`INSERT INTO setting VALUES ('whole', '1')`);
      return ok(null);
    });
    expect(count()).toBe(1);
  });
});
