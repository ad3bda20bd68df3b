/** The matcher: receipts and what is known against each other, one decision with its evidence per receipt. */
import { buildMatchIndex } from './matchIndex.ts';
import { matchReceipts } from './matchReceipts.ts';
import type { MatchDecision, MatchMaterial, MatchReceipt } from './matchTypes.ts';
import { proposeCandidates } from './proposeCandidates.ts';

/**
 * One decision per receipt, in the order of book date and id. Deterministic: the order of the input does not matter. What one receipt pays
 * is no longer open for the next.
 */
export function match(receipts: readonly MatchReceipt[], material: MatchMaterial): readonly MatchDecision[] {
  const index = buildMatchIndex({ ...material, payers: material.history.payers });
  const byId = new Map(receipts.map((receipt) => [receipt.bankEntryId, receipt]));
  return matchReceipts(receipts, index).map((decision) => {
    const receipt = byId.get(decision.bankEntryId);
    if (decision.outcome === 'booked' || receipt === undefined) return decision;
    const candidates = proposeCandidates(receipt, index);
    if (candidates.length === 0) return decision;
    return { ...decision, outcome: 'proposed' as const, candidates };
  });
}
