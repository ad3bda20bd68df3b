import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { LetterKind } from '../../../src-shared/letterTemplate.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { LawAmount, LawDate } from '../law/lawTypes.ts';

/** The steps that ask for the open balance and nothing else; the keys are those of the dunning ladders. */
export const letterSteps = ['reminder-1', 'reminder-2'] as const;
type ReminderStep = (typeof letterSteps)[number];
/** The steps that may ask interest and costs. */
export const claimSteps = ['demand-1', 'demand-2', 'demand-2-reminder', 'final-demand', 'default-notice', 'pre-legal-letter'] as const;
type ClaimStep = (typeof claimSteps)[number];

/** The company that is owed. All texts as the user typed them. */
export type LetterSender = {
  readonly name: string;
  /** One line on what the company does; may be empty. */
  readonly activity: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166, two letters. BE gives the Belgian window and wording, anything else the Dutch window. */
  readonly country: string;
  readonly language: LetterLanguage;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  /** KvK number, or enterprise number of the KBO/BCE. */
  readonly registrationNumber: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly bic: string;
  /** The name by which the bank knows the account, at most 70 characters; empty = the company name. */
  readonly accountName: string;
  /** `#rrggbb`. */
  readonly accentColour: string;
  /** PNG or JPEG as a data URL, or empty. */
  readonly logo: string;
  readonly signerName: string;
  readonly signerRole: string;
  readonly windowOffset: { readonly x: number; readonly y: number };
};

export type LetterCustomer = {
  readonly name: string;
  /** `mevrouw A. de Boer, crediteuren`; may be empty. The salutation is taken from it. */
  readonly attention: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly language: LetterLanguage;
  readonly kind: 'business' | 'consumer';
  /** Our number for this customer; may be empty. */
  readonly number: string;
};

/** An invoice, or a credit note that nets the sum. Amounts of a credit note are negative. Always: open = total − received. */
export type LetterItem = {
  readonly kind: 'invoice' | 'creditNote';
  readonly number: string;
  readonly issueDate: PlainDateText;
  /** Obligatory for an invoice. */
  readonly dueDate: PlainDateText | null;
  readonly total: Cents;
  readonly received: Cents;
  readonly open: Cents;
  /** Structured reference printed on the invoice (OGM, RF, betalingskenmerk), or empty. */
  readonly paymentReference: string;
  /** What was supplied; obligatory in letters to Belgian consumers. */
  readonly description: string;
};

/** The damages clause of the sender's terms that a Belgian consumer accepted before contracting. Without one nothing is announced. */
type BelgianConsumerClause = {
  /** Number of the article in the terms. */
  readonly article: string;
  /** Interest per year of the clause in percent as decimal text (`10.5`), at most the rate of the law of 2 August 2002. */
  readonly interestPercent: string;
  /** A small creditor may count from the day after sending the free reminder, a larger one only from the end of its term (WER art. XIX.4). */
  readonly interestFrom: 'sending' | 'term';
};

export type EnclosedProof = 'delivery' | 'sending' | 'other';

type LetterContact = { readonly name: string; readonly phone: string; readonly email: string };

/** What every message says, whatever its kind. */
export type CommonFacts = {
  /** How the message travels; decides wording and, for Belgian consumers, when the term starts. */
  readonly channel: 'letter' | 'email';
  readonly reference: string;
  /** Date of the letter. */
  readonly today: PlainDateText;
  /** Last day of the bank bookings that were counted, or null when none are known. */
  readonly bookedUntil: PlainDateText | null;
  readonly sender: LetterSender;
  readonly customer: LetterCustomer;
  readonly contact: LetterContact;
  /** ISO 4217; only EUR has a payment box. */
  readonly currency: string;
  readonly items: readonly LetterItem[];
  /** Whether copies of the invoices go along. */
  readonly enclosesInvoices: boolean;
  /** Proofs that go along, one kind each. */
  readonly enclosedProofs?: readonly EnclosedProof[];
  /** With a mail, lists and calculations are files of their own instead of the last pages of the letter. */
  readonly isAnnexApart?: boolean;
  /** By registered post; the letter says so beside the date. */
  readonly isRegistered?: boolean;
  /** The user's own words; empty = ours. `opening` replaces the first lines, `note` is added before the closing. */
  readonly own: { readonly subject: string; readonly opening: string; readonly note: string };
};

/** Key of the next step of the ladder (`reminder-2`, `demand-1` …) and the day it is planned. */
type NextStep = { readonly step: string; readonly on: PlainDateText };

/** Announces what falls due; the invoices are not overdue, and the day to pay by is the first due date. */
export type PreDueFacts = CommonFacts & { readonly step: 'pre-due-notice'; readonly payBy: PlainDateText; readonly nextStep: NextStep };

/** For a Belgian consumer the first of these is the legal first reminder. */
export type ReminderFacts = CommonFacts & {
  readonly step: ReminderStep;
  readonly payBy: PlainDateText;
  /** When the first reminder went out; obligatory for the second. */
  readonly earlierMessageOn: PlainDateText | null;
  readonly nextStep: NextStep;
  readonly belgianClause: BelgianConsumerClause | null;
};

/** Interest of one invoice up to and including the day of the letter. */
export type InterestClaim = {
  /** Number of the invoice. */
  readonly number: string;
  /** All that was accrued, paid since or not; the lines of interest in its working add up to it. */
  readonly accrued: LawAmount;
  /** What a further day adds, in whole cents half up. */
  readonly perDay: Cents;
  /** The principal on which interest runs on, after what payments took off it. */
  readonly principalOpen: Cents;
};

/** A payment that was counted, and where it went; the three parts add up to the amount. */
export type ClaimPayment = {
  readonly on: PlainDateText;
  readonly amount: Cents;
  /** The invoice it was booked on. */
  readonly number: string;
  readonly toCosts: Cents;
  readonly toInterest: Cents;
  readonly toPrincipal: Cents;
  /** Whether the customer named the invoice. */
  readonly isDesignated: boolean;
};

/** Costs asked now. `minimum`: € 40 between businesses; `scale`: the Dutch scale; `indemnity`: the clause that a Belgian consumer accepted. */
type CostsClaim = { readonly kind: 'minimum' | 'scale' | 'agreed' | 'indemnity'; readonly amount: LawAmount; readonly perInvoice: boolean };

/** What is asked beside the invoices. Everything comes from the rules of law, worked out; nothing is computed here but sums. */
export type Claim = {
  readonly interestKind: 'trade' | 'statutory' | 'contractual' | 'capped';
  readonly interest: readonly InterestClaim[];
  /** What a further day adds to all invoices together, rounded once. */
  readonly perDay: Cents;
  /** All costs, those that a payment already covered too; null = none are asked. */
  readonly costs: CostsClaim | null;
  readonly payments: readonly ClaimPayment[];
  /** What the costs become when the claim is handed over, over which principal, and what of it was paid already. */
  readonly laterCosts: { readonly amount: LawAmount; readonly principal: Cents; readonly alreadyPaid: Cents } | null;
  /** First day on which a consumer may be charged, after the free letter; null when none was sent. Businesses need none. */
  readonly chargesFrom: PlainDateText | null;
  /** The article of the terms on which an indemnity or agreed interest rests, or empty. */
  readonly clauseArticle: string;
};

type WithClaim = CommonFacts & {
  readonly payBy: PlainDateText;
  readonly nextStep: NextStep;
  /** When we wrote before, oldest first; at least one. */
  readonly earlierMessages: readonly PlainDateText[];
  /** Days of the term of payment that both agreed, or null when it stands on the invoice only. */
  readonly agreedTermDays: number | null;
  readonly claim: Claim;
  /** Registered post beside or instead of plain post. */
  readonly isRegistered: boolean;
  /** Structured reference (OGM, RF) of this letter, or empty: then the numbers of the invoices. */
  readonly paymentReference: string;
};
export type ClaimFacts = WithClaim & { readonly step: ClaimStep };

/** The claim goes to others on the day of the next step unless it is paid before. */
export type HandoverFacts = WithClaim & {
  readonly step: 'handover-notice';
  readonly recipient: { readonly kind: 'agency' | 'bailiff' | 'lawyer'; readonly name: string };
};

/** The Dutch letter after which a consumer owes collection costs (BW 6:96 lid 6). Without its amount it cannot be written. */
export type FourteenDayFacts = CommonFacts & {
  readonly step: 'fourteen-day-letter';
  readonly earlierMessages: readonly PlainDateText[];
  /** What put the customer in default, and since when: the letter may only follow default. */
  readonly inDefaultBy: 'agreed-term' | 'notice';
  readonly inDefaultSince: PlainDateText;
  /** The costs by the scale over all that is open, with value added tax where that is due. */
  readonly costs: LawAmount;
  /** The part of the costs that is tax which the sender cannot deduct; zero as a rule. */
  readonly vat: Cents;
  /** Last free day; for the record, never printed. */
  readonly lastFreeDay: LawDate;
};

/** Open documents of all ages; those that are not due yet too. */
export type StatementFacts = CommonFacts & {
  readonly step: 'account-statement';
  readonly previousOn: PlainDateText | null;
  readonly nextOn: PlainDateText | null;
  /** Received since the previous statement. */
  readonly receipts: readonly { readonly on: PlainDateText; readonly amount: Cents; readonly number: string }[];
  /** Creditor reference (RF) of the statement. */
  readonly paymentReference: string;
};

/** The items are what is acknowledged; their sum is that of the instalments. */
export type PaymentPlanFacts = CommonFacts & {
  readonly step: 'payment-plan';
  readonly instalments: readonly { readonly dueOn: PlainDateText; readonly amount: Cents }[];
  readonly agreedOn: PlainDateText;
  /** Both sign no later than this day. */
  readonly signBy: PlainDateText;
  readonly debtor: {
    /** Who signs, `de heer D. van der Spaan`; may be empty for a company. */
    readonly person: string;
    readonly registrationNumber: string;
    /** A sole trader signs for himself under the name of his business. */
    readonly isSoleTrader: boolean;
  };
  /** Days after a written notice within which a missed instalment can still be paid. */
  readonly graceDays: number;
  readonly isInterestWaived: boolean;
  readonly interestKind: Claim['interestKind'];
};

/** Money that came in. The items are the documents that it paid, as they stand after it; open is zero where all is paid. */
type WithPayment = CommonFacts & { readonly payment: { readonly on: PlainDateText; readonly amount: Cents } };
export type ReceiptFacts = WithPayment & { readonly step: 'receipt-confirmation' };
export type ThanksFacts = WithPayment & { readonly step: 'payment-thanks' };
/** Our message and the payment crossed. */
export type CrossedFacts = WithPayment & { readonly step: 'crossed-apology'; readonly messageOn: PlainDateText };

/** The facts of a letter, by its kind (`step`): what a kind must say is part of its facts. */
export type LetterFacts =
  | PreDueFacts
  | ReminderFacts
  | ClaimFacts
  | HandoverFacts
  | FourteenDayFacts
  | StatementFacts
  | PaymentPlanFacts
  | ReceiptFacts
  | ThanksFacts
  | CrossedFacts;

/** Letters that claim interest or costs beside the invoices. */
export const hasClaim = (facts: LetterFacts): facts is ClaimFacts | HandoverFacts => 'claim' in facts;
export const isReminder = (facts: LetterFacts): facts is ReminderFacts => facts.step === 'reminder-1' || facts.step === 'reminder-2';
/** Confirmations of money received; nothing in them is a demand. */
export const isConfirmation = (facts: LetterFacts): facts is ReceiptFacts | ThanksFacts | CrossedFacts => 'payment' in facts;

/** The kind of letter that the facts make. */
export const letterKindOf = (facts: LetterFacts): LetterKind =>
  facts.step === 'reminder-1' && isBelgianConsumer(facts) ? 'belgian-first-reminder' : facts.step;

/** Which law colours the wording: that of a consumer's own country, else that of the customer in NL or BE, else that of the sender. */
export function letterCountry({ sender, customer }: Pick<LetterFacts, 'sender' | 'customer'>): 'NL' | 'BE' {
  if (customer.country === 'BE' || customer.country === 'NL') return customer.country;
  return sender.country === 'BE' ? 'BE' : 'NL';
}

export const isBelgianConsumer = ({ customer }: Pick<LetterFacts, 'customer'>): boolean =>
  customer.kind === 'consumer' && customer.country === 'BE';
