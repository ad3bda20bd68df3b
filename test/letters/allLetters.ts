/** Every kind of letter for every language, country and kind of customer that the law knows it for. */
import { cents } from '../../src-shared/money.ts';
import { letterKinds, type LetterCountry, type LetterCustomerKind, type LetterKind } from '../../src-shared/letterTemplate.ts';
import type { LetterLanguage } from '../../src-shared/letter.ts';
import type { ClaimFacts, HandoverFacts, LetterFacts } from '../../src-main/domain/letters/letterFacts.ts';
import { claimSteps } from '../../src-main/domain/letters/letterFacts.ts';
import {
  belgianNotice,
  creditNote,
  crossed,
  defaultNotice,
  demand,
  fourteenDays,
  handover,
  plan,
  preDue,
  receipt,
  statement,
  thanks,
  withoutCharges,
  withoutChargesHandover,
} from './claimSamples.ts';
import { belgianBusiness, belgianConsumer, letterOne, secondReminder } from './letterSamples.ts';

export const languages: readonly LetterLanguage[] = ['nl', 'fr', 'en', 'de'];
export const countries: readonly LetterCountry[] = ['NL', 'BE'];
export const customerKinds: readonly LetterCustomerKind[] = ['business', 'consumer'];

export type LetterCase = {
  readonly name: string;
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly country: LetterCountry;
  readonly customerKind: LetterCustomerKind;
  readonly facts: LetterFacts;
};
type Reader = Pick<LetterCase, 'language' | 'country' | 'customerKind'>;

/** The claims of the Netherlands and of Belgium, and those of a consumer who may not be charged yet. */
function claimFor(step: (typeof claimSteps)[number], { country, customerKind }: Reader): ClaimFacts {
  const charged: ClaimFacts = country === 'BE' ? belgianNotice : step === 'demand-1' || step === 'demand-2' ? demand : defaultNotice;
  return { ...(customerKind === 'consumer' ? withoutCharges(charged) : charged), step };
}
const handoverFor = ({ country, customerKind }: Reader): HandoverFacts => {
  const charged: HandoverFacts = country === 'BE' ? { ...handover, ...belgianNotice, step: 'handover-notice' } : handover;
  return customerKind === 'consumer' ? withoutChargesHandover(charged) : charged;
};

function factsFor(kind: LetterKind, reader: Reader): LetterFacts | null {
  const isBelgianConsumer = reader.country === 'BE' && reader.customerKind === 'consumer';
  switch (kind) {
    case 'belgian-first-reminder':
      return isBelgianConsumer ? belgianConsumer : null;
    case 'reminder-1':
      return isBelgianConsumer ? null : letterOne;
    case 'reminder-2':
      return isBelgianConsumer
        ? { ...secondReminder, items: belgianConsumer.items, belgianClause: belgianConsumer.belgianClause, contact: belgianConsumer.contact }
        : secondReminder;
    case 'fourteen-day-letter':
      return reader.country === 'NL' ? fourteenDays : null;
    case 'pre-due-notice':
      return preDue;
    case 'handover-notice':
      return handoverFor(reader);
    case 'account-statement':
      return statement;
    case 'payment-plan':
      return { ...plan, items: [...plan.items, creditNote('C2026-020', '2026-09-01', '100.00')], instalments: plan.instalments.map((one, index) => (index === 0 ? { ...one, amount: cents(one.amount - 10_000) } : one)) };
    case 'receipt-confirmation':
      return receipt;
    case 'payment-thanks':
      return thanks;
    case 'crossed-apology':
      return crossed;
    case 'demand-1':
    case 'demand-2':
    case 'demand-2-reminder':
    case 'final-demand':
    case 'default-notice':
    case 'pre-legal-letter':
      return claimFor(kind, reader);
  }
}

/** The same facts for another reader: his language and kind, an address and a company in his country. */
function readBy(facts: LetterFacts, { language, country, customerKind }: Reader): LetterFacts {
  const { sender } = country === 'BE' ? belgianBusiness : letterOne;
  const home = country === 'BE' ? belgianBusiness.customer : letterOne.customer;
  return { ...facts, sender, customer: { ...home, language, kind: customerKind } };
}

export const allLetters: readonly LetterCase[] = letterKinds.flatMap((kind) =>
  languages.flatMap((language) =>
    countries.flatMap((country) =>
      customerKinds.flatMap((customerKind): readonly LetterCase[] => {
        const facts = factsFor(kind, { language, country, customerKind });
        if (facts === null) return [];
        return [{ name: `${kind} in ${language} to a ${customerKind} in ${country}`, kind, language, country, customerKind, facts: readBy(facts, { language, country, customerKind }) }];
      }),
    ),
  ),
);
