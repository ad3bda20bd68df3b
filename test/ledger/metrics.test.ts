/** The worked examples of the definitions (product/metrics.md §3, 4, 5, 9, 10, 12), from bookings through the methods that the window calls. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createMadeFiles } from '../../src-main/api/madeFiles.ts';
import { invoiceIssued, moneyReceived, receiptAllocated } from '../../src-main/domain/posting/posting.ts';
import { agingMethods } from '../../src-main/features/aging/methods.ts';
import { insightMethods } from '../../src-main/features/insight/methods.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { addBankEntry, addDocument, book, ownAccountId, seedParties } from './builders.ts';
import { memoryLedger, valueOf } from './ledgers.ts';

let ledger: Ledger;
beforeEach(() => {
  ledger = memoryLedger();
  seedParties(ledger);
});

const euro = (amount: number) => cents(Math.round(amount * 100));
type Invoice = { readonly issued: string; readonly due: string; readonly euros: number };

function issue({ issued, due, euros }: Invoice): DocumentId {
  return ledger.write((db) => {
    const totalCents = euro(euros);
    const documentId = addDocument(db, { customerId: 1 as CustomerId, kind: 'invoice', issueDate: plainDate(issued), total: totalCents });
    db.sqlite.prepare('UPDATE document SET due_date = ? WHERE id = ?').run(due, documentId);
    book(db, { kind: 'invoice', on: plainDate(issued), postings: invoiceIssued({ documentId, totalCents }) });
    return documentId;
  });
}

/** Money on the account; assigned when a document is named. */
function receive(on: string, euros: number, documentId: DocumentId | null): void {
  ledger.write((db) => {
    const amountCents = euro(euros);
    const bankEntryId = addBankEntry(db, { bookDate: plainDate(on), amount: amountCents });
    book(db, { kind: 'receipt', on: plainDate(on), postings: moneyReceived({ ownAccountId, bankEntryId, amountCents }) });
    if (documentId === null) return;
    book(db, { kind: 'allocation', on: plainDate(on), postings: receiptAllocated({ bankEntryId, documentId, amountCents }) });
  });
}

async function aging(asOf: string, basis: 'due' | 'issue'): Promise<OutputOf<'aging.list'>> {
  const madeFiles = createMadeFiles({ ids: { next: () => 'x' }, limitBytes: 1000 });
  return valueOf(await agingMethods['aging.list']({ ledger, madeFiles }, { asOf: plainDate(asOf), basis }));
}
const insight = async (asOf: string): Promise<OutputOf<'insight.dso'>> =>
  valueOf(await insightMethods['insight.dso']({ ledger }, { asOf: plainDate(asOf), months: 2 }));

describe('the aging list', () => {
  it('of the worked example: one invoice 21 days late, one not due, 200 euro not assigned', async () => {
    issue({ issued: '2026-10-01', due: '2026-10-31', euros: 1000 });
    issue({ issued: '2026-11-01', due: '2026-12-01', euros: 500 });
    receive('2026-11-10', 200, null);
    const due = await aging('2026-11-21', 'due');
    expect(due.totals).toMatchObject({ notDue: euro(500), days1to30: euro(1000), days31to60: 0 });
    expect(due.customers[0]).toMatchObject({ oldestDays: 21, documents: 2 });
    expect([due.open, due.unmatched, due.open - due.unmatched]).toEqual([euro(1500), euro(200), euro(1300)]);
    const issued = await aging('2026-11-21', 'issue');
    expect(issued.totals).toMatchObject({ notDue: 0, days1to30: euro(500), days31to60: euro(1000) });
  });

  it('does not know on the 9th what came in on the 10th', async () => {
    receive('2026-11-10', 200, issue({ issued: '2026-10-01', due: '2026-10-31', euros: 1000 }));
    expect((await aging('2026-11-09', 'due')).open).toBe(euro(1000));
    expect((await aging('2026-11-10', 'due')).open).toBe(euro(800));
  });
});

/** Sales of 100,000 in October, 80,000 in September and 70,000 in August, in 120 invoices so that months are counted. */
function threeMonths(): void {
  for (let index = 0; index < 40; index += 1) {
    const day = String(1 + (index % 28)).padStart(2, '0');
    issue({ issued: `2026-10-${day}`, due: '2026-11-30', euros: 2500 });
    // 30,000 of September is not due at the end of October, the other 50,000 is.
    issue({ issued: `2026-09-${day}`, due: index < 15 ? '2026-11-15' : '2026-10-15', euros: 2000 });
    const old = issue({ issued: `2026-08-${day}`, due: '2026-09-15', euros: 1750 });
    // Of 250,000 sold, 38,000 is paid: 212,000 is left.
    receive('2026-10-20', 950, old);
  }
}

describe('days sales outstanding', () => {
  it('of 212,000 counts back to 75.2 days, the best possible to 42.3, the days late to their difference', async () => {
    threeMonths();
    const dso = await insight('2026-10-31');
    expect(dso.method).toBe('monthly');
    expect(dso.current).toMatchObject({ receivables: euro(212_000), notDue: euro(130_000), dso: 75.2, bestPossible: 42.3, beyond: false });
    expect(dso.averageDaysDelinquent).toBe(32.9);
    expect(dso.working.map(({ sales, days, remaining }) => [sales, days, remaining])).toEqual([
      [euro(100_000), 31, euro(112_000)],
      [euro(80_000), 30, euro(32_000)],
      [euro(70_000), 14.2, 0],
    ]);
  });

  it('is not made up where nothing was sold', async () => {
    const dso = await insight('2026-10-31');
    expect(dso).toMatchObject({ simple: null, rolling12: null, pastDueRatio: null, unmatchedRatio: null, working: [] });
  });
});

describe('ratios', () => {
  it('18,000 overdue of 60,000 open is 30 %', async () => {
    issue({ issued: '2026-09-01', due: '2026-10-01', euros: 18_000 });
    issue({ issued: '2026-10-20', due: '2026-11-20', euros: 42_000 });
    expect((await insight('2026-10-31')).pastDueRatio).toBe(0.3);
  });

  it('money that is not assigned is compared with what came in over 30 days', async () => {
    receive('2026-10-25', 300, issue({ issued: '2026-09-01', due: '2026-10-01', euros: 1000 }));
    receive('2026-10-26', 100, null);
    receive('2026-09-01', 5000, issue({ issued: '2026-08-01', due: '2026-09-01', euros: 5000 }));
    expect((await insight('2026-10-31')).unmatchedRatio).toBe(0.25);
  });
});
