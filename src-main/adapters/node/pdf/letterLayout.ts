/**
 * Divides a letter over pages before a line is drawn. Order of concessions when it does not fit: closer paragraphs, then a second page;
 * never smaller type. The payment box stays on the first page, and the closing never stands alone: the last paragraph moves with it.
 */
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import type { LetterBlock, LetterModel } from '../../../../src-shared/letter.ts';
import { err, missingCase, ok, type Result } from '../../../../src-shared/result.ts';
import { dense, dividePages, drawPart, type SetTable, setTable, type TablePart, placeTable } from './letterTable.ts';
import type { LetterFonts } from './letterFonts.ts';
import { body, colours, type, type TypeStyle } from './measures.ts';
import { isPicture, setAddress, type SetAddress } from './letterHead.ts';
import { placePayment } from './paymentBox.ts';
import type { Pen } from './pen.ts';
import { drawLines, placeAmounts, type PlacedBlock, placeFacts, placeParagraph, plainRun } from './placedBlock.ts';
import { breakLines } from './textLines.ts';

type PageItem = { readonly top: number; readonly draw: (pen: Pen, top: number) => void };
export type LaidOutLetter = { readonly model: LetterModel; readonly address: SetAddress; readonly pages: readonly (readonly PageItem[])[] };

const paragraphGaps = [2.2, 1.8] as const;
const subjectStyle: TypeStyle = { ...type.subject };
const subjectBaseline = 4.1;
const subjectGap = 1.8;
const headingHeight = 8.8;

/** Space between two blocks in millimetres. */
function gapBetween(before: PlacedBlock, after: PlacedBlock, paragraphGap: number): number {
  if (after.kind === 'closing') return paragraphGap + 1.2;
  if (before.kind === 'salutation') return paragraphGap + 0.2;
  if (before.kind === 'paragraph' && after.kind === 'paragraph') return paragraphGap;
  if (before.kind === 'table') return 3.8;
  if (after.kind === 'table') return 3.15;
  if (after.kind === 'payment') return 2.3;
  if (after.kind === 'amounts') return 1.8;
  if (before.kind === 'amounts') return paragraphGap + 0.6;
  return 3;
}

function placeBlock(fonts: LetterFonts, block: LetterBlock, accent: string): PlacedBlock {
  switch (block.kind) {
    case 'paragraph':
      return placeParagraph(fonts, block.runs);
    case 'table':
      return placeTable(fonts, block.table);
    case 'facts':
      return placeFacts(fonts, block.rows);
    case 'amounts':
      return placeAmounts(block.rows);
    case 'payment':
      return placePayment(fonts, block.payment, accent);
    default:
      return missingCase(block);
  }
}

function placeHeading(fonts: LetterFonts, text: string): PlacedBlock {
  const setting = { plain: 'semiBold', bold: 'semiBold', size: subjectStyle.size } as const;
  const lines = breakLines(fonts, plainRun(text), { setting, widthMm: body.right - body.left });
  return {
    kind: 'paragraph',
    height: lines.length * subjectStyle.line,
    draw: (pen, top) => {
      pen.content('H1', () =>
        lines.forEach((line, index) =>
          pen.line(line, setting, { x: body.left, y: top + subjectBaseline + index * subjectStyle.line, colour: colours.ink }),
        ),
      );
    },
  };
}

/** Greeting, name with role, and enclosures, which stay together. First reminders carry no space for a signature. */
function placeClosing(fonts: LetterFonts, { closing }: LetterModel): PlacedBlock {
  const enclosures = breakLines(fonts, plainRun(closing.enclosures), {
    setting: { plain: 'regular', bold: 'regular', size: type.enclosure.size },
    widthMm: body.textWidth,
  });
  const nameTop = 3.3 + 5.9;
  const enclosureTop = nameTop + 5;
  return {
    kind: 'closing',
    height: (enclosures.length === 0 ? nameTop : enclosureTop + (enclosures.length - 1) * type.enclosure.line) + 1,
    draw: (pen, top) => {
      pen.content('P', () => drawLines(pen, [plainRun(closing.greeting)], { x: body.left, top, style: type.body, colour: colours.ink }));
      pen.content('P', () => {
        const mark = { y: top + nameTop, colour: colours.ink } as const;
        pen.text(`${closing.name} `, { ...mark, x: body.left, weight: 'semiBold', size: 9.1 });
        const after = body.left + pen.width('semiBold', closing.name, 9.1) + 2.2;
        pen.text(closing.role, { ...mark, x: after, weight: 'regular', size: 8.6, colour: colours.grey });
      });
      if (enclosures.length === 0) return;
      pen.content('P', () => {
        enclosures.forEach((line, index) => {
          pen.line(
            line,
            { plain: 'regular', bold: 'regular', size: type.enclosure.size },
            { x: body.left, y: top + enclosureTop + index * type.enclosure.line, colour: colours.grey },
          );
        });
      });
    },
  };
}

type Flow = { readonly pages: readonly (readonly PageItem[])[]; readonly boxOnFirstPage: boolean };

/** Stacks the blocks; the last one before the closing and the closing move together. */
function flow(blocks: readonly PlacedBlock[], { top, paragraphGap }: { readonly top: number; readonly paragraphGap: number }): Flow {
  const pages: PageItem[][] = [[]];
  let y = top;
  let before: PlacedBlock | null = null;
  let boxOnFirstPage = true;
  blocks.forEach((block, index) => {
    const closing = blocks[index + 1];
    const tail: number = closing?.kind === 'closing' ? gapBetween(block, closing, paragraphGap) + closing.height : 0;
    const start: number = y + (before === null ? 0 : gapBetween(before, block, paragraphGap));
    const fits = start + block.height + tail <= body.bottom;
    if (!fits && before !== null && block.kind !== 'closing') {
      pages.push([]);
      y = body.nextTop;
    } else y = start;
    if (block.kind === 'payment' && pages.length > 1) boxOnFirstPage = false;
    pages.at(-1)?.push({ top: y, draw: block.draw });
    y += block.height;
    before = block;
  });
  return { pages, boxOnFirstPage };
}

function annexPages(fonts: LetterFonts, annex: NonNullable<LetterModel['annex']>): readonly (readonly PageItem[])[] {
  const heading = placeHeading(fonts, annex.title);
  const set: SetTable = setTable(fonts, annex.table, dense);
  const firstTop = body.nextTop + headingHeight + heading.height - subjectStyle.line;
  const parts: readonly TablePart[] = dividePages(set, { first: body.bottom - firstTop, next: body.bottom - body.nextTop });
  return parts.map((part, index) => {
    const table: PageItem = { top: index === 0 ? firstTop : body.nextTop, draw: (pen, top) => drawPart(pen, set, { part, top }) };
    return index === 0 ? [{ top: body.nextTop, draw: heading.draw }, table] : [table];
  });
}

/**
 * Lays out a letter. Refusals: an address that does not fit the window, and a text so long that the payment box would leave the first
 * page (`letter-too-long`).
 */
export function layOutLetter(fonts: LetterFonts, model: LetterModel): Result<LaidOutLetter, AppError> {
  const address = setAddress(fonts, model);
  if (!address.ok) return address;
  if (model.letterhead.logo !== '' && !isPicture(model.letterhead.logo)) return err(appError('letter-logo-unreadable'));
  const subject = placeHeading(fonts, model.subject);
  const blocks = [
    { ...placeParagraph(fonts, plainRun(model.salutation)), kind: 'salutation' } as const,
    ...model.blocks.map((block) => placeBlock(fonts, block, model.letterhead.accent)),
    placeClosing(fonts, model),
  ];
  const top = body.top + subject.height + subjectGap;
  const attempts = paragraphGaps.map((paragraphGap) => flow(blocks, { top, paragraphGap }));
  const chosen = attempts.find((attempt) => attempt.pages.length === 1) ?? attempts[0];
  if (chosen === undefined || !chosen.boxOnFirstPage) return err(appError('letter-too-long'));
  const [first = [], ...others] = chosen.pages;
  const pages = [[{ top: body.top, draw: subject.draw }, ...first], ...others];
  return ok({ model, address: address.value, pages: model.annex === null ? pages : [...pages, ...annexPages(fonts, model.annex)] });
}
