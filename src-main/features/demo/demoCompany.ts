import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import { inventedDutchVat, inventedIban, inventedKvk } from './identifiers.ts';

/** The two accounts of the example company: the main one in the Netherlands, one in Belgium for Belgian customers. */
export const demoAccounts = { nl: inventedIban('NL', 4_170_101), be: inventedIban('BE', 4_170_102) } as const;

/** An invented company; nothing about it exists. */
export const demoCompany: CompanyProfile = {
  name: 'Werkplaats Zuiderlicht B.V.',
  tagline: 'Maatmeubels en winkelinrichting',
  street: 'Kaapsekade 12',
  postcode: '9999 ZL',
  city: 'Zuiderlicht',
  country: 'NL',
  language: 'nl',
  registrationNumber: inventedKvk(1),
  vatNumber: inventedDutchVat(1),
  phone: '099 000 01 00',
  email: 'administratie@zuiderlicht.example',
  website: 'www.zuiderlicht.example',
  ibans: [demoAccounts.nl, demoAccounts.be],
  bic: '',
  accountName: 'Werkplaats Zuiderlicht B.V.',
  signerName: 'Marit Oldekamp',
  signerRole: 'Debiteurenbeheer',
  accentColour: '#0b5a5e',
  logo: '',
  windowOffset: { x: 0, y: 0 },
};
