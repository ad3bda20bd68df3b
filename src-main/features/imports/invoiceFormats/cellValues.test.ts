import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../../src-shared/dates.ts';
import { cents, decimalFromCents } from '../../../../src-shared/money.ts';
import { dateEvidence, decimalEvidence, readAmountCell, readDateCell, withoutExponent } from './cellValues.ts';
import { readDecimalAmount } from './decimalAmount.ts';
import type { TableCell } from './rawTable.ts';

const textCell = (text: string): TableCell => ({ text, kind: 'text' });
const stored = (text: string): TableCell => ({ text, kind: 'number' });

describe('a date in a cell', () => {
  it.each([
    ['31-12-2025', '2025-12-31'],
    ['1/2/2026', '2026-02-01'],
    ['01.02.26', '2026-02-01'],
    ['2026-02-01T23:59:59+01:00', '2026-02-01'],
    ['2026/2/1', '2026-02-01'],
    ['20260201', '2026-02-01'],
    ['46054', '2026-02-01'],
    ['1 mrt 2026', '2026-03-01'],
    ['1 févr. 2026', '2026-02-01'],
    ['3-Mei-26', '2026-05-03'],
    ['Jan 28 2021', '2021-01-28'],
    ['March 31, 2026', '2026-03-31'],
    ['01-02-2026 14:30', '2026-02-01'],
  ])('%s is %s', (text, expected) => expect(readDateCell(textCell(text), 'dmy')).toBe(expected));
  it.each(['31-02-2026', '12345', '99999', 'morgen', '1-2', '2026-13-01', '00-00-0000'])('%s is none', (text) => {
    expect(readDateCell(textCell(text), 'dmy')).toBeNull();
  });
  it('follows the order of its column', () => expect(readDateCell(textCell('01/02/2026'), 'mdy')).toBe('2026-01-02'));
  it('counts serial numbers as Excel does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 80_000 }), (serial) => {
        expect(readDateCell(stored(String(serial)), 'dmy')).toBe(addDays(plainDate('1899-12-30'), serial));
      }),
    );
  });
  it('shows its order by a part above twelve', () => {
    const evidence = dateEvidence(['13/01/2026', '01/14/2026', '02/03/2026', '05/05/2026'].map(textCell));
    expect([evidence.dayFirst, evidence.monthFirst, evidence.open]).toEqual([1, 1, 1]);
  });
});

describe('an amount in a cell', () => {
  it.each([
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['€ 1.234.567,80', 123456780],
    ['1 234,5', 123450],
    ['1\u202f234,50', 123450],
    ["1'234.50", 123450],
    ['(250,00)', -25000],
    ['$(250.00)', -25000],
    ['250,00-', -25000],
    ['−12,50', -1250],
    ['€ -12,50', -1250],
    ['12,50 CR', -1250],
    ['12,50 C', -1250],
    ['12,50 DR', 1250],
    ['75,-', 7500],
    ['€ 1.200,--', 120000],
    [',50', 50],
    ['97.6', 9760],
    ['1.234', 123400],
    ['EUR 10', 1000],
  ])('%s is %i cents where the comma is the decimal mark', (text, amount) => {
    expect(readAmountCell(textCell(text), ',')?.amount).toBe(amount);
  });
  it('1.234 is a third decimal where the point is the decimal mark, and the rounding is reported', () => {
    expect(readAmountCell(textCell('1.235'), '.')).toEqual({ amount: 124, isRounded: true });
  });
  it.each(['1.23.456', '12,34,56', '1.2345.678', 'abc', '12-34', '1e5', '', '--', '0x1F', '1.234,56,7'])('%s is none', (text) => {
    expect(readAmountCell(textCell(text), ',')).toBeNull();
  });
  it('stored by a workbook has a point, whatever the column looks like', () => {
    expect(readAmountCell(stored('1234.5000000000001'), ',')).toEqual({ amount: 123450, isRounded: false });
    expect(readAmountCell(stored('0.28999999999999998'), ',')).toEqual({ amount: 29, isRounded: false });
    expect(readAmountCell(stored('1.5E3'), ',')?.amount).toBe(150000);
    expect(readAmountCell(stored('2.5E-2'), ',')?.amount).toBe(3);
  });
  it('shows its decimal mark only when it can', () => {
    expect(decimalEvidence(['1.234', '5,50', '1.234,00', '7.5', '12'].map(textCell))).toEqual({ comma: 2, dot: 1, open: 1 });
  });
  it('is read back to the cent from Dutch, Belgian, Swiss and English writing', () => {
    const grouped = (text: string, sign: string): string => text.replace(/\B(?=(\d{3})+$)/g, sign);
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }),
        fc.constantFrom(['.', ','], [',', '.'], [' ', ','], ["'", '.'], ['', ',']),
        (amount, [thousands = '', mark = ',']) => {
          const [whole = '', fraction = ''] = decimalFromCents(cents(Math.abs(amount))).split('.');
          const text = `${amount < 0 ? '-' : ''}${grouped(whole, thousands)}${mark}${fraction}`;
          expect(readAmountCell(textCell(text), mark === ',' ? ',' : '.')?.amount ?? null).toBe(amount === 0 ? 0 : amount);
        },
      ),
    );
  });
});

describe('a decimal amount', () => {
  it('is rounded half away from zero', () => {
    expect(readDecimalAmount('1.005')).toEqual({ amount: 101, isRounded: true });
    expect(readDecimalAmount('-1.005')).toEqual({ amount: -101, isRounded: true });
    expect(readDecimalAmount('1.004999')?.amount).toBe(100);
  });
  it('is no scientific notation, no word and nothing', () => {
    for (const text of ['1e3', 'NaN', '', '.', '-', '1,5', '99999999999999']) expect(readDecimalAmount(text)).toBeNull();
  });
});

describe('a stored number with an exponent', () => {
  it.each([
    ['2.0260001E7', '20260001'],
    ['1E+3', '1000'],
    ['-1.25E1', '-12.5'],
    ['5E-2', '0.05'],
    ['12.5', '12.5'],
  ])('%s is %s', (text, expected) => expect(withoutExponent(text)).toBe(expected));
});
