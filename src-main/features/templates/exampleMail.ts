/** The mail that a template makes for the invented customer: what the program would hand to the mail server, made to be looked at. */
import { z } from 'zod';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { LetterTemplate } from '../../../src-shared/letterTemplate.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { mailFromTemplate } from '../../domain/letters/buildMail.ts';
import { htmlForScreen } from '../../domain/letters/htmlForScreen.ts';
import { annexSheets } from '../../domain/printing/annexesApart.ts';
import { copyName } from '../../domain/printing/copyName.ts';
import { readAttachmentSetting } from '../../ledger/letters/attachmentSetting.ts';
import { readSetting } from '../../ledger/settings.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { QrImage } from '../../ports/qrImage.ts';
import { type ExampleContext, factsFor } from './exampleLetter.ts';

export type MailContext = ExampleContext & { readonly madeFiles: MadeFiles; readonly qrImage: QrImage };

const zSender = z.object({ fromName: z.string(), fromAddress: z.string(), replyTo: z.string() });
/** Nobody's address, by its ending (RFC 2606). */
const exampleAddress = 'administratie@klant.example';
const named = (name: string, address: string): string => [name, address].filter((part) => part !== '').join(', ').slice(0, 400);

/** Refuses whatever a real mail would be refused for; `letter-other-law` where there is no such letter. */
export function exampleMail(context: MailContext, template: LetterTemplate): Result<OutputOf<'templates.mail'>, AppError> {
  const facts = factsFor(context, template);
  if (facts === null) return err(appError('letter-other-law'));
  const { enclosesInvoices, annexApart } = readAttachmentSetting(context.ledger.read);
  const mail = mailFromTemplate(template, { ...facts, channel: 'email', enclosesInvoices, ...(annexApart ? { isAnnexApart: true } : {}) });
  if (!mail.ok) return mail;
  const { subject, text, html, logo, paymentCode, letterFileName, letter } = mail.value;
  const smtp = readSetting(context.ledger.read, 'smtp', zSender);
  const isSet = smtp !== null && smtp.fromAddress !== '';
  const code = paymentCode === null ? [] : [{ cid: paymentCode.cid, dataUrl: `data:image/png;base64,${Buffer.from(context.qrImage(paymentCode.epcText)).toString('base64')}` }];
  const shown = htmlForScreen(html, logo === null ? code : [...code, logo]);
  const { language } = facts.customer;
  const frame = { issuer: { name: facts.sender.name, lines: [] }, language, languageTag: language, date: facts.today };
  const apart = annexApart ? annexSheets(letter, frame, facts.reference).map(({ name }) => name) : [];
  const copies = enclosesInvoices ? facts.items.flatMap(({ kind, number }) => (kind === 'invoice' ? [`${copyName(number, language)}.pdf`] : [])) : [];
  return ok({
    from: isSet ? named(smtp.fromName, smtp.fromAddress) : named(facts.sender.name, facts.sender.email),
    replyTo: isSet && smtp.replyTo !== '' ? smtp.replyTo : '',
    to: named(facts.customer.name, exampleAddress),
    subject,
    text,
    html: context.madeFiles.put({ name: 'bericht.html', mime: 'text/html', bytes: new TextEncoder().encode(shown), isPreview: true }),
    attachments: [letterFileName, ...apart, ...copies],
  });
}
