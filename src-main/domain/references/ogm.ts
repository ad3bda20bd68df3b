/**
 * The Belgian structured communication (OGM, in French VCS): ten digits and two check digits, written `+++ddd/dddd/ddddd+++`.
 * The check digits are the first ten modulo 97, where 0 is written as 97 (Febelfin, "gestructureerde mededeling").
 */
import { mod97 } from '../../../src-shared/identifiers/mod97.ts';

/** Twelve digits without marks. `isValid` is false when the check digits do not fit: such a reference is kept and shown, not trusted. */
export type Ogm = { readonly digits: string; readonly isValid: boolean };

const checkDigits = (base: string): string => String(mod97(base) || 97).padStart(2, '0');

/** Whether twelve digits carry the right check digits. */
export const isValidOgm = (digits: string): boolean => /^\d{12}$/.test(digits) && checkDigits(digits.slice(0, 10)) === digits.slice(10);

/** Reads a text that holds one structured communication and nothing else, with or without marks; null when it has not twelve digits. */
export function parseOgm(text: string): Ogm | null {
  if (text.length > 60 || !/^[\d+*/.\s-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  return digits.length === 12 ? { digits, isValid: isValidOgm(digits) } : null;
}

/** Makes the twelve digits for a base of at most ten digits; null for a longer base, for other characters and for zero. */
export function makeOgm(base: string): string | null {
  if (!/^\d{1,10}$/.test(base) || /^0+$/.test(base)) return null;
  const padded = base.padStart(10, '0');
  return padded + checkDigits(padded);
}

/** Twelve digits in the written form, `+++090/9337/55493+++`. */
export const formatOgm = (digits: string): string => `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;

/**
 * The structured communications in free text, in order, each once. The 3/4/5 shape counts with and without marks, also when its check
 * fails; twelve bare digits count only when the check fits and no other digit touches them.
 */
export function findOgms(text: string): readonly Ogm[] {
  const found = new Map<string, Ogm>();
  const shape = /(?<!\d)(\d{3})\s?[/.-]\s?(\d{4})\s?[/.-]\s?(\d{5})(?!\d)|(?<!\d)(\d{12})(?!\d)/g;
  for (const match of text.matchAll(shape)) {
    const bare = match[4];
    const digits = bare ?? `${match[1] ?? ''}${match[2] ?? ''}${match[3] ?? ''}`;
    const isValid = isValidOgm(digits);
    if (bare === undefined || isValid) found.set(digits, { digits, isValid });
  }
  return [...found.values()];
}
