/**
 * What may be missing from a payment that names what it pays, or too much: the discount for paying in time, costs a bank took off, a few cents. Each is
 * booked as its own kind of loss and never hidden in the part; what the policy does not grant stays open.
 */
import { addDays } from '../../../src-shared/dates.ts';
import { allocateCents, type Cents, cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import type { EarlyPaymentDiscount, MatchDifference, MatchItem, MatchPolicy, MatchReceipt } from './matchTypes.ts';

/** The discount on an open amount, to the nearest cent. */
export function discountOf(discount: EarlyPaymentDiscount, open: Cents): Cents {
  if (open <= 0) return zeroCents;
  if ('cents' in discount) return cents(Math.min(discount.cents, open));
  const share = Math.max(0, Math.min(10_000, discount.basisPoints));
  return allocateCents(open, [share, 10_000 - share])[0] ?? zeroCents;
}

export const isInTime = (discount: EarlyPaymentDiscount, receipt: MatchReceipt, policy: MatchPolicy): boolean =>
  receipt.bookDate <= addDays(discount.untilDate, policy.discountGraceDays);

/** Countries of the Single Euro Payments Area (EPC409-09), where a euro transfer arrives in full. */
const sepaCountries: ReadonlySet<string> = new Set(
  'AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA'.split(' '),
);

const textLimit = 2000;

/** Whether the payment came from an account outside the SEPA, is in another currency, or was ordered in one (`/OCMT/USD100,00/`). */
function isFromOutside({ counterIban, currency, remittance }: MatchReceipt): boolean {
  const country = counterIban?.replace(/\s/g, '').slice(0, 2).toUpperCase() ?? '';
  if (currency !== 'EUR' || (/^[A-Z]{2}$/.test(country) && !sepaCountries.has(country))) return true;
  const ordered = /\/OCMT\/([A-Z]{3})/.exec(remittance.slice(0, textLimit))?.[1];
  return ordered !== undefined && ordered !== currency;
}

/**
 * A code of the bank that says costs were taken off or shared: `/CHGS/EUR7,50/` (MT940), `KOSTENCODE SHA`, `KOSTEN: BEN`. Words of the payer
 * are none: Ben is a name, Sha Tin a town, and `zonder bankkosten` says the opposite.
 */
const chargeCode = /\/CHGS\d?\/|\bKOSTENCODE[ :]{1,3}(?:SHA|BEN)\b|\b(?:KOSTEN|FRAIS|CHARGES): ?(?:SHA|BEN)\b(?! [A-Za-z])/;
const statedCosts = /\/CHGS\d?\/([A-Z]{3})(\d{1,7})(?:[.,](\d{1,2}))?(?!\d)/g;

/** Whether costs of a bank on the way are likely enough to be proposed to a person. */
export const mayLackBankCosts = (receipt: MatchReceipt): boolean => isFromOutside(receipt) || chargeCode.test(receipt.remittance.slice(0, textLimit));

/** Whether costs of a bank are beyond doubt: a charge code on a payment from outside, and no more missing than the code says where it says how much. */
function provesBankCosts(receipt: MatchReceipt, short: Cents): boolean {
  const text = receipt.remittance.slice(0, textLimit);
  if (!isFromOutside(receipt) || !chargeCode.test(text)) return false;
  const stated = [...text.matchAll(statedCosts)].filter(([, currency]) => currency === receipt.currency);
  const most = sumCents(stated.map(([, , whole = '0', part = '']) => cents(Number(whole) * 100 + Number(part.padEnd(2, '0')))));
  return stated.length === 0 || short <= most;
}

/** Whether what is missing may be costs of a bank, so that it is neither written off nor left open without a person having looked. */
export const mayBeBankCosts = (receipt: MatchReceipt, openCents: Cents, policy: MatchPolicy): boolean =>
  receipt.amountCents < openCents && openCents - receipt.amountCents <= policy.bankCostsMaxCents && mayLackBankCosts(receipt);

/** What of an over-payment policy accepts as a small difference: nobody pays a few cents back, or waits for them. */
export const acceptedOf = (restCents: Cents, policy: MatchPolicy): Cents => (restCents <= policy.smallDifferenceMaxCents ? restCents : zeroCents);

type Question = {
  readonly receipt: MatchReceipt;
  readonly items: readonly MatchItem[];
  readonly openNow: (item: MatchItem) => Cents;
  readonly policy: MatchPolicy;
};
export type Explained = { readonly kind: MatchDifference['kind']; readonly differences: readonly MatchDifference[] };

const largest = ({ items, openNow }: Question): MatchItem | undefined => [...items].sort((a, b) => openNow(b) - openNow(a) || a.documentId - b.documentId)[0];

function inOne(question: Question, kind: MatchDifference['kind'], short: Cents): Explained | null {
  const item = largest(question);
  if (item === undefined || question.openNow(item) <= short) return null;
  return { kind, differences: [{ kind, documentId: item.documentId, customerId: item.customerId, cents: short }] };
}

/** Documents whose discount is still in time on the day of the receipt, with the discount. */
export function discountsInTime({ receipt, items, openNow, policy }: Question): readonly MatchDifference[] {
  return items.flatMap((item) => {
    if (item.discount === null || !isInTime(item.discount, receipt, policy)) return [];
    const discount = discountOf(item.discount, openNow(item));
    return discount <= 0 ? [] : [{ kind: 'early-payment-discount' as const, documentId: item.documentId, customerId: item.customerId, cents: discount }];
  });
}

/** Percentages are rounded differently by payers; a cent per document either way is the same discount. */
function byDiscount(question: Question, short: Cents): Explained | null {
  const all = discountsInTime(question);
  const [only] = all;
  if (only === undefined) return null;
  const sum = sumCents(all.map((one) => one.cents));
  const off = short - sum;
  if (Math.abs(off) > all.length) return null;
  const adjusted = all.map((one, at) => (at === 0 ? { ...one, cents: cents(one.cents + off) } : one));
  const isPart = (one: MatchDifference): boolean => one.cents > 0 && question.items.some((item) => item.documentId === one.documentId && one.cents < question.openNow(item));
  return adjusted.every(isPart) ? { kind: 'early-payment-discount', differences: adjusted } : null;
}

/** Why a payment is short of everything it names, when the policy grants it; null when nothing explains it. */
export function explainShort(question: Question): Explained | null {
  const { receipt, items, openNow, policy } = question;
  const short = subtractCents(sumCents(items.map(openNow)), receipt.amountCents);
  if (short <= 0) return null;
  const discount = byDiscount(question, short);
  if (discount !== null) return discount;
  if (short <= policy.smallDifferenceMaxCents) return inOne(question, 'small-difference', short);
  return short <= policy.bankCostsMaxCents && provesBankCosts(receipt, short) ? inOne(question, 'bank-costs', short) : null;
}
