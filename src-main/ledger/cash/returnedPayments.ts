/**
 * Money that left our accounts again and concerns a customer: a direct debit that came back, a transfer that was reversed, a refund. What was
 * booked as one is done with; of the rest a person looks at each, and looked at is the same mark as a receipt that was put aside.
 */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { comparableName } from '../../domain/receivable/documentDirection.ts';
import type { ReadableDb } from '../connection.ts';
import { payerAccounts } from './learned.ts';
import { customersByName } from './matchingRead.ts';
import { payerIban } from './receiptPayer.ts';
import { prepared } from '../statements.ts';

const shownDays = 60;
const readLimit = 5000;
const answerLimit = 200;
const nameLimit = 140;
/** Shorter names are shared too easily. */
const shortestName = 4;

export type ReturnedPayment = {
  readonly bankEntryId: BankEntryId;
  readonly bookDate: PlainDateText;
  /** What went out, as booked: below zero. */
  readonly amount: Cents;
  readonly currency: string;
  readonly counterName: string | null;
  readonly counterIban: string | null;
  /** The code of the bank, or `return` where the bank only says that it is one; null for a payment to a customer. */
  readonly returnReason: string | null;
  /** The one customer it concerns; null when no customer or more than one fits. */
  readonly customerId: CustomerId | null;
};

/** Money out of the last 60 days that came back by the bank's word or went to a customer, and that nobody has looked at; oldest first. */
export function returnedPayments(db: ReadableDb, today: PlainDateText): readonly ReturnedPayment[] {
  const rows = prepared<[{ from: PlainDateText; today: PlainDateText; limit: number }], ReturnedPayment>(
    db,
    `SELECT e.id AS bankEntryId, e.book_date AS bookDate, e.amount, e.currency, e.counter_name AS counterName, e.counter_iban AS counterIban,
       e.return_reason AS returnReason, e.customer_id AS customerId
     FROM own_account a CROSS JOIN bank_entry e ON e.own_account_id = a.id
     WHERE a.ownership = 'ours' AND e.book_date >= @from AND e.amount < 0 AND e.removed_at IS NULL AND (e.parked_reason IS NULL OR e.parked_until < @today)
       AND NOT EXISTS (SELECT 1 FROM money_back m WHERE m.bank_entry_id = e.id AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = m.entry_id))
       AND NOT EXISTS (SELECT 1 FROM own_account o WHERE o.ownership = 'ours' AND o.iban = replace(upper(e.counter_iban), ' ', ''))
     ORDER BY e.book_date, e.id LIMIT @limit`,
  ).all({ from: addDays(today, -shownDays), today, limit: readLimit });
  if (rows.length === 0) return [];
  const byIban = Map.groupBy(payerAccounts(db), (payer) => payer.iban);
  const byName = Map.groupBy(customersByName(db), (customer) => comparableName(customer.name.slice(0, nameLimit)));
  const shown: ReturnedPayment[] = [];
  for (const row of rows) {
    const name = comparableName((row.counterName ?? '').slice(0, nameLimit));
    const namesakes = name.length < shortestName ? [] : (byName.get(name) ?? []).map((customer) => customer.customerId);
    const owners = (byIban.get(payerIban(row.counterIban) ?? '') ?? []).map((payer) => payer.customerId);
    // An account of several customers is told apart by the name; a known account outweighs a name.
    const named = owners.filter((customerId) => namesakes.includes(customerId));
    const fitting = row.customerId === null ? (owners.length === 0 ? namesakes : named.length > 0 ? named : owners) : [row.customerId];
    const [only] = fitting;
    if (only === undefined && row.returnReason === null) continue;
    shown.push({ ...row, customerId: fitting.length === 1 && only !== undefined ? only : null });
    if (shown.length === answerLimit) break;
  }
  return shown;
}
