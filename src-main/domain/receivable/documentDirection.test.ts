import { describe, expect, it } from 'vitest';
import { documentDirection, comparableName, sellerNameSays } from './documentDirection.ts';
import { emptyParty, meaningfulReference, type ParsedDocument, type ParsedParty } from './parsedDocument.ts';

const own = { names: ['Bakkerij De Korst B.V.'], vat: 'NL004495445B01', companyNumber: '12345678' };
const belgianOwn = { names: ['Drukkerij Inkt'], vat: 'BE0202239951', companyNumber: null };
const parties = (seller: Partial<ParsedParty> | null, customer: Partial<ParsedParty>): ParsedDocument =>
  ({ seller: seller === null ? null : { ...emptyParty, ...seller }, customer: { ...emptyParty, ...customer } }) as ParsedDocument;

describe('the direction of a document', () => {
  it('is a sale when the seller has the own VAT number, in any spelling', () => {
    expect(documentDirection(parties({ vat: 'NL004495445B01' }, { name: 'Iemand' }), own)).toBe('sales');
  });
  it('is a sale when the seller has the own KvK number', () => {
    expect(documentDirection(parties({ legalId: { scheme: '0106', value: '12345678' } }, {}), own)).toBe('sales');
  });
  it('knows a Belgian company by its enterprise number alone', () => {
    expect(documentDirection(parties({ endpoint: { scheme: '0208', value: '0202239951' } }, {}), belgianOwn)).toBe('sales');
  });
  it('is a purchase when the own company is the buyer', () => {
    expect(documentDirection(parties({ name: 'Meelfabriek', vat: 'NL822010690B01' }, { vat: 'NL004495445B01' }), own)).toBe('purchase');
  });
  it('is unknown for a namesake with another VAT number', () => {
    expect(documentDirection(parties({ name: 'Bakkerij de Korst', vat: 'NL822010690B01' }, {}), own)).toBe('unknown');
  });
  it('goes by the name, without its legal form, where there are no numbers', () => {
    expect(documentDirection(parties({ name: 'bakkerij de korst BV' }, {}), own)).toBe('sales');
  });
  it('is a sale for a list that names no seller', () => expect(documentDirection(parties(null, {}), own)).toBe('sales'));
});

describe('the name of a seller without numbers', () => {
  it.each([
    ['alike', 'De Korst Brood en Banket', null],
    ['alike', 'Jansen Holding', 'Korst & Zonen'],
    ['other', 'Meelfabriek De Korst', null],
    ['none', null, null],
    ['none', 'B.V.', null],
  ])('is %s for %s (%s)', (says, name, tradeName) =>
    expect(sellerNameSays({ ...emptyParty, name, tradeName }, { names: ['De Korst B.V.'], vat: null, companyNumber: null })).toBe(says),
  );
});

describe('a comparable name', () => {
  it('drops legal form, accents and punctuation', () => expect(comparableName('Café ’t Hoekje, B.V.')).toBe('cafe t hoekje'));
});

describe('a reference', () => {
  it.each(['NA', 'n/a', '-', '___ignore___', 'N.v.t.', '0', ''])('“%s” is a filler', (text) =>
    expect(meaningfulReference(text)).toBeNull(),
  );
  it.each(['PO-4711', '0150abc', 'Nathalie'])('“%s” is a reference', (text) => expect(meaningfulReference(text)).toBe(text));
});
