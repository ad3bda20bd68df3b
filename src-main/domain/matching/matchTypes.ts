/**
 * What the matcher reads and answers. Amounts are in cents; a credit note has a negative open balance. A decision says what is booked by
 * written policy, what a person chooses from, and what waits; it never says more than its evidence.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, PaymentPlanId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';

/** A bank line with the part of it that is not assigned yet. */
export type MatchReceipt = {
  readonly bankEntryId: BankEntryId;
  readonly amountCents: Cents;
  readonly currency: string;
  readonly bookDate: PlainDateText;
  readonly counterIban: string | null;
  readonly counterName: string | null;
  readonly remittance: string;
  readonly structuredRef: string | null;
  readonly endToEndId: string | null;
};

/** What a payer may take off who pays in time: a share of the open amount in hundredths of a per cent, or an amount. */
export type EarlyPaymentDiscount = { readonly untilDate: PlainDateText } & ({ readonly basisPoints: number } | { readonly cents: Cents });

/** One payment agreed in a plan that is not paid yet: over all documents that carry an instalment of the same plan. */
export type MatchInstalment = { readonly planId: PaymentPlanId; readonly dueDate: PlainDateText; readonly cents: Cents };

/** What a list of open items took off a balance, above zero, and the day of that list. */
export type ListedAmount = { readonly on: PlainDateText; readonly cents: Cents };

/** A document; give settled ones too (open 0), at least recent ones, so that a double payment is recognised instead of guessed away. */
export type MatchItem = {
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly kind: 'invoice' | 'creditNote' | 'claim';
  /** What a claim is for; null for invoices and credit notes. */
  readonly claimKind: 'interest' | 'costs' | null;
  readonly number: string;
  readonly paymentReference: string | null;
  /** The customer's own order number as it stands on the invoice. */
  readonly poNumber: string | null;
  readonly currency: string;
  readonly totalCents: Cents;
  readonly openCents: Cents;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  /** The day its balance became zero; null while it is open. */
  readonly settledOn: PlainDateText | null;
  readonly discount: EarlyPaymentDiscount | null;
  /** What the customer disputes of it; zero when nothing. The payer usually pays the rest. */
  readonly disputedCents: Cents;
  /** Open payments of a plan for this document, oldest first; empty without a plan. */
  readonly instalments: readonly MatchInstalment[];
  /** End-to-end ids of our own direct debits for this document that were sent to the bank. */
  readonly directDebitIds: readonly string[];
  /** What lists of open items settled of it, oldest first; absent where none did. */
  readonly listed?: readonly ListedAmount[];
};

/** A letter of ours that reached the customer or may have: its reference, and what it asked for document by document. */
export type MatchLetter = {
  readonly reference: string;
  readonly documents: readonly { readonly documentId: DocumentId; readonly askedCents: Cents }[];
  /** What is still to be paid in parts, oldest first, where the letter is the agreement of a payment plan; empty for all others. */
  readonly instalments: readonly MatchInstalment[];
};

/**
 * In which order a payment that does not say what it is for goes to costs, interest and principal. NL: 6:44 BW. BE: interest before capital
 * (old art. 1254); for consumers the principal first. See {@link allocationOrder}.
 */
export type AllocationOrder = 'costs-interest-principal' | 'interest-principal-costs' | 'principal-interest-costs';

export type MatchCustomer = {
  readonly customerId: CustomerId;
  readonly name: string;
  /** Our number of the customer, as printed on invoices; null or empty without one. */
  readonly number: string | null;
  /** Trade names and other names it is known by. */
  readonly aliases: readonly string[];
  /** The top company of its group; customers with the same one may pay for each other. Null when it stands alone. */
  readonly groupId: CustomerId | null;
  readonly allocationOrder: AllocationOrder;
};

/** A promise to pay that is neither kept nor cancelled. */
export type MatchPromise = { readonly customerId: CustomerId; readonly dueOn: PlainDateText; readonly cents: Cents };

/** An account known to be used by a customer; one account may belong to several customers. */
export type PayerAccount = { readonly iban: string; readonly customerId: CustomerId };
/** A name of a payer that a person confirmed for a customer, such as that of a director or a holding. */
export type PayerName = { readonly name: string; readonly customerId: CustomerId };
/** What a customer was seen to do more than once, confirmed by a person each time. `maxCents` is the largest difference accepted. */
export type PayingHabit = {
  readonly customerId: CustomerId;
  readonly kind: 'takes-discount' | 'deducts-bank-costs' | 'leaves-small-difference';
  readonly times: number;
  readonly maxCents: Cents;
};
/** What was learned. A fact is revoked by leaving it out; nothing else remembers it. */
export type MatchHistory = {
  readonly payers: readonly PayerAccount[];
  readonly names: readonly PayerName[];
  readonly habits: readonly PayingHabit[];
};

/** How the documents of a decision were recognised. */
export type MatchRule =
  /** A payment reference of ours (OGM, betalingskenmerk, RF). */
  | 'reference'
  | 'number'
  /** Several documents that are named and add up. */
  | 'sum'
  | 'letter'
  /** The end-to-end id of our own direct debit. */
  | 'direct-debit'
  /** The customer's own order number and the amount. */
  | 'order'
  /** A known account and the only open document of exactly this amount. */
  | 'iban-amount'
  /** A known account and the only set of open documents that adds up to exactly this amount. */
  | 'iban-sum'
  /** Our customer number in the text and the only open document, or set of documents, of this amount. */
  | 'customer-amount'
  | 'instalment'
  | 'promise'
  /** The full name of exactly one customer, an account nobody is known to use, and the only document of this amount. */
  | 'name-amount';

/** What the program may do by itself, per administration. Zero cents turns a tolerance off. */
export type MatchPolicy = {
  readonly mayBook: Readonly<Record<MatchRule, boolean>>;
  /** Most that is accepted as costs a bank took off a payment from outside the SEPA, or that says so. */
  readonly bankCostsMaxCents: Cents;
  /** Most that is written off when a payment is that little short of what it names, and taken as a difference when it is that little more. */
  readonly smallDifferenceMaxCents: Cents;
  /** Days after its last day on which an early-payment discount is still granted. */
  readonly discountGraceDays: number;
};

export type MatchMaterial = {
  readonly items: readonly MatchItem[];
  readonly letters: readonly MatchLetter[];
  readonly customers: readonly MatchCustomer[];
  readonly promises: readonly MatchPromise[];
  readonly history: MatchHistory;
  readonly policy: MatchPolicy;
};

/** A part of the receipt for one document; negative for a credit note that the payer took off. */
export type MatchPart = { readonly documentId: DocumentId; readonly customerId: CustomerId; readonly cents: Cents };

/** What a document is settled by without money: always above zero, booked beside the part for the same document. */
export type MatchDifference = {
  readonly kind: 'early-payment-discount' | 'bank-costs' | 'small-difference';
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly cents: Cents;
};

export type Evidence = { readonly stance: 'for' | 'missing' | 'against'; readonly reason: CodedReason };

/** A possible assignment for a person to judge, best first. Nothing is ever booked from it by the program. */
export type MatchCandidate = {
  /** The customer of the first part; a factor or group company may pay for several. */
  readonly customerId: CustomerId;
  readonly parts: readonly MatchPart[];
  readonly differences: readonly MatchDifference[];
  readonly restCents: Cents;
  readonly score: number;
  readonly evidence: readonly Evidence[];
};

export type BookedDecision = {
  readonly outcome: 'booked';
  readonly bankEntryId: BankEntryId;
  readonly rule: MatchRule;
  /** Whose debt is paid: the customer of the first part. */
  readonly customerId: CustomerId;
  /** Money for documents. Together with `restCents` exactly the receipt. */
  readonly parts: readonly MatchPart[];
  /** What policy settles on top of the money. */
  readonly differences: readonly MatchDifference[];
  /** What is left of the bank line: an over-payment, a credit of the customer. */
  readonly restCents: Cents;
  /** What of the rest policy accepts as a small difference in our favour: all of it or nothing. Only what is not accepted stays unmatched. */
  readonly acceptedCents: Cents;
  readonly evidence: readonly Evidence[];
  readonly reason: CodedReason;
};

/** Something fits and a person chooses. */
export type ProposedDecision = {
  readonly outcome: 'proposed';
  readonly bankEntryId: BankEntryId;
  /** The customer whose money it is beyond doubt, so that follow-up waits; null when that is open as well. */
  readonly customerId: CustomerId | null;
  readonly restCents: Cents;
  /** Best first; never empty. */
  readonly candidates: readonly MatchCandidate[];
  /** Why it was not booked. */
  readonly reason: CodedReason;
};

/** Nothing fits, or what came in is not a payment of one customer (a payout of a payment service, money that goes back). */
export type ParkedDecision = {
  readonly outcome: 'parked';
  readonly bankEntryId: BankEntryId;
  readonly customerId: CustomerId | null;
  readonly restCents: Cents;
  readonly reason: CodedReason;
};

export type MatchDecision = BookedDecision | ProposedDecision | ParkedDecision;
