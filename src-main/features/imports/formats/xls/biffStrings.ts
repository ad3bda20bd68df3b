/**
 * The shared texts of an old workbook (record SST, [MS-XLS] 2.4.265). A text may be cut by the end of a record and go on in the next one,
 * there with a mark of its own that says whether letters take one byte or two.
 */
export type Segments = readonly Uint8Array[];

/** Reads bytes over the borders of records. Past the end everything is nought, and `isSpent` is true. */
class SegmentReader {
  readonly #segments: Segments;
  #segment = 0;
  #at = 0;

  constructor(segments: Segments) {
    this.#segments = segments;
  }

  get isSpent(): boolean {
    return this.#segment >= this.#segments.length;
  }

  /** Whether the next byte is the first of a further record. */
  get isAtBorder(): boolean {
    return this.#segment > 0 && this.#at === 0;
  }

  byte(): number {
    const segment = this.#segments[this.#segment];
    if (segment === undefined) return 0;
    const value = segment[this.#at] ?? 0;
    this.#at += 1;
    if (this.#at >= segment.length) {
      this.#segment += 1;
      this.#at = 0;
    }
    return value;
  }

  u16(): number {
    return this.byte() | (this.byte() << 8);
  }

  u32(): number {
    return this.u16() + this.u16() * 65_536;
  }

  skip(count: number): void {
    for (let index = 0; index < count && !this.isSpent; index += 1) this.byte();
  }
}

const mostStrings = 300_000;

function readText(reader: SegmentReader): string {
  const length = reader.u16();
  let flags = reader.byte();
  const runs = (flags & 8) === 0 ? 0 : reader.u16();
  const extended = (flags & 4) === 0 ? 0 : reader.u32();
  let text = '';
  for (let index = 0; index < length && !reader.isSpent; index += 1) {
    if (index > 0 && reader.isAtBorder) flags = reader.byte();
    text += String.fromCharCode((flags & 1) === 0 ? reader.byte() : reader.u16());
  }
  reader.skip(runs * 4 + extended);
  return text;
}

/** All shared texts, in the order by which cells name them. The first segment is the SST record, the others its continuations. */
export function sharedTexts(segments: Segments): readonly string[] {
  const filled = segments.filter((segment) => segment.length > 0);
  const reader = new SegmentReader(filled);
  reader.u32();
  const count = Math.min(reader.u32(), mostStrings);
  const texts: string[] = [];
  while (texts.length < count && !reader.isSpent) texts.push(readText(reader));
  return texts;
}
