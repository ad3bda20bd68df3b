/**
 * From bytes to text. A byte order mark decides; then the encoding an XML declaration names; then strict UTF-8; and what is not UTF-8
 * is Windows-1252, in which every byte means something. NUL bytes mean that the file is no text at all.
 */
import { isUtf8 } from 'node:buffer';
import { appError, type AppError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { ReadLimits, SourceFile } from './sourceFile.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-2' | 'iso-8859-15' | 'windows-1250';

/** `offset` = length of the byte order mark. */
export type DetectedEncoding = { readonly encoding: TextEncoding; readonly offset: number };

/** Names that XML declarations use, and what they are decoded as. ISO-8859-1 is read as its superset Windows-1252, as browsers do. */
const declaredEncodings = new Map<string, TextEncoding>([
  ['iso-8859-1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-2', 'iso-8859-2'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1250', 'windows-1250'],
]);

const byteOrderMarks: readonly { readonly mark: readonly number[]; readonly encoding: TextEncoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

const ascii = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

function declaredEncoding(bytes: Uint8Array): TextEncoding | null {
  const start = ascii(bytes.subarray(0, 200)).trimStart();
  if (!start.startsWith('<?xml')) return null;
  const name = /encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(start.slice(0, start.indexOf('?>') + 1))?.[1];
  return name === undefined ? null : (declaredEncodings.get(name.toLowerCase()) ?? null);
}

/** What tells the encoding of a file: its start, and two things that only all of it can tell. */
export type EncodingClues = { readonly head: Uint8Array; readonly holdsNul: () => boolean; readonly isUtf8: () => boolean };

/** The encoding by its clues, or null for NUL bytes without a UTF-16 byte order mark: no text. */
export function encodingByClues({ head, holdsNul, isUtf8: isValidUtf8 }: EncodingClues): DetectedEncoding | null {
  for (const { mark, encoding } of byteOrderMarks) {
    if (mark.every((byte, index) => head[index] === byte)) {
      if (encoding === 'utf-8' && holdsNul()) return null;
      // A mark before bytes that are no UTF-8 is a mark glued on by an editor.
      if (encoding === 'utf-8' && !isValidUtf8()) return { encoding: 'windows-1252', offset: mark.length };
      return { encoding, offset: mark.length };
    }
  }
  if (holdsNul()) return null;
  return { encoding: declaredEncoding(head) ?? (isValidUtf8() ? 'utf-8' : 'windows-1252'), offset: 0 };
}

/** The encoding of a file, or null when it holds NUL bytes without a UTF-16 byte order mark: no text. */
export const detectEncoding = (bytes: Uint8Array): DetectedEncoding | null =>
  encodingByClues({ head: bytes, holdsNul: () => bytes.includes(0), isUtf8: () => isUtf8(bytes) });

/** The first `length` bytes as text; null for an empty file and for no text. A character cut at the end is dropped. */
export function decodeHead(bytes: Uint8Array, length: number): string | null {
  if (bytes.length === 0) return null;
  const detected = detectEncoding(bytes.length > length ? headForDetection(bytes, length) : bytes);
  if (detected === null) return null;
  return new TextDecoder(detected.encoding).decode(bytes.subarray(detected.offset, length), { stream: true });
}

/** A head that does not end inside a UTF-8 character, so that the cut itself does not make it look like another encoding. */
function headForDetection(bytes: Uint8Array, length: number): Uint8Array {
  let end = length;
  while (end > length - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

/** Refuses what is no text, empty or too large; answers the encoding otherwise. Codes: file-empty, file-too-large, file-binary. */
export function checkTextFile(source: SourceFile, limits: ReadLimits): Result<DetectedEncoding, AppError> {
  const where = { file: source.name };
  const { bytes } = source;
  if (bytes.length === 0) return err(appError('file-empty', { file: source.name }, where));
  if (bytes.length > limits.fileBytes) {
    return err(appError('file-too-large', { file: source.name, bytes: bytes.length, limit: limits.fileBytes }, where));
  }
  const detected = detectEncoding(bytes);
  if (detected === null) return err(appError('file-binary', { file: source.name }, where));
  return ok(detected);
}

export type DecodedText = { readonly text: string; readonly encoding: TextEncoding };

/** A whole file as text, without byte order mark. Codes: those of `checkTextFile`, and file-empty for nothing but white space. */
export function decodeText(source: SourceFile, limits: ReadLimits): Result<DecodedText, AppError> {
  const detected = checkTextFile(source, limits);
  if (!detected.ok) return detected;
  const { encoding, offset } = detected.value;
  const text = new TextDecoder(encoding).decode(source.bytes.subarray(offset));
  if (text.includes('\u0000')) return err(appError('file-binary', { file: source.name }, { file: source.name }));
  if (!/\S/.test(text)) return err(appError('file-empty', { file: source.name }, { file: source.name }));
  return ok({ text, encoding });
}

/** Where a character stands next; the end of the text when nowhere. */
function nextOf(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found === -1 ? text.length : found;
}

/** Cuts a text that comes in pieces into lines. */
export type LineSplitter = {
  /** The lines that are whole with this piece; the last piece ends the last line. Code file-line-too-long, as `splitLines`. */
  readonly take: (piece: string, isLast: boolean) => Result<readonly string[], AppError>;
};

/** `splitLines` for a text in pieces. What is handed on of a piece holds on to the whole of it. */
export function createLineSplitter(file: string, limits: ReadLimits): LineSplitter {
  let rest = '';
  let before = 0;
  const tooLong = (line: number, length: number): Result<readonly string[], AppError> =>
    err(appError('file-line-too-long', { file, line, length, limit: limits.lineLength }, { file, line }));
  return {
    take(piece, isLast) {
      const text = rest === '' ? piece : rest + piece;
      const lines: string[] = [];
      const length = text.length;
      let start = 0;
      // Both are looked for once each, not once per line: a file has one kind of line end or the other.
      let feed = nextOf(text, '\n', 0);
      let carriage = nextOf(text, '\r', 0);
      while (start < length) {
        if (feed < start) feed = nextOf(text, '\n', start);
        if (carriage < start) carriage = nextOf(text, '\r', start);
        let end = Math.min(feed, carriage);
        // A line end at the edge of a piece may go on in the next.
        if (!isLast && end + 2 >= length) break;
        if (end - start > limits.lineLength) return tooLong(before + lines.length + 1, end - start);
        lines.push(text.slice(start, end));
        if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 13 && text.charCodeAt(end + 2) === 10) end += 2;
        else if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) end += 1;
        start = end + 1;
      }
      rest = start === 0 ? text : text.slice(start);
      before += lines.length;
      return rest.length > limits.lineLength + 2 ? tooLong(before + 1, rest.length) : ok(lines);
    },
  };
}

/**
 * The lines of a text: LF, CRLF, CR and CR CR LF end a line; the last line end does not make an extra line.
 * Code file-line-too-long, with the number of the line, when one exceeds the limit.
 */
export const splitLines = (text: string, file: string, limits: ReadLimits): Result<readonly string[], AppError> =>
  createLineSplitter(file, limits).take(text, true);
