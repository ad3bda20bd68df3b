/** Which open document each naming means. Two that fit equally well are never chosen between. */
import type { CustomerId } from '../../../src-shared/ids.ts';
import { isSameGroup } from './matchIndex.ts';
import type { MatchItem } from './matchTypes.ts';
import type { Naming } from './namedDocuments.ts';
import { isKnownAs } from './payer.ts';
import type { ReceiptView } from './receiptView.ts';

export type Named = { readonly item: MatchItem; readonly naming: Naming };
export type Resolved = { readonly open: readonly Named[]; readonly settled: readonly MatchItem[]; readonly ambiguous: readonly Naming[] };

/** A number this short in the text of somebody else's payment is chance when the amount is not that of the document. */
const chanceLength = 6;

function isChance({ payer, index, receipt, openNow }: ReceiptView, naming: Naming): boolean {
  const { certain } = payer;
  if (certain === null || naming.kind === 'reference' || naming.text.length > chanceLength) return false;
  return naming.items.every((item) => !isSameGroup(index, certain, item.customerId) && openNow(item) !== receipt.amountCents);
}

function meant(view: ReceiptView, naming: Naming, candidates: readonly MatchItem[]): MatchItem | null {
  const [only, ...others] = candidates;
  if (only === undefined) return null;
  if (others.length === 0) return only;
  const ofPayer = candidates.filter((item) => view.payer.owners.has(item.customerId));
  const [payers, ...more] = ofPayer;
  if (payers !== undefined && more.length === 0) return payers;
  if (naming.kind === 'number') return null;
  const exact = candidates.filter((item) => view.openNow(item) === view.receipt.amountCents);
  return exact.length === 1 ? (exact[0] ?? null) : null;
}

/** Sorts what is named into open documents, settled ones, and namings that stay unclear. A document named twice is still one document. */
export function resolveNamed(view: ReceiptView): Resolved {
  const open: Named[] = [];
  const settled: MatchItem[] = [];
  const ambiguous: Naming[] = [];
  for (const naming of view.named.namings) {
    if (isChance(view, naming)) continue;
    const candidates = naming.items.filter((item) => view.openNow(item) !== 0);
    const item = meant(view, naming, candidates);
    if (item !== null && open.some((other) => other.item === item)) continue;
    if (item !== null) open.push({ item, naming });
    else if (candidates.length === 0) {
      if (!naming.isHint && naming.kind !== 'order') settled.push(...naming.items);
    } else if (!naming.isHint) ambiguous.push(naming);
  }
  return { open, settled, ambiguous };
}

/** Whether all are of one customer, or of companies of one group. */
export const isOneGroup = (view: ReceiptView, items: readonly MatchItem[]): boolean => {
  const first = items[0]?.customerId ?? (0 as CustomerId);
  return items.every((item) => isSameGroup(view.index, first, item.customerId));
};

export type Usable = {
  /** Named beyond doubt, or weakly by a payer who is known as that customer. */
  readonly strong: readonly Named[];
  readonly references: readonly Named[];
  readonly hints: readonly Named[];
};

/** What of the named documents may count; numbers of others are left out where numbers of the payer stand beside them. */
export function usableOf(view: ReceiptView, open: readonly Named[]): Usable {
  const isKnown = ({ item }: Named): boolean => isKnownAs(view.payer, item.customerId, view.index);
  const readable = open.filter((one) => !one.naming.isHint && (!one.naming.isWeak || isKnown(one)));
  const references = readable.filter(({ naming }) => naming.kind === 'reference');
  const ofPayer = readable.filter((one) => view.payer.owners.size > 0 && isKnown(one));
  const strong = ofPayer.length > 0 ? readable.filter((one) => one.naming.kind === 'reference' || ofPayer.includes(one)) : readable;
  return { strong, references, hints: open.filter((one) => one.naming.isHint && isKnown(one)) };
}
