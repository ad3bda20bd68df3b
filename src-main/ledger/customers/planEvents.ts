/**
 * What happened to payment plans after they were made: signed by both, a missed instalment told in writing. Kept as rows that a row of its
 * own takes back; of two of a kind the newest counts.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId, PaymentPlanId, PlanEventId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

/** `by` is empty for a plan from before signatures were kept. */
export type PlanEvent = { readonly eventId: PlanEventId; readonly on: PlainDateText; readonly by: string };
export type PlanEventKind = 'accepted' | 'noticed';
type EventRow = PlanEvent & { readonly planId: PaymentPlanId; readonly kind: PlanEventKind; readonly position: number | null };
export type PlanEvents = { readonly accepted: PlanEvent | null; /** Notices by the place of the instalment, from 1. */ readonly notices: ReadonlyMap<number, PlanEvent> };

const noEvents: PlanEvents = { accepted: null, notices: new Map() };

/** What counts of a customer's plans, or of all. */
export function planEvents(db: ReadableDb, customerId: CustomerId | null): (planId: PaymentPlanId) => PlanEvents {
  const whose = customerId === null ? '' : ' AND e.payment_plan_id IN (SELECT p.id FROM payment_plan p WHERE p.customer_id = @customerId)';
  const rows = prepared<[{ customerId: CustomerId | null }], EventRow>(
    db,
    `SELECT e.id AS eventId, e.payment_plan_id AS planId, e.kind, e.position, e.happened_on AS "on", e.by_whom AS by FROM payment_plan_event e
     WHERE NOT EXISTS (SELECT 1 FROM payment_plan_event_withdrawal w WHERE w.payment_plan_event_id = e.id)${whose} ORDER BY e.id`,
  ).all({ customerId });
  const byPlan = Map.groupBy(rows, (row) => row.planId);
  const told = ({ eventId, on, by }: EventRow): PlanEvent => ({ eventId, on, by });
  return (planId) => {
    const own = byPlan.get(planId);
    if (own === undefined) return noEvents;
    const accepted = own.findLast((row) => row.kind === 'accepted');
    return {
      accepted: accepted === undefined ? null : told(accepted),
      notices: new Map(own.flatMap((row): readonly (readonly [number, PlanEvent])[] => (row.position === null ? [] : [[row.position, told(row)]]))),
    };
  };
}

export type NewPlanEvent = {
  readonly planId: PaymentPlanId;
  readonly customerId: CustomerId;
  readonly reference: string;
  readonly kind: PlanEventKind;
  /** The instalment of a notice, from 1; null for a signature. */
  readonly position: number | null;
  readonly on: PlainDateText;
  readonly by: string;
  readonly at: string;
};

export function insertPlanEvent(db: WritableDb, { planId, customerId, reference, kind, position, on, by, at }: NewPlanEvent): PlanEventId {
  const { lastInsertRowid } = prepared<[PaymentPlanId, string, number | null, PlainDateText, string, string], never>(
    db,
    'INSERT INTO payment_plan_event (payment_plan_id, kind, position, happened_on, by_whom, at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(planId, kind, position, on, by, at);
  const eventId = Number(lastInsertRowid) as PlanEventId;
  logEvent(db, { at, actor: 'person', kind: `payment-plan-${kind}`, subject: 'customer', subjectId: customerId, detail: { planId, reference, eventId, position, on, by } });
  return eventId;
}

/** Takes an event back. `not-found` for none, `not-allowed-now` when it was taken back before. */
export function withdrawPlanEvent(db: WritableDb, eventId: PlanEventId, at: string): Result<null, AppError> {
  const row = prepared<[PlanEventId], { customerId: CustomerId; reference: string; kind: PlanEventKind; gone: 0 | 1 }>(
    db,
    `SELECT p.customer_id AS customerId, p.reference, e.kind, EXISTS (SELECT 1 FROM payment_plan_event_withdrawal w WHERE w.payment_plan_event_id = e.id) AS gone
     FROM payment_plan_event e JOIN payment_plan p ON p.id = e.payment_plan_id WHERE e.id = ?`,
  ).get(eventId);
  if (row === undefined) return err(appError('not-found', { what: 'payment-plan', id: eventId }));
  if (row.gone === 1) return err(appError('not-allowed-now', { what: 'payment-plan', id: eventId }));
  prepared<[PlanEventId, string], never>(db, 'INSERT INTO payment_plan_event_withdrawal (payment_plan_event_id, at) VALUES (?, ?)').run(eventId, at);
  logEvent(db, { at, actor: 'person', kind: `payment-plan-${row.kind}-withdrawn`, subject: 'customer', subjectId: row.customerId, detail: { reference: row.reference, eventId } });
  return ok(null);
}
