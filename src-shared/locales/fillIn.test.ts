import { describe, expect, it } from 'vitest';
import { fillIn, withOneStop } from './fillIn.ts';

describe('a name that ends in a full stop', () => {
  it('ends the sentence with it', () => {
    expect(fillIn('Uit handen gegeven aan {{to}}. Er gaat niets meer uit.', { to: 'Duin B.V.' }, 'nl')).toBe('Uit handen gegeven aan Duin B.V. Er gaat niets meer uit.');
    expect(fillIn('Bewaard voor {{name}}.', { name: 'Duin B.V.' }, 'nl')).toBe('Bewaard voor Duin B.V.');
  });
  it('leaves three dots and names with dots inside alone', () => {
    for (const text of ['Zie …', 'en zo voort...', 'en zo voort... Daarna', 'bestand a..b.csv']) expect(withOneStop(text)).toBe(text);
  });
});
