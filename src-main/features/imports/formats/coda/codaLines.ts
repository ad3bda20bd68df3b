/**
 * The lines of a CODA file. Columns are counted in bytes by the banks, so bytes are read as Windows-1252 unless the file is clearly
 * UTF-8 (an editor saved it anew): then its lines have 128 characters, not 128 bytes. The file is decoded in pieces: the memory held
 * here does not grow with it.
 */
import { isAscii } from 'node:buffer';
import type { DetectedEncoding, TextEncoding } from '../../decodeText.ts';

/** Width of a record (Febelfin CODA 2.6, §1). */
export const recordWidth = 128;

export type CodaLine = { readonly number: number; readonly text: string; readonly isTooLong: boolean };

const pieceBytes = 1 << 20;
const lineFeed = 10;
const carriageReturn = 13;

/** How many lines with letters beyond ASCII are enough to decide by. */
const votesWanted = 50;

/** UTF-8 when lines fit the record width in characters, Windows-1252 when they fit it in bytes. Only asked for valid UTF-8. */
function encodingByWidth(bytes: Uint8Array): TextEncoding {
  let inCharacters = 0;
  let inBytes = 0;
  let start = 0;
  const decoder = new TextDecoder('utf-8');
  while (start < bytes.length && inCharacters + inBytes < votesWanted) {
    const lineEnd = bytes.indexOf(lineFeed, start);
    const end = lineEnd === -1 ? bytes.length : lineEnd;
    const line = bytes.subarray(start, bytes[end - 1] === carriageReturn ? end - 1 : end);
    start = end + 1;
    if (line.length > 4 * recordWidth || isAscii(line)) continue;
    if (line.length === recordWidth) inBytes += 1;
    else if (decoder.decode(line).length === recordWidth) inCharacters += 1;
  }
  return inBytes > inCharacters ? 'windows-1252' : 'utf-8';
}

/** The encoding a CODA file is in, given what its bytes look like. */
export function codaEncoding(bytes: Uint8Array, detected: DetectedEncoding): TextEncoding {
  if (detected.encoding === 'utf-16le' || detected.encoding === 'utf-16be') return detected.encoding;
  if (detected.encoding !== 'utf-8') return 'windows-1252';
  return isAscii(bytes.subarray(detected.offset)) ? 'windows-1252' : encodingByWidth(bytes.subarray(detected.offset));
}

/** Length of the line end at a position: LF, CR, CR LF or CR CR LF. */
function lineEndLength(text: string, at: number): number {
  if (text.charCodeAt(at) === lineFeed) return 1;
  if (text.charCodeAt(at + 1) === lineFeed) return 2;
  return text.charCodeAt(at + 1) === carriageReturn && text.charCodeAt(at + 2) === lineFeed ? 3 : 1;
}

function nextLineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return at;
  }
  return -1;
}

export type CodaText = {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly encoding: TextEncoding;
  readonly lineLength: number;
};

/** The lines one by one, numbered from 1. A line beyond the limit is handed out cut, marked, and is the last. */
export function* codaLines({ bytes, offset, encoding, lineLength }: CodaText): Generator<CodaLine> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  let number = 0;
  for (let start = offset; start < bytes.length; start += pieceBytes) {
    const isLast = start + pieceBytes >= bytes.length;
    const text = rest + decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: !isLast });
    let from = 0;
    let end = nextLineEnd(text, 0);
    // A line end at the edge of a piece may go on in the next.
    while (end !== -1 && (isLast || end + 2 < text.length)) {
      number += 1;
      const isTooLong = end - from > lineLength;
      yield { number, text: text.slice(from, isTooLong ? from + recordWidth : end), isTooLong };
      if (isTooLong) return;
      from = end + lineEndLength(text, end);
      end = nextLineEnd(text, from);
    }
    rest = text.slice(from);
    if (rest.length > lineLength) {
      yield { number: number + 1, text: rest.slice(0, recordWidth), isTooLong: true };
      return;
    }
  }
  if (rest !== '') yield { number: number + 1, text: rest, isTooLong: false };
}
