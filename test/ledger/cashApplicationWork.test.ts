/** What stands around the decisions: policy, what was learned, remittance advice, questions to payers, and unmatched cash as a figure. */
import { describe, expect, it } from 'vitest';
import { cents, negateCents } from '../../src-shared/money.ts';
import type { BankEntryId } from '../../src-shared/ids.ts';
import { aardappel, biet, cashWorld } from './cashWorld.ts';
import { codeOf, valueOf } from './ledgers.ts';

const iban = 'NL91ABNA0417164300';

describe('the policy of an administration', () => {
  it('is cautious until somebody chooses, and every change stands in the log with its day', () => {
    const { ledger, must } = cashWorld();
    const { policy, changedAt } = must('matching.policy', {});
    expect([policy.smallDifferenceMaxCents, policy.mayBook['name-amount'], changedAt]).toEqual([5, false, null]);
    must('matching.savePolicy', { policy: { ...policy, smallDifferenceMaxCents: cents(10) } });
    expect(must('matching.policy', {})).toMatchObject({ policy: { smallDifferenceMaxCents: 10 }, changedAt: '2026-11-22T09:00:00.000Z' });
    const detail = ledger.read.sqlite.prepare(`SELECT json_extract(detail, '$.was.smallDifferenceMaxCents'), json_extract(detail, '$.is.smallDifferenceMaxCents') FROM event WHERE kind = 'matching-policy'`).raw().all();
    expect(detail).toEqual([[5, 10]]);
  });

  it('refuses tolerances without measure', () => {
    const { call, must } = cashWorld();
    const { policy } = must('matching.policy', {});
    expect(() => call('matching.savePolicy', { policy: { ...policy, smallDifferenceMaxCents: cents(100_000) } })).toThrow();
  });

  it('decides what the program books by itself', () => {
    const { must, invoice, line, open, broken } = cashWorld();
    const document = invoice(24_200, { number: '2026-0403' });
    line(24_200, { text: 'factuur 2026-0403', from: iban });
    const { policy } = must('matching.policy', {});
    must('matching.savePolicy', { policy: { ...policy, mayBook: { ...policy.mayBook, number: false } } });
    expect(must('matching.run', {}).booked).toBe(0);
    must('matching.savePolicy', { policy });
    expect(must('matching.run', {}).booked).toBe(1);
    expect(open(document)).toBe(0);
    expect(broken()).toEqual([]);
  });

  it('writes a few cents off by itself within the limit, on the account of differences, reversibly', () => {
    const { must, undo, invoice, line, open, account, broken } = cashWorld();
    const document = invoice(24_200, { number: '2026-0403' });
    line(24_197, { text: 'factuur 2026-0403', from: iban, name: 'Aardappel' });
    expect(must('matching.run', {}).booked).toBe(1);
    expect([open(document), account('payment-difference')]).toEqual([0, 3]);
    const [row] = must('bank.writtenOff', { limit: 10 }).rows;
    expect(row).toMatchObject({ cents: 3, byPerson: false, number: '2026-0403' });
    if (row === undefined) throw new Error('nothing was written off');
    undo([row.entryId]);
    expect([open(document), account('payment-difference')]).toEqual([24_200, 0]);
    expect(broken()).toEqual([]);
  });
});

describe('what was learned', () => {
  it('shows the account and the name of a payer that a person confirmed, and settles the next receipt by them', () => {
    const { must, invoice, line, part, open } = cashWorld();
    must('bank.allocate', { bankEntryId: line(1_000, { from: iban, name: 'J. Jansen Holding' }), parts: [part(invoice(1_000), 1_000)] });
    expect(must('matching.learned', {}).facts.map(({ kind, key, customerName, counts }) => [kind, key, customerName, counts])).toEqual([
      ['account', iban, 'Aardappel', true],
      ['name', 'j jansen holding', 'Aardappel', true],
    ]);
    const next = invoice(4_321);
    line(4_321, { from: iban });
    expect(must('matching.run', {}).booked).toBe(1);
    expect(open(next)).toBe(0);
  });

  it('is revoked by a person, and the program does not learn it again by itself', () => {
    const { call, must, invoice, line, part, nameOn } = cashWorld();
    must('bank.allocate', { bankEntryId: line(1_000, { from: iban }), parts: [part(invoice(1_000), 1_000)] });
    const waiting = line(777, { from: iban });
    must('matching.run', {});
    expect(nameOn(waiting)).toBe(aardappel);
    must('matching.forget', { kind: 'account', key: iban, customerId: aardappel });
    expect([nameOn(waiting), must('matching.learned', {}).facts]).toEqual([null, []]);
    invoice(5_000, { number: '2026-0500' });
    line(5_000, { text: '2026-0500', from: iban });
    expect(must('matching.run', {}).booked).toBe(1);
    expect(must('matching.learned', {}).facts).toEqual([]);
    expect(codeOf(call('matching.forget', { kind: 'account', key: iban, customerId: aardappel }))).toBe('not-found');
    must('bank.assignCustomer', { bankEntryId: waiting, customerId: aardappel });
    expect(must('matching.learned', {}).facts.map(({ key }) => key)).toEqual([iban]);
  });

  it('counts the habit of taking off a discount from the second time, and one less when a decision is undone', () => {
    const { must, undo, decide, invoice, line, part } = cashWorld();
    const pay = () => {
      const document = invoice(10_000);
      return valueOf(decide(line(9_800), { parts: [part(document, 9_800)], writeOffs: [{ ...part(document, 200), account: 'early-payment-discount' }] })).entryIds;
    };
    const habits = () => must('matching.learned', {}).facts.map(({ kind, times, maxCents, counts }) => [kind, times, maxCents, counts]);
    pay();
    expect(habits()).toEqual([['takes-discount', 1, 200, false]]);
    const second = pay();
    expect(habits()).toEqual([['takes-discount', 2, 200, true]]);
    undo(second);
    expect(habits()).toEqual([['takes-discount', 1, 200, false]]);
    must('matching.forget', { kind: 'takes-discount', key: '', customerId: aardappel });
    expect(habits()).toEqual([]);
  });

  it('follows a correction: undone for one customer and given to another, the account is the other’s', () => {
    const { must, undo, invoice, line, part } = cashWorld();
    const receipt = line(1_000, { from: iban, name: 'Onbekend Beheer' });
    undo(must('bank.allocate', { bankEntryId: receipt, parts: [part(invoice(1_000), 1_000)] }).entryIds);
    must('bank.allocate', { bankEntryId: receipt, parts: [part(invoice(1_000, { customerId: biet }), 1_000)] });
    expect(must('matching.learned', {}).facts.map(({ kind, customerId }) => [kind, customerId])).toEqual([['account', biet], ['name', biet]]);
  });
});

describe('a remittance advice', () => {
  it('becomes a proposal for the receipt, line by line, and books nothing', () => {
    const { must, invoice, line, part, entries } = cashWorld();
    const [first, second, creditNote] = [invoice(118_580, { number: '2026-0403' }), invoice(60_000, { number: '2026-0420' }), invoice(-2_100, { number: 'CN-0007' })];
    const settled = invoice(5_000, { number: '2026-0380' });
    must('bank.allocate', { bankEntryId: line(5_000), parts: [part(settled, 5_000)] });
    const receipt = line(166_480);
    const before = entries();
    const text = 'Factuur;Betaald\n2026-0403;1.185,80\n20260420;500,00\nCN-0007;-21,00\n2026-0380;50,00\n2026-9999;10,00\n2026-0403;1.185,80\nTotaal;1.664,80';
    const advice = must('bank.readRemittance', { bankEntryId: receipt, text });
    expect(advice.lines.map(({ number, state }) => [number, state])).toEqual([
      ['2026-0403', 'fits'],
      ['20260420', 'part'],
      ['CN-0007', 'fits'],
      ['2026-0380', 'settled'],
      ['2026-9999', 'unknown'],
      ['2026-0403', 'twice'],
    ]);
    expect(advice.parts.map(({ documentId, cents: amount }) => [documentId, amount])).toEqual([[first, 118_580], [second, 50_000], [creditNote, -2_100]]);
    expect([advice.sum, advice.rest, advice.stated]).toEqual([166_480, 0, 166_480]);
    expect(entries()).toBe(before);
    must('bank.allocate', { bankEntryId: receipt, parts: advice.parts.map(({ documentId, cents: amount }) => part(documentId, amount)) });
  });
});

describe('the settlement of a payment service', () => {
  it('is read from its file, and what is missing is its fee', () => {
    const { must, decide, invoice, line, part, left, account, broken } = cashWorld();
    for (let at = 1; at <= 20; at += 1) invoice(2_500, { number: `F-${10_000 + at}` });
    const payout = line(20 * 2_466, { name: 'Betaaldienst' });
    const rows = Array.from({ length: 20 }, (_, at) => `F-${10_001 + at};25,00;0,34;24,66`);
    const advice = must('bank.readRemittance', { bankEntryId: payout, text: ['Order;Gross;Fee;Net', ...rows].join('\n') });
    expect([advice.parts.length, advice.sum, advice.rest]).toEqual([20, 50_000, -680]);
    expect(decide(payout, { parts: advice.parts.map(({ documentId, cents: amount }) => part(documentId, amount)), fee: negateCents(advice.rest) }).ok).toBe(true);
    expect([left(payout), account('bank-charges')]).toEqual([0, 680]);
    expect(broken()).toEqual([]);
  });
});

describe('asking the payer', () => {
  it('prepares a mail to the payment contact in the customer’s language, sends nothing, and remembers when it was asked', () => {
    const { must, invoice, line, run, entries } = cashWorld();
    run(
      `INSERT INTO contact (customer_id, name, role, email, phone, language, is_payment_contact, can_release_payment) VALUES (2, 'Marie Dubois', 'accounts-payable', 'compta@biet.example', '', 'fr', 1, 0)`,
    );
    invoice(12_500, { customerId: biet, number: '2026-0077' });
    const receipt = line(10_000, { customerId: biet, text: 'Merci & à bientôt', from: iban });
    const before = entries();
    const draft = must('bank.askPayer', { bankEntryId: receipt, customerId: null, language: null });
    expect(draft).toMatchObject({ customerId: biet, to: 'compta@biet.example', contactName: 'Marie Dubois', language: 'fr', askedOn: null });
    expect(draft.text).toContain('2026-0077');
    expect(draft.mailto.startsWith('mailto:compta%40biet.example?subject=Votre%20paiement')).toBe(true);
    expect(draft.mailto).not.toMatch(/[\s<>"]/);
    expect(entries()).toBe(before);
    must('bank.payerAsked', { bankEntryId: receipt, to: draft.to });
    expect(must('bank.askPayer', { bankEntryId: receipt, customerId: null, language: 'nl' })).toMatchObject({ language: 'nl', askedOn: '2026-11-22' });
    expect(must('bank.unmatched', { includeParked: false }).receipts.map(({ askedOn }) => askedOn)).toEqual(['2026-11-22']);
  });

  it('has no addressee for a payer nobody knows', () => {
    const { call, must, line } = cashWorld();
    expect(must('bank.askPayer', { bankEntryId: line(100), customerId: null, language: null })).toMatchObject({ customerId: null, to: '' });
    expect(codeOf(call('bank.askPayer', { bankEntryId: 999 as BankEntryId, customerId: null, language: null }))).toBe('not-found');
  });
});

describe('unmatched cash as a figure', () => {
  it('is 3 200 of 64 000 received: 5.0 %, and 4.0 % of 80 000 owed', () => {
    const { must, invoice, line, part } = cashWorld();
    const paid = invoice(6_080_000, { on: '2026-10-01' });
    invoice(8_000_000, { on: '2026-10-01', due: '2026-12-31' });
    must('bank.allocate', { bankEntryId: line(6_080_000, { on: '2026-11-10' }), parts: [part(paid, 6_080_000)] });
    const oldest = line(120_000, { on: '2026-11-02' });
    line(200_000, { on: '2026-11-19' });
    const figure = must('bank.unmatchedCash', {});
    expect(figure).toMatchObject({ cents: 320_000, count: 2, received: 6_400_000, ratio: 0.05, owed: 8_000_000, ratioToOwed: 0.04, oldestDays: 20, oldestBankEntryId: oldest });
    expect(figure.late).toEqual({ cents: 120_000, count: 1 });
  });

  it('keeps other currencies beside it, and money out of it', () => {
    const { must, line } = cashWorld();
    line(10_000, { currency: 'USD' });
    line(-5_000);
    expect(must('bank.unmatchedCash', {})).toMatchObject({ cents: 0, count: 0, ratio: null, foreign: [{ currency: 'USD', cents: 10_000, count: 1 }] });
  });

  it('remembers per week what waited, also when it was assigned later, and nothing of what was assigned as it came in', () => {
    const world = cashWorld({ at: '2026-09-01T09:00:00.000Z' });
    const document = world.invoice(50_000, { on: '2026-08-01' });
    world.setNow('2026-10-12T09:00:00.000Z');
    const receipt = world.line(50_000, { on: '2026-10-10' });
    const atOnce = world.invoice(7_000, { on: '2026-08-01' });
    world.must('bank.allocate', { bankEntryId: world.line(7_000, { on: '2026-09-15' }), parts: [world.part(atOnce, 7_000)] });
    world.setNow('2026-11-03T09:00:00.000Z');
    world.must('bank.allocate', { bankEntryId: receipt, parts: [world.part(document, 50_000)] });
    world.setNow('2026-11-22T09:00:00.000Z');
    const { trend } = world.must('bank.unmatchedCash', {});
    expect(trend.map(({ date, cents: amount, oldestDays }) => [date, amount, oldestDays])).toEqual([
      ['2026-09-06', 0, null],
      ['2026-09-13', 0, null],
      ['2026-09-20', 0, null],
      ['2026-09-27', 0, null],
      ['2026-10-04', 0, null],
      ['2026-10-11', 50_000, 1],
      ['2026-10-18', 50_000, 8],
      ['2026-10-25', 50_000, 15],
      ['2026-11-01', 50_000, 22],
      ['2026-11-08', 0, null],
      ['2026-11-15', 0, null],
      ['2026-11-22', 0, null],
    ]);
    expect(trend.map(({ ratio }) => ratio === null ? null : Math.round(ratio * 100))).toEqual([null, null, 0, 0, 0, 88, 100, 100, 100, 0, null, null]);
  });
});

describe('discounts and habits that the program uses', () => {
  it('books a payment net of the discount by itself while the term runs, and not a day later', () => {
    const { must, invoice, line, open, account, broken } = cashWorld();
    must('matching.saveDiscountTerm', { customerId: aardappel, term: { basisPoints: 200, days: 14 } });
    const [inTime, late] = [invoice(10_000, { number: '2026-0601', on: '2026-10-01' }), invoice(20_000, { number: '2026-0602', on: '2026-09-01' })];
    line(9_800, { text: 'factuur 2026-0601 min 2%', from: iban, name: 'Aardappel', on: '2026-10-15' });
    line(19_600, { text: 'factuur 2026-0602 min 2%', from: iban, name: 'Aardappel', on: '2026-09-16' });
    must('matching.run', {});
    expect([open(inTime), account('early-payment-discount')]).toEqual([0, 200]);
    expect(open(late)).toBeGreaterThan(0);
    expect(broken()).toEqual([]);
  });

  it('proposes to accept what a customer was seen to take off twice', () => {
    const { must, decide, invoice, line, part } = cashWorld();
    for (const number of ['2026-0701', '2026-0702']) {
      const document = invoice(10_000, { number });
      decide(line(9_950, { from: iban }), { parts: [part(document, 9_950)], writeOffs: [{ ...part(document, 50), account: 'payment-difference' }] });
    }
    const document = invoice(30_000, { number: '2026-0703' });
    const receipt = line(29_950, { text: 'factuur 2026-0703', from: iban });
    const [best] = must('bank.candidates', { bankEntryId: receipt }).proposals;
    expect(best?.differences).toEqual([{ account: 'payment-difference', documentId: document, cents: 50 }]);
  });
});
