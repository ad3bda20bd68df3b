/** When payers were asked what a payment is for: lines of the audit log. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

/** The day on which each payer was asked last, by receipt. */
export function askedOn(db: ReadableDb): ReadonlyMap<BankEntryId, PlainDateText> {
  const rows = prepared<[], { id: BankEntryId; on: PlainDateText }>(
    db,
    `SELECT subject_id AS id, max(json_extract(detail, '$.on')) AS "on" FROM event WHERE kind = 'payer-asked' GROUP BY subject_id`,
  ).all();
  return new Map(rows.map(({ id, on }) => [id, on]));
}

/** Remembers that a payer was asked. Code: `not-found`. */
export function savePayerAsked(db: WritableDb, asked: { readonly bankEntryId: BankEntryId; readonly to: string; readonly on: PlainDateText; readonly at: string }): Result<null, AppError> {
  const { bankEntryId, to, on, at } = asked;
  if (prepared<[BankEntryId], { id: number }>(db, 'SELECT id FROM bank_entry WHERE id = ? AND removed_at IS NULL').get(bankEntryId) === undefined) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
  logEvent(db, { at, actor: 'person', kind: 'payer-asked', subject: 'receipt', subjectId: bankEntryId, detail: { to, on } });
  return ok(null);
}
