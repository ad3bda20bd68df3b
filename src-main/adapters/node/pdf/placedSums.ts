/** Sums: over the whole width, or in the right half with the legal basis as a small note beside them. */
import type { LetterBlock, LetterSumRow } from '../../../../src-shared/letter.ts';
import type { LetterFonts } from './letterFonts.ts';
import { baselineIn, body, colours, points, rule, type, type TypeStyle } from './measures.ts';
import type { Pen } from './pen.ts';
import { drawHairline, heavyLine, plainRun, type PlacedBlock } from './placedBlock.ts';
import { breakLines } from './textLines.ts';

type Amounts = Extract<LetterBlock, { kind: 'amounts' }>;
const rowHeight = 5.3;
const headHeight = 5.1;
/** Least room between a label and its amount. */
const labelGap = 3;

/** Sums with their amounts at the right edge; a sum or total is ruled off, a total is bold as well. */
export function placeAmounts(fonts: LetterFonts, { head, rows }: Amounts): PlacedBlock {
  const set = rows.map((row) => {
    const weight = row.isTotal ? 'semiBold' : 'regular';
    const valueWidth = (fonts.width(weight, row.value) * type.cell.size) / points(1);
    const setting = { plain: weight, bold: 'semiBold', size: type.cell.size } as const;
    const lines = breakLines(fonts, plainRun(row.label), { setting, widthMm: body.right - body.left - valueWidth - labelGap });
    return { row, lines, setting, height: rowHeight + Math.max(0, lines.length - 1) * type.cell.line };
  });
  const top0 = head === undefined ? 0 : headHeight;
  return {
    kind: head === undefined ? 'amounts' : 'table',
    height: top0 + set.reduce((sum, { height }) => sum + height, 0),
    draw: (pen, top) => {
      const tops: number[] = [];
      pen.group('Table', () => {
        if (head !== undefined) drawAmountsHead(pen, head, top);
        let y = top + top0;
        for (const { row, lines, setting, height } of set) {
          const first = y;
          tops.push(first);
          pen.group('TR', () => {
            pen.rowHead(() =>
              lines.forEach((line, index) => pen.line(line, setting, { x: body.left, y: first + 3.6 + index * type.cell.line, colour: colours.ink })),
            );
            pen.content('TD', () =>
              pen.textBefore(row.value, { x: body.right, y: first + 3.6, weight: setting.plain, size: setting.size, colour: colours.ink }),
            );
          });
          y += height;
        }
      });
      pen.decoration('Layout', () => drawAmountRules(pen, rows, { tops, bottom: top + top0 + set.reduce((sum, { height }) => sum + height, 0), hasHead: head !== undefined }));
    },
  };
}

function drawAmountsHead(pen: Pen, head: { readonly label: string; readonly value: string }, top: number): void {
  const mark = { y: top + 2.4, weight: 'medium', size: type.head.size, colour: colours.grey } as const;
  pen.group('TR', () => {
    pen.columnHead(() => pen.text(`${head.label} `, { ...mark, x: body.left }));
    pen.columnHead(() => pen.textBefore(head.value, { ...mark, x: body.right }));
  });
}

/** No line between a sum and what is taken off it. */
function drawAmountRules(
  pen: Pen,
  rows: Amounts['rows'],
  { tops, bottom, hasHead }: { readonly tops: readonly number[]; readonly bottom: number; readonly hasHead: boolean },
): void {
  const lastSum = rows.findIndex((row) => row.isSum === true);
  rows.forEach((row, index) => {
    const y = tops[index] ?? bottom;
    if (row.isTotal || row.isSum === true || (index === 0 && hasHead)) heavyLine(pen, y);
    else if (lastSum < 0 || index < lastSum) drawHairline(pen, y);
  });
  if (rows.at(-1)?.isTotal !== true) drawHairline(pen, bottom);
}

const sumsLeft = 97;
const noteWidth = 55;
const sumStyle: TypeStyle = { size: 8.8, line: 4.7 };
const totalStyle: TypeStyle = { size: 9.4, line: 5.4 };
/** Height of the further lines of a label. */
const wrappedLine = 3.9;
/** Room above a row that is ruled off. */
const ruleGap = 0.5;

/** Where the rows of a group of sums stand, from its top. */
function sumRows(fonts: LetterFonts, rows: readonly LetterSumRow[]) {
  let y = 0;
  const set = rows.map((row) => {
    const style = row.weight === 'total' ? totalStyle : sumStyle;
    const weight = row.weight === 'total' ? 'semiBold' : 'regular';
    const valueWidth = (fonts.width(weight, row.value) * style.size) / points(1);
    const setting = { plain: weight, bold: 'semiBold', size: style.size } as const;
    const lines = breakLines(fonts, plainRun(row.label), { setting, widthMm: body.right - sumsLeft - valueWidth - labelGap });
    const top = y + (row.weight === 'plain' ? 0 : ruleGap);
    y = top + style.line + Math.max(0, lines.length - 1) * wrappedLine;
    return { row, lines, setting, style, top };
  });
  return { set, height: y };
}

export function placeSums(fonts: LetterFonts, { note, rows }: { readonly note: string; readonly rows: readonly LetterSumRow[] }): PlacedBlock {
  const { set, height } = sumRows(fonts, rows);
  const noteLines = breakLines(fonts, plainRun(note), { setting: { plain: 'regular', bold: 'regular', size: type.note.size }, widthMm: noteWidth });
  return {
    kind: 'sums',
    height: Math.max(height, noteLines.length * type.note.line),
    draw: (pen, top) => {
      if (noteLines.length > 0)
        pen.content('P', () =>
          noteLines.forEach((line, index) =>
            pen.text(line.map((run) => run.text).join(''), {
              x: body.left,
              y: top + baselineIn(type.note) + 0.5 + index * type.note.line,
              weight: 'regular',
              size: type.note.size,
              colour: colours.grey,
            }),
          ),
        );
      pen.group('Table', () => {
        for (const { row, lines, setting, style, top: rowTop } of set) {
          const y = top + rowTop + baselineIn(style);
          pen.group('TR', () => {
            pen.rowHead(() =>
              lines.forEach((line, index) => pen.line(line, setting, { x: sumsLeft, y: y + index * wrappedLine, colour: colours.ink })),
            );
            pen.content('TD', () => pen.textBefore(row.value, { x: body.right, y, weight: setting.plain, size: setting.size, colour: colours.ink }));
          });
        }
      });
      pen.decoration('Layout', () => {
        for (const { row, top: rowTop } of set) {
          if (row.weight === 'plain') continue;
          const isTotal = row.weight === 'total';
          const y = top + rowTop - 0.1;
          const colour = isTotal ? colours.ink : colours.hairline;
          pen.stroke({ from: [sumsLeft, y], to: [body.right, y], thickness: isTotal ? rule.heavy : rule.hair, colour, dashed: false });
        }
      });
    },
  };
}
