import { createHash } from 'node:crypto';
import type { MessageId } from '../../../src-shared/ids.ts';
import { sendingOf } from '../../domain/printing/registeredPost.ts';
import type { WritableDb } from '../../ledger/connection.ts';
import { approveMessage, type MessageRow } from '../../ledger/followUp/messages.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Composed } from './composeMessage.ts';
import type { DrawnEnclosures, FrozenEnclosure } from './enclosures.ts';

export type Freezable = Pick<Composed, 'mail' | 'letter' | 'facts'> & { readonly message: Pick<MessageRow, 'channel' | 'recipient' | 'reference'> };

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What the customer will get, as one text with a fixed order of keys: the hash over it proves later that nothing was changed. */
export function contentOf({ message, mail, letter, facts }: Freezable, enclosures: readonly FrozenEnclosure[]): string {
  const { name, street, postcode, city, country } = facts.customer;
  const { subject, text, html, paymentCode, logo, letterFileName } = mail;
  const isMail = message.channel === 'email';
  const sending = sendingOf(facts);
  return JSON.stringify({ channel: message.channel, recipient: message.recipient, reference: message.reference, subject, text, html: isMail ? html : null, paymentCode, logo, letterFileName, letter, post: { name, street, postcode, city, country }, enclosures, ...(sending === null ? {} : { sending }) });
}

export type Frozen = { readonly messageId: MessageId; readonly one: Freezable; readonly pdf: Uint8Array; readonly enclosures: Pick<DrawnEnclosures, 'files' | 'frozen'>; readonly at: string };

/** Stores text, letter and enclosures of a planned message for good. False when it is not planned any more. */
export function freezeMessage(db: WritableDb, { messageId, one, pdf, enclosures, at }: Frozen, ids: Ids): boolean {
  const content = contentOf(one, enclosures.frozen);
  const isMail = one.message.channel === 'email';
  const host = one.facts.sender.email.split('@')[1] ?? 'localhost';
  return approveMessage(db, messageId, {
    subject: one.mail.subject,
    text: one.mail.text,
    html: isMail ? one.mail.html : null,
    pdf: { sha256: sha256(pdf), bytes: pdf },
    enclosures: enclosures.files,
    content,
    contentSha256: sha256(`${content}${sha256(pdf)}`),
    messageIdHeader: isMail ? `<${ids.next()}@${/^[A-Za-z0-9.-]+$/.test(host) ? host : 'localhost'}>` : null,
    at,
  });
}
