/** What stands in the way of asking interest on a document although it runs: a dispute, or a claim that may be prescribed. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import type { Prescription } from '../../domain/law/claimDeadlines.ts';

export type ObstacleFacts = { readonly disputedCents: Cents; readonly prescription: Prescription; readonly today: PlainDateText };

/** A dispute, or prescription by the shortest reading. Null when nothing stands in the way. */
export function obstacleOf({ disputedCents, prescription, today }: ObstacleFacts): CodedReason | null {
  if (disputedCents > 0) return codedReason('law-disputed', { amountCents: disputedCents });
  const last = prescription.last.date;
  return last < today ? codedReason('law-perhaps-prescribed', { lastDate: last }) : null;
}
