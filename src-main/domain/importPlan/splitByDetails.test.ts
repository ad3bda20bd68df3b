import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { type Cents, cents, sumCents } from '../../../src-shared/money.ts';
import type { BankEntry, BankPayment } from '../bankStatement.ts';
import { type Placed, splitByDetails } from './splitByDetails.ts';

const payment = (amount: number): BankPayment => ({
  amount: cents(amount),
  currency: 'EUR',
  counterIban: null,
  counterAccount: null,
  counterBic: null,
  counterName: null,
  ultimateName: null,
  ultimateId: null,
  remittance: null,
  structuredReferences: [],
  documentNumbers: [],
  endToEndId: null,
  mandateId: null,
  creditorId: null,
  paymentInformationId: null,
  returnReason: null,
  isReturn: false,
  purpose: null,
  instructed: null,
});

type Facts = {
  readonly id: number;
  readonly amount: number;
  readonly day: string;
  readonly ref: string | null;
  readonly parts: readonly number[];
};
const placed = ({ id, amount, day, ref, parts }: Facts): Placed<number> => {
  const entry: BankEntry = {
    ...payment(amount),
    bookDate: plainDate(day),
    valueDate: plainDate(day),
    isReversal: false,
    bankRef: ref,
    customerRef: null,
    typeCode: null,
    batchSize: parts.length > 1 ? parts.length : null,
    payments: parts.map(payment),
    clues: [],
    raw: ref ?? '',
    origin: '',
  };
  return { id, account: 'NL39VRBD0000000101', entry };
};

const day = fc.constantFrom('2026-03-02', '2026-03-03');
const ref = fc.constantFrom(null, 'REF-1', 'REF-2', 'REF-3');
const parts = fc.array(fc.constantFrom(1000, 2000), { minLength: 2, maxLength: 3 });
const bookings = fc.array(fc.record({ amount: fc.constantFrom(2000, 3000, 4000), day, ref }), { maxLength: 8 });
const notices = fc.array(fc.record({ parts, day, ref }), { maxLength: 8 });

const plan = (
  has: readonly { amount: number; day: string; ref: string | null }[],
  says: readonly { parts: readonly number[]; day: string; ref: string | null }[],
) => {
  const placedBookings = has.map((one, id) => placed({ ...one, id, parts: [] }));
  const placedNotices = says.map((one, id) => placed({ ...one, id, amount: sumCents(one.parts.map(cents)) }));
  return { placedBookings, ...splitByDetails(placedBookings, placedNotices) };
};

describe('taking collective bookings apart', () => {
  it('never changes an amount, never uses a booking or a notification twice, and accounts for every notification', () => {
    fc.assert(
      fc.property(bookings, notices, (has, says) => {
        const { placedBookings, payments, applied, unmatched } = plan(has, says);
        for (const [id, found] of payments) {
          expect(sumCents(found.map(({ amount }): Cents => amount))).toBe(placedBookings[id]?.entry.amount);
        }
        expect(new Set(applied.values()).size).toBe(applied.size);
        expect(applied.size + unmatched.length).toBe(says.length);
      }),
    );
  });

  it('never goes against a reference of the bank', () => {
    fc.assert(
      fc.property(bookings, notices, (has, says) => {
        for (const [notice, booking] of plan(has, says).applied) {
          const [said, stands] = [says[notice]?.ref ?? null, has[booking]?.ref ?? null];
          expect(said === null || stands === null || said === stands).toBe(true);
        }
      }),
    );
  });

  it('leaves a notification of a single payment alone without complaint', () => {
    const single = placed({ id: 0, amount: 1000, day: '2026-03-02', ref: null, parts: [] });
    expect(splitByDetails([single], [single])).toEqual({ payments: new Map(), applied: new Map(), unmatched: [] });
  });
});
