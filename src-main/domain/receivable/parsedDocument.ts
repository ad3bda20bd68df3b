/**
 * What an importer makes of one receivable document, whatever the file it came from. Nothing here was checked against the ledger:
 * it is what the file says, with dates as calendar dates, money in cents, and findings beside it.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Problem } from '../../../src-shared/errors.ts';
import type { Cents } from '../../../src-shared/money.ts';

export type SourceKind = 'ubl' | 'cii' | 'pdf' | 'xaf' | 'table' | 'manual';
export type DocumentType = 'invoice' | 'creditNote' | 'corrected' | 'selfBilled' | 'prepayment';

/** Only `stated` and `payment-means` are facts; `terms-text` was derived from free text; the importer fills the last two. */
export type DueDateOrigin = 'stated' | 'payment-means' | 'terms-text' | 'customer-default' | 'unknown';

export type SchemedIdentifier = { readonly scheme: string | null; readonly value: string };

export type ParsedAddress = {
  readonly street: string | null;
  readonly additionalLine: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** As written: a two-letter code in e-invoices, any word in tables. */
  readonly country: string | null;
};

export type ParsedParty = {
  /** The number this party has in the books of the seller, where the file gives one. */
  readonly sourceId: string | null;
  /** The legal name, else the trade name. */
  readonly name: string | null;
  readonly tradeName: string | null;
  /** Normalised (upper case, no dots or spaces) but not validated. */
  readonly vat: string | null;
  readonly legalId: SchemedIdentifier | null;
  readonly endpoint: SchemedIdentifier | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly contactName: string | null;
  readonly address: ParsedAddress | null;
  /** The account this party itself pays from, where a list or a mandate gives it; without spaces, not validated. */
  readonly ownIban: string | null;
};

export type ParsedAccount = {
  readonly asWritten: string;
  /** Without spaces, when it has the shape of an IBAN; check digits may still be wrong. */
  readonly iban: string | null;
  readonly isValidIban: boolean;
  readonly bic: string | null;
  /** `BENEFICIARY` or `GACCOUNT` where a claim is split over an ordinary and a blocked account (Dutch G-rekening). */
  readonly role: string | null;
  readonly amount: Cents | null;
};

/** Why nothing should be sent about a document before the user has looked at it. */
export type CollectHoldReason =
  | 'direct-debit'
  | 'factored'
  | 'prepaid'
  | 'probably-paid'
  | 'set-off'
  | 'split-account'
  | 'not-a-claim'
  | 'disputed';
export type CollectHold = { readonly reason: CollectHoldReason; readonly evidence: string };

export type BillingReference = { readonly number: string; readonly issueDate: PlainDateText | null };

export type ParsedAttachment = {
  readonly filename: string | null;
  readonly mime: string | null;
  /** Decoded size in bytes. */
  readonly byteCount: number;
  readonly startsWithPdf: boolean;
  /** Null when the attachment is empty or over the limit. */
  readonly content: Uint8Array | null;
};

export type SeenPayment = { readonly date: PlainDateText | null; readonly amount: Cents; readonly reference: string | null };

export type ParsedDocument = {
  readonly sourceKind: SourceKind;
  /** The rows (from 1) of a table, or one line of an XML file. */
  readonly lines: readonly number[];
  readonly docType: DocumentType;
  readonly typeCode: string | null;
  /** Verbatim. Never empty. */
  readonly number: string;
  readonly matchKey: string;
  readonly issueDate: PlainDateText | null;
  readonly dueDate: PlainDateText | null;
  readonly dueDateOrigin: DueDateOrigin;
  /** What the payment terms say in words, also where a stated date wins. */
  readonly textDueDate: PlainDateText | null;
  readonly deliveryDate: PlainDateText | null;
  readonly currency: string | null;
  /** The whole claim (gross plus rounding) with the sign it has for the buyer: minus lowers what the buyer owes. Always open + paid. */
  readonly total: Cents;
  /** Already received according to the file, in the sign of the total. */
  readonly paid: Cents;
  /** Still to pay, signed for the buyer: minus = the buyer is owed. */
  readonly open: Cents;
  /** The payable amount exactly as the file has it. */
  readonly payable: Cents;
  /** What the document adds to what the buyer owes the seller; equals `open`. */
  readonly receivableEffect: Cents;
  readonly seller: ParsedParty | null;
  readonly payeeName: string | null;
  readonly customer: ParsedParty;
  /** The purchase order of the buyer; null where the file only holds a filler (see {@link meaningfulReference}). */
  readonly orderReference: string | null;
  readonly orderReferenceAsWritten: string | null;
  readonly buyerReference: string | null;
  readonly buyerReferenceAsWritten: string | null;
  readonly contractReference: string | null;
  readonly projectReference: string | null;
  readonly paymentReference: string | null;
  readonly accounts: readonly ParsedAccount[];
  readonly paymentMeansCodes: readonly string[];
  readonly paymentTerms: readonly string[];
  readonly creditsInvoices: readonly BillingReference[];
  readonly paymentsSeen: readonly SeenPayment[];
  readonly collectHolds: readonly CollectHold[];
  readonly attachments: readonly ParsedAttachment[];
  readonly description: string | null;
  /** Reminders already sent according to the source, so that nobody who had a last notice starts again at the first. */
  readonly reminderLevel: number | null;
  readonly customizationId: string | null;
  readonly problems: readonly Problem[];
};

export const emptyParty: ParsedParty = {
  sourceId: null,
  name: null,
  tradeName: null,
  vat: null,
  legalId: null,
  endpoint: null,
  email: null,
  phone: null,
  contactName: null,
  address: null,
  ownIban: null,
};

/** Fillers that senders write because a field is obligatory; they are no reference and are never printed. */
export function meaningfulReference(text: string | null): string | null {
  if (text === null) return null;
  const trimmed = text.trim();
  const isFiller =
    trimmed === '' ||
    /^(?:n\/?a|n\.a\.|none|geen|nvt|n\.v\.t\.|niet van toepassing|unknown|onbekend|_*ignore_*|[-_.?x0*]+)$/i.test(trimmed);
  return isFiller ? null : trimmed;
}
