/** Runs the exact rules over many receipts, oldest first; what one receipt pays is no longer open for the next. */
import type { DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents } from '../../../src-shared/money.ts';
import { decideReceipt, type OpenNow } from './decideReceipt.ts';
import { customerAmountKey, type MatchIndex } from './matchIndex.ts';
import type { MatchDecision, MatchItem, MatchReceipt } from './matchTypes.ts';

const byDate = (a: MatchReceipt, b: MatchReceipt): number =>
  a.bookDate === b.bookDate ? a.bankEntryId - b.bankEntryId : a.bookDate < b.bookDate ? -1 : 1;

/**
 * One decision per receipt, in the order of book date and id. Deterministic: the order of the input does not matter. The index is not
 * changed; balances that move during the run are kept apart.
 */
export function matchReceipts(receipts: readonly MatchReceipt[], index: MatchIndex): readonly MatchDecision[] {
  const moved = new Map<DocumentId, Cents>();
  const changed = new Map<string, MatchItem[]>();
  const openNow: OpenNow = (item) => moved.get(item.documentId) ?? item.openCents;
  return [...receipts].sort(byDate).map((receipt) => {
    const decision = decideReceipt(receipt, { index, openNow, changed });
    if (decision.outcome !== 'booked') return decision;
    for (const part of decision.parts) {
      const item = index.items.get(part.documentId);
      if (item === undefined) throw new RangeError(`matched a document that is not in the index: ${part.documentId}`);
      const open = subtractCents(openNow(item), part.cents);
      moved.set(item.documentId, open);
      if (open === 0) continue;
      const key = customerAmountKey(item.customerId, item.currency, open);
      changed.set(key, [...(changed.get(key) ?? []), item]);
    }
    return decision;
  });
}
