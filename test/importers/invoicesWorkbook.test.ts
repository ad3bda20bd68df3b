import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { type ListContent, readInvoiceFile } from '../../src-main/features/imports/invoiceFormats/readInvoiceFile.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';

const headers = ['Debiteurnr', 'Naam', 'Factuurnummer', 'Factuurdatum', 'Vervaldatum', 'Openstaand', 'KvK-nummer'].map((value) => ({
  value,
}));
const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' });
const rowOf = (code: number, name: string, rest: { number: string | number; issue: string; due: string; open: number; kvk: number }) => [
  { value: code },
  { value: name },
  { value: rest.number },
  day(rest.issue),
  day(rest.due),
  { value: rest.open, format: '#,##0.00' },
  { value: rest.kvk },
];

async function workbook(): Promise<Uint8Array> {
  const rows = [
    [{ value: 'Openstaande posten per 31-12-2025' }],
    [],
    headers,
    rowOf(1001, 'Bouwgroep Denkbeeld B.V.', { number: '0007', issue: '2025-03-30', due: '2025-10-26', open: 1234.56, kvk: 1234567 }),
    rowOf(1002, 'Stichting Bedenksel', { number: 2025030, issue: '2025-12-31', due: '2026-01-30', open: -99.95, kvk: 87654321 }),
    [{ value: 'Totaal' }, null, null, null, null, { value: 1134.61 }],
  ];
  return new Uint8Array(await writeWorkbook(rows).toBuffer());
}

async function readList(bytes: Uint8Array): Promise<ListContent> {
  const read = await readInvoiceFile({ name: 'lijst.xlsx', bytes }, readContext, () => null);
  if (!read.ok || read.value.kind !== 'list') throw new Error(JSON.stringify(read.ok ? read.value.kind : read.error));
  return read.value;
}

describe('an Excel workbook', () => {
  it('is read with its dates, stored numbers, leading zeros of texts and its total', async () => {
    const { content, table } = await readList(await workbook());
    expect([table.format, content.headerLine, content.validOn]).toEqual(['xlsx', 3, '2025-12-31']);
    expect(
      content.documents.map((document) => [
        document.number,
        document.issueDate,
        document.dueDate,
        document.open,
        document.docType,
        document.customer.sourceId,
      ]),
    ).toEqual([
      ['0007', '2025-03-30', '2025-10-26', 123456, 'invoice', '1001'],
      ['2025030', '2025-12-31', '2026-01-30', -9995, 'creditNote', '1002'],
    ]);
    expect(content.problems.map((one) => one.code)).toEqual(['invoice-currency-missing']);
  });

  it('gives the zero back that a stored company number lost, and says so', async () => {
    const { content } = await readList(await workbook());
    expect(content.documents[0]?.customer.legalId).toEqual({ scheme: '0106', value: '01234567' });
    expect(content.documents[0]?.problems.map((one) => one.code)).toEqual(['table-number-repaired']);
  });

  it('gives the same dates in every time zone', async () => {
    const bytes = await workbook();
    const before = process.env['TZ'];
    const dates: (string | null)[][] = [];
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Brussels']) {
      process.env['TZ'] = zone;
      const { content } = await readList(bytes);
      dates.push(content.documents.flatMap((document) => [document.issueDate, document.dueDate]));
    }
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(dates).toEqual(Array.from({ length: 3 }, () => ['2025-03-30', '2025-10-26', '2025-12-31', '2026-01-30']));
  });
});

/** A ZIP container with one part per entry; `declared` lies about the unpacked size. */
function zipOf(parts: readonly { name: string; content: Uint8Array; declared?: number }[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of parts) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(declared ?? content.length, 8);
    const nameBytes = Buffer.from(name);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(nameBytes.length, 0);
    const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, lengths]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, packed]);
    const at = Buffer.alloc(4);
    at.writeUInt32LE(offset);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, Buffer.alloc(10), at, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]));
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
async function codesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readInvoiceFile({ name: 'lijst.xlsx', bytes }, readContext, () => null);
  return read.ok ? ['read'] : read.error.map((one) => one.code);
}
const shell = [{ name: 'xl/workbook.xml', content: text('<workbook/>') }];

describe('a hostile container', () => {
  it('that unpacks to two hundred times its size is refused before it is unpacked', async () => {
    const started = performance.now();
    const bomb = zipOf([...shell, { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(80_000_000) }]);
    const packed = performance.now();
    expect(await codesOf(bomb)).toEqual(['zip-bomb']);
    expect(performance.now() - packed).toBeLessThan(Math.max(1_000, packed - started));
  });
  it('that lies about the size of a part is refused', async () => {
    expect(
      await codesOf(zipOf([...shell, { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(80_000_000), declared: 1000 }])),
    ).toEqual(['zip-bomb']);
  });
  it('that hides a part from its directory is refused', async () => {
    const hidden = Buffer.from(zipOf([{ name: 'xl/worksheets/sheet9.xml', content: new Uint8Array(50_000_000) }]));
    const shown = Buffer.from(zipOf(shell));
    const central = shown.indexOf('PK\u0001\u0002', 0, 'latin1');
    const local = hidden.subarray(0, hidden.indexOf('PK\u0001\u0002', 0, 'latin1'));
    const joined = Buffer.concat([shown.subarray(0, central), local, shown.subarray(central)]);
    joined.writeUInt32LE(central + local.length, joined.length - 6);
    expect(await codesOf(new Uint8Array(joined))).toEqual(['zip-invalid']);
  });
  it('with a cell at the far end of the sheet is refused', async () => {
    const sheet = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    expect(await codesOf(zipOf([...shell, { name: 'xl/worksheets/sheet1.xml', content: text(sheet) }]))).toEqual(['table-too-large']);
  });
  it('with a document type declaration inside is refused', async () => {
    expect(await codesOf(zipOf([{ name: 'xl/workbook.xml', content: text('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') }]))).toEqual([
      'xml-doctype',
    ]);
  });
  it('that is an ordinary archive is refused as one', async () => {
    expect(await codesOf(zipOf([{ name: '../../etc/passwd', content: text('x') }]))).toEqual(['format-archive']);
  });
  it('that is cut off is refused', async () => {
    const whole = await workbook();
    expect(await codesOf(whole.subarray(0, whole.length - 40))).toEqual(['zip-invalid']);
    expect(await codesOf(whole.subarray(0, 2))).toEqual(['zip-invalid']);
  });
  it('with nothing of a workbook but its name is refused', async () => {
    expect(await codesOf(zipOf(shell))).toEqual(['table-workbook-unreadable']);
  });
});
