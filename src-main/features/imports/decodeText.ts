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

/** The encoding of a file, or null when it holds NUL bytes without a UTF-16 byte order mark: no text. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | null {
  for (const { mark, encoding } of byteOrderMarks) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      if (encoding === 'utf-8' && bytes.includes(0)) return null;
      // A mark before bytes that are no UTF-8 is a mark glued on by an editor.
      if (encoding === 'utf-8' && !isUtf8(bytes)) return { encoding: 'windows-1252', offset: mark.length };
      return { encoding, offset: mark.length };
    }
  }
  if (bytes.includes(0)) return null;
  return { encoding: declaredEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252'), offset: 0 };
}

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

/**
 * The lines of a text: LF, CRLF, CR and CR CRLF end a line; the last line end does not make an extra line.
 * Code file-line-too-long, with the number of the line, when one exceeds the limit.
 */
export function splitLines(text: string, file: string, limits: ReadLimits): Result<readonly string[], AppError> {
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
    if (end - start > limits.lineLength) {
      const line = lines.length + 1;
      return err(appError('file-line-too-long', { file, line, length: end - start, limit: limits.lineLength }, { file, line }));
    }
    lines.push(text.slice(start, end));
    if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 13 && text.charCodeAt(end + 2) === 10) end += 2;
    else if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) end += 1;
    start = end + 1;
  }
  return ok(lines);
}
