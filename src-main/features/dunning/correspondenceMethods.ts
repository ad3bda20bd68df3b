import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { MessageId } from '../../../src-shared/ids.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { headerMailbox } from '../../domain/letters/mailHeaders.ts';
import { insertCorrespondence, statementItems } from '../../ledger/followUp/correspondence.ts';
import { readContacts } from '../../ledger/followUp/followUp.ts';
import { letterPictures } from '../../ledger/letters/paperSetting.ts';
import { logEvent } from '../../ledger/settings.ts';
import { byPerson, type ComposedCorrespondence, composeCorrespondence, type CorrespondenceQuestion, recentReceipts } from './correspondence.ts';
import { contentOf, freezeMessage } from './freezeMessage.ts';
import type { DunningContext } from './methods.ts';
import { previewHtml } from './previewHtml.ts';
import { recipientOf } from './recipient.ts';
import { senderLine } from './senderLine.ts';

type Methods = 'correspondence.choices' | 'correspondence.preview' | 'correspondence.approve';
export type CorrespondenceContext = Omit<DunningContext, 'memo' | 'claimsOf' | 'copiesOf'>;
const unwatched = () => ({ onProgress: () => undefined, signal: new AbortController().signal });
const noEnclosures = { files: [], frozen: [] } as const;

async function pdfOf({ ledger, pdfWriter }: CorrespondenceContext, letter: ComposedCorrespondence['letter']): Promise<Result<Uint8Array, AppError>> {
  const pdf = await pdfWriter.letter(letter, unwatched(), letterPictures(ledger.read, [letter]));
  return pdf.ok ? ok(pdf.value.bytes) : pdf;
}

async function preview(context: CorrespondenceContext, question: CorrespondenceQuestion): Promise<Result<OutputOf<'correspondence.preview'>, AppError>> {
  const composed = composeCorrespondence(context.ledger.read, question, context.clock.today());
  if (!composed.ok) return composed;
  const { mail, letter, message } = composed.value;
  const pdf = await pdfOf(context, letter);
  if (!pdf.ok) return pdf;
  const isMail = message.channel === 'email';
  return ok({
    subject: mail.subject,
    from: senderLine(context.ledger.read, composed.value),
    to: [message.recipientName, message.recipient].filter((part) => part !== '').join(', ').slice(0, 400),
    text: mail.text,
    html: isMail ? context.madeFiles.put({ name: 'bericht.html', mime: 'text/html', bytes: previewHtml(mail, context.qrImage), isPreview: true }) : null,
    pdf: context.madeFiles.put({ name: mail.letterFileName, mime: 'application/pdf', bytes: pdf.value, isPreview: true }),
  });
}

/** Freezes the letter that was shown: composed again within the transaction, and refused when the ledger says something else by then. */
async function approve(context: CorrespondenceContext, question: CorrespondenceQuestion): Promise<Result<OutputOf<'correspondence.approve'>, AppError>> {
  const { ledger, clock, ids, events } = context;
  const today = clock.today();
  const composed = composeCorrespondence(ledger.read, question, today);
  if (!composed.ok) return composed;
  const { message, letter } = composed.value;
  if (message.channel === 'email' && !headerMailbox('to', { name: message.recipientName, address: message.recipient }).ok) return err(appError('recipient-invalid', { address: message.recipient }));
  const pdf = await pdfOf(context, letter);
  if (!pdf.ok) return pdf;
  const content = contentOf(composed.value, []);
  const kept = ledger.write((db): Result<{ readonly messageId: MessageId; readonly reference: string }, AppError> => {
    const now = composeCorrespondence(db, question, clock.today());
    if (!now.ok) return now;
    if (contentOf(now.value, []) !== content) return err(appError('correspondence-changed'));
    const { channel, language, recipient, recipientName, reference } = now.value.message;
    const { cents, documents } = now.value;
    const reason = { code: byPerson.code, params: { ...byPerson.params } };
    const messageId = insertCorrespondence(db, { customerId: question.customerId, step: question.kind, on: today, channel, language, recipient, recipientName, cents, reason, documents });
    if (messageId === null) return err(appError('correspondence-one-a-day'));
    const at = clock.now();
    if (!freezeMessage(db, { messageId, one: now.value, pdf: pdf.value, enclosures: noEnclosures, at }, ids)) throw new Error('a message that was just written is not planned');
    logEvent(db, { at, actor: 'person', kind: 'message-approved', subject: 'message', subjectId: messageId, detail: { step: question.kind, cents, channel } });
    return ok({ messageId, reference });
  });
  if (kept.ok) events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning', 'customers'] });
  return kept;
}

/** Account statements, confirmations, thanks and apologies: looked at, approved, and sent like every message. */
export const correspondenceMethods: Handlers<CorrespondenceContext, Methods> = {
  'correspondence.choices': ({ ledger, clock }, { customerId }) => {
    const { addresses } = recipientOf(ledger.read, { customerId, channel: 'email' }, readContacts(ledger.read, customerId));
    return ok({
      email: addresses.email,
      address: addresses.letter,
      openCents: sumCents(statementItems(ledger.read, customerId).map((item) => item.open)),
      receipts: recentReceipts(ledger.read, customerId, clock.today()).map((receipt) => ({ ...receipt, numbers: receipt.numbers.slice(0, 300) })),
    });
  },
  'correspondence.preview': preview,
  'correspondence.approve': approve,
};
