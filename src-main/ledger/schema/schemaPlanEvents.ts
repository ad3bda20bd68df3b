/** What happens to a payment plan after it was made, for typed queries; the migration is the truth (see schema.ts). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { PaymentPlanId, PlanEventId } from '../../../src-shared/ids.ts';

export const paymentPlanEvent = sqliteTable('payment_plan_event', {
  id: integer('id').$type<PlanEventId>().primaryKey(),
  paymentPlanId: integer('payment_plan_id').$type<PaymentPlanId>().notNull(),
  kind: text('kind', { enum: ['accepted', 'noticed'] }).notNull(),
  position: integer('position'),
  happenedOn: text('happened_on').$type<PlainDateText>().notNull(),
  byWhom: text('by_whom').notNull(),
  at: text('at').notNull(),
});

export const paymentPlanEventWithdrawal = sqliteTable('payment_plan_event_withdrawal', {
  eventId: integer('payment_plan_event_id').$type<PlanEventId>().primaryKey(),
  at: text('at').notNull(),
});
