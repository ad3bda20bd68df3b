/**
 * Which documents a receipt names: by structured reference, or by number in the text with blanks and separators removed and case folded
 * (bank/references.md §7). A number is only found at the borders of runs of letters or digits, never inside a longer run of digits; the
 * longest reading wins and no character is read twice. The reference of a letter of ours is found the same way.
 */
import type { DocumentId } from '../../../src-shared/ids.ts';
import { presentId } from '../references/structuredReference.ts';
import type { MatchIndex } from './matchIndex.ts';
import type { MatchItem, MatchLetter, MatchReceipt } from './matchTypes.ts';
import { digitsReferenceKey, referenceKey, referencesInText } from './referenceKey.ts';

/** One thing the payer wrote that we know. Several items when two documents carry it. */
export type Naming = {
  readonly kind: 'reference' | 'number';
  readonly text: string;
  readonly items: readonly MatchItem[];
  /** Fewer than four characters, a year, or a day and a month: never enough without a known payer and the exact amount. */
  readonly isWeak: boolean;
};
export type NamedDocuments = {
  readonly namings: readonly Naming[];
  /** Letters of ours whose reference is given, each once. */
  readonly letters: readonly MatchLetter[];
  /** A reference beyond doubt that belongs to no document we know. */
  readonly unknownReference: string | null;
};

const textLimit = 2000;
/** A number may be cut in this many pieces by separators and line wraps. */
const pieceLimit = 8;
const shortestStrongNumber = 4;
/** In free text shorter digits may be a date or an order number; they count as a number, which needs the amount as well. */
const shortestReference = 9;

type Hit = Naming & { readonly letter: MatchLetter | null; readonly first: number; readonly last: number; readonly length: number };

/** What also stands in texts that name nothing: 12, 2026, and 12-11 read as 1211. */
const isCommon = (joined: string, pieces: number): boolean =>
  joined.length < shortestStrongNumber || /^(?:19|20)\d\d$/.test(joined) || (pieces > 1 && /^\d{4}$/.test(joined));

/** Reference of one of our letters, `H-2026-0211`, which a payer repeats: its digits look like an invoice number and are none. */
const letterReference = /^H20\d{2}\d{4,6}$/;

function hitOf(joined: string, pieces: number, index: MatchIndex): Naming | null {
  const isDigits = /^\d+$/.test(joined);
  if (isDigits && joined.length >= shortestReference) {
    const items = index.byReference.get(digitsReferenceKey(joined));
    if (items !== undefined) return { kind: 'reference', text: joined, items, isWeak: false };
  }
  const bare = joined.replace(/^0+(?=.)/, '');
  const items = index.byNumber.get(bare);
  if (items !== undefined) return { kind: 'number', text: joined, items, isWeak: isCommon(joined, pieces) };
  const prefixless = isDigits ? index.byDigits.get(bare) : undefined;
  // Without its prefix a number must point at one document only.
  return prefixless?.length === 1 ? { kind: 'number', text: joined, items: prefixless, isWeak: false } : null;
}

function hitsIn(text: string, index: MatchIndex): readonly Hit[] {
  const runs =
    text
      .slice(0, textLimit)
      .normalize('NFKD')
      .toUpperCase()
      .match(/[A-Z]+|\d+/g) ?? [];
  const longest = Math.max(index.longestNumber + 6, 26);
  const hits: Hit[] = [];
  for (let first = 0; first < runs.length; first += 1) {
    let joined = '';
    let isLetterFound = false;
    for (let last = first; last < Math.min(runs.length, first + pieceLimit); last += 1) {
      joined += runs[last] ?? '';
      if (joined.length > longest) break;
      const hit = hitOf(joined, last - first + 1, index);
      if (hit !== null) hits.push({ ...hit, letter: null, first, last, length: joined.length });
      if (hit !== null || !letterReference.test(joined)) continue;
      const letter = index.byLetter.get(joined) ?? null;
      // A figure after the reference of a letter we know does not make it another reference.
      if (letter === null && isLetterFound) continue;
      isLetterFound ||= letter !== null;
      hits.push({ kind: 'number', text: joined, items: [], isWeak: true, letter, first, last, length: joined.length });
    }
  }
  return hits;
}

/** Longest first, then earliest; what overlaps a longer reading is dropped. */
function withoutOverlap(hits: readonly Hit[]): { readonly namings: readonly Hit[]; readonly letters: readonly MatchLetter[] } {
  const kept: Hit[] = [];
  const taken = new Set<number>();
  for (const hit of [...hits].sort((a, b) => b.length - a.length || a.first - b.first)) {
    const runs = Array.from({ length: hit.last - hit.first + 1 }, (_, offset) => hit.first + offset);
    if (runs.some((run) => taken.has(run))) continue;
    for (const run of runs) taken.add(run);
    kept.push(hit);
  }
  kept.sort((a, b) => a.first - b.first);
  return { namings: kept.filter((hit) => hit.items.length > 0), letters: kept.flatMap(({ letter }) => letter ?? []) };
}

function fromStructuredReference(text: string, index: MatchIndex): NamedDocuments {
  const key = referenceKey(text);
  const items = key === null ? undefined : index.byReference.get(key);
  if (items !== undefined) return { namings: [{ kind: 'reference', text, items, isWeak: false }], letters: [], unknownReference: null };
  // Some payers put our invoice number in the field of the reference.
  const found = withoutOverlap(hitsIn(text, index));
  return { ...found, unknownReference: found.namings.length === 0 && found.letters.length === 0 ? text : null };
}

function fromText(text: string, index: MatchIndex): NamedDocuments {
  const found = referencesInText(text.slice(0, textLimit));
  const namings: Naming[] = [];
  let unknownReference: string | null = null;
  for (const reference of found) {
    const items = index.byReference.get(reference.key);
    if (items !== undefined) namings.push({ kind: 'reference', text: reference.text, items, isWeak: false });
    else unknownReference ??= reference.text;
  }
  const { namings: hits, letters } = withoutOverlap(hitsIn(text, index));
  // What was found inside the digits of a reference is part of that reference, not a number of its own.
  const others = hits.filter(
    (hit) => !found.some(({ text: reference }) => reference.length > hit.text.length && reference.includes(hit.text)),
  );
  if (others.some((hit) => hit.text === unknownReference)) unknownReference = null;
  return { namings: [...namings, ...others], letters, unknownReference };
}

/** Everything the receipt names, each document under the strongest way it is named, in the currency of the receipt. */
export function namedDocuments(receipt: MatchReceipt, index: MatchIndex): NamedDocuments {
  const sources: NamedDocuments[] = [];
  const structured = presentId(receipt.structuredRef);
  if (structured !== null) sources.push(fromStructuredReference(structured, index));
  sources.push(fromText(receipt.remittance, index));
  const endToEnd = presentId(receipt.endToEndId);
  if (endToEnd !== null) sources.push({ ...withoutOverlap(hitsIn(endToEnd, index)), unknownReference: null });
  const namings: Naming[] = [];
  const seen = new Set<DocumentId>();
  const all = sources.flatMap((source) => source.namings);
  for (const naming of [...all.filter(({ kind }) => kind === 'reference'), ...all.filter(({ kind }) => kind === 'number')]) {
    const items = naming.items.filter((item) => item.currency === receipt.currency && !seen.has(item.documentId));
    const [item] = items;
    if (item === undefined) continue;
    // A reference that several documents share does not name one of them; a number beside it may.
    if (items.length === 1) seen.add(item.documentId);
    namings.push({ ...naming, items });
  }
  const letters = [...new Set(sources.flatMap((source) => source.letters))];
  return { namings, letters, unknownReference: sources.find((source) => source.unknownReference !== null)?.unknownReference ?? null };
}
