import { describe, expect, it } from 'vitest';
import { csvAmount, csvDate, marksShown, shownMark } from './csvValues.ts';

describe('amounts in bank exports', () => {
  it.each([
    ['-1.034,75', ',', -103_475],
    ['+1013,50', ',', 101_350],
    ['2500', ',', 250_000],
    ['6,5', ',', 650],
    ['10,', ',', 1_000],
    ['12,50-', ',', -1_250],
    ['.95', '.', 95],
    ['-.05', '.', -5],
    ['1,210.00', '.', 121_000],
    ['1.617,97 EUR', ',', 161_797],
    ['€ -3,50', ',', -350],
    ["1'234.50", '.', 123_450],
    ['- 3,50', ',', -350],
    ['8,85000', ',', 885],
    ['0,00', ',', 0],
  ] as const)('%s with %s is %i cents', (text, mark, wanted) => {
    expect(csvAmount(text, mark)).toBe(wanted);
  });

  it.each([
    ['', ','],
    ['-', ','],
    ['1,234', ','],
    ['205.86', ','],
    ['1.2.3', ','],
    ['1,2,3', ','],
    ['12,50 x', ','],
    ['-12,50-', ','],
    ['12345,678.9', ','],
    ['1e5', '.'],
    ['99999999999999999999', ','],
  ] as const)('%s with %s is none', (text, mark) => {
    expect(csvAmount(text, mark)).toBeNull();
  });

  it('show their decimal mark by themselves where they can', () => {
    expect(['1.034,75', '1,034.75', '12,5', '12.50', '1.034', '1.034.567', '12'].map(shownMark)).toEqual([
      ',',
      '.',
      ',',
      '.',
      null,
      ',',
      null,
    ]);
    expect(marksShown(['1.034', '12.50', '3'])).toBe('.');
    expect(marksShown(['1.034', '3'])).toBe(',');
  });
});

describe('dates in bank exports', () => {
  it.each([
    ['20260131', '2026-01-31'],
    ['2026-01-31 12:16:54', '2026-01-31'],
    ['31-01-2026', '2026-01-31'],
    ['31/01/26', '2026-01-31'],
    ['31.1.2026', '2026-01-31'],
    [' 1-2-2026 ', '2026-02-01'],
  ])('%s is %s', (text, wanted) => {
    expect(csvDate(text, 'dmy')).toBe(wanted);
  });

  it('follow the order of the list where they could be either', () => {
    expect([csvDate('01/02/2026', 'dmy'), csvDate('01/02/2026', 'mdy')]).toEqual(['2026-02-01', '2026-01-02']);
  });

  it.each(['', '32-01-2026', '30-02-2026', '2026', '20261301', 'morgen', '1/2'])('%s is none', (text) => {
    expect(csvDate(text, 'dmy')).toBeNull();
  });
});
