/**
 * What every reader of a foreign file looks like, bank statement and invoice alike. A reader is one file: it says how sure it is that
 * a file is its own, and turns bytes into plain data. Readers are pure: no clock, no disk, no state that outlives a call. Nothing in
 * a file may make a reader throw, wait long, or hand over half of what it read: a file is read as a whole or refused in words.
 *
 * A format is added by writing its reader and naming it in the list (`formats/index.ts`); nothing else knows one format from another.
 * Text formats sniff `text`; binary ones (a workbook, whose directory stands at its end) look into `whole` and parse `source.bytes`.
 */
import type { Problem } from '../../../src-shared/errors.ts';
import type { Result } from '../../../src-shared/result.ts';
import { decodeHead } from './decodeText.ts';
import type { ReadContext, SourceFile } from './sourceFile.ts';
import { headBytes } from './surveyFile.ts';

/**
 * The start of a file, for `sniff`. `text` is null when the file is empty or holds NUL bytes (a workbook, an archive, a picture).
 * `whole` is there for containers that keep their directory at the end: a `sniff` that reads it looks at the signature in `bytes` first.
 */
export type SourceHead = { readonly name: string; readonly bytes: Uint8Array; readonly text: string | null; readonly whole: Uint8Array };

/** How sure a reader is: 0 = not mine, 50 = looks like it, 90 = carries the signature of the format. */
export type Confidence = number;

/**
 * One format. `parse` answers the content together with its own warnings, or the problems for which the file as a whole was refused;
 * every problem names the file and, where it can, the line or the path.
 */
export type Reader<T> = {
  readonly id: string;
  readonly label: string;
  readonly kind: 'bank' | 'invoice';
  readonly sniff: (head: SourceHead) => Confidence;
  readonly parse: (source: SourceFile, context: ReadContext) => Result<T, readonly Problem[]>;
};

export function sourceHead(source: SourceFile): SourceHead {
  const bytes = source.bytes.subarray(0, headBytes);
  return { name: source.name, bytes, text: decodeHead(source.bytes, headBytes), whole: source.bytes };
}

/** The reader that is surest of a file; null when none claims it. Among equals the earlier in the list wins. */
export function chooseReader<T>(readers: readonly Reader<T>[], head: SourceHead): Reader<T> | null {
  let best: Reader<T> | null = null;
  let bestConfidence = 0;
  for (const reader of readers) {
    const confidence = reader.sniff(head);
    if (confidence > bestConfidence) [best, bestConfidence] = [reader, confidence];
  }
  return best;
}
