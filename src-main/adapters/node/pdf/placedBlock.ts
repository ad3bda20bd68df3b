import type { LetterRun } from '../../../../src-shared/letter.ts';
import { breakLines, bodySetting, type Line } from './textLines.ts';
import type { LetterFonts } from './letterFonts.ts';
import { baselineIn, body, colours, rule, type, type TypeStyle } from './measures.ts';
import type { Pen } from './pen.ts';

/** A block whose height is known before anything is drawn; `draw` gets its top in millimetres. */
export type PlacedBlock = {
  readonly kind: 'salutation' | 'paragraph' | 'table' | 'facts' | 'amounts' | 'payment' | 'closing';
  readonly height: number;
  readonly draw: (pen: Pen, top: number) => void;
};

export const plainRun = (text: string): readonly LetterRun[] => [{ text, bold: false }];

export function drawLines(
  pen: Pen,
  lines: readonly Line[],
  { x, top, style, colour }: { readonly x: number; readonly top: number; readonly style: TypeStyle; readonly colour: string },
): void {
  lines.forEach((line, index) => {
    pen.line(line, bodySetting(style.size), { x, y: top + baselineIn(style) + index * style.line, colour });
  });
}

export function placeParagraph(fonts: LetterFonts, runs: readonly LetterRun[]): PlacedBlock {
  const lines = breakLines(fonts, runs, { setting: bodySetting(type.body.size), widthMm: body.textWidth });
  return {
    kind: 'paragraph',
    height: lines.length * type.body.line,
    draw: (pen, top) => pen.content('P', () => drawLines(pen, lines, { x: body.left, top, style: type.body, colour: colours.ink })),
  };
}

const hairline = (pen: Pen, y: number): void =>
  pen.stroke({ from: [body.left, y], to: [body.right, y], thickness: rule.hair, colour: colours.hairline, dashed: false });
export const heavyLine = (pen: Pen, y: number): void =>
  pen.stroke({ from: [body.left, y], to: [body.right, y], thickness: rule.heavy, colour: colours.ink, dashed: false });
export const drawHairline = hairline;

type FactRow = { readonly label: string; readonly runs: readonly LetterRun[] };
const factStyle: TypeStyle = { size: 9, line: 4.2 };
const factPadding = 1.65;
const factValueLeft = 69;

/** Label and value per row between hairlines, for the facts that Belgian law wants named. */
export function placeFacts(fonts: LetterFonts, rows: readonly FactRow[]): PlacedBlock {
  const set = rows.map((row) => {
    const lines = breakLines(fonts, row.runs, { setting: bodySetting(factStyle.size), widthMm: body.right - factValueLeft });
    const labels = breakLines(fonts, plainRun(row.label), {
      setting: bodySetting(type.label.size),
      widthMm: factValueLeft - body.left - 2,
    });
    return { lines, labels, height: Math.max(lines.length, labels.length) * factStyle.line + factPadding };
  });
  return {
    kind: 'facts',
    height: set.reduce((sum, row) => sum + row.height, 0),
    draw: (pen, top) => {
      let y = top;
      pen.decoration('Layout', () => heavyLine(pen, top));
      pen.group('Table', () => {
        for (const row of set) {
          const at = y + factPadding / 2;
          pen.group('TR', () => {
            pen.content('TH', () =>
              drawLines(pen, row.labels, { x: body.left, top: at, style: { ...type.label, line: factStyle.line }, colour: colours.grey }),
            );
            pen.content('TD', () => drawLines(pen, row.lines, { x: factValueLeft, top: at, style: factStyle, colour: colours.ink }));
          });
          y += row.height;
        }
      });
      pen.decoration('Layout', () => {
        let line = top;
        for (const row of set) hairline(pen, (line += row.height));
      });
    },
  };
}

type AmountRow = { readonly label: string; readonly value: string; readonly isTotal: boolean };
const amountRowHeight = 5.3;

/** Sums with their amounts at the right edge; a total row is ruled off and bold. */
export function placeAmounts(rows: readonly AmountRow[]): PlacedBlock {
  return {
    kind: 'amounts',
    height: rows.length * amountRowHeight,
    draw: (pen, top) => {
      pen.group('Table', () => {
        rows.forEach((row, index) => {
          const y = top + index * amountRowHeight + 3.6;
          const mark = { y, weight: row.isTotal ? 'semiBold' : 'regular', size: type.cell.size, colour: colours.ink } as const;
          pen.group('TR', () => {
            pen.content('TH', () => pen.text(row.label, { ...mark, x: body.left }));
            pen.content('TD', () => pen.textBefore(row.value, { ...mark, x: body.right }));
          });
        });
      });
      pen.decoration('Layout', () => {
        rows.forEach((row, index) => (row.isTotal ? heavyLine : hairline)(pen, top + index * amountRowHeight));
        if (rows.at(-1)?.isTotal !== true) hairline(pen, top + rows.length * amountRowHeight);
      });
    },
  };
}
