import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDateText, plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { cents } from '../../../src-shared/money.ts';
import { ageItem, ageItems, agingBuckets, type AgingItem, bucketOfDays, type UnmatchedReceipt } from './aging.ts';

const asOf = plainDate('2026-11-21');
const item = (documentId: number, open: number, dates: { issue: string; due: string | null }): AgingItem => ({
  documentId: documentId as DocumentId,
  customerId: 1 as CustomerId,
  currency: 'EUR',
  issueDate: plainDate(dates.issue),
  dueDate: dates.due === null ? null : plainDate(dates.due),
  openCents: cents(open),
});
const receipt = (customerId: number | null, amount: number, bookDate: string): UnmatchedReceipt => ({
  bankEntryId: 1 as BankEntryId,
  customerId: customerId as CustomerId | null,
  currency: 'EUR',
  bookDate: plainDate(bookDate),
  unmatchedCents: cents(amount),
});
const invoiceA = item(1, 100_000, { issue: '2026-10-01', due: '2026-10-31' });
const invoiceB = item(2, 50_000, { issue: '2026-11-01', due: '2026-12-01' });

describe('the aging list on 21 November 2026 of the metrics page', () => {
  const unmatched = [receipt(1, 20_000, '2026-11-10')];

  it('puts invoice A, 21 days late, in 1–30 and invoice B in not due', () => {
    const list = ageItems({ items: [invoiceA, invoiceB], unmatched, asOf, basis: 'due' });
    const row = list.currencies[0]?.rows[0];
    expect(row?.items.map((aged) => [aged.bucket, aged.days])).toEqual([
      ['days1to30', 21],
      ['notDue', -10],
    ]);
    expect(row?.oldestDays).toBe(21);
  });

  it('by invoice date puts A, 51 days old, in 31–60 and B in 0–30', () => {
    const list = ageItems({ items: [invoiceA, invoiceB], unmatched, asOf, basis: 'issue' });
    expect(list.currencies[0]?.rows[0]?.items.map((aged) => [aged.bucket, aged.days])).toEqual([
      ['days31to60', 51],
      ['days1to30', 20],
    ]);
  });

  it('shows the receipt of 200 apart as -200 and totals 1 300', () => {
    const totals = ageItems({ items: [invoiceA, invoiceB], unmatched, asOf, basis: 'due' }).currencies[0]?.totals;
    expect(totals).toMatchObject({ receivableCents: 150_000, overdueCents: 100_000, unmatchedCents: -20_000, totalCents: 130_000 });
  });
});

describe('buckets', () => {
  it.each([
    [0, 'notDue'],
    [1, 'days1to30'],
    [30, 'days1to30'],
    [31, 'days31to60'],
    [60, 'days31to60'],
    [61, 'days61to90'],
    [90, 'days61to90'],
    [91, 'over90'],
  ] as const)('by due date day %i is %s', (days, bucket) => expect(bucketOfDays(days, 'due')).toBe(bucket));

  it('an invoice on its due date is not due, and is one day late the day after', () => {
    expect(ageItem(invoiceA, plainDate('2026-10-31'), 'due').bucket).toBe('notDue');
    expect(ageItem(invoiceA, plainDate('2026-11-01'), 'due').bucket).toBe('days1to30');
  });

  it('an invoice without a due date has a column of its own', () => {
    expect(ageItem(item(3, 100, { issue: '2026-01-01', due: null }), asOf, 'due')).toMatchObject({ bucket: 'undated', days: null });
  });

  it('a credit note without a due date counts from the day it was issued', () => {
    expect(ageItem(item(3, -100, { issue: '2026-11-11', due: null }), asOf, 'due')).toMatchObject({ bucket: 'days1to30', days: 10 });
  });
});

describe('what the list leaves out and keeps apart', () => {
  it('shows nothing that is dated after the day asked for', () => {
    const list = ageItems({ items: [invoiceB], unmatched: [receipt(1, 5, '2026-11-22')], asOf: plainDate('2026-10-31'), basis: 'due' });
    expect(list.currencies).toEqual([]);
  });

  it('never adds another currency: EUR first, dollars apart', () => {
    const dollars = { ...invoiceB, currency: 'USD' };
    const list = ageItems({ items: [dollars, invoiceA], unmatched: [], asOf, basis: 'due' });
    expect(list.currencies.map(({ currency, totals }) => [currency, totals.totalCents])).toEqual([
      ['EUR', 100_000],
      ['USD', 50_000],
    ]);
  });

  it('lists the receipts of unknown payers last, in a row without a customer', () => {
    const list = ageItems({ items: [invoiceA], unmatched: [receipt(null, 700, '2026-11-01')], asOf, basis: 'due' });
    expect(list.currencies[0]?.rows.map((row) => [row.customerId, row.totalCents])).toEqual([
      [1, 100_000],
      [null, -700],
    ]);
  });
});

describe('what always holds', () => {
  const date = fc.integer({ min: 0, max: 900 }).map((days) => addDays(plainDate('2025-01-01'), days));
  const items = fc.array(
    fc.record({
      documentId: fc.integer({ min: 1, max: 999 }).map((id) => id as DocumentId),
      customerId: fc.integer({ min: 1, max: 5 }).map((id) => id as CustomerId),
      currency: fc.constantFrom('EUR', 'USD', 'GBP'),
      issueDate: date,
      dueDate: fc.option(date, { nil: null }),
      openCents: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents),
    }),
    { maxLength: 40 },
  );
  const unmatched = fc.array(
    fc.record({
      bankEntryId: fc.integer({ min: 1, max: 999 }).map((id) => id as BankEntryId),
      customerId: fc.option(
        fc.integer({ min: 1, max: 5 }).map((id) => id as CustomerId),
        { nil: null },
      ),
      currency: fc.constantFrom('EUR', 'USD'),
      bookDate: date,
      unmatchedCents: fc.integer({ min: 0, max: 1_000_000 }).map(cents),
    }),
    { maxLength: 10 },
  );
  const basis = fc.constantFrom('due' as const, 'issue' as const);
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

  it('ties to the balances to the cent: buckets, rows, totals and unmatched receipts, for any date and basis', () => {
    fc.assert(
      fc.property(items, unmatched, date, basis, (documents, receipts, day, by) => {
        const list = ageItems({ items: documents, unmatched: receipts, asOf: day, basis: by });
        const known = (currency: string, dated: PlainDateText, of: string): boolean => currency === of && dated <= day;
        /** Money assigned before the date of its invoice counts; what is owed on that invoice does not yet. */
        const counts = (row: AgingItem): boolean => row.issueDate <= day || row.openCents < 0;
        for (const { currency, rows, totals } of list.currencies) {
          const open = total(documents.filter((row) => row.currency === currency && counts(row)).map((row) => row.openCents));
          const parked = total(receipts.filter((row) => known(row.currency, row.bookDate, currency)).map((row) => row.unmatchedCents));
          expect(total(Object.values(totals.buckets))).toBe(open);
          expect(totals.totalCents).toBe(open - parked);
          expect(total(rows.map((row) => row.totalCents))).toBe(totals.totalCents);
          for (const row of rows) expect(total(row.items.map((aged) => aged.openCents))).toBe(total(Object.values(row.buckets)));
        }
        const listed = list.currencies.flatMap(({ rows }) => rows.flatMap((row) => row.items));
        expect(listed.length).toBe(documents.filter((row) => counts(row) && row.openCents !== 0).length);
        expect(listed.every((aged) => agingBuckets.includes(aged.bucket))).toBe(true);
      }),
    );
  });
});
