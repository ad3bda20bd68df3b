/** Matching grows with its input and no faster: twice the receipts against twice the documents in little more than twice the time. */
import { matchingMaterial, timeMatching } from './matchingMaterial.ts';
import { inTurns, type Measurement } from './measurement.ts';

/** The most that 10,000 receipts against 100,000 open documents may take. */
export const longestSeconds = 10;
/** Twice the work in at most this many times the time. */
const aim = 2.6;

export async function measureMatching(): Promise<Measurement> {
  const [half, whole] = [matchingMaterial(5_000), matchingMaterial(10_000)];
  const { oursMs, bareMs } = await inTurns({ rounds: 3, warmUp: 1, ours: () => timeMatching(whole), bare: () => timeMatching(half) });
  const sizes = `10,000 receipts against ${whole.material.items.length.toLocaleString('en')} documents in ${(oursMs / 1_000).toFixed(1)} s (at most ${longestSeconds})`;
  const ratio = oursMs / bareMs;
  // Too slow is a miss as well, however evenly it grows.
  return { name: 'matching', ratio: oursMs > longestSeconds * 1_000 ? Number.POSITIVE_INFINITY : ratio, aim, details: `${sizes}; half of both in ${(bareMs / 1_000).toFixed(1)} s` };
}
