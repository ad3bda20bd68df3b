/**
 * Money that a list of open items has taken into account already. A list that says how much is left knows every payment up to its day; when
 * the bank file with such a payment comes later, it must not lower the balance once more. A receipt up to the day of the list that fits what
 * the list settled is left to a person, unless it is exactly what other documents that are named have open.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, cents, negateCents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { exactSums } from './exactSums.ts';
import { oldestFirst } from './matchIndex.ts';
import type { ListedAmount, MatchItem, MatchPart, MatchRule } from './matchTypes.ts';
import { speaksAgainst } from './payer.ts';
import { openSum, type ReceiptView } from './receiptView.ts';
import { leave, numbersText, type Ruling } from './ruling.ts';

/** What of a receipt stands in a list: never more than came in, nor than the list settled of each document. `on`: the day of that list. */
export type ListedAlready = { readonly items: readonly MatchItem[]; readonly parts: readonly MatchPart[]; readonly on: PlainDateText };

/** What lists settled of one document on the day of the receipt or later. */
type Listed = { readonly item: MatchItem; readonly amounts: readonly ListedAmount[]; readonly sum: Cents };

/** Among more documents than this a sum may fit by chance. */
const surelyMeant = 9;

/** Rules by which a payer and an amount decide, and no document is named: what the list settled explains the same amount as well. */
const unnamedRules: ReadonlySet<MatchRule> = new Set(['iban-amount', 'iban-sum', 'customer-amount', 'instalment', 'promise', 'name-amount']);
/** Reasons to wait for which this is the better explanation; the others say something against the payer or the money itself. */
const explained: ReadonlySet<CodedReason['code']> = new Set([
  'unmatched-amount-differs',
  'unmatched-already-paid',
  'unmatched-equal-candidates',
  'unmatched-no-amount',
  'unmatched-number-unknown',
  'unmatched-paid-again',
]);

/** What a list took off and a later one put back is no longer settled by it; the newest goes first, one of the same amount before all. */
export function stillListed<Change extends ListedAmount>(changes: readonly Change[]): readonly Change[] {
  const left: Change[] = [];
  for (const change of [...changes].sort((a, b) => (a.on === b.on ? b.cents - a.cents : a.on < b.on ? -1 : 1))) {
    if (change.cents > 0) {
      left.push(change);
      continue;
    }
    let back = negateCents(change.cents);
    const same = left.findLastIndex((one) => one.cents === back);
    if (same >= 0) left.splice(same, 1);
    else {
      while (back > 0) {
        const last = left.pop();
        if (last === undefined) break;
        if (last.cents > back) left.push({ ...last, cents: subtractCents(last.cents, back) });
        back = cents(Math.max(0, back - last.cents));
      }
    }
  }
  return left;
}

function listedOf({ receipt }: ReceiptView, items: readonly MatchItem[]): readonly Listed[] {
  return [...new Set(items)].sort(oldestFirst).flatMap((item) => {
    const amounts = item.currency === receipt.currency ? (item.listed ?? []).filter((one) => one.on >= receipt.bookDate) : [];
    return amounts.length === 0 ? [] : [{ item, amounts, sum: sumCents(amounts.map((one) => one.cents)) }];
  });
}

/** The receipt on these documents in their order, as far as lists settled them. */
function taken({ receipt }: ReceiptView, listed: readonly Listed[]): ListedAlready | null {
  const parts: MatchPart[] = [];
  const items: MatchItem[] = [];
  let left = receipt.amountCents;
  let on: PlainDateText = receipt.bookDate;
  for (const { item, amounts, sum } of listed) {
    const part = cents(Math.min(left, sum));
    if (part <= 0) break;
    parts.push({ documentId: item.documentId, customerId: item.customerId, cents: part });
    items.push(item);
    left = subtractCents(left, part);
    for (const one of amounts) if (one.on > on) on = one.on;
  }
  return items.length === 0 ? null : { items, parts, on };
}

/** One lowering, all lowerings of one document, or those of several documents are exactly the amount. */
function exactly(view: ReceiptView, listed: readonly Listed[]): ListedAlready | null {
  const { amountCents } = view.receipt;
  const one = listed.find(({ amounts, sum }) => sum === amountCents || amounts.some((amount) => amount.cents === amountCents));
  if (one !== undefined) return taken(view, [one]);
  if (listed.length < 2) return null;
  if (sumCents(listed.map(({ sum }) => sum)) === amountCents) return taken(view, listed);
  if (listed.length > surelyMeant) return null;
  const [set] = exactSums(listed.map(({ sum }) => sum), amountCents, 1).sets;
  return set === undefined ? null : taken(view, set.flatMap((place) => listed[place] ?? []));
}

const ofCustomers = (view: ReceiptView, customerIds: Iterable<MatchItem['customerId']>): readonly Listed[] =>
  listedOf(view, [...customerIds].flatMap((customerId) => view.index.listedByCustomer.get(customerId) ?? []));

/** Exactly open is what the list itself still expects; a part of it, or more than it, may be what the list has seen. */
function ofBooking(view: ReceiptView, { rule, items, parts, differences }: Extract<Ruling, { kind: 'book' }>): ListedAlready | null {
  const { amountCents } = view.receipt;
  const listed = listedOf(view, items);
  const exact = exactly(view, listed);
  if (exact !== null) return exact;
  const sum = listed.reduce((all, one) => addCents(all, one.sum), zeroCents);
  const isExactlyOpen = differences.length === 0 && openSum(view, items) === amountCents;
  const isMore = sumCents(parts.map((part) => part.cents)) < amountCents;
  if (sum > 0 && !isExactlyOpen && (amountCents <= sum || isMore)) return taken(view, listed);
  return unnamedRules.has(rule) ? exactly(view, ofCustomers(view, new Set(items.map(({ customerId }) => customerId)))) : null;
}

function ofWaiting(view: ReceiptView, { reason, customerId }: Extract<Ruling, { kind: 'leave' }>): ListedAlready | null {
  if (!explained.has(reason.code)) return null;
  const { named, payer, index, receipt } = view;
  const clear = named.namings.filter((naming) => !naming.isHint && !naming.isWeak && naming.kind !== 'order' && naming.items.length === 1);
  const items = [...new Set(clear.flatMap((naming) => naming.items))];
  const own = items.filter((item) => !speaksAgainst(payer, item.customerId, index));
  const listed = listedOf(view, own);
  const byName = exactly(view, listed) ?? (listed.length === items.length && receipt.amountCents <= sumCents(listed.map(({ sum }) => sum)) ? taken(view, listed) : null);
  if (byName !== null) return byName;
  const certain = payer.certain ?? customerId;
  return certain === null ? null : exactly(view, ofCustomers(view, [certain]));
}

/** What of the receipt stands in a list already, given what would be decided without that; null when nothing does. */
export function listedAlready(view: ReceiptView, ruling: Ruling): ListedAlready | null {
  if (view.index.listedByCustomer.size === 0 || view.receipt.amountCents <= 0) return null;
  return ruling.kind === 'book' ? ofBooking(view, ruling) : ofWaiting(view, ruling);
}

/** The decision as it was, or to wait because the money may be in the list already. */
export function heldByList(view: ReceiptView, ruling: Ruling): Ruling {
  const found = listedAlready(view, ruling);
  if (found === null) return ruling;
  const reason = codedReason('unmatched-in-list', { numbers: numbersText(found.items), listedOn: found.on, amountCents: view.receipt.amountCents });
  return leave(reason, ruling.kind === 'leave' ? ruling.customerId : (found.items[0]?.customerId ?? null));
}
