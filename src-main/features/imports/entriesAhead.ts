/**
 * The bookings of long statements travel ahead of their file in parts (see `sendAhead`): taking over 100,000 of them in one message would
 * hold up every window. Here they are put on disk as they come, because a large file would not fit into memory beside everything else, and
 * their statements are told where to find them.
 */
import type { Spool } from '../../ports/stagedFiles.ts';
import type { HeldBank, HeldFile, HeldStatement } from './heldFile.ts';
import { type PackedAhead, unpackedEntries, unpackedFacts } from './packEntries.ts';
import type { KeyedStatement, ParsedFile } from './parsedFile.ts';
import { bookingsInMemory, type BookingPart } from './statementBookings.ts';

export type Collector = {
  /** Never throws: a disk that is full is told by `complete`. */
  readonly take: (ahead: PackedAhead) => void;
  /** Bookings that no statement names are dropped. Throws when not everything could be kept. */
  readonly complete: (files: readonly ParsedFile[]) => readonly HeldFile[];
};

const placeOf = (file: number, statement: number): string => `${file}/${statement}`;

/** Collects what one answer sends ahead and puts it back into its statements. */
export function createCollector(spool: () => Spool): Collector {
  const collected = new Map<string, BookingPart[]>();
  let failure: { readonly thrown: unknown } | null = null;
  const put = (bytes: Uint8Array): (() => string) => {
    const start = spool().append(bytes);
    const { length } = bytes;
    return () => spool().text(start, length);
  };
  const held = (file: number, { statement, keys, place }: KeyedStatement): HeldStatement => {
    const { entries, ...head } = statement;
    if (place === null) return { head, bookings: bookingsInMemory({ statement, keys, place }) };
    const parts = collected.get(placeOf(file, place)) ?? [];
    return { head, bookings: { count: parts.reduce((sum, part) => sum + part.count, 0), parts } };
  };
  return {
    take({ file, statement, parts }) {
      if (failure !== null) return;
      const place = placeOf(file, statement);
      const before = collected.get(place) ?? [];
      collected.set(place, before);
      try {
        for (const { count, days, facts, entries } of parts) {
          const last = before.at(-1);
          const [factsText, entriesText] = [put(facts), put(entries)];
          before.push({
            start: last === undefined ? 0 : last.start + last.count,
            count,
            days,
            facts: () => unpackedFacts(factsText()),
            entries: () => unpackedEntries(entriesText()),
          });
        }
      } catch (thrown) {
        failure = { thrown };
      }
    },
    complete(files) {
      if (failure !== null) throw failure.thrown;
      return files.map((file, place): HeldFile => {
        const { content } = file;
        if (content.kind !== 'bank') return { ...file, content };
        const bank: HeldBank = { ...content, statements: content.statements.map((one) => held(place, one)) };
        return { ...file, content: bank };
      });
    },
  };
}
