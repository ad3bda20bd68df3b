/** The rows of one document in a list, put together: line items once, part payments subtracted, ledger sides added up. */
import { parseBelgianEnterpriseNumber } from '../../../../src-shared/identifiers/belgianEnterpriseNumber.ts';
import { parseKvkNumber, parseOin } from '../../../../src-shared/identifiers/dutchIdentifiers.ts';
import { normaliseIdentifier } from '../../../../src-shared/identifiers/normaliseIdentifier.ts';
import { numberMatchKey } from '../../../domain/receivable/numberMatchKey.ts';
import {
  type CollectHold,
  meaningfulReference,
  type ParsedDocument,
  type ParsedParty,
  type SchemedIdentifier,
  type SeenPayment,
} from '../../../domain/receivable/parsedDocument.ts';
import { normalizeAccount } from '../../../domain/references/iban.ts';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { addCents, type Cents, negateCents, subtractCents, sumCents, zeroCents } from '../../../../src-shared/money.ts';
import { documentFindings } from './documentFindings.ts';
import type { TableField } from './headerSynonyms.ts';
import { cellAt, type TableCell } from './rawTable.ts';
import type { RowContext, RowRecord } from './tableRow.ts';
import { isYes } from './tableWords.ts';

type Balance = { readonly total: Cents; readonly open: Cents; readonly payments: readonly SeenPayment[]; readonly isRepeated: boolean };

/** Total and open amount of one row: what is missing follows from the other, the paid amount, a payment date or the word "paid". */
function balanceOfRow(record: RowRecord): { readonly total: Cents; readonly open: Cents } {
  const { total, open, paid } = record;
  if (total !== null && open !== null) return { total, open };
  if (open !== null) return { total: addCents(open, paid ?? zeroCents), open };
  if (total === null) return { total: zeroCents, open: zeroCents };
  if (record.paidDate !== null || record.isPaid) return { total, open: zeroCents };
  return { total, open: paid === null ? total : subtractCents(total, paid) };
}

const allEqual = (values: readonly (Cents | null)[]): boolean => values.every((value) => value === values[0]);

function ledgerBalance(records: readonly RowRecord[]): Balance {
  const total = sumCents(records.map((record) => record.debit ?? zeroCents));
  const paid = sumCents(records.map((record) => record.credit ?? zeroCents));
  // A number that only occurs on the credit side is a credit note, not a payment of nothing.
  if (total === zeroCents) return { total: negateCents(paid), open: negateCents(paid), payments: [], isRepeated: false };
  const payments = records.flatMap((record) =>
    record.credit === null || record.credit === zeroCents ? [] : { date: record.issueDate, amount: record.credit, reference: null },
  );
  return { total, open: subtractCents(total, paid), payments, isRepeated: false };
}

/** The balance of a document over all its rows. Rows that repeat the same amounts are line items or a repetition, and count once. */
function balanceOf(records: readonly RowRecord[], list: { isLedger: boolean; hasLineItems: boolean }): Balance {
  if (list.isLedger) return ledgerBalance(records);
  const balances = records.map(balanceOfRow);
  const [first] = balances;
  const isRepetition = first !== undefined && allEqual(balances.map((one) => one.total)) && allEqual(balances.map((one) => one.open));
  if (first !== undefined && (records.length === 1 || isRepetition)) {
    return { ...first, payments: paymentsOf(records.slice(0, 1), first), isRepeated: records.length > 1 && !list.hasLineItems };
  }
  const open = sumCents(balances.map((one) => one.open));
  const charges = balances.filter((_, index) => records[index]?.type !== 'payment');
  const hasCharge = charges.some((one) => one.total > zeroCents);
  const total = sumCents(charges.map((one) => (hasCharge && one.total < zeroCents ? zeroCents : one.total)));
  const payments = records.flatMap((record, index): readonly SeenPayment[] => {
    const amount = balances[index]?.open ?? zeroCents;
    const isPayment = record.type === 'payment' || (hasCharge && amount < zeroCents);
    return isPayment && amount !== zeroCents
      ? [{ date: record.paidDate ?? record.issueDate, amount: negateCents(amount), reference: null }]
      : [];
  });
  return { total, open, payments, isRepeated: false };
}

function paymentsOf(records: readonly RowRecord[], { total, open }: { total: Cents; open: Cents }): readonly SeenPayment[] {
  const amount = subtractCents(total, open);
  return amount === zeroCents ? [] : [{ date: records[0]?.paidDate ?? null, amount, reference: null }];
}

/** The first filled cell of a field over the rows of a document. */
const firstCell = (records: readonly RowRecord[], context: RowContext, field: TableField): TableCell | null => {
  for (const { row } of records) {
    const cell = cellAt(row, context.mapping.columns[field]);
    if (cell.text !== '') return cell;
  }
  return null;
};

/** A company number with the scheme its form shows. Excel drops leading zeros: a stored number that is one digit short is completed. */
function legalIdOf(cell: TableCell | null, report: (text: string, repaired: string) => void): SchemedIdentifier | null {
  if (cell === null) return null;
  const bare = normaliseIdentifier(cell.text);
  const padded = cell.kind === 'number' && /^\d{7}$|^\d{9}$/.test(bare) ? `0${bare}` : bare;
  if (padded !== bare) report(bare, padded);
  if (parseKvkNumber(padded) !== null) return { scheme: '0106', value: padded };
  const enterprise = parseBelgianEnterpriseNumber(padded);
  if (enterprise !== null) return { scheme: '0208', value: enterprise };
  return { scheme: parseOin(padded) === null ? null : '0190', value: cell.text };
}

function customerOf(records: readonly RowRecord[], context: RowContext, problems: Problem[]): ParsedParty {
  const text = (field: TableField): string | null => firstCell(records, context, field)?.text ?? null;
  const [street, postcode, city, country] = [text('street'), text('postcode'), text('city'), text('country')];
  const hasAddress = street !== null || postcode !== null || city !== null;
  const vat = text('vatNumber');
  const iban = text('iban');
  const line = records[0]?.row.line ?? 1;
  return {
    sourceId: records.find((record) => record.customerCode !== null)?.customerCode ?? null,
    name: records.find((record) => record.customerName !== null)?.customerName ?? null,
    tradeName: null,
    vat: vat === null ? null : normaliseIdentifier(vat),
    legalId: legalIdOf(firstCell(records, context, 'companyNumber'), (from, repaired) => {
      problems.push(problem('warning', 'table-number-repaired', { text: from, repaired }, { file: context.file, line }));
    }),
    endpoint: null,
    email: text('email'),
    phone: text('phone'),
    contactName: text('contactPerson'),
    address: hasAddress ? { street, additionalLine: null, postcode, city, country } : null,
    ownIban: iban === null ? null : normalizeAccount(iban),
  };
}

/** The currency that a sign or word in a text names; null when it names none. A dollar sign alone names no country. */
export function currencySign(text: string): 'EUR' | 'GBP' | null {
  if (/€|\bEURO?\b/i.test(text)) return 'EUR';
  return /£|\bGBP\b/i.test(text) ? 'GBP' : null;
}

const currencyCode = (text: string): string | null => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : currencySign(text));

function holdsOf(records: readonly RowRecord[], context: RowContext): readonly CollectHold[] {
  const disputed = firstCell(records, context, 'disputed')?.text ?? '';
  return isYes(disputed) ? [{ reason: 'disputed', evidence: disputed.slice(0, 60) }] : [];
}

/** One document out of its rows; `records` is never empty. */
export function tableDocument(
  records: readonly [RowRecord, ...RowRecord[]],
  context: RowContext,
  list: { hasLineItems: boolean },
): ParsedDocument {
  const [record] = records;
  const problems: Problem[] = [];
  const place = { file: context.file, line: record.row.line };
  const { total, open, payments, isRepeated } = balanceOf(records, { isLedger: context.isLedger, hasLineItems: list.hasLineItems });
  const isCredit = record.type === 'credit' || (total < zeroCents && open <= zeroCents);
  const text = (field: TableField): string | null => firstCell(records, context, field)?.text ?? null;
  const [issueDate, dueDate] = [
    records.find((one) => one.issueDate !== null)?.issueDate ?? null,
    records.find((one) => one.dueDate !== null)?.dueDate ?? null,
  ];
  const worded = dueDate === null && !isCredit ? record.termDueDate : null;
  const [orderReference, level] = [text('orderReference'), text('reminderLevel')];
  const document: ParsedDocument = {
    sourceKind: 'table',
    lines: records.map((one) => one.row.line),
    docType: isCredit ? 'creditNote' : 'invoice',
    typeCode: null,
    number: record.number,
    matchKey: numberMatchKey(record.number),
    issueDate,
    dueDate: dueDate ?? worded,
    dueDateOrigin: dueDate !== null ? 'stated' : worded !== null ? 'terms-text' : 'unknown',
    textDueDate: record.termDueDate,
    deliveryDate: null,
    currency: currencyCode(text('currency') ?? '') ?? context.listCurrency,
    total,
    paid: subtractCents(total, open),
    open,
    payable: isCredit ? negateCents(open) : open,
    receivableEffect: open,
    seller: null,
    payeeName: null,
    customer: customerOf(records, context, problems),
    orderReference: meaningfulReference(orderReference),
    orderReferenceAsWritten: orderReference,
    buyerReference: meaningfulReference(text('buyerReference')),
    buyerReferenceAsWritten: text('buyerReference'),
    contractReference: null,
    projectReference: null,
    paymentReference: text('paymentReference'),
    accounts: [],
    paymentMeansCodes: [],
    paymentTerms: text('paymentTermDays') === null ? [] : [text('paymentTermDays') ?? ''],
    creditsInvoices: [],
    paymentsSeen: payments,
    collectHolds: holdsOf(records, context),
    attachments: [],
    description: text('description')?.slice(0, 500) ?? null,
    reminderLevel: level !== null && /^\d{1,2}$/.test(level) ? Number(level) : null,
    customizationId: null,
    problems: [],
  };
  if (isRepeated) problems.push(problem('warning', 'invoice-duplicate-in-file', { number: record.number }, place));
  if (record.total !== null && record.open !== null && record.paid !== null && record.total - record.paid !== record.open) {
    problems.push(problem('warning', 'table-amounts-differ', { number: record.number }, place));
  }
  return { ...document, problems: [...problems, ...documentFindings(document, place)] };
}
