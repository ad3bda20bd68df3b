import type { LetterRun } from '../../../src-shared/letter.ts';

export const bold = (text: string): LetterRun => ({ text, bold: true });

/** A line of text with bold parts: runs`Samen staat ${bold('€ 10,00')} open.` Neighbours of one weight become one run. */
export function runs(texts: TemplateStringsArray, ...values: readonly (string | LetterRun)[]): readonly LetterRun[] {
  const parts: LetterRun[] = [];
  texts.forEach((text, index) => {
    parts.push({ text, bold: false });
    const value = values[index];
    if (value !== undefined) parts.push(typeof value === 'string' ? { text: value, bold: false } : value);
  });
  return joinRuns(parts);
}

function joinRuns(parts: readonly LetterRun[]): readonly LetterRun[] {
  const joined: LetterRun[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.text === '') continue;
    if (last !== undefined && last.bold === part.bold) joined[joined.length - 1] = { text: last.text + part.text, bold: part.bold };
    else joined.push(part);
  }
  return joined;
}

export const textOfRuns = (parts: readonly LetterRun[]): string => parts.map((part) => part.text).join('');

/** Two texts as one paragraph with a blank between them. */
export const inOneParagraph = (first: readonly LetterRun[], second: readonly LetterRun[]): readonly LetterRun[] =>
  first.length === 0 || second.length === 0 ? [...first, ...second] : joinRuns([...first, { text: ' ', bold: false }, ...second]);
