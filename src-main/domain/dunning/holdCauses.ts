/** Why a step that has come must wait: causes of the whole customer, of one document, and of the pace of messages. The first cause found is named. */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { HoldId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { addWorkingDays, restDay, type WorkCalendar, workingDayOnOrAfter } from '../calendar/workCalendar.ts';
import { lastDayOf } from '../paymentPlans/planStanding.ts';
import { prescriptionDate } from '../law/prescription.ts';
import type { DunningCustomer, DunningItem, DunningPolicy, HandledStep, Hold, PlannedPayment, UnmatchedFromPayer } from './dunningFacts.ts';
import type { LadderStep } from './ladder.ts';

export type HoldCause = { readonly holdId: HoldId | null; readonly reason: CodedReason; readonly until: PlainDateText | null };
export type PlanDay = { readonly today: PlainDateText; readonly calendar: WorkCalendar; readonly policy: DunningPolicy };

const cause = (reason: CodedReason, until: PlainDateText | null): HoldCause => ({ holdId: null, reason, until });

function personHold(hold: Hold | null, today: PlainDateText): HoldCause | null {
  if (hold === null || hold.until < today) return null;
  return { holdId: hold.holdId, until: hold.until, reason: codedReason('held-by-person', { untilDate: hold.until, why: hold.reason }) };
}

/** Money that waits for a person; what stands on the review list is called so, because it may be here already. */
const waitingCause = (code: 'held-unmatched-receipt' | 'held-same-amount', { bankEntryId, amountCents, bookDate }: UnmatchedFromPayer): HoldCause =>
  cause(codedReason(bankEntryId === null ? 'held-doubtful-booking' : code, { amountCents, bookDate }), null);

/** What keeps all documents of a customer from being followed up today. */
export function customerHold(customer: DunningCustomer, { today, calendar, policy }: PlanDay): HoldCause | null {
  // What is known counts whatever the clock of this computer says.
  if (customer.insolventOn !== null) {
    return cause(codedReason('held-insolvent', { sinceDate: customer.insolventOn }), null);
  }
  // Two who write about one debt confuse the debtor, and the second one costs him nothing that he owes.
  if (customer.handedOver !== null) return cause(codedReason('held-handed-over', customer.handedOver), null);
  const byPerson = personHold(customer.hold, today);
  if (byPerson !== null) return byPerson;
  if (customer.paysByDirectDebit) return cause(codedReason('held-direct-debit', {}), null);
  const booked = customer.unmatchedReceipts.filter(({ bankEntryId }) => bankEntryId !== null);
  const waiting = booked.length > 0 ? booked : customer.unmatchedReceipts;
  const [receipt] = [...waiting].sort((a, b) => (a.bookDate < b.bookDate ? -1 : a.bookDate > b.bookDate ? 1 : 0));
  if (receipt !== undefined) return waitingCause('held-unmatched-receipt', { ...receipt, amountCents: sumCents(waiting.map(({ amountCents }) => amountCents)) });
  if (customer.promisedFor === null) return null;
  const untilDate = addWorkingDays(customer.promisedFor, policy.promiseGraceDays, calendar);
  if (untilDate < today) return null;
  return cause(codedReason('held-promise', { promiseDate: customer.promisedFor, untilDate }), untilDate);
}

/** The part of a document that may be asked for: open without what is disputed, never below zero. */
export const demandedCents = (item: Pick<DunningItem, 'openCents' | 'disputedCents'>): Cents =>
  subtractCents(item.openCents, item.disputedCents < item.openCents ? item.disputedCents : item.openCents);

/** A payment plan holds as long as its next instalment is in time; money takes a working day or two to arrive. */
function planHold({ plannedPayment }: DunningItem, { today, calendar, policy }: PlanDay): HoldCause | null {
  if (plannedPayment === null) return null;
  const { reference, dueOn } = plannedPayment;
  const untilDate = lastDayOf(plannedPayment, { calendar, graceDays: policy.promiseGraceDays });
  return untilDate < today ? null : cause(codedReason('held-payment-plan', { reference, instalmentDate: dueOn, untilDate }), untilDate);
}

/** The instalment of a plan over this document that was not paid in time; null while the plan is kept. */
export function missedInstalment({ plannedPayment }: DunningItem, { today, calendar, policy }: PlanDay): PlannedPayment | null {
  return plannedPayment !== null && lastDayOf(plannedPayment, { calendar, graceDays: policy.promiseGraceDays }) < today ? plannedPayment : null;
}

/** A document whose plan is not kept, with the day after the last one of the missed instalment as the first on which follow-up could act. */
export function afterMissed(item: DunningItem, day: PlanDay): DunningItem {
  const missed = missedInstalment(item, day);
  if (missed === null) return item;
  const from = addDays(lastDayOf(missed, { calendar: day.calendar, graceDays: day.policy.promiseGraceDays }), 1);
  return item.followUpFrom !== null && item.followUpFrom >= from ? item : { ...item, followUpFrom: from };
}

/** What keeps one document from being followed up today. */
export function itemHold(item: DunningItem, day: PlanDay): HoldCause | null {
  const { today } = day;
  if (item.collectHold !== null) return cause(codedReason('held-collected-elsewhere', { why: item.collectHold }), null);
  const byPerson = personHold(item.hold, today);
  if (byPerson !== null) return byPerson;
  const planned = planHold(item, day);
  if (planned !== null) return planned;
  if (demandedCents(item) <= 0) return cause(codedReason('held-dispute', { amountCents: item.openCents }), null);
  const { sameAmountReceipt: receipt } = item;
  return receipt === null ? null : waitingCause('held-same-amount', receipt);
}

/**
 * A demand waits when the claim may be prescribed by the shortest reading: what was supplied is not known, so goods are assumed. The first
 * reminder reserves nothing and interrupts nothing; every letter after it does, where the law lets a letter do so. Free steps go on.
 */
export function prescriptionHold(
  { dueDate }: DunningItem,
  facts: { readonly customer: DunningCustomer; readonly step: LadderStep; readonly handled: readonly HandledStep[]; readonly today: PlainDateText },
): HoldCause | null {
  const { customer, step, handled, today } = facts;
  const { country } = customer;
  if (dueDate === null || step.costRule === 'none' || step.costRule === 'announce' || (country !== 'NL' && country !== 'BE')) return null;
  const kind = customer.kind === 'consumer' ? 'consumer' : 'trade';
  const interruptions = handled.flatMap(({ stepKey, on, outcome }) => (outcome === 'sent' ? [{ on, kind: stepKey === 'reminder-1' ? ('reminder' as const) : ('demand' as const) }] : []));
  const { date: lastDate } = prescriptionDate({ country, kind, supplied: 'goods', isPeriodic: false, dueDate, interruptions });
  return lastDate < today ? cause(codedReason('held-prescribed', { lastDate }), null) : null;
}

/** What keeps a message to this customer from going out on `sendOn`: the pace of messages. */
export function paceHold(customer: DunningCustomer, sendOn: PlainDateText, { calendar, policy }: PlanDay): HoldCause | null {
  const dates = [...customer.messageDates].sort();
  const lastDate = dates.at(-1);
  if (lastDate === undefined) return null;
  if (lastDate > sendOn) return cause(codedReason('held-clock-behind', { lastDate }), lastDate);
  const gap = Math.max(1, policy.minimumGapDays);
  if (daysBetween(lastDate, sendOn) < gap) {
    return cause(codedReason('held-minimum-gap', { lastDate, gap }), workingDayOnOrAfter(addDays(lastDate, gap), calendar));
  }
  const { count, windowDays } = policy.frequencyCap;
  const inWindow = dates.filter((date) => daysBetween(date, sendOn) < windowDays);
  const oldest = inWindow[inWindow.length - count];
  if (inWindow.length < count || oldest === undefined) return null;
  const until = workingDayOnOrAfter(addDays(oldest, windowDays), calendar);
  return cause(codedReason('held-frequency-cap', { count: inWindow.length, window: windowDays }), until);
}

/**
 * What a day of rest does to a message: on a public holiday or a quiet day the step moves to the next working day. A weekend is no cause
 * to hide it: the batch of the coming working day is prepared, and goes out on that day.
 */
export function restDayHold(today: PlainDateText, sendOn: PlainDateText, calendar: WorkCalendar): HoldCause | null {
  const rest = restDay(today, calendar);
  if (rest === null || rest.kind === 'weekend') return null;
  return cause(codedReason(rest.kind === 'holiday' ? 'held-holiday' : 'held-quiet-day', { untilDate: sendOn }), sendOn);
}
