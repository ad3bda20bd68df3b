/**
 * Bookings on their way to disk: the thread that read them writes them as text, and the program puts the text away without a look at it.
 * What deciding about a booking takes stands apart from the rest, so that it can be read alone.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { EntriesAhead } from './parsedFile.ts';
import { daysOf, factsOfEntry, inParts, type KeyedEntry, type PartFacts } from './statementBookings.ts';

export type PackedPart = {
  readonly count: number;
  readonly days: readonly PlainDateText[];
  readonly facts: Uint8Array;
  readonly entries: Uint8Array;
};
export type PackedAhead = Pick<EntriesAhead, 'file' | 'statement'> & { readonly parts: readonly PackedPart[] };

const encoder = new TextEncoder();
const packed = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

export function packEntries({ file, statement, entries, keys }: EntriesAhead): PackedAhead {
  const parts = inParts({ statement: { entries }, keys }).map(
    (part): PackedPart => ({ count: part.length, days: daysOf(part.map(({ entry }) => entry)), facts: packed(part.map(factsOfEntry)), entries: packed(part) }),
  );
  return { file, statement, parts };
}

// The text was written by `packEntries` in this run of the program, and nobody else can get at it.
export const unpackedFacts = (text: string): readonly PartFacts[] => JSON.parse(text) as readonly PartFacts[];
export const unpackedEntries = (text: string): readonly KeyedEntry[] => JSON.parse(text) as readonly KeyedEntry[];
