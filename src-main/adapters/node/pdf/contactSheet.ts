/** First pages of many letters side by side, for the eye that looks them over. */
import type { AppError } from '../../../../src-shared/errors.ts';
import type { LetterModel } from '../../../../src-shared/letter.ts';
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import type { Result } from '../../../../src-shared/result.ts';
import type { LetterPdf } from '../../../ports/pdfWriter.ts';
import type { LetterFonts } from './letterFonts.ts';
import type { LaidOutLetter } from './letterLayout.ts';
import { colours, page, rule } from './measures.ts';
import { drawDocument, drawLetterPage, prepareLetter } from './renderLetters.ts';

export type NamedLetter = { readonly name: string; readonly model: LetterModel };

const columns = 3;
const rows = 3;
const gap = 4;
const captionHeight = 4;
const scale = Math.min(
  (page.width - gap * (columns + 1)) / columns / page.width,
  (page.height - gap * (rows + 1) - captionHeight * rows) / rows / page.height,
);
const cell = { width: page.width * scale, height: page.height * scale } as const;

/** Nine letters on a page, with their names and page counts. A letter that cannot be set is the refusal of the sheet, with its name. */
export async function renderContactSheet(
  fonts: LetterFonts,
  letters: readonly NamedLetter[],
  { title, date }: { readonly title: string; readonly date: PlainDateText },
): Promise<Result<LetterPdf, AppError>> {
  const prepared: { readonly name: string; readonly letter: LaidOutLetter }[] = [];
  for (const { name, model } of letters) {
    const letter = prepareLetter(fonts, model);
    if (!letter.ok) return { ok: false, error: { ...letter.error, where: { path: name } } };
    prepared.push({ name, letter: letter.value });
  }
  const facts = { title, author: '', subject: '', languageTag: 'nl', date, attachments: [], isTagged: false };
  return drawDocument(fonts, facts, (pen) => {
    prepared.forEach(({ name, letter }, index) => {
      const place = index % (columns * rows);
      if (place === 0) pen.newPage();
      const x = gap + (place % columns) * (cell.width + gap);
      const y = gap + Math.floor(place / columns) * (cell.height + captionHeight + gap);
      const pages = letter.pages.length === 1 ? '' : ` (${letter.pages.length})`;
      pen.text(`${name}${pages}`, { x, y: y + 2.6, weight: 'medium', size: 5.6, colour: colours.ink });
      pen.reduced({ x, y: y + captionHeight, scale }, () => {
        drawLetterPage(pen, fonts, { letter, index: 0 });
        pen.frame({ x: 0, y: 0, ...page, thickness: rule.heavy, colour: colours.hairline });
      });
    });
  });
}
