import type { LetterRun } from '../../../../src-shared/letter.ts';
import { breakLines, bodySetting, type Line } from './textLines.ts';
import type { LetterFonts } from './letterFonts.ts';
import { baselineIn, body, colours, rule, type, type TypeStyle } from './measures.ts';
import type { Pen } from './pen.ts';

/** Room in millimetres on the page where something starts, and on those after it. */
export type Room = { readonly first: number; readonly next: number };
type BlockKind =
  | 'salutation'
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'table'
  /** A table without a row of totals; sums follow it closely. */
  | 'openTable'
  | 'facts'
  | 'amounts'
  | 'sums'
  | 'payment'
  | 'instalments'
  | 'signatures'
  | 'closing';

/** A block whose height is known before anything is drawn; `draw` gets its top in millimetres. */
export type PlacedBlock = {
  readonly kind: BlockKind;
  readonly height: number;
  readonly draw: (pen: Pen, top: number) => void;
  /** What must stand together at its start, in millimetres; the whole block when absent. */
  readonly least?: number;
  /** Pieces for as many pages; a block without it is never divided. */
  readonly divide?: (room: Room) => readonly PlacedBlock[];
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

/** Lines of a paragraph that stand together on a page, at least. */
const companions = 2;

function placeLines(lines: readonly Line[]): PlacedBlock {
  const { line: height } = type.body;
  return {
    kind: 'paragraph',
    height: lines.length * height,
    least: Math.min(lines.length, companions) * height,
    draw: (pen, top) => pen.content('P', () => drawLines(pen, lines, { x: body.left, top, style: type.body, colour: colours.ink })),
    divide: ({ first, next }) => {
      const pieces: PlacedBlock[] = [];
      for (let from = 0; from < lines.length; ) {
        const fits = Math.max(1, Math.floor(((pieces.length === 0 ? first : next) + 0.001) / height));
        const left = lines.length - from - fits;
        const count = left > 0 && left < companions ? Math.max(1, fits - (companions - left)) : fits;
        pieces.push(placeLines(lines.slice(from, from + count)));
        from += count;
      }
      return pieces;
    },
  };
}

/** `widthMm` is at most the width of the text block. */
export const placeParagraph = (fonts: LetterFonts, runs: readonly LetterRun[], widthMm: number = body.textWidth): PlacedBlock =>
  placeLines(breakLines(fonts, runs, { setting: bodySetting(type.body.size), widthMm }));

const sectionSetting = { plain: 'semiBold', bold: 'semiBold', size: type.section.size } as const;

/** The head of a section. */
export function placeSection(fonts: LetterFonts, text: string): PlacedBlock {
  const lines = breakLines(fonts, plainRun(text), { setting: sectionSetting, widthMm: body.textWidth });
  return {
    kind: 'heading',
    height: lines.length * type.section.line,
    draw: (pen, top) =>
      pen.content('H2', () =>
        lines.forEach((line, index) =>
          pen.line(line, sectionSetting, { x: body.left, y: top + baselineIn(type.section) + index * type.section.line, colour: colours.ink }),
        ),
      ),
  };
}

const listStyle: TypeStyle = { size: 8.6, line: 4.0 };
const listGap = 0.8;
const listLeft = 41;

type ListItem = { readonly number: number; readonly lines: readonly Line[] };
const itemHeight = ({ lines }: ListItem): number => lines.length * listStyle.line + listGap;

function placeItems(items: readonly ListItem[]): PlacedBlock {
  return {
    kind: 'list',
    height: items.reduce((sum, item) => sum + itemHeight(item), 0) - listGap,
    least: items[0] === undefined ? 0 : itemHeight(items[0]),
    draw: (pen, top) =>
      pen.group('L', () => {
        let y = top;
        for (const item of items) {
          const at = y;
          pen.group('LI', () => {
            pen.content('Lbl', () => drawLines(pen, [plainRun(`${item.number}. `)], { x: body.left, top: at, style: listStyle, colour: colours.grey }));
            pen.content('LBody', () => drawLines(pen, item.lines, { x: listLeft, top: at, style: listStyle, colour: colours.ink }));
          });
          y += itemHeight(item);
        }
      }),
    divide: ({ first, next }) => {
      const pieces: ListItem[][] = [[]];
      let room = first;
      for (const item of items) {
        if (itemHeight(item) - listGap > room && pieces.at(-1)?.length !== 0) {
          pieces.push([]);
          room = next;
        }
        pieces.at(-1)?.push(item);
        room -= itemHeight(item);
      }
      return pieces.map(placeItems);
    },
  };
}

export const placeList = (fonts: LetterFonts, items: readonly (readonly LetterRun[])[]): PlacedBlock =>
  placeItems(
    items.map((runs, index) => ({
      number: index + 1,
      lines: breakLines(fonts, runs, { setting: bodySetting(listStyle.size), widthMm: body.left + body.textWidth - listLeft }),
    })),
  );

export const drawHairline = (pen: Pen, y: number, right: number = body.right): void =>
  pen.stroke({ from: [body.left, y], to: [right, y], thickness: rule.hair, colour: colours.hairline, dashed: false });
export const heavyLine = (pen: Pen, y: number, right: number = body.right): void =>
  pen.stroke({ from: [body.left, y], to: [right, y], thickness: rule.heavy, colour: colours.ink, dashed: false });

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
            pen.rowHead(() =>
              drawLines(pen, row.labels, { x: body.left, top: at, style: { ...type.label, line: factStyle.line }, colour: colours.grey }),
            );
            pen.content('TD', () => drawLines(pen, row.lines, { x: factValueLeft, top: at, style: factStyle, colour: colours.ink }));
          });
          y += row.height;
        }
      });
      pen.decoration('Layout', () => {
        let line = top;
        for (const row of set) drawHairline(pen, (line += row.height));
      });
    },
  };
}

