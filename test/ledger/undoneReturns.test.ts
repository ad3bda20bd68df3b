/** A return that is undone, by hand or with its import, when the world went on meanwhile: the customer paid again, or the payment came in anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditNoteSetOff } from '../../src-main/domain/posting/posting.ts';
import { undoImport } from '../../src-main/features/imports/undoImport.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { insertSetOffAllocation } from '../../src-main/ledger/documents/documents.ts';
import { post } from '../../src-main/ledger/journal.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { BankEntryId, EntryId, ImportId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { aardappel, cashWorld } from './cashWorld.ts';
import { now, valueOf } from './ledgers.ts';

const iban = 'NL91ABNA0417164300';

/** Undoes import 2, all steps in one go. */
const undoSecondImport = (ledger: Ledger): void =>
  ledger.write((db) => {
    const steps = undoImport(db, { importId: 2 as ImportId, at: now, tell: () => undefined });
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return void valueOf(step.value);
  });

/** An invoice that was paid by direct debit on 10 October, and the line that takes it back on 20 October. */
function returned() {
  const world = cashWorld();
  const document = world.invoice(10_000);
  const receipt = world.line(10_000, { on: '2026-10-10', from: iban, endToEnd: 'INC-2026-0001' });
  world.must('bank.allocate', { bankEntryId: receipt, parts: [world.part(document, 10_000)] });
  const back = world.line(-10_000, { on: '2026-10-20', from: iban, endToEnd: 'INC-2026-0001', returned: 'MD06' });
  /** Says that a line was brought by the second import. */
  const bySecondImport = (bankEntryId: BankEntryId): void => {
    world.run(`INSERT INTO import (id, kind, at, problems) VALUES (2, 'bank', '', 0)`);
    world.run(`INSERT INTO import_file (id, import_id, name, reader, sha256, size, deflated) VALUES (2, 2, 'b', 'camt053', '${'1'.repeat(64)}', 0, x'0300')`);
    world.run(`INSERT INTO statement (id, own_account_id, import_file_id, currency, adds_up, difference, entries) VALUES (2, 1, 2, 'EUR', 1, 0, 0)`);
    world.run('UPDATE bank_entry SET statement_id = 2 WHERE id = ?', bankEntryId);
  };
  return { ...world, document, receipt, back, bySecondImport };
}

/** The invoice of `returned` was opened again and paid once more on 1 November. */
function paidAgain(amount: number) {
  const world = returned();
  const { entryIds } = world.must('bank.bookReturn', { bankEntryId: world.back, returnedBankEntryId: world.receipt });
  const second = world.line(amount, { from: iban, on: '2026-11-01' });
  return { ...world, second, returnIds: entryIds };
}

describe('a return that is undone after the customer paid again', () => {
  it('leaves the invoice paid and the second payment as money of the customer, and nothing below zero', () => {
    const { must, undo, ledger, part, document, receipt, second, returnIds, open, left, nameOn, broken } = paidAgain(10_000);
    must('bank.allocate', { bankEntryId: second, parts: [part(document, 10_000)] });
    expect(undo(returnIds).ok).toBe(true);
    expect([open(document), left(receipt), left(second), nameOn(second)]).toEqual([0, 0, 10_000, aardappel]);
    expect(must('bank.unmatchedCash', {}).cents).toBe(10_000);
    expect(ledger.read.sqlite.prepare(`SELECT json_extract(reason, '$.code') FROM journal_entry ORDER BY id DESC LIMIT 1`).pluck().get()).toBe('over-payment-released');
    expect(broken()).toEqual([]);
  });

  it('keeps what else the second payment settled, and lets it be undone as before', () => {
    const { must, undo, decide, invoice, part, document, second, returnIds, open, left, account, broken } = paidAgain(14_800);
    const other = invoice(5_000);
    expect(decide(second, { parts: [part(document, 10_000), part(other, 4_800)], writeOffs: [{ ...part(other, 200), account: 'payment-difference' }] }).ok).toBe(true);
    expect(undo(returnIds).ok).toBe(true);
    expect([open(document), open(other), left(second), account('payment-difference')]).toEqual([0, 0, 10_000, 200]);
    const [kept] = must('bank.allocations', { limit: 1 }).allocations;
    expect(kept?.bankEntryId).toBe(second);
    expect(undo(kept === undefined ? [] : [kept.entryId]).ok).toBe(true);
    expect([open(document), open(other), left(second), account('payment-difference')]).toEqual([0, 5_000, 14_800, 0]);
    expect(broken()).toEqual([]);
  });

  it('gives back only what is too much: first what was given away, then the money, the latest payment first', () => {
    const { must, undo, decide, part, document, second, line, returnIds, open, left, account, broken } = paidAgain(6_000);
    must('bank.allocate', { bankEntryId: second, parts: [part(document, 6_000)] });
    const third = line(3_900, { from: iban, on: '2026-11-05' });
    decide(third, { parts: [part(document, 3_900)], writeOffs: [{ ...part(document, 100), account: 'payment-difference' }] });
    expect(undo(returnIds).ok).toBe(true);
    expect([open(document), left(second), left(third), account('payment-difference')]).toEqual([0, 6_000, 3_900, 0]);
    expect(broken()).toEqual([]);
  });

  it('of a payment in part leaves of the second payment what was still owed', () => {
    const { must, undo, invoice, line, part, open, left, broken } = cashWorld();
    const document = invoice(10_000);
    const first = line(6_000, { from: iban, endToEnd: 'E1', on: '2026-10-10' });
    must('bank.allocate', { bankEntryId: first, parts: [part(document, 6_000)] });
    const back = line(-6_000, { from: iban, endToEnd: 'E1', on: '2026-10-20', returned: 'AC04' });
    const { entryIds } = must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: first });
    const second = line(10_000, { from: iban, on: '2026-11-01' });
    must('bank.allocate', { bankEntryId: second, parts: [part(document, 10_000)] });
    undo(entryIds);
    expect([open(document), left(first), left(second)]).toEqual([0, 0, 6_000]);
    expect(broken()).toEqual([]);
  });

  it('can be booked again, and the invoice is then open again with the second payment beside it', () => {
    const { must, undo, part, document, receipt, back, second, returnIds, open, left, broken } = paidAgain(10_000);
    must('bank.allocate', { bankEntryId: second, parts: [part(document, 10_000)] });
    undo(returnIds);
    must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: receipt });
    expect([open(document), left(receipt), left(second)]).toEqual([10_000, 0, 10_000]);
    must('bank.allocate', { bankEntryId: second, parts: [part(document, 10_000)] });
    expect([open(document), left(second)]).toEqual([0, 0]);
    expect(broken()).toEqual([]);
  });

  it('of a payment in two currencies frees the whole of it', () => {
    const { must, undo, decide, invoice, line, part, open, left, account, broken } = cashWorld();
    const document = invoice(10_000, { currency: 'USD' });
    const exchange = { currency: 'USD', cents: cents(9_200) };
    const first = line(9_200, { endToEnd: 'E9', on: '2026-10-10' });
    decide(first, { parts: [part(document, 10_000)], exchange });
    const back = line(-9_200, { endToEnd: 'E9', on: '2026-10-20', returned: 'AC04' });
    const { entryIds } = must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: first });
    const second = line(9_200, { on: '2026-11-01' });
    decide(second, { parts: [part(document, 10_000)], exchange });
    undo(entryIds);
    expect([open(document), left(first), left(second), account('exchange')]).toEqual([0, 0, 9_200, 800]);
    expect(broken()).toEqual([]);
  });

  it('makes a credit note that was set against the invoice meanwhile a credit again, as far as it is too much', () => {
    const { must, undo, ledger, invoice, line, part, open, left, broken } = cashWorld();
    const document = invoice(10_000);
    const first = line(7_000, { from: iban, endToEnd: 'E1', on: '2026-10-10' });
    must('bank.allocate', { bankEntryId: first, parts: [part(document, 7_000)] });
    const back = line(-7_000, { from: iban, endToEnd: 'E1', on: '2026-10-20', returned: 'AC04' });
    const { entryIds } = must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: first });
    const creditNote = invoice(-8_000, { on: '2026-11-01' });
    ledger.write((db) => {
      const postings = creditNoteSetOff({ creditNoteId: creditNote, invoiceId: document, amountCents: cents(8_000) });
      const entryId = post(db, { kind: 'set-off', effectiveDate: plainDate('2026-11-01'), recordedAt: now, currency: 'EUR', actor: 'program', reason: { code: 'credit-note-names-invoice', params: {} }, importId: null, postings });
      insertSetOffAllocation(db, { entryId, fromDocumentId: creditNote, documentId: document, cents: cents(8_000), rule: 'credit-note-names-invoice' });
    });
    expect([open(document), open(creditNote)]).toEqual([2_000, 0]);
    undo(entryIds);
    expect([open(document), open(creditNote), left(first)]).toEqual([0, -5_000, 0]);
    expect(broken()).toEqual([]);
  });

  it('of a refund that went out twice leaves the second one waiting', () => {
    const { must, undo, invoice, line, open, left, broken } = cashWorld();
    const creditNote = invoice(-4_000);
    const refund = (on: string, endToEnd: string) => {
      const out = line(-4_000, { on, from: iban, name: 'Aardappel', endToEnd });
      must('bank.bookRefund', { bankEntryId: out, sources: [{ kind: 'document', id: creditNote, cents: cents(4_000) }] });
      return out;
    };
    const first = refund('2026-10-01', 'REF-1');
    const back = line(4_000, { on: '2026-10-04', from: iban, endToEnd: 'REF-1', returned: 'AC04' });
    const { entryIds } = must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: first });
    const second = refund('2026-10-10', 'REF-2');
    undo(entryIds);
    expect([open(creditNote), left(first), left(second)]).toEqual([0, 0, 0]);
    expect(must('bank.moneyBack', {}).lines.map(({ bankEntryId }) => bankEntryId)).toContain(second);
    expect(broken()).toEqual([]);
  });
});

describe('undoing the import of a statement', () => {
  it('with a return gives the second payment back to the customer', () => {
    const { ledger, must, bySecondImport, part, document, back, second, open, left, nameOn, broken } = paidAgain(10_000);
    must('bank.allocate', { bankEntryId: second, parts: [part(document, 10_000)] });
    bySecondImport(back);
    undoSecondImport(ledger);
    expect([open(document), left(second), nameOn(second)]).toEqual([0, 10_000, aardappel]);
    expect(broken()).toEqual([]);
  });

  it('that brought the payment and not its return books the return again when the payment is back', () => {
    const { ledger, must, bySecondImport, part, document, receipt, back, line, open, left, broken } = returned();
    expect(must('matching.run', {}).returned).toBe(1);
    bySecondImport(receipt);
    undoSecondImport(ledger);
    expect(open(document)).toBe(10_000);
    const again = line(10_000, { on: '2026-10-10', from: iban, endToEnd: 'INC-2026-0001' });
    must('bank.allocate', { bankEntryId: again, parts: [part(document, 10_000)] });
    expect(must('matching.run', {}).returned).toBe(1);
    expect([open(document), left(again), left(back)]).toEqual([10_000, 0, 0]);
    expect(broken()).toEqual([]);
  });
});

type Step = { readonly kind: 'pay' | 'return' | 'undo'; readonly receipt: number; readonly document: number; readonly share: number };
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom('pay', 'return', 'undo'), receipt: fc.nat(3), document: fc.nat(2), share: fc.constantFrom(50, 100, 100) });

/** A payment that went back, and another in its place: the rest may happen in any order. */
const start = fc.tuple(fc.nat(2), fc.constantFrom(50, 100), fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 1, 2)).map(([document, share, again, other]): readonly Step[] => [
  { kind: 'pay', receipt: 0, document, share },
  { kind: 'return', receipt: 0, document, share },
  { kind: 'pay', receipt: again, document, share: 100 },
  { kind: 'pay', receipt: 3, document: other, share: 50 },
  { kind: 'undo', receipt: 0, document, share },
]);

describe('payments that are returned, made again and taken back in any order', () => {
  it('never leave an invoice below nothing, and every payment is on an invoice, gone, or the customer\'s to use', () => {
    let released = 0;
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 10 }), (first, later) => {
        const { ledger, call, must, undo, invoice, line, part, open, left, broken } = cashWorld();
        const documents = [invoice(10_000), invoice(6_000), invoice(4_000)] as const;
        const receipts = [10_000, 10_000, 16_000, 6_000].map((amount, at) => ({ amount, id: line(amount, { endToEnd: `E${at}`, on: `2026-10-0${at + 1}`, from: iban, customerId: aardappel }) }));
        const returns = new Map<number, { readonly back: BankEntryId; readonly entryId: EntryId | null }>();
        for (const { kind, receipt: at, document: which, share } of [...first, ...later]) {
          const receipt = receipts[at];
          const known = returns.get(at);
          if (receipt === undefined) continue;
          if (kind === 'pay') {
            const wanted = [which, which + 1].flatMap((index) => documents[index] ?? []).map((document) => ({ document, amount: Math.trunc((open(document) * share) / 100) }));
            const fitting = wanted.filter(({ amount }) => amount > 0);
            if (fitting.length > 0) call('bank.allocate', { bankEntryId: receipt.id, parts: fitting.map(({ document, amount }) => part(document, amount)) });
          } else if (kind === 'return' && (known === undefined || known.entryId === null)) {
            const back = known?.back ?? line(-receipt.amount, { endToEnd: `E${at}`, on: '2026-10-20', from: iban });
            const [entryId] = must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: receipt.id }).entryIds;
            returns.set(at, { back, entryId: entryId ?? null });
          } else if (kind === 'undo' && known !== undefined && known.entryId !== null) {
            expect(undo([known.entryId]).ok).toBe(true);
            returns.set(at, { ...known, entryId: null });
          }
          const balances = documents.map(open);
          expect(balances.filter((balance) => balance < 0)).toEqual([]);
          const kept = receipts.filter((_, index) => (returns.get(index)?.entryId ?? null) === null);
          const paid = 20_000 - balances.reduce((sum, balance) => sum + balance, 0);
          expect(paid + kept.reduce((sum, { id }) => sum + left(id), 0)).toBe(kept.reduce((sum, { amount }) => sum + amount, 0));
        }
        expect(broken()).toEqual([]);
        released += Number(ledger.read.sqlite.prepare(`SELECT count(*) FROM journal_entry WHERE json_extract(reason, '$.code') = 'over-payment-released'`).pluck().get());
      }),
      { numRuns: 60 },
    );
    expect(released).toBeGreaterThan(0);
  }, 60_000);
});
