/** Whatever people decide and take back, in whatever order: the ledger stays in balance, and taking everything back leaves what was there before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankEntryId, DocumentId, EntryId } from '../../src-shared/ids.ts';
import { cents, negateCents } from '../../src-shared/money.ts';
import { aardappel, biet, cashWorld } from './cashWorld.ts';

type Step =
  | { readonly kind: 'decide'; readonly receipt: number; readonly documents: readonly number[]; readonly share: number; readonly writeOff: number; readonly fee: number; readonly leftover: number }
  | { readonly kind: 'exchange'; readonly receipt: number; readonly share: number }
  | { readonly kind: 'return'; readonly receipt: number; readonly costs: number }
  | { readonly kind: 'refund'; readonly receipt: number }
  | { readonly kind: 'undo'; readonly which: number }
  | { readonly kind: 'run' };

const receipts = 5;
const documents = 6;
const index = (size: number) => fc.integer({ min: 0, max: size - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('decide' as const),
    receipt: index(receipts),
    documents: fc.uniqueArray(index(documents), { minLength: 0, maxLength: 4 }),
    share: fc.integer({ min: 1, max: 100 }),
    writeOff: fc.integer({ min: 0, max: 300 }),
    fee: fc.constantFrom(0, 0, 0, 150),
    leftover: fc.constantFrom(0, 0, 0, 25),
  }),
  fc.record({ kind: fc.constant('exchange' as const), receipt: index(receipts), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('return' as const), receipt: index(receipts), costs: fc.constantFrom(0, 250) }),
  fc.record({ kind: fc.constant('refund' as const), receipt: index(receipts) }),
  fc.record({ kind: fc.constant('undo' as const), which: fc.nat(20) }),
  fc.constant({ kind: 'run' as const }),
);

function world() {
  const base = cashWorld();
  const documentIds: DocumentId[] = [base.invoice(10_000), base.invoice(4_000), base.invoice(2_500, { customerId: biet }), base.invoice(-1_500), base.invoice(12_345), base.invoice(7_777, { currency: 'USD' })];
  const receiptIds: BankEntryId[] = Array.from({ length: receipts }, (_, at) => base.line(6_000 + at * 1_111, { endToEnd: `E${at}`, on: '2026-10-01', customerId: aardappel }));
  const made: EntryId[] = [];
  const keep = (result: { readonly ok: boolean; readonly value?: { readonly entryIds: readonly EntryId[] } }): void => {
    if (result.ok && result.value !== undefined) made.push(...result.value.entryIds);
  };
  const take = (document: number, share: number): { documentId: DocumentId; cents: ReturnType<typeof cents> } => {
    const documentId = documentIds[document] as DocumentId;
    return base.part(documentId, Math.trunc((base.open(documentId) * share) / 100));
  };
  const act = (one: Step): void => {
    if (one.kind === 'run') return void base.must('matching.run', {});
    if (one.kind === 'undo') {
      const entryId = made[one.which % Math.max(1, made.length)];
      if (entryId !== undefined) base.undo([entryId]);
      return;
    }
    const receipt = receiptIds[one.receipt] as BankEntryId;
    const left = base.left(receipt);
    if (one.kind === 'decide') {
      const parts = one.documents.map((document) => take(document, one.share));
      const writeOffs = one.writeOff === 0 ? [] : parts.slice(0, 1).map((part) => ({ ...part, cents: cents(one.writeOff), account: 'payment-difference' as const }));
      keep(base.decide(receipt, { parts, writeOffs, fee: cents(one.fee), leftover: one.leftover === 0 ? null : { cents: cents(one.leftover), account: 'bank-charges' } }));
    } else if (one.kind === 'exchange') {
      keep(base.decide(receipt, { parts: [take(5, one.share)], exchange: { currency: 'USD', cents: cents(Math.trunc((left * one.share) / 100)) } }));
    } else if (one.kind === 'return') {
      const line = base.line(-(6_000 + one.receipt * 1_111 + one.costs), { endToEnd: `E${one.receipt}`, on: '2026-10-20' });
      keep(base.call('bank.bookReturn', { bankEntryId: line, returnedBankEntryId: receipt }) as never);
    } else if (left > 0) {
      const line = base.line(negateCents(left), { on: '2026-10-21' });
      keep(base.call('bank.bookRefund', { bankEntryId: line, sources: [{ kind: 'receipt', id: receipt, cents: left }] }) as never);
    }
  };
  return { ...base, documentIds, receiptIds, made, act };
}

describe('whatever is decided and taken back', () => {
  it('keeps every rule of the ledger, and leaves what was there before when all of it is taken back', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const { act, broken, undo, must, made, open, left, documentIds, receiptIds } = world();
        // No invoice below nothing and no credit note above it, whatever was taken back after it had been paid again.
        const beyond = (): readonly DocumentId[] => documentIds.filter((documentId, at) => (at === 3 ? open(documentId) > 0 : open(documentId) < 0));
        for (const one of steps) {
          act(one);
          expect(beyond()).toEqual([]);
        }
        expect(broken()).toEqual([]);
        // The program's own decisions too; a return stands in the way of what it turned back, and what goes back to its receipt is booked anew
        // without it, so it goes round until nothing is left.
        const undone = new Set<EntryId>();
        for (let round = 0; round < 6; round += 1) {
          const all = [...new Set([...made, ...must('bank.allocations', { limit: 100 }).allocations.map(({ entryId }) => entryId)])].filter((entryId) => !undone.has(entryId));
          for (const entryId of all.sort((a, b) => b - a)) {
            if (undo([entryId]).ok) undone.add(entryId);
            expect(beyond()).toEqual([]);
          }
        }
        expect(broken()).toEqual([]);
        expect(documentIds.map(open)).toEqual([10_000, 4_000, 2_500, -1_500, 12_345, 7_777]);
        expect(receiptIds.map(left)).toEqual(receiptIds.map((_, at) => 6_000 + at * 1_111));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
