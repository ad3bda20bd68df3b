/**
 * The bookings of a statement in parts of a hundred: those of a short statement are in memory, those of a long one on disk, and nobody who
 * works with them has to know. What deciding about a booking takes (its facts) is read without the rest of it.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type BankEntry, type EntryKey, leafPayments } from '../../domain/bankStatement.ts';
import type { BookingFacts } from '../../domain/importPlan/bookingLikeness.ts';
import type { Steps } from '../../ledger/connection.ts';

/** Bookings in one part. */
export const partSize = 100;

export type KeyedEntry = { readonly entry: BankEntry; readonly key: EntryKey };
export type PartFacts = Omit<BookingFacts, 'reader' | 'statement'> & {
  /** Holds several payments, or the bank says so. */
  readonly isCollective: boolean;
};
export type BookingPart = {
  /** Place of its first booking in the statement. */
  readonly start: number;
  readonly count: number;
  /** Every day on which a booking of it lies, once. */
  readonly days: readonly PlainDateText[];
  readonly facts: () => readonly PartFacts[];
  readonly entries: () => readonly KeyedEntry[];
};
export type StatementBookings = { readonly count: number; readonly parts: readonly BookingPart[] };

export const isCollective = ({ payments, clues, batchSize }: BankEntry): boolean => payments.length > 1 || clues.length > 1 || (batchSize ?? 1) > 1;

export const factsOfEntry = ({ entry, key }: KeyedEntry): PartFacts => ({
  key: key.key,
  occurrence: key.occurrence,
  weakKey: key.weakKey,
  bookDate: entry.bookDate,
  valueDate: entry.valueDate,
  amount: entry.amount,
  currency: entry.currency,
  counterIban: leafPayments(entry).length > 1 ? null : entry.counterIban,
  counterName: leafPayments(entry).length > 1 ? null : (entry.counterName ?? entry.ultimateName),
  bankRef: entry.bankRef,
  remittance: entry.remittance ?? '',
  isCollective: isCollective(entry),
});

export const daysOf = (entries: readonly BankEntry[]): readonly PlainDateText[] => [...new Set(entries.map(({ bookDate }) => bookDate))];

export type EntriesWithKeys = { readonly statement: { readonly entries: readonly BankEntry[] }; readonly keys: readonly EntryKey[] };

/** Bookings with their keys, in parts. A booking without a key does not exist. */
export function inParts({ statement, keys }: EntriesWithKeys): readonly (readonly KeyedEntry[])[] {
  const parts: KeyedEntry[][] = [];
  for (const [index, entry] of statement.entries.entries()) {
    const key = keys[index];
    if (key === undefined) throw new Error('a booking without a key');
    const last = parts.at(-1);
    if (last === undefined || last.length === partSize) parts.push([{ entry, key }]);
    else last.push({ entry, key });
  }
  return parts;
}

/** The bookings of a statement that brings them itself. */
export function bookingsInMemory(keyed: EntriesWithKeys): StatementBookings {
  let start = 0;
  const parts = inParts(keyed).map((entries): BookingPart => {
    const part = { start, count: entries.length, days: daysOf(entries.map(({ entry }) => entry)), facts: () => entries.map(factsOfEntry), entries: () => entries };
    start += entries.length;
    return part;
  });
  return { count: start, parts };
}

/** Bookings that name no currency (QIF) are in that of their account. */
export function inCurrency({ count, parts }: StatementBookings, currency: string): StatementBookings {
  const named = <T extends { readonly currency: string }>(one: T): T => (one.currency === '' ? { ...one, currency } : one);
  return {
    count,
    parts: parts.map((part) => ({
      ...part,
      facts: () => part.facts().map(named),
      entries: () => part.entries().map(({ entry, key }) => ({ entry: named(entry), key })),
    })),
  };
}

/** The same with other bookings at some places. Keys and days stay. */
export function withReplaced({ count, parts }: StatementBookings, replaced: ReadonlyMap<number, BankEntry>): StatementBookings {
  const touched = new Set([...replaced.keys()].map((place) => parts.findLastIndex(({ start }) => start <= place)));
  return {
    count,
    parts: parts.map((part, index): BookingPart => {
      if (!touched.has(index)) return part;
      const entries = (): readonly KeyedEntry[] => part.entries().map(({ entry, key }, at) => ({ entry: replaced.get(part.start + at) ?? entry, key }));
      return { ...part, entries, facts: () => entries().map(factsOfEntry) };
    }),
  };
}

/** The bookings at the places, which must ascend. One part is in memory at a time. */
export function* entriesAt({ parts }: StatementBookings, places: readonly number[]): Steps<readonly KeyedEntry[]> {
  const found: KeyedEntry[] = [];
  let at = 0;
  for (const { start, count, entries } of parts) {
    const first = at;
    while (at < places.length && (places[at] ?? 0) < start + count) at += 1;
    if (at === first) continue;
    const read = entries();
    for (const place of places.slice(first, at)) found.push(...read.slice(place - start, place - start + 1));
    yield;
  }
  return found;
}

/** The days between which the bookings lie; null without any. */
export function firstAndLastDay({ parts }: StatementBookings): { readonly from: PlainDateText; readonly to: PlainDateText } | null {
  let [from, to]: [PlainDateText | null, PlainDateText | null] = [null, null];
  for (const { days } of parts) {
    for (const day of days) {
      if (from === null || day < from) from = day;
      if (to === null || day > to) to = day;
    }
  }
  return from === null || to === null ? null : { from, to };
}
