/** Structured references of any issuer, and the words that banks write where there is none. */
import { parseBetalingskenmerk } from './betalingskenmerk.ts';
import { parseCreditorReference } from './creditorReference.ts';
import { parseOgm } from './ogm.ts';

/**
 * A reference that the bank delivered in a place of its own. `issuer` is `BBA` (Belgian OGM), `ISO` (RF), `CUR` (Dutch
 * betalingskenmerk), another name a bank gave, or null when neither bank nor shape tells. `isValid` is null without a known check.
 */
export type StructuredReference = { readonly issuer: string | null; readonly text: string; readonly isValid: boolean | null };

/**
 * A delivered reference with its issuer, or with the issuer its shape tells when the bank names none: RF, then twelve digits that pass
 * the Belgian check, then a Dutch length. Null for an empty text.
 */
export function structuredReference(text: string, issuer: string | null): StructuredReference | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const named = issuer === null || issuer.trim() === '' ? null : issuer.trim().toUpperCase();
  const rf = named === null || named === 'ISO' ? parseCreditorReference(trimmed) : null;
  if (rf !== null) return { issuer: 'ISO', text: rf.text, isValid: rf.isValid };
  const ogm = named === null || named === 'BBA' ? parseOgm(trimmed) : null;
  if (ogm !== null && (named === 'BBA' || ogm.isValid)) return { issuer: 'BBA', text: ogm.digits, isValid: ogm.isValid };
  const kenmerk = named === null || named === 'CUR' ? parseBetalingskenmerk(trimmed) : null;
  if (kenmerk !== null && (named === 'CUR' || kenmerk.isValid)) return { issuer: 'CUR', text: kenmerk.digits, isValid: kenmerk.isValid };
  const isChecked = named === 'ISO' || named === 'BBA' || named === 'CUR';
  return { issuer: named, text: trimmed, isValid: isChecked ? false : null };
}

const absentWords: ReadonlySet<string> = new Set([
  'NOTPROVIDED',
  'NOTPROV',
  'NOTPROVIDE',
  'NONREF',
  'NOREF',
  'NOTAVAILABLE',
  'UNKNOWN',
  '-',
  '',
]);

/** The longest of them with room for the blanks of line wraps. */
const longestAbsentWord = 16;

/** An identification without surrounding blanks; null for an empty one and for the words that stand for none, also when wrapped. */
export function presentId(text: string | null): string | null {
  if (text === null) return null;
  const trimmed = text.trim();
  if (trimmed.length > longestAbsentWord) return trimmed;
  if (absentWords.has(trimmed)) return null;
  if (/\d/.test(trimmed)) return trimmed;
  return absentWords.has(trimmed.replace(/\s/g, '').toUpperCase()) ? null : trimmed;
}
