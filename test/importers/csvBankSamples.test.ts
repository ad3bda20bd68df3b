import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryKeys } from '../../src-main/domain/bankStatement.ts';
import { csvLayouts } from '../../src-main/features/imports/formats/csvBank.ts';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { presentBankFile, presentRefusedFile } from '../../src-main/features/imports/formats/presentBankFile.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { errorMessage } from '../../src-shared/locales/errorMessage.ts';

const folder = join(import.meta.dirname, '../fixtures/bank/csv');
const workbooks = join(import.meta.dirname, '../fixtures/bank/xls');
const namesIn = (path: string): readonly string[] => readdirSync(path).filter((name) => !/\.(?:json|md)$/.test(name));
const names = [...namesIn(folder), ...namesIn(workbooks)];
const folderOf = (name: string): string => (name.startsWith('xls-') ? workbooks : folder);
const sourceOf = (name: string): SourceFile => ({ name, bytes: readFileSync(join(folderOf(name), name)) });
const sampleFor = (name: string, text: string): SourceFile => ({ name, bytes: Buffer.from(text) });

/** What beside a sample was checked by hand; `UPDATE_SAMPLES=1` writes it anew, to be checked by hand again. */
function expectBeside(path: string, found: unknown): void {
  if (process.env['UPDATE_SAMPLES'] === '1') writeFileSync(path, `${JSON.stringify(found, null, 1)}\n`);
  expect(existsSync(path)).toBe(true);
  expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')));
}

describe('own samples of bank CSV', () => {
  it('there is one of every layout', () => {
    const layouts = new Set(names.map((name) => name.split('.')[0]));
    expect(csvLayouts.filter(({ id }) => !layouts.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(names)('%s is recognised by its own reader and no other', (name) => {
    const head = sourceHead(sourceOf(name));
    expect(bankReaders.filter((reader) => reader.sniff(head) > 0).map(({ id }) => id)).toEqual([name.split('.')[0]]);
  });

  it.each(names)('%s gives what lies beside it', (name) => {
    const result = readBankFile(sourceOf(name), readContext);
    const shown = result.ok ? presentBankFile(name, result.value) : presentRefusedFile(name, null, result.error);
    expectBeside(join(folderOf(name), `${name.replace(/\.[^.]+$/, '')}.expected.json`), JSON.parse(JSON.stringify(shown)));
  });

  it.each(names)('%s says what is wrong in three languages', (name) => {
    const result = readBankFile(sourceOf(name), readContext);
    for (const problem of result.ok ? result.value.problems : result.error) {
      for (const language of ['nl', 'en', 'fr'] as const) {
        const { what, why, todo } = errorMessage(problem, language);
        for (const text of [what, why, todo]) expect(text).toMatch(/^[^{}]+$/);
      }
    }
  });
});

describe('one payment of ABN AMRO, downloaded twice', () => {
  it('ends in the same fields, whichever of the two styles its description has', () => {
    const result = readBankFile(sourceOf('csv-abn-amro.TAB'), readContext);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const [columns, words] = [result.value.statements[0]?.entries[0], result.value.statements[1]?.entries[0]];
    const fields = ['counterIban', 'counterBic', 'counterName', 'endToEndId', 'remittance', 'typeCode'] as const;
    expect(fields.map((field) => columns?.[field])).toEqual(fields.map((field) => words?.[field]));
  });
});

describe('one payment of BNP Paribas Fortis, before and after it gets its number', () => {
  it('is known again by its key', () => {
    const text = readFileSync(join(folder, 'csv-bnp-fortis.csv'), 'utf8');
    const keyOf = (content: string): string | undefined => {
      const result = readBankFile(sampleFor('bnp.csv', content), readContext);
      return result.ok ? entryKeys(result.value.statements)[1]?.key : undefined;
    };
    expect(keyOf(text)).toBeDefined();
    expect(keyOf(text.replace('2026-;', '2026-00013;'))).toBe(keyOf(text));
  });
});

describe('BNP Paribas Fortis', () => {
  it('is read whole when rows with a dot stand between rows with a comma', () => {
    const text = readFileSync(join(folder, 'csv-bnp-fortis.csv'), 'utf8');
    const amounts = (content: string): readonly number[] => {
      const result = readBankFile(sampleFor('bnp.csv', content), readContext);
      if (result.ok) expect(result.value.problems.map(({ code }) => code)).toEqual(['bank-entry-not-booked']);
      return result.ok ? result.value.statements.flatMap(({ entries }) => entries.map(({ amount }) => amount)) : [];
    };
    let row = 0;
    const mixed = text.replace(/;(-?\d+),(\d\d);/g, (all, whole: string, cents: string) => ((row += 1) === 1 ? `;${whole}.${cents};` : all));
    expect(mixed).not.toBe(text);
    expect(amounts(mixed)).toEqual(amounts(text));
  });
});

describe('ASN, SNS and RegioBank', () => {
  it('keep a betalingskenmerk of which a digit is wrong, and say that it is', () => {
    const row = (kenmerk: string): string => `02-02-2026,NL39VRBD0000000101,NL02TEST0300065264,bouwbedrijf,,,,EUR,100.00,EUR,12.50,02-02-2026,02-02-2026,8810,OVS,1,'${kenmerk}','dank',3\r\n`;
    const referenceOf = (kenmerk: string): unknown => {
      const result = readBankFile(sampleFor('asn.csv', row(kenmerk)), readContext);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const [entry] = presentBankFile('asn.csv', result.value).statements[0]?.entries ?? [];
      return [entry?.structuredRef, entry?.structuredRefValid];
    };
    expect(referenceOf('1234567890123456')).toEqual(['1234567890123456', false]);
    expect(referenceOf('80123456')).toEqual([null, null]);
  });
});

describe('what spreadsheets and transfers do to a bank CSV', () => {
  const text = readFileSync(join(folder, 'csv-ing-nl.csv'), 'utf8');
  const facts = (source: SourceFile): unknown => {
    const result = readBankFile(source, readContext);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.statements.map(({ account, opening, closing, entries, balanced }) => ({
      account,
      opening,
      closing,
      balanced,
      entries: entries.map(({ amount, bookDate, counterIban, counterName, endToEndId, remittance }) => ({
        amount,
        bookDate,
        counterIban,
        counterName,
        endToEndId,
        remittance,
      })),
    }));
  };
  const wanted = facts(sampleFor('a.csv', text));

  it.each([
    ['a byte order mark', `\ufeff${text}`],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR only', text.replaceAll('\n', '\r')],
    ['CR CRLF', text.replaceAll('\n', '\r\r\n')],
    ['commas', text.replaceAll('";"', '","')],
    ['tabs', text.replaceAll('";"', '"\t"')],
    ['blanks before quotes', text.replaceAll('";"', '"; "')],
    ['blank lines', text.replaceAll('\n', '\n\n')],
    ['capitals in the header', text.replace(/^.*$/m, (header) => header.toUpperCase())],
    ['another column at the end', text.replaceAll(/$/gm, ';"x"').replaceAll(/^;"x"$/gm, '')],
  ])('reads it the same way with %s', (_what, other) => {
    expect(facts(sampleFor('b.csv', other))).toEqual(wanted);
  });

  it('reads UTF-16 and Windows-1252', () => {
    expect(facts({ name: 'c.csv', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') })).toEqual(wanted);
    expect(facts({ name: 'd.csv', bytes: Buffer.from(text, 'latin1') })).toEqual(wanted);
  });

  it('does not take in half of a row at the end of a file that was cut off', () => {
    const cut = text.slice(0, text.lastIndexOf('"Bij"') + 9);
    const result = readBankFile(sampleFor('cut.csv', cut), readContext);
    expect(result.ok ? result.value.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code) : result.error).toEqual(
      ['bank-entry-unreadable'],
    );
    expect(result.ok ? result.value.statements[0]?.entries.length : 0).toBe(2);
  });

  it('does not let one open quote swallow the rows behind it', () => {
    const rows = 'Datum;Bedrag;Rekening;Tegenrekening;Naam;Omschrijving\n'.concat(
      '2026-05-04;"1,00";NL39VRBD0000000101;;"t Hoekje;Lunch\n'.repeat(3),
    );
    const result = readBankFile(sampleFor('quote.csv', rows), readContext);
    expect(result.ok ? result.value.statements[0]?.entries.map(({ counterName }) => counterName) : []).toEqual([
      '"t Hoekje',
      '"t Hoekje',
      '"t Hoekje',
    ]);
  });
});
