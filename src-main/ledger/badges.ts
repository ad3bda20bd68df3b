import type { PlainDateText } from '../../src-shared/dates.ts';
import type { ReadableDb } from './connection.ts';
import { prepared } from './statements.ts';

export type Badges = { readonly today: number; readonly bank: number; readonly newestBooking: PlainDateText | null };

/** Counts for the rail: messages that wait for approval today, receipts that wait for a decision; and the newest booking of our accounts that is not yet to come. */
export function readBadges(db: ReadableDb, today: PlainDateText): Badges {
  const row = prepared<[{ today: PlainDateText }], { today: number; bank: number; newest: PlainDateText | null }>(
    db,
    `SELECT
       (SELECT count(*) FROM message WHERE state = 'planned') AS today,
       (SELECT count(*) FROM bank_entry_balance b JOIN bank_entry e ON e.id = b.bank_entry_id
         WHERE b.unmatched <> 0 AND b.unmatched > 0 AND e.removed_at IS NULL AND (e.parked_reason IS NULL OR e.parked_until < @today)) AS bank,
       (SELECT max((SELECT e.book_date FROM bank_entry e WHERE e.own_account_id = a.id AND e.removed_at IS NULL AND e.book_date <= @today ORDER BY e.book_date DESC LIMIT 1))
         FROM own_account a WHERE a.ownership = 'ours') AS newest`,
  ).get({ today });
  return { today: row?.today ?? 0, bank: row?.bank ?? 0, newestBooking: row?.newest ?? null };
}
