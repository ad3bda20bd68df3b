/** Writes an old workbook (BIFF8 in an OLE container) with shared texts that run over several records, as large downloads have them. */
export type BiffCell = string | number;

const u16 = (value: number): Buffer => {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
};
const u32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
};
const record = (type: number, ...parts: readonly Buffer[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(type), u16(data.length), data]);
};
const bof = (kind: number): Buffer => record(0x0809, u16(0x0600), u16(kind), u16(0), u16(0), u32(0), u32(6));
const eof = record(0x000a);

/** The shared texts cut into records of at most `room` bytes; a text that is cut starts anew with its mark of letter width. */
function sharedTexts(texts: readonly string[], room: number): Buffer {
  const records: Buffer[][] = [[u32(texts.length), u32(texts.length)]];
  let used = 8;
  const put = (part: Buffer): void => {
    records.at(-1)?.push(part);
    used += part.length;
  };
  const next = (): void => {
    records.push([]);
    used = 0;
  };
  for (const text of texts) {
    const isWide = /[\u0100-\uffff]/.test(text);
    if (used + 3 > room) next();
    put(Buffer.concat([u16(text.length), Buffer.from([isWide ? 1 : 0])]));
    for (let at = 0; at < text.length; at += 1) {
      const letter = isWide ? u16(text.charCodeAt(at)) : Buffer.from([text.charCodeAt(at)]);
      if (used + letter.length > room) {
        next();
        if (at > 0) put(Buffer.from([isWide ? 1 : 0]));
      }
      put(letter);
    }
  }
  return Buffer.concat(records.map((parts, index) => record(index === 0 ? 0x00fc : 0x003c, ...parts)));
}

/** A whole number packed in 30 bits, or a hundredth of one. */
const packed = (value: number): Buffer | null => {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 29) return u32((value << 2) | 2);
  const cents = Math.round(value * 100);
  return cents / 100 === value && Math.abs(cents) < 2 ** 29 ? u32((cents << 2) | 3) : null;
};

function cell(row: number, column: number, value: BiffCell, texts: Map<string, number>): Buffer {
  const place = [u16(row), u16(column), u16(15)];
  if (typeof value === 'string') return record(0x00fd, ...place, u32(texts.get(value) ?? 0));
  const small = packed(value);
  if (small !== null && column % 2 === 0) return record(0x027e, ...place, small);
  const double = Buffer.alloc(8);
  double.writeDoubleLE(value);
  return record(0x0203, ...place, double);
}

export function biffStream(rows: readonly (readonly BiffCell[])[], room = 200): Buffer {
  const texts = new Map<string, number>();
  for (const value of rows.flat()) if (typeof value === 'string' && !texts.has(value)) texts.set(value, texts.size);
  const cells = rows.flatMap((row, at) => row.map((value, column) => cell(at, column, value, texts)));
  return Buffer.concat([bof(5), sharedTexts([...texts.keys()], room), eof, bof(0x10), ...cells, eof]);
}

/** One stream in a container of sectors of 512 bytes: header, table, directory, content. Short ones lie inside the stream of the root. */
export function oleContainer(content: Buffer, name = 'Workbook'): Buffer {
  const isShort = content.length < 4096;
  const sectors = (bytes: number): number => Math.max(1, Math.ceil(bytes / 512));
  const poolSectors = sectors(content.length);
  const tableSectors = Math.ceil((poolSectors + 40) / 128) + 1;
  const shortTableSectors = isShort ? sectors(Math.ceil(content.length / 64) * 4) : 0;
  const directoryAt = tableSectors;
  const shortTableAt = directoryAt + 1;
  const contentAt = shortTableAt + shortTableSectors;
  const table = Array.from({ length: tableSectors * 128 }, () => 0xffffffff);
  const chain = (start: number, count: number): void => {
    for (let at = 0; at < count; at += 1) table[start + at] = at === count - 1 ? 0xfffffffe : start + at + 1;
  };
  for (let at = 0; at < tableSectors; at += 1) table[at] = 0xfffffffd;
  chain(directoryAt, 1);
  chain(shortTableAt, shortTableSectors);
  chain(contentAt, poolSectors);
  const entry = (label: string, type: number, first: number, length: number): Buffer => {
    const buffer = Buffer.alloc(128);
    buffer.write(label, 0, 'utf16le');
    buffer.writeUInt16LE((label.length + 1) * 2, 64);
    buffer[66] = type;
    buffer.writeUInt32LE(first, 116);
    buffer.writeUInt32LE(length, 120);
    return buffer;
  };
  const root = entry('Root Entry', 5, isShort ? contentAt : 0xfffffffe, isShort ? poolSectors * 512 : 0);
  const stream = entry(name, 2, isShort ? 0 : contentAt, content.length);
  const pieces = Math.ceil(content.length / 64);
  const shortTable = Array.from({ length: shortTableSectors * 128 }, (_none, at) =>
    at < pieces - 1 ? at + 1 : at === pieces - 1 ? 0xfffffffe : 0xffffffff,
  );
  const header = Buffer.alloc(512, 0xff);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.fill(0, 8, 76);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directoryAt, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(isShort ? shortTableAt : 0xfffffffe, 60);
  header.writeUInt32LE(shortTableSectors, 64);
  header.writeUInt32LE(0xfffffffe, 68);
  for (let at = 0; at < tableSectors; at += 1) header.writeUInt32LE(at, 76 + at * 4);
  const padded = (buffer: Buffer, count: number): Buffer => Buffer.concat([buffer, Buffer.alloc(count * 512 - buffer.length)]);
  return Buffer.concat([
    header,
    ...table.map(u32),
    padded(Buffer.concat([root, stream]), 1),
    ...shortTable.map(u32),
    padded(content, poolSectors),
  ]);
}
