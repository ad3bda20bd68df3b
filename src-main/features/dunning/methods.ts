import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { DunningPlan } from '../../domain/dunning/dunningPlan.ts';
import { editableTexts } from '../../domain/letters/buildLetter.ts';
import { headerMailbox, headerText } from '../../domain/letters/mailHeaders.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { goesRegistered } from '../../ledger/letters/attachmentSetting.ts';
import { addHold } from '../../ledger/followUp/followUp.ts';
import { policySettingKey, readBankGuard, readLadders, readPolicySetting, standardLadderSettingKey } from '../../ledger/followUp/followUpPlan.ts';
import { type MessageEdits, messageById, saveEdits } from '../../ledger/followUp/messages.ts';
import { deadlineSeenKinds } from '../../ledger/law/lawDeadlines.ts';
import { missedSeenKind, saveStepDone } from '../../ledger/followUp/dueSteps.ts';
import { letterPictures } from '../../ledger/letters/paperSetting.ts';
import { logEvent, saveSetting } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { QrImage } from '../../ports/qrImage.ts';
import type { Events } from '../../ports/events.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import { approveBatch } from './approveBatch.ts';
import type { ClaimsOf } from './claimsOf.ts';
import { type CopiesOf, enclosuresOf } from './enclosures.ts';
import { batchView } from './batchView.ts';
import { type Composed, composeById, editsOf } from './composeMessage.ts';
import { todayOverview } from './overview.ts';
import { senderLine } from './senderLine.ts';
import { type DayMemo, planDay } from './planDay.ts';
import { previewHtml } from './previewHtml.ts';

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
  readonly claimsOf: ClaimsOf;
  readonly copiesOf: CopiesOf;
};
type Methods =
  | 'today.overview'
  | 'today.missedSeen'
  | 'today.deadlineSeen'
  | 'today.stepDone'
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

/** Plans the day; whoever shows its counts hears when its rows became others. */
export function day({ ledger, memo, clock, events }: Pick<DunningContext, 'ledger' | 'memo' | 'clock' | 'events'>): DunningPlan {
  const { plan, hasChanged } = planDay({ ledger, memo, today: clock.today(), at: clock.now() });
  if (hasChanged) events.emit({ type: 'ledgerChanged', areas: ['dunning'] });
  return plan;
}

async function preview(context: DunningContext, composed: Composed): Promise<Result<OutputOf<'batch.preview'>, AppError>> {
  const pdf = await context.pdfWriter.letter(composed.letter, unwatched(), letterPictures(context.ledger.read, [composed.letter]));
  if (!pdf.ok) return pdf;
  const words = editableTexts(composed.template, composed.facts);
  if (!words.ok) return words;
  const { mail, message } = composed;
  return ok({
    subject: mail.subject,
    from: senderLine(context.ledger.read, composed),
    text: mail.text,
    html: message.channel === 'letter' ? null : context.madeFiles.put({ name: 'bericht.html', mime: 'text/html', bytes: previewHtml(mail, context.qrImage), isPreview: true }),
    pdf: context.madeFiles.put({ name: mail.letterFileName, mime: 'application/pdf', bytes: pdf.value.bytes, isPreview: true }),
    enclosures: enclosuresOf(context.ledger.read, composed, context.copiesOf).map(({ name }) => name),
    editable: { subject: mail.subject, opening: words.value.opening, note: editsOf(message).note },
  });
}

/** What a person chose about registered post; null where it is what the step says anyway. */
const ownChoice = (db: ReadableDb, step: string, isRegistered: boolean): boolean | null =>
  isRegistered === goesRegistered(db, { step, channel: 'letter', chosen: null }) ? null : isRegistered;

/** The user's own words and recipient; an address for mail must be one mailbox without tricks. Words that are ours are not kept as his. */
function edit(context: DunningContext, input: InputOf<'batch.edit'>): Result<{ done: true }, AppError> {
  const { ledger, clock, memo, claimsOf } = context;
  const message = messageById(ledger.read, input.messageId);
  if (message === null) return err(appError('not-found', { what: 'message', id: input.messageId }));
  const recipient = input.recipient.trim();
  if (input.channel === 'email' && !headerMailbox('to', { name: '', address: recipient }).ok) return err(appError('recipient-invalid', { address: recipient.slice(0, 100) }));
  const subject = headerText('subject', input.subject);
  if (!subject.ok) return subject;
  const known = editsOf(message);
  const ours = composeById(ledger.read, input.messageId, { today: clock.today(), claimsOf, edits: { ...known, subject: '', opening: '' } });
  const words = ours.ok ? editableTexts(ours.value.template, ours.value.facts) : ours;
  const own = (typed: string, standard: string | null): string => (typed.trim() === standard ? '' : typed.trim());
  const edits: MessageEdits = {
    channel: input.channel === message.channel ? known.channel : input.channel,
    recipient: input.channel === 'letter' || recipient === message.recipient ? known.recipient : recipient,
    subject: own(input.subject, ours.ok ? ours.value.mail.subject : null),
    opening: own(input.opening, words.ok ? words.value.opening : null),
    note: input.note.trim(),
    isRegistered: input.isRegistered === null ? known.isRegistered : ownChoice(ledger.read, message.step, input.isRegistered),
  };
  const isSaved = ledger.write((db) => {
    if (!saveEdits(db, input.messageId, edits)) return false;
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'message-edited', subject: 'message', subjectId: input.messageId, detail: { ...edits, was: known } });
    return true;
  });
  if (!isSaved) return err(appError('message-state', { state: message.state }));
  memo.signature = '';
  day(context);
  return done;
}

/** Only a step whose turn it is and that has no letter can be called done by a person. */
function stepDone(context: DunningContext, { documentId, step, reason }: InputOf<'today.stepDone'>): Result<{ done: true }, AppError> {
  const { ledger, clock, events } = context;
  const decision = day(context).decisions.find((known) => known.kind === 'step-unavailable' && known.documentId === documentId && known.stepKey === step);
  if (decision === undefined) return err(appError('not-allowed-now', { what: 'step', until: clock.today() }));
  const why = reason.trim();
  const { code, params } = codedReason('step-done-by-person', { step, why });
  ledger.write((db) => {
    saveStepDone(db, { documentId, step, on: clock.today(), at: clock.now(), reason: { code, params: { ...params } } });
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'step-done', subject: 'document', subjectId: documentId, detail: { step, reason: why } });
  });
  events.emit({ type: 'ledgerChanged', areas: ['dunning'] });
  return done;
}

export const dunningMethods: Handlers<DunningContext, Methods> = {
  'today.overview': async (context) => {
    const today = context.clock.today();
    const { plan, view } = await batchView(context.ledger.read, () => day(context), { today, claimsOf: context.claimsOf });
    return ok(todayOverview(context.ledger.read, view, plan, today));
  },
  'today.missedSeen': ({ ledger, clock, events }, { documentId }) => {
    ledger.write((db) => logEvent(db, { at: clock.now(), actor: 'person', kind: missedSeenKind, subject: 'document', subjectId: documentId, detail: {} }));
    events.emit({ type: 'ledgerChanged', areas: ['dunning'] });
    return done;
  },
  'today.deadlineSeen': ({ ledger, clock, events }, { documentId, deadline }) => {
    ledger.write((db) => logEvent(db, { at: clock.now(), actor: 'person', kind: deadlineSeenKinds[deadline], subject: 'document', subjectId: documentId, detail: {} }));
    events.emit({ type: 'ledgerChanged', areas: ['dunning'] });
    return done;
  },
  'today.stepDone': stepDone,
  'batch.list': async (context) => {
    const today = context.clock.today();
    const { items, held } = (await batchView(context.ledger.read, () => day(context), { today, claimsOf: context.claimsOf })).view;
    const guard = readBankGuard(context.ledger.read, today);
    return ok({ today, items, held, bankAgeDays: guard.ageDays, bankGuard: guard.reason === null ? null : { code: guard.reason.code, params: { ...guard.reason.params } } });
  },
  'batch.preview': async (context, { messageId }) => {
    const composed = composeById(context.ledger.read, messageId, { today: context.clock.today(), claimsOf: context.claimsOf });
    return composed.ok ? preview(context, composed.value) : composed;
  },
  'batch.edit': edit,
  'batch.hold': (context, { messageId, reason, until }) => {
    const message = messageById(context.ledger.read, messageId);
    if (message === null) return err(appError('not-found', { what: 'message', id: messageId }));
    if (reason.trim() === '') return err(appError('reason-missing'));
    if (until < context.clock.today()) return err(appError('not-allowed-now', { what: 'hold', until }));
    const holdId = context.ledger.write((db) => addHold(db, { customerId: message.customerId, documentId: null, reason, until, at: context.clock.now() }));
    day(context);
    context.events.emit({ type: 'ledgerChanged', areas: ['dunning', 'messages', 'customers'] });
    return ok({ holdId });
  },
  'batch.approve': (context, input) => {
    day(context);
    return approveBatch(context, input);
  },
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
