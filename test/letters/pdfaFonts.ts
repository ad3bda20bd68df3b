/**
 * The clauses of ISO 19005-2 §6.2.11 that need a look into the fonts themselves: every glyph that is shown exists, has the width that is
 * said, and stands for a character that can be copied.
 */
import { operationsOf, type PdfFile, Ref, type Dictionary, type PdfValue } from './pdfObjects.ts';

type Report = (clause: string, what: string) => void;

/** Glyph codes that are shown, by the number of the font object. */
function shownCodes(file: PdfFile, report: Report): ReadonlyMap<number, ReadonlySet<number>> {
  const shown = new Map<number, Set<number>>();
  file.pages().forEach((page, index) => {
    const fonts = file.dictionary(page.get('Resources')).get('Font');
    let current: number | null = null;
    for (const { operator, operands } of operationsOf(file.contentOf(page))) {
      if (operator === 'Tf') {
        const reference: PdfValue | undefined = fonts === undefined ? undefined : file.dictionary(fonts).get(file.name(operands[0]) ?? '');
        current = reference instanceof Ref ? reference.id : null;
        if (current === null) report('6.2.2', `page ${index + 1}: a font that is not among its resources`);
      }
      if ((operator !== 'Tj' && operator !== 'TJ') || current === null) continue;
      const codes = shown.get(current) ?? new Set<number>();
      shown.set(current, codes);
      const texts = operator === 'Tj' ? operands : file.list(operands[0]);
      for (const text of texts) if (Buffer.isBuffer(text)) for (let at = 0; at + 1 < text.length; at += 2) codes.add(text.readUInt16BE(at));
    }
  });
  return shown;
}

/** What a TrueType program says: how many glyphs it has, and how wide each is in thousandths of the size. */
function readTrueType(program: Buffer): { readonly glyphs: number; readonly widthOf: (glyph: number) => number } {
  const tables = new Map<string, number>();
  for (let index = 0; index < program.readUInt16BE(4); index += 1) tables.set(program.toString('latin1', 12 + index * 16, 16 + index * 16), program.readUInt32BE(20 + index * 16));
  const at = (name: string): number => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`no table ${name}`);
    return found;
  };
  const unitsPerEm = program.readUInt16BE(at('head') + 18);
  const metrics = program.readUInt16BE(at('hhea') + 34);
  const hmtx = at('hmtx');
  return {
    glyphs: program.readUInt16BE(at('maxp') + 4),
    widthOf: (glyph) => (program.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm,
  };
}

/** `[first [w w …] from to w …]` as widths by code (ISO 32000-1 §9.7.4.3). */
function readWidths(file: PdfFile, descendant: Dictionary): (code: number) => number {
  const list = file.list(descendant.get('W') ?? []);
  const widths = new Map<number, number>();
  for (let at = 0; at < list.length; ) {
    const [first, second, third] = [list[at], file.resolve(list[at + 1]), list[at + 2]];
    if (Array.isArray(second)) {
      second.forEach((width, index) => widths.set(Number(first) + index, Number(width)));
      at += 2;
    } else {
      for (let code = Number(first); code <= Number(second); code += 1) widths.set(code, Number(third));
      at += 3;
    }
  }
  const usual = descendant.get('DW');
  return (code) => widths.get(code) ?? (typeof usual === 'number' ? usual : 1000);
}

/** Blanks mean nothing between hexadecimal digits (ISO 32000-1 §7.3.4.3). */
const hexText = '<([0-9a-fA-F\\s]*)>';

/** The characters of a ToUnicode map by code (Adobe Technical Note 5411). */
export function readToUnicode(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const words = (hex: string): string => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').swap16().toString('utf16le');
  const blocks = (name: string): readonly string[] => text.split(`begin${name}`).slice(1).map((part) => part.split(`end${name}`)[0] ?? '');
  for (const block of blocks('bfrange')) {
    for (const [, from = '', , list, start] of block.matchAll(new RegExp(`${hexText}\\s*${hexText}\\s*(?:\\[([^\\]]*)\\]|${hexText})`, 'g'))) {
      if (list !== undefined) [...list.matchAll(new RegExp(hexText, 'g'))].forEach(([, hex = ''], index) => found.set(Number.parseInt(from, 16) + index, words(hex)));
      else if (start !== undefined) found.set(Number.parseInt(from, 16), words(start));
    }
  }
  for (const block of blocks('bfchar')) for (const [, code = '', hex = ''] of block.matchAll(new RegExp(`${hexText}\\s*${hexText}`, 'g'))) found.set(Number.parseInt(code, 16), words(hex));
  return found;
}

function checkGlyphs(file: PdfFile, font: Dictionary, { name, codes, report }: { readonly name: string; readonly codes: ReadonlySet<number>; readonly report: Report }): void {
  const descendant = file.dictionary(file.list(font.get('DescendantFonts'))[0]);
  const descriptor = file.dictionary(descendant.get('FontDescriptor'));
  const program = readTrueType(file.streamOf(descriptor.get('FontFile2')));
  const widthOf = readWidths(file, descendant);
  const unicode = readToUnicode(file.streamOf(font.get('ToUnicode')).toString('latin1'));
  for (const code of codes) {
    if (code === 0) report('6.2.11.8', `${name}: a glyph that stands for no character is shown`);
    if (code >= program.glyphs) report('6.2.11.4.1', `${name}: glyph ${code} is not in the font`);
    else if (Math.abs(widthOf(code) - program.widthOf(code)) > 1) report('6.2.11.5', `${name}: glyph ${code} is said to be ${widthOf(code)} wide and is ${program.widthOf(code)}`);
    const text = unicode.get(code) ?? '';
    if (text === '' || text.includes('\u{0}') || text.includes('\u{feff}') || text.includes('\u{fffe}')) report('6.2.11.7.2', `${name}: glyph ${code} cannot be copied`);
  }
  const set = descriptor.get('CIDSet');
  if (set !== undefined) {
    const bits = file.streamOf(set);
    for (let glyph = 0; glyph < program.glyphs; glyph += 1) if (((bits[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) === 0) report('6.2.11.4.2', `${name}: CIDSet leaves glyph ${glyph} out`);
  }
}

/** Every font that shows something: its encoding, its program, and each glyph of it that is shown. */
export function checkFonts(file: PdfFile, report: Report): void {
  for (const [id, codes] of shownCodes(file, report)) {
    const font = file.dictionary(new Ref(id));
    const name = file.name(font.get('BaseFont')) ?? `font ${id}`;
    if (file.name(font.get('Subtype')) !== 'Type0') continue;
    const descendant = file.dictionary(file.list(font.get('DescendantFonts'))[0]);
    if (file.name(font.get('Encoding')) !== 'Identity-H') report('6.2.11.3.3', `${name}: encoding`);
    const system = file.dictionary(descendant.get('CIDSystemInfo'));
    if (file.text(system.get('Registry')) !== 'Adobe' || file.text(system.get('Ordering')) !== 'Identity') report('6.2.11.3.1', `${name}: character collection`);
    if (file.name(descendant.get('Subtype')) === 'CIDFontType2' && file.name(descendant.get('CIDToGIDMap')) !== 'Identity') report('6.2.11.3.2', `${name}: map of glyphs`);
    if (file.name(descendant.get('BaseFont')) !== name) report('6.2.11.2', `${name}: its parts have other names`);
    if (!file.dictionary(descendant.get('FontDescriptor')).has('FontFile2')) report('6.2.11.4.1', `${name}: no TrueType program`);
    else if (font.has('ToUnicode')) checkGlyphs(file, font, { name, codes, report });
  }
}
