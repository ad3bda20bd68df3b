/**
 * Which sets of open amounts add up to exactly what came in: a complete search over at most `searchLimit` items in two halves, so that it
 * costs the same for every receipt; above that only the sets people really pay (everything, the oldest few, pairs). Credit notes count as
 * negative amounts.
 */
export type Sums = {
  /** Sets of places in the given list, fewest items first; at most as many as asked for. */
  readonly sets: readonly (readonly number[])[];
  /** Whether every possible set was looked at, so that one answer is the only one. */
  readonly isComplete: boolean;
};

/** Two halves of nine items: 512 sums each. */
export const searchLimit = 18;

type Half = { readonly sum: number; readonly mask: number };

function sumsOf(amounts: readonly number[]): readonly Half[] {
  const sums: Half[] = [{ sum: 0, mask: 0 }];
  for (const [at, amount] of amounts.entries()) {
    const count = sums.length;
    for (let known = 0; known < count; known += 1) {
      const half = sums[known];
      if (half !== undefined) sums.push({ sum: half.sum + amount, mask: half.mask | (1 << at) });
    }
  }
  return sums;
}

const placesOf = (mask: number, from: number): number[] => {
  const places: number[] = [];
  for (let at = 0; mask >> at > 0; at += 1) if ((mask >> at) & 1) places.push(from + at);
  return places;
};

function completeSearch(amounts: readonly number[], target: number, limit: number): readonly (readonly number[])[] {
  const middle = Math.floor(amounts.length / 2);
  const left = new Map<number, number[]>();
  for (const { sum, mask } of sumsOf(amounts.slice(0, middle))) {
    const masks = left.get(sum);
    if (masks === undefined) left.set(sum, [mask]);
    else if (masks.length < limit) masks.push(mask);
  }
  const sets: number[][] = [];
  for (const { sum, mask } of sumsOf(amounts.slice(middle))) {
    for (const other of left.get(target - sum) ?? []) if (mask !== 0 || other !== 0) sets.push([...placesOf(other, 0), ...placesOf(mask, middle)]);
    // Equal amounts can add up in thousands of ways; a few more than asked for are enough to choose the shortest from.
    if (sets.length > limit * 8) break;
  }
  return sets;
}

function usualSets(amounts: readonly number[], target: number): readonly (readonly number[])[] {
  const sets: number[][] = [];
  let sum = 0;
  for (const [at, amount] of amounts.entries()) {
    sum += amount;
    if (sum === target) sets.push(amounts.slice(0, at + 1).map((_, place) => place));
  }
  const seen = new Map<number, number>();
  for (const [at, amount] of amounts.entries()) {
    const partner = seen.get(target - amount);
    if (partner !== undefined) sets.push([partner, at]);
    if (amount === target) sets.push([at]);
    if (!seen.has(amount)) seen.set(amount, at);
  }
  return sets;
}

/** Sets of the amounts that add up to the target, at most `limit` of them. Amounts are given oldest first. */
export function exactSums(amounts: readonly number[], target: number, limit: number): Sums {
  const isComplete = amounts.length <= searchLimit;
  const found = isComplete ? completeSearch(amounts, target, limit) : usualSets(amounts, target);
  const byText = new Map(found.map((set) => [set.join(' '), set]));
  const sets = [...byText.values()].sort((a, b) => a.length - b.length || a.reduce((sum, place) => sum + place, 0) - b.reduce((sum, place) => sum + place, 0));
  return { sets: sets.slice(0, limit), isComplete };
}
