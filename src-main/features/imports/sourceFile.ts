/** A file from outside, and the bounds on everything in it that a stranger can make large. */

/** A file as it came in. The name serves only to speak about the file; formats are told apart by content. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array };

/** Lengths are counted in UTF-16 code units, except `fileBytes`. */
export type ReadLimits = {
  readonly fileBytes: number;
  /** Longest line of a line format (MT940, CODA, CSV). XML may stand on one line, so it does not count there. */
  readonly lineLength: number;
  readonly fieldLength: number;
  readonly xmlDepth: number;
};

export type ReadContext = { readonly limits: ReadLimits };

export const readContext: ReadContext = {
  limits: { fileBytes: 100_000_000, lineLength: 1_000_000, fieldLength: 10_000, xmlDepth: 60 },
};
