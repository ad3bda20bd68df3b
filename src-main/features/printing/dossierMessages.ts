/** Everything that went out to a customer, as it went: the stored bytes with their fingerprints, and what is known of their way. */
import { z } from 'zod';
import { isCorrespondence } from '../../../src-shared/correspondence.ts';
import { type PlainDateText, parsePlainDate } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { formatLongDate } from '../../domain/letters/letterFormats.ts';
import { letterKindOfStep } from '../../domain/letters/letterKindOfStep.ts';
import { letterTextsIn } from '../../domain/letters/textsFor.ts';
import type { DossierMessage } from '../../domain/printing/dossierSheet.ts';
import { sendingProofSheet, type SendingEvent } from '../../domain/printing/sendingProofSheet.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { sentMessagesOf } from '../../ledger/letters/dossierRead.ts';
import { eventsOfMessage, messageById, type MessageRow, storedFile } from '../../ledger/followUp/messages.ts';
import { type DossierFile, type Papers, safe, utf8 } from './dossierTypes.ts';

const zFrozen = z.object({ letter: z.object({ address: z.array(z.string()), subject: z.string() }) });
const zEnclosed = z.object({ enclosures: z.array(z.object({ name: z.string(), sha256: z.string() })) });

const parsed = <S extends z.ZodType>(content: string | null, schema: S): z.output<S> | null => {
  const found = schema.safeParse(JSON.parse(content === null || content === '' ? '{}' : content));
  return found.success ? found.data : null;
};

/** Where a letter went and what it was about, from what was frozen at approval: the customer may have moved since. */
const frozenOf = ({ content }: MessageRow): z.output<typeof zFrozen>['letter'] => parsed(content, zFrozen)?.letter ?? { address: [], subject: '' };
const enclosuresOf = ({ content }: MessageRow): z.output<typeof zEnclosed>['enclosures'] => parsed(content, zEnclosed)?.enclosures ?? [];

const eventKinds: Readonly<Partial<Record<string, SendingEvent['kind']>>> = { approved: 'approved', failed: 'refused' };
function eventsFor(db: ReadableDb, message: MessageRow): readonly SendingEvent[] {
  return eventsOfMessage(db, message.messageId).flatMap(({ at, state, detail }): readonly SendingEvent[] => {
    const kind = state === 'sent' ? (message.channel === 'letter' ? 'posted' : 'accepted') : eventKinds[state];
    return kind === undefined ? [] : [{ kind, at, detail }];
  });
}

const dayOf = (message: MessageRow): PlainDateText => message.sentOn ?? message.plannedOn;

/** How the letter of a step is called by those who read the dossier; the step itself where it has no letter. */
function nameOf({ db, frame: { language, languageTag }, customerId }: Papers, { step }: MessageRow): string {
  const fields = customerFields(db, customerId)?.fields;
  const country = fields?.country === 'BE' || (fields?.country !== 'NL' && languageTag.endsWith('BE')) ? 'BE' : 'NL';
  const kind = isCorrespondence(step) ? step : letterKindOfStep(step, { country, customerKind: fields?.kind ?? 'business' });
  return kind === null ? step : letterTextsIn(language, country).letterNames[kind];
}

function proofOf(papers: Papers, message: MessageRow): DossierFile['content'] {
  const frozen = frozenOf(message);
  const isLetter = message.channel === 'letter';
  return sendingProofSheet(papers.frame, {
    reference: message.reference,
    letterName: nameOf(papers, message),
    date: dayOf(message),
    channel: message.channel,
    recipient: message.recipientName === '' ? message.recipient : message.recipientName,
    address: isLetter ? frozen.address : [message.recipient],
    subject: isLetter ? frozen.subject : (message.subject ?? ''),
    events: eventsFor(papers.db, message),
    messageId: message.messageIdHeader ?? '',
    sha256: message.pdfSha256 ?? '',
  });
}

const sentRows = (db: ReadableDb, customerId: CustomerId): readonly MessageRow[] =>
  sentMessagesOf(db, customerId).flatMap((messageId) => {
    const message = messageById(db, messageId);
    return message === null ? [] : [message];
  });

/** What was asked, as a list for the first page, oldest first. Letters outside follow-up asked nothing and set no term. */
export const messageList = (papers: Papers): readonly DossierMessage[] =>
  sentRows(papers.db, papers.customerId).filter(({ step }) => !isCorrespondence(step)).map((message) => ({
    on: dayOf(message),
    name: nameOf(papers, message),
    channel: message.channel,
    to: message.channel === 'email' ? message.recipient : frozenOf(message).address.join(', '),
    payBy: message.payBy,
    cents: message.cents,
  }));

/** Of every message the letter, the mail, what was enclosed, and the record of its sending. */
export function messageFiles(papers: Papers): readonly DossierFile[] {
  const { db, frame, words, customerId } = papers;
  return sentRows(db, customerId).flatMap((message): readonly DossierFile[] => {
    const on = dayOf(message);
    const name = `${words.files.messages}/${on}-${safe(message.step)}-${safe(message.reference)}`;
    const called = [nameOf(papers, message), formatLongDate(on, frame.language)] as const;
    const item = { on, relationship: 'Supplement' } as const;
    const pdf = message.pdfSha256 === null ? null : storedFile(db, message.pdfSha256);
    const enclosed = enclosuresOf(message).flatMap(({ name: own, sha256 }, index): readonly DossierFile[] => {
      const bytes = storedFile(db, sha256);
      return bytes === null ? [] : [{ ...item, name: `${name}-${words.files.enclosure}-${index + 1}-${safe(own)}`, description: words.items.enclosure(...called), content: new Uint8Array(bytes) }];
    });
    const isMail = message.channel === 'email';
    return [
      ...(pdf === null ? [] : [{ ...item, name: `${name}.pdf`, description: words.items.message(...called), content: new Uint8Array(pdf) }]),
      ...(message.text === null || message.text === '' ? [] : [{ ...item, name: `${name}.txt`, description: words.items.messageText(...called), content: utf8(message.text) }]),
      ...(!isMail || message.html === null || message.html === '' ? [] : [{ ...item, name: `${name}.html`, description: `${words.items.messageText(...called)} (html)`, content: utf8(message.html) }]),
      ...enclosed,
      { ...item, on: parsePlainDate((message.sentAt ?? '').slice(0, 10)) ?? on, name: `${name}-${words.files.proof}.pdf`, description: words.items.sending(...called), content: proofOf(papers, message) },
    ];
  });
}
