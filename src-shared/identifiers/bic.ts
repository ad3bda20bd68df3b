import { normaliseIdentifier } from './normaliseIdentifier.ts';

/** A bank code (ISO 9362) of 8 or 11 characters in upper case, or null. Nothing is derived from it. */
export function parseBic(text: string): string | null {
  const code = normaliseIdentifier(text);
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(code) ? code : null;
}
