/** The annex that lets a reader, or a judge, compute the claim again: periods, where payments went, what is open, and the rules (page 04-p2). */
import type { LetterAnnex, LetterBlock, LetterTable } from '../../../src-shared/letter.ts';
import { addDays } from '../../../src-shared/dates.ts';
import { addCents, type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { type InterestLine, isCompounded, linesOf } from './claimLines.ts';
import { hasInterestColumns } from './claimBlocks.ts';
import { cleanText } from './cleanText.ts';
import { costsOf, type LetterContext } from './letterContext.ts';
import { type ClaimFacts, type ClaimPayment, type HandoverFacts, hasClaim, type InterestClaim, type LetterItem } from './letterFacts.ts';
import { formatLetterAmount, formatLetterEuro, formatLetterRate, formatLongDate, formatTableDate } from './letterFormats.ts';
import { paymentOrder } from '../law/claimInterest.ts';
import { fieldValue } from './templates/fieldValues.ts';

type WithClaim = ClaimFacts | HandoverFacts;

/** Whether the first page cannot show how the interest came about. */
export const needsCalculation = (facts: WithClaim): boolean =>
  facts.claim.interest.some((one) => linesOf(one).length > 0) && (!hasInterestColumns(facts) || isCompounded(facts.claim));

const runs = (text: string) => [{ text, bold: false }];

function tableOf(
  context: LetterContext,
  columns: LetterTable['columns'],
  { rows, total }: { readonly rows: readonly (readonly string[])[]; readonly total: LetterTable['total'] },
): LetterBlock {
  const { carriedForward, broughtForward } = context.texts.table;
  return { kind: 'table', table: { columns, rows: rows.map((cells) => ({ cells, runningTotal: '' })), total, carriedForward, broughtForward } };
}

function periods(lines: readonly InterestLine[], context: LetterContext): LetterBlock {
  const { calculation: words, language } = context.texts;
  const sum = sumCents(lines.map((line) => line.amountCents));
  const right = (head: string, width: number) => ({ head, align: 'right', width }) as const;
  const left = (head: string, width: number) => ({ head, align: 'left', width }) as const;
  return tableOf(
    context,
    [left(words.from, 25), left(words.until, 25), right(words.days, 16), right(words.base, 28), right(words.yearlyRate, 28), right(words.interest, 28)],
    {
      rows: lines.map((line) => [
        formatTableDate(line.from, language),
        formatTableDate(addDays(line.to, -1), language),
        String(line.days),
        formatLetterAmount(line.principalCents, language),
        formatLetterRate(line.ratePercent, language, context.country),
        formatLetterAmount(line.amountCents, language),
      ]),
      total: { label: words.interest, value: formatLetterAmount(sum, language) },
    },
  );
}

function allocation(paid: ClaimPayment, context: LetterContext): LetterBlock {
  const { calculation: words, language } = context.texts;
  const shares = { costs: [words.toCosts, paid.toCosts], interest: [words.toInterest, paid.toInterest], principal: [words.toPrincipal, paid.toPrincipal] } as const;
  const order = paymentOrder(context.country, context.facts.customer.kind === 'consumer' ? 'consumer' : 'trade');
  const parts = order.map((share) => shares[share]).filter(([, value]) => value !== 0);
  return tableOf(
    context,
    [
      { head: words.paymentOf(formatLongDate(paid.on, language)), align: 'left', width: 120 },
      { head: words.amount, align: 'right', width: 30 },
    ],
    {
      rows: parts.map(([label, value], index) => [`${index + 1}. ${label}`, formatLetterAmount(value, language)]),
      total: { label: words.received, value: formatLetterAmount(paid.amount, language) },
    },
  );
}

/** The periods of one invoice, interrupted by the payments that came in between. */
function ofInvoice(facts: WithClaim, claim: InterestClaim, context: LetterContext): readonly LetterBlock[] {
  const { calculation: words, language } = context.texts;
  const item = facts.items.find((one) => one.number === claim.number);
  const due = item?.dueDate ?? null;
  const heading = words.invoiceHeading(
    cleanText(claim.number),
    item === undefined ? '' : formatLetterEuro(item.total, language),
    due === null ? '–' : formatLongDate(due, language),
  );
  const blocks: LetterBlock[] = [{ kind: 'heading', text: heading }];
  let left = linesOf(claim);
  for (const paid of facts.claim.payments.filter((one) => one.number === claim.number)) {
    const before = left.filter((line) => line.from <= paid.on);
    if (before.length === 0) continue;
    blocks.push(periods(before, context), allocation(paid, context));
    left = left.filter((line) => line.from > paid.on);
  }
  if (left.length > 0) blocks.push(periods(left, context));
  return blocks;
}

/** Principal, interest and costs that are still open, per invoice. */
function openTable(facts: WithClaim, context: LetterContext): LetterBlock {
  const { calculation: words, language } = context.texts;
  const { claim } = facts;
  const amount = (value: Cents): string => formatLetterAmount(value, language);
  const paidTo = (share: 'toCosts' | 'toInterest', number: string | null): Cents =>
    sumCents(claim.payments.filter((paid) => number === null || paid.number === number).map((paid) => paid[share]));
  const rowOf = (item: LetterItem): { readonly label: string; readonly principal: Cents; readonly interest: Cents } => {
    const one = claim.interest.find(({ number }) => number === item.number);
    const interest = one === undefined ? zeroCents : subtractCents(one.accrued.amountCents, paidTo('toInterest', item.number));
    const principal = item.kind === 'creditNote' || one === undefined ? item.open : one.principalOpen;
    const number = cleanText(item.number);
    return { label: item.kind === 'creditNote' ? context.texts.table.creditNote(number) : words.invoice(number), principal, interest };
  };
  const rows = facts.items.map(rowOf);
  const costs = subtractCents(costsOf(facts), paidTo('toCosts', null));
  const principal = sumCents(rows.map((row) => row.principal));
  const interest = sumCents(rows.map((row) => row.interest));
  return tableOf(
    context,
    [
      { head: '', align: 'left', width: 60 },
      { head: words.principal, align: 'right', width: 30 },
      { head: words.interest, align: 'right', width: 30 },
      { head: words.together, align: 'right', width: 30 },
    ],
    {
      rows: [
        ...rows.map((row) => [row.label, amount(row.principal), amount(row.interest), amount(addCents(row.principal, row.interest))]),
        ...(costs === 0 ? [] : [[words.costs, '', '', amount(costs)]]),
      ],
      total: { label: words.toPay, cells: ['', amount(principal), amount(interest), ''], value: formatLetterEuro(context.toPay, language) },
    },
  );
}

/** Which part of a claim a payment goes to first: the order of the rules by which it was computed. */
const firstShare = ({ facts, country }: LetterContext): 'costs' | 'interest' | 'principal' =>
  paymentOrder(country, facts.customer.kind === 'consumer' ? 'consumer' : 'trade')[0] ?? 'costs';

function growthOf(facts: WithClaim, { country }: LetterContext): 'compounded' | 'first-year' | 'simple' {
  if (isCompounded(facts.claim)) return 'compounded';
  const longest = Math.max(...facts.claim.interest.map((one) => linesOf(one).reduce((days, line) => days + line.days, 0)));
  return country === 'NL' && longest < 365 ? 'first-year' : 'simple';
}

/** The annex, or null for a letter that needs none. */
export function calculationAnnex(context: LetterContext): LetterAnnex | null {
  const { facts, texts } = context;
  if (!hasClaim(facts) || !needsCalculation(facts)) return null;
  const { calculation: words, language } = texts;
  const field = (name: string): string => fieldValue(name, context) ?? '';
  const how = [
    words.howInterest(field('interestBasis'), field('interestSince'), field('rates')),
    words.howPeriod(growthOf(facts, context)),
    ...(facts.claim.payments.some((paid) => paid.toInterest > 0 || paid.toCosts > 0) ? [words.howPayments(firstShare(context))] : []),
    words.howPerDay(field('interestFrom'), field('perDay')),
  ];
  return {
    title: words.title,
    blocks: [
      ...facts.claim.interest.filter((one) => linesOf(one).length > 0).flatMap((one) => ofInvoice(facts, one, context)),
      { kind: 'heading', text: words.openAsOf(formatLongDate(facts.today, language)) },
      openTable(facts, context),
      { kind: 'heading', text: words.howHeading },
      { kind: 'list', items: how.map(runs) },
    ],
  };
}
