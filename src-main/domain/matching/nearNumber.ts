/**
 * Mistyped numbers: one digit wrong, missing, too many, two swapped, or the end cut off. Only ever compared with documents that something
 * else already points at, because consecutive invoice numbers are one digit apart by nature; never enough to book on.
 */
import { bareNumber } from './referenceKey.ts';
import type { MatchItem } from './matchTypes.ts';

const shortest = 4;
const textLimit = 2000;
const runLimit = 60;
const pieceLimit = 4;
const longestWritten = 26;
const longestCut = 2;

/** Whether one typing mistake makes the one into the other. */
export function isOneMistakeAway(written: string, meant: string): boolean {
  const difference = written.length - meant.length;
  if (written === meant || Math.abs(difference) > 1) return false;
  let at = 0;
  while (at < written.length && written[at] === meant[at]) at += 1;
  const [left, right] = [written.slice(at), meant.slice(at)];
  if (difference === 1) return left.slice(1) === right;
  if (difference === -1) return left === right.slice(1);
  return left.slice(1) === right.slice(1) || (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2));
}

const isCutOff = (written: string, meant: string): boolean =>
  written.length >= shortest && meant.length - written.length <= longestCut && meant.length > written.length && meant.startsWith(written);

/** The keys of a document's number, reference and order number that a mistyped text is compared with. */
export const nearKeys = (item: MatchItem): readonly string[] => {
  const keys = [item.number, item.paymentReference ?? '', item.poNumber ?? ''].map(bareNumber);
  return [...new Set([...keys, ...keys.map((key) => key.replace(/\D/g, ''))])].filter((key) => key.length >= shortest);
};

/** The runs of letters and of digits in a text, in capitals. */
export const runsOf = (text: string): readonly string[] => text.slice(0, textLimit).normalize('NFKD').toUpperCase().match(/[A-Z]+|\d+/g) ?? [];

/** Everything that could be a number: runs and what neighbours make together, with a digit in it. A null parts what does not belong together. */
export function writtenNumbers(runs: readonly (string | null)[]): readonly string[] {
  const written = new Set<string>();
  for (let first = 0; first < Math.min(runs.length, runLimit); first += 1) {
    let joined = '';
    for (let last = first; last < Math.min(runs.length, first + pieceLimit) && joined.length <= longestWritten; last += 1) {
      const run = runs[last];
      if (run === null || run === undefined) break;
      joined += run;
      const bare = joined.replace(/^0+(?=.)/, '');
      if (bare.length >= shortest && bare.length <= longestWritten && /\d/.test(bare)) written.add(bare);
    }
  }
  return [...written];
}

/** Whether something is written that begins like a number and has about its length, but is not that number. */
export const hasLookalike = (written: readonly string[], number: string): boolean =>
  written.some((one) => one.startsWith(number.slice(0, Math.floor(number.length / 2))) && one !== number && one.length >= number.length - 3 && one.length <= number.length + 1);

/** What of the text looks like a mistyped number or reference of a document; null when nothing does. */
export const nearText = (written: readonly string[], keys: readonly string[]): string | null =>
  written.find((one) => keys.some((key) => isOneMistakeAway(one, key) || isCutOff(one, key))) ?? null;

/** Tokens tried, and places changed from their end, where numbers differ: the work is bounded by their product. */
const triedTokens = 8;
const triedPlaces = 7;

const isDigit = (character: string | undefined): boolean => character !== undefined && character >= '0' && character <= '9';

/** What a mistyped number may have been: one digit other, two neighbours swapped, up to two digits missing at the end. */
function* meantBy(written: string): Generator<string> {
  const digits = '0123456789';
  for (let at = Math.max(0, written.length - triedPlaces); at < written.length; at += 1) {
    if (!isDigit(written[at])) continue;
    for (const digit of digits) if (digit !== written[at]) yield written.slice(0, at) + digit + written.slice(at + 1);
    const next = written[at + 1] ?? '';
    if (isDigit(next) && next !== written[at]) yield written.slice(0, at) + next + (written[at] ?? '') + written.slice(at + 2);
  }
  for (const one of digits) {
    yield written + one;
    for (const two of digits) yield written + one + two;
  }
}

/** Documents that something unread in the text may have meant, no longer than the longest number; for proposals only. */
export function itemsMeantBy(unread: readonly string[], longest: number, byNumber: ReadonlyMap<string, readonly MatchItem[]>): readonly MatchItem[] {
  const found = new Set<MatchItem>();
  for (const written of unread.filter((one) => one.length <= longest).slice(0, triedTokens)) {
    for (const number of meantBy(written)) for (const item of byNumber.get(number) ?? []) found.add(item);
  }
  return [...found];
}
