/**
 * One file, whatever it is: told by its content over all readers of bank statements and invoices together, read by the one that is
 * surest, and handed back as plain data. Pure apart from hashing; what cannot be read comes back as a refusal in words.
 */
import type { ColumnMapping } from '../../../src-shared/contract/imports.ts';
import { type Problem, problem } from '../../../src-shared/errors.ts';
import type { ParsedBankFile } from '../../domain/bankStatement.ts';
import type { ParsedDocument } from '../../domain/receivable/parsedDocument.ts';
import { openArchive } from './archive.ts';
import { type BankList, bankListOf } from './bankList.ts';
import { type BankReader, finished, isStreamed, type StreamedReader } from './formats/bankStream.ts';
import { bankReaders } from './formats/index.ts';
import type { ColumnMapping as TableMapping } from './invoiceFormats/columnMapping.ts';
import { columnsUnder, findHeaderRow } from './invoiceFormats/headerRow.ts';
import { tableFields } from './invoiceFormats/headerSynonyms.ts';
import type { RawTable } from './invoiceFormats/rawTable.ts';
import { proposeForTable, readInvoiceFile, readRawTable } from './invoiceFormats/readInvoiceFile.ts';
import { refusedFileCode } from './invoiceFormats/refusedFormats.ts';
import { readTable } from './invoiceFormats/table.ts';
import { ubl, ublProfile } from './invoiceFormats/ubl.ts';
import { keyedStatements, nothingAhead } from './keyedSink.ts';
import { type Mappings, type ParsedContent, type ParsedTable, refusal } from './parsedFile.ts';
import { chooseReader, type SourceHead, sourceHead } from './reader.ts';
import { readStreamed } from './readStreamed.ts';
import { inPieces, type ReadContext, type SourceFile, usualPieceBytes } from './sourceFile.ts';

const bankContent = (reader: BankReader, file: ParsedBankFile): ParsedContent => ({
  kind: 'bank',
  reader: reader.id,
  format: reader.label,
  statements: keyedStatements(file.statements),
  table: null,
  problems: file.problems,
});

const bankListContent = ({ reader, format, file, table }: BankList): ParsedContent => ({
  kind: 'bank',
  reader,
  format,
  statements: keyedStatements(file.statements),
  table,
  problems: file.problems,
});

/** Attachments stay in the stored file; they would only travel and weigh here. */
const withoutAttachments = (document: ParsedDocument): ParsedDocument => ({
  ...document,
  attachments: document.attachments.map((attachment) => ({ ...attachment, content: null })),
});

const findingsOf = (documents: readonly ParsedDocument[]): readonly Problem[] => documents.flatMap((document) => document.problems);

function toContractMapping(mapping: TableMapping): ColumnMapping {
  return {
    columns: Object.fromEntries(
      tableFields.flatMap((field) => (mapping.columns[field] === undefined ? [] : [[field, mapping.columns[field]]])),
    ),
    dateOrder: mapping.dateOrderWhenUnclear,
    decimalMark: mapping.decimalMarkWhenUnclear,
  };
}

/** A mapping as the user gave it; fields and columns this table does not have fall away. */
function toTableMapping(mapping: ColumnMapping, signature: string, width: number): TableMapping {
  const columns = tableFields.flatMap((field) => {
    const column = mapping.columns[field] ?? -1;
    return column >= 0 && column < width ? [[field, column] as const] : [];
  });
  return {
    signature,
    columns: Object.fromEntries(columns),
    dateOrderWhenUnclear: mapping.dateOrder,
    decimalMarkWhenUnclear: mapping.decimalMark,
  };
}

const sampleRows = 12;

/** A list. One whose columns are not understood is not refused: it comes back without documents, so that the user can point them out. */
function listContent(table: RawTable, mappings: Mappings): ParsedContent {
  const proposal = proposeForTable(table);
  const headerIndex = findHeaderRow(table);
  if (proposal === null || headerIndex === null) return refusal(problem('error', 'table-no-header', {}, { file: table.file }));
  const under = columnsUnder(table, headerIndex);
  const { signature } = proposal.mapping;
  const kept = Object.hasOwn(mappings, signature) ? mappings[signature] : undefined;
  // A mapping without columns asks for a proposal.
  const given = kept === undefined || Object.keys(kept.columns).length === 0 ? undefined : kept;
  const mapping = given === undefined ? proposal.mapping : toTableMapping(given, signature, under.headers.length);
  const read = readTable(table, mapping);
  const parsedTable: ParsedTable = {
    headers: under.headers.map((header) => header.slice(0, 200)),
    sample: under.rows
      .slice(0, sampleRows)
      .map((row) => under.headers.map((_header, column) => (row.cells[column]?.text ?? '').slice(0, 200))),
    mapping: toContractMapping(mapping),
    signature,
    isRemembered: given !== undefined,
    skippedRows: read.ok ? read.value.skipped : [],
  };
  const documents = read.ok ? read.value.documents : [];
  const problems = read.ok ? [...read.value.problems, ...findingsOf(documents)] : read.error;
  const questions = given === undefined ? proposal.questions : [];
  const listDate = read.ok ? read.value.validOn : null;
  const format = table.format === 'csv' ? 'CSV' : 'XLSX';
  return { kind: 'invoices', reader: table.format, format, documents, listDate, table: parsedTable, problems: [...questions, ...problems] };
}

async function invoiceContent(source: SourceFile, context: ReadContext, mappings: Mappings): Promise<ParsedContent> {
  const head = sourceHead(source);
  const isList = ubl.sniff(head) === 0 && refusedFileCode(head) === null && head.text?.trimStart().startsWith('<') !== true;
  if (isList) {
    const table = await readRawTable(source, context);
    if (!table.ok) return refusal(...table.error);
    const bookings = bankListOf(table.value, mappings);
    return bookings === null ? listContent(table.value, mappings) : bankListContent(bookings);
  }
  const read = await readInvoiceFile(source, context, () => null);
  if (!read.ok) return refusal(...read.error);
  const documents = (read.value.kind === 'e-invoice' ? read.value.documents : read.value.content.documents).map(withoutAttachments);
  const format = ublProfile(documents[0]?.customizationId ?? null);
  return { kind: 'invoices', reader: read.value.format, format, documents, listDate: null, table: null, problems: findingsOf(documents) };
}

/** The reader of bank statements that claims a file, unless it is more likely an invoice. */
function bankReaderOf(head: SourceHead): BankReader | null {
  const reader = chooseReader(bankReaders, head);
  return reader !== null && reader.sniff(head) > ubl.sniff(head) ? reader : null;
}

/** The reader that takes a file in pieces, by the start of the file; null for a file that is read as a whole. */
export function streamedReaderOf(head: SourceHead): StreamedReader | null {
  const reader = bankReaderOf(head);
  return reader !== null && isStreamed(reader) ? reader : null;
}

/** Reads a file. A text that no reader of bank statements claims is taken as invoices: lists have no signature of their own. */
export async function parseFile(source: SourceFile, context: ReadContext, mappings: Mappings): Promise<ParsedContent> {
  const where = { file: source.name };
  if (source.bytes.length === 0) return refusal(problem('error', 'file-empty', where, where));
  if (source.bytes.length > context.limits.fileBytes) {
    return refusal(problem('error', 'file-too-large', { ...where, bytes: source.bytes.length, limit: context.limits.fileBytes }, where));
  }
  const head = sourceHead(source);
  const reader = bankReaderOf(head);
  if (reader !== null && isStreamed(reader)) {
    const file = inPieces(source, usualPieceBytes);
    return finished(readStreamed({ reader, file, context, ahead: nothingAhead, look: () => undefined }));
  }
  if (reader !== null) {
    const read = reader.parse(source, context);
    return read.ok ? bankContent(reader, read.value) : refusal(...read.error);
  }
  const content = await invoiceContent(source, context, mappings);
  const isUnknown =
    content.kind === 'refused' && content.problems.some((one) => one.code === 'table-no-header') && !looksLikeTable(head.text);
  return isUnknown ? refusal(problem('error', 'format-unknown', where, where)) : content;
}

/** A file as it is previewed: what was handed over, or one member of it when that was an archive. */
export type ParsedPart = { readonly source: SourceFile; readonly member: number | null; readonly content: ParsedContent };

/**
 * Reads what was handed over, member by member when it is an archive: statements, invoices, whatever each of them is. An archive of which
 * nothing can be read is refused as a whole. What is known of a member by itself stands in its context.
 */
export async function parseParts(source: SourceFile, contextOf: (member: number | null) => ReadContext, mappings: Mappings): Promise<readonly ParsedPart[]> {
  const whole = (content: ParsedContent): readonly ParsedPart[] => [{ source, member: null, content }];
  const context = contextOf(null);
  const isOpenable = source.bytes.length <= context.limits.fileBytes;
  const members = isOpenable ? openArchive(source) : null;
  if (members === null) return whole(await parseFile(source, context, mappings));
  if (!members.ok) return whole(refusal(members.error));
  const parts: ParsedPart[] = [];
  for (const [member, { name, content }] of members.value.entries()) {
    const part = content.ok ? content.value : { name, bytes: noBytes };
    parts.push({ source: part, member, content: content.ok ? await parseFile(part, contextOf(member), mappings) : refusal(content.error) });
  }
  if (parts.some(({ content }) => content.kind !== 'refused')) return parts;
  const where = { file: source.name };
  return whole(refusal(problem('error', 'archive-empty', where, where), ...parts.flatMap(({ content }) => content.problems)));
}

const noBytes = new Uint8Array(0);

/** Whether a text has columns at all; a letter or a program is refused as unknown instead of as a list without headers. */
const looksLikeTable = (text: string | null): boolean => {
  const lines = (text ?? '').split(/\r\n|\r|\n/, 20).filter((line) => line.trim() !== '');
  return lines.filter((line) => /[;\t,|]/.test(line)).length * 2 > lines.length;
};
