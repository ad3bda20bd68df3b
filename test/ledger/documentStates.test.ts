/** What is in a payment plan is called so, in the lists and where the money is stuck, until somebody ends the plan. */
import { describe, expect, it } from 'vitest';
import { countDocuments, listDocuments } from '../../src-main/ledger/documents/documentRead.ts';
import { endPaymentPlan, makePaymentPlan } from '../../src-main/ledger/customers/paymentPlans.ts';
import { stuckMoney } from '../../src-main/ledger/documents/stuckMoney.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import { aardappel, cashWorld } from './cashWorld.ts';
import { valueOf } from './ledgers.ts';

describe('a document in a payment plan', () => {
  it('is neither "not reminded yet" nor a cause of its own any more', () => {
    const { ledger, invoice } = cashWorld();
    const [planned] = [invoice(70_000, { due: '2026-10-05' }), invoice(30_000, { due: '2026-10-20' })];
    const today = plainDate('2026-11-22');
    const shown = () => {
      const question = { today, query: '', customerId: null, documentId: null, sort: 'due', descending: false, offset: 0, limit: 10 } as const;
      return {
        states: listDocuments(ledger.read, { ...question, filter: 'open' }).rows.map(({ state }) => state),
        found: listDocuments(ledger.read, { ...question, filter: 'inPlan' }).rows.map(({ documentId }) => documentId),
        count: countDocuments(ledger.read, question).inPlan,
        stuck: stuckMoney(ledger.read, today).map((sum) => [sum.state, sum.cents]),
      };
    };
    const before = shown();
    expect(before).toMatchObject({ states: ['overdue', 'overdue'], found: [], count: 0 });
    expect(before.stuck.map(([state]) => state)).not.toContain('in-plan');
    const terms = {
      customerId: aardappel,
      currency: 'EUR',
      agreedOn: plainDate('2026-11-20'),
      signBy: plainDate('2026-12-01'),
      isInterestWaived: true,
      documents: [{ documentId: planned, open: cents(70_000) }],
      instalments: [{ dueOn: plainDate('2026-12-15'), cents: cents(70_000) }],
      at: '2026-11-20T10:00:00.000Z',
    };
    const made = ledger.write((db) => makePaymentPlan(db, terms));
    expect(shown()).toMatchObject({ states: ['in-plan', 'overdue'], found: [planned], count: 1 });
    expect(shown().stuck).toContainEqual(['in-plan', 70_000]);
    valueOf(ledger.write((db) => endPaymentPlan(db, { planId: valueOf(made).planId, kind: 'ended', reason: 'niet nagekomen', on: today, at: '2026-11-22T10:00:00.000Z' })));
    expect(shown()).toEqual(before);
    expect(stuckMoney(ledger.read, plainDate('2026-11-21')).map(({ state }) => state), 'as of a day on which it ran').toContain('in-plan');
  });
});
