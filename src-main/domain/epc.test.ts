import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, parseDecimalCents } from '../../src-shared/money.ts';
import { buildEpcText, type EpcFacts } from './epc.ts';

const base: EpcFacts = {
  version: '002',
  characterSet: 1,
  bic: '',
  name: 'Voorbeeld Installatietechniek B.V.',
  iban: 'NL91ABNA0417164300',
  amount: cents(121_000),
  purpose: '',
  structuredReference: '',
  text: 'Factuur 2026-0042',
  information: '',
};
const refusedField = (facts: Partial<EpcFacts>): unknown => {
  const built = buildEpcText({ ...base, ...facts });
  return built.ok ? 'accepted' : built.error.params['field'];
};

describe('text of the European payment code (EPC069-12)', () => {
  // The vectors of the guideline and of bank/references.md §5; we always write two decimals, so EUR1 becomes EUR1.00.
  it.each<[string, EpcFacts, string, number]>([
    [
      'all twelve lines, version 001 with BIC',
      {
        ...base,
        version: '001',
        bic: 'BPOTBEB1',
        name: 'Red Cross of Belgium',
        iban: 'BE72000000001616',
        amount: cents(100),
        purpose: 'CHAR',
        text: 'Urgency fund',
        information: 'Sample EPC QR code',
      },
      'BCD\n001\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1.00\nCHAR\n\nUrgency fund\nSample EPC QR code',
      106,
    ],
    [
      'ISO 8859-1, bytes counted in that set',
      {
        ...base,
        characterSet: 2,
        name: "François D'Alsace S.A.",
        iban: 'FR1420041010050500013M02606',
        amount: cents(1230),
        text: 'Client:Marie Louise La Lune',
      },
      "BCD\n002\n2\nSCT\n\nFrançois D'Alsace S.A.\nFR1420041010050500013M02606\nEUR12.30\n\n\nClient:Marie Louise La Lune",
      104,
    ],
    [
      'structured reference in line 10, two-byte letter counted twice',
      {
        ...base,
        version: '001',
        bic: 'BHBLDEHHXXX',
        name: 'Franz Mustermänn',
        iban: 'DE71110220330123456789',
        amount: cents(1230),
        purpose: 'GDDS',
        structuredReference: 'RF18539007547034',
        text: '',
      },
      'BCD\n001\n1\nSCT\nBHBLDEHHXXX\nFranz Mustermänn\nDE71110220330123456789\nEUR12.30\nGDDS\nRF18539007547034',
      97,
    ],
    [
      'version 002 without BIC',
      base,
      'BCD\n002\n1\nSCT\n\nVoorbeeld Installatietechniek B.V.\nNL91ABNA0417164300\nEUR1210.00\n\n\nFactuur 2026-0042',
      99,
    ],
    [
      'Belgian structured communication in line 11',
      { ...base, name: 'Voorbeeld Installaties BV', iban: 'BE68539007547034', amount: cents(4812), text: '+++090/9337/55493+++' },
      'BCD\n002\n1\nSCT\n\nVoorbeeld Installaties BV\nBE68539007547034\nEUR48.12\n\n\n+++090/9337/55493+++',
      89,
    ],
  ])('writes the vector: %s', (_name, facts, text, byteLength) => {
    expect(buildEpcText(facts)).toEqual({ ok: true, value: { text, byteLength } });
  });

  it.each<[string, Partial<EpcFacts>, string]>([
    ['two references', { structuredReference: 'RF18539007547034' }, 'two-references'],
    ['an amount of zero', { amount: cents(0) }, 'amount'],
    ['a negative amount', { amount: cents(-1) }, 'amount'],
    ['an amount of a thousand million', { amount: cents(100_000_000_000) }, 'amount'],
    ['a name of 71 characters', { name: 'a'.repeat(71) }, 'name'],
    ['an empty name', { name: ' ' }, 'name'],
    ['a text of 141 characters', { text: 'a'.repeat(141) }, 'text'],
    ['more than 331 bytes', { name: 'é'.repeat(70), text: 'é'.repeat(140) }, 'length'],
    ['version 001 without BIC', { version: '001' }, 'bic'],
    ['a BIC that is none', { bic: 'ABNA' }, 'bic'],
    ['an account whose check fails', { iban: 'NL92ABNA0417164300' }, 'iban'],
    ['a creditor reference whose check fails', { structuredReference: 'RF19539007547034', text: '' }, 'structured-reference'],
    ['a letter that the set cannot write', { characterSet: 2, name: 'Škoda Š.A.' }, 'character-set'],
    ['a line break in the name, which would move every line after it', { name: 'A\nB' }, 'control-character'],
    ['a purpose of five characters', { purpose: 'CHARI' }, 'purpose'],
    ['information of 71 characters', { information: 'a'.repeat(71) }, 'information'],
  ])('refuses %s', (_name, facts, field) => {
    expect(refusedField(facts)).toBe(field);
  });

  it('cannot be given a third of a cent: such an amount does not become cents', () => {
    expect(parseDecimalCents('12.345')).toBeNull();
  });
  it('leaves the amount line empty when the payer fills it in, and drops empty lines at the end', () => {
    expect(buildEpcText({ ...base, amount: null, text: '' })).toMatchObject({
      ok: true,
      value: { text: 'BCD\n002\n1\nSCT\n\nVoorbeeld Installatietechniek B.V.\nNL91ABNA0417164300' },
    });
  });
  it('accepts 70 characters of name and 140 of text', () => {
    expect(refusedField({ name: 'a'.repeat(70), text: 'b'.repeat(140) })).toBe('accepted');
  });
  it('writes any amount of cents so that it reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (value) => {
        const built = buildEpcText({ ...base, amount: cents(value) });
        const line = built.ok ? (built.value.text.split('\n')[7] ?? '') : '';
        expect(parseDecimalCents(line.replace('EUR', ''))).toBe(value);
      }),
    );
  });
});
