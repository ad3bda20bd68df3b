import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FilePreview } from '../../src-shared/contract/imports.ts';
import { openItemsFile } from './importFiles.ts';
import { createWorld, type File, sharedBackground, type World } from './importWorld.ts';

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

type InvoicePreview = Extract<FilePreview, { kind: 'invoices' }>;
function invoices(preview: { files: FilePreview[] }): InvoicePreview {
  const [file] = preview.files;
  if (file?.kind !== 'invoices') throw new Error(`not a list: ${JSON.stringify(file)}`);
  return file;
}

/** A list of which the money column has a name nobody could guess. */
const odd: File = {
  name: 'eigen-lijst.csv',
  content: [
    'Factuurnummer;Klantnaam;Factuurdatum;Vervaldatum;Kolom Q',
    '2026-1;Atelier Zuid;10-01-2026;09-02-2026;121,00',
    '2026-2;Café Noord;11-01-2026;10-02-2026;60,50',
  ].join('\r\n'),
};

describe('a list with columns of its own', () => {
  it('is shown with its first rows and what is missing, instead of being refused', async () => {
    const shown = invoices(await world.preview([odd]));
    expect(shown).toMatchObject({ documents: 0, problems: [{ code: 'table-amount-column-missing', severity: 'error' }] });
    expect(shown.table).toMatchObject({
      headers: ['Factuurnummer', 'Klantnaam', 'Factuurdatum', 'Vervaldatum', 'Kolom Q'],
      mapping: { columns: { invoiceNumber: 0, customerName: 1, invoiceDate: 2, dueDate: 3 } },
      remembered: false,
    });
    expect(shown.table?.sample[0]).toEqual(['2026-1', 'Atelier Zuid', '10-01-2026', '09-02-2026', '121,00']);
  });

  it('is read with the columns the user points out, and by itself the next time', async () => {
    const { table } = invoices(await world.preview([odd]));
    if (table === null) throw new Error('no table');
    const mapping = { ...table.mapping, columns: { ...table.mapping.columns, amountOpen: 4 } };
    const preview = await world.preview([odd], { [table.signature]: mapping });
    expect(invoices(preview)).toMatchObject({ documents: 2, fresh: 2, sums: [{ currency: 'EUR', cents: 18150, count: 2 }] });
    await world.tryCommit(preview.previewId);
    const next = { name: 'volgende.csv', content: `${String(odd.content)}\r\n2026-3;Atelier Zuid;12-02-2026;14-03-2026;10,00` };
    const again = invoices(await world.preview([next]));
    expect(again).toMatchObject({ documents: 3, fresh: 1, known: 2 });
    expect(again.table?.remembered).toBe(true);
  });

  it('ignores columns of a mapping that this list does not have', async () => {
    const { table } = invoices(await world.preview([odd]));
    const columns = { invoiceNumber: 0, customerName: 1, invoiceDate: 2, dueDate: 99, amountOpen: 4, nonsense: 1, email: -1 };
    const preview = await world.preview([odd], { [table?.signature ?? '']: { columns, dateOrder: 'dmy', decimalMark: ',' } });
    expect(invoices(preview)).toMatchObject({ documents: 2, undated: 2 });
  });
});

describe('a list of open items', () => {
  it('names the line of every row that stays out', async () => {
    const shown = invoices(
      await world.preview([
        openItemsFile([
          ['2026-1', 'Atelier Zuid', '', '10-01-2026', '09-02-2026', '121,00', '121,00'],
          ['2026-2', 'Atelier Zuid', '', '45-01-2026', '09-02-2026', '10,00', '10,00'],
          ['2026-3', 'Atelier Zuid', '', '10-01-2026', '09-02-2026', 'veel', 'veel'],
        ]),
      ]),
    );
    expect(shown.documents).toBe(1);
    expect([...new Set(shown.problems.filter((one) => one.severity === 'error').map((one) => one.where?.line))]).toEqual([3, 4]);
  });

  it('does not close what is no longer on it', async () => {
    const row = (number: string) => [number, 'Atelier Zuid', '', '10-01-2026', '09-02-2026', '50,00', '50,00'] as const;
    await world.take([openItemsFile([row('1'), row('2')])]);
    await world.take([openItemsFile([row('2'), row('3')])]);
    expect(world.rows('SELECT count(*) AS n, sum(open) AS cents FROM document_balance')).toEqual([{ n: 3, cents: 15000 }]);
  });

  it('takes a number without its leading zeros as the same invoice', async () => {
    const row = (number: string) => openItemsFile([[number, 'Atelier Zuid', '', '10-01-2026', '09-02-2026', '50,00', '50,00']]);
    await world.take([row('00012')]);
    expect((await world.preview([row('12')])).totals).toMatchObject({ fresh: 0, known: 1 });
  });

  it('books an item settled in full on its due date, so that nobody looks early or late without evidence', async () => {
    await world.take([openItemsFile([['1', 'Atelier Zuid', '', '10-01-2026', '09-02-2026', '50,00', '0,00']])]);
    expect(world.rows('SELECT open, settled_on FROM document_balance')).toEqual([{ open: 0, settled_on: '2026-02-09' }]);
  });
});
