/** VAT numbers of the member states: the Dutch and Belgian ones with their checks, the others by their shape only. */
import { parseBelgianEnterpriseNumber } from './belgianEnterpriseNumber.ts';
import { parseDutchVat } from './dutchIdentifiers.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';

/** The shape behind the country prefix, as VIES takes it. Greece writes EL, Northern Ireland XI. */
const shapes: ReadonlyMap<string, RegExp> = new Map([
  ['AT', /^U\d{8}$/],
  ['BG', /^\d{9,10}$/],
  ['CY', /^\d{8}[A-Z]$/],
  ['CZ', /^\d{8,10}$/],
  ['DE', /^\d{9}$/],
  ['DK', /^\d{8}$/],
  ['EE', /^\d{9}$/],
  ['EL', /^\d{9}$/],
  ['ES', /^[A-Z0-9]\d{7}[A-Z0-9]$/],
  ['FI', /^\d{8}$/],
  ['FR', /^[A-Z0-9]{2}\d{9}$/],
  ['GB', /^\d{9}$|^\d{12}$/],
  ['HR', /^\d{11}$/],
  ['HU', /^\d{8}$/],
  ['IE', /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/],
  ['IT', /^\d{11}$/],
  ['LT', /^\d{9}$|^\d{12}$/],
  ['LU', /^\d{8}$/],
  ['LV', /^\d{11}$/],
  ['MT', /^\d{8}$/],
  ['PL', /^\d{10}$/],
  ['PT', /^\d{9}$/],
  ['RO', /^\d{2,10}$/],
  ['SE', /^\d{12}$/],
  ['SI', /^\d{8}$/],
  ['SK', /^\d{10}$/],
  ['XI', /^\d{9}$|^\d{12}$/],
]);

/**
 * A VAT number with its country prefix in normalised form, or null when its form or check digits are wrong.
 * A Belgian number without prefix is not recognised here: an association may have an enterprise number and no VAT.
 */
export function parseVatNumber(text: string): string | null {
  const number = normaliseIdentifier(text);
  const country = number.slice(0, 2);
  if (country === 'NL') return parseDutchVat(number)?.number ?? null;
  if (country === 'BE') {
    const enterprise = parseBelgianEnterpriseNumber(number);
    return enterprise === null ? null : `BE${enterprise}`;
  }
  return shapes.get(country)?.test(number.slice(2)) === true ? number : null;
}
