import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import type { FilePreview } from '../../src-shared/contract/imports.ts';
import { bankReaders } from '../../src-main/features/imports/formats/index.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { createWorld, type File, ownIban, sharedBackground, type World } from './importWorld.ts';

const background = sharedBackground(30_000);
afterAll(() => background.close());

let world: World;
beforeEach(() => {
  world = createWorld(background);
});
afterEach(() => {
  expect(world.isSound()).toBe(true);
  world.close();
});

type BankPreview = Extract<FilePreview, { kind: 'bank' }>;
function bank(preview: { files: FilePreview[] }): BankPreview {
  const [file] = preview.files;
  if (file?.kind !== 'bank') throw new Error(`not a list of bookings: ${JSON.stringify(file)}`);
  return file;
}
function tableOf(file: BankPreview): NonNullable<BankPreview['table']> {
  if (file.table === null) throw new Error('no table');
  return file.table;
}

const list: File = {
  name: 'onbekende-bank.csv',
  content: [
    'Boekdatum;Rekening van de ander;Naam tegenpartij;Bedrag;Saldo;Mededeling',
    '27-02-2026;NL90FICT0000000303;Bakkerij De Gouden Korst;121,00;1121,00;Factuur 2026-0042',
    '28-02-2026;;Koffie op de Hoek;-3,50;1117,50;Lunch',
  ].join('\r\n'),
};

describe('a CSV of a bank that is not known', () => {
  it('is shown as bookings, and asks for the account before anything is taken in', async () => {
    const shown = bank(await world.preview([list]));
    expect(shown).toMatchObject({ statements: [], problems: [{ code: 'bank-table-account-unknown', severity: 'error' }] });
    const table = tableOf(shown);
    expect(table.mapping).toEqual({
      columns: { bookDate: 0, counterAccount: 1, name: 2, amount: 3, balance: 4, text: 5 },
      dateOrder: 'dmy',
      decimalMark: ',',
      kind: 'bank',
    });
    expect(
      table.rows.map(({ bookDate, amount, name, account, text, balance }) => [bookDate, amount, name, account, text, balance]),
    ).toEqual([
      ['2026-02-27', 12_100, 'Bakkerij De Gouden Korst', 'NL90FICT0000000303', 'Factuur 2026-0042', 112_100],
      ['2026-02-28', -350, 'Koffie op de Hoek', '', 'Lunch', 111_750],
    ]);
  });

  it('is read with what was pointed out, taken in, and read by itself the next time', async () => {
    const table = tableOf(bank(await world.preview([list])));
    const mappings = { [table.signature]: { ...table.mapping, account: ownIban } };
    const preview = await world.preview([list], mappings);
    expect(bank(preview).statements).toMatchObject([
      { account: ownIban, entries: 2, opening: 100_000, closing: 111_750, addsUp: true, fresh: 2 },
    ]);
    const taken = await world.tryCommit(preview.previewId, { accounts: { [ownIban]: 'ours' } });
    expect(taken).toMatchObject({ ok: true, value: { counts: { bankEntries: 2 } } });
    const next = {
      name: 'volgende.csv',
      content: `${String(list.content)}\r\n01-03-2026;NL63FICT0000000404;Garage Wielsma;50,00;1167,50;Factuur 2026-0043`,
    };
    const again = bank(await world.preview([next]));
    expect(again.statements).toMatchObject([{ entries: 3, fresh: 1, known: 2, ownership: 'ours' }]);
    expect(tableOf(again).remembered).toBe(true);
  });

  it('is read at once when the account stands above its columns, also where another was remembered', async () => {
    const named = (iban: string): File => ({
      name: 'kop.csv',
      content: ['Rekening: ' + iban.replace(/(.{4})/g, '$1 '), '', String(list.content)].join('\r\n'),
    });
    const preview = await world.preview([named('NL39VRBD0000000101')]);
    expect(bank(preview).statements).toMatchObject([{ account: 'NL39VRBD0000000101', entries: 2 }]);
    const table = tableOf(bank(preview));
    const other = bank(await world.preview([named('BE49999000000171')], { [table.signature]: { ...table.mapping, account: ownIban } }));
    expect(other.statements).toMatchObject([{ account: 'BE49999000000171' }]);
  });

  it('may as well be a workbook', async () => {
    const cell = (value: string | number | Date) => (value instanceof Date ? { value, type: Date, format: 'dd-mm-yyyy' } : { value });
    const rows = [
      ['Datum', 'Omschrijving', 'Bedrag', 'Saldo'],
      [new Date('2026-02-27T00:00:00Z'), 'Factuur 2026-0042', 121.1, 1121.1],
      [new Date('2026-02-28T00:00:00Z'), 'Lunch', -3.5, 1117.6],
    ].map((row) => row.map(cell));
    const file = { name: 'onbekend.xlsx', content: new Uint8Array(await writeWorkbook(rows).toBuffer()) };
    const table = tableOf(bank(await world.preview([file])));
    const read = bank(await world.preview([file], { [table.signature]: { ...table.mapping, account: ownIban } }));
    expect(read.statements).toMatchObject([{ entries: 2, opening: 100_000, closing: 111_760, addsUp: true, from: '2026-02-27' }]);
  });

  it('can be called a list of invoices, and back', async () => {
    const ambiguous: File = {
      name: 'lijst.csv',
      content: 'Datum;Naam;Bedrag;Omschrijving\n27-02-2026;Bakkerij;-121,00;F2026-1\n28-02-2026;Slager;60,50;F2026-2',
    };
    const table = tableOf(bank(await world.preview([ambiguous])));
    const asInvoices = (await world.preview([ambiguous], { [table.signature]: { ...table.mapping, columns: {}, kind: 'invoices' } }))
      .files[0];
    expect(asInvoices?.kind).toBe('invoices');
    const back = asInvoices?.kind === 'invoices' ? asInvoices.table : null;
    if (back === null) throw new Error('no table');
    const again = bank(
      await world.preview([ambiguous], { [back.signature]: { ...back.mapping, columns: {}, kind: 'bank', account: ownIban } }),
    );
    expect(again.statements).toMatchObject([{ entries: 2 }]);
  });

  it('is never taken for one when it is a list of invoices', async () => {
    const folder = join(import.meta.dirname, '../fixtures/invoices');
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.csv'))) {
      const bytes = readFileSync(join(folder, name));
      expect(bankReaders.filter((reader) => reader.sniff(sourceHead({ name, bytes })) > 0).map(({ id }) => id)).toEqual([]);
      expect((await world.preview([{ name, content: bytes }])).files.map(({ kind }) => kind)).not.toContain('bank');
    }
  });
});
