/** Pages that are no letters, in a plain layout: who issues it, what it is, its blocks. No window, no folds, no colour. */
import { type AppError, appError } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { type SheetModel, textsOfSheet } from '../../../../src-shared/sheet.ts';
import type { LetterPdf, Pictures, Portfolio } from '../../../ports/pdfWriter.ts';
import { drawFooter, drawRunningHead } from './letterHead.ts';
import type { LetterFonts } from './letterFonts.ts';
import { placeTitle } from './letterLayout.ts';
import { body, colours, points, rule, type } from './measures.ts';
import { flowPages, type Pages, placeBlock, usualGap } from './pageFlow.ts';
import type { Pen } from './pen.ts';
import { type PlacedBlock, plainRun } from './placedBlock.ts';
import { drawDocument, missingCharacters } from './renderLetters.ts';
import { breakLines, largestFitting } from './textLines.ts';

const top = 14;
const subjectTop = 40;
/** From the top of the subject to the first block. */
const subjectGap = 3.4;
const stampSize = 10;
const stampPadding = 2.6;
const headGap = 6;

export type LaidOutSheet = { readonly model: SheetModel; readonly pages: Pages; readonly title: PlacedBlock; readonly subjectTop: number };

/** The lines at the right push the subject down where there are many of them. */
const subjectTopOf = ({ head }: SheetModel): number => Math.max(subjectTop, top + 3.2 + head.lines.length * 3.7 + 8);

function placeNote(fonts: LetterFonts, note: string): PlacedBlock {
  const setting = { plain: 'regular', bold: 'regular', size: type.enclosure.size } as const;
  const lines = breakLines(fonts, plainRun(note), { setting, widthMm: body.textWidth });
  return {
    kind: 'paragraph',
    height: lines.length * type.enclosure.line,
    draw: (pen, y) =>
      pen.content('P', () =>
        lines.forEach((line, index) => pen.line(line, setting, { x: body.left, y: y + 2.6 + index * type.enclosure.line, colour: colours.grey })),
      ),
  };
}

export function layOutSheet(fonts: LetterFonts, model: SheetModel): Result<LaidOutSheet, AppError> {
  const missing = missingCharacters(fonts, textsOfSheet(model));
  if (missing !== null) return missing;
  const title = placeTitle(fonts, model.subject, stampWidth(fonts, model));
  const start = subjectTopOf(model);
  if (model.pictures !== undefined) return ok({ model, pages: picturePages(model.pictures, start + title.height + subjectGap), title, subjectTop: start });
  const blocks = model.blocks.map((block) => placeBlock(fonts, block, { accent: colours.ink, isDense: true, textWidth: body.textWidth }));
  const all = model.note === '' ? blocks : [...blocks, placeNote(fonts, model.note)];
  const { pages } = flowPages(all, { top: start + title.height + subjectGap, paragraphGap: usualGap });
  return ok({ model, pages, title, subjectTop: start });
}

/** A sheet of A4 at three quarters of its size fits under the head of the first page; the others have a little more room. */
const pictureFrame = { x: 26, width: 158, nextTop: 25 } as const;

function picturePages(pictures: NonNullable<SheetModel['pictures']>, firstTop: number): Pages {
  return pictures.map(({ picture, alternative }, index) => {
    const top = index === 0 ? firstTop : pictureFrame.nextTop;
    const frame = { x: pictureFrame.x, y: top, width: pictureFrame.width, height: body.bottom - top };
    return [{ top, draw: (pen: Pen) => pen.figure(alternative, frame, () => void pen.picture(picture, frame)) }];
  });
}

/** Puts the pictures that a sheet only names in their places. */
export function sheetWithPictures(sheet: SheetModel, pictures: Pictures): SheetModel {
  if (sheet.pictures === undefined) return sheet;
  const find = (picture: string): string => (picture.startsWith('picture:') ? (pictures[picture.slice('picture:'.length)] ?? picture) : picture);
  return { ...sheet, pictures: sheet.pictures.map((one) => ({ ...one, picture: find(one.picture) })) };
}

/** Room at the right of the subject that the stamp takes, in millimetres. */
const stampWidth = (fonts: LetterFonts, { stamp }: SheetModel): number =>
  stamp === '' ? 0 : (fonts.width('semiBold', stamp) * stampSize) / points(1) + 2 * stampPadding + headGap;

function drawHead(pen: Pen, fonts: LetterFonts, { model, title, subjectTop: y }: LaidOutSheet): void {
  const { head, stamp } = model;
  const widthOf = (line: string): number => pen.width('regular', line, 7.5);
  const linesLeft = Math.max(100, body.right - Math.max(0, ...head.lines.map(widthOf)));
  const sizes = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7];
  const size = largestFitting(fonts, head.name, { weight: 'semiBold', sizes, widthMm: linesLeft - body.left - headGap }) ?? 6.5;
  pen.content('P', () => pen.text(`${head.name} `, { x: body.left, y: top + 3.4, weight: 'semiBold', size, colour: colours.ink }));
  head.lines.forEach((line, index) => {
    const fitting = largestFitting(fonts, line, { weight: 'regular', sizes: [7.5, 7, 6.5, 6], widthMm: body.right - linesLeft }) ?? 5.5;
    pen.content('P', () => pen.text(`${line} `, { x: linesLeft, y: top + 3.2 + index * 3.7, weight: 'regular', size: fitting, colour: colours.grey }));
  });
  title.draw(pen, y);
  if (stamp === '') return;
  const width = pen.width('semiBold', stamp, stampSize) + 2 * stampPadding;
  const left = body.right - width;
  pen.decoration('Layout', () => pen.frame({ x: left, y: y - 0.9, width, height: 6.6, thickness: rule.heavy, colour: colours.ink }));
  pen.content('P', () => pen.text(`${stamp} `, { x: left + stampPadding, y: y + 3.65, weight: 'semiBold', size: stampSize, colour: colours.ink }));
}

/** Where a sheet stands among others of one document: how many pages lie before it, and how many there are. */
type Among = { readonly before: number; readonly total: number };

/** Draws a laid out sheet on pages of its own, numbered by itself or among those of the whole document. */
export function drawSheet(pen: Pen, fonts: LetterFonts, sheet: LaidOutSheet, among?: Among): void {
  const { model, pages } = sheet;
  const { before, total } = among ?? { before: 0, total: pages.length };
  pen.group('Sect', () => {
    pages.forEach((items, index) => {
      pen.newPage();
      if (among !== undefined && index === 0) pen.bookmark(model.title);
      if (index === 0) drawHead(pen, fonts, sheet);
      else drawRunningHead(pen, model);
      for (const item of items) item.draw(pen, item.top);
      drawFooter(pen, fonts, { model, number: before + index + 1, total });
    });
  });
}

/** One sheet as one document. */
export async function renderSheet(fonts: LetterFonts, model: SheetModel): Promise<Result<LetterPdf, AppError>> {
  const prepared = layOutSheet(fonts, model);
  if (!prepared.ok) return prepared;
  const { title, author, subject, languageTag, date, attachments } = model;
  const facts = { title, author, subject, languageTag, date, attachments, isTagged: true };
  return drawDocument(fonts, facts, (pen) => drawSheet(pen, fonts, prepared.value));
}

/** Sheets and files as one document. */
export async function renderPortfolio(fonts: LetterFonts, { sheets, ...portfolio }: Portfolio): Promise<Result<LetterPdf, AppError>> {
  const prepared: LaidOutSheet[] = [];
  for (const sheet of sheets) {
    const one = layOutSheet(fonts, sheet);
    if (!one.ok) return one;
    prepared.push(one.value);
  }
  const [first] = sheets;
  if (first === undefined) return err(appError('not-found'));
  const { title, author, subject, languageTag, date } = first;
  const total = prepared.reduce((sum, { pages }) => sum + pages.length, 0);
  return drawDocument(fonts, { title, author, subject, languageTag, date, attachments: [], portfolio, isTagged: true }, (pen) => {
    for (const sheet of prepared) drawSheet(pen, fonts, sheet, { before: pen.pages, total });
  });
}
