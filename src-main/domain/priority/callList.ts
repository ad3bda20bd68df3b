/**
 * Whom to call today (product/requirements.md 43, 46, 47): a rule gives the reason, the score gives the order. Somebody spoken to a few days
 * ago is left in peace, unless a promise was broken since. Calling takes courage; a short list with a reason helps.
 */
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import {
  exposureCents,
  notPaidRisk,
  oldestDaysOverdue,
  type PaymentBehaviour,
  type PriorityItem,
  type PriorityScore,
  priorityScore,
} from './priorityScore.ts';

export type CallFacts = {
  readonly customerId: CustomerId;
  readonly items: readonly PriorityItem[];
  readonly behaviour: PaymentBehaviour;
  /** The latest promise that was not kept; null when none is open. */
  readonly brokenPromise: { readonly promiseDate: PlainDateText; readonly amountCents: Cents } | null;
  /** Last contact in both directions: a call or a reaction. */
  readonly lastContactOn: PlainDateText | null;
  /** Messages sent since the last contact or payment. */
  readonly unansweredReminders: number;
  /** Paused, insolvent or otherwise not to be called. */
  readonly isExcluded: boolean;
};

export type CallPolicy = {
  /** From this overdue amount on a call comes before further letters. */
  readonly callAboveCents: Cents;
  readonly overdueCount: number;
  readonly silentDaysOverdue: number;
  readonly unansweredReminders: number;
  /** Days after a contact in which nobody is called again. */
  readonly restAfterContactDays: number;
};

export const standardCallPolicy: CallPolicy = {
  callAboveCents: 500_000 as Cents,
  overdueCount: 3,
  silentDaysOverdue: 60,
  unansweredReminders: 2,
  restAfterContactDays: 14,
};

/** `reasons` are in order of weight; the first is the one to show. */
export type CallTask = {
  readonly customerId: CustomerId;
  readonly overdueCents: Cents;
  readonly score: PriorityScore;
  readonly reasons: readonly [CodedReason, ...CodedReason[]];
};

function overdueOf(items: readonly PriorityItem[], today: PlainDateText): { readonly count: number; readonly cents: Cents } {
  let count = 0;
  let cents = zeroCents;
  for (const { openCents, disputedCents, dueDate } of items) {
    if (openCents <= 0 || disputedCents >= openCents || dueDate === null || dueDate >= today) continue;
    count += 1;
    cents = addCents(cents, subtractCents(openCents, disputedCents));
  }
  return { count, cents };
}

/** Why this customer should be called, most telling first; empty when no rule asks for it. */
export function callReasons(facts: CallFacts, policy: CallPolicy, today: PlainDateText): readonly CodedReason[] {
  const { brokenPromise, lastContactOn } = facts;
  const overdue = overdueOf(facts.items, today);
  if (facts.isExcluded || overdue.count === 0) return [];
  const reasons: CodedReason[] = [];
  const isBrokenSince = brokenPromise !== null && (lastContactOn === null || lastContactOn <= brokenPromise.promiseDate);
  if (isBrokenSince) reasons.push(codedReason('call-broken-promise', brokenPromise));
  const contactDays = lastContactOn === null ? null : daysBetween(lastContactOn, today);
  if (contactDays !== null && contactDays < policy.restAfterContactDays) return reasons;
  if (overdue.count >= policy.overdueCount) reasons.push(codedReason('call-third-overdue', { count: overdue.count }));
  const days = oldestDaysOverdue(facts.items, today);
  if (days > policy.silentDaysOverdue) {
    reasons.push(
      lastContactOn === null
        ? codedReason('call-long-silence', { days })
        : codedReason('call-silence-since', { days, contactDate: lastContactOn }),
    );
  }
  if (overdue.cents >= policy.callAboveCents) {
    reasons.push(codedReason('call-large-amount', { amountCents: overdue.cents, limitCents: policy.callAboveCents }));
  }
  if (facts.unansweredReminders >= policy.unansweredReminders) {
    reasons.push(codedReason('call-reminders-unanswered', { count: facts.unansweredReminders }));
  }
  return reasons;
}

/** The call list of today, highest score first; equal scores by customer id. */
export function callList(customers: readonly CallFacts[], policy: CallPolicy, today: PlainDateText): readonly CallTask[] {
  const tasks: CallTask[] = [];
  for (const facts of customers) {
    const [first, ...others] = callReasons(facts, policy, today);
    if (first === undefined) continue;
    const score = priorityScore({
      exposureCents: exposureCents(facts.items, today),
      risk: notPaidRisk(facts.behaviour),
      daysOverdue: oldestDaysOverdue(facts.items, today),
    });
    tasks.push({ customerId: facts.customerId, overdueCents: overdueOf(facts.items, today).cents, score, reasons: [first, ...others] });
  }
  return tasks.sort((a, b) => b.score.value - a.score.value || a.customerId - b.customerId);
}
