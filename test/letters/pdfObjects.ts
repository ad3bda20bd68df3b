/**
 * Reads PDFs that our own writer made (plain cross-reference table, no object streams) down to their objects, so that the clauses of
 * PDF/A that a program can break are checked on every machine, without any tool.
 */
import { inflateSync } from 'node:zlib';

export class Name {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export class Ref {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}
export type Dictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue = null | boolean | number | Buffer | Name | Ref | Dictionary | readonly PdfValue[];
export type PdfObject = { readonly value: PdfValue; readonly stream: Buffer | null };

const blanks = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set(Buffer.from('()<>[]{}/%'));
const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** One pass over tokens; `position` may be set from outside. */
export class Reader {
  readonly bytes: Buffer;
  position = 0;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
  skip(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte !== undefined && blanks.has(byte)) this.position += 1;
      else if (byte === 0x25) while (this.position < this.bytes.length && ![10, 13].includes(this.bytes[this.position] ?? 10)) this.position += 1;
      else return;
    }
  }
  word(): string {
    const start = this.position;
    while (this.position < this.bytes.length) {
      const byte = this.bytes[this.position] ?? 0;
      if (blanks.has(byte) || delimiters.has(byte)) break;
      this.position += 1;
    }
    return this.bytes.toString('latin1', start, this.position);
  }
  private peek(text: string): boolean {
    return this.bytes.toString('latin1', this.position, this.position + text.length) === text;
  }
  private literal(): Buffer {
    const out: number[] = [];
    let depth = 1;
    for (this.position += 1; ; this.position += 1) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new Error('open string');
      if (byte === 0x5c) {
        this.position += 1;
        const next = String.fromCharCode(this.bytes[this.position] ?? 0);
        const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.position, this.position + 3));
        if (octal !== null) {
          out.push(Number.parseInt(octal[0], 8));
          this.position += octal[0].length - 1;
        } else out.push(escapes[next] ?? next.charCodeAt(0));
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29 && --depth === 0) break;
      out.push(byte);
    }
    this.position += 1;
    return Buffer.from(out);
  }
  private hexadecimal(): Buffer {
    const end = this.bytes.indexOf('>', this.position);
    const text = this.bytes.toString('latin1', this.position + 1, end).replace(/\s/g, '');
    this.position = end + 1;
    return Buffer.from(text, 'hex');
  }
  private dictionary(): Dictionary {
    const map = new Map<string, PdfValue>();
    this.position += 2;
    for (this.skip(); !this.peek('>>'); this.skip()) {
      const key = this.value();
      if (!(key instanceof Name)) throw new Error('key is no name');
      map.set(key.text, this.value());
    }
    this.position += 2;
    return map;
  }
  private list(): readonly PdfValue[] {
    const items: PdfValue[] = [];
    this.position += 1;
    for (this.skip(); !this.peek(']'); this.skip()) items.push(this.value());
    this.position += 1;
    return items;
  }
  value(): PdfValue {
    this.skip();
    if (this.peek('<<')) return this.dictionary();
    if (this.peek('<')) return this.hexadecimal();
    if (this.peek('(')) return this.literal();
    if (this.peek('[')) return this.list();
    if (this.peek('/')) {
      this.position += 1;
      return new Name(this.word());
    }
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    const reference = /^\s+\d+\s+R(?![\w])/.exec(this.bytes.toString('latin1', this.position, this.position + 24));
    if (/^\d+$/.test(word) && reference !== null) {
      this.position += reference[0].length;
      return new Ref(Number(word));
    }
    if (word === '' || Number.isNaN(Number(word))) throw new Error(`unexpected ${word} at ${this.position}`);
    return Number(word);
  }
}

const isDictionary = (value: PdfValue | undefined): value is Dictionary => value instanceof Map;

export class PdfFile {
  readonly bytes: Buffer;
  readonly trailer: Dictionary;
  private readonly offsets: ReadonlyMap<number, number>;
  private readonly known = new Map<number, PdfObject>();

  constructor(file: Uint8Array) {
    this.bytes = Buffer.from(file);
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.bytes.toString('latin1', this.bytes.length - 64))?.[1]);
    const reader = new Reader(this.bytes);
    reader.position = start;
    if (reader.word() !== 'xref') throw new Error('no cross-reference table where startxref says');
    const end = this.bytes.indexOf('trailer', start);
    const entries = this.bytes.toString('latin1', start, end).split('\n').slice(2);
    this.offsets = new Map(entries.flatMap((entry, index) => (/^\d{10} \d{5} n/.test(entry) ? [[index, Number(entry.slice(0, 10))] as const] : [])));
    reader.position = end + 'trailer'.length;
    const trailer = reader.value();
    if (!isDictionary(trailer)) throw new Error('no trailer');
    this.trailer = trailer;
  }
  get ids(): readonly number[] {
    return [...this.offsets.keys()];
  }
  object(id: number): PdfObject {
    const found = this.known.get(id);
    if (found !== undefined) return found;
    const offset = this.offsets.get(id);
    if (offset === undefined) throw new Error(`object ${id} is missing`);
    const head = `${id} 0 obj`;
    if (this.bytes.toString('latin1', offset, offset + head.length) !== head) throw new Error(`object ${id} is not where the table says`);
    const reader = new Reader(this.bytes);
    reader.position = offset + head.length;
    const value = reader.value();
    reader.skip();
    let stream: Buffer | null = null;
    if (isDictionary(value) && this.bytes.toString('latin1', reader.position, reader.position + 6) === 'stream') {
      const from = reader.position + (this.bytes[reader.position + 6] === 13 ? 8 : 7);
      stream = this.bytes.subarray(from, from + Number(this.resolve(value.get('Length') ?? 0)));
    }
    const object = { value, stream };
    this.known.set(id, object);
    return object;
  }
  resolve(value: PdfValue | undefined): PdfValue {
    return value instanceof Ref ? this.object(value.id).value : (value ?? null);
  }
  dictionary(value: PdfValue | undefined): Dictionary {
    const found = this.resolve(value);
    if (!isDictionary(found)) throw new Error('no dictionary');
    return found;
  }
  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    if (!Array.isArray(found)) throw new Error('no list');
    return found;
  }
  name(value: PdfValue | undefined): string | null {
    const found = this.resolve(value);
    return found instanceof Name ? found.text : null;
  }
  text(value: PdfValue | undefined): string {
    const found = this.resolve(value);
    if (!Buffer.isBuffer(found)) return '';
    return found[0] === 0xfe && found[1] === 0xff ? Buffer.from(found.subarray(2)).swap16().toString('utf16le') : found.toString('latin1');
  }
  /** The decoded bytes of a stream. */
  streamOf(value: PdfValue | undefined): Buffer {
    if (!(value instanceof Ref)) throw new Error('a stream is always referred to');
    const { stream } = this.object(value.id);
    if (stream === null) throw new Error('no stream');
    const filter = this.dictionary(value).get('Filter');
    return this.name(Array.isArray(filter) ? filter[0] : filter) === 'FlateDecode' ? inflateSync(stream) : stream;
  }
  get catalog(): Dictionary {
    return this.dictionary(this.trailer.get('Root'));
  }
  /** The pages in order. */
  pages(): readonly Dictionary[] {
    const below = (node: Dictionary): readonly Dictionary[] =>
      this.name(node.get('Type')) === 'Page' ? [node] : this.list(node.get('Kids')).flatMap((kid) => below(this.dictionary(kid)));
    return below(this.dictionary(this.catalog.get('Pages')));
  }
  contentOf(page: Dictionary): Buffer {
    const contents = page.get('Contents');
    return contents instanceof Ref ? this.streamOf(contents) : Buffer.concat(this.list(contents).map((one) => this.streamOf(one)));
  }
}

export type Operation = { readonly operator: string; readonly operands: readonly PdfValue[] };
/** The drawing operations of a page, in order. */
export function operationsOf(content: Buffer): readonly Operation[] {
  const reader = new Reader(content);
  const operations: Operation[] = [];
  let operands: PdfValue[] = [];
  for (reader.skip(); reader.position < content.length; reader.skip()) {
    const next = content[reader.position] ?? 0;
    const isValue = delimiters.has(next) || /[0-9+\-.]/.test(String.fromCharCode(next)) || /^(?:true|false|null)\b/.test(content.toString('latin1', reader.position, reader.position + 6));
    if (isValue) operands.push(reader.value());
    else {
      operations.push({ operator: reader.word(), operands });
      operands = [];
    }
  }
  return operations;
}
