import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { requireOrderedMigrations } from '../../src-main/ledger/migrate.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import * as schema from '../../src-main/ledger/schema/schema.ts';
import { now, valueOf } from '../ledger/ledgers.ts';

type ColumnInfo = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number };

const typedTables = Object.values(schema)
  .filter((value) => is(value, SQLiteTable))
  .map((table) => getTableConfig(table));

// `UPDATE_SCHEMA=1` writes both files anew. For a migration that was released this is never right; 0.1.0 will be the first release.
const mayUpdate = process.env['UPDATE_SCHEMA'] === '1';

const ownObjects = `FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

describe('the schema after all migrations', () => {
  const ledger = valueOf(openLedger({ path: ':memory:', mode: 'create', now, migrations }));
  const { sqlite } = ledger.read;
  afterAll(() => ledger.close());

  it('is the one in schema.sql, so that every change of it shows in review', () => {
    const statements = sqlite.prepare<[], string>(`SELECT sql ${ownObjects} ORDER BY tbl_name, type DESC, name`).pluck().all();
    const dump = `${statements.map((sql) => `${sql};`).join('\n\n')}\n`;
    const path = join(import.meta.dirname, 'schema.sql');
    if (mayUpdate) writeFileSync(path, dump);
    expect(dump).toBe(readFileSync(path, 'utf8'));
  });

  it('has exactly the tables of the typed queries', () => {
    const tables = sqlite.prepare<[], string>(`SELECT name ${ownObjects} AND type = 'table' ORDER BY name`).pluck().all();
    expect(tables.length).toBeGreaterThan(20);
    expect(typedTables.map((table) => table.name).toSorted()).toEqual(tables);
  });

  for (const table of typedTables) {
    it(`has the columns of ${table.name} as the typed queries expect them`, () => {
      const actual = sqlite
        .prepare<[string], ColumnInfo>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
        .all(table.name)
        .map((column) => ({
          name: column.name,
          type: column.type,
          isRequired: column.notnull === 1 || column.pk > 0,
          isKey: column.pk > 0,
        }));
      const composite = table.primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
      const expected = table.columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        isRequired: column.notNull,
        isKey: column.primary || composite.includes(column.name),
      }));
      expect(actual).toEqual(expected);
    });
  }

  it('keeps every table strict', () => {
    const loose = sqlite.prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    );
    expect(loose.pluck().all()).toEqual([]);
  });

  it('has an index on every column that points at another table, or names why not', () => {
    // Rows of these are never deleted one by one, and nothing is looked up by these columns.
    const withoutIndex = ['customer.import_file_id', 'hold.document_id', 'message.pdf_sha256', 'posting.own_account_id'];
    const pointing = sqlite
      .prepare<[], { table: string; column: string }>(
        `SELECT t.name AS "table", f."from" AS "column" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f WHERE t.schema = 'main'`,
      )
      .all();
    const firsts = sqlite
      .prepare<[], string>(
        `SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE t.schema = 'main' AND c.seqno = 0
         UNION SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.schema = 'main' AND c.pk = 1`,
      )
      .pluck()
      .all();
    const missing = pointing.map(({ table, column }) => `${table}.${column}`).filter((name) => !firsts.includes(name));
    expect(missing.toSorted()).toEqual(withoutIndex.toSorted());
  });
});

describe('released migrations', () => {
  it('never change: a new migration is written instead', () => {
    const path = join(import.meta.dirname, 'migrationHashes.json');
    const hashes = Object.fromEntries(
      migrations.map(({ version, name, sql }) => [`${version}-${name}`, createHash('sha256').update(sql).digest('hex')]),
    );
    if (mayUpdate) writeFileSync(path, `${JSON.stringify(hashes, null, 2)}\n`);
    expect(hashes).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });

  it('go up in tens under names of their own', () => {
    expect(migrations.every(({ version }) => version % 10 === 0)).toBe(true);
    expect(() => requireOrderedMigrations(migrations)).not.toThrow();
    expect(() => requireOrderedMigrations([...migrations].reverse())).toThrow(RangeError);
    expect(() => requireOrderedMigrations([])).toThrow(RangeError);
  });
});
