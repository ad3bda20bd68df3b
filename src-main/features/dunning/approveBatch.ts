import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { MessageId } from '../../../src-shared/ids.ts';
import { ok, err, type Result } from '../../../src-shared/result.ts';
import { hasClaim } from '../../domain/letters/letterFacts.ts';
import { headerMailbox } from '../../domain/letters/mailHeaders.ts';
import { saveAskedCosts } from '../../ledger/law/askedCosts.ts';
import { readAttachmentSetting } from '../../ledger/letters/attachmentSetting.ts';
import type { Ledger, ReadableDb, WritableDb } from '../../ledger/connection.ts';
import { readBankGuard } from '../../ledger/followUp/followUpPlan.ts';
import { documentsOfMessage } from '../../ledger/followUp/messages.ts';
import { contentOf, freezeMessage } from './freezeMessage.ts';
import { letterPictures } from '../../ledger/letters/paperSetting.ts';
import { newestDispute } from '../../ledger/followUp/sendCheck.ts';
import { logEvent } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { ClaimsOf } from './claimsOf.ts';
import { type Composed, composeById } from './composeMessage.ts';
import { type CopiesOf, type DrawnEnclosures, drawEnclosures, enclosuresOf, mailRefusal } from './enclosures.ts';

export type ApproveContext = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly pdfWriter: PdfWriter;
  readonly claimsOf: ClaimsOf;
  readonly copiesOf: CopiesOf;
};
type Approved = OutputOf<'batch.approve'>;
type Refused = Approved['refused'][number];

const refusal = (messageId: MessageId, { code, params }: AppError): Refused => ({ messageId, reason: { code, params: { ...params } } });

function composeAll(context: ApproveContext, messageIds: readonly MessageId[], today: PlainDateText): { composed: Composed[]; refused: Refused[] } {
  const composed: Composed[] = [];
  const refused: Refused[] = [];
  const ids = new Set(messageIds);
  for (const messageId of ids) {
    const one = composeById(context.ledger.read, messageId, { today, claimsOf: context.claimsOf });
    if (!one.ok) refused.push(refusal(messageId, one.error));
    // What has consequences is approved by itself, by whoever has it open.
    else if (one.value.due.approval === 'one-by-one' && ids.size > 1) refused.push(refusal(messageId, appError('letter-one-by-one')));
    else if (one.value.message.channel === 'email' && !headerMailbox('to', { name: one.value.message.recipientName, address: one.value.message.recipient }).ok) {
      refused.push(refusal(messageId, appError('recipient-invalid', { address: one.value.message.recipient })));
    } else composed.push(one.value);
  }
  return { composed, refused };
}

/** The stored figures, against which the message is checked again before it goes, are those of the letter. */
function isWhatWasPlanned(db: ReadableDb, { message, due }: Composed): boolean {
  const planned = new Map(documentsOfMessage(db, message.messageId).map((document) => [document.documentId, document.open]));
  return message.cents === due.toPayCents && message.step === due.stepKey && planned.size === due.items.length && due.items.every((item) => planned.get(item.documentId) === item.openCents);
}

type Made = { readonly one: Composed; readonly pdf: Uint8Array; readonly enclosures: DrawnEnclosures };

/** Draws what goes along with a letter and stores both for good; why not otherwise. */
async function finish(context: ApproveContext, one: Composed, pdf: Uint8Array): Promise<AppError | null> {
  const enclosures = await drawEnclosures(enclosuresOf(context.ledger.read, one, context.copiesOf), one, { db: context.ledger.read, pdfWriter: context.pdfWriter });
  if (!enclosures.ok) return enclosures.error;
  const files = enclosures.value.files.map(({ bytes }) => bytes);
  const tooLarge = mailRefusal(one, [pdf, ...files], readAttachmentSetting(context.ledger.read).mailLimitMb);
  return tooLarge ?? context.ledger.write((db) => freeze(db, context, { one, pdf, enclosures: enclosures.value }));
}

/** The article of the clause that the letter announces: what a first reminder did not announce is not asked later. */
const announced = ({ facts }: Composed): { readonly clauseArticle?: string } => ('belgianClause' in facts && facts.belgianClause !== null ? { clauseArticle: facts.belgianClause.article } : {});

/** Costs that hold the 40 euros between businesses: the amount itself, and the Belgian clause of which it is the least. */
const holdsForty: ReadonlySet<string> = new Set(['minimum', 'agreed']);

/** Stores one message for good. Composed again within the transaction: what changed since the letter was made refuses it. */
function freeze(db: WritableDb, context: ApproveContext, { one, pdf, enclosures }: Made): AppError | null {
  const { messageId } = one.message;
  const now = composeById(db, messageId, { today: context.clock.today(), claimsOf: context.claimsOf });
  if (!now.ok) return now.error;
  const content = contentOf(one, enclosures.frozen);
  const isSame = contentOf(now.value, enclosures.frozen) === content && JSON.stringify(enclosuresOf(db, now.value, context.copiesOf)) === JSON.stringify(enclosures.planned);
  if (!isSame || !isWhatWasPlanned(db, now.value)) return appError('message-not-due', { customer: one.message.customerName });
  const at = context.clock.now();
  const isApproved = freezeMessage(db, { messageId, one: { ...now.value, mail: one.mail }, pdf, enclosures, at }, context.ids);
  if (!isApproved) return appError('message-state', { state: now.value.message.state });
  const { facts } = now.value;
  const costs = hasClaim(facts) ? facts.claim.costs : null;
  if (costs !== null && holdsForty.has(costs.kind) && costs.amount.amountCents > 0) saveAskedCosts(db, { messageId, rule: costs.amount.rule, cents: costs.amount.amountCents });
  logEvent(db, { at, actor: 'person', kind: 'message-approved', subject: 'message', subjectId: messageId, detail: { step: one.due.stepKey, cents: one.due.toPayCents, channel: one.message.channel, lastDispute: newestDispute(db), ...announced(one) } });
  return null;
}

/**
 * Approves messages: makes their letters off the event loop, then freezes each in a transaction of its own. Nothing leaves the house here.
 * Old bank data refuse the whole batch unless the user has seen the warning (`bank-data-too-old`).
 */
export async function approveBatch(context: ApproveContext, input: InputOf<'batch.approve'>): Promise<Result<Approved, AppError>> {
  const today = context.clock.today();
  const guard = readBankGuard(context.ledger.read, today);
  if (guard.state === 'old' && !input.evenThoughBankIsOld) {
    const params = guard.reason?.params ?? {};
    return err(appError('bank-data-too-old', { age: Number(params['age'] ?? 0), maximum: Number(params['maximum'] ?? 0) }));
  }
  const { composed, refused } = composeAll(context, input.messageIds, today);
  const signal = context.jobs.signalOf(input.jobId);
  const onProgress = (made: number, total: number): void => context.events.emit({ type: 'jobProgress', jobId: input.jobId, done: made, total, label: 'letters' });
  const letters = composed.map((one) => one.letter);
  const pdfs = await context.pdfWriter.letters(letters, { onProgress, signal }, letterPictures(context.ledger.read, letters));
  if (!pdfs.ok) return pdfs;
  const counts = { emails: 0, letters: 0 };
  for (const [index, one] of composed.entries()) {
    const pdf = pdfs.value[index];
    if (pdf === undefined) throw new RangeError('a letter without a PDF');
    const problem = pdf.ok ? await finish(context, one, pdf.value.bytes) : pdf.error;
    if (problem !== null) refused.push(refusal(one.message.messageId, problem));
    else counts[one.message.channel === 'email' ? 'emails' : 'letters'] += 1;
  }
  context.events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning'] });
  return ok({ approved: counts.emails + counts.letters, ...counts, refused });
}
