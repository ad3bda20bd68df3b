import { describe, expect, it } from 'vitest';
import { cents } from '../../../src-shared/money.ts';
import { draftOf } from './allocationDraft.ts';
import { decisionOf, differenceOf, withDifference } from './differenceOf.ts';

const items = [
  { documentId: 1, open: cents(10_000) },
  { documentId: 2, open: cents(5_000) },
];

describe('the difference between a receipt and what is chosen', () => {
  it('is none when all fits, and none when nothing is chosen', () => {
    expect(differenceOf(draftOf([{ documentId: 1, cents: cents(10_000) }]), cents(10_000), items)).toBeNull();
    expect(differenceOf(draftOf([]), cents(10_000), items)).toBeNull();
  });
  it('is what stays open of the chosen invoices', () => {
    const draft = draftOf([{ documentId: 1, cents: cents(9_950) }]);
    const difference = differenceOf(draft, cents(9_950), items);
    expect(difference).toEqual({ kind: 'short', cents: 50 });
    const decided = withDifference(decisionOf(7, draft, []), { kind: 'short', cents: cents(50) }, 'bank-charges', [{ documentId: 1, left: cents(50) }]);
    expect(decided).toMatchObject({ parts: [{ documentId: 1, cents: 9_950 }], writeOffs: [{ documentId: 1, cents: 50, account: 'bank-charges' }], fee: 0, leftover: null });
  });
  it('is what the receipt is more', () => {
    const draft = draftOf([{ documentId: 1, cents: cents(10_000) }]);
    expect(differenceOf(draft, cents(10_007), items)).toEqual({ kind: 'rest', cents: 7 });
    expect(withDifference(decisionOf(7, draft, []), { kind: 'rest', cents: cents(7) }, 'payment-difference', [])).toMatchObject({ leftover: { cents: 7, account: 'payment-difference' } });
  });
  it('is the fee that a payment service kept', () => {
    const draft = draftOf([{ documentId: 1, cents: cents(10_000) }, { documentId: 2, cents: cents(5_000) }]);
    expect(differenceOf(draft, cents(14_600), items)).toEqual({ kind: 'fee', cents: 400 });
    expect(withDifference(decisionOf(7, draft, []), { kind: 'fee', cents: cents(400) }, 'bank-charges', [])).toMatchObject({ fee: 400, writeOffs: [] });
  });
});
