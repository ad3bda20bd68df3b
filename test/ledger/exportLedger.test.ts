import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { commonColumns, tableDescriptions } from '../../src-main/ledger/export/exportColumns.ts';
import { describeColumn } from '../../src-main/ledger/export/exportReadme.ts';
import { exportLedger } from '../../src-main/ledger/export/exportLedger.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { dumpOf } from '../crash/state.ts';
import { codeOf, createLedger, memoryLedger, now, reopenLedger, temporaryFolder, valueOf } from './ledgers.ts';

const original = '<Invoice>own sample</Invoice>';
const letter = Buffer.from('%PDF-own-sample');
const letterHash = createHash('sha256').update(letter).digest('hex');

/** A closed-over ledger with history, an original file, a letter, and a name that a spreadsheet would run. */
function filledLedger(folder: string): Ledger {
  const ledger = createLedger(join(folder, 'books.ledger'));
  fillLedger({ ledger, documents: 400, customers: 10, today: '2026-11-22' });
  ledger.write(({ sqlite }) => {
    sqlite.prepare(`UPDATE import_file SET deflated = ?, name = '../../sample "1".xml'`).run(deflateRawSync(original));
    sqlite.prepare(`INSERT INTO file (sha256, mime, bytes) VALUES (?, 'application/pdf', ?)`).run(letterHash, letter);
    sqlite.exec(`UPDATE customer SET name = '=HYPERLINK("x")', phone = '+31 20 000 00 00', number = '' WHERE id = 3`);
  });
  return ledger;
}

const cellsOf = (path: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

describe('an export of everything', () => {
  it('holds the ledger itself, every table, every file that was taken in and every letter', async () => {
    const folder = temporaryFolder();
    const ledger = filledLedger(folder);
    const target = join(folder, 'export');
    const files = valueOf(await exportLedger({ ledger, folder: target, now }));
    ledger.close();
    expect(dumpOf(join(target, 'ledger.sqlite'))).toBe(dumpOf(ledger.path));
    expect(readFileSync(join(target, 'originals', '1-.._.._sample__1_.xml'), 'utf8')).toBe(original);
    expect(readFileSync(join(target, 'letters', `${letterHash}.pdf`)).equals(letter)).toBe(true);
    const onDisk = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(onDisk.length).toBe(files.length);
    for (const file of files) expect(readFileSync(join(target, file.path)).length).toBe(file.size);
    reopenLedger(join(target, 'ledger.sqlite'));
  });

  it('gives every row and every amount of a table again', async () => {
    const folder = temporaryFolder();
    const ledger = filledLedger(folder);
    const target = join(folder, 'export');
    valueOf(await exportLedger({ ledger, folder: target, now }));
    const { sqlite } = ledger.read;
    for (const table of ['posting', 'document', 'bank_entry', 'journal_entry', 'allocation']) {
      expect(cellsOf(join(target, 'tables', `${table}.csv`)).length).toBe(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    }
    const exported = cellsOf(join(target, 'tables', 'posting.csv')).map((row) => [
      Number(row['id']),
      row['account'],
      row['document_id'] === '' ? null : Number(row['document_id']),
      Number(row['cents']),
    ]);
    expect(exported).toEqual(sqlite.prepare('SELECT id, account, document_id, cents FROM posting ORDER BY id').raw().all());
  });

  it('gives a spreadsheet nothing to run', async () => {
    const folder = temporaryFolder();
    const ledger = filledLedger(folder);
    const target = join(folder, 'export');
    valueOf(await exportLedger({ ledger, folder: target, now }));
    const third = cellsOf(join(target, 'tables', 'customer.csv'))[2];
    expect([third?.['id'], third?.['name'], third?.['phone']]).toEqual(['3', `'=HYPERLINK("x")`, `'+31 20 000 00 00`]);
  });

  it('describes every column in its text', async () => {
    const folder = temporaryFolder();
    const ledger = filledLedger(folder);
    valueOf(await exportLedger({ ledger, folder: join(folder, 'export'), now }));
    const text = readFileSync(join(folder, 'export', 'README.txt'), 'utf8');
    expect(text).toContain('tables/posting.csv');
    expect(text).toContain('  - cents: positive is debit, negative is credit');
    expect(text.split('\n').filter((line) => /^ {2}- \w+: *$/.test(line))).toEqual([]);
  });

  it('is refused in a folder that holds something', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'mine.txt'), '');
    const ledger = memoryLedger();
    expect(codeOf(await exportLedger({ ledger, folder: join(folder, 'full'), now }))).toBe('not-allowed-now');
    expect(readdirSync(join(folder, 'full'))).toEqual(['mine.txt']);
  });
});

describe('the descriptions of columns', () => {
  const columnsOf = (ledger: Ledger, table: string): readonly string[] =>
    ledger.read.sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);

  it('cover the schema, and name nothing that is not there', () => {
    const ledger = memoryLedger();
    const tables = ledger.read.sqlite
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all();
    expect(Object.keys(tableDescriptions).toSorted()).toEqual(tables);
    const silent = tables.flatMap((table) =>
      columnsOf(ledger, table)
        .filter((column) => describeColumn(table, column) === '')
        .map((column) => `${table}.${column}`),
    );
    expect(silent).toEqual([]);
    const unknown = Object.entries(tableDescriptions).flatMap(([table, { columns }]) =>
      Object.keys(columns).filter((column) => !columnsOf(ledger, table).includes(column)),
    );
    expect(unknown).toEqual([]);
    const all = new Set(tables.flatMap((table) => columnsOf(ledger, table)));
    expect(Object.keys(commonColumns).filter((column) => !all.has(column))).toEqual([]);
  });
});
