import { describe, expect, it } from 'vitest';
import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import { letterParties } from './letterParties.ts';

const profile: CompanyProfile = {
  name: 'Voorbeeld Studio',
  tagline: 'Ontwerp',
  street: 'Kade 1',
  postcode: '1234 AB',
  city: 'Voorbeeldstad',
  country: 'NL',
  language: 'nl',
  registrationNumber: '',
  vatNumber: '',
  phone: '020 000 00 00',
  email: 'administratie@voorbeeld-studio.example',
  website: '',
  ibans: ['NL91 ABNA 0417 1643 00', 'be68 5390 0754 7034'],
  bic: '',
  accountName: '',
  signerName: 'Merel Dijks',
  signerRole: 'administratie',
  accentColour: '#204080',
  logo: '',
  windowOffset: { x: 0, y: 0 },
};
const customer = { name: 'Klant', attention: '', street: 'Laan 2', postcode: '1000', city: 'Brussel', country: 'BE', number: '12' };
const contacts = [
  { name: 'Directie', isPaymentContact: false },
  { name: 'Crediteuren', isPaymentContact: true },
];
const parties = (patch: Partial<Parameters<typeof letterParties>[0]> = {}) => letterParties({ profile, customer, contacts, kind: 'business', language: 'fr', ...patch });

describe('who writes to whom', () => {
  it('pays into the account in his own country, else into the first', () => {
    expect(parties().sender.iban).toBe('be68 5390 0754 7034');
    expect(parties({ customer: { ...customer, country: 'DE' } }).sender.iban).toBe('NL91 ABNA 0417 1643 00');
    expect(parties({ profile: { ...profile, ibans: [] } }).sender.iban).toBe('');
  });

  it('is addressed to the attention of the customer, else to the payment contact', () => {
    expect(parties().customer.attention).toBe('Crediteuren');
    expect(parties({ customer: { ...customer, attention: 'mevrouw Peeters' } }).customer.attention).toBe('mevrouw Peeters');
    expect(parties({ contacts: contacts.slice(0, 1) }).customer.attention).toBe('');
  });

  it('reads as the law sees him and in the language of the message', () => expect(parties({ kind: 'consumer' }).customer).toMatchObject({ kind: 'consumer', language: 'fr' }));
});
