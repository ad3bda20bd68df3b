import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import type { BookingFacts } from './bookingLikeness.ts';
import { daysAround, planShifted } from './planShifted.ts';

const on = (bookDate: string, valueDate: string | null, facts: Partial<BookingFacts> = {}): BookingFacts => ({
  key: `${bookDate} ${valueDate}`,
  occurrence: 1,
  weakKey: bookDate,
  bookDate: plainDate(bookDate),
  valueDate: valueDate === null ? null : plainDate(valueDate),
  amount: cents(12_100),
  currency: 'EUR',
  counterIban: 'NL02TEST0300065264',
  counterName: null,
  bankRef: null,
  remittance: 'abonnement',
  reader: 'mt940',
  statement: { opening: null, closing: null, openingDate: null, closingDate: null },
  ...facts,
});
const camt = (bookDate: string, valueDate: string | null, facts: Partial<BookingFacts> = {}): BookingFacts => on(bookDate, valueDate, { reader: 'camt.053', ...facts });

function plan(incoming: readonly BookingFacts[], known: readonly BookingFacts[]): readonly (BookingFacts | null)[] {
  const steps = planShifted({ incoming, known });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const monday = camt('2026-11-16', '2026-11-14');
const saturday = on('2026-11-14', '2026-11-14');

describe('bookings that another format put on another day', () => {
  it('are found when a day of the one is a day of the other, by account or by words', () => {
    expect(plan([saturday], [monday])).toEqual([monday]);
    expect(plan([{ ...monday, reader: 'coda' }], [{ ...saturday, valueDate: null }])).toEqual([{ ...saturday, valueDate: null }]);
    expect(plan([{ ...saturday, remittance: 'anders' }], [monday])).toEqual([monday]);
    expect(plan([{ ...saturday, counterIban: null }], [monday])).toEqual([monday]);
  });

  it('are others with another amount, party, words without an account, or days that have nothing in common', () => {
    expect(plan([{ ...saturday, amount: cents(12_101) }], [monday])).toEqual([null]);
    expect(plan([{ ...saturday, currency: 'USD' }], [monday])).toEqual([null]);
    expect(plan([{ ...saturday, counterIban: 'NL44TEST0987654321' }], [monday])).toEqual([null]);
    expect(plan([{ ...saturday, counterIban: null, remittance: 'anders' }], [monday])).toEqual([null]);
    expect(plan([{ ...saturday, counterIban: null, remittance: '' }], [{ ...monday, counterIban: null, remittance: '' }])).toEqual([null]);
    expect(plan([on('2026-11-15', '2026-11-15')], [monday])).toEqual([null]);
    expect(plan([on('2026-11-12', '2026-11-12')], [camt('2026-11-16', '2026-11-12')])).toEqual([null]);
  });

  it('are others in the same format, on the same day, and in statements that follow each other', () => {
    expect(plan([{ ...saturday, reader: monday.reader }], [monday])).toEqual([null]);
    expect(plan([{ ...monday, reader: 'mt940' }], [monday])).toEqual([null]);
    const span = (opening: number, closing: number, day: string) => ({ opening: cents(opening), closing: cents(closing), openingDate: plainDate(day), closingDate: plainDate(day) });
    const before = { ...saturday, statement: span(0, 12_100, '2026-11-14') };
    expect(plan([before], [{ ...monday, statement: span(12_100, 24_200, '2026-11-16') }])).toEqual([null]);
  });

  it('explain each known booking once, and take the one that is most alike and nearest', () => {
    expect(plan([saturday, saturday], [monday])).toEqual([monday, null]);
    const [worded, near] = [camt('2026-11-17', '2026-11-14'), camt('2026-11-15', '2026-11-14', { remittance: 'anders' })];
    expect(plan([saturday], [near, worded])).toEqual([worded]);
    expect(plan([saturday], [worded, { ...near, remittance: worded.remittance }])).toEqual([{ ...near, remittance: worded.remittance }]);
  });

  it('lie at most three days apart', () => {
    const days = daysAround(plainDate('2026-11-16'));
    expect([days[0], days.length, days.at(-1)]).toEqual(['2026-11-13', 7, '2026-11-19']);
  });
});
