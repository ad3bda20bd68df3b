/** Account and bank numbers as a yes or no: the normalised value when it is valid, null when it is not. */
import { isValidIban, normalizeAccount } from '../../references/iban.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';

/** A valid IBAN without blanks, or null. */
export const parseIban = (text: string): string | null => (isValidIban(text) ? normalizeAccount(text) : null);

/** A bank code (ISO 9362) of 8 or 11 characters in upper case, or null. Nothing is derived from it. */
export function parseBic(text: string): string | null {
  const code = normaliseIdentifier(text);
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(code) ? code : null;
}
