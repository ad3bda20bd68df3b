/** The parts of a mail in the order of the letter, as text; the HTML and the plain part are two ways of writing them down. */
import { type LetterBlock, type LetterPayment, type LetterRun } from '../../../src-shared/letter.ts';
import { negateCents } from '../../../src-shared/money.ts';
import { senderAddressInLine } from './addressLines.ts';
import { cleanText } from './cleanText.ts';
import type { ComposedPart, LetterContent } from './composeLetter.ts';
import { openOf } from './letterContext.ts';
import { isBelgianConsumer } from './letterFacts.ts';
import { isListApart, otherEnclosures } from './enclosureWords.ts';
import { formatLetterAmount, formatLetterEuro, formatLongDate, formatTableDate } from './letterFormats.ts';
import { buildBelgianFacts } from './letterList.ts';
import { copiesOf } from './templates/composeFromTemplate.ts';

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

function listOf({ context }: LetterContent): MailPart {
  const { facts } = context;
  const { language, table, facts: words } = context.texts;
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
    heads: [table.invoice, isConsumer ? words.dueSince : table.dueDate, table.open],
    rows,
    rest: left === 0 ? '' : table.restInLetter(left),
    total: { label: table.total, value: formatLetterEuro(openOf(facts.items), language) },
  };
}

const text = (words: string, bold: boolean): readonly LetterRun[] => [{ text: words, bold }];

/** A block of the letter as it can be read in a mail: tables beyond three columns stay in the letter that goes along. */
function partsOfBlock(block: LetterBlock): readonly MailPart[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: block.runs }];
    case 'facts':
      return [{ kind: 'facts', rows: block.rows }];
    case 'amounts':
    case 'sums':
      return [{ kind: 'amounts', rows: block.rows.map(({ label, value }) => ({ label, value })) }];
    case 'payment':
      return [{ kind: 'payment', payment: block.payment }];
    case 'heading':
      return [{ kind: 'paragraph', runs: text(block.text, true) }];
    case 'list':
      return block.items.map((runs, index) => ({ kind: 'paragraph', runs: [...text(`${index + 1}. `, false), ...runs] }));
    case 'instalments':
      return [{ kind: 'amounts', rows: block.table.rows.map(({ cells }) => ({ label: cells[1] ?? '', value: cells[2] ?? '' })) }];
    case 'table': {
      const [only] = block.table.rows;
      if (only === undefined || block.table.rows.length > 1) return [];
      return [{ kind: 'amounts', rows: block.table.columns.map((column, index) => ({ label: column.head, value: only.cells[index] ?? '' })) }];
    }
    case 'signatures':
      return [];
  }
}

function partsOf(content: LetterContent): readonly MailPart[] {
  const { facts } = content.context;
  const ofPart = (part: ComposedPart): readonly MailPart[] => {
    if (part.type !== 'documents' || part.blocks.length === 0) return part.blocks.flatMap(partsOfBlock);
    const isFacts = part.blocks.some((block) => block.kind === 'facts');
    const belgian = isFacts ? partsOfBlock(buildBelgianFacts(content.context)) : [];
    return isFacts && facts.items.length === 1 ? belgian : [...belgian, listOf(content)];
  };
  return [...content.parts.flatMap(ofPart), ...content.notes.map((runs) => ({ kind: 'paragraph', runs }) as const)];
}

/** `subject` has been checked for headers already; `accent` and `monogram` are those of the letter. */
export function mailContentOf(
  content: LetterContent,
  { subject, accent, monogram }: { readonly subject: string; readonly accent: string; readonly monogram: string },
): MailContent {
  const { texts, facts, counts } = content.context;
  const { sender, customer } = facts;
  const invoice = facts.items.find((item) => item.kind === 'invoice');
  const items = texts.phrases.items(counts, counts.invoices === 1 ? cleanText(invoice?.number ?? '') : null);
  const company = cleanText(sender.name);
  const vat = cleanText(sender.vatNumber);
  return {
    languageTag: texts.languageTag,
    subject,
    preheader: texts.preheader({ items, amount: content.amount, payBy: 'payBy' in facts ? formatLongDate(facts.payBy, texts.language) : '' }),
    company,
    monogram,
    accent,
    hasLogo: sender.logo !== '',
    salutation: content.salutation,
    parts: partsOf(content),
    closing: {
      greeting: content.greeting,
      name: cleanText(sender.signerName) || cleanText(facts.contact.name),
      role: cleanText(sender.signerRole),
      enclosures: texts.enclosures({
        letter: `${content.letterName.toLowerCase()} ${cleanText(facts.reference)}`,
        copies: copiesOf(facts),
        hasAnnex: isListApart(facts),
        others: otherEnclosures(facts),
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
