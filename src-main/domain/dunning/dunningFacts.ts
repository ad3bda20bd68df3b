/** What the planner must know of the ledger. Everything is as it stands now; the planner keeps no memory of its own. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, HoldId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { PlanFacts } from '../paymentPlans/planPhase.ts';

/** A pause set by a person; it covers `until` itself. */
export type Hold = { readonly holdId: HoldId; readonly reason: string; readonly until: PlainDateText };

/** A document with a balance. Credits (negative) are given too: they are netted and never dunned. Paid ones may be left out. */
export type DunningItem = {
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly currency: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly openCents: Cents;
  /** The disputed part; the rest is still followed up. */
  readonly disputedCents: Cents;
  /** Whether the invoice was sent to the customer. One that was not is never reminded. */
  readonly isSent: boolean;
  /** Why this document is not paid by transfer (direct debit, card, factoring …), in words of the file or the user; null when it is. */
  readonly collectHold: string | null;
  readonly hold: Hold | null;
  /** The next instalment of the newest payment plan over this document that is not paid yet; null without one, when it was ended, or when all are paid. */
  readonly plannedPayment: PlannedPayment | null;
  /**
   * First day on which follow-up could act: the day of the import, the day on which we learned that a payment went back, or the day after a
   * pause, dispute, promise or payment plan ended; null = always.
   * A step planned earlier is not called missed.
   */
  readonly followUpFrom: PlainDateText | null;
  /** A receipt of nobody known, not assigned, of exactly what is open or asked for; it may well be this payment. Null when there is none. */
  readonly sameAmountReceipt: UnmatchedFromPayer | null;
  /** A receipt that waits, of whomever, and names this document or a letter about it. Null when there is none. */
  readonly namedReceipt: NamedReceipt | null;
};

/** `bankEntryId` is null while it stands on the review list: it may be a booking that is here already, or money that is not. */
export type UnmatchedFromPayer = { readonly bankEntryId: BankEntryId | null; readonly bookDate: PlainDateText; readonly amountCents: Cents };

/** `payer`: who paid, as the bank says. */
export type NamedReceipt = UnmatchedFromPayer & { readonly payer: string };

/** Of an instalment: when both must have signed (null once they did), and when its being missed was told in writing. See `planPhase.ts`. */
export type PlannedPayment = PlanFacts & { readonly reference: string; readonly restCents: Cents };

export type DunningCustomer = {
  readonly customerId: CustomerId;
  readonly kind: 'business' | 'consumer';
  readonly country: string;
  /** Key of the customer's own ladder; null or an unknown key = the standard one. */
  readonly ladderKey: string | null;
  /** The term of payment stands in the contract or in accepted terms: only then a consumer is in default without a notice. */
  readonly isTermAgreed: boolean;
  readonly preferredChannel: 'email' | 'letter';
  readonly hasEmail: boolean;
  readonly hasPostalAddress: boolean;
  readonly insolventOn: PlainDateText | null;
  /** Whose the claims of this customer are now; null = ours to follow up. */
  readonly handedOver: { readonly to: string; readonly sinceDate: PlainDateText } | null;
  readonly paysByDirectDebit: boolean;
  readonly hold: Hold | null;
  /** The latest promise that is still running. Follow-up waits for its day and two working days of grace. */
  readonly promisedFor: PlainDateText | null;
  /** Receipts that are not fully assigned, from an account known as this customer's. */
  readonly unmatchedReceipts: readonly UnmatchedFromPayer[];
  /**
   * Days of all messages of the last 60 days that went out or may have gone out (approved, sending, sent, unconfirmed), of any document.
   */
  readonly messageDates: readonly PlainDateText[];
};

/**
 * A step of a document that was dealt with: `sent` (also approved, sending, unconfirmed: it must not go twice), `done` by a person outside
 * the program, or `skipped` with a reason.
 */
export type HandledStep = {
  readonly documentId: DocumentId;
  readonly stepKey: string;
  readonly on: PlainDateText;
  readonly outcome: 'sent' | 'done' | 'skipped';
  readonly channel: 'email' | 'letter' | null;
  /** The day to pay by that the message named; the next step never comes before it has passed. */
  readonly payBy: PlainDateText | null;
};

export type DunningFacts = {
  readonly items: readonly DunningItem[];
  readonly customers: readonly DunningCustomer[];
  readonly handled: readonly HandledStep[];
};

export type DunningPolicy = {
  /** Days between two messages to one customer; at least 1, so that there is never a second one on a day. */
  readonly minimumGapDays: number;
  /** No more than `count` messages to one customer in `windowDays` days. */
  readonly frequencyCap: { readonly count: number; readonly windowDays: number };
  /** Working days after a promised day before follow-up goes on. */
  readonly promiseGraceDays: number;
};

export const standardPolicy: DunningPolicy = { minimumGapDays: 5, frequencyCap: { count: 4, windowDays: 30 }, promiseGraceDays: 2 };
