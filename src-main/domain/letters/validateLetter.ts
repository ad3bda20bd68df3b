/**
 * The last look at a finished letter, before anybody can approve it: the seven things every message must carry, found again in its text
 * as the reader will see it. Texts are edited by users and by us; this does not trust either.
 */
import { appError, type AppError } from '../../../src-shared/errors.ts';
import { type LetterBlock, type LetterModel, type LetterTable, type ParagraphRole, textsOfBlock } from '../../../src-shared/letter.ts';
import { decimalFromCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { letterTextsFor } from './composeLetter.ts';
import { cleanText } from './cleanText.ts';
import { isBelgianConsumer, type LetterFacts } from './letterFacts.ts';
import { formatDeadline, formatLetterEuro, formatLongDate, formatTableDate } from './letterFormats.ts';
import { textOfRuns } from './letterRuns.ts';

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

/** Whether a letter carries each part. A part that does not apply to this letter counts as carried. */
function partsOfLetter(model: LetterModel, facts: LetterFacts): Readonly<Record<LetterPart, boolean>> {
  const texts = letterTextsFor(facts);
  const { language } = texts;
  const running = [model.subject, ...model.blocks.map(textOfBlock)].join('\n');
  const cells = tablesOf(model).flatMap((table) => table.rows.map((row) => row.cells));
  const payment = model.blocks.flatMap((block) => (block.kind === 'payment' ? [block.payment] : []))[0];
  const paragraph = (role: ParagraphRole): string =>
    model.blocks.flatMap((block) => (block.kind === 'paragraph' && block.role === role ? [textOfRuns(block.runs)] : [])).join('\n');
  const amount = formatLetterEuro(model.claim.cents, language);
  const listed = (number: string, date: string, longDate: string): boolean =>
    cells.some((row) => row.some((cell) => cell.endsWith(number)) && row.includes(date)) ||
    (running.includes(number) && running.includes(longDate));
  const isFirst = facts.step === 'reminder-1';
  const isConsumer = isBelgianConsumer(facts);
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  return {
    amount: payment?.amount === amount && (running.includes(amount) || tablesOf(model).some((table) => table.total.value === amount)),
    invoices: facts.items
      .map((item) => cleanText(item.number))
      .every((number) => cells.some((row) => row.some((cell) => cell.endsWith(number))) || running.includes(number)),
    dueDates: facts.items.every(
      (item) =>
        item.dueDate === null ||
        listed(cleanText(item.number), formatTableDate(item.dueDate, language), formatLongDate(item.dueDate, language)),
    ),
    payBy:
      running.includes(formatDeadline(facts.payBy, language)) &&
      payment?.rows.some((row) => row.value === formatLongDate(facts.payBy, language)) === true,
    payment:
      payment !== undefined &&
      payment.epcText.includes(`EUR${decimalFromCents(model.claim.cents)}`) &&
      payment.rows.some((row) => row.value.replace(/\s/g, '') === facts.sender.iban.replace(/\s/g, '').toUpperCase()),
    nextStep: paragraph('nextStep').includes(formatLongDate(facts.nextStep.on, language)),
    contact: [facts.contact.phone, facts.contact.email].some(
      (way) => cleanText(way) !== '' && plain(paragraph('options')).includes(cleanText(way)),
    ),
    question: !isFirst || isConsumer || paragraph('opening').includes('?'),
    creditor:
      !isConsumer || (running.includes(cleanText(facts.sender.registrationNumber)) && running.includes(cleanText(facts.sender.name))),
    earlierMessage:
      isFirst ||
      facts.earlierMessageOn === null ||
      running.includes(formatLongDate(facts.earlierMessageOn, language)) ||
      cleanText(facts.own.opening) !== '',
  };
}

/** The letter itself, or `letter-block-missing` with the first part that it lacks. */
export function validateLetter(model: LetterModel, facts: LetterFacts): Result<LetterModel, AppError> {
  const carried = partsOfLetter(model, facts);
  const missing = letterParts.find((part) => !carried[part]);
  return missing === undefined ? ok(model) : err(appError('letter-block-missing', { block: missing }));
}
