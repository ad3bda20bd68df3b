/** One damaged file: made from a seed and a number alone, so that every case can be made again. */
import { createRandom } from '../../src-main/features/demo/random.ts';
import { readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import type { FuzzSample } from './fuzzSamples.ts';
import { mutate, mutationNames } from './mutations.ts';
import { faultsOf } from './oracles.ts';

export type FuzzCase = { readonly number: number; readonly story: string; readonly bytes: Uint8Array };

export type FuzzOutcome = { readonly faults: readonly string[]; readonly processorMs: number; readonly grownBytes: number };

export const slowestMs = 2000;
/** No sample is larger than a few hundred kilobytes. */
export const mostGrownBytes = 256_000_000;

export function makeCase(samples: readonly FuzzSample[], seed: number, number: number): FuzzCase {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  random.next();
  const sample = random.pick(samples);
  let { bytes } = sample;
  const story = [sample.name];
  for (let turn = random.pick([1, 1, 1, 2, 3]); turn > 0; turn -= 1) {
    const name = random.pick(mutationNames);
    const other = random.pick(samples);
    bytes = mutate(name, bytes, random, other.bytes);
    story.push(/file/.test(name) ? `${name} (${other.name})` : name);
  }
  return { number, story: story.join(', '), bytes };
}

/** Reads a damaged file and answers everything that is wrong with how that went. */
export function runCase({ bytes }: FuzzCase): FuzzOutcome {
  const name = 'damaged.txt';
  const heap = process.memoryUsage().heapUsed;
  const before = process.cpuUsage();
  let faults: string[];
  try {
    faults = [...faultsOf(readBankFile({ name, bytes }, readContext), name)];
  } catch (error) {
    faults = [`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
  const { user, system } = process.cpuUsage(before);
  const processorMs = (user + system) / 1000;
  const grownBytes = process.memoryUsage().heapUsed - heap;
  if (processorMs > slowestMs) faults.push(`took ${Math.round(processorMs)} ms of the processor`);
  if (grownBytes > mostGrownBytes) faults.push(`grew by ${Math.round(grownBytes / 1e6)} MB`);
  return { faults, processorMs, grownBytes };
}
