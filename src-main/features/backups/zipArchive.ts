/**
 * An archive for one download, as every system opens it (PKWARE APPNOTE 6.3.10, without its extensions: below 4 GB, below 65,535 files).
 * Names are UTF-8 (general purpose bit 11), contents deflated (method 8), dates fixed, so that the same files give the same bytes.
 */
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

export type ZipFile = { readonly name: string; readonly bytes: () => Uint8Array };

/** 1 January 1980, the first day the format knows, as the format writes days. */
const firstDay = 0x21;
const filesLimit = 65_000;

type Written = { readonly name: Buffer; readonly crc: number; readonly packed: Buffer; readonly size: number; readonly at: number };

/** The fields that stand in both headers of a file, from the version needed to the length of the extra field. */
function common({ name, crc, packed, size }: Written): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const signature = (text: string): Buffer => Buffer.from(`PK${text}`, 'latin1');

function directoryEntry(file: Written): Buffer {
  const madeBy = Buffer.from([20, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(file.at, 10);
  return Buffer.concat([signature('\u0001\u0002'), madeBy, common(file), rest, file.name]);
}

function endOf(files: number, directory: number, at: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files, 4);
  end.writeUInt16LE(files, 6);
  end.writeUInt32LE(directory, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([signature('\u0005\u0006'), end]);
}

/** Packs the files one after another; null when the archive would be larger than the limit in bytes or hold too many files. */
export async function zipArchive(files: readonly ZipFile[], limitBytes: number): Promise<Uint8Array | null> {
  if (files.length > filesLimit) return null;
  const pieces: Buffer[] = [];
  const written: Written[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const content = bytes();
    const file: Written = { name: Buffer.from(name, 'utf8'), crc: crc32(content), packed: await deflate(content), size: content.length, at };
    const head = Buffer.concat([signature('\u0003\u0004'), common(file), file.name]);
    pieces.push(head, file.packed);
    written.push(file);
    at += head.length + file.packed.length;
    if (at > limitBytes) return null;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  return Buffer.concat([...pieces, directory, endOf(written.length, directory.length, at)]);
}
