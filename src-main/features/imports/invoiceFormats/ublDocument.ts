/**
 * One UBL Invoice or CreditNote (OASIS UBL 2.0 and 2.1; Peppol BIS Billing 3.0, NLCIUS, SI-UBL, UBL.BE, e-FFF) as a receivable.
 * The reading is tolerant: what is odd becomes a finding, and only a document without number, amount or any date stays out.
 */
import { numberMatchKey } from '../../../domain/receivable/numberMatchKey.ts';
import {
  type BillingReference,
  type DocumentType,
  type DueDateOrigin,
  meaningfulReference,
  type ParsedDocument,
} from '../../../domain/receivable/parsedDocument.ts';
import { dueDateFromTerms } from '../../../domain/receivable/termsText.ts';
import { parsePlainDate, type PlainDateText } from '../../../../src-shared/dates.ts';
import { type ErrorCode, type ErrorParams, type Problem, problem } from '../../../../src-shared/errors.ts';
import { addCents, type Cents, decimalFromCents, negateCents, zeroCents } from '../../../../src-shared/money.ts';
import { type XmlElement, xmlChild, xmlChildren, xmlText, xmlTextAt } from '../readXml.ts';
import { documentFindings } from './documentFindings.ts';
import { readDecimalAmount } from './decimalAmount.ts';
import { readUblAttachments } from './ublAttachment.ts';
import { isOtherParty, readUblParty } from './ublParty.ts';
import {
  ublAccounts,
  ublCollectHolds,
  ublNotes,
  ublPayerAccount,
  ublPaymentMeansCodes,
  ublPaymentReference,
  ublPaymentTerms,
} from './ublPayment.ts';

/** Collects what is wrong with one document, each with its path from the root. */
type Findings = { readonly file: string; readonly problems: Problem[] };

function report(findings: Findings, severity: Problem['severity'], code: ErrorCode, detail: { path: string; params: ErrorParams }): void {
  findings.problems.push(problem(severity, code, detail.params, { file: findings.file, path: detail.path }));
}

/** xsd:date may carry a zone or a time (`2026-01-05+01:00`): cut off, never converted, because the day as written is meant. */
function readDate(element: XmlElement | null, path: readonly string[], findings: Findings): PlainDateText | null {
  const text = xmlTextAt(element, path);
  if (text === null) return null;
  const match = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2}|T[0-9:.+Z-]{1,30})?$/.exec(text);
  const date = match?.[1] === undefined ? null : parsePlainDate(match[1]);
  if (date === null) report(findings, 'warning', 'invoice-date-unreadable', { path: path.join('/'), params: { text: text.slice(0, 40) } });
  return date;
}

function readAmount(element: XmlElement | null, name: string, findings: Findings): Cents | null {
  const text = xmlText(element, name);
  if (text === null) return null;
  const path = `${element?.name ?? ''}/${name}`;
  const read = readDecimalAmount(text);
  if (read === null) report(findings, 'error', 'invoice-amount-unreadable', { path, params: { text: text.slice(0, 40) } });
  else if (read.isRounded) {
    report(findings, 'warning', 'invoice-amount-rounded', {
      path,
      params: { text: text.slice(0, 40), amount: decimalFromCents(read.amount) },
    });
  }
  return read?.amount ?? null;
}

/** EN 16931: 381, 396, 81, 83 and 532 credit; 384 corrects, 389 is written by the buyer, 386 asks money in advance. */
function documentType(root: string, typeCode: string | null): DocumentType {
  if (root === 'CreditNote' || ['381', '396', '81', '83', '532'].includes(typeCode ?? '')) return 'creditNote';
  if (typeCode === '384') return 'corrected';
  if (typeCode === '389') return 'selfBilled';
  return typeCode === '386' ? 'prepayment' : 'invoice';
}

type DueDate = {
  readonly dueDate: PlainDateText | null;
  readonly dueDateOrigin: DueDateOrigin;
  readonly textDueDate: PlainDateText | null;
};

/** The order of fallbacks: DueDate, PaymentMeans/PaymentDueDate, words. A credit note needs no due date, so its words are not read. */
function readDueDate(document: XmlElement, docType: DocumentType, read: { issueDate: PlainDateText | null; findings: Findings }): DueDate {
  const { issueDate, findings } = read;
  const textDueDate =
    issueDate === null || docType === 'creditNote'
      ? null
      : dueDateFromTerms({ terms: ublPaymentTerms(document), notes: ublNotes(document), issueDate });
  const stated = readDate(document, ['DueDate'], findings);
  if (stated !== null) return { dueDate: stated, dueDateOrigin: 'stated', textDueDate };
  for (const means of xmlChildren(document, 'PaymentMeans')) {
    const date = readDate(means, ['PaymentDueDate'], findings);
    if (date !== null) return { dueDate: date, dueDateOrigin: 'payment-means', textDueDate };
  }
  return { dueDate: textDueDate, dueDateOrigin: textDueDate === null ? 'unknown' : 'terms-text', textDueDate };
}

type Totals = { readonly payable: Cents; readonly prepaid: Cents; readonly currency: string | null };

/**
 * PayableAmount is already less PrepaidAmount and rounded (EN 16931, BR-CO-16: payable = gross - prepaid + rounding); it is never
 * reduced a second time. Where it is missing it is worked out from the gross amount.
 */
function readTotals(document: XmlElement, findings: Findings): Totals | null {
  const totals = xmlChild(document, 'LegalMonetaryTotal');
  const gross = readAmount(totals, 'TaxInclusiveAmount', findings);
  const prepaid = readAmount(totals, 'PrepaidAmount', findings) ?? zeroCents;
  const rounding = readAmount(totals, 'PayableRoundingAmount', findings) ?? zeroCents;
  const stated = readAmount(totals, 'PayableAmount', findings);
  const reckoned = gross === null ? null : addCents(addCents(gross, negateCents(prepaid)), rounding);
  const payable = stated ?? reckoned;
  const attribute = xmlChild(totals, 'PayableAmount')?.attributes['currencyID']?.trim() ?? '';
  const currency = (xmlText(document, 'DocumentCurrencyCode') ?? attribute).toUpperCase();
  if (payable === null) return null;
  if (stated !== null && reckoned !== null && stated !== reckoned) {
    const params = { payable: decimalFromCents(stated), reckoned: decimalFromCents(reckoned) };
    report(findings, 'warning', 'invoice-totals-differ', { path: 'LegalMonetaryTotal', params });
  }
  return { payable, prepaid, currency: /^[A-Z]{3}$/.test(currency) ? currency : null };
}

function billingReferences(document: XmlElement, findings: Findings): readonly BillingReference[] {
  return xmlChildren(document, 'BillingReference').flatMap((reference) => {
    const target = xmlChild(reference, 'InvoiceDocumentReference') ?? xmlChild(reference, 'CreditNoteDocumentReference');
    const number = xmlText(target, 'ID');
    return number === null ? [] : { number, issueDate: readDate(target, ['IssueDate'], findings) };
  });
}

export type ReadUblDocument = { readonly document: ParsedDocument | null; readonly problems: readonly Problem[] };

/** Reads the header of a document that was built without its lines. Answers the document, or only the problems that keep it out. */
export function readUblDocument(root: XmlElement, file: string): ReadUblDocument {
  const findings: Findings = { file, problems: [] };
  const typeCode = xmlText(root, root.name === 'CreditNote' ? 'CreditNoteTypeCode' : 'InvoiceTypeCode');
  const docType = documentType(root.name, typeCode);
  const number = xmlText(root, 'ID');
  const issueDate = readDate(root, ['IssueDate'], findings);
  const due = readDueDate(root, docType, { issueDate, findings });
  const totals = readTotals(root, findings);
  if (number === null) report(findings, 'error', 'invoice-number-missing', { path: 'ID', params: {} });
  if (totals === null) report(findings, 'error', 'invoice-amount-missing', { path: 'LegalMonetaryTotal/PayableAmount', params: {} });
  if (issueDate === null && due.dueDate === null) report(findings, 'error', 'invoice-date-missing', { path: 'IssueDate', params: {} });
  const { attachments, problems: attachmentProblems } = readUblAttachments(root, file);
  if (number === null || totals === null || (issueDate === null && due.dueDate === null)) {
    return { document: null, problems: findings.problems };
  }
  const signed = (amount: Cents): Cents => (docType === 'creditNote' ? negateCents(amount) : amount);
  const seller = readUblParty(xmlChild(root, 'AccountingSupplierParty'));
  const payee = readUblParty(xmlChild(root, 'PayeeParty'));
  const otherPayee = isOtherParty(payee, seller) ? (payee.name ?? payee.legalId?.value ?? null) : null;
  const terms = ublPaymentTerms(root);
  const accounts = ublAccounts(root);
  const [open, paid] = [signed(totals.payable), signed(totals.prepaid)];
  const orderReference = xmlText(root, 'OrderReference', 'ID');
  const buyerReference = xmlText(root, 'BuyerReference');
  const document: ParsedDocument = {
    sourceKind: 'ubl',
    lines: [],
    docType,
    typeCode,
    number,
    matchKey: numberMatchKey(number),
    issueDate,
    ...due,
    deliveryDate: readDate(xmlChild(root, 'Delivery'), ['ActualDeliveryDate'], findings),
    currency: totals.currency,
    total: addCents(open, paid),
    paid,
    open,
    payable: totals.payable,
    receivableEffect: open,
    seller,
    payeeName: payee.name,
    customer: { ...readUblParty(xmlChild(root, 'AccountingCustomerParty')), ownIban: ublPayerAccount(root) },
    orderReference: meaningfulReference(orderReference),
    orderReferenceAsWritten: orderReference,
    buyerReference: meaningfulReference(buyerReference),
    buyerReferenceAsWritten: buyerReference,
    contractReference: meaningfulReference(xmlText(root, 'ContractDocumentReference', 'ID')),
    projectReference: meaningfulReference(xmlText(root, 'ProjectReference', 'ID')),
    paymentReference: ublPaymentReference(root, terms),
    accounts,
    paymentMeansCodes: ublPaymentMeansCodes(root),
    paymentTerms: terms,
    creditsInvoices: billingReferences(root, findings),
    paymentsSeen: paid === zeroCents ? [] : [{ date: null, amount: paid, reference: null }],
    collectHolds: ublCollectHolds({
      document: root,
      typeCode,
      terms,
      accounts,
      otherPayee,
      payable: totals.payable,
      prepaid: totals.prepaid,
    }),
    attachments,
    description: ublNotes(root)[0]?.slice(0, 500) ?? null,
    reminderLevel: null,
    customizationId: xmlText(root, 'CustomizationID'),
    problems: [],
  };
  const problems = [...findings.problems, ...attachmentProblems, ...documentFindings(document, { file })];
  if (problems.some((one) => one.severity === 'error')) return { document: null, problems };
  return { document: { ...document, problems }, problems };
}
