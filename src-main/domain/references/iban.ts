/**
 * Account numbers: IBANs (ISO 13616), their checks, and the older national numbers that still occur in statements. A counter account
 * is never refused because its check fails: anonymised and invented numbers occur, and money came in all the same.
 */
import { lettersAsDigits, mod97 } from '../../../src-shared/identifiers/mod97.ts';

/** Without blanks and dots, in upper case: the form in which account numbers are compared. */
export const normalizeAccount = (text: string): string =>
  /^[A-Z0-9]*$/.test(text) ? text : text.replace(/[\s.]/g, '').toUpperCase();

/** Whether a normalized number has the shape of an IBAN: country, two check digits, 10 to 30 letters or digits. No check is made. */
export const looksLikeIban = (account: string): boolean => /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(account);

const lengths: Readonly<Record<string, number>> = {
  NL: 18,
  BE: 16,
  DE: 22,
  FR: 27,
  LU: 20,
  GB: 22,
  ES: 24,
  IT: 27,
  AT: 20,
  IE: 22,
  PT: 25,
};

/** Whether a number, written with or without blanks, is an IBAN of the right length with the right check digits. */
export function isValidIban(text: string): boolean {
  const iban = normalizeAccount(text);
  if (!looksLikeIban(iban)) return false;
  const length = lengths[iban.slice(0, 2)];
  if (length !== undefined && iban.length !== length) return false;
  return mod97(lettersAsDigits(iban.slice(4) + iban.slice(0, 4))) === 1;
}

/** The Dutch account number inside an IBAN, ten digits with leading zeros; null for other countries. */
export const bbanOfDutchIban = (iban: string): string | null => (/^NL\d{2}[A-Z]{4}\d{10}$/.test(iban) ? iban.slice(8) : null);

/** The IBAN of a Dutch account number at a bank known by its four letters; null when the number has not 1 to 10 digits. */
export function dutchIban(bankCode: string, account: string): string | null {
  const digits = normalizeAccount(account);
  if (!/^[A-Z]{4}$/.test(bankCode) || !/^\d{1,10}$/.test(digits)) return null;
  return withCheckDigits('NL', bankCode + digits.padStart(10, '0'));
}

/** The IBAN of a Belgian account number (`378-1568321-22`); null when it has not twelve digits or its own check fails. */
export function belgianIban(account: string): string | null {
  const digits = account.replace(/[\s./-]/g, '');
  if (!/^\d{12}$/.test(digits) || (mod97(digits.slice(0, 10)) || 97) !== Number(digits.slice(10))) return null;
  return withCheckDigits('BE', digits);
}

function withCheckDigits(country: string, bban: string): string {
  const check = 98 - mod97(lettersAsDigits(`${bban}${country}00`));
  return `${country}${String(check).padStart(2, '0')}${bban}`;
}

/** In groups of four: `NL91 ABNA 0417 1643 00`. */
export const formatIban = (iban: string): string => normalizeAccount(iban).replace(/(.{4})(?=.)/g, '$1 ');
