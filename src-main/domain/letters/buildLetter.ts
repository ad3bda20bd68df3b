/** From facts to a finished letter as data: checked, composed, laid in order (design/letters.md §3) and looked over once more. */
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterBlock, LetterModel, LetterPayment } from '../../../src-shared/letter.ts';
import { err, type Result } from '../../../src-shared/result.ts';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { readableAccent } from '../../../src-shared/accentColour.ts';
import { contactLines, customerAddress, senderAddressInLine } from './addressLines.ts';
import { checkFacts } from './checkFacts.ts';
import { cleanText } from './cleanText.ts';
import { composeLetter, type LetterContent } from './composeLetter.ts';
import { isBelgianConsumer, type LetterFacts } from './letterFacts.ts';
import { formatLongDate } from './letterFormats.ts';
import { buildBelgianFacts, buildSums, buildTable } from './letterList.ts';
import { textOfRuns } from './letterRuns.ts';
import type { ListPlace } from './letterTexts.ts';
import { validateLetter } from './validateLetter.ts';

/** Rows that a first page holds beside box, options, next step and closing in our own words. */
const rowsOnFirstPage = 10;
/** Characters of running text that go in one line, rather too few than too many. */
const lineLength = 82;

/** The list moves to an annex when it, or the user's own text beside it, would push the closing off the first page. */
function placeOfList(facts: LetterFacts): ListPlace {
  const rows = facts.items.length;
  if (rows > rowsOnFirstPage) return 'annex';
  const linesOf = (text: string): number => Math.ceil(text.length / lineLength);
  const isConsumer = isBelgianConsumer(facts);
  const extraLines =
    Math.max(0, linesOf(facts.own.opening) - 2) + linesOf(facts.own.note) + (facts.step === 'reminder-2' ? 1 : 0) + (isConsumer ? 11 : 0);
  return rows > 3 && rows + extraLines * 0.9 > rowsOnFirstPage ? 'annex' : 'page';
}

export function paymentBlock(facts: LetterFacts, content: LetterContent): LetterPayment {
  const { payment: words } = content.texts;
  const { reference, name, payBy, epcText, iban } = content.payment;
  return {
    amountLabel: words.amount,
    amount: content.amount,
    rows: [
      { label: 'IBAN', value: formatIban(iban) },
      ...(facts.sender.bic !== '' && facts.customer.country !== facts.sender.country
        ? [{ label: 'BIC', value: cleanText(facts.sender.bic) }]
        : []),
      { label: words.name, value: name },
      { label: reference.kind === 'structured' ? words.structuredReference : words.freeReference, value: reference.printed },
      { label: words.deadline, value: payBy },
    ],
    caption: words.caption,
    epcText,
    alternative: words.alternative({ amount: content.amount, name, reference: reference.printed }),
  };
}

function blocksOf(facts: LetterFacts, content: LetterContent, place: ListPlace): readonly LetterBlock[] {
  const list: LetterBlock[] = [];
  const isConsumer = isBelgianConsumer(facts);
  if (isConsumer) list.push(buildBelgianFacts(facts, content));
  if (!isConsumer || facts.items.length > 1)
    list.push(place === 'annex' ? buildSums(facts, content) : { kind: 'table', table: buildTable(facts, content) });
  const { charges } = content;
  return [
    { kind: 'paragraph', role: 'opening', runs: content.opening },
    ...list,
    { kind: 'paragraph', role: isConsumer ? 'term' : 'request', runs: content.request },
    { kind: 'payment', payment: paymentBlock(facts, content) },
    ...(charges === null
      ? []
      : ([
          { kind: 'paragraph', role: 'consequence', runs: charges.intro },
          { kind: 'amounts', rows: charges.rows.map((row) => ({ ...row, isTotal: false })) },
        ] as const)),
    { kind: 'paragraph', role: 'options', runs: content.options },
    { kind: 'paragraph', role: 'nextStep', runs: content.nextStep },
    ...content.notes.map((runs) => ({ kind: 'paragraph', role: 'note', runs }) as const),
  ];
}

function letterheadOf({ sender, customer }: LetterFacts, content: LetterContent): LetterModel['letterhead'] {
  const name = cleanText(sender.name);
  return {
    name,
    activity: cleanText(sender.activity),
    contactLines: contactLines(sender, customer.country, { side: sideOf(sender.country), language: content.texts.language }),
    monogram: (Array.from(name).find((character) => /\p{L}|\p{N}/u.test(character)) ?? '').toUpperCase(),
    accent: readableAccent(sender.accentColour),
    logo: sender.logo,
  };
}

const sideOf = (country: string): 'left' | 'right' => (country === 'BE' ? 'right' : 'left');

function footerOf({ sender, customer }: LetterFacts, content: LetterContent): LetterModel['footer'] {
  const { footer, language } = content.texts;
  const vat = cleanText(sender.vatNumber);
  return [
    [cleanText(sender.name), senderAddressInLine(sender, customer.country, language)],
    [
      footer.registration(cleanText(sender.registrationNumber), sender.country),
      ...(vat === '' ? [] : [footer.vat(vat)]),
      cleanText(sender.email),
    ].filter((part) => part !== ''),
  ];
}

/**
 * Builds the letter. Refusals (`AppError`): nothing to pay, no euro, incomplete company or address, items that do not add up or are not
 * overdue, a deadline on a free day or inside the legal term, words that do not belong in this step, a missing part.
 */
export function buildLetter(facts: LetterFacts): Result<LetterModel, AppError> {
  const problem = checkFacts(facts);
  if (problem !== null) return err(problem);
  const place = placeOfList(facts);
  const composed = composeLetter(facts, { medium: 'letter', place });
  if (!composed.ok) return composed;
  const content = composed.value;
  const { texts } = content;
  const date = formatLongDate(facts.today, texts.language);
  const reference = cleanText(facts.reference);
  const model: LetterModel = {
    language: texts.language,
    languageTag: texts.languageTag,
    title: `${content.letterName} ${reference}`,
    date: facts.today,
    letterhead: letterheadOf(facts, content),
    window: { side: sideOf(facts.sender.country), offset: facts.sender.windowOffset },
    address: customerAddress(facts.customer, facts.sender.country, { attention: texts.attention, language: texts.language }),
    references: [
      { label: texts.references.date, value: date },
      { label: texts.references.customerNumber, value: cleanText(facts.customer.number) },
      { label: texts.references.ourReference, value: reference },
      { label: texts.references.contact, value: cleanText(facts.contact.name) },
    ].filter((row) => row.value !== ''),
    subject: content.subject,
    salutation: content.salutation,
    blocks: blocksOf(facts, content, place),
    closing: {
      greeting: texts.closing,
      name: cleanText(facts.sender.signerName) || cleanText(facts.contact.name),
      role: cleanText(facts.sender.signerRole),
      enclosures: texts.enclosures({ letter: null, copies: content.copies, hasAnnex: place === 'annex' }),
    },
    annex: place === 'annex' ? { title: texts.table.annexTitle, table: buildTable(facts, content) } : null,
    footer: footerOf(facts, content),
    pageLabel: texts.pageLabel,
    runningHead: { left: cleanText(facts.sender.name), right: `${content.letterName} ${reference}, ${date}` },
    claim: { cents: content.cents, reference: content.payment.reference.printed, payBy: facts.payBy },
  };
  return validateLetter(model, facts);
}

/** Our own words for the parts that a user may change, as a start for editing. */
export function editableTexts(
  facts: LetterFacts,
): Result<{ readonly subject: string; readonly opening: string; readonly note: string }, AppError> {
  const problem = checkFacts(facts);
  if (problem !== null) return err(problem);
  const plain = { ...facts, own: { ...facts.own, opening: '' } };
  const composed = composeLetter(plain, { medium: 'letter', place: placeOfList(facts) });
  if (!composed.ok) return composed;
  const { subject, opening, texts, counts } = composed.value;
  const question = textOfRuns(isBelgianConsumer(facts) ? texts.belgianConsumer.isFree : texts.question(counts));
  const ours = textOfRuns(opening);
  return {
    ok: true,
    value: {
      subject,
      opening: cleanText(facts.own.opening) || (ours.endsWith(question) ? ours.slice(0, -question.length).trimEnd() : ours),
      note: facts.own.note,
    },
  };
}
