/** Structured references as a yes or no: the normalised value when its check digits fit, null when they do not. */
import { parseBetalingskenmerk as readBetalingskenmerk } from '../../references/betalingskenmerk.ts';
import { parseCreditorReference as readCreditorReference } from '../../references/creditorReference.ts';
import { formatOgm, parseOgm } from '../../references/ogm.ts';

/** A valid ISO 11649 reference without blanks, or null. */
export function parseCreditorReference(text: string): string | null {
  const reference = readCreditorReference(text);
  return reference?.isValid === true ? reference.text : null;
}

/** The twelve digits of a valid Belgian structured communication in any spelling, or null. All zeros pass the sum and are refused. */
export function parseStructuredCommunication(text: string): string | null {
  const ogm = parseOgm(text);
  return ogm?.isValid === true && !/^0+$/.test(ogm.digits) ? ogm.digits : null;
}

/** The digits of a valid Dutch betalingskenmerk, or null. All zeros pass the sum and are refused. */
export function parseBetalingskenmerk(text: string): string | null {
  const reference = readBetalingskenmerk(text);
  return reference?.isValid === true && !/^0+$/.test(reference.digits) ? reference.digits : null;
}

/** Twelve digits in the printed form `+++ddd/dddd/ddddd+++`. */
export const printStructuredCommunication = formatOgm;
