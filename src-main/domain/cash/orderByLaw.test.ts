import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../src-shared/dates.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { cents, sumCents } from '../../../src-shared/money.ts';
import { orderByLaw, type Owed } from './orderByLaw.ts';

const paidOn = plainDate('2026-11-01');
const owed = (id: number, share: Owed['share'], open: number, dueDate: string | null = '2026-10-01'): Owed => ({
  documentId: id as DocumentId,
  share,
  openCents: cents(open),
  issueDate: plainDate('2026-09-01'),
  dueDate: dueDate === null ? null : plainDate(dueDate),
});
const divide = (items: readonly Owed[], amount: number, country = 'NL', kind: 'business' | 'consumer' = 'business') =>
  orderByLaw(items, { amountCents: cents(amount), paidOn, country, kind });

describe('dividing a payment by law', () => {
  it('pays what is due before what is not, and the oldest first', () => {
    const items = [owed(1, 'principal', 1_000, '2026-12-01'), owed(2, 'principal', 1_000, '2026-10-05'), owed(3, 'principal', 1_000, '2026-09-05')];
    expect(divide(items, 2_500).parts.map(({ documentId, cents: amount }) => [documentId, amount])).toEqual([[3, 1_000], [2, 1_000], [1, 500]]);
  });

  it('divides in proportion over what is equal in every respect', () => {
    expect(divide([owed(1, 'principal', 3_000), owed(2, 'principal', 1_000)], 1_000).parts.map(({ cents: amount }) => amount)).toEqual([750, 250]);
  });

  it('gives costs and interest that are not due nothing, and leaves the rest as credit', () => {
    const { parts, restCents } = divide([owed(1, 'principal', 1_000), owed(2, 'costs', 400, '2026-11-20'), owed(3, 'interest', 50, null)], 1_300);
    expect([parts.map(({ documentId }) => documentId), restCents]).toEqual([[1], 300]);
  });

  it('never pays more than is open or than came in, whatever is owed', () => {
    const item = fc.record({ share: fc.constantFrom('costs', 'interest', 'principal'), open: fc.integer({ min: -500, max: 100_000 }), days: fc.integer({ min: -60, max: 60 }) });
    const country = fc.constantFrom('NL', 'BE', 'DE');
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.integer({ min: 1, max: 300_000 }), country, fc.constantFrom('business', 'consumer'), (rows, amount, where, kind) => {
        const items = rows.map(({ share, open, days }, index) => ({ ...owed(index + 1, share, open), dueDate: addDays(paidOn, days) }));
        const { parts, restCents } = divide(items, amount, where, kind);
        expect(sumCents(parts.map((part) => part.cents)) + restCents).toBe(amount);
        expect(new Set(parts.map(({ documentId }) => documentId)).size).toBe(parts.length);
        for (const part of parts) expect(part.cents > 0 && part.cents <= (items.find(({ documentId }) => documentId === part.documentId)?.openCents ?? 0)).toBe(true);
      }),
    );
  });
});
