/**
 * What must be known of a whole text file before the first character of it can be read: its encoding, and whether an XML file declares a
 * document type. One pass over the bytes, in pieces; what is held does not grow with the file.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { appError, type AppError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { type DetectedEncoding, encodingByClues, type TextEncoding } from './decodeText.ts';
import type { PiecedFile, ReadLimits } from './sourceFile.ts';

export type FileSurvey = DetectedEncoding & {
  /** The first bytes of the file, as many as there are up to `headBytes`. */
  readonly head: Uint8Array;
  /** A document type declaration anywhere. What hides from this look, the tokenizer still refuses. */
  readonly hasDoctype: boolean;
};

/** How many bytes of a file are kept as its start. */
export const headBytes = 16_384;

/** `<`. */
const bracket = 0x3c;

function holdsDoctype(bytes: Buffer, encoding: TextEncoding): boolean {
  if (encoding === 'utf-16le') return bytes.includes(Buffer.from('<!DOCTYPE', 'utf16le'));
  if (encoding === 'utf-16be') return bytes.includes(Buffer.from('<!DOCTYPE', 'utf16le').swap16());
  // The exclamation mark is rare in such files and the bracket is everywhere, so the search goes by the rare one.
  for (let at = bytes.indexOf('!DOCTYPE', 0, 'latin1'); at !== -1; at = bytes.indexOf('!DOCTYPE', at + 1, 'latin1')) {
    if (bytes[at - 1] === bracket) return true;
  }
  return false;
}

/** Longer than a declaration begins in any encoding, so that one that stands across the edge of two pieces is found. */
const overlapBytes = 32;

function createDoctypeLook(): { readonly take: (piece: Buffer, head: Uint8Array) => void; readonly isFound: () => boolean } {
  let isFound = false;
  let edge = Buffer.alloc(0);
  return {
    take(piece, head) {
      const encoding = encodingByClues({ head, holdsNul: () => false, isUtf8: () => true })?.encoding ?? 'utf-8';
      const across = Buffer.concat([edge, piece.subarray(0, overlapBytes)]);
      isFound ||= holdsDoctype(piece, encoding) || holdsDoctype(across, encoding);
      edge = Buffer.concat([edge, piece.subarray(-overlapBytes)]).subarray(-overlapBytes);
    },
    isFound: () => isFound,
  };
}

/** Bytes at the end that begin a character of UTF-8 which goes on behind it. */
function cutCharacter(bytes: Buffer): number {
  for (let count = 1; count <= 3 && count <= bytes.length; count += 1) {
    const byte = bytes[bytes.length - count] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > count ? count : 0;
  }
  return 0;
}

function createUtf8Look(): { readonly take: (piece: Buffer) => void; readonly isValid: () => boolean } {
  let isValid = true;
  let cut = Buffer.alloc(0);
  return {
    take(piece) {
      if (!isValid || (cut.length === 0 && isAscii(piece))) return;
      const bytes = cut.length === 0 ? piece : Buffer.concat([cut, piece]);
      const whole = bytes.length - cutCharacter(bytes);
      isValid = isUtf8(bytes.subarray(0, whole));
      cut = Buffer.from(bytes.subarray(whole));
    },
    isValid: () => isValid && cut.length === 0,
  };
}

/**
 * Looks through a file. `look` is given every piece, for whoever wants to know more of all bytes, such as their digest. Codes: file-empty,
 * file-too-large, file-binary.
 */
export function surveyFile(file: PiecedFile, limits: ReadLimits, look: (piece: Uint8Array) => void): Result<FileSurvey, AppError> {
  const { name, size } = file;
  const where = { file: name };
  if (size === 0) return err(appError('file-empty', where, where));
  const limit = limits.piecedFileBytes;
  if (size > limit) return err(appError('file-too-large', { file: name, bytes: size, limit }, where));
  const doctype = createDoctypeLook();
  const utf8 = createUtf8Look();
  let head = Buffer.alloc(0);
  let holdsNul = false;
  for (const bytes of file.pieces()) {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    look(piece);
    if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
    holdsNul ||= piece.includes(0);
    utf8.take(piece);
    doctype.take(piece, head);
  }
  const detected = encodingByClues({ head, holdsNul: () => holdsNul, isUtf8: utf8.isValid });
  return detected === null ? err(appError('file-binary', where, where)) : ok({ ...detected, head, hasDoctype: doctype.isFound() });
}

/** The text of a file in pieces, without its byte order mark; the last piece may be empty. */
export function* textPieces(file: PiecedFile, { encoding, offset }: DetectedEncoding): Generator<{ readonly text: string; readonly isLast: boolean }> {
  const decoder = new TextDecoder(encoding);
  let toSkip = offset;
  for (const piece of file.pieces()) {
    const skipped = Math.min(toSkip, piece.length);
    toSkip -= skipped;
    yield { text: decoder.decode(skipped === 0 ? piece : piece.subarray(skipped), { stream: true }), isLast: false };
  }
  yield { text: decoder.decode(), isLast: true };
}
