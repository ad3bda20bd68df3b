/** Where overdue euros are stuck: each overdue document in exactly one state, the first that applies in the order below. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb } from '../connection.ts';
import { balancesAsOf } from './openItems.ts';
import { prepared } from '../statements.ts';

export const stuckStates = ['insolvent', 'handed-over', 'disputed', 'unmatched', 'in-plan', 'promised', 'held', 'no-contact', 'reminded', 'not-reminded'] as const;
export type StuckState = (typeof stuckStates)[number];
export type StuckSum = { readonly state: StuckState; readonly cents: Cents; readonly customers: number; readonly documents: number };

/** Overdue euro documents (net of overdue credit notes) by what holds them up, as of a day. Adds up to the overdue part of the aging list. */
export function stuckMoney(db: ReadableDb, asOf: PlainDateText): readonly StuckSum[] {
  const { open, unmatched } = balancesAsOf(db, asOf);
  return prepared<[{ asOf: PlainDateText }], StuckSum>(
    db,
    `WITH waiting AS (SELECT DISTINCT e.customer_id AS id FROM (${unmatched}) b JOIN bank_entry e ON e.id = b.bank_entry_id WHERE e.customer_id IS NOT NULL),
     overdue AS (SELECT d.id, d.customer_id, b.open FROM (${open}) b JOIN document d ON d.id = b.document_id
       WHERE d.currency = 'EUR' AND coalesce(d.due_date, CASE WHEN b.open < 0 THEN d.issue_date END) < @asOf)
     SELECT CASE
         WHEN c.insolvent_on <= @asOf THEN 'insolvent'
         WHEN EXISTS (SELECT 1 FROM handover y LEFT JOIN handover_end z ON z.handover_id = y.id WHERE y.customer_id = o.customer_id AND y.on_date <= @asOf AND (z.on_date IS NULL OR z.on_date > @asOf)) THEN 'handed-over'
         WHEN EXISTS (SELECT 1 FROM dispute x WHERE x.document_id = o.id AND x.opened_on <= @asOf AND (x.resolved_on IS NULL OR x.resolved_on > @asOf)) THEN 'disputed'
         WHEN o.customer_id IN (SELECT id FROM waiting) THEN 'unmatched'
         WHEN EXISTS (SELECT 1 FROM payment_plan_document q JOIN payment_plan y ON y.id = q.payment_plan_id LEFT JOIN payment_plan_end z ON z.payment_plan_id = y.id
           WHERE q.document_id = o.id AND y.agreed_on <= @asOf AND (z.ended_on IS NULL OR z.ended_on > @asOf)
             AND (y.sign_by >= @asOf OR EXISTS (SELECT 1 FROM payment_plan_event e WHERE e.payment_plan_id = y.id AND e.kind = 'accepted' AND NOT EXISTS (SELECT 1 FROM payment_plan_event_withdrawal w WHERE w.payment_plan_event_id = e.id)))) THEN 'in-plan'
         WHEN EXISTS (SELECT 1 FROM promise p WHERE p.customer_id = o.customer_id AND p.cancelled_at IS NULL AND p.promised_on <= @asOf AND p.due_on >= @asOf) THEN 'promised'
         WHEN EXISTS (SELECT 1 FROM hold h WHERE h.customer_id = o.customer_id AND (h.document_id IS NULL OR h.document_id = o.id) AND h.ended_at IS NULL AND h.until >= @asOf) THEN 'held'
         WHEN EXISTS (SELECT 1 FROM message_document md JOIN message m ON m.id = md.message_id WHERE md.document_id = o.id AND m.state = 'sent' AND m.sent_on <= @asOf) THEN 'reminded'
         WHEN c.email = '' AND c.street = '' AND NOT EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = c.id AND k.removed_at IS NULL AND (k.email <> '' OR k.phone <> '')) THEN 'no-contact'
         ELSE 'not-reminded' END AS state,
       sum(o.open) AS cents, count(DISTINCT o.customer_id) AS customers, count(*) AS documents
     FROM overdue o JOIN customer c ON c.id = o.customer_id GROUP BY state`,
  ).all({ asOf });
}
