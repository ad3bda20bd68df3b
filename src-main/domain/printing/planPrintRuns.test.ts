import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundlesOf, planPrintRuns, type PrintCandidate } from './planPrintRuns.ts';

const letter = (id: number, more: Partial<PrintCandidate>): PrintCandidate => ({
  id,
  window: 'left',
  language: 'nl',
  country: 'NL',
  postcode: '8621 ZX',
  name: 'Bakkerij Korenhof',
  isRegistered: false,
  isOrdinaryToo: false,
  ...more,
});
const candidates = fc.array(
  fc.record({
    id: fc.nat(9),
    window: fc.constantFrom('left', 'right'),
    language: fc.constantFrom('nl', 'fr', 'en', 'de'),
    country: fc.constantFrom('NL', 'BE'),
    postcode: fc.constantFrom('8621 ZX', '8621zx', '1070', 'B-1070', ''),
    name: fc.constantFrom('A', 'B'),
    isRegistered: fc.boolean(),
    isOrdinaryToo: fc.constant(false),
  }),
);

describe('print runs for the office', () => {
  it('lays equal envelopes together: window, then language, then postcode', () => {
    const { ordinary } = planPrintRuns([
      letter(1, { window: 'right', language: 'nl', country: 'BE', postcode: '9000' }),
      letter(2, { language: 'en' }),
      letter(3, { postcode: '8621zx' }),
      letter(4, { window: 'right', language: 'nl', country: 'BE', postcode: 'B-1070' }),
      letter(5, { postcode: '1011 AB' }),
      letter(6, { window: 'right', language: 'fr', country: 'BE', postcode: '1070' }),
    ]);
    expect(ordinary.map(({ id }) => id)).toEqual([5, 3, 2, 4, 1, 6]);
    expect(bundlesOf(ordinary)).toEqual([
      { window: 'left', language: 'nl', letters: 2 },
      { window: 'left', language: 'en', letters: 1 },
      { window: 'right', language: 'nl', letters: 2 },
      { window: 'right', language: 'fr', letters: 1 },
    ]);
  });
  it('keeps registered letters in a run of their own', () => {
    const runs = planPrintRuns([letter(1, { isRegistered: true }), letter(2, {})]);
    expect(runs.ordinary.map(({ id }) => id)).toEqual([2]);
    expect(runs.registered.map(({ id }) => id)).toEqual([1]);
  });
  it('loses no letter and gives the same order whatever order they came in', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const unique = all.map((one, id) => ({ ...one, id }));
        const runs = planPrintRuns(unique);
        expect([...runs.ordinary, ...runs.registered].map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(unique.map(({ id }) => id));
        expect(planPrintRuns(unique.toReversed())).toEqual(runs);
        expect(bundlesOf(runs.ordinary).reduce((sum, bundle) => sum + bundle.letters, 0)).toBe(runs.ordinary.length);
      }),
    );
  });
});
