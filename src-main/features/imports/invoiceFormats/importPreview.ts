/**
 * What an import would do, before anything is stored: counts, sums per currency, the oldest due date, what stays out and why, and what
 * looks wrong. A wrong date order or an amount a hundred times too large must be visible here.
 */
import type { ParsedDocument } from '../../../domain/receivable/parsedDocument.ts';
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { addCents, type Cents, decimalFromCents, zeroCents } from '../../../../src-shared/money.ts';
import type { InvoiceFileContent } from './readInvoiceFile.ts';
import type { SkipReason } from './tableRow.ts';

export type CurrencySum = {
  /** Null = the file names no currency. */
  readonly currency: string | null;
  readonly documents: number;
  readonly open: Cents;
  readonly total: Cents;
};

export type ImportPreview = {
  readonly documents: number;
  readonly claims: number;
  readonly credits: number;
  readonly settled: number;
  readonly customers: number;
  readonly sums: readonly CurrencySum[];
  /** Of what is still open. */
  readonly oldestDueDate: PlainDateText | null;
  readonly firstIssueDate: PlainDateText | null;
  readonly lastIssueDate: PlainDateText | null;
  readonly held: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Everything to look at, errors first: of the file, of its rows, of its documents, and of all documents together. */
  readonly problems: readonly Problem[];
};

const customerKey = ({ customer }: ParsedDocument): string =>
  customer.sourceId ?? customer.vat ?? customer.legalId?.value ?? customer.name ?? '';
const earliest = (dates: readonly (PlainDateText | null)[]): PlainDateText | null =>
  dates.reduce<PlainDateText | null>((first, date) => (date !== null && (first === null || date < first) ? date : first), null);
const latest = (dates: readonly (PlainDateText | null)[]): PlainDateText | null =>
  dates.reduce<PlainDateText | null>((last, date) => (date !== null && (last === null || date > last) ? date : last), null);

function sumsPerCurrency(documents: readonly ParsedDocument[]): readonly CurrencySum[] {
  const sums = new Map<string | null, CurrencySum>();
  for (const { currency, open, total } of documents) {
    const sum = sums.get(currency) ?? { currency, documents: 0, open: zeroCents, total: zeroCents };
    sums.set(currency, { currency, documents: sum.documents + 1, open: addCents(sum.open, open), total: addCents(sum.total, total) });
  }
  return [...sums.values()].sort((left, right) => (left.currency ?? '~').localeCompare(right.currency ?? '~'));
}

/** Amounts at least fifty times the middle one and without cents, among at least five documents: point and comma may be swapped. */
function hundredfoldAmounts(documents: readonly ParsedDocument[], file: string): readonly Problem[] {
  const sizes = documents.map((document) => Math.abs(document.total)).filter((size) => size > 0);
  const sorted = sizes.toSorted((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined || sorted.length < 5) return [];
  return documents
    .filter((document) => Math.abs(document.total) >= middle * 50 && document.total % 100 === 0)
    .map((document) => {
      const line = document.lines[0];
      const params = { number: document.number, amount: decimalFromCents(document.total) };
      return problem('warning', 'invoice-amount-hundredfold', params, line === undefined ? { file } : { file, line });
    });
}

/** The same number of the same customer in more than one document; a credit note beside an invoice of that number is no repetition. */
function repeatedNumbers(documents: readonly ParsedDocument[], file: string): readonly Problem[] {
  const seen = new Set<string>();
  const reported = new Set<string>();
  const problems: Problem[] = [];
  for (const document of documents) {
    const key = `${customerKey(document)}\n${document.matchKey}\n${document.docType}`;
    if (seen.has(key) && !reported.has(key)) {
      const line = document.lines[0];
      problems.push(
        problem('warning', 'invoice-duplicate-in-file', { number: document.number }, line === undefined ? { file } : { file, line }),
      );
      reported.add(key);
    }
    seen.add(key);
  }
  return problems;
}

const errorsFirst = (problems: readonly Problem[]): readonly Problem[] => [
  ...problems.filter((one) => one.severity === 'error'),
  ...problems.filter((one) => one.severity === 'warning'),
];

/** Summarises documents that were read, from one file or many. `fileProblems` are those outside the documents. */
export function previewDocuments(read: {
  readonly file: string;
  readonly documents: readonly ParsedDocument[];
  readonly skipped: readonly { readonly reason: SkipReason }[];
  readonly fileProblems: readonly Problem[];
}): ImportPreview {
  const { file, documents, fileProblems } = read;
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const { reason } of read.skipped) skipped[reason] = (skipped[reason] ?? 0) + 1;
  const claims = documents.filter((document) => document.open > zeroCents);
  return {
    documents: documents.length,
    claims: claims.length,
    credits: documents.filter((document) => document.open < zeroCents).length,
    settled: documents.filter((document) => document.open === zeroCents).length,
    customers: new Set(documents.map(customerKey)).size,
    sums: sumsPerCurrency(documents),
    oldestDueDate: earliest(claims.map((document) => document.dueDate)),
    firstIssueDate: earliest(documents.map((document) => document.issueDate)),
    lastIssueDate: latest(documents.map((document) => document.issueDate)),
    held: documents.filter((document) => document.collectHolds.length > 0).length,
    skipped,
    problems: errorsFirst([
      ...fileProblems,
      ...documents.flatMap((document) => document.problems),
      ...repeatedNumbers(documents, file),
      ...hundredfoldAmounts(documents, file),
    ]),
  };
}

/** The preview of one file. For a list it includes the questions about its columns, unless the user answered them before. */
export function previewInvoiceFile(file: string, content: InvoiceFileContent): ImportPreview {
  if (content.kind === 'e-invoice') return previewDocuments({ file, documents: content.documents, skipped: [], fileProblems: [] });
  const { documents, skipped, problems } = content.content;
  const questions = content.isRemembered ? [] : content.proposal.questions;
  return previewDocuments({ file, documents, skipped, fileProblems: [...questions, ...problems] });
}
