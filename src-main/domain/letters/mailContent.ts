/** The parts of a mail in the order of the letter, as text; the HTML and the plain part are two ways of writing them down. */
import type { LetterBlock, LetterPayment, LetterRun } from '../../../src-shared/letter.ts';
import { negateCents } from '../../../src-shared/money.ts';
import { senderAddressInLine } from './addressLines.ts';
import { paymentBlock } from './buildLetter.ts';
import { cleanText } from './cleanText.ts';
import type { LetterContent } from './composeLetter.ts';
import { isBelgianConsumer, type LetterFacts } from './letterFacts.ts';
import { formatLetterAmount, formatLetterEuro, formatTableDate } from './letterFormats.ts';
import { buildBelgianFacts } from './letterList.ts';

type MailRow = { readonly number: string; readonly due: string; readonly open: string; readonly small: string };
export type MailPart =
  | { readonly kind: 'paragraph'; readonly runs: readonly LetterRun[] }
  | { readonly kind: 'facts'; readonly rows: Extract<LetterBlock, { kind: 'facts' }>['rows'] }
  | {
      readonly kind: 'list';
      readonly heads: readonly [string, string, string];
      readonly rows: readonly MailRow[];
      readonly rest: string;
      readonly total: { readonly label: string; readonly value: string };
    }
  | { readonly kind: 'payment'; readonly payment: LetterPayment }
  | { readonly kind: 'amounts'; readonly rows: readonly { readonly label: string; readonly value: string }[] };

export type MailContent = {
  readonly languageTag: string;
  readonly subject: string;
  readonly preheader: string;
  readonly company: string;
  readonly monogram: string;
  readonly accent: string;
  readonly hasLogo: boolean;
  readonly salutation: string;
  readonly parts: readonly MailPart[];
  readonly closing: { readonly greeting: string; readonly name: string; readonly role: string; readonly enclosures: string };
  readonly footer: readonly (readonly string[])[];
};

/** A mail lists so many rows; what is left stands in the letter that goes along. */
const rowLimit = 60;

function listOf(facts: LetterFacts, content: LetterContent): MailPart {
  const { language, table, belgianConsumer } = content.texts;
  const isConsumer = isBelgianConsumer(facts);
  const rows = facts.items.slice(0, rowLimit).map((item): MailRow => {
    const paid =
      item.received === 0
        ? ''
        : table.partlyPaid(
            formatLetterEuro(item.total, language),
            formatLetterEuro(item.kind === 'creditNote' ? negateCents(item.received) : item.received, language),
          );
    return {
      number: item.kind === 'creditNote' ? table.creditNote(cleanText(item.number)) : cleanText(item.number),
      due: item.dueDate === null ? '–' : formatTableDate(item.dueDate, language),
      open: formatLetterAmount(item.open, language),
      small: [isConsumer ? cleanText(item.description) : '', paid].filter((part) => part !== '').join(' · '),
    };
  });
  const left = facts.items.length - rows.length;
  return {
    kind: 'list',
    heads: [table.invoice, isConsumer ? belgianConsumer.facts.dueSince : table.dueDate, table.open],
    rows,
    rest: left === 0 ? '' : table.restInLetter(left),
    total: { label: table.total, value: content.amount },
  };
}

function partsOf(facts: LetterFacts, content: LetterContent): readonly MailPart[] {
  const isConsumer = isBelgianConsumer(facts);
  const belgian = isConsumer ? buildBelgianFacts(facts, content) : null;
  const { charges } = content;
  return [
    { kind: 'paragraph', runs: content.opening },
    ...(belgian?.kind === 'facts' ? [{ kind: 'facts', rows: belgian.rows } as const] : []),
    ...(isConsumer && facts.items.length === 1 ? [] : [listOf(facts, content)]),
    { kind: 'paragraph', runs: content.request },
    { kind: 'payment', payment: paymentBlock(facts, content) },
    ...(charges === null
      ? []
      : ([
          { kind: 'paragraph', runs: charges.intro },
          { kind: 'amounts', rows: charges.rows },
        ] as const)),
    { kind: 'paragraph', runs: content.options },
    { kind: 'paragraph', runs: content.nextStep },
    ...content.notes.map((runs) => ({ kind: 'paragraph', runs }) as const),
  ];
}

/** `subject` has been checked for headers already; `accent` and `monogram` are those of the letter. */
export function mailContentOf(
  facts: LetterFacts,
  content: LetterContent,
  { subject, accent, monogram }: { readonly subject: string; readonly accent: string; readonly monogram: string },
): MailContent {
  const { texts } = content;
  const { sender, customer } = facts;
  const company = cleanText(sender.name);
  const vat = cleanText(sender.vatNumber);
  return {
    languageTag: texts.languageTag,
    subject,
    preheader: texts.preheader({ items: content.itemsInWords, amount: content.amount, payBy: content.payment.payBy }),
    company,
    monogram,
    accent,
    hasLogo: sender.logo !== '',
    salutation: content.salutation,
    parts: partsOf(facts, content),
    closing: {
      greeting: texts.closing,
      name: cleanText(sender.signerName) || cleanText(facts.contact.name),
      role: cleanText(sender.signerRole),
      enclosures: texts.enclosures({
        letter: `${content.letterName.toLowerCase()} ${cleanText(facts.reference)}`,
        copies: content.copies,
        hasAnnex: false,
      }),
    },
    footer: [
      [company, senderAddressInLine(sender, customer.country, texts.language)],
      [
        texts.footer.registration(cleanText(sender.registrationNumber), sender.country),
        ...(vat === '' ? [] : [texts.footer.vat(vat)]),
        cleanText(sender.website),
      ].filter((part) => part !== ''),
    ],
  };
}
