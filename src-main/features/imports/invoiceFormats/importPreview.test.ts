import { describe, expect, it } from 'vitest';
import { previewInvoiceFile } from './importPreview.ts';
import { readInvoiceFile } from './readInvoiceFile.ts';
import { readContext } from '../sourceFile.ts';

async function preview(rows: readonly string[]) {
  const text = `Klant;Factuurnummer;Factuurdatum;Vervaldatum;Totaalbedrag;Openstaand;Munt;Status\n${rows.join('\n')}\n`;
  const read = await readInvoiceFile({ name: 'lijst.csv', bytes: new TextEncoder().encode(text) }, readContext, () => null);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return previewInvoiceFile('lijst.csv', read.value);
}
const ordinary = [
  'A;1;21-01-2026;20-02-2026;100,50;100,50;EUR;',
  'B;2;22-01-2026;21-02-2026;90,25;0,00;EUR;',
  'A;3;23-01-2026;22-02-2026;80,10;80,10;USD;',
];

describe('the preview of an import', () => {
  it('counts, sums per currency and names the oldest due date of what is open', async () => {
    const shown = await preview([...ordinary, 'C;4;20-01-2026;;-10,00;-10,00;EUR;', 'C;5;20-01-2026;21-01-2026;10,00;10,00;EUR;Concept']);
    expect(shown).toMatchObject({
      documents: 4,
      claims: 2,
      credits: 1,
      settled: 1,
      customers: 3,
      oldestDueDate: '2026-02-20',
      firstIssueDate: '2026-01-20',
      lastIssueDate: '2026-01-23',
      skipped: { draft: 1 },
      problems: [],
    });
    expect(shown.sums).toEqual([
      { currency: 'EUR', documents: 3, open: 9050, total: 18075 },
      { currency: 'USD', documents: 1, open: 8010, total: 8010 },
    ]);
  });
  it('shows an amount that lost its decimal mark', async () => {
    const shown = await preview([
      ...ordinary,
      'D;4;20-01-2026;20-02-2026;95,00;95,00;EUR;',
      'E;5;20-01-2026;20-02-2026;9.900,00;9.900,00;EUR;',
    ]);
    expect(shown.problems.map((one) => [one.code, one.params['number'], one.where?.line])).toEqual([
      ['invoice-amount-hundredfold', '5', 6],
    ]);
  });
  it('shows a due date before the invoice date', async () => {
    const shown = await preview([...ordinary, 'D;4;20-03-2026;20-02-2026;95,00;95,00;EUR;']);
    expect(shown.problems.map((one) => one.code)).toEqual(['invoice-due-before-issue']);
  });
  it('shows a row that was repeated, and counts it once', async () => {
    const shown = await preview([...ordinary, ordinary[0] ?? '']);
    expect(shown.documents).toBe(3);
    expect(shown.problems.map((one) => one.code)).toEqual(['invoice-duplicate-in-file']);
  });
  it('puts errors before warnings', async () => {
    const shown = await preview(['D;4;20-03-2026;20-02-2026;95,00;95,00;EUR;', 'D;5;x;20-02-2026;95,00;95,00;EUR;', ...ordinary]);
    expect(shown.problems.map((one) => one.severity)).toEqual(['error', 'warning']);
  });
});
