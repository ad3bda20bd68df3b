/**
 * Letters that were called posted and were not. That a letter was posted is what a person said, not what the program saw; so it can be said
 * again. The correction is a row of its own beside the posting that it names; a trigger lets the letter wait again only with it.
 */
import type { MessageId } from '../../../src-shared/ids.ts';
import type { WritableDb } from '../connection.ts';
import { addEvent, messageById } from '../followUp/messages.ts';
import { prepared } from '../statements.ts';

export type PostingCorrection = { readonly messageId: MessageId; readonly reason: string; readonly at: string };

/** Whether something was done since that counts from this posting: a later message, a step by hand, or costs that were booked. */
const isFollowed = (db: WritableDb, messageId: MessageId): boolean =>
  prepared<[{ messageId: MessageId }], { found: number }>(
    db,
    `SELECT 1 AS found FROM message m WHERE m.id = @messageId AND (
       EXISTS (SELECT 1 FROM message_document d JOIN message_document o ON o.document_id = d.document_id JOIN message l ON l.id = o.message_id
         WHERE d.message_id = m.id AND l.id <> m.id AND l.approved_at > m.sent_at AND l.state <> 'cancelled')
       OR EXISTS (SELECT 1 FROM message_document d JOIN due_step s ON s.document_id = d.document_id
         WHERE d.message_id = m.id AND s.message_id IS NOT m.id AND s.state IN ('sent', 'skipped') AND s.decided_at > m.sent_at)
       OR EXISTS (SELECT 1 FROM claim_decision c WHERE c.customer_id = m.customer_id AND c.decision = 'book' AND c.at > m.sent_at))`,
  ).get({ messageId }) !== undefined;

/** Puts a letter back to those that wait for the post. False when it is no posted letter, or a later step rests on it. */
export function correctPosting(db: WritableDb, { messageId, reason, at }: PostingCorrection): boolean {
  const message = messageById(db, messageId);
  if (message === null || message.channel !== 'letter' || message.state !== 'sent' || message.sentOn === null || message.sentAt === null || isFollowed(db, messageId)) return false;
  prepared<[{ messageId: MessageId; postedOn: string; postedAt: string; reason: string; at: string }], never>(
    db,
    'INSERT INTO posting_correction (message_id, posted_on, posted_at, reason, at) VALUES (@messageId, @postedOn, @postedAt, @reason, @at)',
  ).run({ messageId, postedOn: message.sentOn, postedAt: message.sentAt, reason, at });
  prepared<[MessageId], never>(db, `UPDATE message SET state = 'approved', sent_on = NULL, sent_at = NULL WHERE id = ?`).run(messageId);
  prepared<[MessageId], never>(db, `UPDATE due_step SET state = 'due', decided_at = NULL WHERE message_id = ?`).run(messageId);
  addEvent(db, messageId, { at, state: 'approved', detail: `${notPostedMark}${reason}` });
  return true;
}

/** Begins the line of a correction in the course of a message; the reason follows. */
export const notPostedMark = 'not-posted: ';
