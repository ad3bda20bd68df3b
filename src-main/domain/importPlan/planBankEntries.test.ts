import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import { type BookingFacts, planBookings } from './planBankEntries.ts';

const booking = (facts: Partial<BookingFacts>): BookingFacts => ({
  key: 'k',
  occurrence: 1,
  weakKey: 'w',
  bookDate: plainDate('2026-02-02'),
  amount: cents(1000),
  currency: 'EUR',
  counterIban: 'NL02TEST0300065264',
  bankRef: null,
  remittance: 'factuur 12',
  reader: 'mt940',
  ...facts,
});

describe('which bookings of a file are new', () => {
  it('knows a booking by its key and its place among equal ones', () => {
    const second = booking({ occurrence: 2 });
    expect(planBookings([booking({}), second], [booking({})])).toEqual(['known', 'fresh']);
  });

  it('takes two bookings with two references of the bank as two, however alike they are', () => {
    expect(planBookings([booking({ key: 'b', bankRef: '2' })], [booking({ key: 'a', bankRef: '1' })])).toEqual(['fresh']);
  });

  it('doubts a booking whose other wording came in before without a reference of the bank', () => {
    expect(planBookings([booking({ key: 'b', bankRef: '2' })], [booking({ key: 'a', bankRef: null })])).toEqual(['possibly-known']);
  });

  it('doubts a booking that another format brought with other words', () => {
    const camt = booking({ key: 'b', weakKey: 'x', reader: 'camt.053', remittance: 'Factuur 12 van januari' });
    expect(planBookings([camt], [booking({})])).toEqual(['possibly-known']);
  });

  it('does not doubt a booking of another party, day or amount', () => {
    const camt = { key: 'b', weakKey: 'x', reader: 'camt.053' };
    expect(planBookings([booking({ ...camt, counterIban: 'NL44TEST0987654321' })], [booking({})])).toEqual(['fresh']);
    expect(planBookings([booking({ ...camt, bookDate: plainDate('2026-02-03') })], [booking({})])).toEqual(['fresh']);
    expect(planBookings([booking({ ...camt, amount: cents(1001) })], [booking({})])).toEqual(['fresh']);
    expect(planBookings([booking({ ...camt, currency: 'USD' })], [booking({})])).toEqual(['fresh']);
  });

  it('explains each known booking with at most one doubtful one', () => {
    const camt = (key: string) => booking({ key, weakKey: key, reader: 'camt.053' });
    expect(planBookings([camt('x'), camt('y')], [booking({})])).toEqual(['possibly-known', 'fresh']);
  });

  it('never lets a booking that is in both explain a third one', () => {
    const both = booking({ key: 'a' });
    expect(planBookings([both, booking({ key: 'b', reader: 'mt940' })], [both])).toEqual(['known', 'fresh']);
  });
});
