import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLookalike, isOneMistakeAway, itemsMeantBy, runsOf, writtenNumbers } from './nearNumber.ts';

const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 4, maxLength: 12 });

describe('one typing mistake', () => {
  it.each([
    ['20260024', '20260042', 'two swapped'],
    ['20260043', '20260042', 'one other'],
    ['2026042', '20260042', 'one missing'],
    ['202600422', '20260042', 'one too many'],
  ])('%s for %s: %s', (written, meant) => expect(isOneMistakeAway(written, meant)).toBe(true));
  it.each([
    ['20260042', '20260042'],
    ['20260143', '20260042'],
    ['202600', '20260042'],
    ['20264200', '20260042'],
  ])('is not what parts %s from %s', (written, meant) => expect(isOneMistakeAway(written, meant)).toBe(false));

  it('is found for every digit that is changed, swapped with another, left out or doubled', () => {
    fc.assert(
      fc.property(digits, fc.nat(11), fc.nat(8), (meant, place, step) => {
        const at = place % meant.length;
        const other = `${meant.slice(0, at)}${(Number(meant[at]) + step + 1) % 10}${meant.slice(at + 1)}`;
        expect(isOneMistakeAway(other, meant)).toBe(other !== meant);
        expect(isOneMistakeAway(meant.slice(0, at) + meant.slice(at + 1), meant)).toBe(true);
        expect(isOneMistakeAway(meant.slice(0, at) + (meant[at] ?? '') + meant.slice(at), meant)).toBe(true);
      }),
    );
  });
});

describe('what is written', () => {
  it('is read run by run and joined with its neighbours, without what has no digit or is too short', () => {
    expect(writtenNumbers(runsOf('Fact 2026-0042 van 12'))).toEqual(['FACT2026', 'FACT20260042', 'FACT20260042VAN', '2026', '20260042', '20260042VAN', '20260042VAN12', '42VAN', '42VAN12', 'VAN12']);
    expect(writtenNumbers(['2026', null, '0042'])).toEqual(['2026']);
  });
  it('looks like a further number when it begins like it and is about as long', () => {
    expect(hasLookalike(['20260083'], '20260042')).toBe(true);
    expect(hasLookalike(['202614'], '20261440')).toBe(true);
    expect(hasLookalike(['20260042', '0612345678', '2026'], '20260042')).toBe(false);
  });
  it('is never spent on more than a bounded number of guesses, however long the text', () => {
    let asked = 0;
    const counting = { get: () => ((asked += 1), undefined) } as unknown as ReadonlyMap<string, readonly never[]>;
    itemsMeantBy(writtenNumbers(runsOf('1234567890 '.repeat(180))), 12, counting);
    expect(asked).toBeLessThan(2_000);
  });
});
