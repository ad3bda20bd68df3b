/**
 * The message of a payment as an export gives it in one cell. A message that is a structured reference and nothing else is one, also
 * when its check fails as long as it is written as one; a written-out Belgian communication inside other text is taken as well.
 */
import { parseBetalingskenmerk } from '../../../../domain/references/betalingskenmerk.ts';
import { findOgms, parseOgm } from '../../../../domain/references/ogm.ts';
import { structuredReference, type StructuredReference } from '../../../../domain/references/structuredReference.ts';
import { type PaymentFields, tidyText } from '../paymentFields.ts';

export type Message = Pick<PaymentFields, 'remittance' | 'reference'>;

const writtenOgm = /^[+*]{0,3}\s?\d{3}\s?\/\s?\d{4}\s?\/\s?\d{5}\s?[+*]{0,3}$/;
const markedOgm = /(?:\+{3}|\*{3})\s?\d{3}\s?\/\s?\d{4}\s?\/\s?\d{5}\s?(?:\+{3}|\*{3})/;

/** A reference that stands in a column of its own: RF, Belgian or Dutch by its shape, anything else as it is. Null for an empty cell. */
export function deliveredReference(text: string): StructuredReference | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (writtenOgm.test(trimmed)) return structuredReference(trimmed, 'BBA');
  const read = structuredReference(trimmed.replace(/\s/g, ''), null);
  if (read === null || read.issuer !== null) return read;
  // Sixteen digits in the column of the reference are a betalingskenmerk, also when a digit of it is wrong.
  return /^\d{16}$/.test(read.text) ? structuredReference(read.text, 'CUR') : read;
}

/** A whole message that is one reference; null when it is text. Short numbers are text: seven digits would pass for a betalingskenmerk. */
function wholeReference(text: string): StructuredReference | null {
  if (writtenOgm.test(text)) return structuredReference(text, 'BBA');
  const ogm = parseOgm(text);
  if (ogm?.isValid === true) return structuredReference(ogm.digits, 'BBA');
  const kenmerk = parseBetalingskenmerk(text);
  if (kenmerk?.digits.length === 16 && kenmerk.isValid) return structuredReference(kenmerk.digits, 'CUR');
  const read = /^\s?RF\d\d/i.test(text) ? structuredReference(text, null) : null;
  return read?.isValid === true ? read : null;
}

/** Splits a message into text for people and a structured reference. */
export function messageFields(text: string): Message {
  const tidy = tidyText(text);
  if (tidy === null) return { remittance: null, reference: null };
  const whole = wholeReference(tidy);
  if (whole !== null) return { remittance: null, reference: whole };
  const marked = markedOgm.exec(tidy)?.[0];
  const found = marked === undefined ? [] : findOgms(marked);
  const [only] = found;
  return { remittance: tidy, reference: only === undefined ? null : structuredReference(only.digits, 'BBA') };
}
