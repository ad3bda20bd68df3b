/** Lines that wait for the question whether they turn back a receipt or refund something, and the one customer each concerns. */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId } from '../../../src-shared/ids.ts';
import type { ReadableDb } from '../connection.ts';
import { moneyBackLine, type MoneyBackLine } from './moneyBackRead.ts';
import { returnedPayments } from './returnedPayments.ts';
import { prepared } from '../statements.ts';

/** How far back the program itself follows the bank's word about a return. */
const followedDays = 120;
const comesBackLimit = 500;

/**
 * Lines that the bank calls a return, of which nothing is used and that nobody put aside or took back by hand; oldest first. What an undone
 * import took back nobody judged: it is booked again when its receipt comes in again.
 */
export function unbookedReturns(db: ReadableDb, today: PlainDateText): readonly MoneyBackLine[] {
  const ids = prepared<[{ today: PlainDateText; from: PlainDateText }], { id: BankEntryId }>(
    db,
    `SELECT e.id FROM own_account a CROSS JOIN bank_entry e INDEXED BY bank_entry_date ON e.own_account_id = a.id LEFT JOIN bank_entry_balance b ON b.bank_entry_id = e.id
     WHERE a.ownership = 'ours' AND e.book_date >= @from AND e.return_reason IS NOT NULL AND e.removed_at IS NULL AND (e.parked_reason IS NULL OR e.parked_until < @today)
       AND (e.amount < 0 OR b.unmatched = e.amount)
       AND NOT EXISTS (SELECT 1 FROM money_back m WHERE m.bank_entry_id = e.id
         AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = m.entry_id AND json_extract(r.reason, '$.code') = 'import-undone'))
     ORDER BY e.book_date, e.id LIMIT ${comesBackLimit}`,
  ).all({ today, from: addDays(today, -followedDays) });
  return ids.flatMap(({ id }) => moneyBackLine(db, id) ?? []);
}

/** Refunds of ours that may have come back: money in that the bank calls a return, not used yet. */
const cameBack = (db: ReadableDb, today: PlainDateText): readonly MoneyBackLine[] => unbookedReturns(db, today).filter((line) => line.amount > 0);

export type WaitingMoneyBack = { readonly line: MoneyBackLine; readonly customerId: CustomerId | null };

/** Everything that a person looks at, oldest first. */
export function waitingMoneyBack(db: ReadableDb, today: PlainDateText): readonly WaitingMoneyBack[] {
  const out = returnedPayments(db, today).flatMap(({ bankEntryId, customerId }) => {
    const line = moneyBackLine(db, bankEntryId);
    return line === null ? [] : [{ line, customerId }];
  });
  return [...out, ...cameBack(db, today).map((line) => ({ line, customerId: line.customerId }))].sort((a, b) => (a.line.bookDate < b.line.bookDate ? -1 : a.line.bookDate > b.line.bookDate ? 1 : a.line.bankEntryId - b.line.bankEntryId));
}
