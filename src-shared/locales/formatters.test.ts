import { describe, expect, it } from 'vitest';
import { plainDate } from '../dates.ts';
import { cents } from '../money.ts';
import { fillIn } from './fillIn.ts';
import {
  formatAmount,
  formatDate,
  formatDays,
  formatFileSize,
  formatIban,
  formatList,
  formatNearDate,
  formatPercentage,
  formatPlainAmount,
  formatWholeEuros,
  wholePercentages,
} from './formatters.ts';

const space = '\u00a0';
const day = plainDate('2026-11-20');

describe('amounts', () => {
  it('writes Dutch amounts with a no-break space and a true minus behind the euro sign', () => {
    expect(formatAmount(cents(123456), 'nl')).toBe(`€${space}1.234,56`);
    expect(formatAmount(cents(-40000), 'nl')).toBe(`€${space}\u2212400,00`);
    expect(formatAmount(cents(0), 'nl')).toBe(`€${space}0,00`);
  });
  it('writes English and French amounts as their readers do', () => {
    expect(formatAmount(cents(123456), 'en')).toBe('€1,234.56');
    expect(formatAmount(cents(123456), 'fr')).toBe(`1${space}234,56${space}€`);
  });
  it('keeps the cent of the largest amounts exact', () => {
    expect(formatPlainAmount(cents(Number.MAX_SAFE_INTEGER), 'nl')).toBe('90.071.992.547.409,91');
  });
  it('drops the cents only in whole euros', () => {
    expect(formatWholeEuros(cents(4821020), 'nl')).toBe(`€${space}48.210`);
  });
  it('never lets percentages of one total miss a hundred', () => {
    expect(wholePercentages([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercentages([8076750, 2404650, 1557270, 363000, 496100]).reduce((a, b) => a + b)).toBe(100);
    expect(wholePercentages([0, 0])).toEqual([0, 0]);
    expect(formatPercentage(0.62, 'nl')).toBe(`62${space}%`);
  });
});

describe('dates and counts', () => {
  it('writes each date style in Dutch', () => {
    expect(formatDate(day, 'nl', 'short')).toBe(`20${space}nov`);
    expect(formatDate(day, 'nl', 'weekday')).toBe(`vr 20${space}nov 2026`);
    expect(formatDate(plainDate('2026-11-19'), 'nl', 'long')).toBe(`donderdag 19${space}november 2026`);
    expect(formatDate(plainDate('2026-09-04'), 'nl', 'numeric')).toBe('04-09-2026');
    expect(formatDate(day, 'fr', 'numeric')).toBe('20/11/2026');
  });
  it('adds the year only outside the year of the reader', () => {
    expect(formatNearDate(plainDate('2026-09-04'), day, 'nl')).toBe(`4${space}sep`);
    expect(formatNearDate(plainDate('2025-09-04'), day, 'nl')).toBe(`4${space}sep${space}2025`);
  });
  it('counts one day and more days', () => {
    expect(formatDays(1, 'nl')).toBe(`1${space}dag`);
    expect(formatDays(47, 'nl')).toBe(`47${space}dagen`);
    expect(formatDays(5.3, 'nl')).toBe(`5,3${space}dagen`);
    expect(formatDays(0, 'fr')).toBe(`0${space}jour`);
  });
  it('joins names, groups an IBAN and names a file size', () => {
    expect(formatList(['Kraanvogel', 'Tolletje', 'Inkhoorn'], 'nl')).toBe('Kraanvogel, Tolletje en Inkhoorn');
    expect(formatList(['Kraanvogel'], 'fr')).toBe('Kraanvogel');
    expect(formatIban('nl88trmn0200114407')).toBe(['NL88', 'TRMN', '0200', '1144', '07'].join(space));
    expect(formatIban('0390123456')).toBe('0390123456');
    expect(formatIban('20040060/1234567')).toBe('20040060/1234567');
    expect(formatFileSize(3_421_000, 'nl')).toBe(`3,4${space}MB`);
  });
});

describe('messages', () => {
  it('fills in amounts and dates in the language of the reader', () => {
    expect(fillIn('{{cents, amount}} sinds {{on, shortDate}}', { cents: 121000, on: '2026-09-03' }, 'nl')).toBe(
      `€${space}1.210,00 sinds 3${space}sep`,
    );
  });
  it('shows a dash instead of braces when a parameter is missing', () => {
    expect(fillIn('regel {{line}}', {}, 'nl')).toBe('regel –');
    expect(fillIn('{{toString}}', {}, 'nl')).toBe('–');
  });
});
