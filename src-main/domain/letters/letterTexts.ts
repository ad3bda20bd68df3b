import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { LetterKind } from '../../../src-shared/letterTemplate.ts';
import type { Addressee } from './attention.ts';
import type { Claim, HandoverFacts } from './letterFacts.ts';

/** How many invoices and credit notes a letter lists. */
export type ItemCounts = { readonly invoices: number; readonly creditNotes: number };
export type ListPlace = 'page' | 'annex';
/** The invoices of which a copy goes along; the number is named when there is only one. */
export type ItemCopies = { readonly count: number; readonly onlyNumber: string };
export type Medium = 'letter' | 'mail';
type InterestKind = Claim['interestKind'];
type CostsKind = NonNullable<Claim['costs']>['kind'];

/**
 * The words around the sentences of a letter, in one language and country: names, heads, labels, and phrases that fill merge fields. Amounts
 * and dates arrive as text in that language. A further language is one more object of this type, and one of `TemplateTexts`.
 */
export type LetterTexts = {
  readonly language: LetterLanguage;
  readonly languageTag: string;
  readonly references: {
    readonly date: string;
    readonly customerNumber: string;
    readonly ourReference: string;
    readonly contact: string;
    readonly statement: string;
    readonly sending: string;
    readonly registered: string;
  };
  readonly attention: (name: string) => string;
  readonly salutation: (addressee: Addressee | null) => string;
  readonly letterNames: Readonly<Record<LetterKind, string>>;
  readonly mailSubject: (facts: { readonly letterName: string; readonly numbers: readonly string[]; readonly company: string }) => string;
  readonly phrases: PhraseTexts;
  readonly law: LawTexts;
  readonly table: TableTexts;
  readonly payment: PaymentTexts;
  readonly facts: FactTexts;
  readonly sums: SumTexts;
  readonly announced: AnnouncedTexts;
  readonly calculation: CalculationTexts;
  readonly statement: StatementTexts;
  readonly plan: PlanTexts;
  readonly enclosures: (facts: {
    readonly letter: string | null;
    readonly copies: ItemCopies | null;
    readonly hasAnnex: boolean;
    /** Calculations and proofs, in words. */
    readonly others: readonly string[];
  }) => string;
  readonly footer: { readonly registration: (number: string, country: string) => string; readonly vat: (number: string) => string };
  readonly pageLabel: string;
  readonly preheader: (facts: { readonly items: string; readonly amount: string; readonly payBy: string }) => string;
};

/** Phrases with which merge fields are filled. */
type PhraseTexts = {
  /** `a, b en c`. */
  readonly list: (parts: readonly string[]) => string;
  /** `drie facturen`, `factuur 2026-0387`, `drie facturen en een creditnota`. */
  readonly items: (counts: ItemCounts, onlyNumber: string | null) => string;
  /** `factuur 2026-0288`, `facturen 2026-0288 en 2026-0301`. */
  readonly numbered: (numbers: readonly string[]) => string;
  readonly theseInvoices: (counts: ItemCounts) => string;
  /** `de facturen hieronder`, `de factuur in de bijlage`. */
  readonly invoicesListed: (counts: ItemCounts, place: ListPlace) => string;
  /** `samen € 10,00`. */
  readonly amountTogether: (amount: string) => string;
  /** `nog` of one document, `samen` of several; may be empty. */
  readonly together: (counts: ItemCounts) => string;
  /** A clause with its comma and blank in front, or empty. */
  readonly bookedUntil: (day: string | null) => string;
  readonly afterCredit: (creditNotes: number) => string;
  /** What the customer gets or what happens next, by the key of the ladder's step. */
  readonly nextStep: (step: string, on: string) => string;
  readonly nextStepEarliest: (step: string, on: string) => string;
  readonly reach: (facts: { readonly contactName: string; readonly phone: string; readonly email: string; readonly medium: Medium }) => string;
  readonly days: (count: number) => string;
  readonly instalments: (count: number) => string;
  /** `een betaling van € 10,00 op 1 mei`; several are joined. */
  readonly paymentOn: (amount: string, on: string) => string;
  /** `€ 10,00 op 1 mei, verwerkt op factuur 12`. */
  readonly receiptOn: (amount: string, on: string, number: string) => string;
  readonly recipient: (recipient: HandoverFacts['recipient']) => string;
  /** `factuur 12, € 10,00, vervallen op 1 mei`. */
  readonly acknowledged: (number: string, amount: string, due: string) => string;
  readonly acknowledgedCredit: (number: string, amount: string) => string;
  /** The debtor of an agreement, with number and the name of the business. */
  readonly debtor: (debtor: { readonly person: string; readonly name: string; readonly registration: string; readonly isSoleTrader: boolean }) => string;
  /** `15% van € 895,40`. */
  readonly share: (percent: string, of: string) => string;
  readonly scaleMinimum: string;
  readonly scaleMaximum: string;
  /** ` in plaats van € 40,00`, or empty. */
  readonly insteadOf: (amount: string) => string;
  /** `10,15% per jaar, 10,40% vanaf 1 juli 2026`. */
  readonly rates: (first: string, later: readonly { readonly percent: string; readonly from: string }[]) => string;
  /** `De betaling van 15 september is verwerkt op factuur 12, zoals u had vermeld.` */
  readonly paymentBooked: (facts: { readonly on: string; readonly number: string; readonly isDesignated: boolean }) => string;
};

/** Names of what the law gives, and where that stands. Terms of Dutch and Belgian law keep their name, with a gloss in translations. */
type LawTexts = {
  readonly interestName: Readonly<Record<InterestKind, string>>;
  readonly interestBasis: (kind: InterestKind, article: string) => string;
  /** From when it runs: `vanaf de dag na de vervaldatum`. */
  readonly interestSince: Readonly<Record<InterestKind | 'cappedAfterTerm', string>>;
  readonly costsName: Readonly<Record<CostsKind, string>>;
  readonly costsBasis: (kind: CostsKind, facts: { readonly perInvoice: boolean; readonly article: string }) => string;
  /** The literal formula of the fourteen-day letter, and its gloss in another language or empty. */
  readonly fourteenDayTerm: string;
  readonly fourteenDayGloss: string;
};

type TableTexts = {
  readonly invoice: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly amount: string;
  readonly received: string;
  readonly open: string;
  readonly openShort: string;
  readonly supplied: string;
  readonly total: string;
  readonly interestFrom: string;
  readonly days: string;
  readonly perDay: string;
  readonly interest: string;
  readonly specification: (date: string) => string;
  readonly invoiceOf: (number: string, issued: string, due: string) => string;
  readonly carriedForward: string;
  readonly broughtForward: string;
  readonly creditNote: (number: string) => string;
  readonly annexTitle: string;
  readonly invoicesTogether: (count: number) => string;
  readonly receivedTogether: string;
  readonly creditTogether: string;
  readonly toPay: string;
  /** Small line under a row of the mail that was paid in part. */
  readonly partlyPaid: (amount: string, received: string) => string;
  readonly restInLetter: (count: number) => string;
};

type PaymentTexts = {
  readonly amount: string;
  readonly name: string;
  readonly freeReference: string;
  readonly structuredReference: string;
  readonly deadline: string;
  readonly term: string;
  /** The deadline in the box; French puts an article before it. */
  readonly until: (date: string) => string;
  readonly caption: string;
  readonly alternative: (facts: { readonly amount: string; readonly name: string; readonly reference: string }) => string;
  readonly customerAndLetter: (customerNumber: string, letter: string) => string;
};

/** The facts that Belgian law wants in the first reminder. */
type FactTexts = {
  readonly creditor: string;
  readonly creditorValue: (name: string, enterpriseNumber: string) => string;
  readonly supplied: string;
  readonly invoice: string;
  readonly invoiceValue: (number: string, issued: string, due: string) => string;
  readonly amount: string;
  readonly received: string;
  readonly balance: string;
  readonly dueSince: string;
};

type SumTexts = {
  readonly principal: string;
  readonly credits: string;
  /** `percent` is empty when more than one rate counts. */
  readonly interest: (kind: InterestKind, percent: string) => string;
  readonly costs: (kind: CostsKind, facts: { readonly count: number; readonly each: string }) => string;
  readonly total: string;
  readonly receivedOn: (date: string) => string;
  readonly received: string;
  readonly toPay: string;
};

/** From when interest is announced: the day after sending or after the term, of this first reminder or of that earlier one. */
export type AnnouncedStart = 'sending' | 'term' | 'that-reminder' | 'that-term';

/** What a clause may ask of a Belgian consumer later. */
type AnnouncedTexts = {
  /** `floor` is the fixed part, `percent` the share of the part above a bound. */
  readonly indemnity: (formula: { readonly floor: string; readonly percent: string; readonly part: string } | null) => string;
  readonly interest: (percent: string, since: AnnouncedStart) => string;
  readonly perDay: (amount: string) => string;
};

/** The annex that shows how interest and balance were computed. */
type CalculationTexts = {
  readonly title: string;
  readonly invoiceHeading: (number: string, amount: string, due: string) => string;
  readonly from: string;
  readonly until: string;
  readonly days: string;
  readonly base: string;
  readonly yearlyRate: string;
  readonly interest: string;
  /** Behind the interest in a specification. */
  readonly inAnnex: string;
  readonly paymentOf: (date: string) => string;
  readonly amount: string;
  readonly toCosts: string;
  readonly toInterest: string;
  readonly toPrincipal: string;
  readonly received: string;
  readonly openAsOf: (date: string) => string;
  readonly principal: string;
  readonly costs: string;
  readonly together: string;
  readonly invoice: (number: string) => string;
  readonly toPay: string;
  readonly howHeading: string;
  /** How it was computed, point by point. */
  readonly howInterest: (basis: string, since: string, rates: string) => string;
  /** Compounded yearly; or no full year has passed; or the interest is simple. */
  readonly howPeriod: (growth: 'compounded' | 'first-year' | 'simple') => string;
  readonly howPayments: (first: 'costs' | 'interest' | 'principal') => string;
  readonly howPerDay: (from: string, perDay: string) => string;
};

type StatementTexts = {
  readonly document: string;
  readonly date: string;
  readonly dueDate: string;
  readonly daysLate: string;
  readonly amount: string;
  readonly paid: string;
  readonly open: string;
  readonly balance: string;
  readonly invoice: (number: string) => string;
  readonly ages: readonly [notDue: string, to30: string, to60: string, to90: string, over90: string];
  readonly credit: string;
  readonly fullBalance: string;
  readonly overdueOnly: string;
  readonly overdueValue: (amount: string, hasCredit: boolean) => string;
  readonly caption: string;
};

type PlanTexts = {
  readonly instalment: string;
  readonly dueOn: string;
  readonly amount: string;
  readonly openAfter: string;
  readonly numberOf: (number: number, count: number) => string;
  readonly total: string;
  readonly codeTitle: (amount: string) => string;
  readonly payTo: string;
  readonly payToValue: (iban: string, name: string) => string;
  readonly reference: string;
  readonly referenceValue: (reference: string) => string;
  readonly placeAndDate: string;
  readonly signature: string;
};
