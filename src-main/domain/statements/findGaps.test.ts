import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import { findGaps, type KnownStatement } from './findGaps.ts';

const statement = (openingDate: string, closingDate: string, opening: number, closing: number, number: string | null = null): KnownStatement => ({
  number,
  openingDate: plainDate(openingDate),
  closingDate: plainDate(closingDate),
  opening: cents(opening),
  closing: cents(closing),
});
const monday = statement('2026-03-01', '2026-03-02', 1000, 1500, '16');
const tuesday = statement('2026-03-02', '2026-03-03', 1500, 1200, '17');
const wednesday = statement('2026-03-03', '2026-03-04', 1200, 2000, '18');

describe('missing statements', () => {
  it('are none when each opens where the one before closed, in any order', () => {
    expect(findGaps([wednesday, monday, tuesday])).toEqual([]);
    expect(findGaps([monday])).toEqual([]);
    expect(findGaps([])).toEqual([]);
  });
  it('are named by day, amount and number', () => {
    expect(findGaps([monday, wednesday])).toEqual([{ after: '2026-03-02', before: '2026-03-03', difference: -300, numbers: { first: 17, last: 17 } }]);
  });
  it('have no number when the bank numbers every statement alike, or starts again', () => {
    expect(findGaps([{ ...monday, number: '1' }, { ...wednesday, number: '1' }])[0]?.numbers).toBeNull();
    expect(findGaps([{ ...monday, number: '250' }, { ...wednesday, number: '2' }])[0]?.numbers).toBeNull();
    expect(findGaps([{ ...monday, number: '20260302' }, { ...wednesday, number: '20260304' }])[0]?.numbers).toBeNull();
  });
  it('are not seen where a longer export overlaps what was taken in day by day', () => {
    const week = statement('2026-03-01', '2026-03-06', 1000, 2600);
    expect(findGaps([monday, tuesday, wednesday, week])).toEqual([]);
    const fromTuesday = statement('2026-03-02', '2026-03-06', 1500, 2600);
    expect(findGaps([monday, tuesday, wednesday, fromTuesday])).toEqual([]);
  });
  it('are not seen where the same statement came in twice', () => {
    expect(findGaps([monday, monday, tuesday])).toEqual([]);
  });
  it('are not hidden by an equal balance of long ago', () => {
    const later = statement('2026-06-01', '2026-06-02', 1000, 900);
    expect(findGaps([monday, tuesday, wednesday, later])).toMatchObject([{ after: '2026-03-04', before: '2026-06-01', difference: -1000 }]);
  });
  it('are exactly those left out of any unbroken row of days with different balances', () => {
    const row = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 4, maxLength: 30 }).map((balances) =>
      balances.slice(1).map((closing, index) => {
        const day = addDays(plainDate('2026-01-01'), index);
        return statement(day, addDays(day, 1), balances[index] ?? 0, closing, String(index + 1));
      }),
    );
    fc.assert(
      fc.property(row, fc.nat(), (days, where) => {
        const left = 1 + (where % Math.max(1, days.length - 2));
        if (left >= days.length - 1) return;
        expect(findGaps(days)).toEqual([]);
        expect(findGaps(days.filter((_day, index) => index !== left))).toMatchObject([{ numbers: { first: left + 1, last: left + 1 } }]);
      }),
    );
  });
});
