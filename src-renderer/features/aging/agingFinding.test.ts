import { describe, expect, it } from 'vitest';
import { addMonths, plainDate } from '../../../src-shared/dates.ts';
import { cents, zeroCents } from '../../../src-shared/money.ts';
import { agingFinding, type AgingMonth, fromFirstMonth } from './agingFinding.ts';

/** Month ends from August 2026 on, with this overdue and 1000 euro that is not due. */
const months = (overdue: readonly number[]): readonly AgingMonth[] =>
  overdue.map((value, index) => ({
    date: addMonths(plainDate('2026-01-31'), index),
    buckets: {
      notDue: cents(100_000),
      days1to30: cents(value),
      days31to60: zeroCents,
      days61to90: zeroCents,
      over90: zeroCents,
      undated: zeroCents,
    },
    open: cents(100_000 + value),
  }));

describe('the title of the bars', () => {
  it('names the month since which overdue falls without a break', () => {
    expect(agingFinding(months([500, 664, 600, 540, 482]), 'overdue')).toEqual({ kind: 'down', since: '2026-02-28', from: 664, to: 482 });
  });
  it('names the month since which it rises', () => {
    expect(agingFinding(months([500, 300, 350, 400]), 'overdue')).toMatchObject({ kind: 'up', since: '2026-02-28', from: 300, to: 400 });
  });
  it('compares with three months ago when it goes up and down', () => {
    expect(agingFinding(months([100, 900, 100, 500, 400]), 'overdue')).toEqual({ kind: 'lower', count: 3, from: 900, to: 400 });
    expect(agingFinding(months([100, 200, 900, 100, 500]), 'overdue')).toMatchObject({ kind: 'higher', count: 3, from: 200, to: 500 });
  });
  it('calls a change of less than one in twenty level, and never a trend', () => {
    expect(agingFinding(months([1000, 1010, 1015, 1020]), 'overdue')).toEqual({ kind: 'level', count: 3, from: 1000, to: 1020 });
  });
  it('compares with as far back as there is', () => {
    expect(agingFinding(months([1000, 400]), 'overdue')).toMatchObject({ kind: 'lower', count: 1 });
  });
  it('says so when nothing is overdue, and makes no claim of a single month', () => {
    expect(agingFinding(months([100, 0]), 'overdue')).toEqual({ kind: 'none' });
    expect(agingFinding(months([100]), 'overdue')).toBeNull();
    expect(agingFinding([], 'overdue')).toBeNull();
  });
  it('speaks of everything that is open where age counts from the invoice date', () => {
    expect(agingFinding(months([0, 50_000, 100_000]), 'open')).toMatchObject({ kind: 'up', from: 100_000, to: 200_000 });
  });
});

describe('the bars', () => {
  it('begin with the first month in which something was open', () => {
    const empty = {
      ...months([0])[0]!,
      open: zeroCents,
      buckets: {
        notDue: zeroCents,
        days1to30: zeroCents,
        days31to60: zeroCents,
        days61to90: zeroCents,
        over90: zeroCents,
        undated: zeroCents,
      },
    };
    expect(fromFirstMonth([empty, empty, ...months([5, 6])])).toHaveLength(2);
    expect(fromFirstMonth([empty])).toEqual([]);
  });
});
