/**
 * An Excel workbook (.xlsx) as a raw table: the first sheet that holds data. Numbers stay the text that the file stores; cells formatted
 * as dates become calendar dates from the midnight the library reports in UTC, so no time zone can shift a day.
 */
import readSheets, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { isBlankRow, type RawTable, type TableCell, tableLimits, type TableRow } from './rawTable.ts';
import { inspectZip } from './zipGuard.ts';

const workbookLimitBytes = 20_000_000;

/** A number as the workbook stores it; boxed so that it cannot be mistaken for a text that looks like one. */
type StoredNumber = { readonly stored: string };

function toCell(value: unknown, limit: number): TableCell | null {
  if (value === null || value === undefined) return { text: '', kind: 'text' };
  if (value instanceof Date)
    return Number.isNaN(value.valueOf()) ? { text: '', kind: 'text' } : { text: value.toISOString().slice(0, 10), kind: 'date' };
  if (typeof value === 'object' && 'stored' in value && typeof value.stored === 'string') return { text: value.stored, kind: 'number' };
  const text = (typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '').trim();
  return text.length > limit ? null : { text, kind: 'text' };
}

function toRows(data: readonly (readonly unknown[])[], file: string): Result<readonly TableRow[], Problem> {
  const rows: TableRow[] = [];
  if (data.length > tableLimits.rows) return err(problem('error', 'table-too-large', { limit: tableLimits.rows }, { file }));
  for (const [index, values] of data.entries()) {
    const cells: TableCell[] = [];
    for (const value of values) {
      const cell = toCell(value, tableLimits.cellLength);
      const where = { file, line: index + 1 };
      if (cell === null)
        return err(problem('error', 'file-field-too-long', { file, path: String(index + 1), limit: tableLimits.cellLength }, where));
      cells.push(cell);
    }
    rows.push({ line: index + 1, cells });
  }
  return ok(rows);
}

/** Reads a workbook. Codes: those of `inspectZip`, file-too-large, format-archive, table-workbook-unreadable, table-no-rows, table-too-large. */
export async function readWorkbookTable(source: SourceFile, context: ReadContext): Promise<Result<RawTable, readonly Problem[]>> {
  const file = source.name;
  const refuse = (code: Problem['code'], params: Problem['params']): Result<RawTable, readonly Problem[]> =>
    err([problem('error', code, params, { file })]);
  const limit = Math.min(context.limits.fileBytes, workbookLimitBytes);
  if (source.bytes.length > limit) return refuse('file-too-large', { file, bytes: source.bytes.length, limit });
  const inspected = inspectZip(source.bytes);
  if (!inspected.ok) return refuse(inspected.error, { file, limit: tableLimits.cells });
  if (!inspected.value.includes('xl/workbook.xml')) return refuse('format-archive', { file });
  try {
    const sheets = await readSheets<StoredNumber>(Buffer.from(source.bytes), { parseNumber: (stored) => ({ stored }) });
    for (const sheet of sheets) {
      const rows = toRows(sheet.data, file);
      if (!rows.ok) return err([rows.error]);
      if (rows.value.some((row) => !isBlankRow(row))) {
        return ok({ file, format: 'xlsx', encoding: null, delimiter: null, sheet: sheet.sheet, rows: rows.value });
      }
    }
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError || error instanceof Error) {
      return refuse('table-workbook-unreadable', { file, reason: error.message.slice(0, 200) });
    }
    throw error;
  }
  return refuse('table-no-rows', { file });
}
