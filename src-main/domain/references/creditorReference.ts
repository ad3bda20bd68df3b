/**
 * The creditor reference of ISO 11649: `RF`, two check digits and 1 to 21 letters or digits. With the first four characters moved to
 * the end and letters read as 10 to 35, the number modulo 97 is 1.
 */
import { lettersAsDigits, mod97 } from '../../../src-shared/identifiers/mod97.ts';

export type CreditorReference = { readonly text: string; readonly isValid: boolean };

/** Whether a reference without blanks, in any case, carries the right check digits. `RF00`, `RF01` and `RF99` never occur. */
export function isValidCreditorReference(text: string): boolean {
  const upper = text.toUpperCase();
  if (!/^RF\d\d[A-Z0-9]{1,21}$/.test(upper)) return false;
  const check = upper.slice(2, 4);
  if (check === '00' || check === '01' || check === '99') return false;
  return mod97(lettersAsDigits(upper.slice(4) + upper.slice(0, 4))) === 1;
}

/** Reads a text that holds one creditor reference and nothing else, in groups or not; null when it has not its shape. */
export function parseCreditorReference(text: string): CreditorReference | null {
  if (text.length > 60) return null;
  const upper = text.replace(/\s/g, '').toUpperCase();
  if (!/^RF\d\d[A-Z0-9]{1,21}$/.test(upper)) return null;
  return { text: upper, isValid: isValidCreditorReference(upper) };
}

/** Makes the reference for 1 to 21 letters or digits; null for anything else. */
export function makeCreditorReference(body: string): string | null {
  const upper = body.toUpperCase();
  if (!/^[A-Z0-9]{1,21}$/.test(upper)) return null;
  const check = 98 - mod97(lettersAsDigits(`${upper}RF00`));
  return `RF${String(check).padStart(2, '0')}${upper}`;
}

/** Two references are equal when they differ only in case, blanks and leading zeros of the body: the check does not see those. */
export function sameCreditorReference(first: string, second: string): boolean {
  const plain = (text: string): string => {
    const upper = text.replace(/\s/g, '').toUpperCase();
    return upper.slice(0, 4) + upper.slice(4).replace(/^0+(?=.)/, '');
  };
  return plain(first) === plain(second);
}

/** In groups of four from the left: `RF18 5390 0754 7034`. */
export const formatCreditorReference = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

/**
 * The creditor references in free text whose check fits, in order, each once. A reference may be written in groups and go on behind a
 * blank, so every prefix of the groups is tried, the longest first.
 */
export function findCreditorReferences(text: string): readonly string[] {
  const found = new Set<string>();
  for (const match of text.toUpperCase().matchAll(/(?<![A-Z0-9])RF\d\d/g)) {
    const groups = text
      .toUpperCase()
      .slice(match.index, match.index + 40)
      .split(/\s/);
    for (let count = groups.length; count > 0; count -= 1) {
      const candidate = (groups
        .slice(0, count)
        .join('')
        .match(/^[A-Z0-9]+/) ?? [''])[0];
      if (isValidCreditorReference(candidate)) {
        found.add(candidate);
        break;
      }
    }
  }
  return [...found];
}
