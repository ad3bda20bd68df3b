/**
 * How payers and banks write: numbers without their marks, cut by line wraps, joined, abbreviated, mistyped; names in capitals, shortened,
 * garbled. Four levels of noise; written before the matcher was tuned and not changed for it.
 */
import type { Random } from './random.ts';

/** 0 as printed, 1 other marks and case, 2 cut, joined and with figures that mean nothing, 3 mistyped, truncated or left out. */
export type NoiseLevel = 0 | 1 | 2 | 3;
export const noiseLevel = (random: Random): NoiseLevel =>
  random.weighted<NoiseLevel>([
    [0, 50],
    [1, 27],
    [2, 16],
    [3, 7],
  ]);

const leads = ['Factuur ', 'factuurnummer: ', 'Fact. ', 'fact ', 'F-nr ', 'Facture ', 'inv ', 'Betaling factuur ', 'Uw factuur ', 'betreft ', '', '', ''];

function otherMarks(random: Random, number: string): string {
  const withoutPrefix = random.chance(0.2) ? number.replace(/^[A-Z]+-?/, '') : number;
  const marked = withoutPrefix.replace(/[-/]/g, () => random.pick(['', ' ', '.', '/', '-', '']));
  return random.chance(0.5) ? marked.toLowerCase() : marked;
}

function cut(random: Random, number: string): string {
  const at = random.between(1, number.length - 1);
  return `${number.slice(0, at)} ${number.slice(at)}`;
}

function mistyped(random: Random, number: string): string {
  const places = Array.from(number).flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = random.pick(places.slice(-5));
  const how = random.weighted<'other' | 'swapped' | 'cut' | 'gone'>([
    ['other', 35],
    ['swapped', 25],
    ['cut', 20],
    ['gone', 20],
  ]);
  if (how === 'gone') return '';
  if (how === 'cut') return number.slice(0, number.length - random.between(1, 2));
  if (how === 'other') return `${number.slice(0, at)}${(Number(number[at]) + random.between(1, 9)) % 10}${number.slice(at + 1)}`;
  const before = Math.max(0, at - 1);
  return `${number.slice(0, before)}${number[at] ?? ''}${number[before] ?? ''}${number.slice(at + 1)}`;
}

/** The last digits only, as in `2026-0042/43`. */
const abbreviated = (first: string, number: string): string => {
  let same = 0;
  while (same < number.length - 2 && first[same] === number[same]) same += 1;
  return number.slice(Math.min(same, number.length - 2));
};

/** The numbers of invoices as one text. */
export function numbersText(random: Random, level: NoiseLevel, numbers: readonly string[]): string {
  const [first = ''] = numbers;
  if (level === 0) return `${random.pick(leads)}${numbers.join(random.pick([', ', ' ', ' en ', ' + ', '; ']))}`;
  if (level === 1) {
    const lead = random.pick(leads);
    return `${random.chance(0.3) ? lead.trim() : lead}${numbers.map((number) => otherMarks(random, number)).join(random.pick([', ', ' ', '/']))}`;
  }
  if (level === 2) {
    const how = random.between(1, 3);
    if (numbers.length > 1 && how === 1) return `${random.pick(leads)}${numbers.join('/')}`;
    if (numbers.length > 1 && how === 2) return [first, ...numbers.slice(1).map((number) => abbreviated(first, number))].join('/');
    return `${random.pick(leads)}${numbers.map((number) => (random.chance(0.6) ? cut(random, number) : otherMarks(random, number))).join(', ')}`;
  }
  const damaged = random.between(0, numbers.length - 1);
  return `${random.pick(leads)}${numbers.map((number, at) => (at === damaged ? mistyped(random, number) : number)).join(' ')}`;
}

/** Text beside the number: figures that are no invoice number. */
export function extraText(random: Random, level: NoiseLevel, customerNumber: string): string {
  if (!random.chance([0.15, 0.3, 0.6, 0.5][level] ?? 0)) return '';
  return ` ${random.pick([
    `klant ${customerNumber}`,
    `klantnr. ${customerNumber}`,
    `d.d. ${random.between(10, 28)}-${random.between(10, 12)}-2026`,
    `ons kenmerk ${random.between(10_000, 999_999)}`,
    `tel 06${random.between(10_000_000, 99_999_999)}`,
    `${random.pick(['september', 'oktober', 'november'])} 2026`,
    'met dank',
    `incl. btw ${random.between(1, 21)}%`,
    `p/o ${random.between(100, 9_999)}`,
  ])}`;
}

/** The name of the payer as the bank shows it. */
export function writtenName(random: Random, level: NoiseLevel, name: string): string {
  if (level === 0) return random.chance(0.5) ? name.toUpperCase() : name;
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const bare = plain.replace(/ (?:B\.V\.|BV|bv|N\.V\.|VOF|BVBA|SRL|SA|VZW)$/, '');
  if (level === 1) return random.pick([bare, bare.toUpperCase(), plain.toUpperCase(), `${bare} BV`]);
  if (level === 2) return random.pick([plain.toUpperCase().slice(0, 24), bare.slice(0, 18), `${bare.toUpperCase()} UTRECHT`]);
  const at = random.between(2, Math.max(2, bare.length - 2));
  return random.pick([
    bare.split(' ').map((word) => word.slice(0, 5)).join(' '),
    `${bare.slice(0, at)}${bare.slice(at + 1)}`,
    bare.slice(0, 10),
  ]);
}

const grouped = (digits: string): string => `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;

/** A payment reference: in the field of its own, or typed into the text. */
export function writtenReference(random: Random, level: NoiseLevel, reference: string): { readonly structuredRef: string | null; readonly text: string } {
  if (level <= 1 && random.chance(0.8)) return { structuredRef: reference, text: '' };
  const isOgm = /^\d{12}$/.test(reference);
  const printed = isOgm ? grouped(reference) : reference;
  if (level <= 1) return { structuredRef: null, text: printed };
  if (level === 2) return { structuredRef: null, text: random.pick([reference, printed, (reference.match(/.{1,4}/g) ?? []).join(' '), isOgm ? printed.replaceAll('+', '*') : reference.toLowerCase()]) };
  return { structuredRef: null, text: mistyped(random, printed.replaceAll('+', '')) };
}
