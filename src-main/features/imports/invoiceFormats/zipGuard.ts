/**
 * Looks into a ZIP container before a library unpacks it. Declared sizes are checked first, then every part is inflated with a hard
 * ceiling, because declarations may lie. Names are compared, never used as paths. The attack stopped here is the decompression bomb,
 * and in workbooks also the single cell at the far end of the sheet that makes a reader allocate a billion empty ones.
 */
import { inflateRawSync } from 'node:zlib';
import type { ErrorCode } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { tableLimits } from './rawTable.ts';

const limits = { unpackedBytes: 100_000_000, ratio: 100, entries: 2_000, smallBytes: 1_000_000 } as const;

type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};
type ZipDirectory = { readonly entries: readonly ZipEntry[]; readonly start: number };

/** The directory at the end of the container; null when it is none, spans disks, or uses the 64-bit form that no workbook here needs. */
function readDirectory(bytes: Uint8Array): ZipDirectory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < lowest || bytes.length < 22) return null;
  const count = view.getUint16(end + 10, true);
  const directoryStart = view.getUint32(end + 16, true);
  let at = directoryStart;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + Math.min(nameLength, 300))),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { entries, start: directoryStart };
}

/** Where the packed content of a part begins; null when its own header is missing or contradicts the directory. */
function contentStart(bytes: Uint8Array, entry: ZipEntry): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return null;
  const hasDescriptor = (view.getUint16(offset + 6, true) & 8) !== 0;
  if (!hasDescriptor && view.getUint32(offset + 18, true) !== entry.packed) return null;
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

/**
 * Whether the parts lie one behind the other without room for another between them. A library that reads from the front would unpack
 * a part that the directory hides.
 */
function isGapless(bytes: Uint8Array, { entries, start }: ZipDirectory): boolean {
  const longestDescriptor = 24;
  let end = 0;
  for (const entry of entries.toSorted((left, right) => left.offset - right.offset)) {
    const content = contentStart(bytes, entry);
    if (content === null || entry.offset < end || entry.offset - end > longestDescriptor) return false;
    end = content + entry.packed;
  }
  return end <= start && start - end <= longestDescriptor;
}

/** The content of one part. Code zip-bomb when it is larger than `ceiling`, zip-invalid when it is damaged or encrypted. */
function unpackEntry(bytes: Uint8Array, entry: ZipEntry, ceiling: number): Result<Uint8Array, ErrorCode> {
  const start = contentStart(bytes, entry);
  if (start === null) return err('zip-invalid');
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed.length <= ceiling ? ok(packed) : err('zip-bomb');
  if (entry.method !== 8) return err('zip-invalid');
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: ceiling }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'zip-invalid');
  }
}

const isTooFull = (packed: number, unpacked: number): boolean =>
  unpacked > limits.unpackedBytes || (unpacked > limits.smallBytes && unpacked > Math.max(packed, 1) * limits.ratio);

/** The 1-based column of the letters of a cell address. */
function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column;
}

/** Whether a sheet names a cell so far out that the rectangle up to it would not fit in memory. */
function isSheetTooWide(xml: string): boolean {
  let [rows, columns] = [0, 0];
  for (const match of xml.matchAll(/<(?:[a-z]{1,5}:)?c [^>]{0,200}?r="([A-Z]{1,4})(\d{1,9})"/g)) {
    rows = Math.max(rows, Number(match[2]));
    columns = Math.max(columns, columnNumber(match[1] ?? ''));
  }
  return rows > tableLimits.rows + 100 || columns > tableLimits.columns || rows * columns > tableLimits.cells;
}

/** The directory of a container of which nothing declared is too large. Codes: zip-bomb, zip-invalid. */
function guardedDirectory(bytes: Uint8Array): Result<ZipDirectory, ErrorCode> {
  const directory = readDirectory(bytes);
  if (directory === null) return err('zip-invalid');
  const { entries } = directory;
  if (entries.length > limits.entries) return err('zip-bomb');
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (isTooFull(bytes.length, declared) || entries.some((entry) => isTooFull(entry.packed, entry.unpacked))) return err('zip-bomb');
  return isGapless(bytes, directory) ? ok(directory) : err('zip-invalid');
}

/** A part of an archive: its name, its declared size, and its content, unpacked when it is asked for and never beyond that size. */
export type ZipMember = { readonly name: string; readonly size: number; readonly unpack: () => Result<Uint8Array, ErrorCode> };

/**
 * The parts of an archive that is safe to unpack, in the order of its directory. Codes: zip-bomb (too many parts, too large, ratio above
 * 100, or sizes that lie), zip-invalid (damaged or encrypted).
 */
export function zipMembers(bytes: Uint8Array): Result<readonly ZipMember[], ErrorCode> {
  const directory = guardedDirectory(bytes);
  if (!directory.ok) return directory;
  return ok(
    directory.value.entries.map((entry) => ({
      name: entry.name,
      size: entry.unpacked,
      unpack: () => {
        const content = unpackEntry(bytes, entry, Math.max(1, entry.unpacked));
        return content.ok && content.value.length !== entry.unpacked ? err('zip-invalid') : content;
      },
    })),
  );
}

/**
 * Whether a container is safe to unpack. Codes: zip-bomb (too large, ratio above 100, or sizes that lie), zip-invalid (damaged or
 * encrypted), xml-doctype, table-too-large. The value is the list of names, for telling workbooks from other containers.
 */
export function inspectZip(bytes: Uint8Array): Result<readonly string[], ErrorCode> {
  const directory = guardedDirectory(bytes);
  if (!directory.ok) return directory;
  const { entries } = directory.value;
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const content = unpackEntry(bytes, entry, Math.max(1, entry.unpacked));
    if (!content.ok) return content;
    if (content.value.length !== entry.unpacked) return err('zip-invalid');
    const xml = Buffer.from(content.value.buffer, content.value.byteOffset, content.value.byteLength);
    if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) return err('xml-doctype');
    if (/worksheets\//i.test(entry.name) && isSheetTooWide(xml.toString('latin1'))) return err('table-too-large');
  }
  return ok(entries.map((entry) => entry.name));
}
