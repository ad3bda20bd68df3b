import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cents, cents } from '../../../src-shared/money.ts';
import { assignedOf, draftOf, leftOpen, overdueAfter, problemOf, restOf, setAmount, strengthOf, suggestAmount, toggle } from './allocationDraft.ts';

const item = (documentId: number, open: number): { documentId: number; open: Cents } => ({ documentId, open: cents(open) });
const received = cents(10_000);

describe('what a person is about to assign', () => {
  it('ticks an invoice for what is open when the receipt covers it', () => {
    expect(toggle(new Map(), received, item(1, 4_000)).get(1)).toBe(4_000);
  });

  it('ticks the last invoice for what is left of the receipt: a part payment', () => {
    const draft = toggle(draftOf([{ documentId: 1, cents: cents(8_000) }]), received, item(2, 5_000));
    expect(draft.get(2)).toBe(2_000);
    expect(leftOpen(draft, item(2, 5_000))).toBe(3_000);
    expect(restOf(draft, received)).toBe(0);
  });

  it('takes a credit note along as a whole, which makes room for more', () => {
    const draft = toggle(draftOf([{ documentId: 1, cents: cents(10_000) }]), received, item(2, -2_500));
    expect(draft.get(2)).toBe(-2_500);
    expect(restOf(draft, received)).toBe(2_500);
  });

  it('asks for an amount when an invoice is ticked and nothing is left', () => {
    const draft = toggle(draftOf([{ documentId: 1, cents: received }]), received, item(2, 5_000));
    expect(draft.has(2)).toBe(true);
    expect(problemOf(draft, received, [item(1, 10_000), item(2, 5_000)])).toBe('amount');
  });

  it('takes a ticked invoice out again, also by typing zero', () => {
    expect(toggle(draftOf([{ documentId: 1, cents: received }]), received, item(1, 10_000)).size).toBe(0);
    expect(setAmount(draftOf([{ documentId: 1, cents: received }]), 1, cents(0)).size).toBe(0);
  });

  it('names what is wrong: nothing chosen, more than open, more than received', () => {
    expect(problemOf(new Map(), received, [])).toBe('empty');
    expect(problemOf(draftOf([{ documentId: 1, cents: cents(500) }]), received, [item(1, 400)])).toBe('amount');
    expect(problemOf(draftOf([{ documentId: 1, cents: cents(9_000) }, { documentId: 2, cents: cents(2_000) }]), received, [item(1, 9_000), item(2, 2_000)])).toBe('too-much');
    expect(problemOf(draftOf([{ documentId: 1, cents: cents(9_000) }]), received, [item(1, 9_000)])).toBeNull();
  });

  it('does not let a credit note alone take in money', () => {
    expect(problemOf(draftOf([{ documentId: 1, cents: cents(-500) }]), received, [item(1, -500)])).toBe('amount');
  });

  it('says what is still overdue afterwards', () => {
    const items = [
      { ...item(1, 4_000), dueDate: '2026-10-01' },
      { ...item(2, 3_000), dueDate: '2026-10-05' },
      { ...item(3, 9_000), dueDate: '2026-12-01' },
    ];
    expect(overdueAfter(draftOf([{ documentId: 1, cents: cents(4_000) }]), items, '2026-11-20')).toBe(3_000);
  });

  it('calls a proposal strong only with two reasons, the exact amount and nothing against it', () => {
    const line = (stance: 'for' | 'missing' | 'against'): { stance: typeof stance } => ({ stance });
    expect(strengthOf([line('for'), line('for'), line('missing')], true)).toBe('strong');
    expect(strengthOf([line('for'), line('for')], false)).toBe('fair');
    expect(strengthOf([line('for'), line('for'), line('against')], true)).toBe('weak');
    expect(strengthOf([line('missing')], false)).toBe('weak');
  });

  it('never suggests more than is open or left, and what is assigned and what is left are always the receipt', () => {
    const amounts = fc.array(fc.integer({ min: -5_000, max: 9_000 }).filter((value) => value !== 0), { maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 20_000 }), (opens, total) => {
        let draft: ReadonlyMap<number, Cents | null> = new Map();
        for (const [index, open] of opens.entries()) {
          const suggested = suggestAmount(draft, cents(total), item(index, open));
          expect(open > 0 ? suggested >= 0 && suggested <= open : suggested === open).toBe(true);
          draft = toggle(draft, cents(total), item(index, open));
        }
        expect(assignedOf(draft) + restOf(draft, cents(total))).toBe(total);
        expect(assignedOf(draft)).toBeLessThanOrEqual(total);
      }),
    );
  });
});
