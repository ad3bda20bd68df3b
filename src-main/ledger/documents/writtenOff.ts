/** The log of what was settled without money: small differences, bank costs, discounts, on documents and on rests of receipts. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { EntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { DifferenceAccount } from '../../domain/posting/posting.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type WrittenOffRow = {
  /** The first entry of the decision: what undoing goes by. */
  readonly entryId: EntryId;
  readonly account: DifferenceAccount;
  readonly bookDate: PlainDateText;
  readonly recordedAt: string;
  readonly customerName: string;
  readonly number: string;
  /** Above zero is a loss, below zero a gain. */
  readonly cents: Cents;
  readonly currency: string;
  readonly actor: 'program' | 'person';
  readonly reason: string;
};

const accounts = `('payment-difference', 'bank-charges', 'early-payment-discount')`;
/** In the words of the index over what is neither sales nor anybody's: differences are few among millions of postings. */
const isDifference = `p.document_id IS NULL AND p.bank_entry_id IS NULL AND p.own_account_id IS NULL AND p.account <> 'sales'`;
const counts = 'e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)';

/** What still counts, newest first: each with the document or the payer whose money it was. */
export function writtenOffRows(db: ReadableDb, limit: number): readonly WrittenOffRow[] {
  return prepared<[number], WrittenOffRow>(
    db,
    `SELECT coalesce(t.lead_entry_id, e.id) AS entryId, p.account, e.effective_date AS bookDate, e.recorded_at AS recordedAt, e.currency, e.actor, e.reason, p.cents,
       coalesce(c.name, x.counter_name, '') AS customerName, coalesce(d.number, '') AS number
     FROM posting p INDEXED BY posting_difference CROSS JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN booked_together t ON t.entry_id = e.id
       LEFT JOIN posting q ON q.entry_id = e.id AND q.id = p.id + 1 AND q.document_id IS NOT NULL AND e.kind = 'difference'
       LEFT JOIN document d ON d.id = coalesce(q.document_id, (SELECT min(a.document_id) FROM allocation a WHERE a.entry_id = e.id))
       LEFT JOIN customer c ON c.id = d.customer_id
       LEFT JOIN bank_entry x ON x.id = (SELECT min(y.bank_entry_id) FROM posting y WHERE y.entry_id = e.id AND y.bank_entry_id IS NOT NULL)
     WHERE ${isDifference} AND p.account IN ${accounts} AND e.kind IN ('difference', 'allocation', 'return') AND ${counts}
     ORDER BY e.id DESC, p.id LIMIT ?`,
  ).all(limit);
}

export type WrittenOffTotal = { readonly account: DifferenceAccount; readonly currency: string; readonly cents: Cents; readonly count: number };

export const writtenOffTotals = (db: ReadableDb): readonly WrittenOffTotal[] =>
  prepared<[], WrittenOffTotal>(
    db,
    `SELECT p.account, e.currency, sum(p.cents) AS cents, count(*) AS count FROM posting p INDEXED BY posting_difference CROSS JOIN journal_entry e ON e.id = p.entry_id
     WHERE ${isDifference} AND p.account IN ${accounts} AND e.kind IN ('difference', 'allocation', 'return') AND ${counts} GROUP BY p.account, e.currency ORDER BY 1, 2`,
  ).all();
