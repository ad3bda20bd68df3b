/** Ways in which files get damaged on their way, and in which somebody may damage them on purpose. All chance comes from a seed. */
import type { Random } from '../../src-main/features/demo/random.ts';

/** Bytes in, bytes out; `other` is another sample. */
type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const largest = 262_144;
const place = (bytes: Uint8Array, random: Random): number => random.between(0, Math.max(0, bytes.length - 1));
const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts).subarray(0, largest);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (content: string): Uint8Array => Buffer.from(content, 'latin1').subarray(0, largest);

/** A range that is mostly short and sometimes reaches far. */
function range(bytes: Uint8Array, random: Random): readonly [from: number, to: number] {
  const from = place(bytes, random);
  const length = random.chance(0.2) ? random.between(0, bytes.length) : random.between(0, 120);
  return [from, Math.min(bytes.length, from + length)];
}

/** Places of characters that a pattern finds; patterns with the global flag. */
function found(content: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...content.matchAll(pattern)];
}

function replaceOne(bytes: Uint8Array, random: Random, pattern: RegExp, make: (match: string) => string): Uint8Array {
  const content = text(bytes);
  const matches = found(content, pattern);
  if (matches.length === 0) return bytes;
  const match = random.pick(matches);
  return bytesOf(content.slice(0, match.index) + make(match[0]) + content.slice(match.index + match[0].length));
}

function withLine(bytes: Uint8Array, random: Random, make: (line: string) => readonly string[]): Uint8Array {
  const lines = text(bytes).split('\n');
  const at = random.between(0, lines.length - 1);
  return bytesOf(lines.flatMap((line, index) => (index === at ? make(line) : [line])).join('\n'));
}

/** What readers look for, and what upsets them. */
const tokens: readonly string[] = [
  '\0',
  '<',
  '>',
  '&',
  '&amp;',
  '&#0;',
  '&x;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  '</Ntry>',
  '<Ntry>',
  '<STMTTRN>',
  '"',
  "'",
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '\r\r\n',
  '\u001a',
  '-',
  '-}',
  '{',
  '{4:',
  ':20:',
  ':61:',
  ':86:',
  ':62F:C991231EUR0,',
  '/REMI/',
  '?20',
  '>20',
  '^',
  '!Type:Bank\n',
  '\n9',
  '\n0000001010126305',
  '\n2100010001',
  '999999999999999',
  '-0',
  '1e999',
  'NaN',
  '0,0000000001',
  '000000',
  '31022026',
  '+++000/0000/00097+++',
  'RF',
  '\u00ad',
  '\ufeff',
  '\u202e',
  '\u0300'.repeat(40),
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
];

const encodings: readonly ((content: Uint8Array) => Uint8Array)[] = [
  (bytes) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(`\ufeff${Buffer.from(bytes).toString('utf8')}`, 'utf16le'),
  (bytes) =>
    Buffer.from(`\ufeff${Buffer.from(bytes).toString('utf8')}`, 'utf16le')
      .subarray(0, largest & ~1)
      .swap16(),
  (bytes) => Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf8'),
  (bytes) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'latin1'),
  (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]),
  (bytes) => bytes.map((byte) => byte & 0x7f),
  (bytes) => bytes.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte | 0x80 : byte)),
];

export const mutations: Readonly<Record<string, Mutation>> = {
  'cut the end': (bytes, random) => bytes.subarray(0, place(bytes, random)),
  'cut the start': (bytes, random) => bytes.subarray(place(bytes, random)),
  'flip bits': (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    for (let turn = random.between(1, 8); turn > 0; turn -= 1) {
      const at = place(copy, random);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.between(0, 7));
    }
    return copy;
  },
  'other digit': (bytes, random) => replaceOne(bytes, random, /\d/g, () => String(random.between(0, 9))),
  'other letter': (bytes, random) => replaceOne(bytes, random, /[A-Za-z]/g, () => String.fromCharCode(random.between(32, 126))),
  'take a range out': (bytes, random) => {
    const [from, to] = range(bytes, random);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  'splice two files': (bytes, random, other) => join(bytes.subarray(0, place(bytes, random)), other.subarray(place(other, random))),
  'another file inside': (bytes, random, other) => {
    const at = place(bytes, random);
    const [from, to] = range(other, random);
    return join(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at));
  },
  'two files in one': (bytes, _random, other) => join(bytes, Buffer.from('\n'), other),
  'repeat a range': (bytes, random) => {
    const [from, to] = range(bytes, random);
    const times = random.chance(0.1) ? random.between(10, 400) : random.between(1, 4);
    const repeated = Array.from({ length: times }, () => bytes.subarray(from, to));
    return join(bytes.subarray(0, to), ...repeated, bytes.subarray(to));
  },
  'swap two ranges': (bytes, random) => {
    const [a, b] = [place(bytes, random), place(bytes, random)].sort((x, y) => x - y) as [number, number];
    const middle = random.between(a, b);
    return join(bytes.subarray(0, a), bytes.subarray(middle, b), bytes.subarray(a, middle), bytes.subarray(b));
  },
  'a line gone': (bytes, random) => withLine(bytes, random, () => []),
  'a line twice': (bytes, random) => withLine(bytes, random, (line) => [line, line]),
  'lines shuffled': (bytes, random) => {
    const lines = text(bytes).split('\n');
    for (let turn = random.between(1, 6); turn > 0; turn -= 1) {
      const [a, b] = [random.between(0, lines.length - 1), random.between(0, lines.length - 1)];
      [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    }
    return bytesOf(lines.join('\n'));
  },
  'something put in': (bytes, random) => {
    const at = place(bytes, random);
    return join(bytes.subarray(0, at), Buffer.from(random.pick(tokens), 'utf8'), bytes.subarray(at));
  },
  'something many times': (bytes, random) => {
    const at = place(bytes, random);
    return join(bytes.subarray(0, at), Buffer.from(random.pick(tokens).repeat(random.between(100, 20_000)), 'utf8'), bytes.subarray(at));
  },
  'huge number': (bytes, random) => replaceOne(bytes, random, /\d{2,15}/g, (digits) => '9'.repeat(random.chance(0.5) ? digits.length : 15)),
  'all numbers huge': (bytes) => bytesOf(text(bytes).replace(/\d/g, '9')),
  'other decimal mark': (bytes, random) =>
    replaceOne(bytes, random, /\d[.,]\d/g, (match) => match.replace(/[.,]/, (mark) => (mark === '.' ? ',' : '.'))),
  'decimal mark gone': (bytes, random) => replaceOne(bytes, random, /\d[.,]\d/g, (match) => match.replace(/[.,]/, '')),
  'sign turned': (bytes, random) =>
    replaceOne(bytes, random, /(?:CRDT|DBIT|[CD](?=\d)|[+-](?=\d)|\b(?:Af|Bij|Debet|Credit)\b)/g, (mark) => turned[mark] ?? mark),
  'wrong encoding': (bytes, random) => random.pick(encodings)(bytes).subarray(0, largest),
  'other line ends': (bytes, random) =>
    bytesOf(text(bytes).replace(/\r?\n/g, random.pick(['\n', '\r\n', '\r', '\r\r\n', '\n\n', '\u0085', ' ']))),
  'blanks lost': (bytes, random) =>
    bytesOf(text(bytes).replace(random.pick([/ {1,200}(?=\r?\n)/g, /^ {1,200}/gm, / {2,200}/g]), random.pick(['', ' ']))),
};

const turned: Readonly<Record<string, string>> = {
  CRDT: 'DBIT',
  DBIT: 'CRDT',
  C: 'D',
  D: 'C',
  '+': '-',
  '-': '+',
  Af: 'Bij',
  Bij: 'Af',
  Debet: 'Credit',
  Credit: 'Debet',
};

export const mutationNames: readonly string[] = Object.keys(mutations);

export function mutate(name: string, bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const mutation = mutations[name];
  if (mutation === undefined) throw new RangeError(`${name} is no mutation`);
  return mutation(bytes, random, other);
}
