/** Nobody is reminded of what may be paid already, and follow-up goes on at the right step when money went back. */
import { describe, expect, it } from 'vitest';
import { followUpPlan } from '../../src-main/ledger/followUp/followUpPlan.ts';
import { messagesInState } from '../../src-main/ledger/followUp/messages.ts';
import { stillTrue } from '../../src-main/ledger/followUp/sendCheck.ts';
import { aardappel, biet, cashToday, cashWorld } from './cashWorld.ts';

const iban = 'NL91ABNA0417164300';

/** An overdue invoice of a customer with an address, and what the plan of the day says about it. */
function dunned() {
  const world = cashWorld();
  world.run(`UPDATE customer SET email = 'crediteuren@aardappel.example' WHERE id = 1`);
  const document = world.invoice(24_200, { on: '2026-09-01', due: '2026-11-04' });
  const plan = () => followUpPlan(world.ledger.read, { today: cashToday, customerId: aardappel });
  return { ...world, document, plan, held: () => plan().held.map(({ reason }) => reason.code) };
}

describe('a customer whose money waits', () => {
  it('is followed up when nothing waits', () => {
    const { plan } = dunned();
    expect(plan().due.map(({ stepKey }) => stepKey)).toEqual(['reminder-1']);
  });

  it('is held while a receipt from a known account is not decided, and goes on when it is', () => {
    const { must, line, run, held, plan } = dunned();
    run(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, 1, 'person', '')`, iban);
    const receipt = line(5_000, { from: iban });
    expect([held(), plan().due]).toEqual([['held-unmatched-receipt'], []]);
    must('bank.assignCustomer', { bankEntryId: receipt, customerId: biet });
    must('bank.park', { bankEntryId: receipt, reason: 'voor Biet', until: null });
    expect(held()).toEqual([]);
  });

  it('counts as one reminder for the receipt that it waits for, however many invoices it is about', () => {
    const { must, line, run, invoice, plan } = dunned();
    run(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, 1, 'person', '')`, iban);
    invoice(10_000, { due: '2026-09-29' });
    must('bank.assignCustomer', { bankEntryId: line(5_000, { from: iban }), customerId: aardappel });
    expect(plan().held.map(({ items }) => items.length)).toEqual([2]);
    expect(must('bank.unmatched', { includeParked: false }).receipts.map(({ heldSteps }) => heldSteps)).toEqual([1]);
  });

  it('is held when a stranger’s receipt is exactly the open amount, with the amount and the day as the reason', () => {
    const { must, line, plan, held } = dunned();
    const receipt = line(24_200, { name: 'Onbekende afzender', on: '2026-11-12' });
    expect(plan().due).toEqual([]);
    expect(plan().held.map(({ reason }) => reason)).toEqual([{ code: 'held-same-amount', params: { amountCents: 24_200, bookDate: '2026-11-12' } }]);
    expect(must('bank.unmatched', { includeParked: false }).receipts.map(({ heldSteps }) => heldSteps)).toEqual([1]);
    must('bank.park', { bankEntryId: receipt, reason: 'bekeken, niet van een klant', until: null });
    expect(held()).toEqual([]);
    expect(plan().due).toHaveLength(1);
  });

  it('is not held by another amount, another currency, money from before the invoice, or a receipt of another customer', () => {
    const { line, plan } = dunned();
    line(24_199);
    line(24_200, { currency: 'USD' });
    line(24_200, { on: '2026-08-31' });
    line(24_200, { customerId: biet });
    expect(plan().due).toHaveLength(1);
  });

  it('is held while a booking on the review list may be the payment, by account or by amount, and goes on when it is judged', () => {
    const { run, line, plan, held, document, ledger } = dunned();
    run(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, 1, 'person', '')`, iban);
    line(100, { customerId: biet });
    const waits = (amount: number, from: string | null): void =>
      run(
        `INSERT INTO bank_doubt (import_file_id, own_account_id, entry_key, occurrence, twin_key, twin_occurrence, book_date, amount, currency, facts, bookings)
         SELECT s.import_file_id, s.own_account_id, ?, 1, 'twin', 1, '2026-11-12', ?, 'EUR', '{"addsUp":true}', ? FROM statement s LIMIT 1`,
        `key ${amount}`,
        amount,
        JSON.stringify([{ entryKey: 'key', bookDate: '2026-11-12', amount, currency: 'EUR', counterIban: from }]),
      );
    waits(-24_200, null);
    expect(plan().due).toHaveLength(1);
    waits(24_200, null);
    expect(plan().held.map(({ reason }) => reason)).toEqual([{ code: 'held-doubtful-booking', params: { amountCents: 24_200, bookDate: '2026-11-12' } }]);
    run(`UPDATE bank_doubt SET verdict = 'new', decided_at = 'later'`);
    expect(held()).toEqual([]);
    waits(7_500, 'NL91 ABNA 0417 1643 00');
    expect(plan().held.map(({ reason }) => reason)).toEqual([{ code: 'held-doubtful-booking', params: { amountCents: 7_500, bookDate: '2026-11-12' } }]);
    const message = { messageId: 0, customerId: aardappel } as Parameters<typeof stillTrue>[1];
    expect(document).toBeGreaterThan(0);
    expect(stillTrue(ledger.read, message, cashToday)?.code).toBe('cancel-unmatched');
  });

  it('is held by the undisputed part too, when exactly that came in', () => {
    const { line, run, document, held } = dunned();
    run(`INSERT INTO dispute (document_id, cents, reason, opened_on) VALUES (?, 4200, 'schade', '2026-10-01')`, document);
    line(20_000);
    expect(held()).toEqual(['held-same-amount']);
  });
});

describe('a message that is approved and waits to be sent', () => {
  it('does not go out when exactly its amount came in from a stranger meanwhile', () => {
    const { ledger, line, run, document } = dunned();
    run(
      `INSERT INTO message (id, customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, subject, text, content_sha256, approved_at, attempts)
       VALUES (1, 1, 'reminder-1', '2026-11-22', 'email', 'nl', 'crediteuren@aardappel.example', 'a', 'H-1', '2026-12-06', '{}', '{}', 24200, 'approved', 's', 't', 'x', '2026-11-22T08:00:00Z', 0)`,
    );
    run('INSERT INTO message_document (message_id, document_id, open) VALUES (1, ?, 24200)', document);
    const verdict = () => messagesInState(ledger.read, 'approved').map((message) => stillTrue(ledger.read, message, cashToday));
    expect(verdict()).toEqual([null]);
    line(24_200, { name: 'Onbekende afzender', on: '2026-11-12' });
    expect(verdict()).toEqual([{ code: 'cancel-same-amount', params: { amountCents: 24_200 } }]);
  });
});

describe('follow-up after a return', () => {
  it('goes on with the step that was next before the payment, from the day we learned of it, and calls none missed', () => {
    const { must, line, part, run, document, plan } = dunned();
    const receipt = line(24_200, { on: '2026-10-10', from: iban, endToEnd: 'E1' });
    must('bank.allocate', { bankEntryId: receipt, parts: [part(document, 24_200)] });
    expect(plan().due).toEqual([]);
    line(-24_200, { on: '2026-11-19', from: iban, endToEnd: 'E1', returned: 'MD06' });
    must('matching.run', {});
    expect(plan().due.map(({ stepKey }) => stepKey)).toEqual(['reminder-1']);
    expect(plan().missed).toEqual([]);
    // Where a first reminder had gone out before the payment, the second one follows.
    run(
      `INSERT INTO message (id, customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, subject, text, content_sha256, approved_at, sent_at, sent_on, attempts)
       VALUES (1, 1, 'reminder-1', '2026-10-02', 'email', 'nl', 'a', 'a', 'H-1', '2026-10-16', '{}', '{}', 24200, 'sent', 's', 't', 'x', '2026-10-02', '2026-10-02', '2026-10-02', 1)`,
    );
    run('INSERT INTO message_document (message_id, document_id, open) VALUES (1, ?, 24200)', document);
    expect(plan().due.map(({ stepKey }) => stepKey)).toEqual(['reminder-2']);
  });

  it('is not touched by a return that was undone', () => {
    const { must, undo, line, part, document, plan } = dunned();
    const receipt = line(24_200, { on: '2026-10-10', from: iban, endToEnd: 'E1' });
    must('bank.allocate', { bankEntryId: receipt, parts: [part(document, 24_200)] });
    const back = line(-24_200, { on: '2026-11-19', from: iban, endToEnd: 'E1', returned: 'MD06' });
    undo(must('bank.bookReturn', { bankEntryId: back, returnedBankEntryId: receipt }).entryIds);
    expect(plan().due).toEqual([]);
  });
});
