import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { easterSunday, holidayOn, holidaysOf, isBankDay } from './holidays.ts';
import { belgianFirstReminderTerm, dutchFourteenDayTerm } from './legalTerms.ts';
import {
  addWorkingDays,
  calendarFor,
  isWorkingDay,
  nextWorkingDay,
  restDay,
  type WorkCalendar,
  workingDayOnOrAfter,
  workingDaysBetween,
} from './workCalendar.ts';

const dutch: WorkCalendar = { countries: ['NL'], quietPeriods: [] };
const belgian: WorkCalendar = { countries: ['BE'], quietPeriods: [] };

describe('Easter', () => {
  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('of %i falls on %s', (year, date) => expect(easterSunday(year)).toBe(date));

  it('is always a Sunday between 22 March and 25 April', () => {
    for (let year = 1900; year <= 2199; year += 1) {
      const date = easterSunday(year);
      expect(date.slice(5) >= '03-22' && date.slice(5) <= '04-25').toBe(true);
      expect(new Date(`${date}T00:00:00Z`).getUTCDay()).toBe(0);
    }
  });
});

describe('public holidays', () => {
  it('of the Netherlands in 2026', () => {
    expect(holidaysOf(2026, 'NL').map(({ date, name }) => `${date.slice(5)} ${name}`)).toEqual([
      '01-01 new-year',
      '04-03 good-friday',
      '04-05 easter-sunday',
      '04-06 easter-monday',
      '04-27 kings-day',
      '05-05 liberation-day',
      '05-14 ascension',
      '05-24 whit-sunday',
      '05-25 whit-monday',
      '12-25 christmas',
      '12-26 second-christmas-day',
    ]);
  });

  it('of Belgium in 2026', () => {
    expect(holidaysOf(2026, 'BE').map(({ date, name }) => `${date.slice(5)} ${name}`)).toEqual([
      '01-01 new-year',
      '04-05 easter-sunday',
      '04-06 easter-monday',
      '05-01 labour-day',
      '05-14 ascension',
      '05-24 whit-sunday',
      '05-25 whit-monday',
      '07-21 belgian-national-day',
      '08-15 assumption',
      '11-01 all-saints',
      '11-11 armistice',
      '12-25 christmas',
    ]);
  });

  it('keeps the King’s birthday on the 26th when the 27th is a Sunday, and the Queen’s on 30 April before 2014', () => {
    const royal = (date: string) => holidayOn(plainDate(date), 'NL');
    expect([royal('2025-04-26'), royal('2025-04-27'), royal('2024-04-27'), royal('2013-04-30'), royal('2014-04-26')]).toEqual([
      'kings-day',
      null,
      'kings-day',
      'kings-day',
      'kings-day',
    ]);
  });

  it('moves Ascension and Whit Monday with Easter', () => {
    expect(holidayOn(plainDate('2024-05-09'), 'BE')).toBe('ascension');
    expect(holidayOn(plainDate('2025-06-09'), 'NL')).toBe('whit-monday');
  });
});

describe('bank days', () => {
  it('are closed on the closing days of TARGET only, in both countries', () => {
    const closed = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2025-12-25', '2025-12-26', '2026-11-21'];
    expect(closed.map((date) => isBankDay(plainDate(date)))).toEqual(closed.map(() => false));
    const open = ['2026-04-27', '2026-05-14', '2026-07-21', '2026-11-11', '2026-05-05'];
    expect(open.map((date) => isBankDay(plainDate(date)))).toEqual(open.map(() => true));
  });
});

describe('working days', () => {
  it('a step on Christmas 2026 moves to Monday the 28th', () => {
    expect(workingDayOnOrAfter(plainDate('2026-12-25'), dutch)).toBe('2026-12-28');
    expect(workingDayOnOrAfter(plainDate('2026-12-25'), belgian)).toBe('2026-12-28');
  });

  it('the second Christmas day is a working day in Belgium', () => {
    expect(workingDayOnOrAfter(plainDate('2025-12-25'), belgian)).toBe('2025-12-26');
    expect(workingDayOnOrAfter(plainDate('2025-12-25'), dutch)).toBe('2025-12-29');
  });

  it('quiet days of the company are kept quiet, both ends included', () => {
    const calendar = { ...dutch, quietPeriods: [{ from: plainDate('2026-12-21'), to: plainDate('2027-01-03') }] };
    expect(restDay(plainDate('2026-12-21'), calendar)).toEqual({ kind: 'quiet' });
    expect(nextWorkingDay(plainDate('2026-12-18'), calendar)).toBe('2027-01-04');
  });

  it('names the holiday when it falls in a weekend', () => {
    expect(restDay(plainDate('2026-12-26'), dutch)).toEqual({ kind: 'holiday', name: 'second-christmas-day' });
    expect(restDay(plainDate('2026-12-27'), dutch)).toEqual({ kind: 'weekend' });
  });

  it('counts and adds working days', () => {
    expect(addWorkingDays(plainDate('2026-11-20'), 2, dutch)).toBe('2026-11-24');
    expect(addWorkingDays(plainDate('2026-11-21'), 0, dutch)).toBe('2026-11-21');
    expect(workingDaysBetween(plainDate('2026-11-20'), plainDate('2026-11-24'), dutch)).toBe(2);
    expect(workingDaysBetween(plainDate('2026-11-24'), plainDate('2026-11-20'), dutch)).toBe(0);
  });

  it('a letter to a Belgian customer does not go out on 21 July, one to a German customer follows our own calendar', () => {
    const day = plainDate('2026-07-21');
    expect([isWorkingDay(day, calendarFor(dutch, 'BE')), isWorkingDay(day, calendarFor(dutch, 'DE'))]).toEqual([false, true]);
  });

  it('refuses a calendar without working days instead of searching for ever', () => {
    const never = { ...dutch, quietPeriods: [{ from: plainDate('2000-01-01'), to: plainDate('2100-01-01') }] };
    expect(() => workingDayOnOrAfter(plainDate('2026-01-01'), never)).toThrow(RangeError);
  });
});

describe('terms set by law', () => {
  it('a Belgian first reminder posted on Monday 18 September 2023 lets charges start on 5 October', () => {
    expect(belgianFirstReminderTerm(plainDate('2023-09-18'), 'letter')).toEqual({
      startsOn: '2023-09-21',
      lastFreeDay: '2023-10-04',
      chargesFrom: '2023-10-05',
    });
  });

  it('by e-mail it starts the day after, and a last day in the weekend moves to Monday', () => {
    expect(belgianFirstReminderTerm(plainDate('2023-09-18'), 'email')).toEqual({
      startsOn: '2023-09-19',
      lastFreeDay: '2023-10-02',
      chargesFrom: '2023-10-03',
    });
    expect(belgianFirstReminderTerm(plainDate('2023-09-16'), 'email').lastFreeDay).toBe('2023-10-02');
  });

  it('Belgian holidays are no working days for the third working day after posting', () => {
    expect(belgianFirstReminderTerm(plainDate('2026-11-09'), 'letter').startsOn).toBe('2026-11-13');
  });

  it('a Dutch fourteen-day letter posted on Friday is delivered on Wednesday and its term ends fourteen days later', () => {
    expect(dutchFourteenDayTerm(plainDate('2026-11-20'))).toEqual({
      startsOn: '2026-11-25',
      lastFreeDay: '2026-12-08',
      chargesFrom: '2026-12-09',
    });
  });

  it('Sunday, Monday and Easter do not count as delivery days', () => {
    expect(dutchFourteenDayTerm(plainDate('2026-04-02')).startsOn).toBe('2026-04-08');
  });
});
