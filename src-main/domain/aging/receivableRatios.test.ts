import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { cents, zeroCents } from '../../../src-shared/money.ts';
import { ageItems } from './aging.ts';
import { pastDueRatio, unmatchedCash } from './receivableRatios.ts';

const asOf = plainDate('2026-11-21');
const item = (documentId: number, open: number, due: string): Parameters<typeof ageItems>[0]['items'][number] => ({
  documentId: documentId as DocumentId,
  customerId: 1 as CustomerId,
  currency: 'EUR',
  issueDate: plainDate('2026-01-01'),
  dueDate: plainDate(due),
  openCents: cents(open),
});

describe('past-due ratio', () => {
  it('is 30 % for 18 000 overdue of 60 000 open', () => {
    const items = [item(1, 1_800_000, '2026-11-01'), item(2, 2_200_000, '2026-12-01'), item(3, 2_000_000, '2026-12-15')];
    const totals = ageItems({ items, unmatched: [], asOf, basis: 'due' }).currencies[0]?.totals;
    if (totals === undefined) throw new Error('no totals');
    const ratio = pastDueRatio(totals);
    expect(ratio.byValue).toBeCloseTo(0.3, 10);
    expect(ratio.byCount).toBeCloseTo(1 / 3, 10);
    expect(ratio.over90).toBe(0);
  });
});

describe('unmatched cash', () => {
  const unmatched = (amount: number, bookDate: string) => ({
    bankEntryId: 1 as BankEntryId,
    customerId: null,
    currency: 'EUR',
    bookDate: plainDate(bookDate),
    unmatchedCents: cents(amount),
  });

  it('is 5.0 % of 64 000 received in 30 days and 4.0 % of 80 000 receivable for 3 200 unmatched', () => {
    const cash = unmatchedCash({
      unmatched: [unmatched(120_000, '2026-11-19'), unmatched(200_000, '2026-11-11')],
      asOf,
      receipts30DaysCents: cents(6_400_000),
      receivableCents: cents(8_000_000),
    });
    expect(cash.toReceipts).toBeCloseTo(0.05, 10);
    expect(cash.toReceivable).toBeCloseTo(0.04, 10);
    expect(cash).toMatchObject({ unmatchedCents: 320_000, count: 2, oldestBookDate: '2026-11-11', oldestDays: 10 });
  });

  it('has blank ratios when nothing came in and nothing is owed', () => {
    const cash = unmatchedCash({ unmatched: [], asOf, receipts30DaysCents: zeroCents, receivableCents: zeroCents });
    expect(cash).toMatchObject({ toReceipts: null, toReceivable: null, oldestDays: null, count: 0 });
  });
});
