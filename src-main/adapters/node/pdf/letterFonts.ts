// oxlint-disable-next-line typescript/triple-slash-reference -- fontkit has no types; an import of ours would not declare its module for every project that reads this file
/// <reference path="./fontkit.d.ts" />
/**
 * IBM Plex Sans in three weights, parsed once per thread: parsing costs fifty times what setting a letter does. Its figures are all of
 * one width, so amounts stand under each other without a font feature.
 */
import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';

export type Weight = 'regular' | 'medium' | 'semiBold';
export const weights: readonly Weight[] = ['regular', 'medium', 'semiBold'];

export type LetterFonts = {
  /** The parsed font, for the PDF library. */
  font(weight: Weight): Font;
  /** Width of a text in ems (1 = the type size). Kerning never crosses a blank, so words are measured apart and remembered. */
  width(weight: Weight, text: string): number;
  /** Characters of the text that no weight can draw, each once. */
  missingCharacters(text: string): readonly string[];
};

/** Words remembered per weight; when full it starts again, so that a long run over many customers cannot grow without end. */
const memoryLimit = 20_000;

/** Pairs and triples that are drawn as one sign; what they stand for is remembered when they are first set. */
const ligatures = 'fi fl ff ffi ffl';
const isLigature = (codePoint: number): boolean => codePoint >= 0xfb00 && codePoint <= 0xfb06;

/**
 * The library remembers a glyph with the character for which it was first asked for, and a part of an accented letter with none: after an É
 * the E of every later document could not be copied or searched, and the same letter had other bytes. So each is asked for here, once and in
 * order.
 */
function rememberCharacters(font: Font): Font {
  font.layout(ligatures);
  for (const codePoint of font.characterSet.toSorted((a, b) => a - b)) if (!isLigature(codePoint)) font.glyphForCodePoint(codePoint);
  return font;
}

/** Reads the three font files of a folder. Throws when one is absent: the program is then incomplete. */
export function openLetterFonts(folder: string): LetterFonts {
  const parsed: Record<Weight, Font> = {
    regular: rememberCharacters(openSync(join(folder, 'IBMPlexSans-Regular.ttf'))),
    medium: rememberCharacters(openSync(join(folder, 'IBMPlexSans-Medium.ttf'))),
    semiBold: rememberCharacters(openSync(join(folder, 'IBMPlexSans-SemiBold.ttf'))),
  };
  const remembered: Record<Weight, Map<string, number>> = { regular: new Map(), medium: new Map(), semiBold: new Map() };
  const drawable = new Map<number, boolean>();

  const wordWidth = (weight: Weight, word: string): number => {
    const memory = remembered[weight];
    const known = memory.get(word);
    if (known !== undefined) return known;
    const font = parsed[weight];
    const width = font.layout(word).advanceWidth / font.unitsPerEm;
    if (memory.size >= memoryLimit) memory.clear();
    memory.set(word, width);
    return width;
  };
  const canDraw = (codePoint: number): boolean => {
    const known = drawable.get(codePoint);
    if (known !== undefined) return known;
    const answer = weights.every((weight) => parsed[weight].hasGlyphForCodePoint(codePoint));
    if (drawable.size >= memoryLimit) drawable.clear();
    drawable.set(codePoint, answer);
    return answer;
  };

  return {
    font: (weight) => parsed[weight],
    width(weight, text) {
      let width = 0;
      let start = 0;
      for (let blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', start)) {
        width += wordWidth(weight, text.slice(start, blank + 1));
        start = blank + 1;
      }
      return start < text.length ? width + wordWidth(weight, text.slice(start)) : width;
    },
    missingCharacters(text) {
      const missing = new Set<string>();
      for (const character of text) if (!canDraw(character.codePointAt(0) ?? 0)) missing.add(character);
      return [...missing];
    },
  };
}
