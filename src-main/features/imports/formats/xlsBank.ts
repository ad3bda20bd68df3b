/**
 * Workbooks that banks let one download: ABN AMRO (XLS, also saved again as XLSX) and Argenta (XLSX). The sheet is read as rows of text and
 * then by the same layouts and the same engine as delimited exports.
 */
import type { ParsedBankFile } from '../../../domain/bankStatement.ts';
import { addDays, plainDate } from '../../../../src-shared/dates.ts';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { isZip } from '../archive.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import { readContext, type ReadContext, type SourceFile } from '../sourceFile.ts';
import { abnAmroSheet } from './csv/abnAmro.ts';
import { argenta } from './csv/argenta.ts';
import type { CsvColumn, CsvLayout } from './csv/csvLayout.ts';
import { readFound } from './csv/csvReader.ts';
import type { CsvRow } from './csv/csvRows.ts';
import { findInRows, type FoundLayout } from './csv/findLayout.ts';
import { biffSheet } from './xls/biffSheet.ts';
import { isOleContainer } from './xls/oleContainer.ts';
import { numberText, type SheetCell, sheetLimits, type SheetRow } from './xls/sheetCells.ts';
import { xlsxSheet } from './xls/xlsxSheet.ts';

const layouts: readonly CsvLayout[] = [
  { ...abnAmroSheet, id: 'xls-abn-amro', mark: ',' },
  { ...argenta, id: 'xls-argenta', label: 'Argenta (Excel)', mark: ',' },
];

const isWorkbook = (bytes: Uint8Array): boolean => isZip(bytes) || isOleContainer(bytes);

function sheetOf(bytes: Uint8Array, context: ReadContext): Result<readonly SheetRow[] | null, Problem['code']> {
  if (bytes.length > sheetLimits.bytes) return err('file-too-large');
  if (isZip(bytes)) return xlsxSheet(bytes, context);
  const sheet = biffSheet(bytes);
  return sheet?.isTooLarge === true ? err('table-too-large') : ok(sheet?.rows ?? null);
}

const excelEpoch = plainDate('1899-12-30');
const dateColumns: readonly CsvColumn[] = ['bookDate', 'otherDate', 'valueDate'];

/** Days counted since 30 December 1899, as workbooks store dates, are told by the column they stand in. */
function cellText({ text, isNumber }: SheetCell, isDate: boolean): string {
  if (!isNumber) return text;
  const serial = isDate ? /^(\d{5})(?:\.\d{1,20})?$/.exec(text)?.[1] : undefined;
  if (serial !== undefined) return addDays(excelEpoch, Number(serial));
  // Workbooks keep numbers as binary fractions; six places are far finer than a cent and coarser than their noise.
  return (numberText(Number(text)) || text).replace('.', ',');
}

const toRow = ({ line, cells }: SheetRow, dates: ReadonlySet<number>): CsvRow => {
  const texts = cells.map((cell, column) => cellText(cell, dates.has(column)));
  return { line, endLine: line, cells: texts, raw: texts.join('\t') };
};

const noDates: ReadonlySet<number> = new Set();
type FoundSheet = { readonly found: FoundLayout; readonly rows: readonly SheetRow[] };

function findIn(layout: CsvLayout, rows: readonly SheetRow[]): FoundSheet | null {
  const found = findInRows(
    layout,
    rows.slice(0, 30).map((row) => toRow(row, noDates)),
  );
  return found === null ? null : { found, rows };
}

const sheets = new WeakMap<SourceHead, readonly SheetRow[]>();

/** The sheet of a file that is being told apart, taken out of its container once for all layouts. */
function sheetFor(head: SourceHead): readonly SheetRow[] {
  const known = sheets.get(head);
  if (known !== undefined) return known;
  const read = sheetOf(head.whole, readContext);
  const rows = read.ok ? (read.value ?? []) : [];
  sheets.set(head, rows);
  return rows;
}

function sniff(layout: CsvLayout, head: SourceHead): Confidence {
  return isWorkbook(head.bytes) && findIn(layout, sheetFor(head)) !== null ? 90 : 0;
}

/** Codes: those of the containers, bank-no-statement, and those of the rows. */
function parse(layout: CsvLayout, source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const file = source.name;
  const refuse = (code: Problem['code']): Result<ParsedBankFile, readonly Problem[]> => {
    const params = { file, bytes: source.bytes.length, limit: sheetLimits.bytes, reason: '' };
    return err([problem('error', code, params, { file })]);
  };
  const read = sheetOf(source.bytes, context);
  if (!read.ok) return refuse(read.error);
  const sheet = read.value === null ? null : findIn(layout, read.value);
  if (sheet === null) return refuse('bank-no-statement');
  const { found, rows } = sheet;
  const dates = new Set(dateColumns.flatMap((column) => found.columns.get(column) ?? []));
  const all = rows.map((row) => toRow(row, dates));
  const below = all.filter(({ line }) => line > found.firstLine);
  return readFound(layout, { above: [], rows: below, isCut: false }, { file, found });
}

export const xlsBankReaders: readonly Reader<ParsedBankFile>[] = layouts.map((layout) => ({
  id: layout.id,
  label: layout.label,
  kind: 'bank',
  sniff: (head) => sniff(layout, head),
  parse: (source, context) => parse(layout, source, context),
}));
