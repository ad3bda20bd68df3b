/**
 * Lines are broken here and only at the plain blank (U+0020): the PDF library would also break at `/`, `@` and `.`, and so tear
 * references such as `+++202/6001/18717+++` apart. Heights are therefore known before anything is drawn.
 */
import type { LetterRun } from '../../../../src-shared/letter.ts';
import type { LetterFonts, Weight } from './letterFonts.ts';
import { points } from './measures.ts';

export type Line = readonly LetterRun[];
/** How runs are set: the weight of plain and of bold text, and the size in points. */
export type Setting = { readonly plain: Weight; readonly bold: Weight; readonly size: number };

export const bodySetting = (size: number): Setting => ({ plain: 'regular', bold: 'semiBold', size });

type Word = { readonly text: string; readonly bold: boolean; readonly endsInBlank: boolean };

/** Words in order; a word may consist of pieces of both weights, so a piece that does not end in a blank holds on to the next one. */
function piecesOf(runs: readonly LetterRun[]): readonly Word[] {
  const pieces: Word[] = [];
  for (const run of runs) {
    let start = 0;
    for (let blank = run.text.indexOf(' '); blank >= 0; blank = run.text.indexOf(' ', start)) {
      pieces.push({ text: run.text.slice(start, blank), bold: run.bold, endsInBlank: true });
      start = blank + 1;
    }
    if (start < run.text.length) pieces.push({ text: run.text.slice(start), bold: run.bold, endsInBlank: false });
  }
  return pieces;
}

const append = (line: LetterRun[], text: string, bold: boolean): void => {
  const last = line.at(-1);
  if (last !== undefined && last.bold === bold) line[line.length - 1] = { text: last.text + text, bold };
  else line.push({ text, bold });
};

/** Cuts a piece without blanks that is wider than the line itself, such as a web address, into parts that fit. */
function cut(word: Word, fits: (text: string) => boolean): readonly Word[] {
  if (fits(word.text)) return [word];
  const parts: Word[] = [];
  let part = '';
  for (const character of word.text) {
    if (part !== '' && !fits(part + character)) {
      parts.push({ text: part, bold: word.bold, endsInBlank: true });
      part = '';
    }
    part += character;
  }
  return [...parts, { ...word, text: part }];
}

/**
 * Breaks runs into lines of at most a width in millimetres. Every line but the last keeps the blank at its end, so that copied text and
 * reading programs keep the words apart.
 */
export function breakLines(
  fonts: LetterFonts,
  runs: readonly LetterRun[],
  { setting, widthMm }: { readonly setting: Setting; readonly widthMm: number },
): readonly Line[] {
  const limit = points(widthMm);
  const width = (word: Word, text: string): number => fonts.width(word.bold ? setting.bold : setting.plain, text) * setting.size;
  const lines: LetterRun[][] = [];
  let line: LetterRun[] = [];
  let used = 0;
  let group: Word[] = [];
  const place = (): void => {
    const needed = group.reduce((sum, word) => sum + width(word, word.text), 0);
    if (line.length > 0 && used + needed > limit) {
      lines.push(line);
      line = [];
      used = 0;
    }
    for (const word of group) {
      const text = word.endsInBlank ? `${word.text} ` : word.text;
      append(line, text, word.bold);
      used += width(word, text);
    }
    group = [];
  };
  for (const piece of piecesOf(runs)) {
    for (const part of cut(piece, (text) => width(piece, text) <= limit)) {
      group.push(part);
      if (part.endsInBlank) place();
    }
  }
  if (group.length > 0) place();
  if (line.length > 0) lines.push(line);
  return lines;
}

/** The largest of the sizes at which a text fits a width in millimetres, or null when it fits in none. */
export function largestFitting(
  fonts: LetterFonts,
  text: string,
  { weight, sizes, widthMm }: { readonly weight: Weight; readonly sizes: readonly number[]; readonly widthMm: number },
): number | null {
  const ems = fonts.width(weight, text);
  return sizes.find((size) => ems * size <= points(widthMm)) ?? null;
}
