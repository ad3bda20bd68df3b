/**
 * The text inside a European payment code (EPC069-12 v2.1, "Quick Response Code: Guidelines to enable data capture for the initiation of
 * a SEPA credit transfer"). Lines joined by LF, no LF after the last filled line. What the guideline does not allow is refused, because
 * a code that half the bank apps reject is worse than none.
 */
import { appError, type AppError } from '../../src-shared/errors.ts';
import { type Cents, decimalFromCents } from '../../src-shared/money.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import { parseBic } from '../../src-shared/identifiers/bic.ts';
import { parseIban } from './receivable/identifiers/iban.ts';
import { parseCreditorReference } from './receivable/identifiers/paymentReferences.ts';

/** 1 = UTF-8, 2 = ISO 8859-1. The other six sets of the guideline serve no language of our letters. */
type EpcCharacterSet = 1 | 2;

export type EpcFacts = {
  readonly version: '001' | '002';
  readonly characterSet: EpcCharacterSet;
  /** Obligatory in version 001, may be empty in 002. */
  readonly bic: string;
  readonly name: string;
  readonly iban: string;
  /** Null leaves the amount to the payer; zero is never written. */
  readonly amount: Cents | null;
  readonly purpose: string;
  /** ISO 11649 only. A Belgian structured communication goes into `text`, which every bank app reads. */
  readonly structuredReference: string;
  readonly text: string;
  readonly information: string;
};

export type EpcText = { readonly text: string; readonly byteLength: number };

const limits = { name: 70, purpose: 4, text: 140, information: 70, bytes: 331, maximumAmount: 99_999_999_999 } as const;

const hasControlCharacter = (text: string): boolean => /\p{Cc}/u.test(text);
const characters = (text: string): number => Array.from(text).length;

/** Bytes of a text in the chosen set, or null when the set cannot write it. */
function byteLengthOf(text: string, characterSet: EpcCharacterSet): number | null {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (characterSet === 2) {
      if (codePoint > 0xff) return null;
      bytes += 1;
    } else bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const refuse = (field: string): Result<never, AppError> => err(appError('payment-code-refused', { field }));

/** The first field that breaks a rule, or null. */
function refusedField(facts: EpcFacts): string | null {
  const texts = [facts.name, facts.purpose, facts.structuredReference, facts.text, facts.information];
  if (texts.some(hasControlCharacter)) return 'control-character';
  if (facts.bic === '' ? facts.version === '001' : parseBic(facts.bic) === null) return 'bic';
  if (facts.name.trim() === '' || characters(facts.name) > limits.name) return 'name';
  if (parseIban(facts.iban) === null) return 'iban';
  if (facts.amount !== null && (facts.amount < 1 || facts.amount > limits.maximumAmount)) return 'amount';
  if (!/^[A-Z0-9]{0,4}$/.test(facts.purpose)) return 'purpose';
  if (facts.structuredReference !== '' && facts.text !== '') return 'two-references';
  if (facts.structuredReference !== '' && parseCreditorReference(facts.structuredReference) === null) return 'structured-reference';
  if (characters(facts.text) > limits.text) return 'text';
  if (characters(facts.information) > limits.information) return 'information';
  return null;
}

/** Builds the text, or refuses with `payment-code-refused` and the field that broke a rule. */
export function buildEpcText(facts: EpcFacts): Result<EpcText, AppError> {
  const field = refusedField(facts);
  if (field !== null) return refuse(field);
  const lines = [
    'BCD',
    facts.version,
    String(facts.characterSet),
    'SCT',
    parseBic(facts.bic) ?? '',
    facts.name,
    parseIban(facts.iban) ?? '',
    facts.amount === null ? '' : `EUR${decimalFromCents(facts.amount)}`,
    facts.purpose,
    parseCreditorReference(facts.structuredReference) ?? '',
    facts.text,
    facts.information,
  ];
  while (lines.at(-1) === '') lines.pop();
  const text = lines.join('\n');
  const byteLength = byteLengthOf(text, facts.characterSet);
  if (byteLength === null) return refuse('character-set');
  if (byteLength > limits.bytes) return refuse('length');
  return ok({ text, byteLength });
}
