/** Identifiers that pass their checks but belong to nobody: ranges that the registers have not issued, and a bank code that no bank has. */

const mod97 = (digits: string): number => {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
};
const asDigits = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

/** An IBAN with the right check digits (ISO 13616). */
export function inventedIban(country: 'NL' | 'BE', serial: number): string {
  const bban = country === 'NL' ? `DEMO${String(serial).padStart(10, '0')}` : belgianBban(serial);
  const check = 98 - mod97(`${asDigits(bban)}${asDigits(country)}00`);
  return `${country}${String(check).padStart(2, '0')}${bban}`;
}

function belgianBban(serial: number): string {
  const first = `999${String(serial).padStart(7, '0')}`;
  return `${first}${String(mod97(first) || 97).padStart(2, '0')}`;
}

/** Belgian enterprise number, 10 digits, modulo 97; numbers from 0100… were never given out. */
export function inventedEnterpriseNumber(serial: number): string {
  const first = `010${String(serial).padStart(5, '0')}`;
  return `${first}${String(97 - mod97(first)).padStart(2, '0')}`;
}

export const inventedKvk = (serial: number): string => `0009${String(serial).padStart(4, '0')}`;

/** Dutch VAT number: nine digits with the old modulo 11 check, and a suffix. */
export function inventedDutchVat(serial: number): string {
  for (let candidate = serial; ; candidate += 1000) {
    const first = `0000${String(candidate).padStart(4, '0')}`;
    const sum = Array.from(first).reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
    if (sum % 11 !== 10) return `NL${first}${sum % 11}B01`;
  }
}

/** Belgian structured communication as twelve digits: ten of base and their remainder by 97, 97 for 0. */
export function inventedOgm(base: number): string {
  const first = String(base).padStart(10, '0');
  return `${first}${String(mod97(first) || 97).padStart(2, '0')}`;
}

export const printedOgm = (digits: string): string => `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
