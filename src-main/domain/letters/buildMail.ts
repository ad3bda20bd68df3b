/** The mail around a letter: subject, HTML and plain text from the same composed content, and what must travel inside it. */
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterModel } from '../../../src-shared/letter.ts';
import type { Result } from '../../../src-shared/result.ts';
import { ok } from '../../../src-shared/result.ts';
import { cleanText } from './cleanText.ts';
import type { LetterFacts } from './letterFacts.ts';
import type { LetterTemplate } from '../../../src-shared/letterTemplate.ts';
import { composeFromTemplate, contentFromTemplate, templateFor } from './templates/composeFromTemplate.ts';
import { mailContentOf } from './mailContent.ts';
import { headerText } from './mailHeaders.ts';
import { codeCid, logoCid, mailHtml } from './mailHtml.ts';
import { mailText } from './mailText.ts';

export type LetterMail = {
  /** The letter that goes along as PDF. A mail never leaves without it. */
  readonly letter: LetterModel;
  readonly letterFileName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The payment code, to be drawn as PNG and sent inline under this content id; null when nothing is to be paid. */
  readonly paymentCode: { readonly cid: string; readonly name: string; readonly epcText: string } | null;
  /** The logo as a data URL, to be sent inline under this content id; null when the company has none. */
  readonly logo: { readonly cid: string; readonly dataUrl: string } | null;
};

/** `betalingsherinnering-H-2026-0211.pdf`: no blanks, no path marks. */
const fileNameOf = (title: string): string =>
  `${title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)}.pdf`;

/** Builds mail and letter together. Refuses whatever `buildLetter` refuses, and a subject that may not stand in a header. */
export const buildMail = (facts: LetterFacts): Result<LetterMail, AppError> => mailFromTemplate(templateFor(facts), facts);

/** The same in the words of a template. */
export function mailFromTemplate(template: LetterTemplate, facts: LetterFacts): Result<LetterMail, AppError> {
  const letter = composeFromTemplate(template, facts);
  if (!letter.ok) return letter;
  const composed = contentFromTemplate(template, facts, 'mail');
  if (!composed.ok) return composed;
  const content = composed.value;
  const numbers = facts.items.filter((item) => item.kind === 'invoice').map((item) => cleanText(item.number));
  const company = cleanText(facts.sender.name);
  // The subject of a statement or an agreement names its own day or number rather than some of the invoices.
  const isOfItself = facts.step === 'account-statement' || facts.step === 'payment-plan';
  const ours = isOfItself
    ? `${content.subject} (${company})`.replaceAll('\u00a0', ' ')
    : content.context.texts.mailSubject({ letterName: content.letterName, numbers, company });
  const subject = headerText('subject', facts.own.subject.trim() === '' ? ours : facts.own.subject);
  if (!subject.ok) return subject;
  const { accent, monogram } = letter.value.letterhead;
  const mail = mailContentOf(content, { subject: subject.value, accent, monogram });
  return ok({
    letter: letter.value,
    letterFileName: fileNameOf(
      letter.value.title.toLowerCase().replace(cleanText(facts.reference).toLowerCase(), cleanText(facts.reference)),
    ),
    subject: subject.value,
    html: mailHtml(mail),
    text: mailText(mail),
    paymentCode: content.payment === null ? null : { cid: codeCid, name: `${codeCid}.png`, epcText: content.payment.epcText },
    logo: facts.sender.logo === '' ? null : { cid: logoCid, dataUrl: facts.sender.logo },
  });
}
