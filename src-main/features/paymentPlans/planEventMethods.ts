/** What a person records of a plan after it was made: that both signed, that a missed instalment was told in writing; and takes back. */
import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { calendarFor } from '../../domain/calendar/workCalendar.ts';
import { standardPolicy } from '../../domain/dunning/dunningFacts.ts';
import { isMissed, nextInstalment } from '../../domain/paymentPlans/planStanding.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { readWorkCalendar } from '../../ledger/followUp/followUpPlan.ts';
import { paymentPlan, planThatTook, type StoredPlan } from '../../ledger/customers/paymentPlans.ts';
import { insertPlanEvent, type NewPlanEvent, withdrawPlanEvent } from '../../ledger/customers/planEvents.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';

export type PlanEventContext = { readonly ledger: Ledger; readonly clock: Clock; readonly events: Events };
type Methods = 'paymentPlans.accept' | 'paymentPlans.notice' | 'paymentPlans.withdraw';

const notNow = ({ planId }: StoredPlan): Result<never, AppError> => err(appError('not-allowed-now', { what: 'payment-plan', id: planId }));

/** Whether the plan can be called signed on that day. A day after the one agreed makes no plan: it had lapsed by then. */
function acceptable(db: ReadableDb, plan: StoredPlan, { on, today }: { readonly on: PlainDateText; readonly today: PlainDateText }): Result<StoredPlan, AppError> {
  if (plan.end !== null || plan.accepted !== null) return notNow(plan);
  if (on < plan.agreedOn || on > today) return err(appError('plan-day-wrong', { earliestDate: plan.agreedOn }));
  if (on > plan.signBy) return err(appError('plan-signed-late', { signDate: plan.signBy }));
  const taken = plan.documents.map(({ documentId }) => planThatTook(db, { documentId, today })).find((reference) => reference !== null && reference !== plan.reference);
  return taken === undefined || taken === null ? ok(plan) : err(appError('plan-document-taken', { reference: taken }));
}

/** Whether the oldest instalment that is not paid is missed and was not told yet. */
function noticeable(db: ReadableDb, plan: StoredPlan, { on, today, position }: { readonly on: PlainDateText; readonly today: PlainDateText; readonly position: number }): Result<StoredPlan, AppError> {
  if (plan.end !== null || plan.accepted === null || plan.notices.has(position)) return notNow(plan);
  const calendar = calendarFor(readWorkCalendar(db), customerFields(db, plan.customerId)?.fields.country ?? 'NL');
  const next = nextInstalment(plan.instalments);
  if (next === null || plan.instalments.indexOf(next) + 1 !== position || !isMissed(next, { today, calendar, graceDays: standardPolicy.promiseGraceDays })) return err(appError('plan-nothing-missed'));
  return on <= next.dueOn || on > today ? err(appError('plan-day-wrong', { earliestDate: next.dueOn })) : ok(plan);
}

type Recorded = Result<OutputOf<'paymentPlans.accept'>, AppError>;

function record({ ledger, clock, events }: PlanEventContext, input: InputOf<'paymentPlans.accept'> & Pick<NewPlanEvent, 'kind' | 'position'>): Recorded {
  const { planId, on, kind, position } = input;
  const by = input.by.trim();
  if (by === '') return err(appError('reason-missing'));
  const today = clock.today();
  const recorded = ledger.write((db): Recorded => {
    const plan = paymentPlan(db, planId);
    if (plan === null) return err(appError('not-found', { what: 'payment-plan', id: planId }));
    const allowed = position === null ? acceptable(db, plan, { on, today }) : noticeable(db, plan, { on, today, position });
    if (!allowed.ok) return allowed;
    const { customerId, reference } = plan;
    return ok({ eventId: insertPlanEvent(db, { planId, customerId, reference, kind, position, on, by, at: clock.now() }) });
  });
  if (recorded.ok) events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning', 'documents'] });
  return recorded;
}

export const planEventMethods: Handlers<PlanEventContext, Methods> = {
  'paymentPlans.accept': (context, input) => record(context, { ...input, kind: 'accepted', position: null }),
  'paymentPlans.notice': (context, input) => record(context, { ...input, kind: 'noticed' }),
  'paymentPlans.withdraw': ({ ledger, clock, events }, { eventId }) => {
    const withdrawn = ledger.write((db) => withdrawPlanEvent(db, eventId, clock.now()));
    if (!withdrawn.ok) return withdrawn;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning', 'documents'] });
    return ok({ done: true as const });
  },
};
