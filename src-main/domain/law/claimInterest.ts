/**
 * Interest that the law or the contract gives on one claim: which rate, compound or simple, in which order payments count, and the doubts
 * that belong to it. Where the law is not certain the lower amount is taken and the doubt is said.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { type Cents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { type Accrual, type AccrualCosts, type AccrualPayment, accrueInterest, type Accrued, type DayCountBasis, type FreePeriod, type PaymentShare } from './accrueInterest.ts';
import { parsePercent, percentOf } from './exactShare.ts';
import { articleOf, confidenceOf } from './lawArticles.ts';
import { type ClaimKind, type Country, type LawAmount, type LawRule, leastConfident } from './lawTypes.ts';
import { coveredUntil, type RateRow, type RateSeries, type RateTable, rowsInForce, seriesFor, seriesOf, withSurcharge } from './rates.ts';

/**
 * What the contract says. `rate`: a percentage a year. `surcharge`: points on top of the statutory rate. `clause`: for a Belgian consumer, a
 * clause that asks what the law allows at most. `none`: nothing about interest.
 */
export type AgreedInterest =
  | { readonly kind: 'none' }
  | { readonly kind: 'clause' }
  | { readonly kind: 'rate'; readonly percent: string }
  | { readonly kind: 'surcharge'; readonly points: string };

export type ClaimInterestQuestion = {
  readonly country: Country;
  readonly kind: ClaimKind;
  readonly principalCents: Cents;
  readonly from: PlainDateText;
  readonly to: PlainDateText;
  readonly payments: readonly AccrualPayment[];
  readonly costs: readonly AccrualCosts[];
  readonly free: readonly FreePeriod[];
  readonly agreed: AgreedInterest;
  /** Compounding contracted out (NL); Belgian interest is simple anyhow. */
  readonly isSimple: boolean;
  readonly basis: DayCountBasis;
  /** A Belgian trade contract concluded before 16 March 2013 and not renewed since. */
  readonly isContractBefore2013: boolean;
  readonly table: RateTable;
};

/** The interest with its working, and what is left of the claim at the end of the period. */
export type ClaimInterest = LawAmount & Omit<Accrued, 'interestCents' | 'working' | 'confidence'>;

type Chosen = { readonly series: RateSeries | null; readonly rule: LawRule; readonly doubts: readonly CodedReason[] };

const statutoryRule = ({ country, kind }: Pick<ClaimInterestQuestion, 'country' | 'kind'>): LawRule => {
  if (country === 'NL') return kind === 'trade' ? 'interest-trade-nl' : 'interest-statutory-nl';
  return kind === 'trade' ? 'interest-trade-be' : kind === 'civil' ? 'interest-civil-be' : 'interest-consumer-cap-be';
};

/** Of a fixed agreed rate: one row from the beginning of time. */
const fixedSeries = (like: RateSeries, percent: string): RateSeries => ({ ...like, rows: [{ from: '0001-01-01' as PlainDateText, percent, source: articleOf('interest-contractual', 'NL'), confidence: 'confirmed' }] });

/** Row by row the higher of the statutory and the agreed rate. */
function higherOf(statutory: RateSeries, percent: string): RateSeries {
  const agreed = percentOf(percent);
  const rows = statutory.rows.map((row): RateRow => (percentOf(row.percent) >= agreed ? row : { ...row, percent, source: articleOf('interest-contractual', 'NL'), confidence: 'confirmed' }));
  return { ...statutory, rows };
}

const exceeds = (rows: readonly RateRow[], percent: string): boolean => rows.some((row) => percentOf(row.percent) < percentOf(percent));

/**
 * Belgian consumers (WER art. XIX.4): a clause may ask at most the rate of the law of 2 August 2002. One that asks more is void as a whole;
 * the sources do not agree what is then left, so nothing is taken. Without a clause only the civil rate remains, after a notice.
 */
function consumerBelgium(question: ClaimInterestQuestion, cap: RateSeries): Chosen {
  const { agreed, table, from, to } = question;
  if (agreed.kind === 'none') return { series: seriesOf(table, 'be-civil'), rule: 'interest-civil-be', doubts: [codedReason('law-no-clause-interest', {})] };
  const clause = codedReason('law-clause-needed', {});
  if (agreed.kind === 'clause') return { series: cap, rule: 'interest-consumer-cap-be', doubts: [clause] };
  const isAbove = agreed.kind === 'surcharge' ? percentOf(agreed.points) > 0n : exceeds(rowsInForce(cap.rows, from, to), agreed.percent);
  if (isAbove) return { series: null, rule: 'nothing-due', doubts: [codedReason('law-clause-void', {})] };
  const series = agreed.kind === 'rate' ? fixedSeries(cap, agreed.percent) : cap;
  return { series, rule: agreed.kind === 'rate' ? 'interest-contractual' : 'interest-consumer-cap-be', doubts: [clause] };
}

/**
 * NL outside trade: a lower agreed rate gives way to the statutory one during default, a higher one stays. NL trade: whether the same holds
 * is not confirmed, so the agreed rate is taken as it is. BE trade: the agreed rate, which a court may lower when it is manifestly unfair.
 */
function chosen(question: ClaimInterestQuestion): Chosen {
  const { country, kind, agreed, table, from, to } = question;
  const statutory = seriesFor(table, question);
  if (country === 'BE' && kind === 'consumer') return consumerBelgium(question, statutory);
  const rule = statutoryRule(question);
  if (agreed.kind === 'none' || agreed.kind === 'clause') return { series: statutory, rule, doubts: [] };
  const high = [codedReason(kind === 'consumer' ? 'law-agreed-rate-unfair' : 'law-agreed-rate-moderated', {})];
  if (agreed.kind === 'surcharge') return { series: withSurcharge(statutory, percentOf(agreed.points)), rule: 'interest-contractual', doubts: percentOf(agreed.points) > 0n ? high : [] };
  const isHigher = exceeds(rowsInForce(statutory.rows, from, to), agreed.percent);
  if (country === 'NL' && kind !== 'trade') return { series: higherOf(statutory, agreed.percent), rule: isHigher ? 'interest-contractual' : rule, doubts: isHigher ? high : [] };
  const lower = country === 'NL' && !isHigher ? [codedReason('law-agreed-rate-lower', {})] : [];
  return { series: fixedSeries(statutory, agreed.percent), rule: 'interest-contractual', doubts: [...lower, ...(isHigher ? high : [])] };
}

/**
 * In which order a payment is used up. NL: costs, interest, principal (BW 6:44). BE: interest before capital (old BW 1254), the place of the
 * indemnity is not confirmed; towards a consumer the principal first, as caution.
 */
export const paymentOrder = (country: Country, kind: ClaimKind): readonly PaymentShare[] =>
  country === 'NL' ? ['costs', 'interest', 'principal'] : kind === 'consumer' ? ['principal', 'interest', 'costs'] : ['interest', 'principal', 'costs'];

function rateDoubts(series: RateSeries, { from, to }: ClaimInterestQuestion): readonly CodedReason[] {
  const rows = rowsInForce(series.rows, from, to);
  const unsure = rows.filter((row) => row.confidence === 'unconfirmed').map((row) => codedReason('law-rate-unconfirmed', { fromDate: row.from, percent: Number(row.percent) }));
  const second = rows.filter((row) => row.confidence === 'secondary').at(-1);
  const last = series.rows.at(-1);
  const until = coveredUntil(series);
  const outdated = last !== undefined && until !== null && until < to && last.from !== '0001-01-01' ? [codedReason('law-rates-outdated', { untilDate: until, percent: Number(last.percent) })] : [];
  return [...unsure, ...(second === undefined ? [] : [codedReason('law-rate-secondary', { fromDate: second.from, percent: Number(second.percent) })]), ...outdated];
}

function paymentDoubts({ country, kind, payments }: ClaimInterestQuestion): readonly CodedReason[] {
  return country === 'BE' && payments.length > 0 ? [codedReason(kind === 'consumer' ? 'law-principal-first' : 'law-indemnity-order', {})] : [];
}

function problemOf({ principalCents, payments, costs, agreed }: ClaimInterestQuestion): AppError | null {
  if (principalCents < 0 || [...payments, ...costs].some(({ amountCents }) => amountCents < 0)) return appError('law-amount-negative');
  const text = agreed.kind === 'rate' ? agreed.percent : agreed.kind === 'surcharge' ? agreed.points : '0';
  return parsePercent(text) === null ? appError('law-rate-invalid', { percent: text }) : null;
}

const nothing = (rule: LawRule, doubts: readonly CodedReason[], principalCents: Cents): ClaimInterest => ({
  amountCents: zeroCents,
  working: [],
  rule,
  source: articleOf(rule, 'BE'),
  confidence: 'unconfirmed',
  doubts,
  principalLeftCents: principalCents,
  interestLeftCents: zeroCents,
  costsLeftCents: zeroCents,
  leftOverCents: zeroCents,
  perDayCents: zeroCents,
});

/**
 * Interest on a claim from the first day of default to the first day that no longer counts. NL: BW 6:119a (trade) or 6:119 (other),
 * compounded yearly. BE: law of 2 August 2002 (trade), WER art. XIX.4 (consumer), BW art. 5.240 (civil), simple.
 * `law-rate-unknown`: the period starts before the first known rate. `law-amount-negative`, `law-rate-invalid`: the question is wrong.
 */
export function claimInterest(question: ClaimInterestQuestion): Result<ClaimInterest, AppError> {
  const problem = problemOf(question);
  if (problem !== null) return err(problem);
  const { series, rule, doubts } = chosen(question);
  if (series === null) return ok(nothing(rule, doubts, question.principalCents));
  const first = series.rows[0]?.from ?? null;
  if (first === null || (question.from < first && question.from < question.to)) return err(appError('law-rate-unknown', { series: series.key, from: question.from, first: first ?? '' }));
  const { country, kind } = question;
  const accrual: Accrual = { ...question, rates: series.rows, order: paymentOrder(country, kind), isCompound: country === 'NL' && !question.isSimple, paymentDayCounts: kind === 'trade', rule };
  const { interestCents, working, confidence, ...left } = accrueInterest(accrual);
  const more = question.from < question.to ? rateDoubts(series, question) : [];
  return ok({
    amountCents: interestCents,
    working,
    rule,
    source: articleOf(rule, country),
    confidence: leastConfident([confidence, confidenceOf(rule)]),
    doubts: [...doubts, ...more, ...paymentDoubts(question)],
    ...left,
  });
}
