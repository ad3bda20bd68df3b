import { describe, expect, it } from 'vitest';
import { letterCommunication } from './letterCommunication.ts';
import { isValidOgm } from './ogm.ts';

describe('the structured communication of a letter', () => {
  it('holds the year, a nine and the number of the letter, with check digits that fit', () => {
    expect(letterCommunication('H-2026-0118')).toBe('202690011849');
    expect(letterCommunication('H-2026-12345')).toMatch(/^2026912345\d\d$/);
    for (const reference of ['H-2026-0001', 'H-2027-9999', 'H-2026-99999']) expect(isValidOgm(letterCommunication(reference) ?? '')).toBe(true);
  });
  it('differs for every letter', () => {
    const numbers = Array.from({ length: 12_000 }, (_, number) => letterCommunication(`H-2026-${String(number + 1).padStart(4, '0')}`));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
  it.each(['', 'H-0000', 'R-2026-0014', 'H-2026-123456', 'H-2026-12a4'])('is not made up for %j', (reference) => expect(letterCommunication(reference)).toBeNull());
});
