/**
 * The last look at a finished letter, before anybody can approve it: what every message of its kind must carry, found again in its text as
 * the reader will see it, and what may not stand there. Texts are edited by users and by us; this does not trust either.
 */
import { appError, type AppError } from '../../../src-shared/errors.ts';
import { type LetterBlock, type LetterModel, type LetterPayment, type LetterTable, type ParagraphRole, textsOfBlock, textsOfLetter } from '../../../src-shared/letter.ts';
import { type Cents, decimalFromCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { judgeFourteenDayWording } from '../law/fourteenDayWording.ts';
import { belgianIndemnity } from './belgianCharges.ts';
import { cleanText } from './cleanText.ts';
import { accruedOf, costsOf, openOf } from './letterContext.ts';
import { hasClaim, isBelgianConsumer, isConfirmation, isReminder, letterKindOf, type LetterFacts } from './letterFacts.ts';
import { formatDeadline, formatLetterAmount, formatLetterEuro, formatLongDate, formatTableDate } from './letterFormats.ts';
import { textOfRuns } from './letterRuns.ts';
import { isFreeLetter } from './templates/ownWordRules.ts';
import { chargeNamedIn } from './tone/chargeWords.ts';
import { languageOf } from './tone/languageOf.ts';
import { letterTextsFor } from './textsFor.ts';

export const letterParts = [
  'amount',
  'invoices',
  'dueDates',
  'payBy',
  'payment',
  'nextStep',
  'contact',
  'question',
  'creditor',
  'earlierMessage',
  'costs',
  'term',
  'free',
] as const;
type LetterPart = (typeof letterParts)[number];

const tablesOf = (model: LetterModel): readonly LetterTable[] => [
  ...model.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  ...(model.annex === null ? [] : [model.annex.table]),
];

const textOfBlock = (block: LetterBlock): string => {
  switch (block.kind) {
    case 'paragraph':
      return textOfRuns(block.runs);
    case 'facts':
      return block.rows.map((row) => `${row.label} ${textOfRuns(row.runs)}`).join('\n');
    case 'amounts':
      return block.rows.map((row) => `${row.label} ${row.value}`).join('\n');
    case 'heading':
    case 'list':
    case 'sums':
    case 'instalments':
    case 'signatures':
      return textsOfBlock(block).join('\n');
    case 'table':
    case 'payment':
      return '';
  }
};

/** A letter as the checks read it. */
type Read = {
  readonly model: LetterModel;
  readonly facts: LetterFacts;
  readonly language: LetterModel['language'];
  readonly running: string;
  readonly cells: readonly (readonly string[])[];
  readonly payment: LetterPayment | undefined;
  readonly paragraph: (role: ParagraphRole) => string;
};

function read(model: LetterModel, facts: LetterFacts): Read {
  const paragraphs = (role: ParagraphRole): readonly string[] =>
    model.blocks.flatMap((block) => (block.kind === 'paragraph' && block.role === role ? [textOfRuns(block.runs)] : []));
  return {
    model,
    facts,
    language: letterTextsFor(facts).language,
    running: [model.subject, ...model.blocks.map(textOfBlock)].join('\n'),
    cells: tablesOf(model).flatMap((table) => table.rows.map((row) => row.cells)),
    payment: model.blocks.flatMap((block) => (block.kind === 'payment' ? [block.payment] : []))[0],
    paragraph: (role) => paragraphs(role).join('\n'),
  };
}

function carriesDueDates({ facts, language, cells, running }: Read): boolean {
  return facts.items.every((item) => {
    if (item.dueDate === null) return true;
    const number = cleanText(item.number);
    const date = formatTableDate(item.dueDate, language);
    const longDate = formatLongDate(item.dueDate, language);
    return (
      cells.some((row) => row.some((cell) => cell.endsWith(number)) && row.includes(date)) ||
      cells.some((row) => row.some((cell) => cell.includes(number) && cell.includes(longDate))) ||
      (running.includes(number) && running.includes(longDate))
    );
  });
}

function carriesPayment({ model, facts, payment, language }: Read): boolean {
  if (facts.step === 'payment-plan') {
    const [first] = facts.instalments;
    const code = model.blocks.flatMap((block) => (block.kind === 'instalments' ? [block.code.epcText] : []))[0];
    return first !== undefined && code?.includes(`EUR${decimalFromCents(first.amount)}`) === true;
  }
  if (model.claim.cents <= 0) return payment === undefined;
  return (
    payment !== undefined &&
    payment.amount === formatLetterEuro(model.claim.cents, language) &&
    payment.epcText.includes(`EUR${decimalFromCents(model.claim.cents)}`) &&
    payment.rows.some((row) => row.value.replace(/\s/g, '') === facts.sender.iban.replace(/\s/g, '').toUpperCase())
  );
}

/** The sum stands in the text or the list, and in the box when there is one. */
function carriesAmount({ model, facts, payment, running, language }: Read): boolean {
  const amount = formatLetterEuro(model.claim.cents, language);
  if (isConfirmation(facts)) return running.includes(formatLetterEuro(facts.payment.amount, language));
  const isTold = running.includes(amount) || tablesOf(model).some((table) => table.total.value === amount);
  return isTold && (facts.step === 'payment-plan' || model.claim.cents <= 0 || payment?.amount === amount);
}

function carriesPayBy({ facts, running, payment, language }: Read): boolean {
  if (!('payBy' in facts)) return true;
  return (
    running.includes(formatDeadline(facts.payBy, language)) &&
    payment?.rows.some((row) => row.value.endsWith(formatLongDate(facts.payBy, language))) === true
  );
}

function carriesEarlier({ facts, running, language }: Read): boolean {
  if (cleanText(facts.own.opening) !== '') return true;
  if (facts.step === 'reminder-2') return facts.earlierMessageOn === null || running.includes(formatLongDate(facts.earlierMessageOn, language));
  const last = 'earlierMessages' in facts ? facts.earlierMessages.at(-1) : undefined;
  return last === undefined || running.includes(formatLongDate(last, language));
}

/** What is asked or announced beside the invoices stands in the letter as an amount. */
function carriesCosts({ facts, running, cells, language }: Read): boolean {
  const has = (amount: Cents): boolean => amount === 0 || running.includes(formatLetterAmount(amount, language)) || cells.flat().includes(formatLetterAmount(amount, language));
  if (facts.step === 'fourteen-day-letter') return has(facts.costs.amountCents);
  if (hasClaim(facts)) return has(accruedOf(facts)) && has(costsOf(facts)) && (facts.claim.laterCosts === null || has(facts.claim.laterCosts.amount.amountCents));
  const isAnnounced = isReminder(facts) && isBelgianConsumer(facts) && facts.belgianClause !== null;
  return !isAnnounced || has(belgianIndemnity(openOf(facts.items)).amount);
}

/** The fourteen-day letter prints the approved formula in text and box; the Belgian first reminder its fourteen days and the last of them. */
function carriesTerm({ facts, paragraph, payment, language }: Read): boolean {
  const term = paragraph('term');
  if (facts.step === 'fourteen-day-letter') {
    const { fourteenDayTerm } = letterTextsFor(facts).law;
    return term.includes(fourteenDayTerm) && payment?.rows.some((row) => row.value.startsWith(fourteenDayTerm)) === true;
  }
  const isFirst = facts.step === 'reminder-1' && isBelgianConsumer(facts);
  return !isFirst || (/(?<!\d)14(?!\d)/.test(term) && term.includes(formatDeadline(facts.payBy, language)));
}

/** Whether a letter carries each part. A part that does not apply to this letter counts as carried. */
function partsOfLetter(letter: Read): Readonly<Record<LetterPart, () => boolean>> {
  const { facts, running, cells, paragraph, language } = letter;
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  const isFirst = facts.step === 'reminder-1';
  const isFirstBelgian = isFirst && isBelgianConsumer(facts);
  const namesCreditor = running.includes(cleanText(facts.sender.registrationNumber)) && running.includes(cleanText(facts.sender.name));
  return {
    amount: () => carriesAmount(letter),
    invoices: () =>
      (facts.step === 'payment-plan' && facts.items.length > 3) ||
      facts.items
        .map((item) => cleanText(item.number))
        .every((number) => cells.some((row) => row.some((cell) => cell.includes(number))) || running.includes(number)),
    dueDates: () => isConfirmation(facts) || (facts.step === 'payment-plan' && facts.items.length > 3) || carriesDueDates(letter),
    payBy: () => carriesPayBy(letter),
    payment: () => carriesPayment(letter),
    nextStep: () =>
      facts.step === 'payment-plan' ||
      ('nextStep' in facts ? paragraph('nextStep').includes(formatLongDate(facts.nextStep.on, language)) : paragraph('nextStep') !== ''),
    contact: () =>
      [facts.contact.phone, facts.contact.email].some(
        (way) => cleanText(way) !== '' && plain(facts.step === 'payment-plan' ? running : paragraph('options')).includes(cleanText(way)),
      ),
    question: () => !isFirst || isBelgianConsumer(facts) || paragraph('opening').includes('?'),
    creditor: () => (!isFirstBelgian && facts.step !== 'payment-plan') || namesCreditor,
    earlierMessage: () => carriesEarlier(letter),
    costs: () => carriesCosts(letter),
    term: () => carriesTerm(letter),
    free: () => !isFirstBelgian || /gratis|gratuit|free|kostenlos/i.test(paragraph('opening')),
  };
}

const longestForeignText = 40;

/** What may not stand in any letter: a field that nothing filled, a void term, another language than the reader's. */
function forbiddenIn({ model, facts, paragraph }: Read): AppError | null {
  const [field] = textsOfLetter(model).flatMap((text) => [...text.matchAll(/\{\{[^}]{0,40}\}\}/g)].map(([found]) => found));
  if (field !== undefined) return appError('template-field-unknown', { field });
  const roles: readonly ParagraphRole[] = ['opening', 'term', 'request', 'consequence', 'options', 'nextStep', 'note'];
  // Headings and points are words of the letter too: what makes it void there makes it void.
  const others = model.blocks.flatMap((block) => (block.kind === 'heading' || block.kind === 'list' ? textsOfBlock(block) : []));
  const all = [model.subject, ...roles.map(paragraph), ...others].join('\n');
  if (facts.step === 'fourteen-day-letter' && !judgeFourteenDayWording(all).isValid) return appError('letter-term-void');
  const charge = isFreeLetter(letterKindOf(facts)) || facts.step === 'fourteen-day-letter' ? chargeNamedIn([facts.own.opening, facts.own.note].join('\n'), model.language) : null;
  if (charge !== null) return appError('template-charges-asked', { phrase: charge });
  const found = languageOf(all);
  return found === null || found === model.language || all.length < longestForeignText ? null : appError('letter-language-mixed', { language: found });
}

/** The letter itself; or `letter-block-missing` with the first part that it lacks, or what may not stand in it. */
export function validateLetter(model: LetterModel, facts: LetterFacts): Result<LetterModel, AppError> {
  const letter = read(model, facts);
  const parts = partsOfLetter(letter);
  const missing = letterParts.find((part) => !parts[part]());
  if (missing !== undefined) return err(appError('letter-block-missing', { block: missing }));
  const forbidden = forbiddenIn(letter);
  return forbidden === null ? ok(model) : err(forbidden);
}
