/** The matcher: receipts and everything that is known against each other, one decision with its evidence per receipt. */
import { buildMatchIndex } from './matchIndex.ts';
import { matchReceipts } from './matchReceipts.ts';
import type { MatchDecision, MatchMaterial, MatchReceipt } from './matchTypes.ts';

/**
 * One decision per receipt, in the order of book date and id. Deterministic: the order of the input does not matter. What one receipt pays
 * is no longer open for the next. For many calls over the same material build the index once and use `matchReceipts`.
 */
export const match = (receipts: readonly MatchReceipt[], material: MatchMaterial): readonly MatchDecision[] => matchReceipts(receipts, buildMatchIndex(material));
