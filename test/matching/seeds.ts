/**
 * Which worlds are measured. The matcher is tuned on `tuningSeeds` only. `finalSeeds` serve for the final figures of
 * `npm run bench:matching` and for nothing else: looking at single receipts of theirs and changing the matcher for them would make the
 * figures worthless. The generator and its noise were written and fixed before the matcher was tuned.
 */
const series = (first: number, count: number): readonly number[] => Array.from({ length: count }, (_, at) => first + at * 7919);

/** Receipts of one world, an administration over eleven months. */
export const receiptsPerWorld = 2_000;
export const tuningSeeds: readonly number[] = series(20_260_101, 10);
/** 25 worlds of 2,000 receipts: 50,000. */
export const finalSeeds: readonly number[] = series(77_000_003, 25);
