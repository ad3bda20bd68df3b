import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { type Cents, cents, zeroCents } from '../../../src-shared/money.ts';
import { type CallFacts, callList, callReasons, standardCallPolicy } from './callList.ts';
import { exposureCents, notPaidRisk, oldestDaysOverdue, overdueFactor, type PriorityItem, priorityScore } from './priorityScore.ts';

const today = plainDate('2026-11-24');
const euro = (amount: number): Cents => cents(amount * 100);
const item = (open: number, daysOverdue: number, disputed = 0): PriorityItem => ({
  openCents: euro(open),
  disputedCents: euro(disputed),
  dueDate: addDays(today, -daysOverdue),
});

describe('exposure × risk × overdue', () => {
  const worked = [
    { name: 'Alfa', exposure: 6_000, risk: 0.15, days: 5, score: 1_050 },
    { name: 'Beta', exposure: 4_000, risk: 0.7, days: 40, score: 6_533.33 },
    { name: 'Gamma', exposure: 7_000, risk: 0.45, days: 21, score: 5_355 },
    { name: 'Delta', exposure: 1_200, risk: 0.9, days: 95, score: 4_320 },
  ];
  const score = ({ exposure, risk, days }: (typeof worked)[number]) =>
    priorityScore({ exposureCents: euro(exposure), risk, daysOverdue: days });

  it.each(worked)('gives $name $score', (customer) => expect(score(customer).value).toBe(customer.score));

  it('ranks Beta, Gamma, Delta, Alfa', () => {
    const ranked = [...worked].sort((a, b) => score(b).value - score(a).value).map(({ name }) => name);
    expect(ranked).toEqual(['Beta', 'Gamma', 'Delta', 'Alfa']);
  });

  it('caps the overdue factor at four and starts at one', () => expect([-10, 0, 30, 90, 95].map(overdueFactor)).toEqual([1, 1, 2, 4, 4]));

  it('counts what is overdue or due within seven days, undisputed, and neither credit nor undated documents', () => {
    const items = [
      item(100, 5),
      item(50, -7),
      item(999, -8),
      item(80, 1, 30),
      item(70, 1, 70),
      item(-40, 3),
      { ...item(60, 0), dueDate: null },
    ];
    expect(exposureCents(items, today)).toBe(euro(200));
    expect(oldestDaysOverdue(items, today)).toBe(5);
    expect(oldestDaysOverdue([item(70, 30, 70)], today)).toBe(0);
  });
});

describe('risk from behaviour', () => {
  it('is 0.35 for an unknown customer, less for a prompt one, more for a late one or a broken promise', () => {
    const risk = (daysLate: readonly number[], brokenPromises = 0) => notPaidRisk({ daysLate, brokenPromises });
    expect(risk([])).toBe(0.35);
    expect(risk([0, -2, 3, 1, 0, 14])).toBe(0.14);
    expect(risk([20, 30, 45, 15])).toBe(0.68);
    expect(risk([], 1)).toBe(0.45);
  });

  it('stays between 0.05 and 0.95', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 200 })), fc.integer({ min: 0, max: 50 }), (daysLate, brokenPromises) => {
        const risk = notPaidRisk({ daysLate, brokenPromises });
        return risk >= 0.05 && risk <= 0.95;
      }),
    );
  });
});

describe('whom to call', () => {
  const facts = (over: Partial<CallFacts> = {}): CallFacts => ({
    customerId: 1 as CustomerId,
    items: [item(100, 5)],
    behaviour: { daysLate: [], brokenPromises: 0 },
    brokenPromise: null,
    lastContactOn: null,
    unansweredReminders: 0,
    isExcluded: false,
    ...over,
  });
  const codes = (over: Partial<CallFacts>) => callReasons(facts(over), standardCallPolicy, today).map(({ code }) => code);
  const broken = { promiseDate: plainDate('2026-11-20'), amountCents: euro(100) };

  it('nobody for one recent overdue invoice', () => expect(codes({})).toEqual([]));
  it('the third overdue invoice, whatever the ladder says', () =>
    expect(codes({ items: [item(1, 1), item(1, 2), item(1, 3)] })).toEqual(['call-third-overdue']));
  it('a broken promise', () => expect(codes({ brokenPromise: broken })).toEqual(['call-broken-promise']));
  it('more than 60 days late without contact', () => {
    expect(codes({ items: [item(100, 60)] })).toEqual([]);
    expect(codes({ items: [item(100, 61)] })).toEqual(['call-long-silence']);
    expect(codes({ items: [item(100, 61)], lastContactOn: plainDate('2026-10-01') })).toEqual(['call-silence-since']);
  });
  it('an amount above the policy', () => expect(codes({ items: [item(5_000, 1)] })).toEqual(['call-large-amount']));
  it('two reminders without an answer', () => expect(codes({ unansweredReminders: 2 })).toEqual(['call-reminders-unanswered']));

  it('not somebody spoken to last week, unless a promise was broken since', () => {
    const many = { items: [item(1, 70), item(1, 2), item(9_000, 3)], lastContactOn: plainDate('2026-11-18') };
    expect(codes(many)).toEqual([]);
    expect(codes({ ...many, brokenPromise: broken })).toEqual(['call-broken-promise']);
    expect(codes({ ...many, brokenPromise: { ...broken, promiseDate: plainDate('2026-11-10') } })).toEqual([]);
  });

  it('not for what is disputed in full, not due yet, or excluded', () => {
    expect(codes({ items: [item(9_000, 90, 9_000)] })).toEqual([]);
    expect(codes({ items: [item(9_000, -1), item(9_000, 0)] })).toEqual([]);
    expect(codes({ items: [item(9_000, 90)], isExcluded: true })).toEqual([]);
  });

  it('in order of the score, with the reason in a sentence', () => {
    const list = callList(
      [facts({ brokenPromise: broken }), facts({ customerId: 2 as CustomerId, items: [item(8_000, 61)] })],
      standardCallPolicy,
      today,
    );
    expect(list.map(({ customerId, overdueCents }) => [customerId, overdueCents])).toEqual([
      [2, euro(8_000)],
      [1, euro(100)],
    ]);
    expect(list[0] && reasonText(list[0].reasons[0], 'nl').replaceAll('\u00a0', ' ')).toBe(
      'De oudste factuur is 61 dagen te laat en er was nog geen persoonlijk contact.',
    );
    expect(callList([facts({ items: [{ ...item(1, 1), openCents: zeroCents }] })], standardCallPolicy, today)).toEqual([]);
  });
});
