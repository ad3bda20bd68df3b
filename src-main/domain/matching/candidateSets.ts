/**
 * Which assignments are worth showing for a receipt: what is named, in full and completed; what the customers who may be the payer have
 * open and would fit; last, documents of anybody with exactly the amount. Looked up through the indexes with fixed limits, so that one
 * receipt costs the same among a hundred documents or a hundred thousand.
 */
import type { CustomerId } from '../../../src-shared/ids.ts';
import { type Cents, cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { openOfLetter } from './decideLetter.ts';
import { completion } from './decideNamed.ts';
import { discountOf, mayLackBankCosts } from './differences.ts';
import type { Assignment } from './evidence.ts';
import { exactSums } from './exactSums.ts';
import { amountKey, endToEndKey } from './matchIndex.ts';
import type { MatchDifference, MatchItem } from './matchTypes.ts';
import { itemsMeantBy, nearText } from './nearNumber.ts';
import { fullParts, openOf, openSum, mistypedTexts, plansOf, reached as reachedOf, type ReceiptView, spread } from './receiptView.ts';

/** Documents looked at per customer, customers looked at, and documents of anybody with exactly the amount. */
const perCustomer = 200;
const customerLimit = 12;
const byAmountLimit = 60;
/** Fewer of anybody's where the payer is known. */
const byAmountOfKnown = 5;
const sumLimit = 3;
const equalLimit = 10;
const completionsLimit = 6;

const plain = { differences: [], because: null, promise: null } as const;
const whole = (view: ReceiptView, items: readonly MatchItem[]): Assignment => ({ ...plain, items, parts: spread(view, items, view.receipt.amountCents) });
/** The documents of a set that the money reaches. */
const reached = (view: ReceiptView, items: readonly MatchItem[]): Assignment => ({ ...plain, ...reachedOf(view, items), because: 'law' });

/** One document short by what a payer may have taken off: a discount, costs of a bank, a few cents. */
function withDifference(view: ReceiptView, items: readonly MatchItem[]): Assignment | null {
  const { receipt, index } = view;
  const [first] = items;
  const short = subtractCents(openSum(view, items), receipt.amountCents);
  if (first === undefined || short <= 0 || receipt.amountCents <= 0) return null;
  const make = (kind: MatchDifference['kind'], item: MatchItem): Assignment | null => {
    if (view.openNow(item) <= short) return null;
    const differences = [{ kind, documentId: item.documentId, customerId: item.customerId, cents: short }];
    return { ...plain, items, parts: fullParts(view, items, differences), differences };
  };
  const discounted = items.find((item) => item.discount !== null && Math.abs(discountOf(item.discount, view.openNow(item)) - short) <= 1);
  if (discounted !== undefined) return make('early-payment-discount', discounted);
  const habits = index.habits.get(first.customerId) ?? [];
  const most = (kind: 'leaves-small-difference' | 'deducts-bank-costs', policyCents: Cents): number => Math.max(policyCents, ...habits.filter((one) => one.kind === kind).map((one) => one.maxCents));
  if (short <= most('leaves-small-difference', index.policy.smallDifferenceMaxCents)) return make('small-difference', first);
  return short <= most('deducts-bank-costs', index.policy.bankCostsMaxCents) && mayLackBankCosts(receipt) ? make('bank-costs', first) : null;
}

const mostTolerated = ({ index }: ReceiptView, customerId: CustomerId): number =>
  Math.max(index.policy.smallDifferenceMaxCents, index.policy.bankCostsMaxCents, ...(index.habits.get(customerId) ?? []).map((habit) => habit.maxCents));

function namedSets(view: ReceiptView): readonly Assignment[] {
  const { named, index, openNow, receipt, payer } = view;
  const isOpen = (item: MatchItem): boolean => item.currency === receipt.currency && (receipt.amountCents > 0 ? openNow(item) !== 0 : openNow(item) < 0);
  const sets: Assignment[] = [];
  for (const letter of named.letters) {
    const items = openOfLetter(letter, index.items, openNow).filter(isOpen).slice(0, perCustomer);
    sets.push(reached(view, items), whole(view, items));
  }
  const debit = receipt.endToEndId === null ? [] : (index.byDirectDebit.get(endToEndKey(receipt.endToEndId)) ?? []).filter(isOpen);
  if (debit.length > 0) sets.push(whole(view, debit));
  let completions = 0;
  const add = (items: readonly MatchItem[]): void => {
    const [first] = items;
    if (first === undefined) return;
    const different = withDifference(view, items);
    if (different !== null) sets.push(different);
    completions += 1;
    const rest = completions > completionsLimit || openSum(view, items) === receipt.amountCents ? null : completion(view, items);
    if (rest !== null) sets.push(whole(view, [...items, ...rest]));
    sets.push(whole(view, items));
  };
  const namings = named.namings.map((naming) => naming.items.filter(isOpen)).filter((items) => items.length > 0);
  const hinted = new Set(named.namings.filter(({ isHint }) => isHint).flatMap(({ items }) => items));
  const unique = [...new Set(namings.filter((items) => items.length === 1).flat())].slice(0, perCustomer);
  const read = unique.filter((item) => !hinted.has(item));
  if (read.length < unique.length && read.length > 1) add(read);
  if (new Set(unique.map((item) => item.customerId)).size > 1) add(unique);
  for (const items of Map.groupBy(unique, (item) => item.customerId).values()) add(items);
  // A mistyped number beside those that were read, or alone, when the amount is that of the document it may have meant.
  const left = subtractCents(receipt.amountCents, openSum(view, unique));
  // Of a payer who is known and names nothing else every document is looked at anyway.
  const guessed = payer.certain !== null && unique.length === 0 ? [] : itemsMeantBy(mistypedTexts(view), index.longestNumber, index.byNumber);
  for (const item of guessed) {
    if (!isOpen(item)) continue;
    if (openNow(item) === left) sets.push(whole(view, [...unique, item]));
    const different = unique.length === 0 ? withDifference(view, [item]) : null;
    if (different !== null) sets.push(different);
  }
  for (const item of namings.flat().slice(0, 40)) add([item]);
  return sets;
}

/** Agreed payments of a customer of exactly this amount. */
function agreedSets(view: ReceiptView, customerId: CustomerId, items: readonly MatchItem[]): readonly Assignment[] {
  const { receipt, index, openNow } = view;
  const part = (item: MatchItem, because: Assignment['because']): Assignment => ({ ...plain, items: [item], parts: spread(view, [item], receipt.amountCents), because });
  const sets: Assignment[] = plansOf(view, items).map((plan) => ({ ...plain, ...reachedOf(view, plan.items), because: 'instalment' }));
  for (const item of items) if (item.disputedCents > 0 && openNow(item) - item.disputedCents === receipt.amountCents) sets.push(part(item, 'undisputed'));
  for (const promise of index.promises.get(customerId) ?? []) {
    if (promise.cents !== receipt.amountCents) continue;
    const meant = reached(view, items.filter((item) => openNow(item) > 0 && item.instalments.length === 0 && item.disputedCents === 0));
    if (meant.items.length > 0) sets.push({ ...meant, because: 'promise', promise });
  }
  return sets;
}

function customerSets(view: ReceiptView, customerId: CustomerId): readonly Assignment[] {
  const { receipt, openNow, index } = view;
  const items = openOf(view, customerId).filter((item) => receipt.amountCents > 0 || openNow(item) < 0).slice(0, perCustomer);
  const invoices = items.filter((item) => openNow(item) > 0 && item.instalments.length === 0 && item.disputedCents === 0);
  const sets: Assignment[] = items.filter((item) => openNow(item) === receipt.amountCents).slice(0, equalLimit).map((item) => whole(view, [item]));
  sets.push(...agreedSets(view, customerId, items));
  const tolerated = mostTolerated(view, customerId);
  const mistyped = mistypedTexts(view);
  for (const item of items) {
    const short = openNow(item) - receipt.amountCents;
    const different = short > 0 && (item.discount !== null || short <= tolerated) ? withDifference(view, [item]) : null;
    if (different !== null) sets.push(different);
    else if (nearText(mistyped, index.keys.get(item.documentId) ?? []) !== null) sets.push(whole(view, [item]));
  }
  const open = items.map(openNow);
  for (const places of exactSums(open, receipt.amountCents, sumLimit).sets) sets.push(whole(view, places.flatMap((place) => items[place] ?? [])));
  const all = sumCents(open);
  if (items.length > 1 && all === receipt.amountCents) sets.push(whole(view, items));
  // Where nothing fits, what the law assumes: the oldest due first, as far as the money reaches.
  const ofLaw = reached(view, invoices.length > 0 ? invoices : items);
  if (ofLaw.items.length > 0) sets.push(ofLaw);
  const ones = receipt.amountCents > 0 ? invoices : items;
  const newest = ones.at(-1);
  const off = (item: MatchItem): number => Math.abs(openNow(item) - receipt.amountCents);
  const closest = [...ones].sort((a, b) => off(a) - off(b))[0];
  for (const item of [ones[0], newest, closest]) if (item !== undefined) sets.push(whole(view, [item]));
  return sets;
}

/** Everything worth weighing, the surest first; some of it twice. */
export function candidateSets(view: ReceiptView): readonly Assignment[] {
  const { receipt, index, payer, openNow } = view;
  const close = new Set<CustomerId>([...payer.owners, ...payer.numbered, ...payer.namesakes, ...payer.alike]);
  for (const owner of payer.owners) for (const member of index.groups.get(owner) ?? []) close.add(member);
  const sets = [...namedSets(view)];
  for (const customerId of [...close].slice(0, customerLimit)) sets.push(...customerSets(view, customerId));
  const same = (index.byAmount.get(amountKey(receipt.currency, receipt.amountCents)) ?? []).slice(0, payer.certain === null ? byAmountLimit : byAmountOfKnown);
  for (const item of same) if (openNow(item) === receipt.amountCents && item.issueDate <= receipt.bookDate) sets.push(whole(view, [item]));
  return sets;
}

/** Whether an assignment takes anything, and not more than came in. */
export function isPossible({ receipt }: ReceiptView, { parts, items }: Assignment): boolean {
  const assigned = sumCents(parts.map((part) => part.cents));
  // Credit alone cannot take in money, nor can invoices pay it out; every document of the set must be reached.
  return assigned !== 0 && assigned > 0 === receipt.amountCents > 0 && Math.abs(assigned) <= Math.abs(receipt.amountCents) && parts.length === items.length;
}

export const restOf = ({ receipt }: ReceiptView, { parts }: Assignment): Cents => cents(receipt.amountCents - sumCents(parts.map((part) => part.cents)));
