import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { makeCase, makeLongCase, runCase } from './fuzzCase.ts';
import { fuzzSamples } from './fuzzSamples.ts';

/** `npm run fuzz -- --seed 20261122 --case N` makes a case again. */
const seed = 20_261_122;
const parts = 10;
const casesPerPart = 2100;
const samples = fuzzSamples(20_000);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const heapInUse = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

describe('damaged bank files of every format', () => {
  it('are made from many samples', () => {
    expect(samples.length).toBeGreaterThan(60);
    expect(parts * casesPerPart).toBeGreaterThanOrEqual(20_000);
  });

  it('are the same again from the same seed', () => {
    for (let number = 0; number < 50; number += 1) expect(makeCase(samples, seed, number)).toEqual(makeCase(samples, seed, number));
  });

  it('are read in time when they are blown up to a megabyte', () => {
    const faulty = Array.from({ length: 60 }, (_, number) => makeLongCase(samples, seed, number)).flatMap((made) => {
      const { faults } = runCase(made);
      return faults.length > 0 ? [`long case ${made.number} (${made.story}): ${faults.join('; ')}`] : [];
    });
    expect(faulty).toEqual([]);
  });

  it.each(Array.from({ length: parts }, (_, part) => part))('never crash, hang, grow or lie (part %i)', (part) => {
    const before = heapInUse();
    const faulty: string[] = [];
    for (let number = part * casesPerPart; number < (part + 1) * casesPerPart; number += 1) {
      const made = makeCase(samples, seed, number);
      const { faults } = runCase(made);
      if (faults.length > 0) faulty.push(`case ${number} (${made.story}): ${faults.join('; ')}`);
    }
    expect(faulty).toEqual([]);
    expect(heapInUse() - before).toBeLessThan(50_000_000);
  });
});
