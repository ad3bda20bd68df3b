/** A file from outside, and the bounds on everything in it that a stranger can make large. */
import type { PlainDateText } from '../../../src-shared/dates.ts';

/** A file as it came in. The name serves only to speak about the file; formats are told apart by content. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * A file that is read from its start in pieces, as often as is asked for: from disk, or from bytes in memory. A piece is only good until
 * the next one is asked for.
 */
export type PiecedFile = { readonly name: string; readonly size: number; readonly pieces: () => Iterable<Uint8Array> };

function* piecesOf(bytes: Uint8Array, pieceBytes: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceBytes) yield bytes.subarray(start, start + pieceBytes);
}

/** A file in memory as one that is read in pieces. */
export const inPieces = ({ name, bytes }: SourceFile, pieceBytes: number): PiecedFile => ({
  name,
  size: bytes.length,
  pieces: () => piecesOf(bytes, pieceBytes),
});

/** Bytes of a piece: large enough to be read fast, small enough to be held several times. */
export const usualPieceBytes = 1 << 18;

/** Lengths are counted in UTF-16 code units, except those of files. */
export type ReadLimits = {
  /** Of a file that is read as a whole. */
  readonly fileBytes: number;
  /** Of a file that is read in pieces. */
  readonly piecedFileBytes: number;
  /** Longest line of a line format (MT940, CODA, CSV). XML may stand on one line, so it does not count there. */
  readonly lineLength: number;
  readonly fieldLength: number;
  readonly xmlDepth: number;
};

/** In a file that does not show itself which of the two comes first. */
export type DayOrder = 'dmy' | 'mdy';

export type ReadContext = {
  readonly limits: ReadLimits;
  /** Nothing is booked after it; null when nobody says which day it is. */
  readonly today: PlainDateText | null;
  /** What the user said about the dates of this very file. */
  readonly dateOrder: DayOrder | null;
};

export const readContext: ReadContext = {
  limits: { fileBytes: 100_000_000, piecedFileBytes: 250_000_000, lineLength: 1_000_000, fieldLength: 10_000, xmlDepth: 60 },
  today: null,
  dateOrder: null,
};
