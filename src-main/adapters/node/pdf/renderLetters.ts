/** From letter models to PDF bytes, on the thread that calls it. See the port for the promises made here. */
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import { type LetterModel, textsOfLetter } from '../../../../src-shared/letter.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { LetterPdf, Pictures, WindowTestLabels } from '../../../ports/pdfWriter.ts';
import type { DocumentFacts } from './documentFacts.ts';
import { drawAddress, drawFooter, drawLetterhead, drawMarks, drawPaper, drawReferences, drawRunningHead } from './letterHead.ts';
import type { LetterFonts } from './letterFonts.ts';
import { type LaidOutLetter, layOutLetter } from './letterLayout.ts';
import { Pen, UnreadablePicture } from './pen.ts';
import { drawWindowTest } from './windowTest.ts';

/** `名 (U+540D)`: the character itself may not be drawable on the user's screen either. */
const describeCharacter = (character: string): string =>
  `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/** The refusal of texts with characters that the type does not have, or null. */
export function missingCharacters(fonts: LetterFonts, texts: readonly string[]): Result<never, AppError> | null {
  const missing = [...new Set(texts.flatMap((text) => fonts.missingCharacters(text)))];
  if (missing.length === 0) return null;
  return err(appError('letter-characters-missing', { characters: missing.slice(0, 20).map(describeCharacter).join(', ') }));
}

/** Measures a letter and refuses what cannot be set, before anything is drawn. */
export function prepareLetter(fonts: LetterFonts, model: LetterModel): Result<LaidOutLetter, AppError> {
  return missingCharacters(fonts, textsOfLetter(model)) ?? layOutLetter(fonts, model);
}

const pictureName = /^picture:/;
/** Puts the pictures that a letter only names in their places. One that is absent is unreadable, as is a broken one. */
export function withPictures(model: LetterModel, pictures: Pictures): LetterModel {
  const { letterhead } = model;
  const find = (text: string): string => (pictureName.test(text) ? (pictures[text.slice('picture:'.length)] ?? text) : text);
  const background = letterhead.background && { first: find(letterhead.background.first), following: find(letterhead.background.following) };
  return { ...model, letterhead: { ...letterhead, logo: find(letterhead.logo), ...(background && { background }) } };
}

/** Draws one page of a prepared letter on the page that is open: in the order in which it is read, but for paper, which lies under all. */
export function drawLetterPage(pen: Pen, fonts: LetterFonts, { letter: { model, address, pages }, index }: { readonly letter: LaidOutLetter; readonly index: number }): void {
  const { background } = model.letterhead;
  const picture = (index === 0 ? background?.first : background?.following) ?? '';
  const isOnPaper = background !== undefined && (index === 0 || picture !== '');
  const place = { number: index + 1, total: pages.length };
  if (isOnPaper) drawPaper(pen, model, { picture, ...place });
  else if (index === 0) drawLetterhead(pen, fonts, model);
  else drawRunningHead(pen, model);
  if (index === 0) {
    drawAddress(pen, address);
    drawReferences(pen, fonts, model);
    drawMarks(pen, model);
  }
  for (const item of pages[index] ?? []) item.draw(pen, item.top);
  if (!isOnPaper) drawFooter(pen, fonts, { model, ...place });
}

/** Draws a prepared letter on pages of its own. */
export function drawLetter(pen: Pen, fonts: LetterFonts, letter: LaidOutLetter): void {
  pen.group('Sect', () => {
    for (const index of letter.pages.keys()) {
      pen.newPage();
      drawLetterPage(pen, fonts, { letter, index });
    }
  });
}

const factsOf = (model: LetterModel): DocumentFacts => ({
  title: model.title,
  author: model.letterhead.name,
  subject: model.subject,
  languageTag: model.languageTag,
  date: model.date,
  attachments: [],
  isTagged: true,
});

/** The refusal for a picture that cannot be read, the only thing that can fail while drawing prepared letters; anything else goes on. */
export function pictureRefusal(thrown: unknown): AppError {
  if (!(thrown instanceof UnreadablePicture)) throw thrown;
  return appError(thrown.which === 'logo' ? 'letter-logo-unreadable' : 'letter-paper-unreadable');
}

/** Draws a document into memory. */
export async function drawDocument(fonts: LetterFonts, facts: DocumentFacts, draw: (pen: Pen) => void): Promise<Result<LetterPdf, AppError>> {
  const chunks: Uint8Array[] = [];
  const pen = new Pen(fonts, facts, (chunk) => chunks.push(chunk));
  try {
    draw(pen);
  } catch (thrown) {
    return err(pictureRefusal(thrown));
  }
  await pen.finish();
  return ok({ bytes: new Uint8Array(Buffer.concat(chunks)), pages: pen.pages });
}

/** One letter as one document. */
export async function renderLetter(fonts: LetterFonts, model: LetterModel, pictures: Pictures = {}): Promise<Result<LetterPdf, AppError>> {
  const prepared = prepareLetter(fonts, withPictures(model, pictures));
  if (!prepared.ok) return prepared;
  return drawDocument(fonts, factsOf(model), (pen) => drawLetter(pen, fonts, prepared.value));
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
  return drawDocument(fonts, { ...factsOf(first), subject: '' }, (pen) => {
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
  return drawDocument(fonts, { ...factsOf(model), title: labels.title }, (pen) => {
    drawLetter(pen, fonts, { ...prepared.value, pages: [first] });
    drawWindowTest(pen, { model, labels });
  });
}
