import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isBackupName, listBackups } from '../../src-main/ledger/copies/backup.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import type { Migration } from '../../src-main/ledger/migrations/migration.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { codeOf, createLedger, now, temporaryFolder, valueOf } from '../ledger/ledgers.ts';

const next = (sql: string, changesRowsOf: readonly string[] = []): Migration => ({ version: 1000, name: 'next', sql, changesRowsOf });
const openWith = (path: string, more: readonly Migration[]): ReturnType<typeof openLedger> =>
  openLedger({ path, mode: 'open', now, migrations: [...migrations, ...more] });

/** A closed ledger with history of today's schema. */
function ledgerFile(): string {
  const path = join(temporaryFolder(), 'books.ledger');
  const ledger = createLedger(path);
  fillLedger({ ledger, documents: 200, customers: 5, today: '2026-11-22' });
  ledger.write(({ sqlite }) =>
    sqlite.exec(
      `INSERT INTO contact (customer_id, name, role, email, phone, is_payment_contact, can_release_payment) VALUES (1, 'A', 'other', '', '', 0, 0)`,
    ),
  );
  ledger.close();
  return path;
}

function ask(path: string, sql: string): unknown {
  const sqlite = new Database(path, { readonly: true });
  try {
    return sqlite.prepare(sql).pluck().get();
  } finally {
    sqlite.close();
  }
}

/** The way a column of a parent table is changed: a new table, the rows moved over, the old one dropped. */
const rebuildCustomer = `
  CREATE TABLE customer_new (${'id INTEGER PRIMARY KEY, name TEXT NOT NULL'}) STRICT;
  INSERT INTO customer_new SELECT id, name FROM customer;
  DROP TABLE customer;
  ALTER TABLE customer_new RENAME TO customer;`;

describe('a migration', () => {
  it('rebuilds a table that others point at without losing a row of them', () => {
    const path = ledgerFile();
    const children = ['document', 'contact'].map((table) => ask(path, `SELECT count(*) FROM ${table}`));
    valueOf(openWith(path, [next(rebuildCustomer)])).close();
    expect(['document', 'contact'].map((table) => ask(path, `SELECT count(*) FROM ${table}`))).toEqual(children);
    expect(ask(path, 'PRAGMA user_version')).toBe(1000);
  });

  it('leaves foreign keys on for everything that comes after', () => {
    const path = ledgerFile();
    const ledger = valueOf(openWith(path, [next('CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT')]));
    expect(ledger.read.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    ledger.close();
  });

  it('starts only after a verified copy of the ledger as it was', () => {
    const path = ledgerFile();
    const entries = ask(path, 'SELECT count(*) FROM journal_entry');
    valueOf(openWith(path, [next('CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT')])).close();
    const [copy, ...others] = listBackups(path);
    expect(others).toEqual([]);
    expect(copy?.manifest).toMatchObject({ entries, schemaVersion: migrations.at(-1)?.version });
    expect(isBackupName(copy?.name ?? '')).toBe(true);
  });

  it('makes no copy when there is nothing to migrate', () => {
    const path = ledgerFile();
    valueOf(openWith(path, [])).close();
    expect(listBackups(path)).toEqual([]);
  });

  it('keeps the copies of a ledger away from those of its neighbour', () => {
    const path = ledgerFile();
    valueOf(openWith(path, [next('CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT')])).close();
    expect(listBackups(path.replace('books.ledger', 'other.ledger'))).toEqual([]);
  });
});

describe('a migration that goes wrong leaves the ledger as it was', () => {
  const wrong: readonly (readonly [name: string, sql: string, finding: RegExp])[] = [
    ['when its SQL fails halfway', 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; SELECT nonsense FROM nowhere', /no such table/],
    ['when rows point at nothing afterwards', 'DELETE FROM customer WHERE id = 1', /foreign keys of/],
    ['when rows of a table it did not name are gone', 'DELETE FROM contact', /rows of contact/],
    [
      'when an entry no longer balances',
      'DROP TRIGGER posting_no_update; UPDATE posting SET cents = cents + 1 WHERE id = 1',
      /entry 1 does not balance/,
    ],
    [
      'when an entry loses its seal',
      'DROP TRIGGER entry_seal_no_delete; DELETE FROM entry_seal WHERE entry_id = 5',
      /foreign keys of journal_entry/,
    ],
  ];
  for (const [name, sql, finding] of wrong) {
    it(name, () => {
      const path = ledgerFile();
      const before = readFileSync(path);
      const failed = openWith(path, [next(sql)]);
      expect(codeOf(failed)).toBe('ledger-migration-failed');
      expect(failed.ok ? '' : String(failed.error.params['finding'])).toMatch(finding);
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(existsSync(`${path}-wal`)).toBe(false);
      expect(codeOf(openWith(path, []))).toBe('');
    });
  }

  it('and keeps the steps before it, each of which was whole', () => {
    const path = ledgerFile();
    const first: Migration = { version: 900, name: 'fine', sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT', changesRowsOf: [] };
    const failed = openWith(path, [first, next('SELECT nonsense FROM nowhere')]);
    expect(failed).toMatchObject({ ok: false, error: { params: { version: 1000, name: 'next' } } });
    expect(ask(path, 'PRAGMA user_version')).toBe(900);
  });

  it('unless it said that it changes the rows of that table', () => {
    const path = ledgerFile();
    valueOf(openWith(path, [next('DELETE FROM contact', ['contact'])])).close();
    expect(ask(path, 'SELECT count(*) FROM contact')).toBe(0);
  });
});
