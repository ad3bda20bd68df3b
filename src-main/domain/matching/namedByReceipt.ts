/**
 * Whether one receipt names one document, read exactly as the matcher reads. For follow-up, which asks it of few receipts and very many
 * documents: keys come first, as cheap as a look-up, and only what shares one is read.
 */
import { parseCreditorReference } from '../references/creditorReference.ts';
import { parseOgm } from '../references/ogm.ts';
import { presentId } from '../references/structuredReference.ts';
import { buildMatchIndex } from './matchIndex.ts';
import { cautiousPolicy } from './matchPolicy.ts';
import type { MatchItem, MatchReceipt } from './matchTypes.ts';
import { namedDocuments } from './namedDocuments.ts';
import { runsOf } from './nearNumber.ts';
import { bareNumber, digitsReferenceKey, referenceKey, referencesInText } from './referenceKey.ts';

export type ReceiptTexts = Pick<MatchReceipt, 'remittance' | 'structuredRef' | 'endToEndId'>;
/** What is stored of a document to find it by: its number without separators, and its reference without marks. */
export type DocumentNames = { readonly matchKey: string; readonly referenceKey: string | null; readonly paymentReference: string | null };

const pieceLimit = 8;
const longestKey = 40;
const shortestDigits = 5;
const textLimit = 2000;

const textsOf = ({ remittance, structuredRef, endToEndId }: ReceiptTexts): readonly string[] =>
  [presentId(structuredRef), remittance, presentId(endToEndId)].flatMap((text) => (text === null || text === '' ? [] : [text.slice(0, textLimit)]));

const bare = (key: string): string => key.replace(/^0+(?=.)/, '');

/** The creditor reference and, because it may be the invoice's number, its body; or the digits of another reference. */
const keysOfReference = (key: string): readonly string[] => (/^RF\d\d/.test(key) ? [key, bareNumber(key.slice(4))] : [digitsReferenceKey(key)]);

function addJoined(keys: Set<string>, text: string): void {
  const runs = runsOf(text);
  for (let first = 0; first < runs.length; first += 1) {
    let joined = '';
    for (let last = first; last < Math.min(runs.length, first + pieceLimit); last += 1) {
      joined += runs[last] ?? '';
      if (joined.length > longestKey) break;
      if (/\d/.test(joined)) keys.add(bare(joined));
    }
  }
}

/** Everything in the texts of a receipt that could be the number or the reference of a document. */
export function writtenKeys(receipt: ReceiptTexts): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const text of textsOf(receipt)) {
    addJoined(keys, text);
    const whole = referenceKey(text);
    for (const key of [...(whole === null ? [] : [whole]), ...referencesInText(text).map((found) => found.key)]) for (const one of keysOfReference(key)) keys.add(one);
  }
  return keys;
}

/** The keys by which a receipt may name a document; everything the matcher looks it up by is among them. */
export function documentKeys({ matchKey, referenceKey: reference, paymentReference }: DocumentNames): readonly string[] {
  const number = bare(matchKey);
  const digits = bare(number.replace(/\D/g, ''));
  const keys = digits !== number && digits.length >= shortestDigits ? [number, digits] : [number];
  if (paymentReference === null) return keys;
  const own = referenceKey(reference ?? paymentReference);
  keys.push(own ?? bareNumber(paymentReference));
  // A reference in digits may have been written as words of fewer digits.
  if (own !== null && own.length <= 8) keys.push(bareNumber(paymentReference));
  return keys;
}

/** Our letter `H-2026-0118` in its own words, in its structured communication or in its creditor reference. */
function letterOf(key: string): readonly string[] {
  const words = /^([HR])(20\d{2})(\d{4,6})$/.exec(key);
  if (words !== null) return [`${words[1] ?? ''}-${words[2] ?? ''}-${words[3] ?? ''}`];
  const digits = /^(20\d{2})9(\d{5})\d{2}$/.exec(key);
  if (digits === null || parseOgm(key)?.isValid !== true) return [];
  return [`H-${digits[1] ?? ''}-${(digits[2] ?? '').replace(/^0(?=\d{4})/, '')}`];
}

/** Letters and payment plans of ours that may be meant by what is written, by {@link writtenKeys}. */
export const letterReferences = (keys: ReadonlySet<string>): readonly string[] => [
  ...new Set([...keys].flatMap((key) => letterOf(parseCreditorReference(key) === null ? key : key.slice(4)))),
];

/** A number this short in the text of somebody who is known to pay for another is chance, as in the matcher. */
const chanceLength = 6;

/**
 * `certain`: a reference or a number that is read without doubt. `weak`: a short number, a year, one at the end of a longer one, or a short
 * one written by a payer who is known as another; only with the exact amount it says something.
 */
export function howNamed(receipt: MatchReceipt, item: MatchItem, isOfAnother: boolean): 'certain' | 'weak' | null {
  const none: readonly never[] = [];
  const index = buildMatchIndex({ items: [item], letters: none, customers: none, promises: none, history: { payers: none, names: none, habits: none }, policy: cautiousPolicy });
  const { namings } = namedDocuments(receipt, index);
  if (namings.length === 0) return null;
  const isCertain = namings.some(({ kind, isWeak, isHint, text }) => !isWeak && !isHint && (kind === 'reference' || !isOfAnother || text.length > chanceLength));
  return isCertain ? 'certain' : 'weak';
}
