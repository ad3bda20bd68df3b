/**
 * Interest on one claim, day by day: through changes of the rate, payments in part and, where the law says so, yearly compounding.
 *
 * A line ends where the rate changes, where a payment counts and on the anniversary of the first day; never at a half-year that changes
 * nothing. Between businesses the day of payment itself still counts (BW 6:119a lid 1: up to and including it); elsewhere the law does not
 * say so, and it does not. Each line is rounded half up to the cent, the sum is the sum of its lines. After each full
 * year from the first day of default the unpaid interest joins the amount that bears interest (BW 6:119 lid 2, 6:119a lid 3); interest of
 * a broken year does not. A first day of 29 February has its anniversary on the 28th in other years. Days are counted over 365, in leap
 * years too (usual practice, no statute), or over the real length of the calendar year when asked.
 */
import { addMonths, epochDay, fromEpochDay, type PlainDateText, plainDate } from '../../../src-shared/dates.ts';
import { type Cents, cents } from '../../../src-shared/money.ts';
import { interestOf, type PercentMillionths, percentOf } from './exactShare.ts';
import { articleOf, principalFirst } from './lawArticles.ts';
import { type Confidence, type Country, type LawRule, leastConfident, type WorkingLine } from './lawTypes.ts';
import { type RateRow, rowsInForce } from './rates.ts';

export type DayCountBasis = '365' | 'actual';
export type PaymentShare = 'costs' | 'interest' | 'principal';

/** `isPrincipalOnly`: a credit or set-off that lowers the debt itself. */
export type AccrualPayment = { readonly date: PlainDateText; readonly amountCents: Cents; readonly isPrincipalOnly: boolean };
/** Costs that may absorb a payment from this day on; never before they are due. */
export type AccrualCosts = { readonly dueFrom: PlainDateText; readonly amountCents: Cents };

/** Days that bear no interest because that was agreed (a payment plan that is kept): the first of them, and the first that bears interest again. */
export type FreePeriod = { readonly from: PlainDateText; readonly to: PlainDateText };

export type Accrual = {
  readonly principalCents: Cents;
  /** First day that counts, and the first that no longer does. */
  readonly from: PlainDateText;
  readonly to: PlainDateText;
  /** In order; the first must not start after `from`. */
  readonly rates: readonly RateRow[];
  readonly payments: readonly AccrualPayment[];
  readonly costs: readonly AccrualCosts[];
  readonly free: readonly FreePeriod[];
  /** In which order a payment is used up. */
  readonly order: readonly PaymentShare[];
  readonly isCompound: boolean;
  /** Whether the day of a payment still bears interest on what is paid. */
  readonly paymentDayCounts: boolean;
  readonly basis: DayCountBasis;
  readonly rule: LawRule;
  /** Whose articles stand beside the payments. */
  readonly country: Country;
};

export type Accrued = {
  /** All interest of the period, paid or not. */
  readonly interestCents: Cents;
  readonly working: readonly WorkingLine[];
  readonly confidence: Confidence;
  /** What is left at the end of the period. */
  readonly principalLeftCents: Cents;
  readonly interestLeftCents: Cents;
  readonly costsLeftCents: Cents;
  /** Paid beyond everything that was due. */
  readonly leftOverCents: Cents;
  /** What one more day adds, by the last rate. */
  readonly perDayCents: Cents;
};

type Rate = { readonly from: number; readonly percent: PercentMillionths; readonly row: RateRow };
type State = {
  principal: bigint;
  /** Interest that bears interest itself. */
  capitalised: bigint;
  /** Interest since the last anniversary. */
  running: bigint;
  costs: bigint;
  leftOver: bigint;
  interest: bigint;
  readonly working: WorkingLine[];
  readonly country: Country;
};

const shareRules: Readonly<Record<PaymentShare, LawRule>> = { costs: 'payment-to-costs', interest: 'payment-to-interest', principal: 'payment-to-principal' };
const toCents = (value: bigint): Cents => cents(Number(value));

/** Rows that change nothing are left out, so that no line is rounded for them. */
function ratesOf(rows: readonly RateRow[]): readonly Rate[] {
  const rates: Rate[] = [];
  for (const row of rows) {
    const percent = percentOf(row.percent);
    if (rates.at(-1)?.percent !== percent) rates.push({ from: epochDay(row.from), percent, row });
  }
  return rates;
}

/** The days on which a new line starts, first and end included, in order. */
function breaks(accrual: Accrual, rates: readonly Rate[], payments: readonly AccrualPayment[]): readonly number[] {
  const [from, to] = [epochDay(accrual.from), epochDay(accrual.to)];
  const days = new Set<number>([from, to]);
  const add = (day: number): void => {
    if (day > from && day < to) days.add(day);
  };
  for (const rate of rates) add(rate.from);
  for (const free of accrual.free) for (const day of [free.from, free.to]) add(epochDay(day));
  for (const payment of payments) add(epochDay(payment.date) + (accrual.paymentDayCounts ? 1 : 0));
  if (accrual.isCompound) for (const day of anniversaries(accrual.from, to)) add(day);
  if (accrual.basis === 'actual') for (let year = Number(accrual.from.slice(0, 4)) + 1; year <= Number(accrual.to.slice(0, 4)); year += 1) add(epochDay(plainDate(`${String(year).padStart(4, '0')}-01-01`)));
  return [...days].toSorted((a, b) => a - b);
}

function anniversaries(from: PlainDateText, to: number): readonly number[] {
  const found: number[] = [];
  for (let year = 1; ; year += 1) {
    const day = epochDay(addMonths(from, 12 * year));
    if (day > to) return found;
    found.push(day);
  }
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function line(state: State, made: { readonly day: PlainDateText | null; readonly amount: bigint; readonly base: bigint; readonly rule: LawRule; readonly source?: string }): void {
  const source = made.source ?? articleOf(made.rule, state.country);
  state.working.push({ from: made.day, to: made.day, days: 0, principalCents: toCents(made.base), ratePercent: null, amountCents: toCents(made.amount), rule: made.rule, source });
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** No article orders this; it is the caution towards a Belgian consumer. */
const isPrincipalFirst = (order: readonly PaymentShare[]): boolean => order[0] === 'principal';

/** Uses a payment up in the given order (BW 6:44): costs that are due, interest with the oldest first, principal. */
function pay(state: State, payment: AccrualPayment, order: readonly PaymentShare[]): void {
  let left = BigInt(payment.amountCents);
  const cautious = isPrincipalFirst(order) && !payment.isPrincipalOnly ? { source: principalFirst.source } : {};
  const take = (share: PaymentShare, owed: bigint): bigint => {
    const part = least(left, owed);
    left -= part;
    if (part > 0n) line(state, { day: payment.date, amount: -part, base: owed, rule: shareRules[share], ...cautious });
    return part;
  };
  for (const share of payment.isPrincipalOnly ? (['principal', ...order.filter((known) => known !== 'principal')] as const) : order) {
    if (share === 'costs') state.costs -= take(share, state.costs);
    if (share === 'principal') state.principal -= take(share, state.principal);
    if (share === 'interest') {
      const part = take(share, state.capitalised + state.running);
      const oldest = least(part, state.capitalised);
      state.capitalised -= oldest;
      state.running -= part - oldest;
    }
  }
  if (left > 0n) line(state, { day: payment.date, amount: -left, base: 0n, rule: 'payment-left-over' });
  state.leftOver += left;
}

function accrue(state: State, accrual: Accrual, stretch: { readonly from: number; readonly to: number; readonly rate: Rate }): void {
  const base = state.principal + state.capitalised;
  if (base === 0n) return;
  const { from, to, rate } = stretch;
  const start = fromEpochDay(from);
  const yearDays = accrual.basis === 'actual' && isLeap(Number(start.slice(0, 4))) ? 366 : 365;
  const amount = interestOf({ amount: base, percent: rate.percent, days: to - from, yearDays }, 'half-up');
  state.running += amount;
  state.interest += amount;
  state.working.push({
    from: start,
    to: fromEpochDay(to),
    days: to - from,
    principalCents: toCents(base),
    ratePercent: rate.row.percent,
    amountCents: toCents(amount),
    rule: accrual.rule,
    source: rate.row.source,
  });
}

function capitalise(state: State, day: number): void {
  if (state.running === 0n) return;
  state.capitalised += state.running;
  line(state, { day: fromEpochDay(day), amount: 0n, base: state.running, rule: 'interest-capitalised' });
  state.running = 0n;
}

/** Costs join when they are due and payments are used up, in the order of their days, up to and including a day. */
function settleUntil(state: State, accrual: Accrual, queue: { payments: AccrualPayment[]; costs: AccrualCosts[]; until: PlainDateText }): void {
  for (let next = queue.payments[0]; next !== undefined && next.date <= queue.until; next = queue.payments[0]) {
    for (let cost = queue.costs[0]; cost !== undefined && cost.dueFrom <= next.date; cost = queue.costs[0]) state.costs += BigInt(queue.costs.shift()?.amountCents ?? 0);
    pay(state, next, accrual.order);
    queue.payments.shift();
  }
}

function isFree({ free }: Accrual, day: number): boolean {
  const date = fromEpochDay(day);
  return free.some(({ from, to }) => from <= date && date < to);
}

/** The rate in force on a day. Rates are few and in order, days too: the search starts where it ended. */
function rateFinder(rates: readonly Rate[]): (day: number) => Rate {
  let at = 0;
  return (day) => {
    while ((rates[at + 1]?.from ?? Number.POSITIVE_INFINITY) <= day) at += 1;
    const rate = rates[at];
    if (rate === undefined || rate.from > day) throw new RangeError('interest on a day before the first rate');
    return rate;
  };
}

/**
 * Interest of one claim over a period. An empty or backward period gives no interest, payments before it still count. Throws a RangeError
 * when the rates start after the period or an amount is negative: callers check both.
 */
export function accrueInterest(accrual: Accrual): Accrued {
  const rates = ratesOf(accrual.rates);
  const payments = accrual.payments.filter(({ date }) => date < accrual.to || date < accrual.from).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const queue = { payments: [...payments], costs: accrual.costs.toSorted((a, b) => (a.dueFrom < b.dueFrom ? -1 : a.dueFrom > b.dueFrom ? 1 : 0)) };
  if (accrual.principalCents < 0 || [...payments, ...accrual.costs].some(({ amountCents }) => amountCents < 0)) throw new RangeError('interest on a negative amount');
  const state: State = { principal: BigInt(accrual.principalCents), capitalised: 0n, running: 0n, costs: 0n, leftOver: 0n, interest: 0n, working: [], country: accrual.country };
  const yearly = new Set(accrual.isCompound ? anniversaries(accrual.from, epochDay(accrual.to)) : []);
  const rateAt = rateFinder(rates);
  let last: Rate | null = null;
  const days = accrual.from < accrual.to ? breaks(accrual, rates, payments) : [];
  for (const [index, from] of days.entries()) {
    settleUntil(state, accrual, { ...queue, until: fromEpochDay(accrual.paymentDayCounts ? from - 1 : from) });
    // The end itself starts no line; an anniversary there still closes its year.
    if (yearly.has(from)) capitalise(state, from);
    const to = days[index + 1];
    if (to === undefined) continue;
    const rate = rateAt(from);
    last = isFree(accrual, from) ? null : rate;
    if (last !== null) accrue(state, accrual, { from, to, rate });
  }
  settleUntil(state, accrual, { ...queue, until: fromEpochDay(Math.max(epochDay(accrual.from), epochDay(accrual.to)) - 1) });
  const perDay = last === null ? 0n : interestOf({ amount: state.principal + state.capitalised, percent: last.percent, days: 1, yearDays: 365 }, 'half-up');
  const isCautious = isPrincipalFirst(accrual.order) && payments.some(({ isPrincipalOnly }) => !isPrincipalOnly);
  const dueCosts = queue.costs.filter(({ dueFrom }) => dueFrom < accrual.to).reduce((sum, cost) => sum + BigInt(cost.amountCents), 0n);
  return {
    interestCents: toCents(state.interest),
    working: state.working,
    confidence: leastConfident([...rowsInForce(accrual.rates, accrual.from, accrual.to).map((row) => row.confidence), ...(isCautious ? [principalFirst.confidence] : [])]),
    principalLeftCents: toCents(state.principal),
    interestLeftCents: toCents(state.capitalised + state.running),
    costsLeftCents: toCents(state.costs + dueCosts),
    leftOverCents: toCents(state.leftOver),
    perDayCents: toCents(perDay),
  };
}
