import { z } from 'zod';
import type { Reason } from '../../../src-shared/contract/common.ts';
import type { SmtpSettings } from '../../../src-shared/contract/dunning.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { failpoint } from '../../ledger/failpoint.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { changeState, type MessageRow, messageById, storedFile } from '../../ledger/followUp/messages.ts';
import { stillTrue } from '../../ledger/followUp/sendCheck.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mailer, OutgoingMail, SendOutcome, SmtpServer } from '../../ports/mailer.ts';
import type { QrImage } from '../../ports/qrImage.ts';
import { zEnclosures } from './frozenContent.ts';

export type SendParts = { readonly ledger: Ledger; readonly clock: Clock; readonly mailer: Mailer; readonly qrImage: QrImage; readonly server: SmtpServer; readonly settings: SmtpSettings };

const zContent = z.object({
  letterFileName: z.string(),
  paymentCode: z.object({ cid: z.string(), name: z.string(), epcText: z.string() }).nullable(),
  logo: z.object({ cid: z.string(), dataUrl: z.string() }).nullable(),
  enclosures: zEnclosures,
});

function logoImage(logo: { readonly cid: string; readonly dataUrl: string } | null): OutgoingMail['inlineImages'] {
  const match = logo === null ? null : /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/=]+)$/.exec(logo.dataUrl);
  return logo === null || match === null ? [] : [{ cid: logo.cid, name: `logo.${match[1] === 'png' ? 'png' : 'jpg'}`, bytes: Buffer.from(match[2] ?? '', 'base64') }];
}

/** The letter and whatever else was frozen with it, by its hash. */
type StoredFiles = { readonly pdf: Uint8Array; readonly fileOf: (sha256: string) => Uint8Array };

/** The mail exactly as it was approved: nothing is composed again here. */
export function outgoingMail(message: MessageRow, { pdf, fileOf }: StoredFiles, { settings, qrImage }: Pick<SendParts, 'settings' | 'qrImage'>): OutgoingMail {
  const content = zContent.parse(JSON.parse(message.content ?? '{}'));
  return {
    messageId: message.messageIdHeader ?? '',
    from: { name: settings.fromName, address: settings.fromAddress },
    replyTo: settings.replyTo === '' ? null : { name: settings.fromName, address: settings.replyTo },
    to: { name: message.recipientName, address: message.recipient },
    subject: message.subject ?? '',
    text: message.text ?? '',
    html: message.html,
    inlineImages: [
      ...(content.paymentCode === null ? [] : [{ cid: content.paymentCode.cid, name: content.paymentCode.name, bytes: qrImage(content.paymentCode.epcText) }]),
      ...logoImage(content.logo),
    ],
    attachments: [{ name: content.letterFileName, bytes: pdf }, ...content.enclosures.map(({ name, sha256 }) => ({ name, bytes: fileOf(sha256) }))].map((file) => ({ ...file, mime: 'application/pdf' })),
  };
}

const noChange = { sent: null, failure: null, detail: '', isAttempt: false } as const;

function storedOrThrow(db: ReadableDb, sha256: string): Uint8Array {
  const bytes = storedFile(db, sha256);
  if (bytes === null) throw new Error('an approved message without what goes along with it');
  return bytes;
}

/**
 * Claims one approved message: within one transaction it is checked that what the letter says is still true, and the state `sending` is
 * committed before the first byte goes out. Answers the mail to send, or null when it was cancelled or somebody else has it.
 */
function claim({ ledger, clock, ...parts }: SendParts, message: MessageRow, today: PlainDateText): OutgoingMail | null {
  return ledger.write((db) => {
    const now = messageById(db, message.messageId);
    if (now?.state !== 'approved') return null;
    const reason = stillTrue(db, now, today);
    if (reason !== null) {
      changeState(db, now.messageId, { ...noChange, from: ['approved'], to: 'cancelled', at: clock.now(), failure: reason });
      return null;
    }
    const pdf = now.pdfSha256 === null ? null : storedFile(db, now.pdfSha256);
    if (pdf === null) throw new Error('an approved message without its letter');
    changeState(db, now.messageId, { ...noChange, from: ['approved'], to: 'sending', at: clock.now(), isAttempt: true });
    return outgoingMail(now, { pdf, fileOf: (sha256) => storedOrThrow(db, sha256) }, parts);
  });
}

const refusedReason = (outcome: Extract<SendOutcome, { kind: 'refused' }>): Reason => {
  const { code, params } = codedReason(`send-refused-${outcome.reason}`, { response: outcome.response.slice(0, 300) });
  return { code, params: { ...params } };
};

/** Writes down how the attempt ended. What may have been delivered is never tried again by the program. */
function settle({ ledger, clock }: SendParts, message: MessageRow, outcome: SendOutcome): void {
  const at = clock.now();
  const base = { from: ['sending'] as const, at, detail: outcome.response.slice(0, 500), isAttempt: false };
  ledger.write((db) => {
    if (outcome.kind === 'accepted') changeState(db, message.messageId, { ...base, to: 'sent', sent: { on: clock.today(), at }, failure: null });
    else if (outcome.kind === 'refused') changeState(db, message.messageId, { ...base, to: 'failed', sent: null, failure: refusedReason(outcome) });
    else changeState(db, message.messageId, { ...base, to: 'unconfirmed', sent: null, failure: { code: 'send-unknown', params: { response: outcome.response.slice(0, 300) } } });
  });
}

export type Attempt = 'sent' | 'failed' | 'unconfirmed' | 'cancelled' | 'taken';

/** One message: claim, send, write down. A crash anywhere leaves it approved (nothing went out) or `sending` (a person decides). */
export async function sendOne(parts: SendParts, message: MessageRow, today: PlainDateText): Promise<{ readonly attempt: Attempt; readonly outcome: SendOutcome | null }> {
  failpoint('outbox.before-claim');
  const mail = claim(parts, message, today);
  if (mail === null) return { attempt: messageById(parts.ledger.read, message.messageId)?.state === 'cancelled' ? 'cancelled' : 'taken', outcome: null };
  failpoint('outbox.after-claim');
  const outcome = await parts.mailer.send(parts.server, mail);
  failpoint('outbox.after-send');
  settle(parts, message, outcome);
  failpoint('outbox.after-mark');
  return { attempt: outcome.kind === 'accepted' ? 'sent' : outcome.kind === 'refused' ? 'failed' : 'unconfirmed', outcome };
}
