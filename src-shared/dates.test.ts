import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOfWeek, daysBetween, epochDay, fromEpochDay, lastDayOfMonth, parsePlainDate, type PlainDateText, plainDate } from './dates.ts';

const anyDate = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString() as PlainDateText);
const temporal = (date: PlainDateText): Temporal.PlainDate => Temporal.PlainDate.from(date);

describe('calendar dates', () => {
  it('count days, months and weekdays as the Temporal standard does', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: -400, max: 400 }), (date, days, months) => {
        expect(addDays(date, days)).toBe(temporal(date).add({ days }).toString());
        expect(addMonths(date, months)).toBe(temporal(date).add({ months }).toString());
        expect(dayOfWeek(date)).toBe(temporal(date).dayOfWeek);
        expect(lastDayOfMonth(date)).toBe(temporal(date).with({ day: temporal(date).daysInMonth }).toString());
        expect(fromEpochDay(epochDay(date))).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
      { numRuns: 2000 },
    );
  });

  it('cut the day at the end of a shorter month', () => {
    expect(addMonths(plainDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(plainDate('2025-01-31'), 1)).toBe('2025-02-28');
    expect(addMonths(plainDate('2026-03-31'), -1)).toBe('2026-02-28');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '26-11-20', '2026-11-20T00:00', '', '2026-1-1'])('refuse %j', (text) => {
    expect(parsePlainDate(text)).toBeNull();
  });
});
