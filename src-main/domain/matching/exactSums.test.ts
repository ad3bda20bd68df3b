import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSums, searchLimit } from './exactSums.ts';

const sumOf = (amounts: readonly number[], places: readonly number[]): number => places.reduce((sum, place) => sum + (amounts[place] ?? Number.NaN), 0);
/** Every set by trying all of them. */
function byTrying(amounts: readonly number[], target: number): number {
  let ways = 0;
  for (let mask = 1; mask < 1 << amounts.length; mask += 1) {
    let sum = 0;
    for (const [at, amount] of amounts.entries()) if (mask & (1 << at)) sum += amount;
    if (sum === target) ways += 1;
  }
  return ways;
}
const amounts = fc.array(fc.integer({ min: -40, max: 120 }), { maxLength: 11 });

describe('sets that add up', () => {
  it('are exactly those that trying everything finds, each once, credit notes included', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: -60, max: 400 }), (of, target) => {
        const { sets, isComplete } = exactSums(of, target, 2);
        expect(isComplete).toBe(true);
        expect(sets).toHaveLength(Math.min(2, byTrying(of, target)));
        for (const places of sets) {
          expect(sumOf(of, places)).toBe(target);
          expect(new Set(places).size).toBe(places.length);
          expect(places.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('come with the fewest items first', () => expect(exactSums([100, 200, 300, 400], 400, 5).sets).toEqual([[3], [0, 2]]));

  it('above the limit are only those people really pay, and are never called the only ones', () => {
    const many = Array.from({ length: searchLimit + 30 }, (_, at) => 1_000 + at * 7);
    const [first = 0, second = 0, third = 0] = many;
    expect(exactSums(many, first + second + third, 3)).toMatchObject({ isComplete: false });
    expect(exactSums(many, first + second + third, 3).sets).toContainEqual([0, 1, 2]);
    expect(exactSums(many, sumOf(many, [...many.keys()]), 3).sets[0]).toHaveLength(many.length);
  });

  it('of equal amounts end quickly', () => {
    const begin = performance.now();
    for (let round = 0; round < 200; round += 1) exactSums(Array.from({ length: searchLimit }, () => 12_100), 12_100 * 9, 2);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
