/** Who writes to whom, as every letter says it: one rule for reminders and claims, letters outside the ladders and agreements. */
import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import type { CommonFacts, LetterCustomer } from './letterFacts.ts';

type Addressee = Omit<LetterCustomer, 'kind' | 'language'>;
type Contact = { readonly name: string; readonly isPaymentContact: boolean };
export type PartiesQuestion<C extends Addressee> = {
  readonly profile: CompanyProfile;
  readonly customer: C;
  readonly contacts: readonly Contact[];
  /** How the law sees him: a sole trader can be treated as a consumer, and then the letter is the one to a consumer. */
  readonly kind: LetterCustomer['kind'];
  readonly language: LetterCustomer['language'];
};

/** The account in the customer's own country when the company has one there, else the first. */
const accountFor = (ibans: readonly string[], country: string): string => ibans.find((iban) => iban.toUpperCase().startsWith(country)) ?? ibans[0] ?? '';

/** Sender, reader and whom to call. Without an attention of the customer's own it is the payment contact. */
export function letterParties<C extends Addressee>({ profile, customer, contacts, kind, language }: PartiesQuestion<C>): Pick<CommonFacts, 'sender' | 'customer' | 'contact'> {
  const attention = customer.attention === '' ? (contacts.find((known) => known.isPaymentContact)?.name ?? '') : customer.attention;
  return {
    sender: { ...profile, activity: profile.tagline, iban: accountFor(profile.ibans, customer.country) },
    customer: { ...customer, kind, attention, language },
    contact: { name: profile.signerName, phone: profile.phone, email: profile.email },
  };
}
