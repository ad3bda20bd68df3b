import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { Cents } from '../../../src-shared/money.ts';

/** The steps whose letters exist; the keys are those of the dunning ladders. */
export const letterSteps = ['reminder-1', 'reminder-2'] as const;
export type LetterStep = (typeof letterSteps)[number];

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
  /** Interest per year of the clause in basis points (1050 = 10.5%), at most the rate of the law of 2 August 2002. */
  readonly interestBasisPoints: number;
};

type LetterContact = { readonly name: string; readonly phone: string; readonly email: string };

export type LetterFacts = {
  readonly step: LetterStep;
  /** How the message travels; decides wording and, for Belgian consumers, when the term starts. */
  readonly channel: 'letter' | 'email';
  readonly reference: string;
  /** Date of the letter. */
  readonly today: PlainDateText;
  /** Last day of the bank bookings that were counted, or null when none are known. */
  readonly bookedUntil: PlainDateText | null;
  readonly payBy: PlainDateText;
  readonly sender: LetterSender;
  readonly customer: LetterCustomer;
  readonly contact: LetterContact;
  /** ISO 4217; only EUR has a payment box. */
  readonly currency: string;
  readonly items: readonly LetterItem[];
  /** When the first reminder went out; obligatory for the second. */
  readonly earlierMessageOn: PlainDateText | null;
  /** Key of the next step of the ladder (`reminder-2`, `demand-1` …) and the day it is planned. */
  readonly nextStep: { readonly step: string; readonly on: PlainDateText };
  readonly belgianClause: BelgianConsumerClause | null;
  /** Whether copies of the invoices go along. */
  readonly enclosesInvoices: boolean;
  /** The user's own words; empty = ours. `opening` replaces the first lines, `note` is added before the closing. */
  readonly own: { readonly subject: string; readonly opening: string; readonly note: string };
};

/** Which law colours the wording: that of a consumer's own country, else that of the customer in NL or BE, else that of the sender. */
export function letterCountry({ sender, customer }: Pick<LetterFacts, 'sender' | 'customer'>): 'NL' | 'BE' {
  if (customer.country === 'BE' || customer.country === 'NL') return customer.country;
  return sender.country === 'BE' ? 'BE' : 'NL';
}

export const isBelgianConsumer = ({ customer }: Pick<LetterFacts, 'customer'>): boolean =>
  customer.kind === 'consumer' && customer.country === 'BE';
