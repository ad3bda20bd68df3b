/** From letter models to PDF bytes, on the thread that calls it. See the port for the promises made here. */
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import { type LetterModel, textsOfLetter } from '../../../../src-shared/letter.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { LetterPdf, WindowTestLabels } from '../../../ports/pdfWriter.ts';
import { drawAddress, drawFolds, drawFooter, drawLetterhead, drawReferences, drawRunningHead } from './letterHead.ts';
import type { LetterFonts } from './letterFonts.ts';
import { type LaidOutLetter, layOutLetter } from './letterLayout.ts';
import { Pen } from './pen.ts';
import { drawWindowTest } from './windowTest.ts';

/** `名 (U+540D)`: the character itself may not be drawable on the user's screen either. */
const describeCharacter = (character: string): string =>
  `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/** Measures a letter and refuses what cannot be set, before anything is drawn. */
export function prepareLetter(fonts: LetterFonts, model: LetterModel): Result<LaidOutLetter, AppError> {
  const missing = [...new Set(textsOfLetter(model).flatMap((text) => fonts.missingCharacters(text)))];
  if (missing.length > 0)
    return err(appError('letter-characters-missing', { characters: missing.slice(0, 20).map(describeCharacter).join(', ') }));
  return layOutLetter(fonts, model);
}

function drawLetter(pen: Pen, fonts: LetterFonts, { model, address, pages }: LaidOutLetter): void {
  pen.group('Sect', () => {
    pages.forEach((items, index) => {
      pen.newPage();
      if (index === 0) {
        drawLetterhead(pen, fonts, model);
        drawAddress(pen, address);
        drawReferences(pen, fonts, model);
        drawFolds(pen, model);
      } else drawRunningHead(pen, model);
      for (const item of items) item.draw(pen, item.top);
      drawFooter(pen, fonts, { model, number: index + 1, total: pages.length });
    });
  });
}

const factsOf = (model: LetterModel): ConstructorParameters<typeof Pen>[1] => ({
  title: model.title,
  author: model.letterhead.name,
  subject: model.subject,
  languageTag: model.languageTag,
  date: model.date,
});

/** A picture that the library cannot read is the only thing that can fail while drawing prepared letters. */
async function finishDrawing(pen: Pen, draw: () => void): Promise<Result<LetterPdf, AppError>> {
  try {
    draw();
  } catch (thrown) {
    if (thrown instanceof Error && /image|png|jpeg/i.test(thrown.message)) return err(appError('letter-logo-unreadable'));
    throw thrown;
  }
  return ok({ bytes: await pen.finish(), pages: pen.pages });
}

/** One letter as one document. */
export async function renderLetter(fonts: LetterFonts, model: LetterModel): Promise<Result<LetterPdf, AppError>> {
  const prepared = prepareLetter(fonts, model);
  if (!prepared.ok) return prepared;
  const pen = new Pen(fonts, factsOf(model));
  return finishDrawing(pen, () => drawLetter(pen, fonts, prepared.value));
}

/** All letters as one document for a printer that prints on both sides: a letter with an odd number of pages gets an empty back. */
export async function renderBatch(
  fonts: LetterFonts,
  models: readonly LetterModel[],
  onLetter: (done: number) => void,
): Promise<Result<LetterPdf, AppError>> {
  const [first] = models;
  if (first === undefined) return err(appError('not-found'));
  const prepared: LaidOutLetter[] = [];
  for (const model of models) {
    const one = prepareLetter(fonts, model);
    if (!one.ok) return one;
    prepared.push(one.value);
  }
  const pen = new Pen(fonts, { ...factsOf(first), subject: '' });
  return finishDrawing(pen, () => {
    prepared.forEach((letter, index) => {
      drawLetter(pen, fonts, letter);
      if (letter.pages.length % 2 === 1 && index < prepared.length - 1) pen.newPage();
      onLetter(index + 1);
    });
  });
}

/** The first page of a letter with window, folds and rulers over it. */
export async function renderWindowTest(
  fonts: LetterFonts,
  model: LetterModel,
  labels: WindowTestLabels,
): Promise<Result<LetterPdf, AppError>> {
  const prepared = prepareLetter(fonts, model);
  if (!prepared.ok) return prepared;
  const [first = []] = prepared.value.pages;
  const pen = new Pen(fonts, { ...factsOf(model), title: labels.title });
  return finishDrawing(pen, () => {
    drawLetter(pen, fonts, { ...prepared.value, pages: [first] });
    drawWindowTest(pen, { model, labels });
  });
}
