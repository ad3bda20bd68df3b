import { describe, expect, it } from 'vitest';
import { emptyParty, type ParsedParty } from '../receivable/parsedDocument.ts';
import { countryOf, languageOf } from './countryOf.ts';

const party = (country: string | null, given: Partial<ParsedParty> = {}, postcode: string | null = null): ParsedParty => ({
  ...emptyParty,
  ...given,
  address: { street: null, additionalLine: null, postcode, city: null, country },
});

describe('the country of a customer', () => {
  it.each([
    [party('NL'), 'NL'],
    [party('België'), 'BE'],
    [party('Pays-Bas'), 'NL'],
    [party('EL'), 'GR'],
    [party(null, { vat: 'BE0123456749' }), 'BE'],
    [party(null, {}, '3511 AB'), 'NL'],
    [party('Atlantis'), 'BE'],
  ])('is as written, else as the VAT number or the post code tells', (given, expected) => {
    expect(countryOf(given, 'BE')).toBe(expected);
  });
});

describe('the language a new customer is written to in', () => {
  const language = (country: string, postcode: string, ownLanguage: 'nl' | 'fr' = 'nl') => languageOf({ country, postcode, ownLanguage });
  it('follows the language areas of Belgium, and your own language in Brussels', () => {
    expect(['9000', '2000', 'B-3000', '1500'].map((code) => language('BE', code))).toEqual(['nl', 'nl', 'nl', 'nl']);
    expect(['5000', '4000', '1300', '7000'].map((code) => language('BE', code))).toEqual(['fr', 'fr', 'fr', 'fr']);
    expect(language('BE', '4700')).toBe('de');
    expect([language('BE', '1000'), language('BE', '1000', 'fr')]).toEqual(['nl', 'fr']);
  });
  it('is that of the country elsewhere', () => {
    expect([language('NL', ''), language('FR', ''), language('DE', ''), language('IE', '')]).toEqual(['nl', 'fr', 'de', 'en']);
  });
});
