import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../src-shared/money.ts';
import { pastDueShare, rangeOf, type Stuck, stuckFinding, stuckLines, trendOf } from './insightFindings.ts';

const stuck = (amounts: readonly number[]): Stuck => ({
  overdue: cents(amounts.reduce((sum, amount) => sum + amount, 0)),
  states: amounts.map((amount, index) => ({
    state: (['reminded', 'not-reminded', 'unmatched', 'disputed'] as const)[index % 4] ?? 'held',
    cents: cents(amount),
    customers: 1,
    documents: 1,
  })),
});

describe('the title of a line', () => {
  it('compares with three months ago', () => {
    expect(trendOf([38, 41.1, 40, 38, 36.2], 1)).toEqual({ kind: 'falls', from: 41.1, to: 36.2, months: 3 });
    expect(trendOf([30, 31, 32, 36], 1)).toMatchObject({ kind: 'rises', from: 30, months: 3 });
  });
  it('calls less than the least difference level', () => {
    expect(trendOf([36, 37, 38, 36.9], 1)).toMatchObject({ kind: 'level', from: 36, to: 36.9 });
  });
  it('takes what there is when three months ago is not known', () => {
    expect(trendOf([null, null, 40, 36], 1)).toMatchObject({ kind: 'falls', from: 40, months: 1 });
    expect(trendOf([null, 36], 1)).toEqual({ kind: 'only', to: 36 });
  });
  it('makes no claim without a figure', () => {
    expect(trendOf([40, null], 1)).toEqual({ kind: 'unknown' });
    expect(trendOf([], 1)).toEqual({ kind: 'unknown' });
  });
  it('knows the lowest and the highest of what is known', () => {
    expect(rangeOf([null, 3, 9, 4])).toEqual({ lowest: 3, highest: 9 });
    expect(rangeOf([null])).toBeNull();
  });
});

describe('where the money is stuck', () => {
  it('divides the days late over the states in proportion to the euros', () => {
    expect(stuckLines(stuck([60_000, 30_000, 10_000]), 14.3).map((line) => [line.share, line.tenths])).toEqual([
      [60, 86],
      [30, 43],
      [10, 14],
    ]);
  });
  it('adds up to 100 % and to the days late, whatever the amounts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 10_000_000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 9000 }),
        (amounts, tenths) => {
          fc.pre(amounts.some((amount) => amount > 0));
          const lines = stuckLines(stuck(amounts), tenths / 10);
          expect(lines.reduce((sum, line) => sum + line.share, 0)).toBe(100);
          expect(lines.reduce((sum, line) => sum + (line.tenths ?? 0), 0)).toBe(tenths);
        },
      ),
    );
  });
  it('has no days when they cannot be computed', () => {
    expect(stuckLines(stuck([5]), null)[0]?.tenths).toBeNull();
  });
  it('names the largest state, and more than half as such', () => {
    expect(stuckFinding(stuckLines(stuck([40, 35, 25]), 1))).toEqual({ kind: 'finding', state: 'reminded', share: 40 });
    expect(stuckFinding(stuckLines(stuck([10, 80, 10]), 1))).toEqual({ kind: 'most', state: 'not-reminded', share: 80 });
    expect(stuckFinding(stuckLines(stuck([10]), 1))).toEqual({ kind: 'all', state: 'reminded', share: 100 });
    expect(stuckFinding([])).toEqual({ kind: 'none' });
  });
});

describe('the overdue share', () => {
  it('is overdue over open, and blank where nothing is open', () => {
    expect(pastDueShare(cents(18_000), cents(60_000))).toBe(0.3);
    expect(pastDueShare(cents(0), cents(0))).toBeNull();
    expect(pastDueShare(cents(-5), cents(100))).toBe(0);
  });
});
