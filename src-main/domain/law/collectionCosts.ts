/**
 * Dutch collection costs (BW 6:96 lid 5; Besluit vergoeding voor buitengerechtelijke incassokosten, Stb. 2012, 141, not indexed since): a
 * scale over the principal, at least 40 and at most 6,775 euros, and the least that any business owes another that pays late. Only the
 * highest slice can have a part of a cent; it is rounded half up.
 */
import { addCents, type Cents, cents, negateCents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { percentOf, shareOf } from './exactShare.ts';
import { articleOf, confidenceOf } from './lawArticles.ts';
import type { ClaimKind, Country, LawAmount, LawRule, WorkingLine } from './lawTypes.ts';

type Slice = { readonly upTo: Cents | null; readonly percent: string };

const slices: readonly Slice[] = [
  { upTo: cents(2_500_00), percent: '15' },
  { upTo: cents(5_000_00), percent: '10' },
  { upTo: cents(10_000_00), percent: '5' },
  { upTo: cents(200_000_00), percent: '1' },
  { upTo: null, percent: '0.5' },
];
const minimum = cents(40_00);
const maximum = cents(6_775_00);
/** The general rate of Dutch VAT. */
const vatPercent = '21';

export type VatPosition = {
  /** A third party that charges VAT does the collecting. */
  readonly isOutsourced: boolean;
  /** Exempt or small: the VAT charged to us is ours to bear. */
  readonly canDeductVat: boolean;
};

const plainLine = (rule: LawRule, principalCents: Cents, amountCents: Cents): WorkingLine => ({ from: null, to: null, days: 0, principalCents, ratePercent: null, amountCents, rule, source: articleOf(rule, rule === 'costs-trade-fixed-be' ? 'BE' : 'NL') });

function sliceLines(principal: Cents): readonly WorkingLine[] {
  const lines: WorkingLine[] = [];
  let below = zeroCents;
  for (const { upTo, percent } of slices) {
    const part = subtractCents(upTo === null || principal < upTo ? principal : upTo, below);
    if (part <= 0) break;
    lines.push({ ...plainLine('costs-scale-nl', part, shareOf(part, percentOf(percent), 'half-up')), ratePercent: percent });
    below = upTo ?? principal;
  }
  return lines;
}

function bounded(lines: readonly WorkingLine[], principal: Cents): readonly WorkingLine[] {
  const scale = sumCents(lines.map((line) => line.amountCents));
  if (scale < minimum) return [...lines, plainLine('costs-minimum-nl', principal, subtractCents(minimum, scale))];
  return scale > maximum ? [...lines, plainLine('costs-maximum-nl', principal, subtractCents(maximum, scale))] : lines;
}

const nothingDue: LawAmount = { amountCents: zeroCents, working: [], rule: 'nothing-due', source: articleOf('costs-scale-nl', 'NL'), confidence: 'confirmed', doubts: [] };

export type DutchCostsQuestion = {
  readonly kind: ClaimKind;
  /** The open principals of all claims that one letter can name: they are added before the scale is applied (BW 6:96 lid 7). */
  readonly principals: readonly Cents[];
  readonly vat: VatPosition;
  /** Charged earlier for claims of the same contract: taken off, as caution. */
  readonly alreadyChargedCents: Cents;
};

/**
 * Costs by the scale over the sum of the principals, never over interest or costs. VAT comes on top only when somebody who charges VAT does
 * the work and it cannot be deducted (art. 2 lid 3). Towards a consumer this is the most that may be asked, and only after the term of the
 * fourteen-day letter; between businesses what courts follow, when real collection work was done. Throws for a negative principal.
 */
export function dutchCollectionCosts({ kind, principals, vat, alreadyChargedCents }: DutchCostsQuestion): LawAmount {
  if (principals.some((amount) => amount < 0) || alreadyChargedCents < 0) throw new RangeError('collection costs over a negative amount');
  const principal = sumCents(principals);
  if (principal === 0) return nothingDue;
  const lines = bounded(sliceLines(principal), principal);
  const scale = sumCents(lines.map((line) => line.amountCents));
  const withVat = vat.isOutsourced && !vat.canDeductVat;
  const vatLines = withVat ? [{ ...plainLine('costs-vat-nl', scale, shareOf(scale, percentOf(vatPercent), 'half-up')), ratePercent: vatPercent }] : [];
  const full = sumCents([...lines, ...vatLines].map((line) => line.amountCents));
  const charged = alreadyChargedCents > full ? full : alreadyChargedCents;
  const off = charged === 0 ? [] : [plainLine('payment-to-costs', full, negateCents(charged))];
  const doubts = [
    ...(withVat ? [codedReason('law-vat-statement', {})] : []),
    ...(kind === 'consumer' ? [codedReason('law-fourteen-days-first', {})] : [codedReason('law-costs-work', {})]),
    ...(charged > 0 ? [codedReason('law-costs-cumulation', {})] : []),
  ];
  return { amountCents: subtractCents(full, charged), working: [...lines, ...vatLines, ...off], rule: 'costs-scale-nl', source: articleOf('costs-scale-nl', 'NL'), confidence: confidenceOf('costs-scale-nl'), doubts };
}

/**
 * What is left of the costs after payments within the term of the fourteen-day letter: the scale over the unpaid remainder only
 * (HR 25 November 2016, ECLI:NL:HR:2016:2704). Nothing when all was paid in time.
 */
export function costsAfterTimelyPayment(question: DutchCostsQuestion, timelyPayments: readonly Cents[]): LawAmount {
  const paid = sumCents(timelyPayments);
  const principal = sumCents(question.principals);
  return dutchCollectionCosts({ ...question, principals: paid >= principal ? [] : [subtractCents(principal, paid)] });
}

/** Other percentage or a fixed amount, as businesses may agree (BW 6:96 lid 5); never towards a consumer. */
export type AgreedCosts = { readonly percent: string; readonly minimumCents: Cents };

/** Costs as agreed between businesses. The 40 euros of BW 6:96 lid 4 cannot be agreed away. */
export function agreedCosts(principal: Cents, { percent, minimumCents }: AgreedCosts): LawAmount {
  const share = shareOf(principal, percentOf(percent), 'half-up');
  const least = minimumCents > minimum ? minimumCents : minimum;
  const lines = [{ ...plainLine('costs-agreed', principal, share), ratePercent: percent }, ...(share < least ? [plainLine('costs-trade-minimum-nl', principal, subtractCents(least, share))] : [])];
  return { amountCents: sumCents(lines.map((line) => line.amountCents)), working: lines, rule: 'costs-agreed', source: articleOf('costs-agreed', 'NL'), confidence: 'confirmed', doubts: [codedReason('law-costs-moderated', {})] };
}

/**
 * The 40 euros that a business owes without any reminder from the day after the last day for payment. NL: BW 6:96 lid 4. BE: law of
 * 2 August 2002 art. 6. Whether once or for every invoice is not settled in the sources read: the caller says which; once is the cautious way.
 */
export function tradeMinimum(country: Country, invoices: number): LawAmount {
  if (!Number.isSafeInteger(invoices) || invoices < 0) throw new RangeError('a number of invoices is a whole number');
  const rule: LawRule = country === 'NL' ? 'costs-trade-minimum-nl' : 'costs-trade-fixed-be';
  const lines = Array.from({ length: invoices }, () => plainLine(rule, zeroCents, minimum));
  return {
    amountCents: lines.reduce((sum, line) => addCents(sum, line.amountCents), zeroCents),
    working: lines,
    rule: invoices === 0 ? 'nothing-due' : rule,
    source: articleOf(rule, country),
    confidence: confidenceOf(rule),
    doubts: invoices > 1 ? [codedReason('law-forty-per-invoice', { count: invoices })] : [],
  };
}
