/**
 * The interest on one invoice of a ledger: from the facts of the journal (what it was over, what changed it, what was paid) and of the
 * messages (notice, free reminder) to the claim to date. A credit lowers the debt itself; money that went back raises it from the day after.
 */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, cents, negateCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import type { AccrualCosts, AccrualPayment, DayCountBasis, FreePeriod } from './accrueInterest.ts';
import { type AgreedInterest, claimInterest, type ClaimInterest } from './claimInterest.ts';
import { type DefaultQuestion, defaultStart, interestMayBeAskedFrom } from './defaultStart.ts';
import { articleOf } from './lawArticles.ts';
import { type ClaimKind, type Country, type LawAmount, leastConfident } from './lawTypes.ts';
import type { RateTable } from './rates.ts';

/** `debt`: the claim itself (issue, correction, credit). `payment`: money, below zero when it came in. */
export type ClaimMovement = { readonly date: PlainDateText; readonly kind: 'debt' | 'payment'; readonly cents: Cents };

/** What holds for all claims of a customer. */
export type ClaimPosition = {
  readonly country: Country;
  readonly kind: ClaimKind;
  readonly isTermAgreed: boolean;
  readonly agreed: AgreedInterest;
  readonly isSimple: boolean;
  readonly hasClause: boolean;
  readonly isSmallCreditor: boolean;
  readonly basis: DayCountBasis;
  readonly table: RateTable;
};

export type ClaimOfDocument = {
  readonly dueDate: PlainDateText;
  readonly movements: readonly ClaimMovement[];
  /** Costs that are due on this document: in the Netherlands a payment covers them first (BW 6:44). They bear no interest. */
  readonly costs: readonly AccrualCosts[];
  /** While a payment plan without interest was kept. */
  readonly free: readonly FreePeriod[];
  readonly notice: DefaultQuestion['notice'];
  readonly firstReminder: DefaultQuestion['firstReminder'];
  /** The day on which nothing was open any more; interest stops there. */
  readonly settledOn: PlainDateText | null;
};

export type DocumentClaim = {
  readonly defaultFrom: PlainDateText | null;
  /** Why default has not started. */
  readonly missing: CodedReason | null;
  readonly interest: LawAmount;
  readonly perDayCents: Cents;
  /** Why the interest may not be asked yet, although it counts. */
  readonly notBefore: CodedReason | null;
};

const noInterest: LawAmount = { amountCents: zeroCents, working: [], rule: 'nothing-due', source: articleOf('nothing-due', 'NL'), confidence: 'confirmed', doubts: [] };
const notStarted = (missing: CodedReason | null, defaultFrom: PlainDateText | null): DocumentClaim => ({ defaultFrom, missing, interest: noInterest, perDayCents: zeroCents, notBefore: null });

/** Sentences that say the same once. */
export function withoutRepeats(doubts: readonly CodedReason[]): readonly CodedReason[] {
  return [...new Map(doubts.map((doubt) => [JSON.stringify(doubt), doubt])).values()];
}

type Part = { readonly principalCents: Cents; readonly from: PlainDateText; readonly payments: readonly AccrualPayment[]; readonly costs: readonly AccrualCosts[] };

type Used = { readonly on: PlainDateText; total: number; principal: number };

/** What each payment in a working was used for, the last one first. */
function usedPayments(working: LawAmount['working']): Used[] {
  const used: Used[] = [];
  for (const { rule, from, amountCents } of working) {
    if (from === null || !rule.startsWith('payment-')) continue;
    const known = used.find((one) => one.on === from) ?? { on: from, total: 0, principal: 0 };
    if (known.total === 0) used.unshift(known);
    known.total -= amountCents;
    if (rule === 'payment-to-principal') known.principal -= amountCents;
  }
  return used;
}

/**
 * The principal that a payment taken back by the bank leaves open again: what it had paid of costs and interest bears no interest. The last
 * payment before it is taken to be the one; what no payment explains counts whole.
 */
function returnedPrincipal(used: readonly Used[], { date, cents: returned }: ClaimMovement): Cents {
  let [left, principal] = [returned as number, 0];
  for (const one of used.filter(({ on }) => on <= date)) {
    const taken = Math.min(left, one.total);
    // Of a part, costs and interest are taken first: the lower amount bears interest.
    const ofPrincipal = Math.max(0, taken - (one.total - one.principal));
    one.total -= taken;
    one.principal -= ofPrincipal;
    principal += ofPrincipal;
    left -= taken;
  }
  return cents(principal + left);
}

type Parts = { readonly first: Part; readonly later: readonly (ClaimMovement & { readonly from: PlainDateText })[] };

/** The debt as it stood when it fell due with everything that lowered it, and each amount that was added to it later. */
function partsOf({ dueDate, movements, costs }: ClaimOfDocument, start: PlainDateText): Parts {
  const isFirst = ({ kind, cents: value, date }: ClaimMovement): boolean => kind === 'debt' && value > 0 && date <= dueDate;
  const principalCents = sumCents(movements.filter(isFirst).map((movement) => movement.cents));
  const payments = movements
    .filter((movement) => movement.cents < 0)
    .map(({ date, cents: value, kind }): AccrualPayment => ({ date, amountCents: negateCents(value), isPrincipalOnly: kind === 'debt' }));
  const later = movements.filter((movement) => movement.cents > 0 && !isFirst(movement));
  const added = later.map((movement) => {
    const after = addDays(movement.date, 1);
    return { ...movement, from: after > start ? after : start };
  });
  return { first: { principalCents, from: start, payments, costs }, later: added };
}

function together(parts: readonly ClaimInterest[]): LawAmount {
  const [first] = parts;
  if (first === undefined) return noInterest;
  return {
    rule: first.rule,
    source: first.source,
    amountCents: parts.reduce((sum, part) => addCents(sum, part.amountCents), zeroCents),
    working: parts.flatMap((part) => part.working),
    confidence: leastConfident(parts.map((part) => part.confidence)),
    doubts: withoutRepeats(parts.flatMap((part) => part.doubts)),
  };
}

/** The claim for interest on one document up to and including today, or up to the day it was settled. */
export function documentClaim(document: ClaimOfDocument, position: ClaimPosition, today: PlainDateText): DocumentClaim {
  const question: DefaultQuestion = { ...position, ...document, received: null };
  const { start, missing } = defaultStart(question);
  if (start === null) return notStarted(missing, null);
  const last = document.settledOn !== null && document.settledOn < today ? document.settledOn : today;
  if (start.date > last) return notStarted(null, start.date);
  const { first, later } = partsOf(document, start.date);
  const interestOn = (part: Part) => claimInterest({ ...position, ...part, free: document.free, to: addDays(last, 1), isContractBefore2013: false });
  const begun = interestOn(first);
  if (!begun.ok) return notStarted(codedReason('law-rate-missing', { fromDate: start.date }), start.date);
  const parts: ClaimInterest[] = [begun.value];
  const used = usedPayments(begun.value.working);
  for (const movement of later) {
    const principalCents = movement.kind === 'payment' ? returnedPrincipal(used, movement) : movement.cents;
    const answer = interestOn({ principalCents, from: movement.from, payments: [], costs: [] });
    if (!answer.ok) return notStarted(codedReason('law-rate-missing', { fromDate: start.date }), start.date);
    parts.push(answer.value);
  }
  const total = together(parts);
  const askFrom = interestMayBeAskedFrom(question);
  return {
    defaultFrom: start.date,
    missing: null,
    interest: { ...total, doubts: withoutRepeats([...start.doubts, ...total.doubts]) },
    perDayCents: document.settledOn === null ? cents(parts.reduce((sum, part) => sum + part.perDayCents, 0)) : zeroCents,
    notBefore: askFrom !== null && askFrom > today ? codedReason('law-interest-term-running', { fromDate: askFrom }) : null,
  };
}
