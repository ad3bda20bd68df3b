/** Dutch identifiers: KvK number, RSIN, VAT number (btw-id) and OIN. Existence can only be checked online, so these check the form only. */
import { lettersAsDigits, mod97 } from './mod97.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';

/** A KvK number: 8 digits without a check digit, leading zero allowed, not all zeros. Answers the bare digits or null. */
export function parseKvkNumber(text: string): string | null {
  const digits = normaliseIdentifier(text);
  return /^\d{8}$/.test(digits) && digits !== '00000000' ? digits : null;
}

/** An RSIN: 9 digits that pass the "eleven test" (weights 9 to 2, remainder equal to the last digit). */
export function parseRsin(text: string): string | null {
  const digits = normaliseIdentifier(text);
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return null;
  let sum = 0;
  for (let index = 0; index < 8; index += 1) sum += Number(digits[index]) * (9 - index);
  return sum % 11 === Number(digits[8]) ? digits : null;
}

/** An OIN: 20 digits, of which the first eight name the register. */
export function parseOin(text: string): string | null {
  const digits = normaliseIdentifier(text);
  return /^\d{20}$/.test(digits) ? digits : null;
}

export type DutchVatFamily = 'legal-entity' | 'sole-trader';

/**
 * A Dutch VAT number `NL` + 9 digits + `B` + 2 digits. Legal entities carry a number that passes the eleven test; the numbers given to
 * sole traders since 1 January 2020 pass mod 97 over the whole instead. The family is a hint about the customer, not a proof.
 */
export function parseDutchVat(text: string): { readonly number: string; readonly family: DutchVatFamily } | null {
  const number = normaliseIdentifier(text);
  if (!/^NL\d{9}B\d{2}$/.test(number) || number.endsWith('B00') || number.slice(2, 11) === '000000000') return null;
  if (parseRsin(number.slice(2, 11)) !== null) return { number, family: 'legal-entity' };
  return mod97(lettersAsDigits(number)) === 1 ? { number, family: 'sole-trader' } : null;
}
