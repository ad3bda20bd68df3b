import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDigestCounts } from './keyCounts.ts';

describe('counting the keys of a file', () => {
  it('counts every key by itself, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 300 }), fc.integer({ min: 2, max: 40 }), (numbers, slots) => {
        const count = createDigestCounts(slots);
        const expected = new Map<number, number>();
        for (const number of numbers) {
          expected.set(number, (expected.get(number) ?? 0) + 1);
          const digest = createHash('sha256').update(String(number)).digest();
          // Most of them begin in the same slot.
          digest.writeUInt32LE(number % 3, 0);
          expect(count(digest)).toBe(expected.get(number));
        }
      }),
    );
  });
});
