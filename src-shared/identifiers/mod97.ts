/** The remainder of a number of any length after division by 97 (ISO 7064), digit by digit so that no number grows too large. */
export function mod97(digits: string): number {
  let remainder = 0;
  for (let index = 0; index < digits.length; index += 1) remainder = (remainder * 10 + (digits.charCodeAt(index) - 48)) % 97;
  return remainder;
}

/** Letters as two digits (A = 10 … Z = 35), as ISO 13616 and ISO 11649 check them. Expects upper case letters and digits only. */
export function lettersAsDigits(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    digits += code >= 65 ? String(code - 55) : String(code - 48);
  }
  return digits;
}
