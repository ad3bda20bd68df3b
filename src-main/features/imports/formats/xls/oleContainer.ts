/**
 * The container of old workbooks: a small file system of sectors ([MS-CFB]). Only one stream is looked for. Every chain of sectors is
 * bounded by the number of sectors there can be, so that a chain that bites its tail ends.
 */
const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const endOfChain = 0xfffffffe;
const lastSector = 0xfffffffa;
const directoryEntryBytes = 128;

export const isOleContainer = (bytes: Uint8Array): boolean =>
  bytes.length >= 512 && signature.every((byte, index) => bytes[index] === byte);

type Container = {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly sectorBytes: number;
  readonly table: readonly number[];
};

const sectorStart = (sector: number, sectorBytes: number): number => (sector + 1) * sectorBytes;

function u32At(view: DataView, at: number): number | null {
  return at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, true) : null;
}

/** The sectors of the allocation table itself: the first 109 stand in the header, the others in a chain of their own. */
function tableSectors(view: DataView, sectorBytes: number, most: number): readonly number[] {
  const sectors: number[] = [];
  for (let index = 0; index < 109; index += 1) {
    const sector = u32At(view, 76 + index * 4) ?? endOfChain;
    if (sector <= lastSector) sectors.push(sector);
  }
  let next = u32At(view, 68) ?? endOfChain;
  for (let hops = 0; next <= lastSector && hops < most; hops += 1) {
    const start = sectorStart(next, sectorBytes);
    for (let index = 0; index < sectorBytes / 4 - 1; index += 1) {
      const sector = u32At(view, start + index * 4) ?? endOfChain;
      if (sector <= lastSector) sectors.push(sector);
    }
    next = u32At(view, start + sectorBytes - 4) ?? endOfChain;
  }
  return sectors.slice(0, most);
}

function chainOf(first: number, table: readonly number[]): readonly number[] {
  const chain: number[] = [];
  let sector = first;
  while (sector <= lastSector && chain.length <= table.length) {
    chain.push(sector);
    sector = table[sector] ?? endOfChain;
  }
  return chain;
}

function join(chain: readonly number[], { bytes, sectorBytes }: Container, length: number): Uint8Array {
  const parts = chain.map((sector) => bytes.subarray(sectorStart(sector, sectorBytes), sectorStart(sector, sectorBytes) + sectorBytes));
  return Buffer.concat(parts).subarray(0, length);
}

function openContainer(bytes: Uint8Array): Container | null {
  if (!isOleContainer(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 1 << shift;
  const most = Math.ceil(bytes.length / sectorBytes);
  const table: number[] = [];
  for (const sector of tableSectors(view, sectorBytes, most)) {
    const start = sectorStart(sector, sectorBytes);
    for (let index = 0; index < sectorBytes / 4 && table.length <= most; index += 1)
      table.push(u32At(view, start + index * 4) ?? endOfChain);
  }
  return { view, bytes, sectorBytes, table };
}

type Entry = { readonly name: string; readonly first: number; readonly length: number };

function entriesOf(container: Container): readonly Entry[] {
  const { view, table } = container;
  const chain = chainOf(u32At(view, 48) ?? endOfChain, table);
  const directory = join(chain, container, chain.length * container.sectorBytes);
  const entries: Entry[] = [];
  for (let at = 0; at + directoryEntryBytes <= directory.length; at += directoryEntryBytes) {
    const entry = new DataView(directory.buffer, directory.byteOffset + at, directoryEntryBytes);
    const nameBytes = Math.min(64, entry.getUint16(64, true));
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, nameBytes - 2)));
    entries.push({ name, first: entry.getUint32(116, true), length: entry.getUint32(120, true) });
  }
  return entries;
}

/** A stream shorter than the limit in the header lies in pieces of 64 bytes inside the stream of the root. */
function shortStream(container: Container, entry: Entry, root: Entry | undefined): Uint8Array | null {
  if (root === undefined) return null;
  const { view, table, sectorBytes } = container;
  const pool = join(chainOf(root.first, table), container, root.length);
  const short = chainOf(u32At(view, 60) ?? endOfChain, table);
  const shortBytes = join(short, container, short.length * sectorBytes);
  const shortView = new DataView(shortBytes.buffer, shortBytes.byteOffset, shortBytes.byteLength);
  const shortTable = Array.from({ length: Math.floor(shortBytes.length / 4) }, (_none, index) => shortView.getUint32(index * 4, true));
  const pieces = chainOf(entry.first, shortTable).map((piece) => pool.subarray(piece * 64, piece * 64 + 64));
  return Buffer.concat(pieces).subarray(0, entry.length);
}

/** The content of the stream with one of the given names; null when the container is damaged or has none. */
export function oleStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  const container = openContainer(bytes);
  if (container === null) return null;
  const entries = entriesOf(container);
  const entry = entries.find(({ name }) => names.includes(name));
  if (entry === undefined || entry.length > bytes.length) return null;
  const cutoff = u32At(container.view, 56) ?? 4096;
  if (entry.length < cutoff) return shortStream(container, entry, entries[0]);
  const content = join(chainOf(entry.first, container.table), container, entry.length);
  return content.length === entry.length ? content : null;
}
