/** A list as rows of cells, before anybody knows what its columns mean. Text stays text: no library guesses numbers or dates. */

/** `number` cells come from a workbook with a dot as decimal mark; `date` cells as `YYYY-MM-DD`; everything else is text as shown. */
export type TableCell = { readonly text: string; readonly kind: 'text' | 'number' | 'date' };
export type TableRow = { readonly line: number; readonly cells: readonly TableCell[] };

export type RawTable = {
  readonly file: string;
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
};

/** Bounds on a list, so that one file cannot fill the memory. */
export const tableLimits = { rows: 200_000, columns: 500, cellLength: 10_000, cells: 5_000_000 } as const;

const blank: TableCell = { text: '', kind: 'text' };
export const cellAt = (row: TableRow, column: number | undefined): TableCell =>
  column === undefined ? blank : (row.cells[column] ?? blank);
export const isBlankRow = (row: TableRow): boolean => row.cells.every((cell) => cell.text === '');
