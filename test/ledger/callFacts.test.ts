/** What the call list knows of promises: broken only after the days of grace, as on the page of the customer. */
import { expect, it } from 'vitest';
import { invoiceIssued } from '../../src-main/domain/posting/posting.ts';
import { readCallFacts } from '../../src-main/ledger/followUp/callFactsRead.ts';
import { addPromise } from '../../src-main/ledger/followUp/followUp.ts';
import { createAdministration } from '../../src-main/ledger/settings.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { profile } from '../importers/importWorld.ts';
import { addDocument, book, seedParties } from './builders.ts';
import { memoryLedger, now, valueOf } from './ledgers.ts';

it('a promise is broken for the call list only after its two working days of grace', () => {
  const ledger = memoryLedger();
  seedParties(ledger);
  const customerId = 1 as CustomerId;
  ledger.write((db) => {
    createAdministration(db, { profile, isDemo: false, createdAt: now });
    const documentId = addDocument(db, { customerId, kind: 'invoice', issueDate: plainDate('2026-09-01'), total: cents(50_000) });
    book(db, { kind: 'invoice', on: plainDate('2026-09-01'), postings: invoiceIssued({ documentId, totalCents: cents(50_000) }) });
    // A Friday; Monday and Tuesday are the days of grace.
    valueOf(addPromise(db, { customerId, promisedOn: plainDate('2026-11-09'), dueOn: plainDate('2026-11-13'), cents: cents(50_000), at: now }));
  });
  const broken = (on: string) => readCallFacts(ledger.read, plainDate(on)).find((facts) => facts.customerId === customerId)?.brokenPromise;
  expect(['2026-11-13', '2026-11-16', '2026-11-17'].map(broken)).toEqual([null, null, null]);
  expect(broken('2026-11-18')).toEqual({ promiseDate: '2026-11-13', amountCents: 50_000 });
});
