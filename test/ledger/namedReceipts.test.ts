/** Nobody is reminded of an invoice that waiting money names, whoever paid it and for whatever reason it waits. */
import { describe, expect, it } from 'vitest';
import { followUpPlan } from '../../src-main/ledger/followUp/followUpPlan.ts';
import { messagesInState } from '../../src-main/ledger/followUp/messages.ts';
import { stillTrue } from '../../src-main/ledger/followUp/sendCheck.ts';
import { aardappel, biet, cashToday, cashWorld } from './cashWorld.ts';

const [ofBiet, stranger] = ['NL20INGB0001234567', 'NL02RABO0123456789'];

/** Aardappel owes 500,00 on F2026-0003, long overdue. */
function owed(facts: { readonly number?: string; readonly reference?: string } = {}) {
  const world = cashWorld();
  world.run(`UPDATE customer SET email = 'crediteuren@aardappel.example' WHERE id = 1`);
  const document = world.invoice(50_000, { number: facts.number ?? 'F2026-0003', on: '2026-09-01', due: '2026-11-04' });
  if (facts.reference !== undefined) world.run('UPDATE document SET payment_reference = ?, reference_key = ? WHERE id = ?', facts.reference, facts.reference, document);
  const plan = (customerId: typeof aardappel | null = aardappel) => followUpPlan(world.ledger.read, { today: cashToday, customerId });
  return { ...world, document, plan, held: () => [...plan().held, ...plan(null).held.filter(({ customerId }) => customerId === aardappel)].map(({ reason }) => reason.code) };
}
const twice = ['held-named-receipt', 'held-named-receipt'];

describe('money that waits and names an invoice', () => {
  it('holds its reminder when it came from the account of another customer, and says which receipt', () => {
    const { must, run, line, plan, held, left } = owed();
    run(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, 2, 'person', '')`, ofBiet);
    const receipt = line(50_000, { from: ofBiet, name: 'Bakkerij Biet', text: 'F2026-0003', on: '2026-11-19' });
    must('matching.run', {});
    expect(left(receipt)).toBe(50_000);
    expect(plan().due).toEqual([]);
    expect(held()).toEqual(twice);
    expect(plan().held[0]?.reason).toEqual({ code: 'held-named-receipt', params: { amountCents: 50_000, bookDate: '2026-11-19', payer: 'Bakkerij Biet' } });
  });

  it.each([
    ['an unknown account with costs on top', 57_500, { text: 'F2026-0003 incl kosten' }],
    ['a part, without the letter and with other marks', 10_000, { text: 'factuur 2026/0003' }],
    ['two customers at once, from their accountant', 62_100, { text: 'F2026-0001 en F2026-0003' }],
    ['the number of the invoice in the field of the reference', 100, { reference: 'F20260003' }],
    ['the number in the end-to-end id', 100, { endToEnd: 'F2026-0003' }],
  ])('holds it for %s', (_what, amount, facts) => {
    const { invoice, must, line, held } = owed();
    invoice(12_100, { customerId: biet, number: 'F2026-0001', due: '2026-10-01' });
    line(amount, { from: stranger, name: 'M. de Boer', ...facts });
    must('matching.run', {});
    expect(held()).toEqual(twice);
  });

  it('reads a receipt anew that has the number of one which was given up with its import', () => {
    const { line, held, run } = owed();
    const given = line(100, { from: stranger, text: 'iets anders' });
    expect(held()).toEqual([]);
    run(`UPDATE bank_entry SET remittance = 'F2026-0003', entry_key = 'another' WHERE id = ?`, given);
    expect(held()).toEqual(twice);
  });

  it('holds it for a part by a structured reference in the text under another name', () => {
    const { must, line, held } = owed({ reference: 'RF18539007547034' });
    line(25_000, { from: stranger, name: 'M. de Boer', text: 'RF18 5390 0754 7034' });
    must('matching.run', {});
    expect(held()).toEqual(twice);
  });

  it('holds what a letter of ours asked for when the receipt names that letter', () => {
    const { run, line, document, held } = owed();
    run(
      `INSERT INTO message (id, customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, subject, text, content_sha256, approved_at, sent_at, sent_on, attempts)
       VALUES (1, 1, 'reminder-1', '2026-10-22', 'email', 'nl', 'a', 'a', 'H-2026-0118', '2026-11-06', '{}', '{}', 50000, 'sent', 's', 't', 'x', '2026-10-22', '2026-10-22', '2026-10-22', 0)`,
    );
    run('INSERT INTO message_document (message_id, document_id, open) VALUES (1, ?, 50000)', document);
    expect(held()).toEqual([]);
    line(25_000, { from: stranger, name: 'M. de Boer', text: 'uw brief H-2026-0118' });
    expect(held()).toEqual(twice);
  });

  it('does not hold what is not named, named in another currency, or named by chance', () => {
    const { run, line, held, plan } = owed({ number: '1211' });
    run(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, 2, 'person', '')`, ofBiet);
    line(7_500, { text: 'F2026-0004 en 21 november' });
    line(7_500, { text: '1211', currency: 'USD' });
    line(7_500, { text: 'bestelling 1211', from: ofBiet, customerId: biet });
    line(7_500, { text: '12-11 pin' });
    expect(held()).toEqual([]);
    expect(plan().due).toHaveLength(1);
    line(50_000, { text: 'bestelling 1211', from: ofBiet, customerId: biet });
    expect(held()).toEqual(twice);
  });

  it('holds it until it is assigned, also when it was set aside with a reason', () => {
    const { must, line, part, document, held, plan } = owed();
    const receipt = line(10_000, { from: stranger, text: 'F2026-0003' });
    must('bank.park', { bankEntryId: receipt, reason: 'bellen met de betaler', until: null });
    expect(held()).toEqual(twice);
    must('bank.unpark', { bankEntryId: receipt });
    must('bank.allocate', { bankEntryId: receipt, parts: [part(document, 10_000)] });
    expect(held()).toEqual([]);
    expect(plan().due).toHaveLength(1);
  });

  it('lets it go on when a person says that the money is another customer’s, or not for what it names', () => {
    const { must, line, held } = owed();
    const receipt = line(10_000, { from: stranger, text: 'F2026-0003' });
    must('bank.assignCustomer', { bankEntryId: receipt, customerId: biet });
    expect(held()).toEqual([]);
    must('bank.assignCustomer', { bankEntryId: receipt, customerId: null });
    expect(held()).toEqual(twice);
    must('bank.park', { bankEntryId: receipt, reason: 'hun eigen kenmerk', until: null, isForNothingNamed: true });
    expect(held()).toEqual([]);
    must('bank.unpark', { bankEntryId: receipt });
    expect(held()).toEqual(twice);
  });

  it('is counted with the receipt that the reminder waits for', () => {
    const { must, line } = owed();
    line(10_000, { from: stranger, name: 'M. de Boer', text: 'F2026-0003' });
    expect(must('bank.unmatched', { includeParked: false }).receipts.map(({ heldSteps }) => heldSteps)).toEqual([1]);
  });

  it('stops a message that was approved before it came in', () => {
    const { ledger, line, run, document } = owed();
    run(
      `INSERT INTO message (id, customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, subject, text, content_sha256, approved_at, attempts)
       VALUES (1, 1, 'reminder-1', '2026-11-22', 'email', 'nl', 'crediteuren@aardappel.example', 'a', 'H-1', '2026-12-06', '{}', '{}', 50000, 'approved', 's', 't', 'x', '2026-11-22T08:00:00Z', 0)`,
    );
    run('INSERT INTO message_document (message_id, document_id, open) VALUES (1, ?, 50000)', document);
    const verdict = () => messagesInState(ledger.read, 'approved').map((message) => stillTrue(ledger.read, message, cashToday));
    expect(verdict()).toEqual([null]);
    line(57_500, { from: stranger, name: 'M. de Boer', text: 'F2026-0003 incl kosten', on: '2026-11-12' });
    expect(verdict()).toEqual([{ code: 'cancel-named-receipt', params: { amountCents: 57_500, bookDate: '2026-11-12', payer: 'M. de Boer' } }]);
  });

  it('holds it while a booking on the review list names it', () => {
    const { run, line, plan } = owed();
    line(100, { customerId: biet });
    run(
      `INSERT INTO bank_doubt (import_file_id, own_account_id, entry_key, occurrence, twin_key, twin_occurrence, book_date, amount, currency, facts, bookings)
       SELECT s.import_file_id, s.own_account_id, 'key', 1, 'twin', 1, '2026-11-12', 1000, 'EUR', '{"addsUp":true}', ? FROM statement s LIMIT 1`,
      JSON.stringify([{ entryKey: 'key', bookDate: '2026-11-12', amount: 1000, currency: 'EUR', counterIban: null, remittance: 'F2026-0003' }]),
    );
    expect(plan().held.map(({ reason }) => reason)).toEqual([{ code: 'held-doubtful-booking', params: { amountCents: 1000, bookDate: '2026-11-12' } }]);
  });
});
