import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import type { BookingFacts } from './bookingLikeness.ts';
import type { StatementSpan } from './statementSpan.ts';
import { bookingIdentity, type PlannedBooking, planBookings as planInSteps } from './planBankEntries.ts';

const withoutBalances: StatementSpan = { opening: null, closing: null, openingDate: null, closingDate: null };

const day = plainDate('2026-02-02');
const span = (opening: number, closing: number): StatementSpan => ({ opening: cents(opening), closing: cents(closing), openingDate: day, closingDate: day });

const booking = (facts: Partial<BookingFacts>): BookingFacts => ({
  key: 'k',
  occurrence: 1,
  weakKey: 'w',
  bookDate: plainDate('2026-02-02'),
  valueDate: plainDate('2026-02-02'),
  amount: cents(1000),
  currency: 'EUR',
  counterIban: 'NL02TEST0300065264',
  counterName: 'Bouwbedrijf De Hoek',
  bankRef: null,
  remittance: 'factuur 12',
  reader: 'mt940',
  statement: withoutBalances,
  ...facts,
});

/** All steps in one go. */
function plan(incoming: readonly BookingFacts[], known: readonly BookingFacts[], doubted: ReadonlySet<string>): readonly PlannedBooking[] {
  const steps = planInSteps({ incoming, known, doubted });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value.planned;
}

const nothingDoubted: ReadonlySet<string> = new Set();
const planBookings = (incoming: readonly BookingFacts[], known: readonly BookingFacts[]): readonly string[] =>
  plan(incoming, known, nothingDoubted).map(({ outcome }) => outcome);

describe('which bookings of a file are new', () => {
  it('knows a booking by its key and its place among equal ones', () => {
    const second = booking({ occurrence: 2 });
    expect(planBookings([booking({}), second], [booking({})])).toEqual(['known', 'fresh']);
  });

  it('takes two bookings with two references of the bank as two when their statements follow each other', () => {
    const [morning, evening] = [span(0, 1000), span(1000, 2000)];
    const one = booking({ key: 'a', bankRef: '1', statement: morning });
    expect(planBookings([booking({ key: 'b', bankRef: '2', statement: evening })], [one])).toEqual(['fresh']);
    expect(planBookings([one], [booking({ key: 'b', bankRef: '2', statement: evening })])).toEqual(['fresh']);
    // By way of what stands between them.
    const last = booking({ key: 'd', bankRef: '4', statement: span(2700, 3700) });
    expect(planBookings([last], [one, booking({ key: 'c', amount: cents(1700), statement: span(1000, 2700) })])).toEqual(['fresh']);
  });

  it('doubts a booking that comes again with another reference of the bank or other words, and whose earlier telling is gone', () => {
    const known = booking({ key: 'a', bankRef: '1' });
    expect(planBookings([booking({ key: 'b', bankRef: '2' })], [known])).toEqual(['possibly-known']);
    expect(planBookings([booking({ key: 'b', weakKey: 'x', remittance: 'factuur 12 EREF: 7' })], [booking({ key: 'a' })])).toEqual(['possibly-known']);
    expect(planBookings([booking({ key: 'b', bankRef: '2', statement: span(0, 1000) })], [booking({ key: 'a', bankRef: '1', statement: span(0, 1000) })])).toEqual(['possibly-known']);
    expect(planBookings([known, booking({ key: 'b', bankRef: '2' })], [known])).toEqual(['known', 'fresh']);
  });

  it('asks about the same words in another format when its statement follows, and takes other words as another booking', () => {
    const known = booking({ statement: span(0, 1000) });
    const camt = { key: 'b', weakKey: 'x', reader: 'camt.053', statement: span(1000, 2000) };
    expect(planBookings([booking(camt)], [known])).toEqual(['possibly-known']);
    expect(planBookings([booking({ ...camt, remittance: 'anders' })], [known])).toEqual(['fresh']);
  });

  it('goes by the name when there is no account, also when it was cut short, and by equal balances when there is neither', () => {
    const bare = { counterIban: null, weakKey: 'x' };
    const known = booking({ ...bare, key: 'a', weakKey: 'w', counterName: 'Bakkerij Jan' });
    expect(planBookings([booking({ ...bare, key: 'b', counterName: 'Bakkerij Jansen', remittance: 'anders' })], [known])).toEqual(['possibly-known']);
    expect(planBookings([booking({ ...bare, key: 'b', counterName: 'De Vries', remittance: 'anders' })], [known])).toEqual(['fresh']);
    const inDay = booking({ ...known, statement: span(0, 1000) });
    expect(planBookings([booking({ ...bare, key: 'b', counterName: null, remittance: 'anders', statement: span(0, 1000) })], [inDay])).toEqual(['possibly-known']);
  });

  it('knows a booking whose number lost the zeros before it', () => {
    const [whole, cut] = [booking({ key: 'a', bankRef: '000018' }), booking({ key: 'b', bankRef: '18' })];
    expect(planBookings([cut], [whole])).toEqual(['known']);
    expect(planBookings([whole], [cut])).toEqual(['known']);
    expect(planBookings([booking({ ...cut, bankRef: '180' })], [whole])).toEqual(['possibly-known']);
  });

  it('asks about what is most alike, whatever comes first in the file', () => {
    const known = booking({ key: 'a', remittance: 'huur' });
    const other = booking({ key: 'b', weakKey: 'x', bankRef: '7', remittance: 'kado' });
    const again = booking({ key: 'c', bankRef: '8', remittance: 'huur' });
    expect(planBookings([other, again], [known])).toEqual(['fresh', 'possibly-known']);
    expect(planBookings([again, other], [known])).toEqual(['possibly-known', 'fresh']);
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
    expect(planBookings([camt('x'), camt('y')], [booking({ remittance: 'betaling' })])).toEqual(['possibly-known', 'fresh']);
  });

  it('knows the same day in another format by account, amount and words, each as often as it is there', () => {
    const camt = (key: string) => booking({ key, weakKey: key, reader: 'camt.053', remittance: 'Factuur  12' });
    const known = [booking({}), booking({ occurrence: 2 })];
    expect(planBookings([camt('x'), camt('y')], known)).toEqual(['known', 'known']);
    expect(planBookings([camt('x'), camt('y'), camt('z')], known)).toEqual(['known', 'known', 'fresh']);
  });

  it('lets what is certain go before what is doubtful, whatever comes first in the file', () => {
    const doubtful = booking({ key: 'x', weakKey: 'x', reader: 'camt.053', remittance: 'iets anders' });
    const certain = booking({ key: 'y', weakKey: 'y', reader: 'camt.053' });
    expect(planBookings([doubtful, certain], [booking({})])).toEqual(['fresh', 'known']);
    expect(planBookings([certain, doubtful], [booking({})])).toEqual(['known', 'fresh']);
  });

  it('names the booking that a doubtful one looks like', () => {
    const camt = booking({ key: 'b', weakKey: 'x', reader: 'camt.053', remittance: 'iets anders' });
    expect(plan([camt], [booking({})], nothingDoubted)).toEqual([{ outcome: 'possibly-known', twin: booking({}) }]);
  });

  it('does not ask again about a booking that stands on the review list', () => {
    const camt = booking({ key: 'b', weakKey: 'x', reader: 'camt.053', remittance: 'iets anders' });
    expect(plan([camt], [booking({})], new Set([bookingIdentity(camt)]))).toEqual([{ outcome: 'known', twin: null }]);
  });

  it('never lets a booking that is in both explain a third one', () => {
    const both = booking({ key: 'a' });
    expect(planBookings([both, booking({ key: 'b', reader: 'mt940' })], [both])).toEqual(['known', 'fresh']);
  });
});
