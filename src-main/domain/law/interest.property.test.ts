/** Laws of interest that hold for any claim: over any rates, payments and days. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDateText, plainDate } from '../../../src-shared/dates.ts';
import { type Cents, cents } from '../../../src-shared/money.ts';
import { type Accrual, accrueInterest, type AccrualPayment } from './accrueInterest.ts';
import { dutchCollectionCosts } from './collectionCosts.ts';
import { consumerIndemnity } from './belgianConsumer.ts';
import { percentText } from './exactShare.ts';
import type { RateRow } from './rates.ts';

const origin = plainDate('2012-01-01');
const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(origin, count));
const amount = fc.integer({ min: 0, max: 50_000_000_00 }).map(cents);
const percent = fc.integer({ min: 0, max: 20_000_000 }).map((value) => percentText(BigInt(value)));
const row = (from: PlainDateText, rate: string): RateRow => ({ from, percent: rate, source: 'invented', confidence: 'confirmed' });
const rates = fc
  .tuple(percent, fc.array(fc.tuple(day, percent), { maxLength: 20 }))
  .map(([first, more]) => [row(plainDate('2000-01-01'), first), ...[...new Map(more).entries()].map(([from, rate]) => row(from, rate)).toSorted((a, b) => (a.from < b.from ? -1 : 1))]);
const payment = fc.tuple(day, fc.integer({ min: 0, max: 10_000_00 }), fc.boolean()).map(([date, value, isPrincipalOnly]): AccrualPayment => ({ date, amountCents: cents(value), isPrincipalOnly }));
const accrual = fc
  .record({ principalCents: amount, from: day, to: day, rates, payments: fc.array(payment, { maxLength: 6 }), isCompound: fc.boolean(), paymentDayCounts: fc.boolean(), basis: fc.constantFrom('365' as const, 'actual' as const) })
  .map((made): Accrual => ({ ...made, costs: [], free: [], order: ['costs', 'interest', 'principal'], rule: 'interest-trade-nl', country: 'NL' }));
const total = (asked: Accrual): Cents => accrueInterest(asked).interestCents;

describe('interest', () => {
  it('is never below zero, and its lines add up to it', () => {
    fc.assert(
      fc.property(accrual, (asked) => {
        const answer = accrueInterest(asked);
        expect(answer.interestCents).toBeGreaterThanOrEqual(0);
        const lines = answer.working.filter((line) => line.rule === asked.rule);
        expect(lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(answer.interestCents);
        for (const line of lines) expect(line.days).toBeGreaterThan(0);
      }),
    );
  });
  it('what was owed is what was paid and what is left', () => {
    fc.assert(
      fc.property(accrual, (asked) => {
        const answer = accrueInterest(asked);
        const paid = asked.payments.filter(({ date }) => date < asked.to || date < asked.from).reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(asked.principalCents + answer.interestCents - paid).toBe(answer.principalLeftCents + answer.interestLeftCents - answer.leftOverCents);
      }),
    );
  });
  it('grows with time', () => {
    fc.assert(fc.property(accrual, fc.integer({ min: 0, max: 500 }), (asked, more) => { expect(total({ ...asked, payments: [], to: addDays(asked.to, more) })).toBeGreaterThanOrEqual(total({ ...asked, payments: [] }) - 1); }));
  });
  it('grows with the principal', () => {
    fc.assert(fc.property(accrual, fc.integer({ min: 0, max: 1_000_00 }), (asked, more) => { expect(total({ ...asked, principalCents: cents(asked.principalCents + more) })).toBeGreaterThanOrEqual(total(asked)); }));
  });
  it('is additive over a period that is split, up to half a cent for each line', () => {
    fc.assert(
      fc.property(accrual, fc.integer({ min: 0, max: 4000 }), (asked, days) => {
        const simple = { ...asked, payments: [], isCompound: false };
        const [from, to] = asked.from < asked.to ? [asked.from, asked.to] : [asked.to, asked.from];
        const between = addDays(from, days);
        fc.pre(between <= to);
        const [whole, first, second] = [accrueInterest({ ...simple, from, to }), accrueInterest({ ...simple, from, to: between }), accrueInterest({ ...simple, from: between, to })];
        expect(Math.abs(whole.interestCents - first.interestCents - second.interestCents)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('over days that were agreed to be free is nothing, and of the days around them what those bear', () => {
    fc.assert(
      fc.property(accrual, fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (asked, before, days) => {
        const simple = { ...asked, payments: [], isCompound: false };
        const [from, to] = asked.from < asked.to ? [asked.from, asked.to] : [asked.to, asked.from];
        const [start, end] = [addDays(from, before), addDays(from, before + days)];
        fc.pre(end <= to);
        const around = total({ ...simple, from, to: start }) + total({ ...simple, from: end, to });
        expect(total({ ...simple, from, to, free: [{ from: start, to: end }] })).toBe(around);
        expect(total({ ...asked, free: [{ from: asked.from, to: addDays(asked.to, 1) }] })).toBe(0);
      }),
    );
  });
  it('compound is never less than simple', () => {
    fc.assert(fc.property(accrual, (asked) => { expect(total({ ...asked, payments: [], isCompound: true })).toBeGreaterThanOrEqual(total({ ...asked, payments: [], isCompound: false }) - asked.rates.length - 11); }));
  });
  it('at a rate of zero is zero, and the principal stays', () => {
    fc.assert(
      fc.property(accrual, (asked) => {
        const answer = accrueInterest({ ...asked, payments: [], rates: [row(plainDate('2000-01-01'), '0')] });
        expect([answer.interestCents, answer.principalLeftCents]).toEqual([0, asked.principalCents]);
      }),
    );
  });
  it('over an empty or backward period is zero', () => {
    fc.assert(fc.property(accrual, fc.integer({ min: 0, max: 300 }), (asked, back) => { expect(accrueInterest({ ...asked, to: addDays(asked.from, -back) }).interestCents).toBe(0); }));
  });
  it('a payment before the first day is a smaller principal', () => {
    fc.assert(
      fc.property(accrual, fc.integer({ min: 0, max: 10_000_00 }), (asked, early) => {
        const principalCents = cents(asked.principalCents + early);
        const before: AccrualPayment = { date: addDays(asked.from, -1), amountCents: cents(early), isPrincipalOnly: false };
        expect(total({ ...asked, payments: [before], principalCents })).toBe(total({ ...asked, payments: [] }));
      }),
    );
  });
  it('paid in full on the first day and never again touched, stays zero', () => {
    fc.assert(fc.property(accrual, (asked) => { expect(total({ ...asked, paymentDayCounts: false, payments: [{ date: asked.from, amountCents: asked.principalCents, isPrincipalOnly: false }] })).toBe(0); }));
  });
  it('a leap day is one more day over 365, and no more than a year over its real length', () => {
    const year = { principalCents: cents(36_500_00), from: plainDate('2024-01-01'), to: plainDate('2025-01-01'), rates: [row(plainDate('2000-01-01'), '1')], payments: [], costs: [], free: [], order: [], isCompound: false, paymentDayCounts: true, rule: 'interest-trade-nl', country: 'NL' } as const;
    expect([total({ ...year, basis: '365' }), total({ ...year, basis: 'actual' })]).toEqual([366_00, 365_00]);
  });
});

describe('costs and indemnities', () => {
  const scale = (value: Cents): Cents => dutchCollectionCosts({ kind: 'consumer', principals: [value], vat: { isOutsourced: false, canDeductVat: true }, alreadyChargedCents: cents(0) }).amountCents;
  it('grow with the principal, between 40 and 6,775, and their lines add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_000_000 }), fc.integer({ min: 0, max: 10_000_00 }), (value, more) => {
        const low = scale(cents(value));
        expect(low).toBeGreaterThanOrEqual(40_00);
        expect(scale(cents(value + more))).toBeGreaterThanOrEqual(low);
        expect(low).toBeLessThanOrEqual(6775_00);
      }),
    );
  });
  it('one letter over several invoices never asks more than letters apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000_00 }), { minLength: 1, maxLength: 8 }), (values) => {
        const together = scale(cents(values.reduce((sum, value) => sum + value, 0)));
        expect(together).toBeLessThanOrEqual(values.reduce((sum, value) => sum + scale(cents(value)), 0) + 1);
      }),
    );
  });
  it('the Belgian indemnity never passes 2,000 and grows with the balance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 100_000 }), (balance, more) => {
        const low = consumerIndemnity(cents(balance));
        expect(low.amountCents).toBeLessThanOrEqual(2000_00);
        expect(consumerIndemnity(cents(balance + more)).amountCents).toBeGreaterThanOrEqual(low.amountCents);
        expect(low.working.reduce((sum, line) => sum + line.amountCents, 0)).toBe(low.amountCents);
      }),
    );
  });
});
