/**
 * The review list of bookings that look like one that is known: kept with everything needed to book them until a person has said whether
 * they are the same or another. One that was judged the same is asked about again when the booking it was the same as is gone.
 */
import { z } from 'zod';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankDoubtId, CustomerId, ImportFileId, ImportId, OwnAccountId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { NewBankEntry, StatementFacts } from './bankEntries.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

/** A booking as it will be written, but for its statement. */
export type WaitingBooking = Omit<NewBankEntry, 'statementId' | 'ownAccountId'>;

export type NewBankDoubt = {
  readonly importFileId: ImportFileId;
  readonly ownAccountId: OwnAccountId;
  readonly key: string;
  readonly occurrence: number;
  readonly twin: { readonly key: string; readonly occurrence: number };
  readonly bookDate: PlainDateText;
  readonly amount: Cents;
  readonly currency: string;
  readonly facts: StatementFacts;
  readonly bookings: readonly WaitingBooking[];
};

export function insertBankDoubt(db: WritableDb, doubt: NewBankDoubt): BankDoubtId {
  const { twin, facts, bookings, ...values } = doubt;
  const result = prepared<[Record<string, unknown>], never>(
    db,
    `INSERT INTO bank_doubt (import_file_id, own_account_id, entry_key, occurrence, twin_key, twin_occurrence, book_date, amount, currency, facts, bookings)
     VALUES (@importFileId, @ownAccountId, @key, @occurrence, @twinKey, @twinOccurrence, @bookDate, @amount, @currency, @facts, @bookings)`,
  ).run({ ...values, twinKey: twin.key, twinOccurrence: twin.occurrence, facts: JSON.stringify(facts), bookings: JSON.stringify(bookings) });
  return Number(result.lastInsertRowid) as BankDoubtId;
}

/** The keys of all bookings of an account that were ever put on the list and are still there or judged. */
export const doubtedBookings = (db: ReadableDb, ownAccountId: OwnAccountId): readonly { readonly key: string; readonly occurrence: number }[] =>
  prepared<[OwnAccountId], { key: string; occurrence: number }>(
    db,
    'SELECT entry_key AS key, occurrence FROM bank_doubt WHERE own_account_id = ? AND removed_at IS NULL',
  ).all(ownAccountId);

const twinOf = `SELECT e.id FROM bank_entry e WHERE e.own_account_id = d.own_account_id AND e.entry_key IN (d.twin_key, d.twin_key || '.0')
  AND e.occurrence = d.twin_occurrence AND e.removed_at IS NULL`;
const isOpen = `d.removed_at IS NULL AND (d.verdict IS NULL OR (d.verdict = 'same' AND NOT EXISTS (${twinOf})))`;

type TwinRow = {
  readonly twinText: string | null;
  readonly twinName: string | null;
  readonly twinIban: string | null;
  readonly twinOrigin: string | null;
};
type DoubtRow = TwinRow & {
  readonly id: BankDoubtId;
  readonly importFileId: ImportFileId;
  readonly importId: ImportId;
  readonly ownAccountId: OwnAccountId;
  readonly account: string;
  readonly bookDate: PlainDateText;
  readonly amount: Cents;
  readonly currency: string;
  readonly twinKey: string;
  readonly twinOccurrence: number;
  readonly facts: string;
  readonly bookings: string;
};
export type BankDoubt = Omit<DoubtRow, 'facts' | 'bookings'> & { readonly facts: StatementFacts; readonly bookings: readonly WaitingBooking[] };

// Written by `insertBankDoubt` and by nothing else: only the shape is looked at again.
const zFacts = z.custom<StatementFacts>((value) => typeof value === 'object' && value !== null && 'addsUp' in value);
const zBookings = z.array(z.custom<WaitingBooking>((value) => typeof value === 'object' && value !== null && 'entryKey' in value));

const selectDoubts = `SELECT d.id, d.import_file_id AS importFileId, f.import_id AS importId, d.own_account_id AS ownAccountId, a.iban AS account,
    d.book_date AS bookDate, d.amount, d.currency, d.twin_key AS twinKey, d.twin_occurrence AS twinOccurrence, d.facts, d.bookings,
    t.remittance AS twinText, t.counter_name AS twinName, t.counter_iban AS twinIban, t.origin AS twinOrigin
  FROM bank_doubt d JOIN import_file f ON f.id = d.import_file_id JOIN own_account a ON a.id = d.own_account_id
  LEFT JOIN bank_entry t ON t.id = (${twinOf})`;

const readable = ({ facts, bookings, ...row }: DoubtRow): BankDoubt => ({
  ...row,
  facts: zFacts.parse(JSON.parse(facts)),
  bookings: zBookings.parse(JSON.parse(bookings)),
});

/** What waits for a judgement, oldest booking first. */
export const openDoubts = (db: ReadableDb, limit: number): readonly BankDoubt[] =>
  prepared<[number], DoubtRow>(db, `${selectDoubts} WHERE ${isOpen} ORDER BY d.book_date, d.id LIMIT ?`).all(limit).map(readable);

export const countOpenDoubts = (db: ReadableDb): number =>
  prepared<[], { count: number }>(db, `SELECT count(*) AS count FROM bank_doubt d WHERE ${isOpen}`).get()?.count ?? 0;

/** Null when there is no such doubt or nothing to judge any more. */
export function openDoubt(db: ReadableDb, id: BankDoubtId): BankDoubt | null {
  const row = prepared<[BankDoubtId], DoubtRow>(db, `${selectDoubts} WHERE d.id = ? AND ${isOpen}`).get(id);
  return row === undefined ? null : readable(row);
}

export function judgeDoubt(db: WritableDb, judged: { readonly id: BankDoubtId; readonly verdict: 'same' | 'new'; readonly at: string }): void {
  prepared<[string, string, BankDoubtId], never>(db, 'UPDATE bank_doubt SET verdict = ?, decided_at = ? WHERE id = ?').run(judged.verdict, judged.at, judged.id);
}

export type DoubtfulMoney = { readonly bookDate: PlainDateText; readonly amountCents: Cents; readonly currency: string; readonly customerId: CustomerId | null };

/** Money in that waits for a judgement, with the customers who are known to pay from its account: it may be theirs and not be here yet. */
export const doubtfulMoney = (db: ReadableDb): readonly DoubtfulMoney[] =>
  prepared<[], DoubtfulMoney>(
    db,
    `SELECT b.value ->> 'bookDate' AS bookDate, b.value ->> 'amount' AS amountCents, b.value ->> 'currency' AS currency, i.customer_id AS customerId
     FROM own_account o CROSS JOIN bank_doubt d INDEXED BY bank_doubt_account ON d.own_account_id = o.id CROSS JOIN json_each(d.bookings) b LEFT JOIN customer_iban i ON i.iban = replace(upper(b.value ->> 'counterIban'), ' ', '')
     WHERE ${isOpen} AND b.value ->> 'amount' > 0 ORDER BY 1, d.id`,
  ).all();

export type DoubtfulText = Omit<DoubtfulMoney, 'customerId'> & {
  /** Of this booking among all that wait, and no other. */
  readonly key: string;
  readonly payer: string;
  readonly remittance: string;
  readonly structuredRef: string | null;
  readonly endToEndId: string | null;
};

/** Money in that waits for a judgement, with what it says: it may name a document that is open. */
export const doubtfulTexts = (db: ReadableDb): readonly DoubtfulText[] =>
  prepared<[], DoubtfulText>(
    db,
    `SELECT 'd' || d.id || '.' || b.key || ' ' || d.entry_key AS key, b.value ->> 'bookDate' AS bookDate, b.value ->> 'amount' AS amountCents, b.value ->> 'currency' AS currency,
       coalesce(b.value ->> 'counterName', b.value ->> 'counterIban', '–') AS payer, coalesce(b.value ->> 'remittance', '') AS remittance,
       b.value ->> 'structuredRef' AS structuredRef, b.value ->> 'endToEndId' AS endToEndId
     FROM own_account o CROSS JOIN bank_doubt d INDEXED BY bank_doubt_account ON d.own_account_id = o.id CROSS JOIN json_each(d.bookings) b
     WHERE ${isOpen} AND b.value ->> 'amount' > 0 ORDER BY 2, d.id`,
  ).all();
