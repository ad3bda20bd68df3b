/** A sheet of a workbook as cells of text, from either kind of workbook. Numbers keep the digits they were stored with. */
export type SheetCell = { readonly text: string; readonly isNumber: boolean };
export type SheetRow = { readonly line: number; readonly cells: readonly SheetCell[] };

/** More than a bank lets anybody download, and little enough to hold in memory. */
export const sheetLimits = { bytes: 20_000_000, rows: 70_000, columns: 100, textLength: 10_000 } as const;

export const emptyCell: SheetCell = { text: '', isNumber: false };

/** Collects cells that may come in any order; what lies outside the bounds is left out and told. */
export class SheetBuilder {
  readonly #rows = new Map<number, SheetCell[]>();
  isTooLarge = false;

  /** `row` and `column` count from 0. */
  put(row: number, column: number, cell: SheetCell): void {
    if (row >= sheetLimits.rows || column >= sheetLimits.columns) {
      this.isTooLarge = true;
      return;
    }
    const cells = this.#rows.get(row) ?? [];
    while (cells.length < column) cells.push(emptyCell);
    cells[column] = { ...cell, text: cell.text.slice(0, sheetLimits.textLength) };
    this.#rows.set(row, cells);
  }

  rows(): readonly SheetRow[] {
    return [...this.#rows].toSorted(([one], [other]) => one - other).map(([row, cells]) => ({ line: row + 1, cells }));
  }
}

/** A stored number as plain digits: at most the cents and the noise of binary fractions gone. */
export function numberText(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return '';
  if (Number.isInteger(value)) return String(value);
  const fixed = value.toFixed(6);
  return fixed.replace(/0{1,6}$/, '').replace(/\.$/, '');
}
