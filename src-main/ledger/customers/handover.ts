/** Parties that take claims over, and the customers whose claims they have: from then on nothing of ours goes out to them. */
import { z } from 'zod';
import { type HandoverPartyFields, zHandoverParty } from '../../../src-shared/contract/handover.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId, HandoverId, HandoverPartyId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

export type HandoverParty = { readonly partyId: HandoverPartyId; readonly fields: HandoverPartyFields; readonly isStandard: boolean };

type Row = HandoverPartyFields & { readonly partyId: HandoverPartyId; readonly isStandard: 0 | 1 };
const select = `SELECT id AS partyId, kind, name, attention, street, postcode, city, country, email, phone, registration, is_standard AS isStandard FROM handover_party WHERE removed_at IS NULL`;
const toParty = ({ partyId, isStandard, ...fields }: Row): HandoverParty => ({ partyId, fields, isStandard: isStandard === 1 });

/** Parties that were not taken away, by name. */
export const handoverParties = (db: ReadableDb): readonly HandoverParty[] => prepared<[], Row>(db, `${select} ORDER BY name COLLATE NOCASE, id`).all().map(toParty);

export function handoverPartyById(db: ReadableDb, partyId: HandoverPartyId): HandoverParty | null {
  const row = prepared<[HandoverPartyId], Row>(db, `${select} AND id = ?`).get(partyId);
  return row === undefined ? null : toParty(row);
}

/** Whom the announcement to customers of a country names; null when nobody was chosen. */
export function standardParty(db: ReadableDb, country: string): HandoverParty | null {
  const row = prepared<[string], Row>(db, `${select} AND is_standard = 1 AND country = ?`).get(country);
  return row === undefined ? null : toParty(row);
}

/** Whether there is anybody to announce at all. */
export const hasStandardParty = (db: ReadableDb): boolean => prepared<[], { found: number }>(db, 'SELECT 1 AS found FROM handover_party WHERE removed_at IS NULL AND is_standard = 1 LIMIT 1').get() !== undefined;

type Saved = Pick<HandoverParty, 'fields' | 'isStandard'> & { readonly partyId: HandoverPartyId | null; readonly at: string };

/** Adds or changes a party. `not-found` for one that is not there. Logged with what was. */
export function saveHandoverParty(db: WritableDb, { partyId, fields, isStandard, at }: Saved): Result<HandoverPartyId, AppError> {
  const was = partyId === null ? null : handoverPartyById(db, partyId);
  if (partyId !== null && was === null) return err(appError('not-found', { what: 'handover-party', id: partyId }));
  if (isStandard) prepared<[string], never>(db, 'UPDATE handover_party SET is_standard = 0 WHERE country = ? AND is_standard = 1').run(fields.country);
  const values = { ...fields, isStandard: isStandard ? 1 : 0, partyId };
  const sql =
    partyId === null
      ? `INSERT INTO handover_party (kind, name, attention, street, postcode, city, country, email, phone, registration, is_standard)
         VALUES (@kind, @name, @attention, @street, @postcode, @city, @country, @email, @phone, @registration, @isStandard)`
      : `UPDATE handover_party SET kind = @kind, name = @name, attention = @attention, street = @street, postcode = @postcode, city = @city, country = @country,
           email = @email, phone = @phone, registration = @registration, is_standard = @isStandard WHERE id = @partyId`;
  const { partyId: known, ...added } = values;
  const { lastInsertRowid } = prepared<[object], never>(db, sql).run(partyId === null ? added : { ...added, partyId: known });
  const saved = partyId ?? (Number(lastInsertRowid) as HandoverPartyId);
  logEvent(db, { at, actor: 'person', kind: 'handover-party-saved', subject: 'handover-party', subjectId: saved, detail: { ...fields, isStandard, was } });
  return ok(saved);
}

/** Takes a party away; handovers to it stay. `not-found` for one that is not there. */
export function removeHandoverParty(db: WritableDb, partyId: HandoverPartyId, at: string): Result<null, AppError> {
  const { changes } = prepared<[string, HandoverPartyId], never>(db, 'UPDATE handover_party SET removed_at = ?, is_standard = 0 WHERE id = ? AND removed_at IS NULL').run(at, partyId);
  if (changes === 0) return err(appError('not-found', { what: 'handover-party', id: partyId }));
  logEvent(db, { at, actor: 'person', kind: 'handover-party-removed', subject: 'handover-party', subjectId: partyId, detail: {} });
  return ok(null);
}

export type Handover = {
  readonly handoverId: HandoverId;
  /** As it was on the day. */
  readonly party: HandoverPartyFields;
  readonly on: PlainDateText;
  readonly endedOn: PlainDateText | null;
  /** Why it ended, or empty. */
  readonly reason: string;
};

const zStored = z.string().transform((text) => zHandoverParty.parse(JSON.parse(text)));

/** Newest first. */
export const handoversOf = (db: ReadableDb, customerId: CustomerId): readonly Handover[] =>
  prepared<[CustomerId], Omit<Handover, 'party'> & { readonly party: string }>(
    db,
    `SELECT h.id AS handoverId, h.party, h.on_date AS "on", x.on_date AS endedOn, coalesce(x.reason, '') AS reason
     FROM handover h LEFT JOIN handover_end x ON x.handover_id = h.id WHERE h.customer_id = ? ORDER BY h.id DESC`,
  )
    .all(customerId)
    .map((row) => ({ ...row, party: zStored.parse(row.party) }));

export type NewHandover = { readonly customerId: CustomerId; readonly party: HandoverParty; readonly on: PlainDateText; readonly at: string };

/** The claims of a customer are somebody else's from this day. One that ran before ends with it. */
export function addHandover(db: WritableDb, { customerId, party, on, at }: NewHandover): HandoverId {
  endHandover(db, { customerId, reason: '', on, at });
  const { lastInsertRowid } = prepared<[CustomerId, HandoverPartyId, string, string, string], never>(
    db,
    'INSERT INTO handover (customer_id, handover_party_id, party, on_date, at) VALUES (?, ?, ?, ?, ?)',
  ).run(customerId, party.partyId, JSON.stringify(party.fields), on, at);
  logEvent(db, { at, actor: 'person', kind: 'handed-over', subject: 'customer', subjectId: customerId, detail: { to: party.fields.name, partyId: party.partyId, on } });
  return Number(lastInsertRowid) as HandoverId;
}

/** Our own follow-up goes on. `not-found` when the customer is not handed over. */
export function endHandover(db: WritableDb, { customerId, reason, on, at }: { readonly customerId: CustomerId; readonly reason: string; readonly on: PlainDateText; readonly at: string }): Result<null, AppError> {
  const running = handoversOf(db, customerId).find(({ endedOn }) => endedOn === null);
  if (running === undefined) return err(appError('not-found', { what: 'handover', id: customerId }));
  prepared<[HandoverId, string, string, string], never>(db, 'INSERT INTO handover_end (handover_id, on_date, reason, at) VALUES (?, ?, ?, ?)').run(running.handoverId, on, reason, at);
  logEvent(db, { at, actor: 'person', kind: 'handover-ended', subject: 'customer', subjectId: customerId, detail: { from: running.party.name, reason } });
  return ok(null);
}

export type HandedOver = { readonly to: string; readonly sinceDate: PlainDateText };

/** Customers whose claims are elsewhere, and the day from which follow-up could go on of those whose are not any more. */
export function handoversNow(db: ReadableDb, customerId: CustomerId | null): { readonly running: ReadonlyMap<CustomerId, HandedOver>; readonly endedOn: ReadonlyMap<CustomerId, PlainDateText> } {
  const rows = prepared<[{ customerId: CustomerId | null }], { customerId: CustomerId; to: string; sinceDate: PlainDateText; endedOn: PlainDateText | null }>(
    db,
    `SELECT h.customer_id AS customerId, json_extract(h.party, '$.name') AS "to", h.on_date AS sinceDate, x.on_date AS endedOn
     FROM handover h LEFT JOIN handover_end x ON x.handover_id = h.id WHERE @customerId IS NULL OR h.customer_id = @customerId ORDER BY h.id`,
  ).all({ customerId });
  return {
    running: new Map(rows.flatMap((row) => (row.endedOn === null ? [[row.customerId, { to: row.to, sinceDate: row.sinceDate }] as const] : []))),
    endedOn: new Map(rows.flatMap(({ customerId: id, endedOn }) => (endedOn === null ? [] : [[id, endedOn] as const]))),
  };
}
