import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ListContent, readInvoiceFile } from '../../src-main/features/imports/invoiceFormats/readInvoiceFile.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { decimalFromCents, sumCents } from '../../src-shared/money.ts';
import { describeShared } from '../sharedFiles.ts';
import { invoiceSamples, readInvoiceSample } from './invoiceSamples.ts';

async function readList(source: SourceFile): Promise<ListContent> {
  const read = await readInvoiceFile(source, readContext, () => null);
  if (!read.ok || read.value.kind !== 'list') throw new Error(JSON.stringify(read.ok ? read.value.kind : read.error));
  return read.value;
}
const csv = (text: string): SourceFile => ({ name: 'lijst.csv', bytes: new TextEncoder().encode(text) });

const receivable = z.looseObject({
  number: z.string(),
  customerName: z.string().nullable(),
  issueDate: z.string(),
  dueDate: z.string().nullable(),
  currency: z.string().nullable(),
  total: z.string(),
  open: z.string(),
});
const expectedTable = z.looseObject({
  delimiter: z.string(),
  headerRow: z.number(),
  dataRows: z.number(),
  invoices: z.number(),
  columns: z.record(z.string(), z.string()),
  receivables: z.array(receivable).optional(),
});

/** The field names of the sample index in the names of the mapping. */
const fieldNames: Readonly<Record<string, string>> = {
  customerId: 'customerCode',
  number: 'invoiceNumber',
  issueDate: 'invoiceDate',
  total: 'amountTotal',
  open: 'amountOpen',
  daysLate: 'daysOverdue',
  order: 'orderReference',
  account: 'accountName',
};

describeShared('public lists', 'invoices/fixtures', () => {
  const expectedOf = (file: string) => expectedTable.parse(invoiceSamples().find((sample) => sample.file === file)?.expected);

  it.each(['csv-ar-history-dmy.csv', 'csv-invoicely.csv', 'csv-wave-transactions.csv', 'csv-zoho-invoices.csv'])(
    'finds the columns of %s',
    async (file) => {
      const expected = expectedOf(file);
      const { table, content } = await readList(readInvoiceSample(file));
      expect(table.delimiter).toBe(expected.delimiter);
      expect(content.headerLine).toBe(expected.headerRow);
      expect(content.dataRows).toBe(expected.dataRows);
      const found = Object.fromEntries(Object.entries(content.mapping.columns).map(([field, column]) => [field, content.headers[column]]));
      for (const [name, header] of Object.entries(expected.columns)) {
        // How long a payment took is worked out from the dates; no field holds it.
        if (name !== 'daysToSettle') expect([name, found[fieldNames[name] ?? name]]).toEqual([name, header]);
      }
    },
  );

  it.each(['csv-invoicely.csv', 'csv-wave-transactions.csv'])('reads the receivables of %s', async (file) => {
    const expected = expectedOf(file).receivables ?? [];
    const { documents } = (await readList(readInvoiceSample(file))).content;
    const read = documents.map((document) => ({
      number: document.number,
      customerName: document.customer.name,
      issueDate: document.issueDate,
      dueDate: document.dueDate,
      currency: document.currency,
      total: decimalFromCents(document.total),
      open: decimalFromCents(document.open),
    }));
    expect(read).toEqual(
      expected.map(({ number, customerName, issueDate, dueDate, currency, total, open }) => ({
        number,
        customerName,
        issueDate,
        dueDate,
        currency,
        total,
        open,
      })),
    );
  });

  it('takes a payment history whole, with day and month in the order of the whole column', async () => {
    const { content } = await readList(readInvoiceSample('csv-ar-history-dmy.csv'));
    expect(content.kind).toBe('payment-history');
    expect(content.documents).toHaveLength(2466);
    expect(new Set(content.documents.map((document) => document.customer.sourceId)).size).toBe(100);
    expect(decimalFromCents(sumCents(content.documents.map((document) => document.total)))).toBe('147703.18');
    expect(content.documents.filter((document) => document.collectHolds.some((hold) => hold.reason === 'disputed'))).toHaveLength(561);
    expect(content.documents.filter((document) => (document.paymentsSeen[0]?.date ?? '') > (document.dueDate ?? ''))).toHaveLength(877);
    const [first] = content.documents;
    expect([first?.number, first?.issueDate, first?.dueDate, first?.total, first?.open, first?.paymentsSeen[0]?.date]).toEqual([
      '280670965',
      '2012-01-03',
      '2012-02-02',
      5039,
      0,
      '2012-01-23',
    ]);
  });

  it('leaves drafts out and says so', async () => {
    const { content } = await readList(readInvoiceSample('csv-zoho-invoices.csv'));
    expect(content.documents).toEqual([]);
    expect(content.skipped.map((row) => row.reason)).toEqual(Array.from({ length: 13 }, () => 'draft'));
  });

  it('refuses a list of payments as invoices', async () => {
    const read = await readInvoiceFile(readInvoiceSample('csv-invoiceninja-payments.csv'), readContext, () => null);
    expect(read.ok ? 'read' : read.error.map((one) => one.code)).toEqual(['table-payment-list']);
  });

  it('refuses PDF files by name', async () => {
    for (const sample of invoiceSamples().filter((one) => one.file.endsWith('.pdf'))) {
      const read = await readInvoiceFile(readInvoiceSample(sample.file), readContext, () => null);
      expect([sample.file, read.ok ? 'read' : read.error.map((one) => one.code)]).toEqual([sample.file, ['invoice-pdf']]);
    }
  });
});

describe('a list', () => {
  const header = 'Klant;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';

  it('is asked about when day and month could both come first', async () => {
    const { proposal, content } = await readList(csv(`${header}\nA;1;01/02/2026;03/04/2026;10,00\nB;2;05/06/2026;07/08/2026;20,00\n`));
    expect(proposal.questions.map((one) => one.code)).toEqual(['table-date-order-unclear']);
    expect(content.documents.map((document) => document.issueDate)).toEqual(['2026-02-01', '2026-06-05']);
  });

  it('settles the order when a due date would lie before its invoice otherwise', async () => {
    const { proposal, content } = await readList(
      csv('Customer,Invoice Number,Invoice Date,Due Date,Amount Due\nA,1,01/12/2026,02/11/2026,10.00\n'),
    );
    expect(proposal.questions).toEqual([]);
    expect(content.documents[0]?.issueDate).toBe('2026-01-12');
  });

  it('is not read when a mapping for other headers lies about the columns, without a warning', async () => {
    const file = csv(`${header}\nA;1;21-02-2026;23-04-2026;10,00\n`);
    const { proposal } = await readList(file);
    const read = await readInvoiceFile(file, readContext, () => ({ ...proposal.mapping, signature: 'another' }));
    expect(read.ok && read.value.kind === 'list' ? read.value.content.problems.map((one) => one.code) : []).toContain(
      'table-mapping-outdated',
    );
  });

  it('uses the remembered mapping for the same headers and asks nothing', async () => {
    const file = csv(`${header}\nA;1;01/02/2026;03/04/2026;10,00\n`);
    const first = await readList(file);
    const again = await readInvoiceFile(file, readContext, (signature) =>
      signature === first.proposal.mapping.signature ? { ...first.proposal.mapping, dateOrderWhenUnclear: 'mdy' } : null,
    );
    expect(again.ok && again.value.kind === 'list' ? [again.value.isRemembered, again.value.content.documents[0]?.issueDate] : []).toEqual([
      true,
      '2026-01-02',
    ]);
  });

  it('ignores a running balance', async () => {
    const rows = ['A;1;21-02-2026;100,00;100,00', 'B;2;22-02-2026;50,00;150,00', 'C;3;23-02-2026;25,00;175,00'];
    const { content } = await readList(csv(`Klant;Factuurnummer;Factuurdatum;Bedrag;Saldo\n${rows.join('\n')}\n`));
    expect(content.documents.map((document) => document.open)).toEqual([10000, 5000, 2500]);
  });

  it('warns when its total is not the sum of its rows', async () => {
    const { content } = await readList(csv(`${header}\nA;1;21-02-2026;23-04-2026;10,00\nTotaal;;;;99,00\n`));
    expect(content.problems.find((one) => one.code === 'table-sum-differs')?.params).toEqual({ sum: '10.00', stated: '99.00' });
  });

  it('gives unsigned amounts the side that their column names', async () => {
    const { content } = await readList(
      csv('Klant;Factuurnummer;Factuurdatum;Openstaand;D/C\nA;1;21-02-2026;10,00;D\nA;2;21-02-2026;4,00;C\n'),
    );
    expect(content.documents.map((document) => [document.docType, document.receivableEffect])).toEqual([
      ['invoice', 1000],
      ['creditNote', -400],
    ]);
  });

  it('counts lines in fields that run over several lines', async () => {
    const { content } = await readList(
      csv(`${header};Omschrijving\nA;1;21-02-2026;23-04-2026;10,00;"een\ntwee"\nB;2;99-99-2026;23-04-2026;10,00;x\n`),
    );
    expect(content.problems.find((one) => one.code === 'table-cell-date')?.where?.line).toBe(4);
  });

  it('keeps a footer of a customer called Total out of nothing', async () => {
    const { content } = await readList(csv(`${header}\nTotal Verzinsel;1;21-02-2026;23-04-2026;10,00\n`));
    expect(content.documents.map((document) => document.customer.name)).toEqual(['Total Verzinsel']);
  });

  it.each([
    ['Vervaldatum;Openstaand;Factuurnummer\n21-02-2026;1,00;1\n', 'table-customer-column-missing'],
    ['Klant;Vervaldatum;Openstaand\nA;21-02-2026;1,00\n', 'table-number-column-missing'],
    ['Klant;Vervaldatum;Factuurnummer\nA;21-02-2026;1\n', 'table-amount-column-missing'],
    ['Klant;Openstaand;Factuurnummer\nA;1,00;1\n', 'table-date-column-missing'],
    ['Klant;Betaaldatum;Bedrag;Factuurnummer\nA;21-02-2026;1,00;1\n', 'table-payment-list'],
    ['eerste;tweede;derde\n1;2;3\n', 'table-no-header'],
    ['Klant;Openstaand;Factuurnummer;Vervaldatum\nA;"1,00;1;21-02-2026\n', 'table-quote-unclosed'],
  ])('is refused in words: %j is %s', async (text, code) => {
    const read = await readInvoiceFile(csv(text), readContext, () => null);
    expect(read.ok ? 'read' : read.error.map((one) => one.code)).toEqual([code]);
  });
});
