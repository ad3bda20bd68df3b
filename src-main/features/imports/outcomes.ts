import type { BookingOutcome } from '../../domain/importPlan/planBankEntries.ts';

/** What was decided about each booking of a statement, in one byte a booking. */
export type Outcomes = {
  readonly size: number;
  /** Undefined beyond the last booking. */
  readonly at: (place: number) => BookingOutcome | undefined;
  readonly count: (outcome: BookingOutcome) => number;
};

const codes: readonly BookingOutcome[] = ['fresh', 'known', 'possibly-known', 'not-booked'];

/** All alike at first. */
export function createOutcomes(size: number, first: BookingOutcome): Outcomes & { readonly set: (place: number, outcome: BookingOutcome) => void } {
  const values = new Uint8Array(size).fill(codes.indexOf(first));
  const counts = codes.map((outcome) => (outcome === first ? size : 0));
  return {
    size,
    at: (place) => codes[values[place] ?? codes.length],
    count: (outcome) => counts[codes.indexOf(outcome)] ?? 0,
    set(place, outcome) {
      const before = values[place];
      if (before === undefined) throw new RangeError(`no booking at ${place}`);
      const after = codes.indexOf(outcome);
      values[place] = after;
      counts[before] = (counts[before] ?? 0) - 1;
      counts[after] = (counts[after] ?? 0) + 1;
    },
  };
}
