import { describe, expect, it } from 'vitest';
import { numberMatchKey, sameDocumentNumber } from './numberMatchKey.ts';

describe('the match key of a document number', () => {
  it('keeps letters, digits and leading zeros only', () => expect(numberMatchKey(' v01/ 0015-b ')).toBe('V010015B'));
  it('compares without leading zeros', () => {
    expect(sameDocumentNumber('00042', '42')).toBe(true);
    expect(sameDocumentNumber('2026-042', '2026042')).toBe(true);
    expect(sameDocumentNumber('2026-42', '2026-420')).toBe(false);
  });
  it('matches nothing when a number has no letter or digit', () => expect(sameDocumentNumber('---', '/')).toBe(false));
});
