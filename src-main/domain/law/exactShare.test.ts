import { describe, expect, it } from 'vitest';
import { cents } from '../../../src-shared/money.ts';
import { interestOf, parsePercent, percentOf, percentText, shareOf } from './exactShare.ts';

describe('exact shares', () => {
  it.each([['10.15', 10_150_000n], ['8', 8_000_000n], ['0', 0n], ['0.000001', 1n]])('reads %s as millionths', (text, value) => expect(parsePercent(text)).toBe(value));
  it.each([['-1'], ['1,5'], [''], ['1000'], ['1.1234567'], ['.5'], ['1e2'], ['5%']])('does not read %s', (text) => expect(parsePercent(text)).toBeNull());
  it('writes a percentage without needless zeros', () => expect(['10.150', '8.0', '0.5'].map((text) => percentText(percentOf(text)))).toEqual(['10.15', '8', '0.5']));
  it('rounds half a cent up where the debtor owes, down where the law caps', () => {
    expect(shareOf(cents(10), percentOf('5'), 'half-up')).toBe(1);
    expect(shareOf(cents(10), percentOf('5'), 'down')).toBe(0);
    expect(shareOf(cents(-0), percentOf('5'), 'down')).toBe(0);
  });
  it('has no part of a cent too many for the largest amounts', () => {
    expect(interestOf({ amount: 9_007_199_254_740_991n, percent: percentOf('100'), days: 365, yearDays: 365 }, 'half-up')).toBe(9_007_199_254_740_991n);
  });
  it('refuses what is below zero', () => expect(() => shareOf(cents(-1), percentOf('5'), 'down')).toThrow(RangeError));
});
