/**
 * The Dutch betalingskenmerk (issuer CUR): 7, 9 to 14 or 16 digits. Seven digits carry no check; with 9 to 14 the second digit is the
 * length of the part after it; the first digit is the check over all digits after it (Currence, specifications of the acceptgiro).
 */
export type Betalingskenmerk = { readonly digits: string; readonly isValid: boolean };

/** Weights from the right, repeating. */
const weights: readonly number[] = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/** The check digit over the digits that follow it. */
function checkDigit(rest: string): string {
  let sum = 0;
  for (let index = 0; index < rest.length; index += 1) {
    sum += (rest.charCodeAt(rest.length - 1 - index) - 48) * (weights[index % weights.length] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? '1' : check === 11 ? '0' : String(check);
}

/** Whether digits form a betalingskenmerk with a right length, length code and check digit. Seven digits always do. */
export function isValidBetalingskenmerk(digits: string): boolean {
  if (!/^\d{7,16}$/.test(digits)) return false;
  const { length } = digits;
  if (length === 7) return true;
  if (length === 8 || length === 15) return false;
  if (length < 16 && digits[1] !== String((length - 2) % 10)) return false;
  return checkDigit(digits.slice(1)) === digits[0];
}

/** Reads a text that holds one betalingskenmerk and nothing else, blanks and dots allowed; null when the length can not be right. */
export function parseBetalingskenmerk(text: string): Betalingskenmerk | null {
  if (text.length > 60 || !/^[\d\s.]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (!/^(?:\d{7}|\d{9,14}|\d{16})$/.test(digits)) return null;
  return { digits, isValid: isValidBetalingskenmerk(digits) };
}

/** Makes the sixteen digits for a number of at most fifteen digits; null for anything else. */
export function makeBetalingskenmerk(number: string): string | null {
  if (!/^\d{1,15}$/.test(number)) return null;
  const rest = number.padStart(15, '0');
  return checkDigit(rest) + rest;
}

/** In groups of four from the right: `5000 0567 8901 2345`. */
export function formatBetalingskenmerk(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end));
  return groups.join(' ');
}

/** The sixteen-digit references in free text whose check fits, in order, each once; groups of four may be parted by a blank or a dot. */
export function findBetalingskenmerken(text: string): readonly string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(/(?<!\d)\d{4}[ .]?\d{4}[ .]?\d{4}[ .]?\d{4}(?!\d)/g)) {
    const digits = match[0].replace(/\D/g, '');
    if (isValidBetalingskenmerk(digits)) found.add(digits);
  }
  return [...found];
}
