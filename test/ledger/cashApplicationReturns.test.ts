/** Money that went back: direct debits and transfers that the bank took back, refunds, and refunds that came back. */
import { describe, expect, it } from 'vitest';
import { undoImport } from '../../src-main/features/imports/undoImport.ts';
import type { Ledger, Steps } from '../../src-main/ledger/connection.ts';
import { readDunningFacts } from '../../src-main/ledger/followUp/dunningFactsRead.ts';
import { returnedPayments } from '../../src-main/ledger/cash/returnedPayments.ts';
import type { ImportId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { aardappel, cashToday, cashWorld } from './cashWorld.ts';
import { codeOf, now } from './ledgers.ts';

const iban = 'NL91ABNA0417164300';

/** Undoes import 2, all steps in one go. */
const undoneAtOnce = (ledger: Ledger): ReturnType<typeof undoImport> extends Steps<infer T> ? T : never =>
  ledger.write((db) => {
    const steps = undoImport(db, { importId: 2 as ImportId, at: now, tell: () => undefined });
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  });

/** An invoice that was paid by direct debit on 10 October, and the line that takes it back on 20 October. */
function returned(facts: { readonly amount?: number; readonly endToEnd?: string } = {}) {
  const world = cashWorld();
  const document = world.invoice(10_000);
  const receipt = world.line(10_000, { on: '2026-10-10', from: iban, endToEnd: 'INC-2026-0001' });
  world.must('bank.allocate', { bankEntryId: receipt, parts: [world.part(document, 10_000)] });
  const back = world.line(facts.amount ?? -10_000, { on: '2026-10-20', from: iban, endToEnd: facts.endToEnd ?? 'INC-2026-0001', returned: 'MD06' });
  return { ...world, document, receipt, back };
}

describe('a returned direct debit', () => {
  it('opens the invoice again from the day of the return, and the day before it was paid', () => {
    const { must, document, receipt, back, open, left, openAsOf, broken } = returned();
    expect(must('matching.run', {})).toMatchObject({ returned: 1, booked: 0 });
    expect([open(document), left(receipt), left(back)]).toEqual([10_000, 0, 0]);
    expect([openAsOf(document, '2026-10-09'), openAsOf(document, '2026-10-19'), openAsOf(document, '2026-10-20')]).toEqual([10_000, 0, 10_000]);
    expect(broken()).toEqual([]);
  });

  it('is no decision of the day any more once it is booked, and a second run books nothing', () => {
    const { ledger, must, entries } = returned();
    expect(returnedPayments(ledger.read, cashToday)).toHaveLength(1);
    must('matching.run', {});
    expect(returnedPayments(ledger.read, cashToday)).toEqual([]);
    const after = entries();
    expect(must('matching.run', {}).returned).toBe(0);
    expect(entries()).toBe(after);
  });

  it('is undone by counter-entries, and is then left to people', () => {
    const { must, undo, document, receipt, back, open, left, broken } = returned();
    const { entryIds, reopened } = must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: receipt });
    expect(reopened).toEqual([{ documentId: document, number: 'F1', cents: 10_000 }]);
    expect(undo(entryIds).ok).toBe(true);
    expect([open(document), left(receipt), left(back)]).toEqual([0, 0, 0]);
    expect(must('matching.run', {}).returned).toBe(0);
    expect(must('bank.moneyBack', {}).lines.map(({ bankEntryId }) => bankEntryId)).toEqual([back]);
    expect(broken()).toEqual([]);
  });

  it('cannot be undone on the side of the payment: the return is undone first', () => {
    const { must, undo, receipt, back, ledger, broken } = returned();
    must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: receipt });
    const [payment] = ledger.read.sqlite.prepare('SELECT entry_id FROM allocation WHERE bank_entry_id = ?').pluck().all(receipt) as never[];
    expect(payment).toBeDefined();
    expect(codeOf(undo([payment as never]))).toBe('not-allowed-now');
    expect(broken()).toEqual([]);
  });

  it('with costs of the bank leaves them as bank costs and proposes them as a claim, which goes away with the return', () => {
    const { must, undo, call, document, receipt, back, open, account, ledger, broken } = returned({ amount: -10_250 });
    const { entryIds, claim } = must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: receipt });
    expect(claim).toEqual({ customerId: aardappel, cents: 250 });
    expect([open(document), account('bank-charges')]).toEqual([10_000, 250]);
    const [entryId] = entryIds;
    if (entryId === undefined || claim === null) throw new Error('nothing was booked');
    const made = must('bank.claimReturnCosts', { entryId, customerId: claim.customerId, cents: claim.cents });
    expect([open(made.documentId), account('cost-income')]).toEqual([250, -250]);
    expect(codeOf(call('bank.claimReturnCosts', { entryId, customerId: claim.customerId, cents: claim.cents }))).toBe('not-allowed-now');
    expect(broken()).toEqual([]);
    undo(entryIds);
    expect([open(document), open(made.documentId), account('bank-charges'), account('cost-income')]).toEqual([0, 0, 0, 0]);
    expect(ledger.read.sqlite.prepare('SELECT removed_at IS NOT NULL FROM document WHERE id = ?').pluck().get(made.documentId)).toBe(1);
    expect(broken()).toEqual([]);
  });

  it('takes back everything that was decided about the payment: the discount that was granted, and the rest that was credit', () => {
    const { must, decide, invoice, line, part, open, left, account, broken } = cashWorld();
    const [first, second] = [invoice(10_000), invoice(5_000)];
    const receipt = line(15_000, { from: iban, endToEnd: 'E1', on: '2026-10-10' });
    expect(decide(receipt, { parts: [part(first, 9_800), part(second, 5_000)], writeOffs: [{ ...part(first, 200), account: 'early-payment-discount' }] }).ok).toBe(true);
    expect([open(first), open(second), left(receipt), account('early-payment-discount')]).toEqual([0, 0, 200, 200]);
    line(-15_000, { from: iban, endToEnd: 'E1', on: '2026-10-20', returned: 'AC04' });
    expect(must('matching.run', {}).returned).toBe(1);
    expect([open(first), open(second), left(receipt), account('early-payment-discount')]).toEqual([10_000, 5_000, 0, 0]);
    expect(broken()).toEqual([]);
  });

  it('of a payment that was never assigned takes the money away and holds no follow-up any longer', () => {
    const { ledger, must, line, left, run, broken } = cashWorld();
    run(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, 1, 'person', '')`, iban);
    const receipt = line(7_700, { from: iban, endToEnd: 'E7' });
    line(-7_700, { from: iban, endToEnd: 'E7', on: '2026-10-18', returned: 'AM04' });
    expect(must('matching.run', {}).returned).toBe(1);
    expect(left(receipt)).toBe(0);
    expect(readDunningFacts(ledger.read, { today: cashToday, customerId: aardappel }).customers.flatMap(({ unmatchedReceipts }) => unmatchedReceipts)).toEqual([]);
    expect(broken()).toEqual([]);
  });

  it('is proposed and not booked when two payments fit as well, when the bank does not call it one, and when only the amount is the same', () => {
    const { must, line } = cashWorld();
    line(5_000, { from: iban, on: '2026-09-10' });
    line(5_000, { from: iban, on: '2026-09-20' });
    const twice = line(-5_000, { from: iban, on: '2026-10-20', returned: 'MD06' });
    line(6_000, { endToEnd: 'E6', on: '2026-09-10', customerId: aardappel, from: 'NL02ABNA0123456789' });
    const silent = line(-6_000, { endToEnd: 'E6', on: '2026-10-20', customerId: aardappel });
    line(8_000, { from: 'BE71096123456769', on: '2026-09-10' });
    const amountOnly = line(-8_000, { on: '2026-10-20', returned: 'return' });
    expect(must('matching.run', {}).returned).toBe(0);
    const { lines } = must('bank.moneyBack', {});
    const returnsOf = (bankEntryId: number) => lines.find((one) => one.bankEntryId === bankEntryId)?.returns ?? [];
    expect(returnsOf(twice)).toHaveLength(2);
    expect(returnsOf(silent).map(({ isCertain }) => isCertain)).toEqual([false]);
    expect(returnsOf(amountOnly)).toEqual([]);
  });

  it('is found by mandate and amount, by reference, or by the number of the invoice in the text', () => {
    const world = cashWorld();
    const paid = (amount: number, facts: Parameters<typeof world.line>[1]) => {
      const document = world.invoice(amount, { number: `2026-0${amount}` });
      const receipt = world.line(amount, { on: '2026-10-01', ...facts });
      world.must('bank.allocate', { bankEntryId: receipt, parts: [world.part(document, amount)] });
      return document;
    };
    const documents = [paid(1_111, { mandate: 'M-77' }), paid(2_222, { reference: '190506321290' }), paid(3_333, {})];
    world.line(-1_111, { on: '2026-10-20', mandate: 'M-77', returned: 'MD01' });
    world.line(-2_222, { on: '2026-10-20', reference: '190506321290', returned: 'AC01' });
    world.line(-3_333, { on: '2026-10-20', text: 'Retour factuur 2026-03333', returned: 'return' });
    expect(world.must('matching.run', {}).returned).toBe(3);
    expect(documents.map(world.open)).toEqual([1_111, 2_222, 3_333]);
    expect(world.broken()).toEqual([]);
  });

  it('waits for a person when policy says so', () => {
    const { must, document, open } = returned();
    const { policy } = must('matching.policy', {});
    must('matching.savePolicy', { policy: { ...policy, mayBookReturns: false } });
    expect(must('matching.run', {}).returned).toBe(0);
    expect(open(document)).toBe(0);
  });

  it('of a payment in another currency than the invoice opens the invoice in its own currency', () => {
    const { must, decide, invoice, line, part, open, left, account, broken } = cashWorld();
    const document = invoice(10_000, { currency: 'USD' });
    const receipt = line(9_200, { endToEnd: 'E9', on: '2026-10-10' });
    expect(decide(receipt, { parts: [part(document, 10_000)], exchange: { currency: 'USD', cents: cents(9_200) } }).ok).toBe(true);
    expect(open(document)).toBe(0);
    line(-9_200, { endToEnd: 'E9', on: '2026-10-20', returned: 'AC04' });
    expect(must('matching.run', {}).returned).toBe(1);
    expect([open(document), left(receipt), account('exchange')]).toEqual([10_000, 0, 0]);
    expect(broken()).toEqual([]);
  });
});

describe('undoing the import of a statement', () => {
  it('takes back with its lines everything that was decided about them: differences, exchange, returns and the claim for their costs', () => {
    const world = cashWorld();
    const { ledger, must, decide, invoice, line, part, open, account, run, broken } = world;
    run(`INSERT INTO import (id, kind, at, problems) VALUES (2, 'bank', '', 0)`);
    run(`INSERT INTO import_file (id, import_id, name, reader, sha256, size, deflated) VALUES (2, 2, 'b', 'camt053', '${'1'.repeat(64)}', 0, x'0300')`);
    run(`INSERT INTO statement (id, own_account_id, import_file_id, currency, adds_up, difference, entries) VALUES (2, 1, 2, 'EUR', 1, 0, 0)`);
    const ofSecond = (bankEntryId: number) => {
      run('UPDATE bank_entry SET statement_id = 2 WHERE id = ?', bankEntryId);
      return bankEntryId as ReturnType<typeof line>;
    };
    const [discounted, dollars, debited] = [invoice(10_000), invoice(20_000, { currency: 'USD' }), invoice(30_000)];
    must('bank.allocate', { bankEntryId: line(30_000, { from: iban, endToEnd: 'E3', on: '2026-10-01' }), parts: [part(debited, 30_000)] });
    decide(ofSecond(line(9_800)), { parts: [part(discounted, 9_800)], writeOffs: [{ ...part(discounted, 200), account: 'early-payment-discount' }] });
    decide(ofSecond(line(18_000)), { parts: [part(dollars, 20_000)], exchange: { currency: 'USD', cents: cents(18_000) } });
    ofSecond(line(-30_100, { from: iban, endToEnd: 'E3', on: '2026-10-20', returned: 'MD06' }));
    expect(must('matching.run', {}).returned).toBe(1);
    const entryId = ledger.read.sqlite.prepare('SELECT entry_id FROM money_back').pluck().get() as never;
    const claim = must('bank.claimReturnCosts', { entryId, customerId: aardappel, cents: cents(100) }).documentId;
    expect([discounted, dollars, debited, claim].map(open)).toEqual([0, 0, 30_000, 100]);
    expect(undoneAtOnce(ledger).ok).toBe(true);
    expect([discounted, dollars, debited, claim].map(open)).toEqual([10_000, 20_000, 0, 0]);
    expect(['early-payment-discount', 'exchange', 'bank-charges', 'cost-income'].map(account)).toEqual([0, 0, 0, 0]);
    expect(ledger.read.sqlite.prepare('SELECT removed_at IS NOT NULL FROM document WHERE id = ?').pluck().get(claim)).toBe(1);
    expect(broken()).toEqual([]);
  });

  it('forgets the accounts, names and habits that only its receipts taught, and keeps what other receipts speak for', () => {
    const { ledger, must, decide, invoice, line, part, run, broken } = cashWorld();
    run(`INSERT INTO import (id, kind, at, problems) VALUES (2, 'bank', '', 0)`);
    run(`INSERT INTO import_file (id, import_id, name, reader, sha256, size, deflated) VALUES (2, 2, 'b', 'camt053', '${'1'.repeat(64)}', 0, x'0300')`);
    run(`INSERT INTO statement (id, own_account_id, import_file_id, currency, adds_up, difference, entries) VALUES (2, 1, 2, 'EUR', 1, 0, 0)`);
    const [shared, onlyHere, named] = ['NL91ABNA0417164300', 'NL02ABNA0123456789', 'BE68539007547034'];
    const facts = (): readonly string[] => must('matching.learned', {}).facts.map(({ kind, key, times }) => `${kind} ${key} ${times}`);
    must('bank.allocate', { bankEntryId: line(1_000, { from: shared }), parts: [part(invoice(1_000), 1_000)] });
    const before = facts();
    const second = [
      [line(1_100, { from: shared }), 1_100],
      [line(1_200, { from: onlyHere, name: 'Groothandel Peen' }), 1_200],
    ] as const;
    for (const [receipt, amount] of second) must('bank.allocate', { bankEntryId: receipt, parts: [part(invoice(amount), amount)] });
    const discounted = line(980);
    decide(discounted, { parts: [part(invoice(1_000), 980)], writeOffs: [{ ...part(invoice(20), 20), account: 'early-payment-discount' }] });
    const told = line(77_700, { from: named });
    must('bank.assignCustomer', { bankEntryId: told, customerId: aardappel });
    expect(facts().length).toBeGreaterThan(before.length + 2);
    run(`UPDATE bank_entry SET statement_id = 2 WHERE id IN (${[...second.map(([receipt]) => receipt), discounted, told].join(', ')})`);
    expect(undoneAtOnce(ledger).ok).toBe(true);
    expect(facts()).toEqual(before);
    expect(broken()).toEqual([]);
  });
});

describe('a refund to a customer', () => {
  it('is set against a credit note, which is then settled', () => {
    const { must, undo, invoice, line, open, left, broken } = cashWorld();
    const creditNote = invoice(-4_000);
    const out = line(-4_000, { name: 'Aardappel B.V.' });
    const [shown] = must('bank.moneyBack', {}).lines;
    expect(shown?.refunds).toMatchObject([{ kind: 'document', id: creditNote, available: 4_000, evidence: [{ code: 'refund-exact' }] }]);
    const { entryIds } = must('bank.bookRefund', { bankEntryId: out, sources: [{ kind: 'document', id: creditNote, cents: cents(4_000) }] });
    expect([open(creditNote), left(out)]).toEqual([0, 0]);
    expect(must('bank.moneyBack', {}).lines).toEqual([]);
    expect(broken()).toEqual([]);
    undo(entryIds);
    expect(open(creditNote)).toBe(-4_000);
    expect(broken()).toEqual([]);
  });

  it('is set against a double payment, and against several things at once', () => {
    const { must, invoice, line, open, left, broken } = cashWorld();
    const creditNote = invoice(-1_000);
    const double = line(2_500, { from: iban, customerId: aardappel });
    const out = line(-3_500, { on: '2026-11-01', from: iban, customerId: aardappel });
    const sources = [
      { kind: 'document' as const, id: creditNote, cents: cents(1_000) },
      { kind: 'receipt' as const, id: double, cents: cents(2_500) },
    ];
    must('bank.bookRefund', { bankEntryId: out, sources });
    expect([open(creditNote), left(double)]).toEqual([0, 0]);
    expect(broken()).toEqual([]);
  });

  it('must be accounted for in full, with no more than is owed, and only once', () => {
    const { call, must, invoice, line, entries, broken } = cashWorld();
    const creditNote = invoice(-4_000);
    const out = line(-5_000, { name: 'Aardappel' });
    const before = entries();
    const refund = (amount: number) => codeOf(call('bank.bookRefund', { bankEntryId: out, sources: [{ kind: 'document', id: creditNote, cents: cents(amount) }] }));
    expect([refund(4_000), refund(5_000)]).toEqual(['money-back-differs', 'money-back-differs']);
    expect(entries()).toBe(before);
    const exact = line(-4_000, { name: 'Aardappel' });
    const source = [{ kind: 'document' as const, id: creditNote, cents: cents(4_000) }];
    must('bank.bookRefund', { bankEntryId: exact, sources: source });
    expect(codeOf(call('bank.bookRefund', { bankEntryId: exact, sources: source }))).toBe('not-allowed-now');
    expect(broken()).toEqual([]);
  });

  it('that comes back makes the credit open again', () => {
    const { must, invoice, line, open, left, broken } = cashWorld();
    const creditNote = invoice(-4_000);
    const out = line(-4_000, { on: '2026-10-01', from: iban, name: 'Aardappel', endToEnd: 'REF-1' });
    must('bank.bookRefund', { bankEntryId: out, sources: [{ kind: 'document', id: creditNote, cents: cents(4_000) }] });
    const back = line(4_000, { on: '2026-10-04', from: iban, endToEnd: 'REF-1', returned: 'AC04' });
    expect(must('matching.run', {}).returned).toBe(1);
    expect([open(creditNote), left(back), left(out)]).toEqual([-4_000, 0, 0]);
    expect(broken()).toEqual([]);
  });

  it('out of the rest of a payment has to be undone before that payment can be returned', () => {
    const { call, must, invoice, line, part, left, broken } = cashWorld();
    const receipt = line(12_500, { on: '2026-10-01', from: iban, endToEnd: 'E2' });
    must('bank.allocate', { bankEntryId: receipt, parts: [part(invoice(10_000), 10_000)] });
    const out = line(-2_500, { on: '2026-10-05', from: iban });
    must('bank.bookRefund', { bankEntryId: out, sources: [{ kind: 'receipt', id: receipt, cents: cents(2_500) }] });
    const back = line(-12_500, { on: '2026-10-20', from: iban, endToEnd: 'E2', returned: 'MD06' });
    expect(must('matching.run', {}).returned).toBe(0);
    expect(codeOf(call('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: receipt }))).toBe('not-allowed-now');
    expect(left(receipt)).toBe(0);
    expect(broken()).toEqual([]);
  });
});
