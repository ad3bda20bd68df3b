import { isValidIBAN } from 'ibantools';
import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import { parseBelgianEnterpriseNumber } from '../../../src-shared/identifiers/belgianEnterpriseNumber.ts';
import { parseBic } from '../../../src-shared/identifiers/bic.ts';
import { parseKvkNumber } from '../../../src-shared/identifiers/dutchIdentifiers.ts';
import { parseVatNumber } from '../../../src-shared/identifiers/vatNumber.ts';

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

/** Fields whose content is checked; any other text is taken as it is. */
export type CheckedField = 'name' | 'registrationNumber' | 'vatNumber' | 'email' | 'website' | 'bic' | 'accentColour';
export type IbanProblem = 'invalid' | 'double';
export type ProfileProblems = {
  readonly fields: Readonly<Record<CheckedField, boolean>>;
  /** One for each account, in the same order; null where nothing is wrong. */
  readonly ibans: readonly (IbanProblem | null)[];
};

/** KvK number (NL, form only) or enterprise number (BE, with its check digits). */
export function isRegistrationNumber(text: string, country: string): boolean {
  if (country === 'NL') return parseKvkNumber(text) !== null;
  return country !== 'BE' || parseBelgianEnterpriseNumber(text) !== null;
}

const isEmail = (text: string): boolean => /^[^\s@]{1,64}@[^\s@.]{1,63}(\.[^\s@.]{1,63}){1,5}$/.test(text);
const isWebsite = (text: string): boolean => /^(https?:\/\/)?[^\s/@.]{1,63}(\.[^\s/@.]{1,63}){1,5}(\/\S{0,100})?$/i.test(text);

/** `#0B5A5E`, `0b5a5e` and `#05e` as `#rrggbb`; anything else as it was typed. */
export function tidyColour(text: string): string {
  const digits = text.trim().toLowerCase().replace(/^#/, '');
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/.test(digits) ? `#${digits.replaceAll(/./g, '$&$&')}` : text;
}
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(tidyColour(text));

function ibanProblem(iban: string, index: number, all: readonly string[]): IbanProblem | null {
  if (iban === '') return null;
  if (!isValidIBAN(iban)) return 'invalid';
  return all.indexOf(iban) === index ? null : 'double';
}

/** What keeps the profile from being saved. Empty fields are allowed, except the name. */
export function problemsOf(draft: CompanyProfile): ProfileProblems {
  const isWrong = (text: string, isRight: (text: string) => boolean): boolean => text.trim() !== '' && !isRight(text.trim());
  return {
    fields: {
      name: draft.name.trim() === '',
      registrationNumber: isWrong(draft.registrationNumber, (text) => isRegistrationNumber(text, draft.country)),
      vatNumber: isWrong(draft.vatNumber, (text) => parseVatNumber(text) !== null),
      email: isWrong(draft.email, isEmail),
      website: isWrong(draft.website, isWebsite),
      bic: isWrong(draft.bic, (text) => parseBic(text) !== null),
      accentColour: !isColour(draft.accentColour),
    },
    ibans: draft.ibans.map(ibanProblem),
  };
}

export const hasProblems = ({ fields, ibans }: ProfileProblems): boolean =>
  Object.values(fields).some(Boolean) || ibans.some((problem) => problem !== null);

/** As it is saved: no stray blanks, no empty accounts, one form for codes. */
export function tidyProfile(draft: CompanyProfile): CompanyProfile {
  const name = draft.name.trim();
  const accountName = draft.accountName.trim();
  return {
    ...draft,
    name,
    tagline: draft.tagline.trim(),
    street: draft.street.trim(),
    postcode: draft.postcode.trim(),
    city: draft.city.trim(),
    registrationNumber: draft.registrationNumber.trim(),
    vatNumber: draft.vatNumber.trim(),
    phone: draft.phone.trim(),
    email: draft.email.trim(),
    website: draft.website.trim(),
    ibans: draft.ibans.filter((iban) => iban !== ''),
    bic: parseBic(draft.bic) ?? draft.bic.trim(),
    accountName: accountName === '' ? name.slice(0, 70).trim() : accountName,
    signerName: draft.signerName.trim(),
    signerRole: draft.signerRole.trim(),
    accentColour: tidyColour(draft.accentColour),
  };
}

export type LetterNeed = 'address' | 'registration' | 'iban' | 'signer' | 'reach';

/** What every letter must name and the profile does not say yet. The letter itself checks the same again. */
export function neededForLetters(profile: CompanyProfile): readonly LetterNeed[] {
  const isEmpty = (text: string): boolean => text.trim() === '';
  const needs: readonly (readonly [LetterNeed, boolean])[] = [
    ['address', isEmpty(profile.street) || isEmpty(profile.city)],
    ['registration', isEmpty(profile.registrationNumber)],
    ['iban', profile.ibans.every((iban) => iban === '')],
    ['signer', isEmpty(profile.signerName)],
    ['reach', isEmpty(profile.phone) && isEmpty(profile.email)],
  ];
  return needs.filter(([, isMissing]) => isMissing).map(([need]) => need);
}
