/** The exported aging list, read back with readers of other people's making: figures, dates, and text that must stay text (CWE-1236). */
import Papa from 'papaparse';
import readSheets from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMadeFiles } from '../../src-main/api/madeFiles.ts';
import { invoiceIssued, moneyReceived } from '../../src-main/domain/posting/posting.ts';
import { agingMethods } from '../../src-main/features/aging/methods.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import type { CallInput } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { addBankEntry, addDocument, book, ownAccountId, seedParties } from './builders.ts';
import { memoryLedger, valueOf } from './ledgers.ts';

const asOf = plainDate('2026-11-20');
let ledger: Ledger;

beforeEach(() => {
  ledger = memoryLedger();
  seedParties(ledger);
  ledger.write((db) => {
    for (const [customerId, total] of [
      [1, 123_456],
      [2, 50_000],
    ] as const) {
      const documentId = addDocument(db, {
        customerId: customerId as CustomerId,
        kind: 'invoice',
        issueDate: plainDate('2026-09-15'),
        total: cents(total),
      });
      book(db, { kind: 'invoice', on: plainDate('2026-09-15'), postings: invoiceIssued({ documentId, totalCents: cents(total) }) });
    }
    const bankEntryId = addBankEntry(db, { bookDate: plainDate('2026-11-16'), amount: cents(20_000) });
    book(db, {
      kind: 'receipt',
      on: plainDate('2026-11-16'),
      postings: moneyReceived({ ownAccountId, bankEntryId, amountCents: cents(20_000) }),
    });
  });
});

type Wish = Pick<CallInput<'aging.export'>, 'format' | 'detail'> & { readonly language?: 'nl' | 'en' | 'fr' };

async function exported({ format, detail, language = 'nl' }: Wish): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const madeFiles = createMadeFiles({ ids: { next: () => 'token' }, limitBytes: 10_000_000 });
  const file = valueOf(await agingMethods['aging.export']({ ledger, madeFiles }, { asOf, basis: 'due', format, detail, language }));
  const made = madeFiles.get(file.token);
  if (made === null) throw new Error('the file is gone');
  return { name: file.name, bytes: Buffer.from(made.bytes) };
}
async function csv(wish: Omit<Wish, 'format'>): Promise<readonly string[][]> {
  const text = (await exported({ ...wish, format: 'csv' })).bytes.toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  return Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: wish.language === 'en' ? ',' : ';' }).data;
}
async function xlsx(wish: Omit<Wish, 'format'>): Promise<readonly (readonly unknown[])[]> {
  const sheets = await readSheets((await exported({ ...wish, format: 'xlsx' })).bytes);
  return sheets[0]?.data ?? [];
}

const dayOfCell = (cell: unknown): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : 'no day');

describe('the exported list', () => {
  it('per customer as CSV has every class, comma decimals and the total of the screen', async () => {
    const rows = await csv({ detail: 'customers' });
    expect(rows[0]).toEqual([
      'Debiteur',
      'Valuta',
      'Niet vervallen',
      '1–30',
      '31–60',
      '61–90',
      '> 90',
      'Zonder datum',
      'Open',
      'Niet toegewezen',
      'Totaal',
    ]);
    expect(rows[1]).toEqual(['Aardappel', 'EUR', '0,00', '0,00', '1234,56', '0,00', '0,00', '0,00', '1234,56', '0,00', '1234,56']);
    expect(rows.at(-1)).toEqual(['Totaal', 'EUR', '0,00', '0,00', '1734,56', '0,00', '0,00', '0,00', '1734,56', '-200,00', '1534,56']);
    expect(rows.map((row) => row[0])).toContain('Onbekende betaler');
  });

  it('per item as a workbook has numbers as numbers and days as days, adding up to the same total', async () => {
    const rows = await xlsx({ detail: 'documents' });
    expect(rows[0]?.slice(0, 5)).toEqual(['Debiteur', 'Soort', 'Nummer', 'Factuurdatum', 'Vervaldatum']);
    const [first] = rows.slice(1);
    expect(first?.[9]).toBe(1234.56);
    expect(dayOfCell(first?.[3])).toBe('2026-09-15');
    expect(dayOfCell(first?.[4])).toBe('2026-10-15');
    expect(rows.slice(1).reduce((sum, row) => sum + Math.round(Number(row[9]) * 100), 0)).toBe(153_456);
  });

  it('speaks the language it was asked in', async () => {
    expect((await csv({ detail: 'customers', language: 'en' })).at(-1)?.slice(-1)).toEqual(['1534.56']);
    expect((await csv({ detail: 'customers', language: 'fr' }))[0]?.[0]).toBe('Client');
    expect((await exported({ format: 'xlsx', detail: 'documents', language: 'fr' })).name).toBe('balance-agee-2026-11-20-postes.xlsx');
  });

  it('has a line for every other currency, and never adds them up', async () => {
    ledger.write((db) => {
      const documentId = addDocument(db, { customerId: 1 as CustomerId, kind: 'invoice', issueDate: asOf, total: cents(99_900) });
      db.sqlite.prepare(`UPDATE document SET currency = 'USD' WHERE id = ?`).run(documentId);
      book(db, { kind: 'invoice', on: asOf, postings: invoiceIssued({ documentId, totalCents: cents(99_900) }) });
    });
    const rows = await csv({ detail: 'customers' });
    expect(rows.at(-2)?.[8]).toBe('1734,56');
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['Totaal', 'USD']);
    expect(rows.at(-1)?.[8]).toBe('999,00');
  });
});

/** What spreadsheets take for the start of a formula, also in full width and behind what they trim. */
const hostileNames = [
  '=1+1',
  '+31 6 1234',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '=HYPERLINK("http://attacker.example";"pay")',
];

describe('a name that looks like a formula', () => {
  it.each(hostileNames)('stays text in CSV and in a workbook: %j', async (name) => {
    ledger.write((db) => {
      db.sqlite.prepare('UPDATE customer SET name = ? WHERE id = 1').run(name);
      db.sqlite.prepare('UPDATE document SET number = ? WHERE customer_id = 1').run(name);
    });
    for (const detail of ['customers', 'documents'] as const) {
      const text = (await csv({ detail })).find((row) => row[0]?.includes(name.trim()))?.[0];
      expect(text, `${detail} as CSV`).toMatch(/^'/);
      const cell = (await xlsx({ detail })).find((row) => String(row[0]).includes(name.trim()))?.[0];
      expect(cell, `${detail} as a workbook`).toMatch(/^'/);
    }
  });

  it('does not cost a name that is none its own letters', async () => {
    ledger.write((db) => db.sqlite.prepare('UPDATE customer SET name = ? WHERE id = 1').run('Jansen; "De = Werf"'));
    expect((await csv({ detail: 'customers' }))[1]?.[0]).toBe('Jansen; "De = Werf"');
  });
});
