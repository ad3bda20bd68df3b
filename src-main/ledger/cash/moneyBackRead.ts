/** Lines that may take money back, the earlier lines they may turn back, and what a refund may be set against. */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId, OwnAccountId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, negateCents } from '../../../src-shared/money.ts';
import { type EarlierLine, findReturned, type ReturnedCandidate, type TurningLine } from '../../domain/moneyBack/findReturned.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

/** A direct debit may be claimed back for thirteen months (PSD2 art. 71); a little more is looked at. */
const returnDays = 400;
/** Most that a bank is taken to have kept on top of what it turned back. */
const mostCostCents = 5000;
const readLimit = 3000;
const shownReturns = 5;

export type MoneyBackLine = TurningLine & {
  readonly ownAccountId: OwnAccountId;
  readonly customerId: CustomerId | null;
  readonly removedAt: string | null;
};
const lineColumns = `e.id AS bankEntryId, e.amount, e.currency, e.book_date AS bookDate, e.counter_iban AS counterIban, e.counter_name AS counterName,
  e.remittance, e.structured_ref AS structuredRef, e.end_to_end_id AS endToEndId, e.mandate_id AS mandateId`;

/** A line with what tells what it turns back; null when it is not here. */
export const moneyBackLine = (db: ReadableDb, bankEntryId: BankEntryId): MoneyBackLine | null =>
  prepared<[BankEntryId], MoneyBackLine>(
    db,
    `SELECT ${lineColumns}, e.return_reason AS returnReason, e.own_account_id AS ownAccountId, e.customer_id AS customerId, e.removed_at AS removedAt
     FROM bank_entry e JOIN own_account a ON a.id = e.own_account_id WHERE e.id = ? AND e.removed_at IS NULL AND a.ownership = 'ours'`,
  ).get(bankEntryId) ?? null;

type EarlierRow = Omit<EarlierLine, 'numbers' | 'debitIds'> & { readonly numbers: string | null; readonly debitIds: string | null };
type Span = { readonly from: PlainDateText; readonly to: PlainDateText; readonly low: number; readonly high: number; readonly iban: string | null; readonly customerId: CustomerId | null };

/** All lines of the time, or those of the same account or customer: without the bank's word it is not worth reading them all. */
export type EarlierScope = 'all' | 'payer';
const scopes: Readonly<Record<EarlierScope, string>> = {
  all: `own_account a CROSS JOIN bank_entry e ON e.own_account_id = a.id WHERE`,
  payer: `bank_entry e CROSS JOIN own_account a ON a.id = e.own_account_id WHERE (e.counter_iban = @iban OR e.customer_id = @customerId) AND`,
};

/** Lines on the other side that a line may turn back: of the last thirteen months, of about the amount, not turned back before. */
export function earlierLines(db: ReadableDb, line: MoneyBackLine, scope: EarlierScope): readonly EarlierLine[] {
  const amount = Math.abs(line.amount);
  const [low, high] = line.amount < 0 ? [Math.max(1, amount - mostCostCents), amount] : [-amount, -amount];
  const { counterIban: iban, customerId } = line;
  const span: Span = { from: addDays(line.bookDate, -returnDays), to: line.bookDate, low, high, iban, customerId };
  return prepared<[Span], EarlierRow>(
    db,
    `SELECT ${lineColumns}, (SELECT group_concat(d.number, char(10)) FROM (SELECT DISTINCT d.number FROM allocation x JOIN document d ON d.id = x.document_id WHERE x.bank_entry_id = e.id LIMIT 50) d) AS numbers,
       (SELECT group_concat(y.end_to_end_id, char(10)) FROM allocation x JOIN direct_debit y ON y.document_id = x.document_id WHERE x.bank_entry_id = e.id
          AND NOT EXISTS (SELECT 1 FROM direct_debit_withdrawal w WHERE w.direct_debit_order_id = y.direct_debit_order_id)) AS debitIds
     FROM ${scopes[scope]} a.ownership = 'ours' AND e.book_date BETWEEN @from AND @to AND e.amount BETWEEN @low AND @high AND e.removed_at IS NULL
       AND EXISTS (SELECT 1 FROM bank_entry_balance b WHERE b.bank_entry_id = e.id)
       AND NOT EXISTS (SELECT 1 FROM money_back m WHERE m.reversed_bank_entry_id = e.id AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = m.entry_id))
     ORDER BY e.book_date DESC, e.id DESC LIMIT ${readLimit}`,
  )
    .all(span)
    .map((row) => ({ ...row, numbers: row.numbers?.split('\n') ?? [], debitIds: row.debitIds?.split('\n') ?? [] }));
}

/** What the line may turn back, best first. */
export const returnedBy = (db: ReadableDb, line: MoneyBackLine): readonly ReturnedCandidate[] =>
  findReturned(line, earlierLines(db, line, line.returnReason === null ? 'payer' : 'all'), shownReturns);

export type RefundSource = {
  readonly kind: 'document' | 'receipt';
  readonly id: number;
  readonly customerId: CustomerId;
  /** The number of the document, or the payer of the receipt. */
  readonly label: string;
  readonly on: PlainDateText;
  /** What we owe of it, above zero. */
  readonly cents: Cents;
  readonly counterIban: string | null;
};

/** What we owe to customers: credit notes and over-paid documents, and receipts in their name that are not assigned. */
export function owedTo(db: ReadableDb, customerIds: readonly CustomerId[], currency: string): readonly RefundSource[] {
  type Question = { customerId: CustomerId; currency: string };
  const documents = prepared<[Question], RefundSource>(
    db,
    `SELECT 'document' AS kind, d.id, d.customer_id AS customerId, d.number AS label, d.issue_date AS "on", -b.open AS cents, NULL AS counterIban
     FROM document_balance b JOIN document d ON d.id = b.document_id WHERE b.customer_id = @customerId AND b.settled_on IS NULL AND b.open < 0 AND d.currency = @currency AND d.removed_at IS NULL
     ORDER BY d.issue_date, d.id LIMIT 200`,
  );
  const receipts = prepared<[Question], RefundSource>(
    db,
    `SELECT 'receipt' AS kind, e.id, e.customer_id AS customerId, coalesce(e.counter_name, e.counter_iban, '') AS label, e.book_date AS "on", b.unmatched AS cents, e.counter_iban AS counterIban
     FROM bank_entry e JOIN bank_entry_balance b ON b.bank_entry_id = e.id
     WHERE e.customer_id = @customerId AND b.unmatched > 0 AND e.currency = @currency AND e.removed_at IS NULL ORDER BY e.book_date, e.id LIMIT 200`,
  );
  return customerIds.flatMap((customerId) => [...documents.all({ customerId, currency }), ...receipts.all({ customerId, currency })]);
}

export type ReopenedDocument = { readonly documentId: DocumentId; readonly customerId: CustomerId; readonly number: string; readonly cents: Cents };

/** What a line turned back would open again (documents with their amounts), as it is booked now. */
export function reopenedBy(db: ReadableDb, entryIds: readonly EntryId[]): readonly ReopenedDocument[] {
  const sums = new Map<DocumentId, ReopenedDocument>();
  const read = prepared<[EntryId], ReopenedDocument>(
    db,
    `SELECT d.id AS documentId, d.customer_id AS customerId, d.number, sum(p.cents) AS cents FROM posting p JOIN document d ON d.id = p.document_id WHERE p.entry_id = ? GROUP BY d.id`,
  );
  for (const entryId of entryIds) {
    for (const row of read.all(entryId)) {
      const known = sums.get(row.documentId);
      sums.set(row.documentId, { ...row, cents: addCents(known?.cents ?? (0 as Cents), negateCents(row.cents)) });
    }
  }
  return [...sums.values()].filter(({ cents }) => cents !== 0);
}
