/**
 * Ranked proposals for a receipt that a person must judge, each with what speaks for it, what is missing and what speaks against. Nothing is
 * ever booked from a proposal by the program.
 */
import { daysBetween } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { candidateSets, isPossible, restOf } from './candidateSets.ts';
import { weigh } from './evidence.ts';
import { type MatchIndex, oldestFirst } from './matchIndex.ts';
import type { MatchCandidate, MatchItem, MatchReceipt } from './matchTypes.ts';
import { type ReceiptView, viewReceipt } from './receiptView.ts';

const candidateLimit = 5;
const against: CodedReason = codedReason('against-equal-candidate', {});

/** Two proposals with the same score speak against each other. */
function withEquals(ranked: readonly MatchCandidate[]): readonly MatchCandidate[] {
  return ranked.map((candidate, place) => {
    const hasEqual = ranked.some((other, at) => at !== place && other.score === candidate.score);
    return hasEqual ? { ...candidate, evidence: [...candidate.evidence, { stance: 'against', reason: against }] } : candidate;
  });
}

type Ranked = { readonly candidate: MatchCandidate; readonly first: MatchItem };

/** At most five proposals, best first, with the balances as they stand. */
export function proposeFor(view: ReceiptView): readonly MatchCandidate[] {
  if (view.payer.service?.isSettlement === true) return [];
  const byParts = new Map<string, Ranked>();
  for (const assignment of candidateSets(view)) {
    const [first] = assignment.items;
    if (first === undefined || !isPossible(view, assignment)) continue;
    const { parts, differences } = assignment;
    const key = parts.map((part) => `${part.documentId}:${part.cents}`).sort().join(' ');
    const { score, evidence } = weigh(view, assignment);
    if (score <= 0 || (byParts.get(key)?.candidate.score ?? 0) >= score) continue;
    byParts.set(key, { first, candidate: { customerId: first.customerId, parts, differences, restCents: restOf(view, assignment), score, evidence } });
  }
  return withEquals(ranked(view, [...byParts.values()]).slice(0, candidateLimit).map(({ candidate }) => candidate));
}

/** By score; among equals of different customers whose invoice fell due nearest to the payment, of one customer the oldest due. */
function ranked({ receipt }: ReceiptView, all: readonly Ranked[]): readonly Ranked[] {
  const nearest = new Map<CustomerId, number>();
  for (const { first } of all) {
    const days = Math.abs(daysBetween(first.dueDate ?? first.issueDate, receipt.bookDate));
    nearest.set(first.customerId, Math.min(days, nearest.get(first.customerId) ?? days));
  }
  const daysOf = ({ first }: Ranked): number => nearest.get(first.customerId) ?? 0;
  return [...all].sort(
    (a, b) =>
      b.candidate.score - a.candidate.score ||
      a.candidate.parts.length - b.candidate.parts.length ||
      daysOf(a) - daysOf(b) ||
      a.first.customerId - b.first.customerId ||
      oldestFirst(a.first, b.first),
  );
}

/** The same with the balances of the index. */
export const proposeCandidates = (receipt: MatchReceipt, index: MatchIndex): readonly MatchCandidate[] =>
  proposeFor(viewReceipt(receipt, index, (item) => item.openCents));
