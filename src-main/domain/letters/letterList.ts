/** The invoices of a letter as a table, as facts (Belgian consumer) or as sums (when the list itself is an annex). */
import type { LetterBlock, LetterTable } from '../../../src-shared/letter.ts';
import { addCents, type Cents, negateCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { cleanText } from './cleanText.ts';
import { type LetterContext, openOf } from './letterContext.ts';
import { isBelgianConsumer, isConfirmation, isReminder, type LetterItem } from './letterFacts.ts';
import { formatLetterAmount, formatLetterEuro, formatLongDate, formatTableDate } from './letterFormats.ts';

const absent = '–';

/** `−400,00`, or empty where nothing was received. */
const receivedText = (received: Cents, context: LetterContext): string =>
  received === 0 ? '' : formatLetterAmount(negateCents(received), context.texts.language);

const numberText = (item: LetterItem, context: LetterContext): string =>
  item.kind === 'creditNote' ? context.texts.table.creditNote(cleanText(item.number)) : cleanText(item.number);

type ColumnText = {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly width: number;
  readonly cell: (item: LetterItem) => string;
};

function columnsOf(context: LetterContext): readonly ColumnText[] {
  const { texts, facts } = context;
  const { language, table } = texts;
  const amount = (value: Cents): string => formatLetterAmount(value, language);
  const issued: ColumnText = { head: table.issueDate, align: 'left', width: 27, cell: (item) => formatTableDate(item.issueDate, language) };
  const due = (head: string): ColumnText => ({
    head,
    align: 'left',
    width: 27,
    cell: (item) => (item.dueDate === null ? absent : formatTableDate(item.dueDate, language)),
  });
  const received: ColumnText = { head: table.received, align: 'right', width: 22, cell: (item) => receivedText(item.received, context) };
  const number: ColumnText = { head: table.invoice, align: 'left', width: 30.1, cell: (item) => numberText(item, context) };
  const total: ColumnText = { head: table.amount, align: 'right', width: 20.6, cell: (item) => amount(item.total) };
  const open: ColumnText = { head: table.open, align: 'right', width: 23.3, cell: (item) => amount(item.open) };
  if (isConfirmation(facts)) return [number, issued, total, received, open];
  if (facts.step === 'fourteen-day-letter' && facts.items.some((item) => cleanText(item.description) !== '')) {
    const supplied: ColumnText = { head: table.supplied, align: 'left', width: 60, cell: (item) => cleanText(item.description) };
    return [{ ...number, width: 21 }, { ...issued, width: 21 }, supplied, { ...due(table.dueDate), width: 21 }, { ...open, head: table.openShort }];
  }
  if (isReminder(facts) && isBelgianConsumer(facts)) {
    const words = texts.facts;
    return [
      { head: table.invoice, align: 'left', width: 24, cell: (item) => numberText(item, context) },
      { head: words.supplied, align: 'left', width: 56, cell: (item) => cleanText(item.description) },
      { ...due(words.dueSince), width: 27 },
      { ...received, width: 20 },
      { head: words.balance, align: 'right', width: 23, cell: (item) => amount(item.open) },
    ];
  }
  return [number, issued, due(table.dueDate), total, received, open];
}

export function buildTable(context: LetterContext): LetterTable {
  const { facts } = context;
  const { table, language } = context.texts;
  const columns = columnsOf(context);
  let running: Cents = zeroCents;
  const rows = facts.items.map((item) => {
    running = addCents(running, item.open);
    return { cells: columns.map((column) => column.cell(item)), runningTotal: formatLetterAmount(running, language) };
  });
  return {
    columns: columns.map(({ head, align, width }) => ({ head, align, width })),
    rows,
    total: { label: table.total, value: formatLetterEuro(openOf(facts.items), language) },
    carriedForward: table.carriedForward,
    broughtForward: table.broughtForward,
  };
}

/** Sums for the first page when the list is an annex. */
export function buildSums(context: LetterContext): LetterBlock {
  const { facts } = context;
  const { table, language } = context.texts;
  const invoices = facts.items.filter((item) => item.kind === 'invoice');
  const credits = sumCents(facts.items.filter((item) => item.kind === 'creditNote').map((item) => item.open));
  const received = sumCents(invoices.map((item) => item.received));
  const row = (label: string, value: Cents): { label: string; value: string; isTotal: boolean } => ({
    label,
    value: formatLetterAmount(value, language),
    isTotal: false,
  });
  return {
    kind: 'amounts',
    rows: [
      row(table.invoicesTogether(invoices.length), sumCents(invoices.map((item) => item.total))),
      ...(received === 0 ? [] : [row(table.receivedTogether, negateCents(received))]),
      ...(credits === 0 ? [] : [row(table.creditTogether, credits)]),
      { label: table.toPay, value: formatLetterEuro(openOf(facts.items), language), isTotal: true },
    ],
  };
}

/** The facts that Belgian law wants in the first reminder: creditor with enterprise number, what was supplied, since when it is due, balance. */
export function buildBelgianFacts(context: LetterContext): LetterBlock {
  const { facts, toPay } = context;
  const { language, facts: words } = context.texts;
  const plain = (label: string, text: string): { label: string; runs: { text: string; bold: boolean }[] } => ({
    label,
    runs: [{ text, bold: false }],
  });
  const euro = (value: Cents): string => formatLetterEuro(value, language);
  const [only] = facts.items;
  const ofOne =
    only === undefined || facts.items.length > 1
      ? []
      : [
          plain(words.supplied, cleanText(only.description)),
          plain(
            words.invoice,
            words.invoiceValue(
              cleanText(only.number),
              formatLongDate(only.issueDate, language),
              only.dueDate === null ? absent : formatLongDate(only.dueDate, language),
            ),
          ),
          ...(only.received === 0 ? [] : [plain(words.amount, euro(only.total)), plain(words.received, euro(negateCents(only.received)))]),
        ];
  return {
    kind: 'facts',
    rows: [
      plain(words.creditor, words.creditorValue(cleanText(facts.sender.name), cleanText(facts.sender.registrationNumber))),
      ...ofOne,
      { label: words.balance, runs: [{ text: euro(toPay), bold: true }] },
    ],
  };
}
