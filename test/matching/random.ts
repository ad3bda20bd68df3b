/** Pseudo-random choices from one seed (mulberry32), so that a figure can be measured again. */
export type Random = {
  /** A fraction from 0 up to 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly weighted: <Value>(values: readonly (readonly [Value, number])[]) => Value;
  readonly shuffled: <Value>(values: readonly Value[]) => Value[];
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[between(0, values.length - 1)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    weighted: (values) => {
      let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(values)[0];
    },
    shuffled: (values) => {
      const result = [...values];
      for (let at = result.length - 1; at > 0; at -= 1) {
        const other = between(0, at);
        const [one, two] = [result[at], result[other]];
        if (one === undefined || two === undefined) continue;
        result[at] = two;
        result[other] = one;
      }
      return result;
    },
  };
}
