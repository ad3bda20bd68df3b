import { describe, expect, it } from 'vitest';
import { lastDayOfMonth, addMonths, plainDate } from '../../../src-shared/dates.ts';
import { monthTicks } from './monthTicks.ts';

const monthEnds = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    index === count - 1 ? plainDate('2026-11-20') : lastDayOfMonth(addMonths(plainDate('2026-11-01'), index + 1 - count)),
  );

describe('the words below a monthly chart', () => {
  it('name every month, the year where it begins, and the day of the last', () => {
    expect([...monthTicks(monthEnds(4), 800, 'nl').values()]).toEqual(['aug', 'sep', 'okt', '20\u00a0nov']);
    expect([...monthTicks(monthEnds(12), 800, 'nl').values()].slice(0, 3)).toEqual(['dec', 'jan\u00a0’26', 'feb']);
  });
  it('leave months out where there is no room, counted back from the last', () => {
    const ticks = monthTicks(monthEnds(24), 350, 'nl');
    expect([...ticks.values()]).toEqual(['feb', 'mei', 'aug', 'nov', 'feb\u00a0’26', 'mei', 'aug', '20\u00a0nov']);
  });
  it('keep the last on the narrowest chart', () => {
    expect([...monthTicks(monthEnds(24), 0, 'en').values()]).toEqual(['20\u00a0Nov']);
  });
});
