import type { LetterLanguage, LetterRun } from '../../../src-shared/letter.ts';
import type { Addressee } from './attention.ts';
import type { LetterStep } from './letterFacts.ts';

/** How many invoices and credit notes a letter lists. */
export type ItemCounts = { readonly invoices: number; readonly creditNotes: number };
export type ListPlace = 'page' | 'annex';
/** The invoices of which a copy goes along; the number is named when there is only one. */
export type ItemCopies = { readonly count: number; readonly onlyNumber: string };
type Runs = readonly LetterRun[];

/**
 * All words of a letter in one language and country. Amounts and dates arrive as text in that language; sentences are complete, so that
 * each language keeps its own order of words. A further language is one more object of this type.
 */
export type LetterTexts = {
  readonly language: LetterLanguage;
  readonly languageTag: string;

  readonly references: { readonly date: string; readonly customerNumber: string; readonly ourReference: string; readonly contact: string };
  readonly attention: (name: string) => string;
  readonly salutation: (addressee: Addressee | null) => string;

  readonly letterName: (step: LetterStep) => string;
  /** `drie facturen`, `factuur 2026-0387`, `drie facturen en een creditnota`. */
  readonly items: (counts: ItemCounts, onlyNumber: string | null) => string;
  readonly subject: (facts: {
    readonly letterName: string;
    readonly items: string;
    readonly amount: string;
    readonly isSum: boolean;
  }) => string;
  readonly mailSubject: (facts: { readonly letterName: string; readonly numbers: readonly string[]; readonly company: string }) => string;

  /** What is the matter, without the question or the sentence on costs that must follow it. */
  readonly opening: (facts: {
    readonly step: LetterStep;
    readonly counts: ItemCounts;
    readonly place: ListPlace;
    readonly amount: string;
    readonly bookedUntil: string | null;
    readonly earlierOn: string;
    readonly isBelgianConsumer: boolean;
  }) => Runs;
  readonly question: (counts: ItemCounts) => Runs;
  readonly request: (step: LetterStep, payBy: string) => Runs;
  readonly options: (facts: {
    readonly contactName: string;
    readonly phone: string;
    readonly email: string;
    readonly medium: 'letter' | 'mail';
  }) => Runs;
  readonly nextStep: (facts: {
    readonly step: LetterStep;
    readonly payBy: string;
    readonly next: string;
    readonly on: string;
    readonly isConsumer: boolean;
  }) => Runs;
  /** Keeps the right to performance alive (NL) or reserves all rights (BE); from the second reminder on. */
  readonly reservation: Runs;

  readonly table: {
    readonly invoice: string;
    readonly issueDate: string;
    readonly dueDate: string;
    readonly amount: string;
    readonly received: string;
    readonly open: string;
    readonly total: string;
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
  readonly payment: {
    readonly amount: string;
    readonly name: string;
    readonly freeReference: string;
    readonly structuredReference: string;
    readonly deadline: string;
    readonly caption: string;
    readonly alternative: (facts: { readonly amount: string; readonly name: string; readonly reference: string }) => string;
    readonly customerAndLetter: (customerNumber: string, letter: string) => string;
  };
  readonly belgianConsumer: BelgianConsumerTexts;
  readonly closing: string;
  readonly enclosures: (facts: {
    readonly letter: string | null;
    readonly copies: ItemCopies | null;
    readonly hasAnnex: boolean;
  }) => string;
  readonly footer: { readonly registration: (number: string, country: string) => string; readonly vat: (number: string) => string };
  readonly pageLabel: string;
  readonly preheader: (facts: { readonly items: string; readonly amount: string; readonly payBy: string }) => string;
};

/** What the free first reminder to a Belgian consumer must say (WER art. XIX.2), and what the second one may. */
export type BelgianConsumerTexts = {
  readonly isFree: Runs;
  readonly facts: {
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
  readonly term: (channel: 'letter' | 'email', payBy: string) => Runs;
  readonly secondTerm: (payBy: string) => Runs;
  readonly consequence: (article: string) => Runs;
  readonly laterConsequence: (facts: { readonly article: string; readonly earlierOn: string }) => Runs;
  /** `floor` is the fixed part, `percent` the share of the part above a bound. */
  readonly indemnity: (formula: { readonly floor: string; readonly percent: string; readonly part: string } | null) => string;
  readonly interest: (percent: string, step: LetterStep) => string;
  readonly perDay: (amount: string) => string;
  readonly options: (facts: { readonly phone: string; readonly email: string; readonly medium: 'letter' | 'mail' }) => Runs;
  readonly nextStep: (facts: { readonly step: LetterStep; readonly payBy: string; readonly next: string; readonly on: string }) => Runs;
};
