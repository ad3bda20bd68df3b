/**
 * What may be missing from a payment that names what it pays: the discount for paying in time, costs a bank took off, a few cents. Each is
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

/** Whether costs of a bank on the way are to be expected: an account outside the SEPA, another currency, or a text that says so. */
export function expectsBankCosts(receipt: MatchReceipt): boolean {
  const country = receipt.counterIban?.replace(/\s/g, '').slice(0, 2).toUpperCase() ?? '';
  if (/^[A-Z]{2}$/.test(country) && !sepaCountries.has(country)) return true;
  return receipt.currency !== 'EUR' || /\b(?:SHA|BEN|CHGS|bankkosten|frais bancaires|bank charges)\b/i.test(receipt.remittance.slice(0, 2000));
}

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
  return adjusted.every((one) => one.cents > 0) ? { kind: 'early-payment-discount', differences: adjusted } : null;
}

/** Why a payment is short of everything it names, when the policy grants it; null when nothing explains it. */
export function explainShort(question: Question): Explained | null {
  const { receipt, items, openNow, policy } = question;
  const short = subtractCents(sumCents(items.map(openNow)), receipt.amountCents);
  if (short <= 0) return null;
  const discount = byDiscount(question, short);
  if (discount !== null) return discount;
  if (short <= policy.smallDifferenceMaxCents) return inOne(question, 'small-difference', short);
  return short <= policy.bankCostsMaxCents && expectsBankCosts(receipt) ? inOne(question, 'bank-costs', short) : null;
}
