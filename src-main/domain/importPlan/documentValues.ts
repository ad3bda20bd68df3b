/** What the ledger keeps of a document, worked out from what the file says. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { addDays } from '../../../src-shared/dates.ts';
import { type Problem, problem } from '../../../src-shared/errors.ts';
import { type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { numberMatchKey } from '../receivable/numberMatchKey.ts';
import type { DueDateOrigin, ParsedDocument } from '../receivable/parsedDocument.ts';
import { structuredReference } from '../references/structuredReference.ts';

export type DocumentKind = 'invoice' | 'creditNote';

export type DocumentValues = {
  readonly kind: DocumentKind;
  readonly typeCode: string;
  readonly number: string;
  readonly matchKey: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly dueDateOrigin: DueDateOrigin;
  readonly currency: string;
  /** Negative for a credit note. */
  readonly total: Cents;
  readonly paymentReference: string | null;
  readonly referenceKey: string | null;
  readonly orderReference: string | null;
  readonly buyerReference: string | null;
  readonly collectHold: string | null;
  readonly creditsNumbers: readonly string[];
  readonly origin: string;
};

/** A part that was settled before this ledger knew the document, in the sign of its total. */
export type SettledPart = { readonly on: PlainDateText; readonly cents: Cents };

/** A payment reference as bank lines carry it: twelve digits (OGM), RF reference, digits of a betalingskenmerk; else bare letters and digits. */
export function referenceKeyOf(reference: string | null): string | null {
  if (reference === null) return null;
  const structured = structuredReference(reference, null);
  if (structured !== null && structured.issuer !== null && structured.isValid === true) return structured.text;
  const bare = numberMatchKey(reference);
  return bare === '' ? null : bare.slice(0, 80);
}

/** Invoice or credit note by what it does to what the buyer owes: a CreditNote with a negative amount is a charge (formats.md §1.5). */
export const kindOfDocument = (document: ParsedDocument): DocumentKind =>
  document.total === zeroCents
    ? document.docType === 'creditNote'
      ? 'creditNote'
      : 'invoice'
    : document.total < 0
      ? 'creditNote'
      : 'invoice';

const holdsInOrder = [
  'not-a-claim',
  'direct-debit',
  'factored',
  'disputed',
  'set-off',
  'split-account',
  'probably-paid',
  'prepaid',
] as const;

const clipped = (text: string | null, limit: number): string | null =>
  text === null || text.trim() === '' ? null : text.trim().slice(0, limit);

/** The one date a document must have; where only the due date is known, that day stands in (a finding of the reader says so). */
export const issueDateOf = (document: ParsedDocument): PlainDateText | null => document.issueDate ?? document.dueDate;

function dueDateOf(
  document: ParsedDocument,
  termDays: number | null,
): { readonly dueDate: PlainDateText | null; readonly dueDateOrigin: DueDateOrigin } {
  if (document.dueDate !== null) return { dueDate: document.dueDate, dueDateOrigin: document.dueDateOrigin };
  if (termDays !== null && document.issueDate !== null && document.total > 0) {
    return { dueDate: addDays(document.issueDate, termDays), dueDateOrigin: 'customer-default' };
  }
  return { dueDate: null, dueDateOrigin: 'unknown' };
}

/** The values of a document that has a date; `currency` is what counts where the file names none. */
export function documentValues(
  document: ParsedDocument,
  context: { readonly issueDate: PlainDateText; readonly termDays: number | null; readonly currency: string; readonly origin: string },
): DocumentValues {
  const holds = new Set(document.collectHolds.map((hold) => hold.reason));
  const ownNumber = document.matchKey;
  return {
    kind: kindOfDocument(document),
    typeCode: (document.typeCode ?? '').slice(0, 20),
    number: document.number.slice(0, 120),
    matchKey: ownNumber === '' ? document.number.slice(0, 120) : ownNumber.slice(0, 120),
    issueDate: context.issueDate,
    ...dueDateOf(document, context.termDays),
    currency: document.currency ?? context.currency,
    total: document.total,
    paymentReference: clipped(document.paymentReference, 120),
    referenceKey: referenceKeyOf(clipped(document.paymentReference, 120)),
    orderReference: clipped(document.orderReference, 120),
    buyerReference: clipped(document.buyerReference, 120),
    collectHold: holdsInOrder.find((reason) => holds.has(reason)) ?? null,
    creditsNumbers: [...new Set(document.creditsInvoices.map((reference) => reference.number.slice(0, 120)))].slice(0, 50),
    origin: context.origin.slice(0, 200),
  };
}

const latest = (one: PlainDateText, other: PlainDateText): PlainDateText => (one > other ? one : other);
const earliest = (one: PlainDateText, other: PlainDateText): PlainDateText => (one < other ? one : other);

/**
 * When the settled part counts. Dated payments that add up keep their dates. Otherwise an e-invoice that says "prepaid" was paid at its
 * issue; a list says what was still open on the day it was made. An item that a list shows as settled in full without a date counts on
 * its due date: any other day would make the payer look early or late without evidence.
 */
function settledOn(document: ParsedDocument, days: { readonly issueDate: PlainDateText; readonly listedOn: PlainDateText }): PlainDateText {
  const { issueDate, listedOn } = days;
  if (document.sourceKind !== 'table' && document.sourceKind !== 'xaf') return issueDate;
  const isSettled = document.open === zeroCents;
  return latest(issueDate, isSettled ? earliest(document.dueDate ?? issueDate, listedOn) : listedOn);
}

export type SettledReading = { readonly parts: readonly SettledPart[]; readonly problem: Problem | null };

/** The parts settled before, never more than the total and never of the other sign: what a file says beyond that is a finding. */
export function settledParts(
  document: ParsedDocument,
  days: { readonly issueDate: PlainDateText; readonly listedOn: PlainDateText },
): SettledReading {
  const { total, paid, number } = document;
  if (paid === zeroCents) return { parts: [], problem: null };
  const isOtherSign = paid > 0 !== total > 0 || total === zeroCents;
  const isMore = !isOtherSign && Math.abs(paid) > Math.abs(total);
  const counted = isOtherSign ? zeroCents : isMore ? total : paid;
  const finding = isOtherSign || isMore ? problem('warning', 'document-paid-odd', { number, total: total, paid: paid }) : null;
  if (counted === zeroCents) return { parts: [], problem: finding };
  const dated = document.paymentsSeen.flatMap((seen) =>
    seen.date === null ? [] : [{ on: latest(seen.date, days.issueDate), cents: seen.amount }],
  );
  const addsUp = dated.length === document.paymentsSeen.length && sumCents(dated.map((part) => part.cents)) === counted;
  const isOneWay = dated.every((part) => part.cents > 0 === total > 0);
  const parts = addsUp && isOneWay ? dated : [{ on: settledOn(document, days), cents: counted }];
  return { parts, problem: finding };
}

/** Still to pay once the settled parts are taken off. */
export const openAfter = (total: Cents, parts: readonly SettledPart[]): Cents =>
  subtractCents(total, sumCents(parts.map((part) => part.cents)));
