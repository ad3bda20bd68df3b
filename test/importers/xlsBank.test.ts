import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { packedNumber } from '../../src-main/features/imports/formats/xls/biffSheet.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { type BiffCell, biffStream, oleContainer } from './biffWriter.ts';

const abnHeader = ['accountNumber', 'mutationcode', 'transactiondate', 'valuedate', 'startsaldo', 'endsaldo', 'amount', 'description'];
const description = (text: string): string =>
  `/TRTP/SEPA OVERBOEKING/IBAN/NL90FICT0000000303/BIC/FICTNL2A/NAME/Café Zuiderzee/REMI/${text}/EREF/NOTPROVIDED`;
const abnRows = (count: number): (readonly BiffCell[])[] => {
  let cents = 100_000;
  const rows = Array.from({ length: count }, (_none, index) => {
    const before = cents;
    const amount = index % 3 === 0 ? 121_007 : index % 3 === 1 ? -350 : 1200;
    cents += amount;
    return [
      999_999_990,
      'EUR',
      20_260_501 + (index % 28),
      20_260_504,
      before / 100,
      cents / 100,
      amount / 100,
      description(`Factuur ${index} ${index % 2 === 0 ? 'ŵ' : 'x'.repeat(index % 70)}`),
    ];
  });
  return [abnHeader, ...rows];
};
const xls = (rows: readonly (readonly BiffCell[])[], room?: number): SourceFile => ({
  name: 'XLS260504.xls',
  bytes: oleContainer(biffStream(rows, room)),
});

async function xlsx(rows: readonly (readonly (BiffCell | Date)[])[]): Promise<SourceFile> {
  const cells = rows.map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd-mm-yyyy' } : { value })));
  return { name: 'download.xlsx', bytes: new Uint8Array(await writeWorkbook(cells).toBuffer()) };
}

function parsed(source: SourceFile) {
  const result = readBankFile(source, readContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const claimedBy = (source: SourceFile): readonly string[] =>
  bankReaders.filter((reader) => reader.sniff(sourceHead(source)) > 0).map(({ id }) => id);

describe('the workbook of ABN AMRO', () => {
  it.each([1, 3, 40, 700])('is read with its %i bookings, and adds up', (count) => {
    const source = xls(abnRows(count));
    expect(claimedBy(source)).toEqual(['xls-abn-amro']);
    const [statement, ...others] = parsed(source).statements;
    expect(others).toEqual([]);
    expect([statement?.account, statement?.entries.length, statement?.opening?.amount, statement?.balanced]).toEqual([
      '999999990',
      count,
      100_000,
      true,
    ]);
    expect(statement?.entries[0]).toMatchObject({
      amount: 121_007,
      bookDate: '2026-05-01',
      valueDate: '2026-05-04',
      counterIban: 'NL90FICT0000000303',
      counterName: 'Café Zuiderzee',
      remittance: 'Factuur 0 ŵ',
    });
  });

  it('reads texts that were cut by the end of a record, wherever the cut falls', () => {
    const wanted = parsed(xls(abnRows(12), 8000)).statements;
    for (let room = 40; room < 160; room += 1) expect(parsed(xls(abnRows(12), room)).statements).toEqual(wanted);
  });

  it('is read the same way when it was saved again as XLSX', async () => {
    const source = await xlsx(abnRows(10));
    expect(claimedBy(source)).toEqual(['xls-abn-amro']);
    expect(parsed(source).statements).toEqual(parsed(xls(abnRows(10))).statements);
  });

  it('reads numbers in all four ways of packing them', () => {
    expect([0x00000006, 0x00000007, -2, 0x40590000, 0x40590001].map(packedNumber)).toEqual([1, 0.01, -1, 100, 1]);
  });
});

describe('the workbook of Argenta', () => {
  const header = [
    'Rekening',
    'Boekdatum',
    'Valutadatum',
    'Referentie',
    'Beschrijving',
    'Bedrag',
    'Munt',
    'Verrichtingsdatum',
    'Rekening tegenpartij',
    'Naam tegenpartij',
    'Mededeling',
  ];
  const day = new Date('2026-05-04T00:00:00Z');

  it('is read with dates as dates or as text', async () => {
    const rest = ['BE05 9990 0000 0272', 'Brouwerij De Linde', '+++202/6000/04236+++'];
    const source = await xlsx([
      header,
      ['BE49 9990 0000 0171', day, day, 'B6E04PG0001', 'Inkomende overschrijving', 1210.1, 'EUR', day, ...rest],
      ['BE49 9990 0000 0171', '05-05-2026', '05-05-2026', 'B6E05PG0002', 'Kaartbetaling', -3.4, 'EUR', '04-05-2026', '', 'KOFFIE', ''],
    ]);
    expect(claimedBy(source)).toEqual(['xls-argenta']);
    const [statement] = parsed(source).statements;
    expect(statement?.account).toBe('BE49999000000171');
    expect(statement?.entries).toMatchObject([
      {
        amount: 121_010,
        bookDate: '2026-05-04',
        counterIban: 'BE05999000000272',
        bankRef: 'B6E04PG0001',
        structuredReferences: [{ text: '202600004236', issuer: 'BBA', isValid: true }],
      },
      { amount: -340, bookDate: '2026-05-05', counterName: 'KOFFIE' },
    ]);
  });
});

describe('workbooks that are no statements', () => {
  it('are left to others', async () => {
    expect(
      claimedBy(
        await xlsx([
          ['Factuurnummer', 'Klant', 'Bedrag'],
          ['2026-1', 'Bakkerij', 10],
        ]),
      ),
    ).toEqual([]);
    expect(
      claimedBy(
        xls([
          ['Factuurnummer', 'Klant', 'Bedrag'],
          ['2026-1', 'Bakkerij', 10],
        ]),
      ),
    ).toEqual([]);
    expect(claimedBy({ name: 'brief.doc', bytes: oleContainer(biffStream(abnRows(2)), 'WordDocument') })).toEqual([]);
  });

  it('that are locked are not opened', () => {
    const stream = biffStream(abnRows(3));
    const locked = Buffer.concat([stream.subarray(0, 20), Buffer.from([0x2f, 0, 2, 0, 0, 0]), stream.subarray(20)]);
    expect(claimedBy({ name: 'slot.xls', bytes: oleContainer(locked) })).toEqual([]);
  });
});

describe('damaged workbooks', () => {
  const whole = xls(abnRows(40)).bytes;

  it('never throw, hang or give a sum that was not in the file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 200, max: whole.length }),
        (flips, length) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of flips) bytes[at] = value;
          const source = { name: 'kapot.xls', bytes: bytes.subarray(0, length) };
          const started = performance.now();
          for (const reader of bankReaders) if (reader.sniff(sourceHead(source)) > 0) readBankFile(source, readContext);
          expect(performance.now() - started).toBeLessThan(2000);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ends a chain of sectors that bites its tail', () => {
    const bytes = Buffer.from(whole);
    // Every sector of the table names the first one of the directory.
    for (let at = 512; at < 512 * 2; at += 4) bytes.writeUInt32LE(1, at);
    expect(claimedBy({ name: 'rond.xls', bytes })).toEqual([]);
  });
});
