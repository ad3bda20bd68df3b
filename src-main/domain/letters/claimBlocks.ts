/** The list and the sums of a letter that asks interest or costs (design/letters.md §4, pages 02, 04 and 06). */
import type { LetterBlock, LetterSumRow, LetterTable } from '../../../src-shared/letter.ts';
import { addCents, type Cents, negateCents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { basisPointsOf, isOneLineEach, linesOf, ratesOf } from './claimLines.ts';
import { cleanText } from './cleanText.ts';
import { accruedOf, costsOf, invoicesOf, type LetterContext } from './letterContext.ts';
import type { ClaimFacts, HandoverFacts, LetterItem } from './letterFacts.ts';
import { formatLetterAmount, formatLetterEuro, formatLetterRate, formatLongDate, formatTableDate } from './letterFormats.ts';
import { buildTable } from './letterList.ts';

type WithClaim = ClaimFacts | HandoverFacts;
/** The nine columns hold amounts up to this one; above it the specification is used. */
const widestAmount = 99_999_99;

/** Whether the list shows the interest of each invoice in its own row. */
export const hasInterestColumns = ({ claim, items }: WithClaim): boolean =>
  claim.interest.length > 0 && isOneLineEach(claim) && items.every((item) => Math.abs(item.total) <= widestAmount);

type Column = { readonly head: string; readonly align: 'left' | 'right'; readonly width: number; readonly cell: (item: LetterItem) => string };

function interestColumns(facts: WithClaim, context: LetterContext): readonly Column[] {
  const { table, language } = context.texts;
  const amount = (value: Cents): string => formatLetterAmount(value, language);
  const claimOf = (item: LetterItem) => facts.claim.interest.find((claim) => claim.number === item.number);
  const lineOf = (item: LetterItem) => linesOf(claimOf(item) ?? { number: '', accrued: noInterest, perDay: 0 as Cents, principalOpen: 0 as Cents })[0];
  const hasReceived = facts.items.some((item) => item.received !== 0);
  const number = (item: LetterItem): string =>
    item.kind === 'creditNote' ? table.creditNote(cleanText(item.number)) : cleanText(item.number);
  return [
    { head: table.invoice, align: 'left', width: 20, cell: number },
    ...(hasReceived ? [] : [{ head: table.issueDate, align: 'left', width: 20, cell: (item: LetterItem) => formatTableDate(item.issueDate, language) } as const]),
    { head: table.dueDate, align: 'left', width: 20, cell: (item) => (item.dueDate === null ? '–' : formatTableDate(item.dueDate, language)) },
    { head: table.amount, align: 'right', width: 16, cell: (item) => amount(item.total) },
    ...(hasReceived
      ? ([
          { head: table.received, align: 'right', width: 16, cell: (item: LetterItem) => (item.received === 0 ? '' : amount(negateCents(item.received))) },
          { head: table.openShort, align: 'right', width: 16, cell: (item: LetterItem) => amount(item.open) },
        ] as const)
      : []),
    {
      head: table.interestFrom,
      align: 'right',
      width: 19,
      cell: (item) => {
        const line = lineOf(item);
        return line === undefined ? '' : formatTableDate(line.from, language);
      },
    },
    { head: table.days, align: 'right', width: 11, cell: (item) => String(lineOf(item)?.days ?? '') },
    { head: table.perDay, align: 'right', width: 13, cell: (item) => (lineOf(item) === undefined ? '' : amount(claimOf(item)?.perDay ?? (0 as Cents))) },
    { head: table.interest, align: 'right', width: 15, cell: (item) => (lineOf(item) === undefined ? '' : amount(claimOf(item)?.accrued.amountCents ?? (0 as Cents))) },
  ];
}
const noInterest = { amountCents: 0 as Cents, working: [], rule: 'nothing-due', source: '', confidence: 'confirmed', doubts: [] } as const;

const noTotal = { label: '', value: '' };

function specification(facts: WithClaim, context: LetterContext): LetterTable {
  const { table, language } = context.texts;
  const rows = facts.items.map((item) => {
    const named =
      item.kind === 'creditNote' || item.dueDate === null
        ? table.creditNote(cleanText(item.number))
        : table.invoiceOf(cleanText(item.number), formatLongDate(item.issueDate, language), formatLongDate(item.dueDate, language));
    return { cells: [named, formatLetterAmount(item.total, language)], runningTotal: '' };
  });
  return {
    columns: [
      { head: table.specification(formatLongDate(context.facts.today, language)), align: 'left', width: 120 },
      { head: table.amount, align: 'right', width: 30 },
    ],
    rows,
    total: noTotal,
    carriedForward: table.carriedForward,
    broughtForward: table.broughtForward,
  };
}

/** The invoices with their interest; with one invoice a row where it fits, else by name and amount. */
export function claimTable(facts: WithClaim, context: LetterContext): LetterTable {
  if (!hasInterestColumns(facts)) return facts.claim.interest.length === 0 ? buildTable(context) : specification(facts, context);
  const { table } = context.texts;
  const columns = interestColumns(facts, context);
  return {
    columns: columns.map(({ head, align, width }) => ({ head, align, width })),
    rows: facts.items.map((item) => ({ cells: columns.map((column) => column.cell(item)), runningTotal: '' })),
    total: noTotal,
    carriedForward: table.carriedForward,
    broughtForward: table.broughtForward,
  };
}

/** Payments by day where they account for all that was received, else as one sum. */
function receivedRows(facts: WithClaim, context: LetterContext): readonly LetterSumRow[] {
  const { sums, language } = context.texts;
  const received = sumCents(invoicesOf(facts.items).map((item) => item.received));
  const row = (label: string, value: Cents): LetterSumRow => ({ label, value: formatLetterAmount(negateCents(value), language), weight: 'plain' });
  const { payments } = facts.claim;
  if (received === 0) return facts.step === 'default-notice' || facts.step === 'pre-legal-letter' ? [row(sums.received, received)] : [];
  const isWhole = payments.length > 0 && payments.length <= 3 && sumCents(payments.map((paid) => paid.amount)) === received;
  return isWhole
    ? payments.map((paid) => row(sums.receivedOn(formatLongDate(paid.on, language)), paid.amount))
    : [row(sums.received, received)];
}

/** Principal, credit notes, interest, costs; the total; what was received; and what is to be paid. */
export function claimSums(facts: WithClaim, context: LetterContext, note: string): LetterBlock {
  const { sums, language } = context.texts;
  const { claim } = facts;
  const principal = sumCents(invoicesOf(facts.items).map((item) => item.total));
  const credits = subtractCents(sumCents(facts.items.map((item) => item.open)), sumCents(invoicesOf(facts.items).map((item) => item.open)));
  const accrued = accruedOf(facts);
  const costs = costsOf(facts);
  const plain = (label: string, value: Cents): LetterSumRow => ({ label, value: formatLetterAmount(value, language), weight: 'plain' });
  const rates = ratesOf(claim);
  const percent = rates.length === 1 && rates[0] !== undefined ? formatLetterRate(basisPointsOf(rates[0].percent), language, context.country) : '';
  const received = receivedRows(facts, context);
  const total = addCents(addCents(principal, credits), addCents(accrued, costs));
  const count = claim.costs?.perInvoice === true ? invoicesOf(facts.items).length : 1;
  return {
    kind: 'sums',
    note,
    rows: [
      plain(sums.principal, principal),
      ...(credits === 0 ? [] : [plain(sums.credits, credits)]),
      ...(claim.interest.length === 0 ? [] : [plain(sums.interest(claim.interestKind, percent), accrued)]),
      ...(claim.costs === null
        ? []
        : [plain(sums.costs(claim.costs.kind, { count, each: formatLetterEuro(Math.round(costs / count) as Cents, language) }), costs)]),
      ...(total === context.toPay ? [] : [{ label: sums.total, value: formatLetterAmount(total, language), weight: 'sum' } as const]),
      ...received,
      { label: sums.toPay, value: formatLetterEuro(context.toPay, language), weight: 'total' },
    ],
  };
}
