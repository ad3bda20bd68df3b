/**
 * A receipt that names nothing. Only a payer who is known beyond doubt decides, and only when exactly one thing has exactly this amount: a
 * document, an agreed instalment, a promise, a set of documents. A name alone books nothing unless the policy says so.
 */
import { addDays, daysBetween } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { exactSums } from './exactSums.ts';
import { bareNumber, customerAmountKey } from './matchIndex.ts';
import type { MatchItem } from './matchTypes.ts';
import { hasLookalike, nearText } from './nearNumber.ts';
import { fullParts, openOf, openSum, plansOf, reached, type ReceiptView, spread } from './receiptView.ts';
import { book, leave, numbersText, type Ruling } from './ruling.ts';

/** Among so many open documents a set that adds up is no chance; above it only everything, or the oldest few together, count. */
const surelyMeant = 9;
/** Days around a promise within which its amount is taken for it. */
const promiseDays = 14;
/** Days within which the same amount again, with nothing of it open, looks like a second payment. */
const againDays = 60;

const isExactly = ({ receipt, openNow }: ReceiptView, item: MatchItem): boolean => openNow(item) === receipt.amountCents;

function byInstalment(view: ReceiptView, items: readonly MatchItem[]): Ruling | null {
  const [plan, ...others] = plansOf(view, items).filter((one) => openSum(view, one.items) >= view.receipt.amountCents);
  if (plan === undefined || others.length > 0) return null;
  const reason = codedReason('match-instalment', { dueDate: plan.instalment.dueDate, number: numbersText(plan.items) });
  return book('instalment', { ...reached(view, plan.items), differences: [], reason });
}

/** A promise says how much and when; what it is for follows the law: what is due and oldest first (6:43 BW). */
function byPromise(view: ReceiptView, customerId: CustomerId, items: readonly MatchItem[]): Ruling | null {
  const { receipt, index } = view;
  const promised = (index.promises.get(customerId) ?? []).filter((one) => one.cents === receipt.amountCents && Math.abs(daysBetween(one.dueOn, receipt.bookDate)) <= promiseDays);
  const [promise, ...others] = promised;
  const invoices = items.filter((item) => view.openNow(item) > 0 && item.disputedCents === 0 && item.instalments.length === 0);
  const isMixed = items.length !== invoices.length;
  if (promise === undefined || others.length > 0 || isMixed || openSum(view, invoices) < receipt.amountCents) return null;
  const parts = spread(view, invoices, receipt.amountCents);
  const paid = parts.flatMap((part) => invoices.find((item) => item.documentId === part.documentId) ?? []);
  return book('promise', { items: paid, parts, differences: [], reason: codedReason('match-promise', { promiseDate: promise.dueOn }) });
}

function bySum(view: ReceiptView, items: readonly MatchItem[]): readonly MatchItem[] | null {
  const { sets, isComplete } = exactSums(items.map((item) => view.openNow(item)), view.receipt.amountCents, 2);
  const [only, second] = sets;
  if (only === undefined || second !== undefined || !isComplete || only.length < 2) return null;
  const isEverything = only.length === items.length;
  return isEverything || items.length <= surelyMeant ? only.flatMap((place) => items[place] ?? []) : null;
}

/** Paid not long ago, nothing of that amount open now: probably paid twice. */
function paidAgain({ receipt, index, openNow }: ReceiptView, customerId: CustomerId): MatchItem | null {
  const settled = index.settledByTotal.get(customerAmountKey(customerId, receipt.currency, receipt.amountCents)) ?? [];
  const since = addDays(receipt.bookDate, -againDays);
  return settled.findLast((item) => openNow(item) === 0 && item.settledOn !== null && item.settledOn >= since) ?? null;
}

/** Something in the text looks like a number of ours and is none of these, not even mistyped: another document may be meant. */
function namesUnknown({ named, index }: ReceiptView, items: readonly MatchItem[]): boolean {
  const isMeant = items.some((item) => nearText(named.unread, index.keys.get(item.documentId) ?? []) !== null);
  return (!isMeant || items.length > 1) && items.some((item) => hasLookalike(named.unread, bareNumber(item.number)));
}

function byPayer(view: ReceiptView, customerId: CustomerId): Ruling {
  const { payer, receipt, index } = view;
  const isByAccount = payer.owners.size > 0;
  const customer = index.customers.get(customerId)?.number ?? '';
  const items = openOf(view, customerId);
  const exact = items.filter((item) => isExactly(view, item));
  const [only] = exact;
  if (exact.length > 1) return leave(codedReason('unmatched-equal-candidates', { count: exact.length }), customerId);
  const bookAll = (all: readonly MatchItem[]): Ruling => {
    const parts = fullParts(view, all, []);
    if (!isByAccount) return book('customer-amount', { items: all, parts, differences: [], reason: codedReason('match-customer-exact', { customer, numbers: numbersText(all) }) });
    const [single] = all.length === 1 ? all : [];
    const reason = single === undefined ? codedReason('match-iban-sum', { count: all.length }) : codedReason('match-iban-exact', { number: single.number, amountCents: receipt.amountCents });
    return book(single === undefined ? 'iban-sum' : 'iban-amount', { items: all, parts, differences: [], reason });
  };
  const agreed = byInstalment(view, items) ?? byPromise(view, customerId, items);
  // An agreed payment of the same amount as an open document: two explanations.
  if (only !== undefined && agreed !== null) return leave(codedReason('unmatched-equal-candidates', { count: 2 }), customerId);
  if (only !== undefined) return namesUnknown(view, [only]) ? leave(codedReason('unmatched-number-unknown', {}), customerId) : bookAll([only]);
  if (agreed !== null) return agreed;
  const sum = bySum(view, items);
  if (sum !== null) return namesUnknown(view, sum) ? leave(codedReason('unmatched-number-unknown', {}), customerId) : bookAll(sum);
  const again = paidAgain(view, customerId);
  if (again !== null) return leave(codedReason('unmatched-paid-again', { number: again.number, paidDate: again.settledOn ?? receipt.bookDate }), customerId);
  return leave(codedReason('unmatched-no-amount', {}), customerId);
}

/** An account of several customers whose name is not there: the amount alone does not tell for whom. */
function bySharedAccount(view: ReceiptView): Ruling {
  const exact = [...view.payer.owners].flatMap((owner) => openOf(view, owner).filter((item) => isExactly(view, item)));
  if (exact.length === 0) return leave(codedReason('unmatched-no-amount', {}), null);
  if (exact.length > 1) return leave(codedReason('unmatched-equal-candidates', { count: exact.length }), null);
  return leave(codedReason('unmatched-shared-account', { count: view.payer.owners.size }), null);
}

function byName(view: ReceiptView): Ruling | null {
  const [customerId, ...others] = view.payer.namesakes;
  if (customerId === undefined || others.length > 0) return null;
  const [item, ...more] = openOf(view, customerId).filter((one) => isExactly(view, one));
  if (item === undefined || more.length > 0) return null;
  const reason = codedReason('match-name-exact', { number: item.number });
  return book('name-amount', { items: [item], parts: fullParts(view, [item], []), differences: [], reason });
}

/** Decides about a receipt that names nothing we know. */
export function decideUnnamed(view: ReceiptView): Ruling {
  const { payer } = view;
  if (payer.service !== null) return leave(codedReason('unmatched-payment-service', { provider: payer.service.provider }), null);
  if (payer.isContradicted) return leave(codedReason('unmatched-customer-conflict', {}), null);
  if (payer.certain !== null) return byPayer(view, payer.certain);
  if (payer.owners.size > 0) return bySharedAccount(view);
  return byName(view) ?? leave(codedReason('unmatched-nothing-found', {}), null);
}
