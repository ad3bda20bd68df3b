/** Our own direct debits as they were sent to the bank: which document an end-to-end id is for. Kept by order, withdrawn by a row of its own. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { DirectDebitOrderId, DocumentId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

export type NewDirectDebit = {
  readonly documentIds: readonly DocumentId[];
  readonly endToEndId: string;
  readonly cents: Cents;
  readonly currency: string;
  readonly collectOn: PlainDateText | null;
  readonly mandateId: string | null;
  readonly debtorIban: string | null;
};
export type NewDirectDebitOrder = { readonly message: string; readonly account: string; readonly fileName: string; readonly debits: readonly NewDirectDebit[]; readonly at: string };

const isWithdrawn = 'EXISTS (SELECT 1 FROM direct_debit_withdrawal w WHERE w.direct_debit_order_id = o.id)';

/** Whether an order of this name from this account is kept already. */
export const isOrderKnown = (db: ReadableDb, message: string, account: string): boolean =>
  prepared<[string, string], { found: number }>(db, `SELECT 1 AS found FROM direct_debit_order o WHERE o.message = ? AND o.account = ? AND NOT ${isWithdrawn} LIMIT 1`).get(message, account) !== undefined;

/** Whether an account is one of ours: by a statement, or by the profile's own word in `also`. */
export const isOwnAccount = (db: ReadableDb, iban: string, also: readonly string[]): boolean =>
  also.includes(iban) || prepared<[string], { found: number }>(db, "SELECT 1 AS found FROM own_account WHERE iban = ? AND ownership = 'ours' LIMIT 1").get(iban) !== undefined;

/** Keeps an order: `debit-order-known` when it is, so that no id counts twice. */
export function keepDirectDebits(db: WritableDb, order: NewDirectDebitOrder): Result<DirectDebitOrderId, AppError> {
  const { message, account, fileName, debits, at } = order;
  if (isOrderKnown(db, message, account)) return err(appError('debit-order-known', { message }));
  const added = prepared<[string, string, string, string], never>(db, 'INSERT INTO direct_debit_order (message, account, file_name, at) VALUES (?, ?, ?, ?)').run(message, account, fileName, at);
  const orderId = Number(added.lastInsertRowid) as DirectDebitOrderId;
  const add = prepared<unknown[], never>(
    db,
    'INSERT INTO direct_debit (direct_debit_order_id, document_id, end_to_end_id, cents, currency, collect_on, mandate_id, debtor_iban) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { documentIds, endToEndId, cents, currency, collectOn, mandateId, debtorIban } of debits)
    for (const documentId of documentIds) add.run(orderId, documentId, endToEndId, cents, currency, collectOn, mandateId, debtorIban);
  logEvent(db, { at, actor: 'person', kind: 'debit-order-kept', subject: 'debit-order', subjectId: orderId, detail: { message, account, fileName, debits: debits.length } });
  return ok(orderId);
}

/** Takes an order back that was not sent after all: its ids count no more. `not-found` for none, `not-allowed-now` when it was before. */
export function withdrawDirectDebits(db: WritableDb, orderId: DirectDebitOrderId, at: string): Result<null, AppError> {
  const row = prepared<[DirectDebitOrderId], { withdrawn: 0 | 1 }>(db, `SELECT ${isWithdrawn} AS withdrawn FROM direct_debit_order o WHERE o.id = ?`).get(orderId);
  if (row === undefined) return err(appError('not-found', { what: 'debit-order', id: orderId }));
  if (row.withdrawn === 1) return err(appError('not-allowed-now', { what: 'debit-order', id: orderId }));
  prepared<[DirectDebitOrderId, string], never>(db, 'INSERT INTO direct_debit_withdrawal (direct_debit_order_id, at) VALUES (?, ?)').run(orderId, at);
  logEvent(db, { at, actor: 'person', kind: 'debit-order-withdrawn', subject: 'debit-order', subjectId: orderId, detail: {} });
  return ok(null);
}

/** End-to-end ids of our debits by document, of orders that count. */
export const directDebitIds = (db: ReadableDb): ReadonlyMap<DocumentId, readonly string[]> =>
  new Map(
    [
      ...Map.groupBy(
        prepared<[], { documentId: DocumentId; endToEndId: string }>(
          db,
          `SELECT b.document_id AS documentId, b.end_to_end_id AS endToEndId FROM direct_debit b JOIN direct_debit_order o ON o.id = b.direct_debit_order_id WHERE NOT ${isWithdrawn} ORDER BY b.id`,
        ).all(),
        (row) => row.documentId,
      ),
    ].map(([documentId, rows]) => [documentId, [...new Set(rows.map((row) => row.endToEndId))]] as const),
  );

export type KeptOrder = { readonly orderId: DirectDebitOrderId; readonly message: string; readonly fileName: string; readonly at: string; readonly debits: number; readonly cents: Cents };

/** Orders that count, newest first. */
export const keptOrders = (db: ReadableDb): readonly KeptOrder[] =>
  prepared<[], KeptOrder>(
    db,
    `SELECT o.id AS orderId, o.message, o.file_name AS fileName, o.at,
       (SELECT count(DISTINCT b.end_to_end_id) FROM direct_debit b WHERE b.direct_debit_order_id = o.id) AS debits,
       (SELECT coalesce(sum(x.cents), 0) FROM (SELECT DISTINCT b.end_to_end_id, b.cents FROM direct_debit b WHERE b.direct_debit_order_id = o.id) x) AS cents
     FROM direct_debit_order o WHERE NOT ${isWithdrawn} ORDER BY o.id DESC LIMIT 100`,
  ).all();
