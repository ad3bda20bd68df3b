/**
 * The list of invoices: text left, amounts right, the outer cells without padding so that they stand flush with the text and the right
 * edge. Column widths follow the widest cell; a list that goes on repeats its head and carries its total over.
 */
import type { LetterColumn, LetterTable } from '../../../../src-shared/letter.ts';
import { breakLines, type Line, type Setting } from './textLines.ts';
import type { LetterFonts } from './letterFonts.ts';
import { body, colours, points, rule, type } from './measures.ts';
import type { Pen } from './pen.ts';
import { drawHairline, heavyLine, plainRun, type PlacedBlock } from './placedBlock.ts';

export type RowHeights = { readonly row: number; readonly baseline: number };
export const roomy: RowHeights = { row: 5.3, baseline: 3.6 };
export const dense: RowHeights = { row: 5.0, baseline: 3.45 };

const headPadding = 1.9;
const headBaseline = 2.4;
/** Least room between the texts of two columns. */
const columnGap = 2.5;
/** It lies right of a text and left of an amount; the last column of texts needs none. */
const gapOf = (column: LetterColumn, isLast: boolean): number => (column.align === 'left' && isLast ? 0 : columnGap);
const cellSetting: Setting = { plain: 'regular', bold: 'semiBold', size: type.cell.size };
const headSetting: Setting = { plain: 'medium', bold: 'medium', size: type.head.size };

type Column = LetterColumn & { readonly left: number; readonly right: number };
type Row = { readonly cells: readonly (readonly Line[])[]; readonly height: number; readonly runningTotal: string };
export type SetTable = {
  readonly columns: readonly Column[];
  readonly headLines: readonly (readonly Line[])[];
  readonly headHeight: number;
  readonly rows: readonly Row[];
  readonly heights: RowHeights;
  readonly hasTotal: boolean;
  /** Whether a part that goes on says how much it comes to. */
  readonly isCarried: boolean;
  /** Right edge of the table in millimetres. */
  readonly right: number;
  readonly table: LetterTable;
};
/** How a table is set: heights of its rows and the right edge in millimetres. */
export type TableSetting = { readonly heights: RowHeights; readonly right: number };

const mmOf = (fonts: LetterFonts, text: string, setting: Setting): number => (fonts.width(setting.plain, text) * setting.size) / points(1);
const longestWord = (fonts: LetterFonts, text: string, setting: Setting): number =>
  text.split(' ').reduce((widest, word) => Math.max(widest, mmOf(fonts, word, setting)), 0);

/**
 * Widths that add up to the text block. Each column starts from its wish; one whose widest cell needs more takes the room from those
 * that have room to spare. When all together need more, the left-aligned columns give way and their cells break.
 */
function columnWidths(fonts: LetterFonts, table: LetterTable, total: number): readonly number[] {
  const needsWith = (headOf: (text: string) => number): readonly number[] => table.columns.map((column, index) => {
    const cells = table.rows.map((row) => mmOf(fonts, row.cells[index] ?? '', cellSetting));
    const isLast = index === table.columns.length - 1;
    const bold: Setting = { ...cellSetting, plain: 'semiBold' };
    const totals = isLast
      ? [mmOf(fonts, table.total.value, bold), ...table.rows.map((row) => mmOf(fonts, row.runningTotal, cellSetting))]
      : [mmOf(fonts, table.total.cells?.[index] ?? '', bold)];
    return Math.max(column.least ?? 0, headOf(column.head), ...cells, ...totals) + gapOf(column, isLast);
  });
  const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  // A head breaks only where the whole of it would not leave the cells their room.
  const roomyNeeds = needsWith((text) => mmOf(fonts, text, headSetting));
  const needs = sumOf(roomyNeeds) <= total ? roomyNeeds : needsWith((text) => longestWord(fonts, text, headSetting));
  const short = (widths: readonly number[]): number =>
    widths.reduce((sum, width, index) => sum + Math.max(0, (needs[index] ?? 0) - width), 0);
  const wished = sumOf(table.columns.map((column) => column.width));
  const wishes = table.columns.map((column) => (column.width * total) / wished);
  const missing = short(wishes);
  if (missing === 0) return wishes;
  const spare = wishes.map((wish, index) => Math.max(0, wish - (needs[index] ?? 0)));
  const spareTotal = spare.reduce((sum, room) => sum + room, 0);
  if (spareTotal >= missing)
    return wishes.map((wish, index) => Math.max(wish, needs[index] ?? 0) - ((spare[index] ?? 0) / spareTotal) * missing);
  return shareRoom(needs, { columns: table.columns, total });
}

/** Columns of amounts get what they need; of the texts the narrow ones do as well, and the widest share what is left. */
function shareRoom(
  needs: readonly number[],
  { columns, total }: { readonly columns: readonly LetterColumn[]; readonly total: number },
): readonly number[] {
  const widths = needs.map((need, index) => (columns[index]?.align === 'right' ? need : 0));
  const texts = needs.flatMap((need, index) => (columns[index]?.align === 'left' ? [{ need, index }] : [])).sort((a, b) => a.need - b.need);
  let left = total - widths.reduce((sum, width) => sum + width, 0);
  texts.forEach(({ need, index }, order) => {
    const width = Math.min(need, left / (texts.length - order));
    widths[index] = width;
    left -= width;
  });
  return widths;
}

export function setTable(fonts: LetterFonts, table: LetterTable, { heights, right }: TableSetting): SetTable {
  const widths = columnWidths(fonts, table, right - body.left);
  let left: number = body.left;
  const columns = table.columns.map((column, index) => {
    const width = widths[index] ?? column.width;
    const placed = { ...column, left, right: left + width };
    left += width;
    return placed;
  });
  const innerWidth = (column: Column, index: number): number =>
    column.right - column.left - gapOf(column, index === columns.length - 1) + 0.01;
  const headLines = columns.map((column, index) =>
    breakLines(fonts, plainRun(column.head), { setting: headSetting, widthMm: innerWidth(column, index) }),
  );
  const rows = table.rows.map((row) => {
    const cells = columns.map((column, index) =>
      breakLines(fonts, plainRun(row.cells[index] ?? ''), { setting: cellSetting, widthMm: innerWidth(column, index) }),
    );
    const lines = Math.max(1, ...cells.map((cell) => cell.length));
    return { cells, height: heights.row + (lines - 1) * type.cell.line, runningTotal: row.runningTotal };
  });
  const headHeight = Math.max(1, ...headLines.map((lines) => lines.length)) * type.head.line + headPadding;
  const hasTotal = table.total.label !== '' || table.total.value !== '';
  const isCarried = table.carriedForward !== '' && rows.every((row) => row.runningTotal !== '');
  return { columns, headLines, headHeight, rows, heights, hasTotal, isCarried, right, table };
}

/** A part of a table that stands on one page. */
export type TablePart = { readonly from: number; readonly to: number; readonly broughtForward: string | null; readonly isLast: boolean };

const rowsHeight = (set: SetTable, from: number, to: number): number => set.rows.slice(from, to).reduce((sum, row) => sum + row.height, 0);

const hasSum = (set: SetTable, part: TablePart): boolean => (part.isLast ? set.hasTotal : set.isCarried);

export const partHeight = (set: SetTable, part: TablePart): number =>
  set.headHeight +
  (part.broughtForward === null ? 0 : set.heights.row) +
  rowsHeight(set, part.from, part.to) +
  (hasSum(set, part) ? set.heights.row : 0);

/** Rows that stand with the total on the last page, at least. */
const companions = 4;

/** Divides the rows over pages with the given room in millimetres: first page, then all others. The total never stands alone. */
export function dividePages(set: SetTable, { first, next }: { readonly first: number; readonly next: number }): readonly TablePart[] {
  const parts: TablePart[] = [];
  let from = 0;
  while (from < set.rows.length) {
    const broughtForward = from === 0 || !set.isCarried ? null : (set.rows[from - 1]?.runningTotal ?? null);
    const sum = set.hasTotal || set.isCarried ? set.heights.row : 0;
    const room = (parts.length === 0 ? first : next) - set.headHeight - (broughtForward === null ? 0 : set.heights.row) - sum;
    let to = from + 1;
    let used = set.rows[from]?.height ?? 0;
    while (to < set.rows.length && used + (set.rows[to]?.height ?? 0) <= room) {
      used += set.rows[to]?.height ?? 0;
      to += 1;
    }
    // A page with the total and one row behind it looks lost: a few rows go along where there are enough.
    const left = set.rows.length - to;
    if (left > 0 && left < companions) to = Math.max(from + 1, set.rows.length - companions);
    parts.push({ from, to, broughtForward, isLast: to === set.rows.length });
    from = to;
  }
  return parts;
}

function drawHead(pen: Pen, set: SetTable, top: number): void {
  pen.group('TR', () => {
    set.columns.forEach((column, index) => {
      const lines = set.headLines[index] ?? [];
      const first = top + headBaseline + set.headHeight - headPadding - lines.length * type.head.line;
      pen.columnHead(() => {
        lines.forEach((line, number) =>
          drawCellLine(pen, line, { column, y: first + number * type.head.line, setting: headSetting, colour: colours.grey }),
        );
      });
    });
  });
}

function drawCellLine(
  pen: Pen,
  line: Line,
  { column, y, setting, colour }: { readonly column: Column; readonly y: number; readonly setting: Setting; readonly colour: string },
): void {
  const text = line.map((run) => run.text).join('');
  const mark = { y, weight: setting.plain, size: setting.size, colour };
  if (column.align === 'right') pen.textBefore(text.trimEnd(), { ...mark, x: column.right });
  else pen.text(text, { ...mark, x: column.left });
}

/** A row with one label over the empty cells, values under single columns and one at the right edge. */
function drawSum(
  pen: Pen,
  set: SetTable,
  { label, value, cells, y, isTotal }: { readonly label: string; readonly value: string; readonly cells: readonly string[]; readonly y: number; readonly isTotal: boolean },
): void {
  const mark = { y, weight: isTotal ? 'semiBold' : 'medium', size: type.cell.size, colour: isTotal ? colours.ink : colours.grey } as const;
  const last = set.columns.length - 1;
  const first = cells.findIndex((cell) => cell !== '');
  const spans = first > 0 ? first : Math.max(1, last);
  pen.group('TR', () => {
    pen.rowHead(() => pen.text(label, { ...mark, x: body.left }), spans);
    set.columns.slice(spans, last).forEach((column, index) => {
      const cell = cells[spans + index] ?? '';
      pen.content('TD', () => (column.align === 'right' ? pen.textBefore(cell, { ...mark, x: column.right }) : pen.text(cell, { ...mark, x: column.left })));
    });
    if (last > 0) pen.content('TD', () => pen.textBefore(value, { ...mark, x: set.right }));
  });
}

function drawRows(pen: Pen, set: SetTable, { part, top }: { readonly part: TablePart; readonly top: number }): readonly number[] {
  const ruled: number[] = [];
  let y = top;
  for (const row of set.rows.slice(part.from, part.to)) {
    pen.group('TR', () => {
      set.columns.forEach((column, index) => {
        pen.content('TD', () => {
          (row.cells[index] ?? []).forEach((line, number) =>
            drawCellLine(pen, line, { column, y: y + set.heights.baseline + number * type.cell.line, setting: cellSetting, colour: colours.ink }),
          );
        });
      });
    });
    y += row.height;
    ruled.push(y);
  }
  return ruled;
}

/** Draws one part from its top downwards. */
export function drawPart(pen: Pen, set: SetTable, { part, top }: { readonly part: TablePart; readonly top: number }): void {
  const { row: rowHeight, baseline } = set.heights;
  const ruled: number[] = [];
  let y = top + set.headHeight;
  pen.group('Table', () => {
    drawHead(pen, set, top);
    if (part.broughtForward !== null) {
      drawSum(pen, set, { label: set.table.broughtForward, value: part.broughtForward, cells: [], y: y + baseline, isTotal: false });
      y += rowHeight;
      ruled.push(y);
    }
    ruled.push(...drawRows(pen, set, { part, top: y }));
    y = ruled.at(-1) ?? y;
    if (!hasSum(set, part)) return;
    const { total, carriedForward } = set.table;
    const sum = part.isLast
      ? { label: total.label, value: total.value, cells: total.cells ?? [] }
      : { label: carriedForward, value: set.rows[part.to - 1]?.runningTotal ?? '', cells: [] };
    drawSum(pen, set, { ...sum, y: y + baseline, isTotal: part.isLast });
  });
  pen.decoration('Layout', () => {
    heavyLine(pen, top + set.headHeight, set.right);
    for (const line of ruled.slice(0, -1)) drawHairline(pen, line, set.right);
    if (!hasSum(set, part)) drawHairline(pen, y, set.right);
    else if (part.isLast) heavyLine(pen, y, set.right);
    else pen.stroke({ from: [body.left, y], to: [set.right, y], thickness: rule.hair, colour: colours.ink, dashed: false });
  });
}

/** The part that holds every row. */
export const wholePart = (set: SetTable): TablePart => ({ from: 0, to: set.rows.length, broughtForward: null, isLast: true });

/** Rows of a table that must stand under its head on a page that it shares with something else. */
const leastRows = 2;

/** A table; where a page has no room for all of it, it goes on over the next pages. */
export function placeTable(fonts: LetterFonts, table: LetterTable, heights: RowHeights): PlacedBlock {
  const set = setTable(fonts, table, { heights, right: body.right });
  const place = (part: TablePart): PlacedBlock => ({
    kind: set.hasTotal || !part.isLast ? 'table' : 'openTable',
    height: partHeight(set, part),
    draw: (pen, top) => drawPart(pen, set, { part, top }),
  });
  const least = rowsHeight(set, 0, Math.min(leastRows, set.rows.length)) + set.headHeight + heights.row;
  return { ...place(wholePart(set)), least, divide: (room) => dividePages(set, room).map(place) };
}
