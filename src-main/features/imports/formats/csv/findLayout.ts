/** Finds where the rows of a layout begin: by the names of its columns within the first lines, or by the shape of its first rows. */
import { csvColumns, type CsvColumn, type CsvLayout } from './csvLayout.ts';
import { type CsvRow, delimiterOf, splitRows } from './csvRows.ts';
import { headerKey, headerKeys } from './headerKey.ts';

export type FoundLayout = {
  readonly delimiter: string;
  /** The line above which everything is preamble, counted from 0; the header itself lies before it. */
  readonly firstLine: number;
  readonly headerLine: number | null;
  readonly columns: ReadonlyMap<CsvColumn, number>;
  /** How many cells a whole row has. */
  readonly width: number;
};

/** Banks put up to a dozen lines above the header. */
export const searchedLines = 25;

type HeaderLine = { readonly index: number; readonly delimiter: string; readonly keys: readonly string[]; readonly row: CsvRow };

/** The first lines as rows, each by its own delimiter. */
export function headerLines(lines: readonly string[]): readonly HeaderLine[] {
  return lines.slice(0, searchedLines).flatMap((line, index) => {
    const delimiter = delimiterOf(line);
    if (delimiter === null || line.length > 5_000) return [];
    const [row] = splitRows([line], { delimiter, apostropheFrom: null, width: null });
    return row === undefined ? [] : [{ index, delimiter, keys: row.cells.map(headerKey), row }];
  });
}

type Names = { readonly sets: readonly (readonly (readonly string[])[])[]; readonly without: ReadonlySet<string> };
const prepared = new Map<string, Names>();

function namesOf(layout: CsvLayout): Names {
  const known = prepared.get(layout.id);
  if (known !== undefined || !('header' in layout.find)) return known ?? { sets: [], without: new Set() };
  const names = {
    sets: layout.find.header.map((set) => set.map(headerKeys)),
    without: new Set(layout.find.without.flatMap(headerKeys)),
  };
  prepared.set(layout.id, names);
  return names;
}

function columnsByName(layout: CsvLayout, keys: readonly string[]): ReadonlyMap<CsvColumn, number> {
  const columns = new Map<CsvColumn, number>();
  if (!('names' in layout.find)) return columns;
  for (const column of csvColumns) {
    for (const name of layout.find.names[column] ?? []) {
      const wanted = headerKeys(name);
      const index = keys.findIndex((key) => wanted.includes(key));
      if (index === -1) continue;
      columns.set(column, index);
      break;
    }
  }
  return columns;
}

function byHeader(layout: CsvLayout, lines: readonly HeaderLine[]): FoundLayout | null {
  const { sets, without } = namesOf(layout);
  for (const { index, delimiter, keys } of lines) {
    const present = new Set(keys);
    if (keys.some((key) => without.has(key))) continue;
    if (!sets.some((set) => set.every((names) => names.some((name) => present.has(name))))) continue;
    const named = keys.length - [...keys].reverse().findIndex((key) => key !== '');
    return { delimiter, firstLine: index + 1, headerLine: index, columns: columnsByName(layout, keys), width: named };
  }
  return null;
}

/** Comments and blank lines count for nothing; at most this many rows are looked at. */
const shapedRows = 5;

function byShape(layout: CsvLayout, lines: readonly string[]): FoundLayout | null {
  const { find } = layout;
  if (!('shape' in find)) return null;
  const start = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  if (start === -1) return null;
  const patterns = Object.entries(find.shape).map(([column, pattern]) => [Number(column), pattern] as const);
  for (const delimiter of find.delimiters) {
    const candidates = lines.slice(start, start + 100).filter((line) => line.trim() !== '' && !line.startsWith('#'));
    const rows = splitRows(candidates.slice(0, shapedRows * 2), {
      delimiter,
      apostropheFrom: layout.apostropheFrom,
      width: find.width.from,
    }).slice(0, shapedRows);
    const fits = ({ cells }: CsvRow): boolean =>
      cells.length >= find.width.from &&
      cells.length <= find.width.to &&
      patterns.every(([column, pattern]) => pattern.test((cells[column] ?? '').trim()));
    const [first] = rows;
    // The first row decides; of the others most must fit, so that one damaged row does not hide a file.
    if (first === undefined || !fits(first) || rows.filter(fits).length * 2 <= rows.length) continue;
    const places = Object.entries(find.places).flatMap(([column, place]) => {
      const known = csvColumns.find((name) => name === column);
      return known === undefined || place >= first.cells.length ? [] : [[known, place] as const];
    });
    return { delimiter, firstLine: start, headerLine: null, columns: new Map(places), width: find.width.from };
  }
  return null;
}

/** Where a layout stands in a text; null when the text is not of this layout. `headers` are `headerLines(lines)`. */
export const findLayout = (layout: CsvLayout, lines: readonly string[], headers: readonly HeaderLine[]): FoundLayout | null =>
  'header' in layout.find ? byHeader(layout, headers) : byShape(layout, lines);

/** Where a layout with names of columns stands in rows that are cells already (a sheet). `firstLine` is the line of the header. */
export function findInRows(layout: CsvLayout, rows: readonly CsvRow[]): FoundLayout | null {
  const lines = rows.slice(0, searchedLines).map((row) => ({ index: row.line - 1, delimiter: '', keys: row.cells.map(headerKey), row }));
  return byHeader(layout, lines);
}
