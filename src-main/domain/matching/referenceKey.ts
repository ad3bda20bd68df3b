/**
 * One key per payment reference, equal for all its spellings: case, blanks, marks and leading zeros do not count (bank/references.md §1–3).
 * A reference whose check fails is kept and compared all the same; the check only serves to recognise one in free text.
 */
import { findBetalingskenmerken } from '../references/betalingskenmerk.ts';
import { findCreditorReferences, parseCreditorReference } from '../references/creditorReference.ts';
import { findOgms } from '../references/ogm.ts';
import { numberMatchKey } from '../receivable/numberMatchKey.ts';

/** Numbers are compared without separators and without leading zeros, which payers and spreadsheets drop. */
export const bareNumber = (number: string): string => numberMatchKey(number).replace(/^0+(?=.)/, '');

/** Shortest run of digits that counts as a reference: the shortest betalingskenmerk. */
const shortestDigits = 7;

export const digitsReferenceKey = (digits: string): string => digits.replace(/^0+(?=.)/, '');
const creditorReferenceKey = (reference: string): string => reference.slice(0, 4) + reference.slice(4).replace(/^0+(?=.)/, '');

/** The key of a text that holds one reference: RF, OGM, betalingskenmerk, or any other number of at least seven digits; else null. */
export function referenceKey(text: string): string | null {
  if (text.length > 60) return null;
  const creditor = parseCreditorReference(text);
  if (creditor !== null) return creditorReferenceKey(creditor.text);
  const digits = text.replace(/[\s+*/.-]/g, '');
  return /^\d+$/.test(digits) && digits.length >= shortestDigits && !/^0+$/.test(digits) ? digitsReferenceKey(digits) : null;
}

/** `isValid` is false for what only has the shape: a mistyped reference names nothing, and is nobody else's either. */
export type FoundReference = { readonly key: string; readonly text: string; readonly isValid: boolean };

/** References that free text holds beyond doubt: by their check, or by the marks or shape of a Belgian communication. */
export function referencesInText(text: string): readonly FoundReference[] {
  return [
    ...findOgms(text).map(({ digits, isValid }) => ({ key: digitsReferenceKey(digits), text: digits, isValid })),
    ...findCreditorReferences(text).map((reference) => ({ key: creditorReferenceKey(reference), text: reference, isValid: true })),
    ...findBetalingskenmerken(text).map((digits) => ({ key: digitsReferenceKey(digits), text: digits, isValid: true })),
  ];
}
