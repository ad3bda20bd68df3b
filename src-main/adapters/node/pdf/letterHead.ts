/** What stands above the text on the first page: letterhead, address in the window, reference block; and head and foot of every page. */
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import type { LetterModel } from '../../../../src-shared/letter.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { LetterFonts } from './letterFonts.ts';
import { addressTypes, baselineIn, body, colours, page, paperPageNumber, punchMark, rule, type, type TypeStyle, usualMargins, windows } from './measures.ts';
import type { Pen } from './pen.ts';
import { plainRun } from './placedBlock.ts';
import { breakLines, bodySetting, largestFitting, type Line, type Setting } from './textLines.ts';

const tile = { x: 35, y: 14, side: 11.5 } as const;
/** Where the name stands beside the tile, and the contact lines under it in Belgium. */
const besideTile = 50;
const rightColumn = 147.5;
const nameSizes = [12.5, 12, 11.5, 11, 10.5, 10] as const;
const nameSetting = (size: number): Setting => ({ plain: 'semiBold', bold: 'semiBold', size });

export type SetAddress = { readonly lines: readonly Line[]; readonly style: TypeStyle; readonly left: number; readonly top: number };

/**
 * Finds the largest type in which the address fits its place in the window: first with whole lines, then with long lines broken at a
 * blank. What fits in none is refused (`letter-address-too-large`): an address is never cut.
 */
export function setAddress(fonts: LetterFonts, model: LetterModel): Result<SetAddress, AppError> {
  const { address } = windows[model.window.side];
  const set = (style: TypeStyle, mayBreak: boolean): SetAddress | null => {
    const setting = bodySetting(style.size);
    const whole = { weight: setting.plain, sizes: [style.size], widthMm: address.width };
    const fits = (text: string): boolean => largestFitting(fonts, text, whole) !== null;
    if (!model.address.every((line) => (mayBreak ? line.split(' ').every(fits) : fits(line)))) return null;
    const lines = model.address.flatMap((line) => breakLines(fonts, plainRun(line), { setting, widthMm: address.width }));
    const height = lines.length * style.line;
    if (height > address.bottom - address.top) return null;
    return { lines, style, left: address.left + model.window.offset.x, top: address.middle - height / 2 + model.window.offset.y };
  };
  for (const mayBreak of [false, true]) {
    for (const style of addressTypes) {
      const found = set(style, mayBreak);
      if (found !== null) return ok(found);
    }
  }
  return err(appError('letter-address-too-large', { address: model.address.join(', ') }));
}

export function drawAddress(pen: Pen, address: SetAddress): void {
  address.lines.forEach((line, index) => {
    pen.content('P', () => {
      pen.line(line, bodySetting(address.style.size), {
        x: address.left,
        y: address.top + baselineIn(address.style) + index * address.style.line,
        colour: colours.ink,
      });
    });
  });
}

/** Whether a logo is a picture that may be tried; whether it can be read shows when it is opened. */
export const isPicture = (logo: string): boolean => /^data:image\/(?:png|jpeg);base64,/.test(logo);

/** Widest logo; what is wider is made smaller. */
const widestLogo = 42;

/** Draws the logo, or a tile with the first letter of the name; answers where the name may start. */
function drawMark(pen: Pen, { letterhead }: LetterModel): number {
  let width: number = tile.side;
  pen.decoration('Layout', () => {
    if (letterhead.logo !== '') {
      width = pen.picture(letterhead.logo, { x: tile.x, y: tile.y, width: widestLogo, height: tile.side });
      return;
    }
    pen.tile({ ...tile, radius: 1.3, colour: letterhead.accent });
    pen.textAround(letterhead.monogram, { x: tile.x + tile.side / 2, y: 21.75, weight: 'semiBold', size: 18, colour: colours.white });
  });
  return Math.max(besideTile, tile.x + width + 3.5);
}

/** Letterhead: mark, name, what the company does, and how to reach it; the last at the right (NL) or under the name (BE). */
export function drawLetterhead(pen: Pen, fonts: LetterFonts, model: LetterModel): void {
  const { letterhead, window } = model;
  const nameLeft = drawMark(pen, model);
  const nameEnd = window.side === 'left' ? 143 : body.right;
  const size = largestFitting(fonts, letterhead.name, { weight: 'semiBold', sizes: nameSizes, widthMm: nameEnd - nameLeft });
  const setting = nameSetting(size ?? 10);
  const lines = breakLines(fonts, plainRun(letterhead.name), { setting, widthMm: nameEnd - nameLeft }).slice(0, 2);
  const firstBaseline = lines.length === 1 ? 19.4 : 17.6;
  const last = firstBaseline + (lines.length - 1) * 4.4;
  pen.content('P', () =>
    lines.forEach((line, index) => pen.line(line, setting, { x: nameLeft, y: firstBaseline + index * 4.4, colour: colours.ink })),
  );
  if (letterhead.activity !== '') {
    const activitySize =
      largestFitting(fonts, letterhead.activity, { weight: 'regular', sizes: [8, 7.5, 7, 6.5], widthMm: nameEnd - nameLeft }) ?? 6.5;
    pen.content('P', () =>
      pen.text(letterhead.activity, {
        x: nameLeft,
        y: Math.max(24.3, last + 4),
        weight: 'regular',
        size: activitySize,
        colour: colours.grey,
      }),
    );
  }
  // Under the name the lines must end before the part that may become visible in a Belgian window (x 95).
  const at =
    window.side === 'left'
      ? { x: rightColumn, y: 17.2, step: 3.7, width: body.right - rightColumn }
      : { x: besideTile, y: 29.4, step: 3.6, width: 94 - besideTile };
  letterhead.contactLines.forEach((line, index) => {
    const lineSize = largestFitting(fonts, line, { weight: 'regular', sizes: [7.5, 7, 6.5, 6], widthMm: at.width }) ?? 5.5;
    pen.content('P', () => pen.text(line, { x: at.x, y: at.y + index * at.step, weight: 'regular', size: lineSize, colour: colours.grey }));
  });
}

/** Date, customer number, our reference, contact: each with its label above (NL) or before it (BE). */
export function drawReferences(pen: Pen, fonts: LetterFonts, model: LetterModel): void {
  const isDutch = model.window.side === 'left';
  const width = isDutch ? body.right - rightColumn : 94.5 - 60;
  model.references.forEach(({ label, value }, index) => {
    const y = isDutch ? 50.5 + 8.2 * index : 48.6 + 4.9 * index;
    const size = largestFitting(fonts, value, { weight: 'regular', sizes: [8.8, 8.2, 7.6, 7], widthMm: width }) ?? 7;
    const lines = breakLines(fonts, plainRun(value), { setting: bodySetting(size), widthMm: width }).slice(0, 2);
    pen.content('P', () => {
      pen.text(`${label} `, {
        x: isDutch ? rightColumn : body.left,
        y,
        weight: 'regular',
        size: isDutch ? 6.8 : 7.4,
        colour: colours.grey,
      });
      lines.forEach((line, number) =>
        pen.line(line, bodySetting(size), {
          x: isDutch ? rightColumn : 60,
          y: (isDutch ? y + 3.55 : y) + number * 3.1,
          colour: colours.ink,
        }),
      );
    });
  });
}

/** Marks at the left edge for folding and, where wanted, for punching. */
export function drawMarks(pen: Pen, { window, marks = { folds: true, punch: false } }: LetterModel): void {
  const ys = [...(marks.folds ? windows[window.side].folds : []), ...(marks.punch ? [punchMark] : [])];
  if (ys.length === 0) return;
  pen.decoration('Layout', () => {
    for (const y of ys) pen.stroke({ from: [4.5, y], to: [y === punchMark ? 7 : 8.5, y], thickness: 0.3, colour: colours.grey, dashed: false });
  });
}

const runningGap = 6;
/** Head of the pages after the first: who writes, which letter. */
export function drawRunningHead(pen: Pen, { runningHead }: Pick<LetterModel, 'runningHead'>): void {
  pen.decoration('Pagination', () => {
    // The letter must be known on every page; the company stands in the footer too, and gives way where both do not fit.
    const isRoom = pen.width('medium', runningHead.left, 8.2) + pen.width('regular', runningHead.right, 8.2) + runningGap <= body.right - body.left;
    if (isRoom) pen.text(runningHead.left, { x: body.left, y: 17.7, weight: 'medium', size: 8.2, colour: colours.grey });
    pen.textBefore(runningHead.right, { x: body.right, y: 17.7, weight: 'regular', size: 8.2, colour: colours.grey });
    pen.stroke({ from: [body.left, 21.2], to: [body.right, 21.2], thickness: rule.hair, colour: colours.hairline, dashed: false });
  });
}

/** Company details as lines of at most three, broken only between two parts. */
function footerLines(fonts: LetterFonts, parts: readonly (readonly string[])[], width: number): readonly string[] {
  const separator = '\u00a0 ·\u00a0 ';
  const fits = (text: string): boolean =>
    largestFitting(fonts, text, { weight: 'regular', sizes: [type.footer.size], widthMm: width }) !== null;
  const lines: string[] = [];
  for (const group of parts) {
    let line = '';
    for (const part of group) {
      const longer = line === '' ? part : line + separator + part;
      if (line !== '' && !fits(longer)) {
        lines.push(line);
        line = part;
      } else line = longer;
    }
    if (line !== '') lines.push(line);
  }
  return lines.slice(0, 4);
}

type Foot = Pick<LetterModel, 'pageLabel' | 'footer'>;

/** Rule, company details and page number. On the first page the details are read aloud; on the others they only repeat. */
export function drawFooter(
  pen: Pen,
  fonts: LetterFonts,
  { model, number, total }: { readonly model: Foot; readonly number: number; readonly total: number },
): void {
  const mark = { weight: 'regular', size: type.footer.size, colour: colours.grey } as const;
  const label = model.pageLabel.replace('{page}', String(number)).replace('{pages}', String(total));
  const room = body.right - body.left - pen.width('regular', label, type.footer.size) - 4;
  const lines = footerLines(fonts, model.footer, room);
  const details = (): void => lines.forEach((line, index) => pen.text(`${line} `, { ...mark, x: body.left, y: 284.3 + index * 3.4 }));
  pen.decoration('Pagination', () => {
    pen.stroke({ from: [body.left, 280.5], to: [body.right, 280.5], thickness: rule.hair, colour: colours.hairline, dashed: false });
    pen.textBefore(label, { ...mark, x: body.right, y: 284.3 });
  });
  if (number === 1) pen.content('P', details);
  else pen.decoration('Pagination', details);
}

/**
 * The company's own paper. On the first page it says who writes, so that its words are given to those who cannot see it; the name of the
 * letter moves from the head to the foot, where the paper leaves room.
 */
export function drawPaper(
  pen: Pen,
  model: LetterModel,
  { picture, number, total }: { readonly picture: string; readonly number: number; readonly total: number },
): void {
  const { letterhead, runningHead, pageLabel, footer } = model;
  const draw = (): void => (picture === '' ? undefined : pen.wholePage(picture));
  const words = [letterhead.name, letterhead.activity, ...letterhead.contactLines, ...footer.flat()].filter((text) => text !== '');
  if (number === 1 && picture !== '') pen.figure(words.join(', '), { x: 0, y: 0, width: page.width, height: page.height }, draw);
  else pen.decoration('Pagination', draw);
  const { bottom } = model.margins ?? usualMargins;
  const mark = { weight: 'regular', size: type.footer.size, colour: colours.grey, y: bottom + paperPageNumber } as const;
  pen.decoration('Pagination', () => {
    if (number > 1) pen.text(runningHead.right, { ...mark, x: body.left });
    pen.textBefore(pageLabel.replace('{page}', String(number)).replace('{pages}', String(total)), { ...mark, x: body.right });
  });
}
