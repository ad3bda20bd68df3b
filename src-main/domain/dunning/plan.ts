/**
 * The planner: facts, ladders, calendar and today in; one message per customer per day out, with the reason in one sentence. It is a pure
 * function: planning twice gives the same, and what was sent cannot become due again. Nothing goes out for what is paid, credit, undated,
 * unsent, held, disputed, promised, collected or netted; a step that has come is always sent, held with a reason, decided about or missed.
 */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, negateCents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { calendarFor, nextWorkingDay, type WorkCalendar, workingDayOnOrAfter } from '../calendar/workCalendar.ts';
import type { DunningCustomer, DunningFacts, DunningItem, DunningPolicy, HandledStep } from './dunningFacts.ts';
import type { Decision, DueItem, DueMessage, DunningPlan, HeldItem, HeldSteps, MissedStep, UpcomingStep } from './dunningPlan.ts';
import { lastFreeDay } from '../law/freeLetterTerm.ts';
import { needsNoticeFirst, noticeStepKey, withNoticeFirst } from './defaultFirst.ts';
import { freeLetterOf } from './freeLetter.ts';
import { afterPlan, customerHold, demandedCents, type HoldCause, itemHold, paceHold, planTrouble, prescriptionHold, type PlanDay, restDayHold } from './holdCauses.ts';
import { type Ladder, type LadderStep, stepIndex } from './ladder.ts';
import { earliestAfter, nominalDay, type PlannedStep, type StepState, stepState } from './stepSchedule.ts';

export type PlanInput = {
  readonly facts: DunningFacts;
  /** Never empty; the first one is used where neither the customer nor the standard names a known ladder. */
  readonly ladders: readonly Ladder[];
  readonly standardLadderKey: string;
  readonly calendar: WorkCalendar;
  readonly policy: DunningPolicy;
  readonly today: PlainDateText;
};

type Output = {
  readonly due: DueMessage[];
  readonly held: HeldSteps[];
  readonly decisions: Decision[];
  readonly missed: MissedStep[];
  readonly upcoming: UpcomingStep[];
};
type CustomerPlan = PlanDay & {
  /** The notice of default comes before the fourteen-day letter, which names only what it was sent about. */
  readonly isNoticeFirst: boolean;
  readonly customer: DunningCustomer;
  readonly ladder: Ladder;
  readonly handled: ReadonlyMap<DocumentId, readonly HandledStep[]>;
  readonly output: Output;
};
type Candidate = {
  readonly item: DunningItem & { readonly dueDate: PlainDateText };
  readonly due: PlannedStep;
  readonly reason: CodedReason;
};
type Waiting = { readonly item: DunningItem; readonly due: PlannedStep };

function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function ladderFor(customer: DunningCustomer, input: PlanInput): Ladder {
  const find = (key: string | null): Ladder | undefined => input.ladders.find((ladder) => ladder.key === key);
  const ladder = find(customer.ladderKey) ?? find(input.standardLadderKey) ?? input.ladders[0];
  if (ladder === undefined) throw new RangeError('planning needs at least one ladder');
  return ladder;
}

const isSameCause = (a: HoldCause, b: HoldCause): boolean =>
  a.holdId === b.holdId && a.until === b.until && JSON.stringify(a.reason) === JSON.stringify(b.reason);

function hold({ customer, output }: CustomerPlan, waiting: readonly Waiting[], cause: HoldCause): void {
  if (waiting.length === 0) return;
  const items = waiting.map(
    ({ item, due }): HeldItem => ({
      documentId: item.documentId,
      stepKey: due.step.key,
      plannedFor: due.plannedFor,
      cents: demandedCents(item),
    }),
  );
  // Customers are planned one after the other, so what belongs together lies at the end of the list.
  const start = output.held.findLastIndex((other) => other.customerId !== customer.customerId) + 1;
  const same = output.held.slice(start).findIndex((other) => isSameCause(other, cause));
  const found = same < 0 ? undefined : output.held[start + same];
  if (found === undefined) output.held.push({ customerId: customer.customerId, ...cause, items });
  else output.held[start + same] = { ...found, items: [...found.items, ...items] };
}

function decide({ customer, output }: CustomerPlan, about: Omit<Decision, 'customerId'>): void {
  output.decisions.push({ customerId: customer.customerId, ...about });
}

const about = (item: DunningItem): Pick<Decision, 'documentId' | 'cents' | 'currency'> => ({
  documentId: item.documentId,
  cents: item.openCents,
  currency: item.currency,
});

/** Takes the state of one document; answers it as a candidate when its step is due and nothing of its own holds it. */
function takeState(plan: CustomerPlan, item: DunningItem, state: StepState): Candidate | null {
  const { customer, output } = plan;
  switch (state.kind) {
    case 'undated':
      decide(plan, { kind: 'undated', stepKey: null, ...about(item), reason: codedReason('decide-undated', {}) });
      return null;
    case 'never-sent':
      decide(plan, {
        kind: 'never-sent',
        stepKey: null,
        ...about(item),
        reason: codedReason('decide-never-sent', { dueDate: state.dueDate }),
      });
      return null;
    case 'waiting':
      if (state.next !== null) {
        const { step, plannedFor } = state.next;
        output.upcoming.push({
          customerId: customer.customerId,
          documentId: item.documentId,
          stepKey: step.key,
          on: plannedFor,
          available: step.available,
        });
      }
      return null;
    case 'ended': {
      if (customerHold(customer, plan) !== null || itemHold(item, plan) !== null) return null;
      const reason = codedReason('decide-ladder-ended', { lastDate: state.lastOn, amountCents: demandedCents(item) });
      decide(plan, { kind: 'ladder-ended', stepKey: null, ...about(item), reason });
      return null;
    }
    case 'reached':
    case 'unavailable':
      return takeDue(plan, item, state);
  }
}

function takeDue(plan: CustomerPlan, item: DunningItem, state: Extract<StepState, { kind: 'reached' | 'unavailable' }>): Candidate | null {
  const { customer, output, today } = plan;
  const { due, passed } = state;
  const cause = customerHold(customer, plan) ?? itemHold(item, plan) ?? prescriptionHold(item, { customer, step: due.step, handled: plan.handled.get(item.documentId) ?? [], today });
  if (cause !== null) {
    hold(plan, [{ item, due }], cause);
    return null;
  }
  const ids = { customerId: customer.customerId, documentId: item.documentId };
  for (const { step, plannedFor, reason } of passed) {
    output.missed.push({ ...ids, stepKey: step.key, plannedFor, reason, kind: reason.code === 'missed-lapsed' ? 'lapsed' : 'superseded' });
  }
  if (state.kind === 'unavailable') {
    const reason = codedReason('decide-step-unavailable', { step: due.step.key, plannedDate: due.plannedFor });
    decide(plan, { kind: 'step-unavailable', stepKey: due.step.key, ...about(item), reason });
    return null;
  }
  if (due.plannedFor < today) {
    const reason = codedReason('missed-late', { step: due.step.key, plannedDate: due.plannedFor });
    output.missed.push({ ...ids, stepKey: due.step.key, plannedFor: due.plannedFor, kind: 'late', reason });
  }
  return item.dueDate === null ? null : { item: { ...item, dueDate: item.dueDate }, due, reason: state.reason };
}

/** E-mail unless the step or the customer wants paper; the other one where an address is missing; null without any address. */
function channelFor(customer: DunningCustomer, step: LadderStep): 'email' | 'letter' | null {
  const wanted = step.channel === 'letter' || customer.preferredChannel === 'letter' ? 'letter' : 'email';
  if (wanted === 'email') return customer.hasEmail ? 'email' : customer.hasPostalAddress ? 'letter' : null;
  if (customer.hasPostalAddress) return 'letter';
  return customer.hasEmail && step.channel !== 'letter' ? 'email' : null;
}

/** The step after the message, on the same rules by which it will be planned, so that the date in the letter comes true. */
function nextStepAfter(
  plan: CustomerPlan,
  lead: Candidate,
  message: Pick<DueMessage, 'sendOn' | 'payBy' | 'channel'>,
): DueMessage['nextStep'] {
  const { ladder, customer, calendar } = plan;
  const next = ladder.steps[stepIndex(ladder, lead.due.step.key) + 1];
  if (next === undefined) return null;
  const { issueDate, dueDate } = lead.item;
  const day = nominalDay(next, { issueDate, dueDate, previousOn: message.sendOn });
  const floor = earliestAfter([{ on: message.sendOn, channel: message.channel, payBy: message.payBy, stepKey: lead.due.step.key }], customer) ?? day;
  return { stepKey: next.key, on: workingDayOnOrAfter(day > floor ? day : floor, calendar), available: next.available };
}

const dueItem = ({ item, due, reason }: Candidate, today: PlainDateText): DueItem => ({
  documentId: item.documentId,
  stepKey: due.step.key,
  plannedFor: due.plannedFor,
  dueDate: item.dueDate,
  daysOverdue: daysBetween(item.dueDate, today),
  openCents: item.openCents,
  disputedCents: item.disputedCents,
  demandedCents: demandedCents(item),
  reason,
});

type Batch = { readonly currency: string; readonly candidates: readonly Candidate[]; readonly creditCents: Cents };

function makeMessage(plan: CustomerPlan, batch: Batch, lead: Candidate): Omit<DueMessage, 'channel' | 'nextStep'> {
  const { today, calendar, ladder, customer } = plan;
  const { step } = lead.due;
  const items = batch.candidates.map((candidate) => dueItem(candidate, today));
  const total = sumCents(items.map((item) => item.demandedCents));
  const sendOn = workingDayOnOrAfter(today, calendar);
  const combined = codedReason('step-combined', {
    count: items.length,
    step: step.key,
    days: daysBetween(lead.item.dueDate, today),
    dueDate: lead.item.dueDate,
  });
  return {
    customerId: customer.customerId,
    customerKind: customer.kind,
    country: customer.country,
    ladderKey: ladder.key,
    stepKey: step.key,
    template: step.template,
    tone: step.tone,
    approval: step.approval,
    currency: batch.currency,
    items,
    demandedCents: total,
    creditCents: batch.creditCents,
    toPayCents: subtractCents(total, batch.creditCents),
    sendOn,
    payBy: payByOf(step, sendOn, { customer, calendar }),
    reason: items.length === 1 ? lead.reason : combined,
  };
}

/**
 * The day to pay by: some days after the message, on a working day. A Belgian consumer has at least the legal term of the first reminder,
 * counted as for a letter posted on the next working day, whatever the channel (WER art. XIX.2). The fourteen-day letter to a Dutch one
 * names no day; what is kept is the last day of its term, counted in the same way.
 */
function payByOf(step: LadderStep, sendOn: PlainDateText, { customer, calendar }: Pick<CustomerPlan, 'customer' | 'calendar'>): PlainDateText {
  const payBy = workingDayOnOrAfter(addDays(sendOn, step.payWithinDays), calendar);
  const free = freeLetterOf(customer);
  if (free === null || (free.country === 'NL' && step.key !== free.stepKey)) return payBy;
  const posted = nextWorkingDay(sendOn, { countries: [free.country], quietPeriods: [] });
  const legal = workingDayOnOrAfter(lastFreeDay(free.country, { sentOn: posted, channel: 'letter' }), calendar);
  return legal > payBy ? legal : payBy;
}

const furthest = (ladder: Ladder, candidates: readonly Candidate[]): Candidate | null =>
  candidates.reduce<Candidate | null>((best, one) => (best === null || stepIndex(ladder, one.due.step.key) > stepIndex(ladder, best.due.step.key) ? one : best), null);

/**
 * What a consumer must get the free letter about first does not go along in a letter that comes after it: it would never get its own. Such
 * documents follow in a message of their own.
 */
function inTurn({ customer, ladder, isNoticeFirst }: CustomerPlan, candidates: readonly Candidate[]): { readonly now: readonly Candidate[]; readonly later: readonly Candidate[] } {
  const free = freeLetterOf(customer);
  const at = free === null ? -1 : stepIndex(ladder, free.stepKey);
  if (at < 0) return { now: candidates, later: [] };
  // After a notice of default the free letter itself names only what that notice was about: nothing else is in default.
  const bound = (isNoticeFirst ? [at, at - 1] : [at]).find((index) => candidates.some(({ due }) => stepIndex(ladder, due.step.key) > index));
  const isNow = ({ due }: Candidate): boolean => bound === undefined || stepIndex(ladder, due.step.key) > bound;
  return { now: candidates.filter(isNow), later: candidates.filter((one) => !isNow(one)) };
}

/** There is one fourteen-day letter for all that is overdue, whatever its own step (BW 6:96 lid 7). */
function allInOneLetter(plan: CustomerPlan, candidates: readonly Candidate[], waiting: readonly Waiting[]): readonly Candidate[] {
  const { customer, ladder, output, today, isNoticeFirst } = plan;
  const free = freeLetterOf(customer);
  const lead = furthest(ladder, candidates);
  // Where a notice comes first, it is the notice that names everything: the letter after it then can.
  const gathering = isNoticeFirst ? noticeStepKey : free?.stepKey;
  if (free?.country !== 'NL' || gathering === undefined || lead?.due.step.key !== gathering) return candidates;
  const at = stepIndex(ladder, gathering);
  const others = waiting.flatMap(({ item, due }): readonly Candidate[] => {
    const { dueDate } = item;
    if (dueDate === null || dueDate >= today || item.currency !== lead.item.currency || stepIndex(ladder, due.step.key) > at || itemHold(item, plan) !== null) return [];
    const reason = codedReason('step-after-due', { days: daysBetween(dueDate, today), dueDate, step: gathering });
    return [{ item: { ...item, dueDate }, due: lead.due, reason }];
  });
  for (const { item } of others) output.upcoming.splice(output.upcoming.findIndex((step) => step.documentId === item.documentId), 1);
  return [...candidates, ...others].sort((a, b) => oldestFirst(a.item, b.item));
}

/** One currency of one customer: nets credits, keeps the pace, finds the channel, and makes the message. True when it was made. */
function planMessage(plan: CustomerPlan, batch: Batch): boolean {
  const { now, later } = inTurn(plan, batch.candidates);
  if (!planInTurn(plan, { ...batch, candidates: now }, later)) return false;
  if (later.length === 0) return true;
  const until = workingDayOnOrAfter(addDays(plan.today, Math.max(1, plan.policy.minimumGapDays)), plan.calendar);
  hold(plan, later, { holdId: null, until, reason: codedReason('held-free-letter-first', { untilDate: until }) });
  return true;
}

function planInTurn(plan: CustomerPlan, batch: Batch, later: readonly Candidate[]): boolean {
  const { customer, ladder, output, today, calendar } = plan;
  const { candidates, creditCents, currency } = batch;
  const total = sumCents(candidates.map(({ item }) => demandedCents(item)));
  if (creditCents >= total) {
    const params = { creditCents, amountCents: total };
    hold(plan, [...candidates, ...later], { holdId: null, until: null, reason: codedReason('held-open-credit', params) });
    decide(plan, {
      kind: 'open-credit',
      documentId: null,
      stepKey: null,
      cents: creditCents,
      currency,
      reason: codedReason('decide-open-credit', params),
    });
    return false;
  }
  const lead = furthest(ladder, candidates);
  if (lead === null) return false;
  const message = makeMessage(plan, batch, lead);
  const cause = restDayHold(today, message.sendOn, calendar) ?? paceHold(customer, message.sendOn, plan);
  if (cause !== null) {
    hold(plan, [...candidates, ...later], cause);
    return false;
  }
  const channel = channelFor(customer, lead.due.step);
  if (channel === null) {
    const reason = codedReason('decide-no-recipient', { step: lead.due.step.key });
    decide(plan, { kind: 'no-recipient', documentId: null, stepKey: lead.due.step.key, cents: total, currency, reason });
    return false;
  }
  output.due.push({ ...message, channel, nextStep: nextStepAfter(plan, lead, { ...message, channel }) });
  return true;
}

const eurFirst = (a: string, b: string): number => (a === b ? 0 : a === 'EUR' ? -1 : b === 'EUR' ? 1 : a < b ? -1 : 1);
const oldestFirst = (a: DunningItem, b: DunningItem): number =>
  (a.dueDate ?? '') === (b.dueDate ?? '') ? a.documentId - b.documentId : (a.dueDate ?? '') < (b.dueDate ?? '') ? -1 : 1;

function insolvencyDecision(plan: CustomerPlan, owed: readonly DunningItem[]): void {
  const { insolventOn } = plan.customer;
  if (insolventOn === null) return;
  for (const [currency, items] of groupBy(owed, (item) => item.currency)) {
    const cents = sumCents(items.map((item) => item.openCents));
    const reason = codedReason('decide-insolvent', { sinceDate: insolventOn, amountCents: cents });
    decide(plan, { kind: 'insolvent', documentId: null, stepKey: null, cents, currency, reason });
  }
}

/** A missed instalment, and a plan that lapsed or was broken: whoever agreed to it decides. Once for a plan. */
function troubledPlans(plan: CustomerPlan, owed: readonly DunningItem[]): void {
  const troubles = owed.flatMap((item) => {
    const trouble = planTrouble(item, plan);
    return trouble === null ? [] : [{ ...trouble, currency: item.currency }];
  });
  for (const [, [first]] of groupBy(troubles, (one) => one.reference)) {
    if (first !== undefined) decide(plan, { kind: first.kind, documentId: null, stepKey: null, cents: first.restCents, currency: first.currency, reason: first.reason });
  }
}

function planCustomer(plan: CustomerPlan, items: readonly DunningItem[]): void {
  const { customer, ladder, calendar, today, handled } = plan;
  const owed = items.flatMap((item) => (item.openCents > 0 && item.issueDate <= today ? [afterPlan(item, plan)] : [])).sort(oldestFirst);
  insolvencyDecision(plan, owed);
  troubledPlans(plan, owed);
  const reached: Candidate[] = [];
  const waiting: Waiting[] = [];
  for (const item of owed) {
    const state = stepState({ item, customer, handled: handled.get(item.documentId) ?? [], ladder, calendar, today });
    const candidate = takeState(plan, item, state);
    if (candidate !== null) reached.push(candidate);
    else if (state.kind === 'waiting' && state.next !== null) waiting.push({ item, due: state.next });
  }
  const candidates = allInOneLetter(plan, reached, waiting);
  let first: string | null = null;
  const currencies = [...groupBy(candidates, ({ item }) => item.currency).entries()].sort(([a], [b]) => eurFirst(a, b));
  for (const [currency, ofCurrency] of currencies) {
    if (first !== null) {
      hold(plan, ofCurrency, { holdId: null, until: null, reason: codedReason('held-other-currency', { currency: first }) });
      continue;
    }
    const credits = items.filter((item) => item.openCents < 0 && item.currency === currency);
    const creditCents = credits.reduce((sum, item) => addCents(sum, negateCents(item.openCents)), zeroCents);
    if (planMessage(plan, { currency, candidates: ofCurrency, creditCents })) first = currency;
  }
}

/** Plans the follow-up of one day. Documents of customers that are not among the facts are a bug of the caller and throw. */
export function plan(input: PlanInput): DunningPlan {
  const { facts, calendar, policy, today } = input;
  const output: Output = { due: [], held: [], decisions: [], missed: [], upcoming: [] };
  const customers = new Map<CustomerId, DunningCustomer>(facts.customers.map((customer) => [customer.customerId, customer]));
  const handled = groupBy(facts.handled, (done) => done.documentId);
  const byCustomer = [...groupBy(facts.items, (item) => item.customerId).entries()].sort(([a], [b]) => a - b);
  for (const [customerId, items] of byCustomer) {
    const customer = customers.get(customerId);
    if (customer === undefined) throw new RangeError(`no facts of customer ${customerId}`);
    const chosen = ladderFor(customer, input);
    const isNoticeFirst = needsNoticeFirst(customer, items.map(({ documentId }) => handled.get(documentId) ?? []));
    const ladder = isNoticeFirst ? withNoticeFirst(chosen) : chosen;
    planCustomer({ customer, isNoticeFirst, ladder, handled, output, policy, today, calendar: calendarFor(calendar, customer.country) }, items);
  }
  return output;
}
