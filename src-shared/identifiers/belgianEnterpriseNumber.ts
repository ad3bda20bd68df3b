/** The Belgian enterprise number (KBO/BCE), which is also the VAT number behind `BE`. */
import { mod97 } from './mod97.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';

/**
 * Ten digits of which the first is 0 or 1 and the last two are 97 minus (the first eight mod 97). Numbers from before 2005 have nine
 * digits and get a zero in front. Numbers that begin with 1 are being given out. Answers the ten digits or null.
 */
export function parseBelgianEnterpriseNumber(text: string): string | null {
  const bare = normaliseIdentifier(text).replace(/^BE/, '');
  const digits = /^\d{9}$/.test(bare) ? `0${bare}` : bare;
  if (!/^[01]\d{9}$/.test(digits) || /^0+$/.test(digits)) return null;
  return 97 - mod97(digits.slice(0, 8)) === Number(digits.slice(8)) ? digits : null;
}
