/**
 * Comma, semicolon, tab or bar separated text as a raw table. The delimiter is the one that gives the most rows of one same width;
 * a first line `sep=;` (Excel) wins. Every field stays text.
 */
import Papa from 'papaparse';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { decodeText, splitLines } from '../decodeText.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { type RawTable, tableLimits, type TableRow } from './rawTable.ts';

const delimiters = [';', ',', '\t', '|'] as const;
const tableFileLimitBytes = 20_000_000;

/** How many rows of the most common width above one a delimiter gives over the start of the text, and that width. */
function widthScore(start: string, delimiter: string): { readonly rows: number; readonly width: number } {
  const { data } = Papa.parse<string[]>(start, { delimiter, preview: 60, skipEmptyLines: true });
  const counts = new Map<number, number>();
  for (const row of data) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = { rows: 0, width: 0 };
  for (const [width, rows] of counts) if (rows > best.rows || (rows === best.rows && width > best.width)) best = { rows, width };
  return best;
}

/** The delimiter of a text; null when no candidate makes columns. */
export function guessDelimiter(start: string): string | null {
  let best: { delimiter: string; rows: number; width: number } | null = null;
  for (const delimiter of delimiters) {
    const { rows, width } = widthScore(start, delimiter);
    if (rows > 0 && (best === null || rows > best.rows || (rows === best.rows && width > best.width))) best = { delimiter, rows, width };
  }
  return best?.delimiter ?? null;
}

/** Line ends inside a piece of text: a quoted field may run over several lines. */
function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

type Scan = { readonly rows: readonly TableRow[]; readonly problem: Problem | null };

/** Reads all rows, each with the line it starts on, and stops at the first bound that is exceeded. */
function scanRows(text: string, delimiter: string, read: { file: string; firstLine: number; context: ReadContext }): Scan {
  const rows: TableRow[] = [];
  const { file, context } = read;
  let failure: Problem | null = null;
  let line = read.firstLine;
  let cursor = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      const where = { file, line };
      if (errors.some((error) => error.code === 'MissingQuotes')) failure = problem('error', 'table-quote-unclosed', {}, where);
      else if (data.length > tableLimits.columns) failure = problem('error', 'table-too-large', { limit: tableLimits.columns }, where);
      else if (rows.length >= tableLimits.rows) failure = problem('error', 'table-too-large', { limit: tableLimits.rows }, where);
      else if (data.some((field) => field.length > context.limits.fieldLength)) {
        failure = problem('error', 'file-field-too-long', { file, path: String(line), limit: context.limits.fieldLength }, where);
      }
      if (failure !== null) {
        parser.abort();
        return;
      }
      rows.push({ line, cells: data.map((field) => ({ text: field.trim(), kind: 'text' as const })) });
      line += countLineEnds(text.slice(cursor, meta.cursor));
      cursor = meta.cursor;
    },
  });
  return { rows, problem: failure };
}

/** Reads a delimited text file. Codes: those of `decodeText` and `splitLines`, table-no-header, table-quote-unclosed, table-too-large. */
export function readCsvTable(source: SourceFile, context: ReadContext): Result<RawTable, readonly Problem[]> {
  const limits = { ...context.limits, fileBytes: Math.min(context.limits.fileBytes, tableFileLimitBytes) };
  const decoded = decodeText(source, limits);
  if (!decoded.ok) return err([{ ...decoded.error, severity: 'error' }]);
  const lines = splitLines(decoded.value.text, source.name, limits);
  if (!lines.ok) return err([{ ...lines.error, severity: 'error' }]);
  const stated = /^"?sep=(.)"?$/i.exec(lines.value[0]?.trim() ?? '')?.[1];
  const text = lines.value.slice(stated === undefined ? 0 : 1).join('\n');
  const delimiter = stated ?? guessDelimiter(text.slice(0, 200_000));
  if (delimiter === null) return err([problem('error', 'table-no-header', {}, { file: source.name })]);
  const scanned = scanRows(text, delimiter, { file: source.name, firstLine: stated === undefined ? 1 : 2, context });
  if (scanned.problem !== null) return err([scanned.problem]);
  return ok({ file: source.name, format: 'csv', encoding: decoded.value.encoding, delimiter, sheet: null, rows: scanned.rows });
}
