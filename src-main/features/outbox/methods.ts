import { createHash } from 'node:crypto';
import { z } from 'zod';
import { zReason } from '../../../src-shared/contract/common.ts';
import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { plainDate } from '../../../src-shared/dates.ts';
import type { ReasonCode } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { htmlForScreen, type MailPicture } from '../../domain/letters/htmlForScreen.ts';
import type { Ledger, ReadableDb, WritableDb } from '../../ledger/connection.ts';
import { readBankGuard } from '../../ledger/followUp/followUpPlan.ts';
import { changeState, documentsOfMessage, eventsOfMessage, lastAttemptAt, listMessages, mailsSentOn, type MessageRow, messageById, messagesInState, storedFile } from '../../ledger/followUp/messages.ts';
import { correctPosting } from '../../ledger/letters/postingCorrection.ts';
import { printRunsOf } from '../../ledger/letters/printLog.ts';
import { logEvent } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { Mailer } from '../../ports/mailer.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { QrImage } from '../../ports/qrImage.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { enclosuresOfMessage, sendingOfMessage } from './frozenContent.ts';
import { printLetters, printList } from './printLetters.ts';
import { sendOne } from './sendMail.ts';
import { serverOf } from './smtpSettings.ts';

export type OutboxContext = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly madeFiles: MadeFiles;
  readonly mailer: Mailer;
  readonly pdfWriter: PdfWriter;
  readonly qrImage: QrImage;
  readonly secrets: Secrets;
};
type Methods = 'outbox.send' | 'outbox.print' | 'outbox.printList' | 'outbox.markPosted' | 'outbox.notPosted' | 'outbox.list' | 'outbox.get' | 'outbox.resolve';
type Row = OutputOf<'outbox.get'>['row'];

const done = ok({ done: true as const });
const zPictures = z.object({ paymentCode: z.object({ cid: z.string(), epcText: z.string() }).nullable(), logo: z.object({ cid: z.string(), dataUrl: z.string() }).nullable() });

function toRow(message: MessageRow): Row {
  return {
    messageId: message.messageId,
    customerId: message.customerId,
    customerName: message.customerName,
    step: message.step,
    channel: message.channel,
    recipient: message.recipient,
    subject: message.subject ?? '',
    cents: message.cents,
    state: message.state,
    plannedOn: message.plannedOn,
    approvedAt: message.approvedAt,
    sentAt: message.sentAt,
    sentOn: message.sentOn,
    failure: message.failure === null ? null : zReason.parse(JSON.parse(message.failure)),
    attempts: message.attempts,
  };
}

const reasonOf = (code: ReasonCode, params: Record<string, string | number>) => ({ code, params });

/** Sends what is approved and due, one after another. A refused login or connection ends the run: the rest would fail alike. */
async function sendAll(context: OutboxContext, { jobId, evenThoughBankIsOld }: InputOf<'outbox.send'>): Promise<Result<OutputOf<'outbox.send'>, AppError>> {
  const counts = { sent: 0, failed: 0, unconfirmed: 0, cancelled: 0 };
  const waiting = messagesInState(context.ledger.read, 'approved').filter((message) => message.channel === 'email' && message.plannedOn <= context.clock.today());
  if (waiting.length === 0) return ok({ ...counts, problem: null });
  const guard = readBankGuard(context.ledger.read, context.clock.today());
  if (guard.state === 'old' && guard.reason !== null && !evenThoughBankIsOld) return ok({ ...counts, problem: { code: guard.reason.code, params: { ...guard.reason.params } } });
  const found = await serverOf(context);
  if (typeof found === 'string') return ok({ ...counts, problem: reasonOf(found, {}) });
  const signal = context.jobs.signalOf(jobId);
  const parts = { ...context, ...found };
  let problem: OutputOf<'outbox.send'>['problem'] = null;
  for (const [index, message] of waiting.entries()) {
    if (signal.aborted) break;
    if (mailsSentOn(context.ledger.read, context.clock.today()) >= found.settings.maxPerDay) {
      problem = reasonOf('send-daily-limit', { count: found.settings.maxPerDay });
      break;
    }
    context.events.emit({ type: 'jobProgress', jobId, done: index, total: waiting.length, label: 'send' });
    const { attempt, outcome } = await sendOne(parts, message, context.clock.today());
    if (attempt !== 'taken') counts[attempt] += 1;
    if (outcome?.kind === 'refused' && outcome.reason !== 'recipient' && outcome.reason !== 'other') {
      problem = reasonOf(`send-refused-${outcome.reason}`, { response: outcome.response.slice(0, 300) });
      break;
    }
  }
  context.events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning', 'customers'] });
  return ok({ ...counts, problem });
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The pictures of a frozen mail, drawn from its content as they were for sending. */
function picturesOf({ qrImage }: OutboxContext, content: string): readonly MailPicture[] {
  const pictures = zPictures.safeParse(JSON.parse(content === '' ? '{}' : content));
  if (!pictures.success) return [];
  const { paymentCode, logo } = pictures.data;
  const code = paymentCode === null ? [] : [{ cid: paymentCode.cid, dataUrl: `data:image/png;base64,${Buffer.from(qrImage(paymentCode.epcText)).toString('base64')}` }];
  return logo === null ? code : [...code, logo];
}

/** What happened to a message, with the times it was printed among it. */
function courseOf(db: ReadableDb, messageId: MessageRow['messageId']): OutputOf<'outbox.get'>['events'] {
  const prints = printRunsOf(db, messageId).map(({ at, kind }) => ({ at, state: 'approved' as const, detail: kind === 'registered' ? 'printed-registered' : 'printed' }));
  const events = eventsOfMessage(db, messageId).map(({ at, state, detail: said }) => ({ at, state, detail: said.slice(0, 500) }));
  return [...events, ...prints].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-200);
}

function detail(context: OutboxContext, { messageId }: InputOf<'outbox.get'>): Result<OutputOf<'outbox.get'>, AppError> {
  const { ledger, madeFiles } = context;
  const message = messageById(ledger.read, messageId);
  if (message === null || message.approvedAt === null) return err(appError('not-found', { what: 'message', id: messageId }));
  const pdf = message.pdfSha256 === null ? null : storedFile(ledger.read, message.pdfSha256);
  const content = message.content ?? '';
  const enclosures = enclosuresOfMessage(message).map((one) => ({ ...one, bytes: storedFile(ledger.read, one.sha256) }));
  const areWhole = enclosures.every(({ bytes, sha256: known }) => bytes !== null && sha256(bytes) === known);
  const verifies = areWhole && pdf !== null && sha256(pdf) === message.pdfSha256 && sha256(`${content}${message.pdfSha256 ?? ''}`) === message.contentSha256;
  const fileName = z.object({ letterFileName: z.string() }).safeParse(JSON.parse(content === '' ? '{}' : content));
  const html = message.html === null ? null : htmlForScreen(message.html, picturesOf(context, content));
  return ok({
    row: toRow(message),
    recipientName: message.recipientName,
    language: message.language,
    reference: message.reference,
    payBy: message.payBy,
    text: message.text ?? '',
    html: html === null ? null : madeFiles.put({ name: 'bericht.html', mime: 'text/html', bytes: new TextEncoder().encode(html), isPreview: true }),
    pdf: pdf === null ? null : madeFiles.put({ name: fileName.success ? fileName.data.letterFileName : 'brief.pdf', mime: 'application/pdf', bytes: new Uint8Array(pdf), isPreview: true }),
    pdfSha256: message.pdfSha256,
    contentSha256: message.contentSha256,
    messageIdHeader: message.messageIdHeader,
    documents: [...documentsOfMessage(ledger.read, messageId)],
    isRegistered: sendingOfMessage(message) !== null,
    enclosures: enclosures.map(({ name, sha256: known, bytes }) => ({ name, sha256: known, pdf: bytes === null ? null : madeFiles.put({ name, mime: 'application/pdf', bytes: new Uint8Array(bytes), isPreview: true }) })),
    reason: zReason.parse(JSON.parse(message.reason)),
    events: courseOf(ledger.read, messageId),
    hashesVerify: verifies,
  });
}

function resolve({ ledger, clock, events }: OutboxContext, { messageId, decision }: InputOf<'outbox.resolve'>): Result<{ done: true }, AppError> {
  const message = messageById(ledger.read, messageId);
  if (message === null) return err(appError('not-found', { what: 'message', id: messageId }));
  const base = { at: clock.now(), detail: decision, isAttempt: false, failure: null } as const;
  const attempt = lastAttemptAt(ledger.read, messageId);
  const attemptDay = attempt === null ? message.plannedOn : plainDate(attempt.slice(0, 10));
  const decide = (db: WritableDb): boolean => {
    if (decision === 'was-sent') return changeState(db, messageId, { ...base, from: ['unconfirmed'], to: 'sent', sent: { on: attemptDay, at: attempt ?? clock.now() } });
    if (decision === 'send-again') return changeState(db, messageId, { ...base, from: ['unconfirmed', 'failed'], to: 'approved', sent: null });
    return changeState(db, messageId, { ...base, from: ['approved', 'failed', 'unconfirmed'], to: 'cancelled', sent: null, failure: { code: 'cancel-by-person', params: {} } });
  };
  const changed = ledger.write((db) => {
    if (!decide(db)) return false;
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'message-resolved', subject: 'message', subjectId: messageId, detail: { decision, was: message.state } });
    return true;
  });
  if (!changed) return err(appError('message-state', { state: message.state }));
  events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning', 'customers'] });
  return done;
}

function notPosted({ ledger, clock, events }: OutboxContext, { messageId, reason }: InputOf<'outbox.notPosted'>): Result<{ done: true }, AppError> {
  const was = messageById(ledger.read, messageId);
  if (was === null) return err(appError('not-found', { what: 'message', id: messageId }));
  const isCorrected = ledger.write((db) => {
    if (!correctPosting(db, { messageId, reason, at: clock.now() })) return false;
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'posting-corrected', subject: 'message', subjectId: messageId, detail: { postedOn: was.sentOn, reason } });
    return true;
  });
  if (!isCorrected) return err(appError('posting-followed'));
  events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning', 'customers'] });
  return done;
}

export const outboxMethods: Handlers<OutboxContext, Methods> = {
  'outbox.send': sendAll,
  'outbox.print': printLetters,
  'outbox.printList': printList,
  'outbox.markPosted': ({ ledger, clock, events }, { messageIds, on }) => {
    // Nothing is posted before it was approved: the next step counts from this day.
    const isTooEarly = (messageId: MessageRow['messageId']): boolean => on < (messageById(ledger.read, messageId)?.approvedAt ?? '').slice(0, 10);
    if (on > clock.today() || messageIds.some(isTooEarly)) return err(appError('not-allowed-now', { what: 'posted', on }));
    const posted = ledger.write((db) =>
      messageIds.filter((messageId) => {
        const message = messageById(db, messageId);
        return message?.channel === 'letter' && changeState(db, messageId, { from: ['approved'], to: 'sent', at: clock.now(), detail: 'posted', sent: { on, at: clock.now() }, failure: null, isAttempt: true });
      }).length,
    );
    events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning', 'customers'] });
    return ok({ posted });
  },
  'outbox.notPosted': notPosted,
  'outbox.list': ({ ledger, clock }, { filter, query, offset, limit }) => {
    const { rows, ...counts } = listMessages(ledger.read, { group: filter, query, offset, limit, today: clock.today() });
    return ok({ rows: rows.map(toRow), ...counts });
  },
  'outbox.get': detail,
  'outbox.resolve': resolve,
};

/** At every opening: what was being sent when the program stopped may have gone out. It is never sent again by itself. */
export function recoverOutbox(ledger: Ledger, at: string): number {
  return ledger.write((db) => {
    const stuck = messagesInState(db, 'sending');
    for (const message of stuck) {
      changeState(db, message.messageId, { from: ['sending'], to: 'unconfirmed', at, detail: 'recovered', sent: null, failure: { code: 'send-interrupted', params: {} }, isAttempt: false });
    }
    return stuck.length;
  });
}
