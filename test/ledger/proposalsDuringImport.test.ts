/** Proposals that were asked for while an import was half done are forgotten when it is cancelled. */
import { describe, expect, it } from 'vitest';
import { invoiceIssued } from '../../src-main/domain/posting/posting.ts';
import type { Steps, WritableDb } from '../../src-main/ledger/connection.ts';
import { post } from '../../src-main/ledger/journal.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { cents } from '../../src-shared/money.ts';
import type { Result } from '../../src-shared/result.ts';
import { addDocument } from './builders.ts';
import { aardappel, cashWorld } from './cashWorld.ts';
import { now } from './ledgers.ts';

describe('a cancelled import', () => {
  it('leaves no proposal for an invoice that never came', async () => {
    const { ledger, line, must } = cashWorld();
    line(24_200, { name: 'Onbekende afzender', on: '2026-11-12' });
    const proposed = (): number => must('bank.unmatched', { includeParked: false }).receipts.filter((one) => one.best !== null).length;
    const seen: number[] = [];
    const cancel = new AbortController();
    function* half(db: WritableDb): Steps<Result<null, AppError>> {
      const documentId = addDocument(db, { customerId: aardappel, kind: 'invoice', issueDate: plainDate('2026-09-01'), total: cents(24_200) });
      post(db, { kind: 'invoice', effectiveDate: plainDate('2026-09-01'), recordedAt: now, currency: 'EUR', actor: 'program', reason: { code: 'test', params: {} }, importId: null, postings: invoiceIssued({ documentId, totalCents: cents(24_200) }) });
      seen.push(proposed());
      cancel.abort();
      for (;;) yield;
    }
    expect(await ledger.writeInSteps(half, cancel.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect([seen, proposed()]).toEqual([[1], 0]);
  });
});
