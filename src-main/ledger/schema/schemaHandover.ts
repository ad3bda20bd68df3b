/** Handovers for typed queries; the migration is the truth (see schema.ts). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, HandoverId, HandoverPartyId } from '../../../src-shared/ids.ts';

export const handoverParty = sqliteTable('handover_party', {
  id: integer('id').$type<HandoverPartyId>().primaryKey(),
  kind: text('kind', { enum: ['bailiff', 'agency', 'lawyer'] }).notNull(),
  name: text('name').notNull(),
  attention: text('attention').notNull(),
  street: text('street').notNull(),
  postcode: text('postcode').notNull(),
  city: text('city').notNull(),
  country: text('country').notNull(),
  email: text('email').notNull(),
  phone: text('phone').notNull(),
  registration: text('registration').notNull(),
  isStandard: integer('is_standard', { mode: 'boolean' }).notNull(),
  removedAt: text('removed_at'),
});

export const handover = sqliteTable('handover', {
  id: integer('id').$type<HandoverId>().primaryKey(),
  customerId: integer('customer_id').$type<CustomerId>().notNull(),
  handoverPartyId: integer('handover_party_id').$type<HandoverPartyId>().notNull(),
  party: text('party').notNull(),
  onDate: text('on_date').$type<PlainDateText>().notNull(),
  at: text('at').notNull(),
});

export const handoverEnd = sqliteTable('handover_end', {
  handoverId: integer('handover_id').$type<HandoverId>().primaryKey(),
  onDate: text('on_date').$type<PlainDateText>().notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
});
