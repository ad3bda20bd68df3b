/** Any file that may hold receivables: told by its content, read as e-invoice or as list, or refused by name. */
import type { ParsedDocument } from '../../../domain/receivable/parsedDocument.ts';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { sourceHead } from '../reader.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { type ColumnMapping, type MappingProposal, proposeMapping } from './columnMapping.ts';
import { readCsvTable } from './csvTable.ts';
import { columnsUnder, findHeaderRow } from './headerRow.ts';
import type { RawTable } from './rawTable.ts';
import { refusedFileCode } from './refusedFormats.ts';
import { readTable, type TableContent } from './table.ts';
import { ubl } from './ubl.ts';
import { readWorkbookTable } from './workbookTable.ts';

export type EInvoiceContent = { readonly kind: 'e-invoice'; readonly format: 'ubl'; readonly documents: readonly ParsedDocument[] };
export type ListContent = {
  readonly kind: 'list';
  readonly format: 'csv' | 'xlsx';
  readonly table: RawTable;
  readonly proposal: MappingProposal;
  /** Whether the columns come from a mapping that the user confirmed earlier for these very headers. */
  readonly isRemembered: boolean;
  readonly content: TableContent;
};
export type InvoiceFileContent = EInvoiceContent | ListContent;

/** Finds the mapping that was confirmed for a header signature; null when these headers are new. */
export type MappingMemory = (signature: string) => ColumnMapping | null;

/** A CSV or XLSX file as raw rows, for a screen that lets the user point out columns. */
export async function readRawTable(source: SourceFile, context: ReadContext): Promise<Result<RawTable, readonly Problem[]>> {
  const isZip = source.bytes[0] === 0x50 && source.bytes[1] === 0x4b;
  return isZip ? readWorkbookTable(source, context) : readCsvTable(source, context);
}

/** The proposal for the columns of a raw table; null when it has no header row. */
export function proposeForTable(table: RawTable): MappingProposal | null {
  const headerIndex = findHeaderRow(table);
  if (headerIndex === null) return null;
  const under = columnsUnder(table, headerIndex);
  return proposeMapping({ file: table.file, headers: under.headers, rows: under.rows, delimiter: table.delimiter });
}

function readList(table: RawTable, remember: MappingMemory): Result<ListContent, readonly Problem[]> {
  const proposal = proposeForTable(table);
  if (proposal === null) return err([problem('error', 'table-no-header', {}, { file: table.file })]);
  const remembered = remember(proposal.mapping.signature);
  const content = readTable(table, remembered ?? proposal.mapping);
  if (!content.ok) return content;
  return ok({ kind: 'list', format: table.format, table, proposal, isRemembered: remembered !== null, content: content.value });
}

/**
 * Reads any invoice file. Never throws on content: what cannot be read comes back as problems with a code, the place, and no documents.
 * `remember` gives the mapping the user confirmed before; without one the proposal is used and its questions stand in the answer.
 */
export async function readInvoiceFile(
  source: SourceFile,
  context: ReadContext,
  remember: MappingMemory,
): Promise<Result<InvoiceFileContent, readonly Problem[]>> {
  if (source.bytes.length === 0) return err([problem('error', 'file-empty', { file: source.name }, { file: source.name })]);
  const head = sourceHead(source);
  if (ubl.sniff(head) > 0) {
    const read = ubl.parse(source, context);
    return read.ok ? ok({ kind: 'e-invoice', format: 'ubl', documents: read.value }) : read;
  }
  const refused = refusedFileCode(head);
  if (refused !== null) return err([problem('error', refused.code, { file: source.name, root: refused.root }, { file: source.name })]);
  if (head.text?.trimStart().startsWith('<') === true) {
    const read = ubl.parse(source, context);
    return read.ok ? ok({ kind: 'e-invoice', format: 'ubl', documents: read.value }) : read;
  }
  const table = await readRawTable(source, context);
  return table.ok ? readList(table.value, remember) : table;
}
