/** What every part of one letter needs to know, worked out once, so that table, box, code and text cannot contradict each other. */
import { addCents, type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import type { LetterKind } from '../../../src-shared/letterTemplate.ts';
import { letterCommunication } from '../references/letterCommunication.ts';
import { cleanText } from './cleanText.ts';
import { hasClaim, letterCountry, letterKindOf, type LetterFacts, type LetterItem } from './letterFacts.ts';
import type { ItemCounts, LetterTexts, ListPlace, Medium } from './letterTexts.ts';
import { type PaymentReference, paymentReferenceFor } from './paymentReference.ts';
import { letterTextsFor } from './textsFor.ts';

export type LetterContext = {
  readonly facts: LetterFacts;
  readonly texts: LetterTexts;
  readonly kind: LetterKind;
  readonly country: 'NL' | 'BE';
  readonly medium: Medium;
  readonly place: ListPlace;
  readonly counts: ItemCounts;
  /** What the letter asks: the sum in the box and the code. */
  readonly toPay: Cents;
  readonly reference: PaymentReference;
};

export const invoicesOf = (items: readonly LetterItem[]): readonly LetterItem[] => items.filter((item) => item.kind === 'invoice');
export const openOf = (items: readonly LetterItem[]): Cents => sumCents(items.map((item) => item.open));

/** All interest up to today, paid or not. */
export const accruedOf = (facts: LetterFacts): Cents =>
  hasClaim(facts) ? sumCents(facts.claim.interest.map((claim) => claim.accrued.amountCents)) : zeroCents;
export const costsOf = (facts: LetterFacts): Cents => (hasClaim(facts) ? (facts.claim.costs?.amount.amountCents ?? zeroCents) : zeroCents);

/**
 * What the letter asks for. What was received is taken off the invoices whole, so the interest and costs that it covered are added whole:
 * the sum is the same whatever part of a payment went where.
 */
export const toPayOf = (facts: LetterFacts): Cents => addCents(openOf(facts.items), addCents(accruedOf(facts), costsOf(facts)));

/** A Belgian letter about several items has a structured communication of its own, so that the payment of all of it finds the letter. */
function referenceOfLetter(facts: LetterFacts): string {
  if (hasClaim(facts) && facts.paymentReference !== '') return facts.paymentReference;
  return letterCountry(facts) === 'BE' && facts.items.length > 1 ? (letterCommunication(facts.reference) ?? '') : '';
}

function referenceOf(facts: LetterFacts, texts: LetterTexts): PaymentReference {
  const free = texts.payment.customerAndLetter(cleanText(facts.customer.number), cleanText(facts.reference));
  if (facts.step === 'account-statement') return paymentReferenceFor([], free, facts.paymentReference);
  if (facts.step === 'payment-plan') return paymentReferenceFor([], cleanText(facts.reference), '');
  return paymentReferenceFor(facts.items, free, referenceOfLetter(facts));
}

export function letterContextOf(facts: LetterFacts, { medium, place }: { readonly medium: Medium; readonly place: ListPlace }): LetterContext {
  const texts = letterTextsFor(facts);
  const invoices = invoicesOf(facts.items);
  return {
    facts,
    texts,
    kind: letterKindOf(facts),
    country: letterCountry(facts),
    medium,
    place,
    counts: { invoices: invoices.length, creditNotes: facts.items.length - invoices.length },
    toPay: toPayOf(facts),
    reference: referenceOf(facts, texts),
  };
}
