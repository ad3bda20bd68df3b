/** The aging list against the law it must follow: the domain's own placing of every item, and the journal to the cent, as of any day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageItems, type AgingBasis, type AgingItem, type UnmatchedReceipt } from '../../src-main/domain/aging/aging.ts';
import { agingList } from '../../src-main/features/aging/methods.ts';
import { agingOverTime } from '../../src-main/ledger/documents/agingOverTime.ts';
import { agingByCustomer, agingTotals, journalTotals } from '../../src-main/ledger/documents/agingRead.ts';
import type { Ledger, ReadableDb, WritableDb } from '../../src-main/ledger/connection.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';
import { subtractCents, sumCents, zeroCents } from '../../src-shared/money.ts';
import { seedParties } from './builders.ts';
import { dayOf, histories, nothingPlayed, play, type Step } from './histories.ts';
import { now, valueOf } from './ledgers.ts';

const days = [0, 1, 29, 30, 31, 60, 61, 90, 91, 120, 121, 150, 181, 260].map(dayOf);
const bases: readonly AgingBasis[] = ['due', 'issue'];

/** Documents as files bring them: every fourth without a due date; every third receipt from a customer that is known. */
function vary({ sqlite }: WritableDb): void {
  sqlite.exec('UPDATE document SET due_date = NULL WHERE id % 4 = 0; UPDATE bank_entry SET customer_id = 1 + id % 2 WHERE id % 3 = 0;');
}

function withHistory(steps: readonly Step[], check: (ledger: Ledger) => void): void {
  const ledger = valueOf(openLedger({ path: ':memory:', mode: 'create', now, migrations }));
  try {
    seedParties(ledger);
    const played = nothingPlayed();
    for (const step of steps) ledger.write((db) => play(db, played, step));
    ledger.write(vary);
    check(ledger);
  } finally {
    ledger.close();
  }
}

/** The balances as of a day, added up from the postings themselves: nothing of what the program derives or limits takes part. */
function itemsOf({ sqlite }: ReadableDb, day: PlainDateText): readonly AgingItem[] {
  return sqlite
    .prepare<[string], AgingItem>(
      `SELECT d.id AS documentId, d.customer_id AS customerId, d.currency, d.issue_date AS issueDate, d.due_date AS dueDate, sum(p.cents) AS openCents
       FROM posting p JOIN document d ON d.id = p.document_id WHERE p.effective_date <= ? GROUP BY d.id`,
    )
    .all(day);
}
function receiptsOf({ sqlite }: ReadableDb, day: PlainDateText): readonly UnmatchedReceipt[] {
  return sqlite
    .prepare<[string], UnmatchedReceipt>(
      `SELECT e.id AS bankEntryId, e.customer_id AS customerId, e.currency, e.book_date AS bookDate, -sum(p.cents) AS unmatchedCents
       FROM posting p JOIN bank_entry e ON e.id = p.bank_entry_id WHERE p.effective_date <= ? GROUP BY e.id`,
    )
    .all(day);
}

const byCustomer = (a: { customerId: number | null }, b: { customerId: number | null }): number =>
  (a.customerId ?? 1e9) - (b.customerId ?? 1e9);

describe('the aging list of any history', () => {
  it('places every item as the domain does, per customer, on any day and on either basis', () => {
    fc.assert(
      fc.property(histories, (steps) =>
        withHistory(steps, ({ read }) => {
          for (const asOf of days) {
            for (const basis of bases) {
              const law = ageItems({ items: itemsOf(read, asOf), unmatched: receiptsOf(read, asOf), asOf, basis }).currencies[0];
              const rows = [...agingList(read, { asOf, basis }).customers].sort(byCustomer).map((row) => ({
                customerId: row.customerId,
                buckets: row.buckets,
                open: row.open,
                overdue: row.overdue,
                unmatched: row.unmatched,
                documents: row.documents,
                oldestDays: row.oldestDays,
              }));
              const wanted = [...(law?.rows ?? [])].sort(byCustomer).map((row) => ({
                customerId: row.customerId,
                buckets: row.buckets,
                open: row.receivableCents,
                overdue: row.overdueCents,
                unmatched: subtractCents(zeroCents, row.unmatchedCents),
                documents: row.documentCount,
                oldestDays: row.oldestDays ?? 0,
              }));
              expect(rows, `${asOf} by ${basis}`).toEqual(wanted);
            }
          }
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('adds up to its totals in every column, and to the journal to the cent', () => {
    fc.assert(
      fc.property(histories, (steps) =>
        withHistory(steps, ({ read }) => {
          for (const asOf of days) {
            const list = agingList(read, { asOf, basis: 'due' });
            expect(sumCents(list.customers.map((row) => row.open))).toBe(list.open);
            expect(sumCents(list.customers.map((row) => row.unmatched))).toBe(list.unmatched);
            expect(sumCents(Object.values(list.totals))).toBe(list.open);
            expect({ receivable: list.open, unmatched: list.unmatched }).toEqual(journalTotals(read, asOf));
          }
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('is the same at each date of the bars over time as asked for that date alone', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...bases), (steps, basis) =>
        withHistory(steps, ({ read }) => {
          for (const at of agingOverTime(read, days, basis)) {
            const { open, ...buckets } = agingTotals(read, { asOf: at.date, basis });
            expect({ date: at.date, buckets: at.buckets, open: at.open }).toEqual({ date: at.date, buckets, open });
            expect(sumCents(agingByCustomer(read, { asOf: at.date, basis }).map((row) => row.open))).toBe(at.open);
          }
        }),
      ),
      { numRuns: 40 },
    );
  });
});
