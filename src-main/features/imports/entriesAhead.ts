/**
 * The bookings of long statements travel ahead of their file (see `sendAhead`) and never come into the memory of the program: the thread that
 * reads them puts them on disk and tells where. Here their statements are told where to find them.
 */
import type { Spool } from '../../ports/stagedFiles.ts';
import type { HeldBank, HeldFile, HeldStatement } from './heldFile.ts';
import { type PackedAhead, unpackedEntries, unpackedFacts } from './packEntries.ts';
import type { KeyedStatement, ParsedFile } from './parsedFile.ts';
import { bookingsInMemory, type BookingPart } from './statementBookings.ts';

export type Collector = {
  readonly take: (ahead: PackedAhead) => void;
  /** Bookings that no statement names are dropped. */
  readonly complete: (files: readonly ParsedFile[]) => readonly HeldFile[];
};

const placeOf = (file: number, statement: number): string => `${file}/${statement}`;

/** Collects what one answer sends ahead and puts it back into its statements. */
export function createCollector(spool: Spool): Collector {
  const collected = new Map<string, BookingPart[]>();
  const held = (file: number, { statement, keys, place }: KeyedStatement): HeldStatement => {
    const { entries, ...head } = statement;
    if (place === null) return { head, bookings: bookingsInMemory({ statement: { entries }, keys }) };
    const parts = collected.get(placeOf(file, place)) ?? [];
    return { head, bookings: { count: parts.reduce((sum, part) => sum + part.count, 0), parts } };
  };
  return {
    take({ file, statement, parts }) {
      const place = placeOf(file, statement);
      const before = collected.get(place) ?? [];
      collected.set(place, before);
      for (const { count, days, facts, entries } of parts) {
        const last = before.at(-1);
        before.push({
          start: last === undefined ? 0 : last.start + last.count,
          count,
          days,
          facts: () => unpackedFacts(spool.text(facts.start, facts.length)),
          entries: () => unpackedEntries(spool.text(entries.start, entries.length)),
        });
      }
    },
    complete: (files) =>
      files.map((file, place): HeldFile => {
        const { content } = file;
        if (content.kind !== 'bank') return { ...file, content };
        const bank: HeldBank = { ...content, statements: content.statements.map((one) => held(place, one)) };
        return { ...file, content: bank };
      }),
  };
}
