/** Runs the rules over many receipts, oldest first; what one receipt pays is no longer open for the next. */
import type { DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents } from '../../../src-shared/money.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';
import { decideReceipt } from './decideReceipt.ts';
import type { MatchIndex } from './matchIndex.ts';
import type { BookedDecision, MatchDecision, MatchReceipt, ParkedDecision } from './matchTypes.ts';
import { proposeFor } from './proposeCandidates.ts';
import { type OpenNow, type ReceiptView, seenAgain, viewReceipt } from './receiptView.ts';

const byDate = (a: MatchReceipt, b: MatchReceipt): number =>
  a.bookDate === b.bookDate ? a.bankEntryId - b.bankEntryId : a.bookDate < b.bookDate ? -1 : 1;

/** What is no choice between documents: a payout of many orders, and money for something that is paid already. */
const parkedCodes: ReadonlySet<CodedReason['code']> = new Set(['unmatched-settlement', 'unmatched-paid-again', 'unmatched-letter-paid']);
/** A paid invoice that is named with its very amount is paid twice; with another amount it may be a slip of the pen. */
const isNoChoice = ({ reason, restCents }: ParkedDecision): boolean =>
  parkedCodes.has(reason.code) || (reason.code === 'unmatched-already-paid' && reason.params['totalCents'] === restCents);

type Decided = { readonly view: ReceiptView; readonly decision: BookedDecision | ParkedDecision };

function decideAll(receipts: readonly MatchReceipt[], index: MatchIndex): readonly Decided[] {
  const moved = new Map<DocumentId, Cents>();
  const openNow: OpenNow = (item) => moved.get(item.documentId) ?? item.openCents;
  const settle = ({ parts, differences }: BookedDecision): void => {
    for (const { documentId, cents } of [...parts, ...differences]) {
      const item = index.items.get(documentId);
      if (item === undefined) throw new RangeError(`matched a document that is not in the index: ${documentId}`);
      moved.set(documentId, subtractCents(openNow(item), cents));
    }
  };
  return [...receipts].sort(byDate).map((receipt) => {
    const view = viewReceipt(receipt, index, openNow);
    const decision = decideReceipt(view);
    if (decision.outcome === 'booked') settle(decision);
    return { view, decision };
  });
}

/** What is booked and what is not, without proposals: for a run of which only the bookings are used. */
export const decideReceipts = (receipts: readonly MatchReceipt[], index: MatchIndex): readonly (BookedDecision | ParkedDecision)[] =>
  decideAll(receipts, index).map(({ decision }) => decision);

/**
 * One decision per receipt, in the order of book date and id. Deterministic: the order of the input does not matter. The index is not
 * changed; balances that move during the run are kept apart. Proposals are made last, with what is open after everything that was booked.
 */
export function matchReceipts(receipts: readonly MatchReceipt[], index: MatchIndex): readonly MatchDecision[] {
  return decideAll(receipts, index).map(({ view, decision }) => (decision.outcome === 'booked' || isNoChoice(decision) ? decision : proposed(decision, proposeFor(seenAgain(view)))));
}

function proposed(decision: ParkedDecision, candidates: ReturnType<typeof proposeFor>): MatchDecision {
  if (candidates.length === 0) return decision;
  const { bankEntryId, customerId, restCents, reason } = decision;
  return { outcome: 'proposed', bankEntryId, customerId, restCents, candidates, reason };
}
