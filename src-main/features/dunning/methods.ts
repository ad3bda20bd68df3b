import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { editableTexts } from '../../domain/letters/buildLetter.ts';
import { headerMailbox } from '../../domain/letters/mailHeaders.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { addHold } from '../../ledger/followUp.ts';
import { policySettingKey, readLadders, readPolicySetting, standardLadderSettingKey } from '../../ledger/followUpPlan.ts';
import { messageById, saveEdits } from '../../ledger/messages.ts';
import { logEvent, saveSetting } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { QrImage } from '../../ports/qrImage.ts';
import type { Events } from '../../ports/events.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import { approveBatch } from './approveBatch.ts';
import { batchView } from './batchView.ts';
import { type Composed, composeById } from './composeMessage.ts';
import { guardOf, todayOverview } from './overview.ts';
import { type DayMemo, planDay } from './planDay.ts';
import { htmlForScreen } from './htmlForScreen.ts';

export type DunningContext = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly madeFiles: MadeFiles;
  readonly pdfWriter: PdfWriter;
  readonly qrImage: QrImage;
  readonly memo: DayMemo;
};
type Methods =
  | 'today.overview'
  | 'batch.list'
  | 'batch.preview'
  | 'batch.edit'
  | 'batch.hold'
  | 'batch.approve'
  | 'ladders.list'
  | 'ladders.setStandard'
  | 'settings.policy'
  | 'settings.savePolicy';

const done = ok({ done: true as const });
const unwatched = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

const day = ({ ledger, memo, clock }: DunningContext) => planDay({ ledger, memo, today: clock.today(), at: clock.now() });

async function preview(context: DunningContext, composed: Composed): Promise<Result<OutputOf<'batch.preview'>, AppError>> {
  const pdf = await context.pdfWriter.letter(composed.letter, unwatched());
  if (!pdf.ok) return pdf;
  const words = editableTexts(composed.facts);
  if (!words.ok) return words;
  const { mail, message } = composed;
  const html = message.channel === 'letter' ? null : htmlForScreen(mail, context.qrImage);
  return ok({
    subject: mail.subject,
    text: mail.text,
    html: html === null ? null : context.madeFiles.put({ name: 'bericht.html', mime: 'text/html', bytes: new TextEncoder().encode(html), isPreview: true }),
    pdf: context.madeFiles.put({ name: mail.letterFileName, mime: 'application/pdf', bytes: pdf.value.bytes, isPreview: true }),
    editable: { subject: mail.subject, opening: words.value.opening, note: words.value.note },
  });
}

/** The user's own words and recipient; an address for mail must be one mailbox without tricks. */
function edit({ ledger, events, clock }: DunningContext, input: InputOf<'batch.edit'>): Result<{ done: true }, AppError> {
  const message = messageById(ledger.read, input.messageId);
  if (message === null) return err(appError('not-found', { what: 'message', id: input.messageId }));
  const recipient = input.recipient.trim();
  if (input.channel === 'email' && !headerMailbox('to', { name: '', address: recipient }).ok) return err(appError('recipient-invalid', { address: recipient.slice(0, 100) }));
  const edits = {
    channel: input.channel === message.channel ? null : input.channel,
    recipient: recipient === message.recipient ? null : recipient,
    subject: input.subject.trim(),
    opening: input.opening.trim(),
    note: input.note.trim(),
  };
  const known = JSON.parse(message.edits) as Partial<typeof edits>;
  const kept = { ...edits, channel: edits.channel ?? known.channel ?? null, recipient: edits.recipient ?? known.recipient ?? null };
  const isSaved = ledger.write((db) => {
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'message-edited', subject: 'message', subjectId: input.messageId, detail: kept });
    return saveEdits(db, input.messageId, kept);
  });
  if (!isSaved) return err(appError('message-state', { state: message.state }));
  events.emit({ type: 'ledgerChanged', areas: ['messages'] });
  return done;
}

export const dunningMethods: Handlers<DunningContext, Methods> = {
  'today.overview': (context) => {
    const plan = day(context);
    const today = context.clock.today();
    return ok(todayOverview(context.ledger.read, batchView(context.ledger.read, plan, today), plan, today));
  },
  'batch.list': (context) => {
    const plan = day(context);
    const today = context.clock.today();
    const { items, held } = batchView(context.ledger.read, plan, today);
    const guard = guardOf(context.ledger.read, today);
    return ok({ today, items, held, bankAgeDays: guard.ageDays, bankGuard: guard.reason === null ? null : { code: guard.reason.code, params: { ...guard.reason.params } } });
  },
  'batch.preview': async (context, { messageId }) => {
    const composed = composeById(context.ledger.read, messageId, context.clock.today());
    return composed.ok ? preview(context, composed.value) : composed;
  },
  'batch.edit': edit,
  'batch.hold': (context, { messageId, reason, until }) => {
    const message = messageById(context.ledger.read, messageId);
    if (message === null) return err(appError('not-found', { what: 'message', id: messageId }));
    if (until < context.clock.today()) return err(appError('not-allowed-now', { what: 'hold', until }));
    const holdId = context.ledger.write((db) => addHold(db, { customerId: message.customerId, documentId: null, reason, until, at: context.clock.now() }));
    if (!holdId.ok) return holdId;
    day(context);
    context.events.emit({ type: 'ledgerChanged', areas: ['dunning', 'messages', 'customers'] });
    return ok({ holdId: holdId.value });
  },
  'batch.approve': approveBatch,
  'ladders.list': ({ ledger }) => {
    const { ladders, standard } = readLadders(ledger.read);
    return ok({
      standard,
      ladders: ladders.map(({ key, name, isPreset, steps }) => ({
        key,
        name,
        isPreset,
        steps: steps.map(({ key: stepKey, offsetDays, after, channel, payWithinDays, optional, available }) => ({ key: stepKey, offsetDays, after, channel, payWithinDays, optional, available })),
      })),
    });
  },
  'ladders.setStandard': ({ ledger, events, clock }, { key }) => {
    if (!readLadders(ledger.read).ladders.some((ladder) => ladder.key === key)) return err(appError('not-found', { what: 'ladder', id: key }));
    ledger.write((db) => {
      saveSetting(db, standardLadderSettingKey, key);
      logEvent(db, { at: clock.now(), actor: 'person', kind: 'standard-ladder', subject: 'administration', subjectId: 1, detail: { key } });
    });
    events.emit({ type: 'ledgerChanged', areas: ['dunning', 'settings'] });
    return done;
  },
  'settings.policy': ({ ledger }) => ok(readPolicySetting(ledger.read)),
  'settings.savePolicy': ({ ledger, events, clock }, policy) => {
    ledger.write((db) => {
      saveSetting(db, policySettingKey, policy);
      logEvent(db, { at: clock.now(), actor: 'person', kind: 'policy', subject: 'administration', subjectId: 1, detail: policy });
    });
    events.emit({ type: 'ledgerChanged', areas: ['dunning', 'settings'] });
    return done;
  },
};
