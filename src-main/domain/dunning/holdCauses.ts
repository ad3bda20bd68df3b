/** Why a step that has come must wait: causes of the whole customer, of one document, and of the pace of messages. The first cause found is named. */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { HoldId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { addWorkingDays, restDay, type WorkCalendar, workingDayOnOrAfter } from '../calendar/workCalendar.ts';
import { type PlanPhase, planPhase } from '../paymentPlans/planPhase.ts';
import { prescriptionDate } from '../law/prescription.ts';
import type { DunningCustomer, DunningItem, DunningPolicy, HandledStep, Hold, NamedReceipt, PlannedPayment, UnmatchedFromPayer } from './dunningFacts.ts';
import type { LadderStep } from './ladder.ts';

export type HoldCause = { readonly holdId: HoldId | null; readonly reason: CodedReason; readonly until: PlainDateText | null };
export type PlanTrouble = { readonly kind: 'instalment-missed' | 'plan-lapsed'; readonly reference: string; readonly restCents: Cents; readonly reason: CodedReason };
export type PlanDay = { readonly today: PlainDateText; readonly calendar: WorkCalendar; readonly policy: DunningPolicy };

const cause = (reason: CodedReason, until: PlainDateText | null): HoldCause => ({ holdId: null, reason, until });

function personHold(hold: Hold | null, today: PlainDateText): HoldCause | null {
  if (hold === null || hold.until < today) return null;
  return { holdId: hold.holdId, until: hold.until, reason: codedReason('held-by-person', { untilDate: hold.until, why: hold.reason }) };
}

/** Money that waits for a person; what stands on the review list is called so, because it may be here already. */
const waitingCause = (code: 'held-unmatched-receipt' | 'held-same-amount', { bankEntryId, amountCents, bookDate }: UnmatchedFromPayer): HoldCause =>
  cause(codedReason(bankEntryId === null ? 'held-doubtful-booking' : code, { amountCents, bookDate }), null);

/** Money that waits and says that it is for this document holds it, also when its payer is somebody else or the amount differs. */
const namedCause = (receipt: NamedReceipt): HoldCause => {
  const { bankEntryId, amountCents, bookDate, payer } = receipt;
  return bankEntryId === null ? waitingCause('held-same-amount', receipt) : cause(codedReason('held-named-receipt', { amountCents, bookDate, payer }), null);
};

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

const phaseOf = (planned: PlannedPayment, { today, calendar, policy }: PlanDay): PlanPhase => planPhase(planned, { today, calendar, graceDays: policy.promiseGraceDays });

/**
 * What a payment plan holds back: until both must have signed, while the next instalment is in time (money takes a working day or two to
 * arrive), and after a missed one until the term of the written notice is over. A plan that lapsed or was broken holds nothing.
 */
export function planHold({ plannedPayment }: Pick<DunningItem, 'plannedPayment'>, day: PlanDay): HoldCause | null {
  if (plannedPayment === null) return null;
  const { reference, dueOn: instalmentDate } = plannedPayment;
  const phase = phaseOf(plannedPayment, day);
  switch (phase.kind) {
    case 'unsigned':
      return cause(codedReason('held-plan-unsigned', { reference, untilDate: phase.untilDate }), phase.untilDate);
    case 'kept':
      return cause(codedReason('held-payment-plan', { reference, instalmentDate, untilDate: phase.untilDate }), phase.untilDate);
    case 'notice-due':
      return cause(codedReason('held-plan-notice-due', { reference, instalmentDate }), null);
    case 'noticed':
      return cause(codedReason('held-plan-noticed', { reference, instalmentDate, noticeDate: phase.noticeDate, untilDate: phase.untilDate }), phase.untilDate);
    case 'lapsed':
    case 'broken':
      return null;
  }
}

/** What a person must do or know about the plan over this document; null while it needs nobody. */
export function planTrouble({ plannedPayment }: DunningItem, day: PlanDay): PlanTrouble | null {
  if (plannedPayment === null) return null;
  const { reference, dueOn: instalmentDate, restCents } = plannedPayment;
  const phase = phaseOf(plannedPayment, day);
  const missed = { reference, instalmentDate, amountCents: restCents };
  if (phase.kind === 'lapsed') return { kind: 'plan-lapsed', reference, restCents, reason: codedReason('decide-plan-lapsed', { reference, signDate: phase.signBy }) };
  if (phase.kind === 'notice-due') return { kind: 'instalment-missed', reference, restCents, reason: codedReason('decide-instalment-missed', missed) };
  if (phase.kind === 'broken') return { kind: 'instalment-missed', reference, restCents, reason: codedReason('decide-plan-broken', { ...missed, noticeDate: phase.noticeDate }) };
  return null;
}

/** A document of a plan that lapsed or was broken, with the first day on which follow-up could act again. */
export function afterPlan(item: DunningItem, day: PlanDay): DunningItem {
  const phase = item.plannedPayment === null ? null : phaseOf(item.plannedPayment, day);
  if (phase?.kind !== 'lapsed' && phase?.kind !== 'broken') return item;
  return item.followUpFrom !== null && item.followUpFrom >= phase.from ? item : { ...item, followUpFrom: phase.from };
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
  const { namedReceipt: named, sameAmountReceipt: receipt } = item;
  if (named !== null) return namedCause(named);
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
