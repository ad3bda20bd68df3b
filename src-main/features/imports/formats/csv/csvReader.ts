/** Makes a reader of a layout: finds its rows in a text, reads each, and puts them together as statements. */
import type { ParsedBankFile } from '../../../../domain/bankStatement.ts';
import { type AppError, appError, type Problem, problem } from '../../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { decodeText, splitLines } from '../../decodeText.ts';
import type { Confidence, Reader, SourceHead } from '../../reader.ts';
import type { ReadContext, SourceFile } from '../../sourceFile.ts';
import { type CsvEntry, csvEntry, type CsvReading, recordOf } from './csvEntry.ts';
import type { CsvLayout } from './csvLayout.ts';
import { type CsvRow, splitRows } from './csvRows.ts';
import { csvStatements, type KnownClosing } from './csvStatements.ts';
import { csvAmount, csvDate, marksShown } from './csvValues.ts';
import { findLayout, type FoundLayout, headerLines } from './findLayout.ts';

/** More rows than a bank lets anybody download. */
const rowLimit = 500_000;

type Start = { readonly lines: readonly string[]; readonly headers: ReturnType<typeof headerLines> };
/** The start of one file is asked by every layout in turn; it is taken apart once. */
const starts = new WeakMap<SourceHead, Start>();

function startOf(head: SourceHead): Start | null {
  const known = starts.get(head);
  if (known !== undefined || head.text === null) return known ?? null;
  const lines = head.text.split(/\r\r\n|\r\n|\r|\n/, 200);
  const start = { lines, headers: headerLines(lines) };
  starts.set(head, start);
  return start;
}

function confidenceIn(layout: CsvLayout, head: SourceHead): Confidence {
  const start = startOf(head);
  if (start === null || /^\s*</.test(head.text ?? '')) return 0;
  if (findLayout(layout, start.lines, start.headers) === null) return 0;
  return 'header' in layout.find ? 90 : 80;
}

/** The rows below the header as bookings, and what could not be read or was not meant to be. */
export function readRows(
  rows: readonly CsvRow[],
  reading: CsvReading,
  limits: { readonly width: number; readonly isCut: boolean },
): { readonly entries: readonly CsvEntry[]; readonly problems: readonly Problem[] } {
  const entries: CsvEntry[] = [];
  const problems: Problem[] = [];
  let unbooked = 0;
  for (const [index, row] of rows.entries()) {
    const record = recordOf(row, reading.columns);
    if (row.cells.every((cell) => cell.trim() === '') || reading.layout.isEmpty(record)) continue;
    if (!reading.layout.isBooked(record)) {
      unbooked += 1;
      continue;
    }
    // A file that stops inside its last row was cut off: what stands there may be half an amount.
    if (limits.isCut && index === rows.length - 1 && row.cells.length < limits.width) {
      problems.push(problem('error', 'bank-entry-unreadable', { text: row.raw.slice(0, 80) }, { file: reading.file, line: row.line }));
      continue;
    }
    const read = csvEntry(row, reading);
    if (read.ok) entries.push(read.value);
    else problems.push(read.error);
  }
  if (unbooked > 0) problems.push(problem('warning', 'bank-entry-not-booked', { count: unbooked }, { file: reading.file }));
  return { entries, problems };
}

function closingAbove(layout: CsvLayout, above: readonly CsvRow[], mark: CsvReading['mark']): KnownClosing | null {
  const preamble = layout.preamble(above.map((row) => row.cells.map((cell) => cell.trim())));
  const amount = preamble?.closing === null || preamble === null ? null : csvAmount(preamble.closing, mark);
  return amount === null ? null : { amount, date: csvDate(preamble?.closingDate ?? '', 'dmy') };
}

/** Reads rows of a layout that was found, from a text or from a sheet. Code bank-no-statement when there is not one booking in it. */
export function readFound(
  layout: CsvLayout,
  content: { readonly above: readonly CsvRow[]; readonly rows: readonly CsvRow[]; readonly isCut: boolean },
  { file, found }: { readonly file: string; readonly found: FoundLayout },
): Result<ParsedBankFile, readonly Problem[]> {
  const { columns, width } = found;
  const amounts = content.rows.slice(0, 5_000).map((row) => recordOf(row, columns).cell('amount'));
  const mark = layout.mark === 'shown' ? marksShown(amounts) : layout.mark;
  const { entries, problems } = readRows(
    content.rows,
    { file, layout, columns, mark, dateOrder: 'dmy', account: '' },
    { width, isCut: content.isCut },
  );
  if (entries.length === 0) {
    const none = problem('error', 'bank-no-statement', { file }, { file });
    return err(problems.some(({ severity }) => severity === 'error') ? problems : [none, ...problems]);
  }
  const groups = csvStatements(entries, { layout, file, closing: closingAbove(layout, content.above, mark) });
  return ok({
    format: layout.id,
    statements: groups.map(({ statement }) => statement),
    problems: [...problems, ...groups.flatMap((group) => group.problems)],
  });
}

function parse(layout: CsvLayout, source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const refuse = (error: AppError): Result<ParsedBankFile, readonly Problem[]> => err([{ ...error, severity: 'error' }]);
  const file = source.name;
  const decoded = decodeText(source, context.limits);
  if (!decoded.ok) return refuse(decoded.error);
  const lines = splitLines(decoded.value.text, file, context.limits);
  if (!lines.ok) return refuse(lines.error);
  if (lines.value.length > rowLimit) return refuse(appError('table-too-large', { limit: rowLimit }, { file }));
  const found = findLayout(layout, lines.value, headerLines(lines.value));
  if (found === null) return refuse(appError('bank-no-statement', { file }, { file }));
  const style = { delimiter: found.delimiter, apostropheFrom: layout.apostropheFrom, width: found.width };
  const above = splitRows(lines.value.slice(0, found.headerLine ?? 0), style);
  // Lines above the header stay in place as empty ones, so that rows keep the number of their line.
  const isComment = (line: string): boolean => found.headerLine === null && line.startsWith('#');
  const body = lines.value.map((line, index) => (index < found.firstLine || isComment(line) ? '' : line));
  const rows = splitRows(body, style);
  const long = rows.find(({ cells }) => cells.some((cell) => cell.length > context.limits.fieldLength));
  if (long !== undefined) {
    const limit = context.limits.fieldLength;
    return refuse(appError('file-field-too-long', { file, line: long.line, limit }, { file, line: long.line }));
  }
  return readFound(layout, { above, rows, isCut: !/[\r\n]$/.test(decoded.value.text) }, { file, found });
}

export const csvReader = (layout: CsvLayout): Reader<ParsedBankFile> => ({
  id: layout.id,
  label: layout.label,
  kind: 'bank',
  sniff: (head) => confidenceIn(layout, head),
  parse: (source, context) => parse(layout, source, context),
});
