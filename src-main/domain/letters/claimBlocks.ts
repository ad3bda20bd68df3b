/** The list and the sums of a letter that asks interest or costs (design/letters.md §4, pages 02, 04 and 06). */
import type { LetterBlock, LetterSumRow, LetterTable } from '../../../src-shared/letter.ts';
import { addCents, type Cents, cents, negateCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { isOneLineEach, linesOf, ratesOf } from './claimLines.ts';
import { cleanText } from './cleanText.ts';
import { accruedOf, costsOf, invoicesOf, type LetterContext } from './letterContext.ts';
import { type ClaimFacts, type HandoverFacts, hasClaim, type LetterItem } from './letterFacts.ts';
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
  const lineOf = (item: LetterItem) => linesOf(claimOf(item) ?? { number: '', accrued: noInterest, perDay: zeroCents, principalOpen: zeroCents })[0];
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
    { head: table.perDay, align: 'right', width: 13, cell: (item) => (lineOf(item) === undefined ? '' : amount(claimOf(item)?.perDay ?? zeroCents)) },
    { head: table.interest, align: 'right', width: 15, cell: (item) => (lineOf(item) === undefined ? '' : amount(claimOf(item)?.accrued.amountCents ?? zeroCents)) },
  ];
}
const noInterest = { amountCents: zeroCents, working: [], rule: 'nothing-due', source: '', confidence: 'confirmed', doubts: [] } as const;

const noTotal = { label: '', value: '' };

/** Whether the list on the page is a specification that ends in what is to be paid; then no sums stand under it. */
export const isSpecified = ({ facts, medium, place }: LetterContext): boolean =>
  hasClaim(facts) && medium === 'letter' && place === 'page' && facts.claim.interest.length > 0 && !hasInterestColumns(facts);

function specification(facts: WithClaim, context: LetterContext): LetterTable {
  const { table, sums, language } = context.texts;
  const invoices = facts.items.map((item): readonly [string, string] => [
    item.kind === 'creditNote' || item.dueDate === null
      ? table.creditNote(cleanText(item.number))
      : table.invoiceOf(cleanText(item.number), formatLongDate(item.issueDate, language), formatLongDate(item.dueDate, language)),
    formatLetterAmount(item.total, language),
  ]);
  const others = isSpecified(context) ? sumRows(facts, context).filter((row) => row.weight !== 'total') : [];
  const rows = [...invoices, ...others.map(({ label, value }): readonly [string, string] => [label, value])];
  return {
    columns: [
      { head: table.specification(formatLongDate(context.facts.today, language)), align: 'left', width: 120 },
      { head: table.amount, align: 'right', width: 30 },
    ],
    rows: rows.map((cells) => ({ cells, runningTotal: '' })),
    total: isSpecified(context) ? { label: sums.toPay, value: formatLetterEuro(context.toPay, language) } : noTotal,
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
  const received = sumCents(facts.items.map((item) => item.received));
  const row = (label: string, value: Cents): LetterSumRow => ({ label, value: formatLetterAmount(negateCents(value), language), weight: 'plain' });
  const { payments } = facts.claim;
  if (received === 0) return facts.step === 'default-notice' || facts.step === 'pre-legal-letter' ? [row(sums.received, received)] : [];
  const isWhole = payments.length > 0 && payments.length <= 3 && sumCents(payments.map((paid) => paid.amount)) === received;
  return isWhole
    ? payments.map((paid) => row(sums.receivedOn(formatLongDate(paid.on, language)), paid.amount))
    : [row(sums.received, received)];
}

/** Interest, costs, the total, what was received and what is to be paid; the invoices themselves stand before them. */
function sumRows(facts: WithClaim, context: LetterContext): readonly LetterSumRow[] {
  const { sums, calculation, language } = context.texts;
  const { claim } = facts;
  const inAnnex = isSpecified(context) ? ` ${calculation.inAnnex}` : '';
  const accrued = accruedOf(facts);
  const costs = costsOf(facts);
  const plain = (label: string, value: Cents): LetterSumRow => ({ label, value: formatLetterAmount(value, language), weight: 'plain' });
  const rates = ratesOf(claim);
  const percent = rates.length === 1 && rates[0] !== undefined ? formatLetterRate(rates[0].percent, language, context.country) : '';
  const total = addCents(sumCents(facts.items.map((item) => item.total)), addCents(accrued, costs));
  const count = claim.costs?.perInvoice === true ? invoicesOf(facts.items).length : 1;
  return [
    ...(claim.interest.length === 0 ? [] : [plain(`${sums.interest(claim.interestKind, percent)}${inAnnex}`, accrued)]),
    ...(claim.costs === null
      ? []
      : [plain(sums.costs(claim.costs.kind, { count, each: formatLetterEuro(cents(Math.round(costs / count)), language) }), costs)]),
    ...(total === context.toPay ? [] : [{ label: sums.total, value: formatLetterAmount(total, language), weight: 'sum' } as const]),
    ...receivedRows(facts, context),
    { label: sums.toPay, value: formatLetterEuro(context.toPay, language), weight: 'total' },
  ];
}

/** Principal, credit notes, interest, costs; the total; what was received; and what is to be paid. */
export function claimSums(facts: WithClaim, context: LetterContext, note: string): LetterBlock {
  const { sums, language } = context.texts;
  const ofKind = (kind: LetterItem['kind']): Cents => sumCents(facts.items.filter((item) => item.kind === kind).map((item) => item.total));
  const plain = (label: string, value: Cents): LetterSumRow => ({ label, value: formatLetterAmount(value, language), weight: 'plain' });
  const credits = ofKind('creditNote');
  return {
    kind: 'sums',
    note,
    rows: [plain(sums.principal, ofKind('invoice')), ...(credits === 0 ? [] : [plain(sums.credits, credits)]), ...sumRows(facts, context)],
  };
}
