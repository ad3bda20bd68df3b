/**
 * Which documents a receipt names: by structured reference, or by number in the text with blanks and separators removed and case folded
 * (bank/references.md §7). A number is only found at the borders of runs of letters or digits; at the end of a longer run of digits, or as
 * the last digits after another number (`2026-0042/43`), it is a hint that never counts alone. The longest reading wins and no character is
 * read twice. The reference of a letter of ours is found the same way.
 */
import type { DocumentId } from '../../../src-shared/ids.ts';
import { isValidCreditorReference } from '../references/creditorReference.ts';
import { presentId } from '../references/structuredReference.ts';
import type { MatchIndex } from './matchIndex.ts';
import type { MatchItem, MatchLetter, MatchReceipt } from './matchTypes.ts';
import { runsOf, writtenNumbers } from './nearNumber.ts';
import { bareNumber, digitsReferenceKey, referenceKey, referencesInText } from './referenceKey.ts';

/** One thing the payer wrote that we know. Several items when two documents carry it. */
export type Naming = {
  readonly kind: 'reference' | 'number' | 'order';
  readonly text: string;
  readonly items: readonly MatchItem[];
  /** Fewer than four characters, a year, or a day and a month: never enough without a known payer and the exact amount. */
  readonly isWeak: boolean;
  /** Read at the end of a longer number, or from the last digits after another: only with other evidence. */
  readonly isHint: boolean;
};
export type NamedDocuments = {
  readonly namings: readonly Naming[];
  /** Letters of ours whose reference is given, each once. */
  readonly letters: readonly MatchLetter[];
  /** A reference beyond doubt that belongs to no document we know. */
  readonly unknownReference: string | null;
  /** What is written beside what was read and may be a number: runs that no reading took, and what they make together. */
  readonly unread: readonly string[];
  /** A document that is named but stands in another currency than the receipt. */
  readonly otherCurrency: MatchItem | null;
};

const textLimit = 2000;
/** A number may be cut in this many pieces by separators and line wraps. */
const pieceLimit = 8;
const shortestStrongNumber = 4;
/** In free text shorter digits may be a date or an order number; they count as a number, which needs the amount as well. */
const shortestReference = 9;

type Hit = Naming & { readonly letter: MatchLetter | null; readonly first: number; readonly last: number; readonly length: number };

const isYear = (run: string): boolean => /^(?:19|20)\d\d$/.test(run);

/** What also stands in texts that name nothing: 12, 2026, and 12-11 read as 1211. */
const isCommon = (joined: string, pieces: number): boolean =>
  joined.length < shortestStrongNumber || isYear(joined) || (pieces > 1 && /^\d{4}$/.test(joined));

/** Reference of one of our letters, `H-2026-0211`, or payment plans, `R-2026-0014`, which a payer repeats: its digits look like an invoice number and are none. */
const letterReference = /^[HR]20\d{2}\d{4,6}$/;

function hitOf(joined: string, pieces: number, index: MatchIndex): Naming | null {
  const isDigits = /^\d+$/.test(joined);
  if (isDigits && joined.length >= shortestReference) {
    const items = index.byReference.get(digitsReferenceKey(joined));
    if (items !== undefined) return { kind: 'reference', text: joined, items, isWeak: false, isHint: false };
  }
  const bare = joined.replace(/^0+(?=.)/, '');
  const items = index.byNumber.get(bare);
  if (items !== undefined) return { kind: 'number', text: joined, items, isWeak: isCommon(joined, pieces), isHint: false };
  const ordered = index.byOrder.get(bare);
  if (ordered !== undefined) return { kind: 'order', text: joined, items: ordered, isWeak: isCommon(joined, pieces), isHint: false };
  // Without its prefix a number must point at one document only, and people leave out that of an invoice.
  const prefixless = isDigits ? (index.byDigits.get(bare) ?? []) : [];
  const invoices = prefixless.filter((item) => item.kind === 'invoice');
  const meant = invoices.length > 0 ? invoices : prefixless;
  return meant.length === 1 ? { kind: 'number', text: joined, items: meant, isWeak: false, isHint: false } : null;
}

/** The number stands in a creditor reference whose check fails: a digit of it is wrong, so it may be the number of another invoice. */
const isInBrokenReference = (runs: readonly string[], first: number, joined: string): boolean =>
  runs[first - 2] === 'RF' && /^\d\d$/.test(runs[first - 1] ?? '') && !isValidCreditorReference(`RF${runs[first - 1] ?? ''}${joined}`);

function hitsIn(runs: readonly string[], index: MatchIndex): readonly Hit[] {
  const longest = Math.max(index.longestNumber + 6, 26);
  const hits: Hit[] = [];
  for (let first = 0; first < runs.length; first += 1) {
    let joined = '';
    let isLetterFound = false;
    for (let last = first; last < Math.min(runs.length, first + pieceLimit); last += 1) {
      joined += runs[last] ?? '';
      if (joined.length > longest) break;
      const hit = hitOf(joined, last - first + 1, index);
      if (hit !== null) hits.push({ ...hit, ...(isInBrokenReference(runs, first, joined) ? { isWeak: true, isHint: true } : {}), letter: null, first, last, length: joined.length });
      if (hit !== null || !letterReference.test(joined)) continue;
      const letter = index.byLetter.get(joined) ?? null;
      // A figure after the reference of a letter we know does not make it another reference.
      if (letter === null && (isLetterFound || joined.startsWith('R'))) continue;
      isLetterFound ||= letter !== null;
      hits.push({ kind: 'number', text: joined, items: [], isWeak: true, isHint: false, letter, first, last, length: joined.length });
    }
  }
  return hits;
}

/** Longest first, then earliest; what overlaps a longer reading is dropped. */
function withoutOverlap(hits: readonly Hit[]): { readonly namings: readonly Hit[]; readonly letters: readonly MatchLetter[]; readonly taken: ReadonlySet<number> } {
  const kept: Hit[] = [];
  const taken = new Set<number>();
  for (const hit of [...hits].sort((a, b) => b.length - a.length || a.first - b.first)) {
    const runs = Array.from({ length: hit.last - hit.first + 1 }, (_, offset) => hit.first + offset);
    if (runs.some((run) => taken.has(run))) continue;
    for (const run of runs) taken.add(run);
    kept.push(hit);
  }
  kept.sort((a, b) => a.first - b.first);
  return { namings: kept.filter((hit) => hit.items.length > 0), letters: kept.flatMap(({ letter }) => letter ?? []), taken };
}

/** The shortest number that counts at the end of a longer one. */
const shortestTail = 4;

/** A document whose number ends a longer run of digits that is itself nothing we know. */
function tailOf(run: string, index: MatchIndex): Naming | null {
  for (let length = Math.min(run.length - 1, index.longestNumber + 4); length >= shortestTail; length -= 1) {
    const bare = run.slice(-length).replace(/^0+(?=.)/, '');
    if (bare.length < shortestTail) return null;
    const items = index.byNumber.get(bare) ?? index.byDigits.get(bare);
    if (items !== undefined) return { kind: 'number', text: run, items, isWeak: true, isHint: true };
  }
  return null;
}

/** The document meant by the last digits after a number, `2026-0042/43`. */
function abbreviatedOf(run: string, before: Hit, index: MatchIndex): Naming | null {
  const [item] = before.items;
  if (item === undefined || before.items.length > 1 || run.length > 4 || run.length < 2 || run.length >= before.text.length) return null;
  const number = before.text.slice(0, before.text.length - run.length) + run;
  const bare = number.replace(/^0+(?=.)/, '');
  const items = index.byNumber.get(bare) ?? index.byDigits.get(bare) ?? [];
  return items.length === 1 ? { kind: 'number', text: number, items, isWeak: true, isHint: true } : null;
}

/** Hints in the runs that no reading took. */
function hintsIn(runs: readonly string[], found: { readonly namings: readonly Hit[]; readonly taken: ReadonlySet<number> }, index: MatchIndex): readonly Naming[] {
  const endAt = new Map(found.namings.filter(({ kind }) => kind === 'number').map((hit) => [hit.last, hit]));
  const hints: Naming[] = [];
  let before: Hit | undefined;
  for (const [at, run] of runs.entries()) {
    before = endAt.get(at) ?? before;
    if (found.taken.has(at)) continue;
    if (!/^\d/.test(run)) {
      // A word ends the list: what follows is a date, a telephone number, a number of the payer.
      before = undefined;
      continue;
    }
    const abbreviated = before === undefined || isYear(run) ? null : abbreviatedOf(run, before, index);
    const hint = abbreviated ?? tailOf(run, index);
    if (hint !== null) hints.push(hint);
  }
  return hints;
}

function readNumbers(text: string, index: MatchIndex): { readonly namings: readonly Naming[]; readonly letters: readonly MatchLetter[]; readonly unread: readonly string[] } {
  const runs = runsOf(text);
  const found = withoutOverlap(hitsIn(runs, index));
  const unread = writtenNumbers(runs.map((run, at) => (found.taken.has(at) ? null : run)));
  return { namings: [...found.namings, ...hintsIn(runs, found, index)], letters: found.letters, unread };
}

type Source = Omit<NamedDocuments, 'otherCurrency'>;

/** Documents of a creditor reference: by the reference the books know, or by the number that is its whole body when its check holds. */
function ofReference(key: string | null, index: MatchIndex): readonly MatchItem[] | undefined {
  const known = key === null ? undefined : index.byReference.get(key);
  if (known !== undefined || key === null || !isValidCreditorReference(key)) return known;
  const byBody = index.byNumber.get(bareNumber(key.slice(4)));
  return byBody?.length === 1 ? byBody : undefined;
}

/** The letter of ours whose structured communication this is. */
function letterOf(key: string | null, index: MatchIndex): readonly MatchLetter[] {
  const letter = key === null ? undefined : index.byCommunication.get(key);
  return letter === undefined ? [] : [letter];
}

function fromStructuredReference(text: string, index: MatchIndex): Source {
  const key = referenceKey(text);
  const items = ofReference(key, index);
  const letter = letterOf(key, index);
  if (items !== undefined || letter.length > 0) {
    const namings: readonly Naming[] = items === undefined ? [] : [{ kind: 'reference', text, items, isWeak: false, isHint: false }];
    return { namings, letters: letter, unread: [], unknownReference: null };
  }
  // Some payers put our invoice number in the field of the reference.
  const found = readNumbers(text, index);
  return { ...found, unknownReference: found.namings.length === 0 && found.letters.length === 0 ? text : null };
}

function fromText(text: string, index: MatchIndex): Source {
  const found = referencesInText(text.slice(0, textLimit));
  const namings: Naming[] = [];
  const byCommunication: MatchLetter[] = [];
  let unknownReference: string | null = null;
  for (const reference of found) {
    const items = ofReference(reference.key, index);
    const letter = letterOf(reference.key, index);
    byCommunication.push(...letter);
    if (items !== undefined) namings.push({ kind: 'reference', text: reference.text, items, isWeak: false, isHint: false });
    else if (reference.isValid && letter.length === 0) unknownReference ??= reference.text;
  }
  const { namings: hits, letters, unread } = readNumbers(text, index);
  // What was found inside the digits of a reference is part of that reference, not a number of its own.
  const others = hits.filter(
    (hit) => !found.some(({ text: reference }) => (reference.length > hit.text.length && reference.includes(hit.text)) || (hit.isHint && reference.includes(hit.text))),
  );
  if (others.some((hit) => hit.text === unknownReference)) unknownReference = null;
  return { namings: [...namings, ...others], letters: [...letters, ...byCommunication], unread, unknownReference };
}

/** Everything the receipt names, each document under the strongest way it is named, in the currency of the receipt. */
export function namedDocuments(receipt: MatchReceipt, index: MatchIndex): NamedDocuments {
  const sources: Source[] = [];
  const structured = presentId(receipt.structuredRef);
  if (structured !== null) sources.push(fromStructuredReference(structured, index));
  sources.push(fromText(receipt.remittance, index));
  const endToEnd = presentId(receipt.endToEndId);
  if (endToEnd !== null) sources.push({ ...readNumbers(endToEnd, index), unknownReference: null });
  const namings: Naming[] = [];
  const seen = new Set<DocumentId>();
  const all = sources.flatMap((source) => source.namings);
  const rank = (naming: Naming): number => (naming.kind === 'reference' ? 0 : naming.isHint ? 3 : naming.kind === 'number' ? 1 : 2);
  for (const naming of [...all].sort((a, b) => rank(a) - rank(b))) {
    const items = naming.items.filter((item) => item.currency === receipt.currency && !seen.has(item.documentId));
    const [item] = items;
    if (item === undefined) continue;
    // A reference that several documents share does not name one of them; a number beside it may.
    if (items.length === 1) seen.add(item.documentId);
    namings.push({ ...naming, items });
  }
  const letters = [...new Set(sources.flatMap((source) => source.letters))];
  const isForeign = (item: MatchItem): boolean => item.currency !== receipt.currency;
  return {
    namings,
    letters,
    unread: sources.flatMap((source) => source.unread),
    unknownReference: sources.find((source) => source.unknownReference !== null)?.unknownReference ?? null,
    otherCurrency: all.find(({ items, isWeak }) => !isWeak && items.every(isForeign))?.items.find(isForeign) ?? null,
  };
}
