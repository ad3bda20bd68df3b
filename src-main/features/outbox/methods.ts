import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type SmtpSettings, zSmtpSettings } from '../../../src-shared/contract/dunning.ts';
import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { LetterModel } from '../../../src-shared/letter.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { headerMailbox } from '../../domain/letters/mailHeaders.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { changeState, documentsOfMessage, eventsOfMessage, listMessages, mailsSentOn, type MessageRow, messageById, messagesInState, storedFile } from '../../ledger/messages.ts';
import { logEvent, readProfile, readSetting, saveSetting } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { Mailer, SmtpServer } from '../../ports/mailer.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { QrImage } from '../../ports/qrImage.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { sendOne } from './sendMail.ts';

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
type Methods = 'outbox.send' | 'outbox.print' | 'outbox.markPosted' | 'outbox.list' | 'outbox.get' | 'outbox.resolve' | 'settings.smtp' | 'settings.saveSmtp' | 'settings.testSmtp';
type Row = OutputOf<'outbox.get'>['row'];

const smtpKey = 'smtp';
const done = ok({ done: true as const });
const zReason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
const readSmtp = (ledger: Ledger): SmtpSettings | null => readSetting(ledger.read, smtpKey, zSmtpSettings);
/** One password per server and user, so that two administrations with the same mailbox share it and others never get it. */
const secretName = ({ host, user }: SmtpSettings): string => `smtp:${user}@${host}`;

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
    approvedAt: message.approvedAt,
    sentAt: message.sentAt,
    failure: message.failure === null ? null : zReason.parse(JSON.parse(message.failure)),
    attempts: message.attempts,
  };
}

async function serverOf({ ledger, secrets }: OutboxContext): Promise<{ settings: SmtpSettings; server: SmtpServer } | 'send-smtp-missing' | 'send-password-missing'> {
  const settings = readSmtp(ledger);
  if (settings === null || settings.host === '') return 'send-smtp-missing';
  const password = settings.user === '' ? null : await secrets.get(secretName(settings));
  if (settings.user !== '' && password === null) return 'send-password-missing';
  return { settings, server: { host: settings.host, port: settings.port, security: settings.security, user: settings.user === '' ? null : settings.user, password } };
}

const reasonOf = (code: Parameters<typeof codedReason>[0], params: Record<string, string | number>) => ({ code, params });

/** Sends what is approved and due, one after another. A refused login or connection ends the run: the rest would fail alike. */
async function sendAll(context: OutboxContext, { jobId }: InputOf<'outbox.send'>): Promise<Result<OutputOf<'outbox.send'>, AppError>> {
  const counts = { sent: 0, failed: 0, unconfirmed: 0, cancelled: 0 };
  const waiting = messagesInState(context.ledger.read, 'approved').filter((message) => message.channel === 'email' && message.plannedOn <= context.clock.today());
  if (waiting.length === 0) return ok({ ...counts, problem: null });
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

/** One file of all approved letters, from the content that was frozen at approval. */
async function print(context: OutboxContext, { jobId }: InputOf<'outbox.print'>): Promise<Result<OutputOf<'outbox.print'>, AppError>> {
  const letters = messagesInState(context.ledger.read, 'approved').filter((message) => message.channel === 'letter');
  if (letters.length === 0) return ok({ file: null, letters: 0 });
  // The content was written by ourselves at approval, from this very type.
  const models = letters.map((message) => (JSON.parse(message.content ?? '{}') as { letter: LetterModel }).letter);
  const onProgress = (made: number, total: number): void => context.events.emit({ type: 'jobProgress', jobId, done: made, total, label: 'print' });
  const pdf = await context.pdfWriter.batch(models, { onProgress, signal: context.jobs.signalOf(jobId) });
  if (!pdf.ok) return pdf;
  const name = `brieven-${context.clock.today()}.pdf`;
  return ok({ file: context.madeFiles.put({ name, mime: 'application/pdf', bytes: pdf.value.bytes, isPreview: true }), letters: letters.length });
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

function detail({ ledger, madeFiles }: OutboxContext, { messageId }: InputOf<'outbox.get'>): Result<OutputOf<'outbox.get'>, AppError> {
  const message = messageById(ledger.read, messageId);
  if (message === null || message.approvedAt === null) return err(appError('not-found', { what: 'message', id: messageId }));
  const pdf = message.pdfSha256 === null ? null : storedFile(ledger.read, message.pdfSha256);
  const content = message.content ?? '';
  const verifies = pdf !== null && sha256(pdf) === message.pdfSha256 && sha256(`${content}${message.pdfSha256 ?? ''}`) === message.contentSha256;
  const fileName = z.object({ letterFileName: z.string() }).safeParse(JSON.parse(content === '' ? '{}' : content));
  const html = message.html;
  return ok({
    row: toRow(message),
    text: message.text ?? '',
    html: html === null ? null : madeFiles.put({ name: 'bericht.html', mime: 'text/html', bytes: new TextEncoder().encode(html), isPreview: true }),
    pdf: pdf === null ? null : madeFiles.put({ name: fileName.success ? fileName.data.letterFileName : 'brief.pdf', mime: 'application/pdf', bytes: new Uint8Array(pdf), isPreview: true }),
    pdfSha256: message.pdfSha256,
    contentSha256: message.contentSha256,
    messageIdHeader: message.messageIdHeader,
    documents: [...documentsOfMessage(ledger.read, messageId)],
    reason: zReason.parse(JSON.parse(message.reason)),
    events: eventsOfMessage(ledger.read, messageId).map((event) => ({ at: event.at, state: event.state, detail: event.detail.slice(0, 500) })),
    hashesVerify: verifies,
  });
}

function resolve({ ledger, clock, events }: OutboxContext, { messageId, decision }: InputOf<'outbox.resolve'>): Result<{ done: true }, AppError> {
  const message = messageById(ledger.read, messageId);
  if (message === null) return err(appError('not-found', { what: 'message', id: messageId }));
  const base = { at: clock.now(), detail: decision, isAttempt: false, failure: null } as const;
  const changed = ledger.write((db) => {
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'message-resolved', subject: 'message', subjectId: messageId, detail: { decision, was: message.state } });
    if (decision === 'was-sent') return changeState(db, messageId, { ...base, from: ['unconfirmed'], to: 'sent', sentOn: message.plannedOn });
    if (decision === 'send-again') return changeState(db, messageId, { ...base, from: ['unconfirmed', 'failed'], to: 'approved', sentOn: null });
    return changeState(db, messageId, { ...base, from: ['approved', 'failed', 'unconfirmed'], to: 'cancelled', sentOn: null, failure: { code: 'cancel-by-person', params: {} } });
  });
  if (!changed) return err(appError('message-state', { state: message.state }));
  events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning', 'customers'] });
  return done;
}

async function test(context: OutboxContext, { to }: InputOf<'settings.testSmtp'>): Promise<Result<OutputOf<'settings.testSmtp'>, AppError>> {
  const address = headerMailbox('to', { name: '', address: to.trim() });
  if (!address.ok) return err(appError('recipient-invalid', { address: to.slice(0, 100) }));
  const found = await serverOf(context);
  if (typeof found === 'string') return ok({ ok: false, reason: reasonOf(found, {}) });
  const { name } = readProfile(context.ledger.read);
  const outcome = await context.mailer.send(found.server, {
    messageId: `<${context.ids.next()}@localhost>`,
    from: { name: found.settings.fromName, address: found.settings.fromAddress },
    replyTo: null,
    to: address.value,
    subject: `Testbericht van Termijn voor ${name.replaceAll(/[\r\n]/g, ' ')}`,
    text: 'De mailserver werkt. Dit testbericht is verstuurd door Termijn; er is niets aan klanten gestuurd.\n',
    html: null,
    inlineImages: [],
    attachments: [],
  });
  if (outcome.kind === 'accepted') return ok({ ok: true, reason: null });
  const code = outcome.kind === 'refused' ? (`send-refused-${outcome.reason}` as const) : 'send-unknown';
  return ok({ ok: false, reason: reasonOf(code, { response: outcome.response.slice(0, 300) }) });
}

export const outboxMethods: Handlers<OutboxContext, Methods> = {
  'outbox.send': sendAll,
  'outbox.print': print,
  'outbox.markPosted': ({ ledger, clock, events }, { messageIds, on }) => {
    if (on > clock.today()) return err(appError('not-allowed-now', { what: 'posted', on }));
    const posted = ledger.write((db) =>
      messageIds.filter((messageId) => {
        const message = messageById(db, messageId);
        return message?.channel === 'letter' && changeState(db, messageId, { from: ['approved'], to: 'sent', at: clock.now(), detail: 'posted', sentOn: on, failure: null, isAttempt: true });
      }).length,
    );
    events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning', 'customers'] });
    return ok({ posted });
  },
  'outbox.list': ({ ledger }, { filter, query, offset, limit }) => {
    const { rows, total, attention, waiting } = listMessages(ledger.read, { group: filter, query, offset, limit });
    return ok({ rows: rows.map(toRow), total, attention, waiting });
  },
  'outbox.get': detail,
  'outbox.resolve': resolve,
  'settings.smtp': async ({ ledger, secrets }) => {
    const settings = readSmtp(ledger);
    return ok({ settings, hasPassword: settings !== null && (await secrets.get(secretName(settings))) !== null, secretsBackend: secrets.backend });
  },
  'settings.saveSmtp': async ({ ledger, secrets, clock, events }, { settings, password }) => {
    for (const [field, address] of [['from', settings.fromAddress], ['replyTo', settings.replyTo]] as const) {
      if (address !== '' && !headerMailbox(field, { name: settings.fromName, address }).ok) return err(appError('recipient-invalid', { address }));
    }
    if (password !== null) await secrets.set(secretName(settings), password);
    ledger.write((db) => {
      saveSetting(db, smtpKey, settings);
      logEvent(db, { at: clock.now(), actor: 'person', kind: 'smtp-settings', subject: 'administration', subjectId: 1, detail: { host: settings.host, port: settings.port, user: settings.user } });
    });
    events.emit({ type: 'ledgerChanged', areas: ['settings'] });
    return done;
  },
  'settings.testSmtp': test,
};

/** At every opening: what was being sent when the program stopped may have gone out. It is never sent again by itself. */
export function recoverOutbox(ledger: Ledger, at: string): number {
  return ledger.write((db) => {
    const stuck = messagesInState(db, 'sending');
    for (const message of stuck) {
      changeState(db, message.messageId, { from: ['sending'], to: 'unconfirmed', at, detail: 'recovered', sentOn: null, failure: { code: 'send-interrupted', params: {} }, isAttempt: false });
    }
    return stuck.length;
  });
}
