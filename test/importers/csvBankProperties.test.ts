import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvLayout } from '../../src-main/features/imports/formats/csv/csvLayout.ts';
import { csvLayouts } from '../../src-main/features/imports/formats/csvBank.ts';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { tidyText } from '../../src-main/features/imports/formats/paymentFields.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { type CsvClothes, writeCsv, type WrittenBooking } from './csvBankWriter.ts';

const day = fc.integer({ min: 0, max: 360 }).map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10));
const word = fc.stringMatching(/^[A-Za-zé&.'-]{1,9}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `Zaak ${words.join(' ')}`);
/** Texts hold what would break a careless reader: delimiters, quotes and line ends. */
const text = fc
  .tuple(phrase, fc.constantFrom('', ';', ',', '"', '" ;"', '\t'), fc.integer({ min: 1, max: 99_999 }))
  .map(([start, mark, number]) => `${start}${mark} factuur ${number}`);
const iban = fc.constantFrom('NL90FICT0000000303', 'BE05999000000272', 'GB33FICT60161331926819');
const booking: fc.Arbitrary<WrittenBooking> = fc.record({
  date: day,
  cents: fc.oneof(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.constantFrom(1, -1, 100, 100_000)),
  iban,
  name: phrase,
  text,
});
const bookings = fc
  .array(booking, { minLength: 1, maxLength: 12 })
  .map((list) => list.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)));
const clothes: fc.Arbitrary<CsvClothes> = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t'),
  mark: fc.constantFrom(',', '.'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  dates: fc.constantFrom('iso', 'day-first'),
  newestFirst: fc.boolean(),
  language: fc.integer({ min: 0, max: 3 }),
});

/** Layouts without a header are told by the shape of their cells. */
const ownAccounts: Readonly<Record<string, string>> = { 'csv-rabobank-old': 'NL39RABO0000000101', 'csv-triodos-nl': 'NL22TRIO0000000101' };
const shapedDates: Readonly<Record<string, CsvClothes['dates']>> = {
  'csv-rabobank-old': 'packed',
  'csv-abn-amro': 'packed',
  'csv-triodos-nl': 'day-first',
  'csv-volksbank': 'day-first',
};
const accountOf = (layout: CsvLayout): string => ownAccounts[layout.id] ?? 'NL39VRBD0000000101';
const dressed = (layout: CsvLayout, given: CsvClothes): CsvClothes => ({ ...given, dates: shapedDates[layout.id] ?? given.dates });
const sourceFor = (layout: CsvLayout, list: readonly WrittenBooking[], given: CsvClothes, opening: number): SourceFile => ({
  name: `${layout.id}.csv`,
  bytes: Buffer.from(writeCsv(layout, list, dressed(layout, given), accountOf(layout), opening)),
});

const hasBalances = ({ find }: CsvLayout): boolean => {
  const columns = 'names' in find ? find.names : find.places;
  return 'balance' in columns || 'balanceBefore' in columns;
};
const solid = (value: string | null): string => (tidyText(value) ?? '').replace(/\s/g, '');

describe.each(csvLayouts.map((layout) => ({ id: layout.id, layout })))('$id', ({ layout }) => {
  it('reads back what was written, in any language, order, delimiter and line end', () => {
    fc.assert(
      fc.property(bookings, clothes, fc.integer({ min: -1_000_000, max: 1_000_000 }), (list, given, opening) => {
        const source = sourceFor(layout, list, given, opening);
        expect(bankReaders.filter((reader) => reader.sniff(sourceHead(source)) > 0).map(({ id }) => id)).toEqual([layout.id]);
        const result = readBankFile(source, readContext);
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        const [statement, ...others] = result.value.statements;
        expect(others).toEqual([]);
        const wanted = given.newestFirst ? list.toReversed() : list;
        expect(statement?.entries.map(({ amount, bookDate }) => [amount, bookDate])).toEqual(
          wanted.map(({ cents, date }) => [cents === 0 ? 0 : cents, date]),
        );
        expect(statement?.entries.map(({ remittance }) => solid(remittance))).toEqual(wanted.map((one) => solid(one.text)));
        expect(result.value.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        if (!hasBalances(layout)) return;
        const sum = list.reduce((total, { cents }) => total + cents, 0);
        expect([statement?.opening?.amount, statement?.closing?.amount, statement?.balanced]).toEqual([opening + 0, opening + sum, true]);
      }),
      { numRuns: 25 },
    );
  });

  it('never hides that a row is missing where balances tell', () => {
    if (!hasBalances(layout)) return;
    fc.assert(
      fc.property(bookings, clothes, fc.nat(), (list, given, place) => {
        fc.pre(list.length > 2);
        const missing = 1 + (place % (list.length - 2));
        fc.pre((list[missing]?.cents ?? 0) !== 0);
        const whole = Buffer.from(sourceFor(layout, list, { ...given, lineEnd: '\n' }, 0).bytes).toString();
        const lines = whole.split('\n');
        const head = 'names' in layout.find ? 1 : 0;
        lines.splice(head + (given.newestFirst ? list.length - 1 - missing : missing), 1);
        const result = readBankFile({ name: 'a.csv', bytes: Buffer.from(lines.join('\n')) }, readContext);
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        expect(result.value.problems.map(({ code }) => code)).toContain('bank-running-balance-gap');
      }),
      { numRuns: 15 },
    );
  });
});
