/** The statement of account: every open document, its age, and the whole balance in one code (design/letters.md §5, pages 07). */
import type { LetterBlock, LetterTable } from '../../../src-shared/letter.ts';
import { daysBetween } from '../../../src-shared/dates.ts';
import { addCents, type Cents, negateCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { cleanText } from './cleanText.ts';
import type { LetterContext } from './letterContext.ts';
import type { LetterItem, StatementFacts } from './letterFacts.ts';
import { formatLetterAmount, formatLetterEuro, formatTableDate } from './letterFormats.ts';

const daysLateOf = (item: LetterItem, { today }: StatementFacts): number =>
  item.kind === 'creditNote' || item.dueDate === null ? 0 : Math.max(0, daysBetween(item.dueDate, today));

export function statementTable(facts: StatementFacts, context: LetterContext): LetterTable {
  const { statement: words, table, language } = context.texts;
  const amount = (value: Cents): string => formatLetterAmount(value, language);
  let running: Cents = zeroCents;
  const rows = facts.items.map((item) => {
    running = addCents(running, item.open);
    const late = daysLateOf(item, facts);
    const number = cleanText(item.number);
    return {
      cells: [
        item.kind === 'creditNote' ? table.creditNote(number) : words.invoice(number),
        formatTableDate(item.issueDate, language),
        item.dueDate === null ? '–' : formatTableDate(item.dueDate, language),
        late === 0 ? '' : String(late),
        amount(item.total),
        item.received === 0 ? '' : amount(negateCents(item.received)),
        amount(item.open),
      ],
      runningTotal: amount(running),
    };
  });
  const left = (head: string, width: number) => ({ head, align: 'left', width }) as const;
  const right = (head: string, width: number) => ({ head, align: 'right', width }) as const;
  return {
    columns: [
      left(words.document, 35),
      left(words.date, 21),
      left(words.dueDate, 21),
      right(words.daysLate, 17),
      right(words.amount, 18),
      right(words.paid, 18),
      right(words.open, 20),
    ],
    rows,
    total: { label: words.balance, value: formatLetterEuro(context.toPay, language) },
    carriedForward: table.carriedForward,
    broughtForward: table.broughtForward,
  };
}

/** Sums by age; every invoice falls in one of them, credit notes stand apart. */
export function agesOf(facts: StatementFacts): readonly [notDue: Cents, to30: Cents, to60: Cents, to90: Cents, over90: Cents, credit: Cents] {
  const sumOf = (fits: (days: number) => boolean): Cents =>
    sumCents(facts.items.filter((item) => item.open > 0 && fits(daysLateOf(item, facts))).map((item) => item.open));
  return [
    sumOf((days) => days === 0),
    sumOf((days) => days > 0 && days <= 30),
    sumOf((days) => days > 30 && days <= 60),
    sumOf((days) => days > 60 && days <= 90),
    sumOf((days) => days > 90),
    sumCents(facts.items.filter((item) => item.open < 0).map((item) => item.open)),
  ];
}

/** What is overdue after taking off the credit, never below zero. */
export function overdueOf(facts: StatementFacts): Cents {
  const [, to30, to60, to90, over90, credit] = agesOf(facts);
  const sum = sumCents([to30, to60, to90, over90, credit]);
  return sum > 0 ? sum : zeroCents;
}

export function agingTable(facts: StatementFacts, context: LetterContext): LetterBlock {
  const { statement: words, table, language } = context.texts;
  const ages = agesOf(facts);
  const heads = [...words.ages, words.credit, words.balance];
  const cells = [...ages.map((value) => (value === 0 ? '–' : formatLetterAmount(value, language))), formatLetterEuro(context.toPay, language)];
  return {
    kind: 'table',
    table: {
      columns: heads.map((head) => ({ head, align: 'right', width: 21 })),
      rows: [{ cells, runningTotal: '' }],
      total: { label: '', value: '' },
      carriedForward: table.carriedForward,
      broughtForward: table.broughtForward,
    },
  };
}
