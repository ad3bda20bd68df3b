/** The short form of `npm run bench:matching` on a tuning seed, so that a change that makes the matcher worse does not pass unnoticed. */
import { describe, expect, it } from 'vitest';
import { cautiousPolicy } from '../../src-main/domain/matching/matchPolicy.ts';
import { cents } from '../../src-shared/money.ts';
import { caseNames, generateWorld, type World } from './generateWorld.ts';
import { aims, judgeWorld, qualityOf } from './quality.ts';
import { headline, isReached, tables } from './qualityReport.ts';
import { finalSeeds, tuningSeeds } from './seeds.ts';

const [seed = 0, ...otherSeeds] = tuningSeeds;
let made: World | null = null;
const world = (): World => (made ??= generateWorld(seed, 2_000));

describe('the quality of matching over 2,000 labelled receipts', () => {
  it('reaches every aim: precision of booked, recall of booked, the right answer among the first three', () => {
    const quality = qualityOf(judgeWorld(world(), cautiousPolicy));
    expect(headline(quality).filter((text) => text.startsWith('MISSED'))).toEqual([]);
    expect(isReached(quality)).toBe(true);
    expect(quality.all.booked).toBeGreaterThan(1_500);
    expect(tables(quality).join('\n')).toContain('settlement of a payment service');
  });

  it('would miss them with a policy that gives too much away and trusts names', () => {
    const generous = { ...cautiousPolicy, smallDifferenceMaxCents: cents(20_000), mayBook: { ...cautiousPolicy.mayBook, 'name-amount': true } };
    const quality = qualityOf(judgeWorld(world(), generous));
    expect(quality.precision).toBeLessThan(aims.precision);
    expect(isReached(quality)).toBe(false);
  });

  it('books nothing where every rule is turned off', () => {
    const mayBook = Object.fromEntries(Object.keys(cautiousPolicy.mayBook).map((rule) => [rule, false])) as typeof cautiousPolicy.mayBook;
    expect(qualityOf(judgeWorld(generateWorld(seed, 300), { ...cautiousPolicy, mayBook })).all.booked).toBe(0);
  });
});

describe('the labelled history', () => {
  it('is the same for the same seed and another for another', () => {
    const [other = 0] = otherSeeds;
    const first = JSON.stringify(generateWorld(seed, 200).receipts);
    expect(JSON.stringify(generateWorld(seed, 200).receipts)).toBe(first);
    expect(JSON.stringify(generateWorld(other, 200).receipts)).not.toBe(first);
  });

  it('adds up: what a receipt is for, and what is left of it, is exactly the receipt, and no document is paid beyond its balance', () => {
    const { receipts, scene } = world();
    for (const { receipt, truth } of receipts) {
      if (truth === null) continue;
      expect(truth.parts.reduce((sum, part) => sum + part.cents, 0) + truth.restCents).toBe(receipt.amountCents);
    }
    for (const doc of scene.docs) expect(Math.sign(doc.item.totalCents) * doc.open).toBeGreaterThanOrEqual(0);
  });

  it('holds every case and every level of noise, and tunes on no seed of the final figures', () => {
    const { receipts } = world();
    const names = new Set(otherSeeds.slice(0, 2).flatMap((one) => generateWorld(one, 2_000).receipts.map(({ caseName }) => caseName)));
    expect(caseNames.filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(receipts.map(({ noise }) => noise))).toEqual(new Set([0, 1, 2, 3]));
    expect(finalSeeds.filter((one) => tuningSeeds.includes(one))).toEqual([]);
    expect(finalSeeds).toHaveLength(25);
  });
});
