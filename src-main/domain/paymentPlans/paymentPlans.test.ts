import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { type Cents, cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { isWorkingDay } from '../calendar/workCalendar.ts';
import { instalmentStandings, isMissed, nextInstalment, restOfPlan } from './planStanding.ts';
import { intervals, mostInstalments, scheduleOf, type Terms } from './schedule.ts';

const firstOn = plainDate('2026-12-15');
const calendar = { countries: ['NL'] as const, quietPeriods: [] };
const terms = (over: Partial<Terms>): Terms => ({ totalCents: cents(100_000), division: { kind: 'count', count: 3 }, firstOn, interval: 'month', calendar, ...over });
const told = (given: Terms): unknown => {
  const made = scheduleOf(given);
  return made.ok ? made.value.map((one) => [one.dueOn, one.cents]) : made.error.code;
};

describe('the instalments of a plan', () => {
  it('divides € 1,000 in three as 333.33, 333.33 and 333.34', () => {
    expect(told(terms({}))).toEqual([['2026-12-15', 33_333], ['2027-01-15', 33_333], ['2027-02-15', 33_334]]);
  });
  it('pays € 1,000 in parts of € 300 with the rest last', () => {
    expect(told(terms({ division: { kind: 'amount', cents: cents(30_000) } }))).toEqual([
      ['2026-12-15', 30_000],
      ['2027-01-15', 30_000],
      ['2027-02-15', 30_000],
      ['2027-03-15', 10_000],
    ]);
  });
  it('comes back to the 31st after a short month, and counts weeks', () => {
    const days = (over: Partial<Terms>): unknown => {
      const made = scheduleOf(terms(over));
      return made.ok ? made.value.map((one) => one.dueOn) : made.error.code;
    };
    // The 31st of January and the 28th of February 2027 are Sundays: the Monday after them.
    expect(days({ firstOn: plainDate('2027-01-31') })).toEqual(['2027-02-01', '2027-03-01', '2027-03-31']);
    expect(days({ interval: 'week' })).toEqual(['2026-12-15', '2026-12-22', '2026-12-29']);
    expect(days({ interval: 'two-weeks' })).toEqual(['2026-12-15', '2026-12-29', '2027-01-12']);
  });
  it('refuses a plan over nothing, with too many parts, or with parts of less than a cent', () => {
    expect(told(terms({ totalCents: zeroCents }))).toBe('plan-nothing-open');
    expect(told(terms({ division: { kind: 'count', count: mostInstalments + 1 } }))).toBe('plan-too-many-instalments');
    expect(told(terms({ division: { kind: 'count', count: 0 } }))).toBe('plan-too-many-instalments');
    expect(told(terms({ division: { kind: 'amount', cents: cents(1) } }))).toBe('plan-too-many-instalments');
    expect(told(terms({ totalCents: cents(2) }))).toBe('plan-too-many-instalments');
  });
  it('always adds up to the sum, in parts above zero on later and later days', () => {
    const division = fc.oneof(
      fc.integer({ min: 1, max: mostInstalments }).map((count) => ({ kind: 'count', count }) as const),
      fc.integer({ min: 1, max: 5_000_000 }).map((amount) => ({ kind: 'amount', cents: cents(amount) }) as const),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), division, fc.constantFrom(...intervals), (total, given, interval) => {
        const made = scheduleOf({ totalCents: cents(total), division: given, firstOn, interval, calendar });
        if (!made.ok) return made.error.code === 'plan-too-many-instalments';
        const amounts = made.value.map((one) => one.cents);
        const isOnWorkingDays = made.value.every((one) => isWorkingDay(one.dueOn, calendar));
        const isOrdered = made.value.every((one, place) => place === 0 || one.dueOn > (made.value[place - 1]?.dueOn ?? one.dueOn));
        return sumCents(amounts) === total && amounts.every((one) => one > 0) && isOrdered && isOnWorkingDays;
      }),
    );
  });
});

describe('what is paid of a plan', () => {
  const instalments = [['2026-12-15', 300], ['2027-01-15', 300], ['2027-02-15', 400]].map(([dueOn, amount]) => ({ dueOn: plainDate(String(dueOn)), cents: cents(Number(amount)) }));
  const rests = (receivedCents: number, reducedCents: number): readonly Cents[] =>
    instalmentStandings({ instalments, receivedCents: cents(receivedCents), reducedCents: cents(reducedCents) }).map((one) => one.restCents);
  it('takes money for the oldest instalment first and a credit off the last', () => {
    expect(rests(450, 0)).toEqual([0, 150, 400]);
    expect(rests(300, 500)).toEqual([0, 200, 0]);
    expect(rests(-300, 0)).toEqual([300, 300, 400]);
  });
  it('calls an instalment missed after two working days, and not while what came in covers it', () => {
    const day = (today: string) => ({ today: plainDate(today), calendar, graceDays: 2 });
    const of = (received: number) => nextInstalment(instalmentStandings({ instalments, receivedCents: cents(received), reducedCents: zeroCents }));
    const first = of(0);
    if (first === null) throw new Error('an instalment is open');
    expect(isMissed(first, day('2026-12-17'))).toBe(false);
    expect(isMissed(first, day('2026-12-18'))).toBe(true);
    expect(of(300)?.dueOn).toBe('2027-01-15');
    expect(of(1_000)).toBeNull();
  });
  it('never loses a cent: paid, reduced and rest are the plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }), (received, reduced) => {
        fc.pre(received + reduced <= 1_000);
        const standings = instalmentStandings({ instalments, receivedCents: cents(received), reducedCents: cents(reduced) });
        return restOfPlan(standings) === 1_000 - received - reduced && sumCents(standings.map((one) => one.paidCents)) === received;
      }),
    );
  });
});
