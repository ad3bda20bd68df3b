import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, plainDate } from '../../../src-shared/dates.ts';
import { type Cents, cents } from '../../../src-shared/money.ts';
import { countBack, countBackMethodFor, type DatedSales } from './countBack.ts';
import { averageDaysDelinquent, rollingDso, roundedDays, simpleDso } from './daysSalesOutstanding.ts';
import { dsoTrend, trendDates } from './dsoTrend.ts';

const euro = (amount: number): Cents => cents(amount * 100);
const sale = (date: string, amount: number): DatedSales => ({ date: plainDate(date), cents: euro(amount) });
const october = plainDate('2026-10-31');
const sales = [sale('2026-10-01', 100_000), sale('2026-09-01', 80_000), sale('2026-08-01', 70_000)];
const monthly = (receivable: number, over: readonly DatedSales[] = sales, asOf = october) =>
  countBack({ receivableCents: euro(receivable), sales: over, asOf, method: 'monthly' });
const daily = (receivable: number, over: readonly DatedSales[], asOf = october) =>
  countBack({ receivableCents: euro(receivable), sales: over, asOf, method: 'daily' });

describe('the worked numbers of the metrics page', () => {
  it('simple DSO: 46 000 on 92 000 in 92 days is 46.0 days', () => {
    expect(simpleDso({ receivableCents: euro(46_000), salesCents: euro(92_000), days: 92 })).toBe(46);
  });

  it('rolling DSO: 60 000 on 120 000 in three months of 92 days is 46.0 days', () => {
    const threeMonths = [sale('2026-08-15', 30_000), sale('2026-09-15', 50_000), sale('2026-10-31', 40_000), sale('2026-07-31', 999)];
    expect(rollingDso({ receivableCents: euro(60_000), sales: threeMonths, asOf: october, months: 3 })).toBe(46);
  });

  it('rolling DSO: 60 000 on 480 000 in twelve months of 365 days is 45.6 days', () => {
    const year = Array.from({ length: 12 }, (_, month) =>
      sale(`${month < 2 ? 2025 : 2026}-${String(((month + 10) % 12) + 1).padStart(2, '0')}-10`, 40_000),
    );
    expect(roundedDays(rollingDso({ receivableCents: euro(60_000), sales: year, asOf: october, months: 12 }) ?? 0)).toBe(45.6);
  });

  it('count-back DSO: 212 000 on 31 October is 75.2 days, line by line', () => {
    const result = monthly(212_000);
    expect(roundedDays(result.days)).toBe(75.2);
    expect(result.isBeyondWindow).toBe(false);
    expect(result.lines.map((line) => [line.from, line.to, line.coveredCents, line.remainingCents, roundedDays(line.days)])).toEqual([
      ['2026-10-01', '2026-10-31', euro(100_000), euro(112_000), 31],
      ['2026-09-01', '2026-09-30', euro(80_000), euro(32_000), 30],
      ['2026-08-01', '2026-08-31', euro(32_000), 0, 14.2],
    ]);
  });

  it('best possible DSO: 130 000 not due is 42.3 days; the simple form of 4 000 on 10 000 in 30 days is 12', () => {
    expect(roundedDays(monthly(130_000).days)).toBe(42.3);
    expect(simpleDso({ receivableCents: euro(4_000), salesCents: euro(10_000), days: 30 })).toBe(12);
  });

  it('ADD: DSO 45 minus best possible 12 is 33 days', () => {
    const days = (count: number) => ({ days: count, isBeyondWindow: false, lines: [] });
    expect(averageDaysDelinquent(days(45), days(12))).toBe(33);
    expect(roundedDays(averageDaysDelinquent(monthly(212_000), monthly(130_000)) ?? 0)).toBe(32.9);
  });
});

describe('count-back rules', () => {
  it('a month without sales, or with more credit than sales, contributes its days and nothing else', () => {
    const result = monthly(150, [sale('2026-10-05', 100), sale('2026-09-05', -40), sale('2026-07-05', 100)]);
    expect(result.lines.map((line) => line.days)).toEqual([31, 30, 31, 15.5]);
    expect(result.days).toBe(107.5);
  });

  it('reports a receivable older than 24 months as more than 730 days', () => {
    expect(monthly(1_000, [sale('2024-10-31', 1_000)])).toMatchObject({ days: 730, isBeyondWindow: true });
    expect(monthly(1_000, [sale('2024-11-01', 1_000)])).toMatchObject({ days: 730, isBeyondWindow: false });
    expect(daily(1_000, [])).toMatchObject({ days: 730, isBeyondWindow: true });
  });

  it('counts the running month up to the day asked for and ignores later sales', () => {
    const result = monthly(100, [sale('2026-10-05', 100), sale('2026-10-20', 900)], plainDate('2026-10-10'));
    expect(result.days).toBe(10);
  });

  it('is 0 days when nothing is owed', () => {
    expect(monthly(0)).toEqual({ days: 0, isBeyondWindow: false, lines: [] });
    expect(monthly(-5).days).toBe(0);
  });

  it('daily count-back of one unpaid invoice is its age with the first day included', () => {
    const result = daily(1_000, [sale('2026-10-02', 1_000), sale('2026-01-01', 50)]);
    expect(result.days).toBe(30);
    expect(result.lines.map((line) => [line.from, line.to, line.days])).toEqual([
      ['2026-10-03', '2026-10-31', 29],
      ['2026-10-02', '2026-10-02', 1],
    ]);
  });

  it('daily count-back takes the oldest day pro rata', () => {
    expect(daily(1_500, [sale('2026-10-31', 1_000), sale('2026-10-30', 1_000)]).days).toBe(1.5);
  });

  it('counts by day below ten invoices a month', () => {
    expect([0, 119, 120, 5_000].map(countBackMethodFor)).toEqual(['daily', 'daily', 'monthly', 'monthly']);
  });
});

describe('what always holds', () => {
  const history = fc.array(
    fc.record({
      date: fc.integer({ min: 0, max: 900 }).map((back) => addDays(october, -back)),
      cents: fc.integer({ min: -50_000, max: 900_000 }).map(cents),
    }),
    { maxLength: 60 },
  );
  const method = fc.constantFrom('monthly' as const, 'daily' as const);
  const amount = fc.integer({ min: 0, max: 9_000_000 }).map(cents);

  it('covers exactly the receivable, in touching periods that start at the day asked for', () => {
    fc.assert(
      fc.property(history, amount, method, (over, receivableCents, by) => {
        const result = countBack({ receivableCents, sales: over, asOf: october, method: by });
        const covered = result.lines.reduce((sum, line) => sum + line.coveredCents, 0);
        expect(result.isBeyondWindow ? covered < receivableCents : covered === receivableCents).toBe(true);
        let to = october;
        for (const line of result.lines) {
          expect(line.to).toBe(to);
          expect(line.days).toBeLessThanOrEqual(daysBetween(line.from, line.to) + 1);
          to = addDays(line.from, -1);
        }
      }),
    );
  });

  it('more owed on the same sales is never fewer days', () => {
    fc.assert(
      fc.property(history, amount, amount, method, (over, less, more, by) => {
        const days = (receivableCents: Cents): number => {
          const result = countBack({ receivableCents, sales: over, asOf: october, method: by });
          return result.isBeyondWindow ? Number.POSITIVE_INFINITY : result.days;
        };
        return days(less < more ? less : more) <= days(less < more ? more : less) + 1e-9;
      }),
    );
  });

  it('invoices dated later never change a figure of an earlier date', () => {
    fc.assert(
      fc.property(history, amount, method, (over, receivableCents, by) => {
        const later = [...over, sale('2026-11-01', 123_456)];
        const figure = (known: readonly DatedSales[]) => countBack({ receivableCents, sales: known, asOf: october, method: by });
        expect(figure(later)).toEqual(figure(over));
      }),
    );
  });
});

describe('the trend over 24 months', () => {
  it('has the month ends before the day asked for and that day itself', () => {
    const dates = trendDates(plainDate('2026-11-21'), 24);
    expect([dates.length, dates[0], dates.at(-2), dates.at(-1)]).toEqual([24, '2024-12-31', '2026-10-31', '2026-11-21']);
  });

  it('gives DSO, best possible and ADD per date', () => {
    const [point] = dsoTrend({
      balances: [{ date: october, receivableCents: euro(212_000), notDueCents: euro(130_000) }],
      sales,
      method: 'monthly',
    });
    expect(point && [roundedDays(point.dso), roundedDays(point.bestPossible), roundedDays(point.averageDaysDelinquent ?? 0)]).toEqual([
      75.2, 42.3, 32.9,
    ]);
  });
});
