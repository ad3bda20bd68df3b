import { isValidIBAN } from 'ibantools';
import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';

/** A profile with nothing filled in but what is sensible by itself. */
export const emptyProfile = (language: 'nl' | 'en' | 'fr'): CompanyProfile => ({
  name: '',
  tagline: '',
  street: '',
  postcode: '',
  city: '',
  country: 'NL',
  language,
  registrationNumber: '',
  vatNumber: '',
  phone: '',
  email: '',
  website: '',
  ibans: [],
  bic: '',
  accountName: '',
  signerName: '',
  signerRole: '',
  accentColour: '#0b5a5e',
  logo: '',
  windowOffset: { x: 0, y: 0 },
});

export type ProfileProblems = { readonly name: boolean; readonly email: boolean; readonly iban: boolean; readonly registration: boolean };

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** KvK numbers have eight digits; Belgian enterprise numbers ten, of which the last two are 97 minus the rest of the first eight by 97. */
export function isRegistrationNumber(text: string, country: string): boolean {
  const digits = digitsOf(text);
  if (country === 'NL') return digits.length === 8;
  if (country !== 'BE') return true;
  const full = digits.length === 9 ? `0${digits}` : digits;
  return full.length === 10 && 97 - (Number(full.slice(0, 8)) % 97) === Number(full.slice(8));
}

/** What keeps the profile from being saved. Empty fields are allowed, except the name. */
export const problemsOf = (draft: CompanyProfile): ProfileProblems => ({
  name: draft.name.trim() === '',
  email: draft.email !== '' && !/^[^\s@]{1,64}@[^\s@.]{1,63}(\.[^\s@.]{1,63}){1,5}$/.test(draft.email),
  iban: draft.ibans.some((iban) => iban !== '' && !isValidIBAN(iban)),
  registration: draft.registrationNumber !== '' && !isRegistrationNumber(draft.registrationNumber, draft.country),
});

export const hasProblems = (problems: ProfileProblems): boolean => Object.values(problems).some(Boolean);

/** As it is saved: no stray spaces, no empty accounts. */
export const tidyProfile = (draft: CompanyProfile): CompanyProfile => ({
  ...draft,
  name: draft.name.trim(),
  email: draft.email.trim(),
  ibans: draft.ibans.filter((iban) => iban !== ''),
  accountName: draft.accountName.trim() === '' ? draft.name.trim().slice(0, 70) : draft.accountName.trim(),
});
