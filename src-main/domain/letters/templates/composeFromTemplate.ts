/** From facts and a template to a finished letter as data: checked, composed, laid in order (design/letters.md §3) and looked over once more. */
import type { AppError } from '../../../../src-shared/errors.ts';
import type { LetterModel } from '../../../../src-shared/letter.ts';
import type { LetterTemplate } from '../../../../src-shared/letterTemplate.ts';
import { readableAccent } from '../../../../src-shared/accentColour.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { contactLines, customerAddress, senderAddressInLine } from '../addressLines.ts';
import { calculationAnnex } from '../calculationAnnex.ts';
import { checkFacts } from '../checkFacts.ts';
import { otherEnclosures } from '../enclosureWords.ts';
import { claimTable } from '../claimBlocks.ts';
import { cleanText } from '../cleanText.ts';
import { composeLetter, type LetterContent } from '../composeLetter.ts';
import { invoicesOf, type LetterContext, letterContextOf } from '../letterContext.ts';
import { hasClaim, letterCountry, letterKindOf, type LetterFacts } from '../letterFacts.ts';
import { formatLongDate } from '../letterFormats.ts';
import { buildTable } from '../letterList.ts';
import { placeOfList } from '../placeOfList.ts';
import { appError } from '../../../../src-shared/errors.ts';
import { validateLetter } from '../validateLetter.ts';
import type { ItemCopies, Medium } from '../letterTexts.ts';
import { defaultTemplate } from './defaultTemplate.ts';

export const templateFor = (facts: LetterFacts): LetterTemplate =>
  defaultTemplate(letterKindOf(facts), facts.customer.language, { country: letterCountry(facts), customerKind: facts.customer.kind });

export const copiesOf = (facts: LetterFacts): ItemCopies | null => {
  const invoices = invoicesOf(facts.items);
  return facts.enclosesInvoices && invoices.length > 0 ? { count: invoices.length, onlyNumber: cleanText(invoices[0]?.number ?? '') } : null;
};

const sideOf = (country: string): 'left' | 'right' => (country === 'BE' ? 'right' : 'left');

function letterheadOf({ facts, texts }: LetterContext): LetterModel['letterhead'] {
  const { sender, customer } = facts;
  const name = cleanText(sender.name);
  return {
    name,
    activity: cleanText(sender.activity),
    contactLines: contactLines(sender, customer.country, { side: sideOf(sender.country), language: texts.language }),
    monogram: (Array.from(name).find((character) => /\p{L}|\p{N}/u.test(character)) ?? '').toUpperCase(),
    accent: readableAccent(sender.accentColour),
    logo: sender.logo,
  };
}

function footerOf({ facts: { sender, customer }, texts }: LetterContext): LetterModel['footer'] {
  const { footer, language } = texts;
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

function referencesOf({ facts, texts }: LetterContext): LetterModel['references'] {
  const { references: words, language } = texts;
  const isStatement = facts.step === 'account-statement';
  const last =
    facts.isRegistered === true
      ? { label: words.sending, value: words.registered }
      : { label: words.contact, value: cleanText(facts.contact.name) };
  return [
    { label: words.date, value: formatLongDate(facts.today, language) },
    { label: words.customerNumber, value: cleanText(facts.customer.number) },
    { label: isStatement ? words.statement : words.ourReference, value: cleanText(facts.reference) },
    last,
  ].filter((row) => row.value !== '');
}

function closingOf(content: LetterContent): LetterModel['closing'] {
  const { context, greeting } = content;
  const { facts, texts } = context;
  const enclosures = texts.enclosures({
    letter: null,
    copies: copiesOf(facts),
    hasAnnex: context.place === 'annex',
    others: otherEnclosures(facts),
  });
  if (greeting === '') return { greeting: '', name: '', role: '', enclosures };
  return {
    greeting,
    name: cleanText(facts.sender.signerName) || cleanText(facts.contact.name),
    role: cleanText(facts.sender.signerRole),
    enclosures,
    ...(hasClaim(facts) || facts.step === 'fourteen-day-letter' ? { isSigned: true } : {}),
  };
}

const payByOf = (facts: LetterFacts): LetterModel['claim']['payBy'] =>
  'payBy' in facts
    ? facts.payBy
    : facts.step === 'fourteen-day-letter'
      ? facts.lastFreeDay.date
      : facts.step === 'payment-plan'
        ? (facts.instalments[0]?.dueOn ?? facts.today)
        : facts.today;

function modelOf(content: LetterContent): LetterModel {
  const { context, letterName } = content;
  const { facts, texts } = context;
  const reference = cleanText(facts.reference);
  const calculation = calculationAnnex(context);
  const listed = (): LetterModel['annex'] => ({
    title: texts.table.annexTitle,
    table: hasClaim(facts) ? claimTable(facts, context) : buildTable(context),
  });
  return {
    language: texts.language,
    languageTag: texts.languageTag,
    title: `${letterName} ${reference}`,
    date: facts.today,
    letterhead: letterheadOf(context),
    window: { side: sideOf(facts.sender.country), offset: facts.sender.windowOffset },
    address: customerAddress(facts.customer, facts.sender.country, { attention: texts.attention, language: texts.language }),
    references: referencesOf(context),
    subject: content.subject,
    salutation: content.salutation,
    blocks: [
      ...content.parts.flatMap((part) => part.blocks),
      ...content.notes.map((runs) => ({ kind: 'paragraph', role: 'note', runs }) as const),
    ],
    closing: closingOf(content),
    annex: context.place === 'annex' ? listed() : null,
    ...(calculation === null ? {} : { annexes: [calculation] }),
    footer: footerOf(context),
    pageLabel: texts.pageLabel,
    runningHead: { left: cleanText(facts.sender.name), right: `${letterName} ${reference}, ${formatLongDate(facts.today, texts.language)}` },
    claim: { cents: content.cents, reference: context.reference.printed, payBy: payByOf(facts) },
  };
}

/** A template speaks to one kind of reader; what the law asks of a letter to another would be missing. */
function checkTemplate(template: LetterTemplate, facts: LetterFacts): AppError | null {
  const fits =
    template.kind === letterKindOf(facts) &&
    template.language === facts.customer.language &&
    template.country === letterCountry(facts) &&
    template.customerKind === facts.customer.kind;
  return fits ? null : appError('template-other-reader', { kind: template.kind });
}

/** The checked words of a message for one medium, without the shape of a letter. */
export function contentFromTemplate(template: LetterTemplate, facts: LetterFacts, medium: Medium): Result<LetterContent, AppError> {
  const problem = checkFacts(facts) ?? checkTemplate(template, facts);
  if (problem !== null) return err(problem);
  const place = medium === 'mail' ? 'page' : placeOfList(facts);
  const content = composeLetter(template, letterContextOf(facts, { medium, place }));
  if (!content.ok) return content;
  const [unresolved] = content.value.unresolved;
  return unresolved === undefined ? content : err(appError('template-field-unknown', { field: unresolved }));
}

/**
 * Builds the letter with the words of a template. Refusals (`AppError`): nothing to pay, no euro, incomplete company or address, items that
 * do not add up, a deadline on a free day or inside the legal term, charges before their time, amounts that differ from their working, a
 * merge field that this letter cannot fill, words that do not belong in this step, a missing part.
 */
export function composeFromTemplate(template: LetterTemplate, facts: LetterFacts): Result<LetterModel, AppError> {
  const content = contentFromTemplate(template, facts, 'letter');
  if (!content.ok) return content;
  const model = modelOf(content.value);
  const checked = validateLetter(model, facts);
  return checked.ok ? ok(model) : checked;
}
