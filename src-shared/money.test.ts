import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCents, allocateCents, type Cents, cents, decimalFromCents, parseDecimalCents, sumCents } from './money.ts';

const anyCents = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }).map((value) => cents(value));

describe('money', () => {
  it('splits an amount without losing a cent', () => {
    fc.assert(
      fc.property(anyCents, fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }), (amount, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const parts = allocateCents(amount, weights);
        expect(sumCents(parts)).toBe(amount);
        expect(parts.every((part) => Math.sign(part) !== -Math.sign(amount) || part === 0)).toBe(true);
      }),
    );
  });

  it('gives the remaining cents to the largest remainders, the earlier share first', () => {
    expect(allocateCents(cents(100_000), [1, 1, 1])).toEqual([33_334, 33_333, 33_333]);
    expect(allocateCents(cents(-5), [1, 1])).toEqual([-3, -2]);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyCents, (value) => {
        expect(parseDecimalCents(decimalFromCents(value))).toBe(value);
      }),
    );
  });

  it.each(['', '1,50', '1.234.5', '0.005', '1e5', 'NaN', '12 ', ' 12', '--1', '9999999999999999'])('does not guess what %j means', (text) => {
    const read = parseDecimalCents(text);
    expect(read === null || text.trim() !== text).toBe(true);
  });

  it('refuses a sum that leaves the safe integers', () => {
    expect(() => addCents(Number.MAX_SAFE_INTEGER as Cents, cents(1))).toThrow(RangeError);
  });
});
