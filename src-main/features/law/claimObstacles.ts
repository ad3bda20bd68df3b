/** What stands in the way of asking interest on a document although it runs: a dispute, or a claim that may be prescribed. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { type Interruption, prescriptionDate } from '../../domain/law/prescription.ts';
import type { SentAbout } from '../../ledger/claimFactsRead.ts';

export type ObstacleFacts = {
  readonly country: 'NL' | 'BE';
  readonly kind: 'trade' | 'consumer';
  readonly dueDate: PlainDateText;
  readonly disputedCents: Cents;
  readonly sent: readonly SentAbout[];
  readonly today: PlainDateText;
};

/** The letters that reserve the right to performance: from the second reminder on (letters.md). Anything else that goes out reserves nothing. */
const reserving: ReadonlySet<string> = new Set(['reminder-2', 'demand-1', 'demand-2', 'demand-2-reminder', 'final-demand', 'fourteen-day-letter', 'default-notice', 'pre-legal-letter', 'handover']);
const interruptionsOf = (sent: readonly SentAbout[]): readonly Interruption[] => sent.map(({ step, sentOn }) => ({ on: sentOn, kind: reserving.has(step) ? 'demand' : 'reminder' }));

/**
 * A dispute, or prescription by the shortest reading: what was supplied is not known, so goods are assumed; payments are not counted as an
 * acknowledgment. Null when nothing stands in the way.
 */
export function obstacleOf({ country, kind, dueDate, disputedCents, sent, today }: ObstacleFacts): CodedReason | null {
  if (disputedCents > 0) return codedReason('law-disputed', { amountCents: disputedCents });
  const last = prescriptionDate({ country, kind, supplied: 'goods', isPeriodic: false, dueDate, interruptions: interruptionsOf(sent) }).date;
  return last < today ? codedReason('law-perhaps-prescribed', { lastDate: last }) : null;
}
