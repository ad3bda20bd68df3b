/** Due work as unique rows: one per document, step and day. A step is due, held with a reason, sent, or missed; it never just disappears. */
import type { Reason } from '../../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, MessageId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type DueRow = {
  readonly documentId: DocumentId;
  readonly step: string;
  readonly dueOn: PlainDateText;
  readonly state: 'due' | 'held' | 'missed';
  readonly messageId: MessageId | null;
  readonly reason: Reason;
  readonly at: string;
};

/** Writes one row, or brings it up to date as long as nothing was sent for it. The same day twice changes nothing. */
export function saveDueStep(db: WritableDb, row: DueRow): void {
  prepared<[Omit<DueRow, 'reason'> & { reason: string; decidedAt: string | null }], never>(
    db,
    `INSERT INTO due_step (document_id, step, due_on, state, message_id, reason, decided_at) VALUES (@documentId, @step, @dueOn, @state, @messageId, @reason, @decidedAt)
     ON CONFLICT (document_id, step, due_on) DO UPDATE SET state = excluded.state, message_id = excluded.message_id, reason = excluded.reason, decided_at = excluded.decided_at
     WHERE state IN ('due', 'held')`,
  ).run({ ...row, reason: JSON.stringify(row.reason), decidedAt: row.state === 'missed' ? row.at : null });
}

/** A step without a letter that a person did: the ladder counts on from this day. */
export function saveStepDone(db: WritableDb, done: { readonly documentId: DocumentId; readonly step: string; readonly on: PlainDateText; readonly at: string; readonly reason: Reason }): void {
  prepared<[Omit<typeof done, 'reason'> & { reason: string }], never>(
    db,
    `INSERT INTO due_step (document_id, step, due_on, state, message_id, reason, decided_at) VALUES (@documentId, @step, @on, 'skipped', NULL, @reason, @at)
     ON CONFLICT (document_id, step, due_on) DO UPDATE SET state = 'skipped', message_id = NULL, reason = excluded.reason, decided_at = excluded.decided_at WHERE state <> 'sent'`,
  ).run({ ...done, reason: JSON.stringify(done.reason) });
}

/** Rows that wait for documents that have nothing left to ask are taken away; what was sent or missed stays. */
export function removeSettledDueSteps(db: WritableDb): void {
  prepared<[], never>(
    db,
    `DELETE FROM due_step WHERE state IN ('due', 'held') AND (message_id IS NULL OR message_id IN (SELECT id FROM message WHERE state = 'planned'))
       AND document_id IN (SELECT document_id FROM document_balance WHERE open <= 0)`,
  ).run();
}

export const missedSeenKind = 'missed-step-seen';
export type MissedRow = { readonly documentId: DocumentId; readonly customerId: CustomerId; readonly number: string; readonly open: Cents; readonly reason: string };

/** Steps of open documents that were not done in time and that nobody has looked at since. The newest of each document. */
export const unseenMissedSteps = (db: ReadableDb): readonly MissedRow[] =>
  prepared<[string], MissedRow>(
    db,
    `SELECT s.document_id AS documentId, d.customer_id AS customerId, d.number, b.open, s.reason FROM due_step s JOIN document d ON d.id = s.document_id
     JOIN document_balance b ON b.document_id = s.document_id
     WHERE s.state = 'missed' AND b.open > 0 AND s.id = (SELECT max(x.id) FROM due_step x WHERE x.document_id = s.document_id AND x.state = 'missed')
       AND NOT EXISTS (SELECT 1 FROM event e WHERE e.kind = ? AND e.subject_id = s.document_id AND e.at >= s.decided_at) ORDER BY s.due_on, s.id`,
  ).all(missedSeenKind);
