/**
 * An invoice file as the command line prints it. Names and values follow the index of public samples: amounts as decimal strings with two
 * places and the sign of the file, dates as written, null for what the file does not hold. A due date read out of free text is no fact
 * of the file, so it stands apart in `textDueDate` and `dueDate` is null.
 */
import type { ParsedDocument, SchemedIdentifier } from '../../../domain/receivable/parsedDocument.ts';
import type { Problem } from '../../../../src-shared/errors.ts';
import { decimalFromCents } from '../../../../src-shared/money.ts';
import type { Result } from '../../../../src-shared/result.ts';
import type { Confidence } from './columnMapping.ts';
import { type TableField, tableFields } from './headerSynonyms.ts';
import type { InvoiceFileContent, ListContent } from './readInvoiceFile.ts';
import type { SkippedRow } from './tableRow.ts';

export type PresentedDocument = {
  readonly number: string;
  readonly type: ParsedDocument['docType'];
  readonly issueDate: string | null;
  readonly dueDate: string | null;
  readonly dueDateOrigin: ParsedDocument['dueDateOrigin'];
  readonly textDueDate: string | null;
  readonly currency: string | null;
  readonly total: string;
  readonly payable: string;
  readonly open: string;
  readonly receivableEffect: string;
  readonly customer: {
    readonly name: string | null;
    readonly tradeName: string | null;
    readonly vat: string | null;
    readonly legalId: SchemedIdentifier | null;
    readonly endpoint: SchemedIdentifier | null;
    readonly email: string | null;
    readonly code: string | null;
  };
  readonly iban: string | null;
  readonly ibanValid: boolean | null;
  readonly ibans: readonly string[];
  readonly paymentReference: string | null;
  readonly orderReference: string | null;
  readonly buyerReference: string | null;
  readonly billingReferences: readonly string[];
  readonly attachments: readonly {
    readonly filename: string | null;
    readonly mime: string | null;
    readonly bytes: number;
    readonly startsWithPdf: boolean;
  }[];
  readonly holds: readonly string[];
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
};

export type PresentedList = {
  readonly kind: string;
  readonly delimiter: string | null;
  readonly encoding: string | null;
  readonly headerRow: number;
  readonly dataRows: number;
  readonly validOn: string | null;
  readonly columns: Readonly<Partial<Record<TableField, string>>>;
  readonly confidence: Readonly<Partial<Record<TableField, Confidence>>>;
  readonly skipped: readonly SkippedRow[];
};

export type PresentedInvoiceFile = {
  readonly file: string;
  /** Null when the file was refused. */
  readonly format: 'ubl' | 'csv' | 'xlsx' | null;
  readonly documents: readonly PresentedDocument[];
  readonly problems: readonly Problem[];
} & Partial<Omit<PresentedDocument, 'problems'>> &
  Partial<{ readonly list: PresentedList }>;

/** One document in the words of the sample index. */
export function presentDocument(document: ParsedDocument): PresentedDocument {
  const { customer } = document;
  const isFact = document.dueDateOrigin === 'stated' || document.dueDateOrigin === 'payment-means';
  const ibans = document.accounts.flatMap((account) => account.iban ?? []);
  return {
    number: document.number,
    type: document.docType,
    issueDate: document.issueDate,
    dueDate: isFact ? document.dueDate : null,
    dueDateOrigin: document.dueDateOrigin,
    textDueDate: document.textDueDate,
    currency: document.currency,
    total: decimalFromCents(document.total),
    payable: decimalFromCents(document.payable),
    open: decimalFromCents(document.open),
    receivableEffect: decimalFromCents(document.receivableEffect),
    customer: {
      name: customer.name,
      tradeName: customer.tradeName,
      vat: customer.vat,
      legalId: customer.legalId,
      endpoint: customer.endpoint,
      email: customer.email,
      code: customer.sourceId,
    },
    iban: ibans[0] ?? null,
    ibanValid: document.accounts.find((account) => account.iban !== null)?.isValidIban ?? null,
    ibans,
    paymentReference: document.paymentReference,
    orderReference: document.orderReferenceAsWritten,
    buyerReference: document.buyerReferenceAsWritten,
    billingReferences: document.creditsInvoices.map((reference) => reference.number),
    attachments: document.attachments.map(({ filename, mime, byteCount, startsWithPdf }) => ({
      filename,
      mime,
      bytes: byteCount,
      startsWithPdf,
    })),
    holds: document.collectHolds.map((hold) => hold.reason),
    lines: document.lines,
    problems: document.problems,
  };
}

function presentList({ table, content, proposal }: ListContent): PresentedList {
  const columns: Partial<Record<TableField, string>> = {};
  for (const field of tableFields) {
    const column = content.mapping.columns[field];
    if (column !== undefined) columns[field] = content.headers[column] ?? '';
  }
  return {
    kind: content.kind,
    delimiter: table.delimiter,
    encoding: table.encoding,
    headerRow: content.headerLine,
    dataRows: content.dataRows,
    validOn: content.validOn,
    columns,
    confidence: proposal.confidence,
    skipped: content.skipped,
  };
}

/** The file as one object: an e-invoice carries the fields of its document on top as well, a list carries its columns in `list`. */
export function presentInvoiceFile(file: string, read: Result<InvoiceFileContent, readonly Problem[]>): PresentedInvoiceFile {
  if (!read.ok) return { file, format: null, documents: [], problems: read.error };
  const content = read.value;
  if (content.kind === 'list') {
    const { documents, problems } = content.content;
    const questions = content.isRemembered ? [] : content.proposal.questions;
    return {
      file,
      format: content.format,
      documents: documents.map(presentDocument),
      problems: [...questions, ...problems],
      list: presentList(content),
    };
  }
  const documents = content.documents.map(presentDocument);
  const [first, ...others] = documents;
  const problems = documents.flatMap((document) => document.problems);
  return { ...(first !== undefined && others.length === 0 ? first : {}), file, format: content.format, documents, problems };
}
