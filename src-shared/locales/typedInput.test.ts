import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../dates.ts';
import { cents } from '../money.ts';
import { readAmountInput } from './amountInput.ts';
import { readDateInput } from './dateInput.ts';
import { formatAmount, formatDate, formatPlainAmount } from './formatters.ts';
import { languages } from './languages.ts';

const today = plainDate('2026-11-20');
const dateOf = (text: string, language: 'nl' | 'en' | 'fr' = 'nl'): string => {
  const read = readDateInput(text, today, language);
  return read.kind === 'date' ? read.date : read.kind;
};

describe('a typed date', () => {
  it.each([
    ['21-11', '2026-11-21'],
    ['21/11/26', '2026-11-21'],
    ['21.11.2025', '2025-11-21'],
    ['2026-11-21', '2026-11-21'],
    ['211126', '2026-11-21'],
    ['21 nov', '2026-11-21'],
    ['4 september 2025', '2025-09-04'],
    ['gisteren', '2026-11-19'],
    ['Vandaag', '2026-11-20'],
    ['+14', '2026-12-04'],
    ['-1m', '2026-10-20'],
    ['maandag', '2026-11-23'],
    ['vrijdag', '2026-11-27'],
    ['3-1', '2027-01-03'],
    ['29-2', 'no-such-day'],
    ['31-11', 'no-such-day'],
    ['', 'empty'],
    ['ooit', 'not-understood'],
  ])('%s is understood as %s', (typed, expected) => expect(dateOf(typed)).toBe(expected));

  it('understands the words of each language', () => {
    expect(dateOf('yesterday', 'en')).toBe('2026-11-19');
    expect(dateOf('hier', 'fr')).toBe('2026-11-19');
    expect(dateOf('4 févr', 'fr')).toBe('2027-02-04');
  });

  it('reads back every date it writes in numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.constantFrom(...languages), (shift, language) => {
        const date = addDays(today, shift);
        return dateOf(formatDate(date, language, 'numeric'), language) === date;
      }),
    );
  });
});

describe('a typed amount', () => {
  it.each([
    ['1234,5', 123450],
    ['1.234,50', 123450],
    ['1,234.50', 123450],
    ['1.234', 123400],
    ['1.234.567', 123456700],
    ['0,5', 50],
    [',5', 50],
    ['€ 12', 1200],
    ['\u2212400', -40000],
    ['12,345', 1234500],
    ['1.23.45', null],
    ['1,2,3', null],
    ['12 EUR', 1200],
    ['abc', null],
    ['', null],
    ['1234,567', null],
  ])('%s is read as %s cents', (typed, expected) => expect(readAmountInput(typed)).toBe(expected));

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_99, max: 999_999_999_99 }), fc.constantFrom(...languages), (value, language) => {
        expect(readAmountInput(formatPlainAmount(cents(value), language))).toBe(value);
        if (value >= 0) expect(readAmountInput(formatAmount(cents(value), language))).toBe(value);
      }),
    );
  });
});
