/**
 * Divides the letters of a day into runs for the office: registered letters by themselves, because somebody takes them to the counter with
 * a list; within a run sorted so that equal envelopes lie together and the post office gets its bundles.
 */
import type { LetterLanguage } from '../../../src-shared/letter.ts';

/** What the order of printing depends on. `id` keeps the order of equal ones the same every time. */
export type PrintCandidate = {
  readonly id: number;
  /** Side of the envelope's window. */
  readonly window: 'left' | 'right';
  readonly language: LetterLanguage;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly postcode: string;
  readonly name: string;
  readonly isRegistered: boolean;
  /** A registered letter that goes by ordinary post as well. */
  readonly isOrdinaryToo: boolean;
};

export type PrintRuns<T> = { readonly ordinary: readonly T[]; readonly registered: readonly T[] };

const windows: readonly PrintCandidate['window'][] = ['left', 'right'];
const languages: readonly LetterLanguage[] = ['nl', 'fr', 'de', 'en'];

/** `8621 zx` and `8621ZX` are one postcode, `B-1070` and `1070` as well. */
const postcodeKey = (postcode: string): string =>
  postcode
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^[A-Z]{1,2}(?=\d)/, '');

/** By code point, not by locale: the order must not depend on the computer. */
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in one run: window, language, postcode; then country, name and id. */
export function comparePrintOrder(a: PrintCandidate, b: PrintCandidate): number {
  return (
    compare(windows.indexOf(a.window), windows.indexOf(b.window)) ||
    compare(languages.indexOf(a.language), languages.indexOf(b.language)) ||
    compare(postcodeKey(a.postcode), postcodeKey(b.postcode)) ||
    compare(a.country, b.country) ||
    compare(a.name, b.name) ||
    compare(a.id, b.id)
  );
}

export function planPrintRuns<T extends PrintCandidate>(candidates: readonly T[]): PrintRuns<T> {
  const sorted = candidates.toSorted(comparePrintOrder);
  return { ordinary: sorted.filter(({ isRegistered, isOrdinaryToo }) => !isRegistered || isOrdinaryToo), registered: sorted.filter(({ isRegistered }) => isRegistered) };
}

export type EnvelopeBundle = { readonly window: 'left' | 'right'; readonly language: LetterLanguage; readonly letters: number };

/** How many letters lie together for one kind of envelope and language, in printing order: for the sheet that goes to the printer with them. */
export function bundlesOf(run: readonly PrintCandidate[]): readonly EnvelopeBundle[] {
  const bundles: EnvelopeBundle[] = [];
  for (const { window, language } of run) {
    const last = bundles.at(-1);
    if (last !== undefined && last.window === window && last.language === language) bundles[bundles.length - 1] = { ...last, letters: last.letters + 1 };
    else bundles.push({ window, language, letters: 1 });
  }
  return bundles;
}
