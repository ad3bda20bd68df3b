/**
 * Bookings on their way to disk: the thread that read them writes them to a file, and the program is only told where they stand. Handing
 * them over would put hundreds of megabytes through its memory. What deciding about a booking takes stands apart from the rest, so that it
 * can be read alone.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { EntriesAhead } from './parsedFile.ts';
import { daysOf, factsOfEntry, inParts, type KeyedEntry, type PartFacts } from './statementBookings.ts';

/** Where a text stands in the file, in bytes. */
type Span = { readonly start: number; readonly length: number };
export type PackedPart = { readonly count: number; readonly days: readonly PlainDateText[]; readonly facts: Span; readonly entries: Span };
export type PackedAhead = Pick<EntriesAhead, 'file' | 'statement'> & { readonly parts: readonly PackedPart[] };

export type Packer = { readonly pack: (ahead: EntriesAhead) => PackedAhead; readonly close: () => void };

/** Writes to a file that does not exist yet and that only this user may read; makes it when there is something to write. */
export function createPacker(path: string): Packer {
  let [file, end]: [number | null, number] = [null, 0];
  let page = Buffer.alloc(1 << 18);
  const put = (value: unknown): Span => {
    const text = JSON.stringify(value);
    // No character takes more than three bytes.
    if (page.length < text.length * 3) page = Buffer.alloc(text.length * 3);
    const length = page.write(text, 'utf8');
    const start = end;
    file ??= openSync(path, 'wx', 0o600);
    for (let done = 0; done < length; ) done += writeSync(file, page, done, length - done);
    end += length;
    return { start, length };
  };
  return {
    pack({ file: place, statement, entries, keys }) {
      const parts = inParts({ statement: { entries }, keys }).map(
        (part): PackedPart => ({ count: part.length, days: daysOf(part.map(({ entry }) => entry)), facts: put(part.map(factsOfEntry)), entries: put(part) }),
      );
      return { file: place, statement, parts };
    },
    close: () => {
      if (file !== null) closeSync(file);
    },
  };
}

// The text was written by a packer in this run of the program, and nobody else can get at it.
export const unpackedFacts = (text: string): readonly PartFacts[] => JSON.parse(text) as readonly PartFacts[];
export const unpackedEntries = (text: string): readonly KeyedEntry[] => JSON.parse(text) as readonly KeyedEntry[];
