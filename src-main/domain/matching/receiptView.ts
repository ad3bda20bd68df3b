/** One receipt with everything that is known about it at that point of the run: what it names, who pays, what is open now. */
import type { CustomerId, PaymentPlanId } from '../../../src-shared/ids.ts';
import { type Cents, cents, negateCents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { type MatchIndex, oldestFirst } from './matchIndex.ts';
import { bareNumber } from './referenceKey.ts';
import type { AllocationOrder, MatchInstalment, MatchItem, MatchPart, MatchReceipt } from './matchTypes.ts';
import { type NamedDocuments, namedDocuments, type Naming } from './namedDocuments.ts';
import { type Payer, payerOf } from './payer.ts';

/** Balances as they stand within a run: receipts booked earlier in it have lowered some. */
export type OpenNow = (item: MatchItem) => Cents;

export type ReceiptView = {
  readonly receipt: MatchReceipt;
  readonly index: MatchIndex;
  readonly openNow: OpenNow;
  readonly payer: Payer;
  readonly named: NamedDocuments;
  /** Lists of `openOf` that were asked for; they hold as long as the balances do. */
  readonly lists: Map<CustomerId, readonly MatchItem[]>;
};

export const viewReceipt = (receipt: MatchReceipt, index: MatchIndex, openNow: OpenNow): ReceiptView => ({
  receipt,
  index,
  openNow,
  payer: payerOf(receipt, index),
  named: namedDocuments(receipt, index),
  lists: new Map(),
});

/** The same receipt after balances have moved. */
export const seenAgain = (view: ReceiptView): ReceiptView => ({ ...view, lists: new Map() });

/**
 * What may be a number with a typing mistake in it: what no reading took, what was read as a hint only, and the numbers of documents that are
 * paid. What was read as an open document is that document, and never a mistaken other one.
 */
export function mistypedTexts({ named, openNow }: ReceiptView): readonly string[] {
  const isOpen = ({ items }: Naming): boolean => items.some((item) => openNow(item) !== 0);
  const doubtful = named.namings.filter((naming) => naming.isHint || !isOpen(naming)).map(({ text }) => bareNumber(text));
  const references = named.namings.filter((naming) => naming.kind === 'reference' && isOpen(naming)).map(({ text }) => bareNumber(text));
  const unknown = named.unknownReference === null ? [] : [bareNumber(named.unknownReference)];
  return [...named.unread, ...unknown, ...doubtful].filter((text) => !references.some((reference) => reference.includes(text)));
}

/** What a customer has open in the currency of the receipt, oldest due first. What was issued later cannot be what was paid. */
export function openOf({ receipt, index, openNow, lists }: ReceiptView, customerId: CustomerId): readonly MatchItem[] {
  const known = lists.get(customerId);
  if (known !== undefined) return known;
  const all = index.byCustomer.get(customerId) ?? [];
  const list = all.filter((item) => item.currency === receipt.currency && item.issueDate <= receipt.bookDate && openNow(item) !== 0);
  lists.set(customerId, list);
  return list;
}

export const openSum = ({ openNow }: ReceiptView, items: readonly MatchItem[]): Cents => sumCents(items.map(openNow));

const ranks: Readonly<Record<AllocationOrder, readonly (string | null)[]>> = {
  'costs-interest-principal': ['costs', 'interest', null],
  'interest-principal-costs': ['interest', null, 'costs'],
  'principal-interest-costs': [null, 'interest', 'costs'],
};

/** Each document in full, as far as the money reaches: credit notes first, then by the legal order of claims, then the oldest due (6:43 BW). */
export function spread(view: ReceiptView, items: readonly MatchItem[], amount: Cents): readonly MatchPart[] {
  const { openNow, index } = view;
  const order = ranks[index.customers.get(items[0]?.customerId ?? (0 as CustomerId))?.allocationOrder ?? 'costs-interest-principal'];
  const rank = (item: MatchItem): number => order.indexOf(item.claimKind ?? null);
  let left = amount;
  const parts: MatchPart[] = [];
  for (const item of [...items].sort((a, b) => Number(openNow(a) > 0) - Number(openNow(b) > 0) || rank(a) - rank(b) || oldestFirst(a, b))) {
    const open = openNow(item);
    const take = amount < 0 ? cents(Math.max(open, left)) : open < 0 ? open : cents(Math.min(open, left));
    if (take === 0) continue;
    parts.push({ documentId: item.documentId, customerId: item.customerId, cents: take });
    left = subtractCents(left, take);
  }
  return parts;
}

/** The documents that the money reaches, in the order of {@link spread}, with what each gets. */
export function reached(view: ReceiptView, items: readonly MatchItem[]): { readonly items: readonly MatchItem[]; readonly parts: readonly MatchPart[] } {
  const parts = spread(view, items, view.receipt.amountCents);
  return { items: parts.flatMap((part) => items.find((item) => item.documentId === part.documentId) ?? []), parts };
}

/** The plans of which an instalment has exactly this amount, each with its documents that are open. */
export function plansOf({ receipt }: ReceiptView, items: readonly MatchItem[]): readonly { readonly instalment: MatchInstalment; readonly items: readonly MatchItem[] }[] {
  const fitting = new Map<PaymentPlanId, MatchInstalment>();
  for (const one of items.flatMap((item) => item.instalments)) if (one.cents === receipt.amountCents && !fitting.has(one.planId)) fitting.set(one.planId, one);
  return [...fitting.values()].map((instalment) => ({ instalment, items: items.filter((item) => item.instalments.some((one) => one.planId === instalment.planId)) }));
}

/** Every document as far as it is open, less what is settled without money. */
export function fullParts(view: ReceiptView, items: readonly MatchItem[], differences: readonly { readonly documentId: MatchItem['documentId']; readonly cents: Cents }[]): readonly MatchPart[] {
  return items.map((item) => {
    const less = sumCents(differences.filter(({ documentId }) => documentId === item.documentId).map((one) => negateCents(one.cents)));
    return { documentId: item.documentId, customerId: item.customerId, cents: cents(view.openNow(item) + less) };
  });
}
