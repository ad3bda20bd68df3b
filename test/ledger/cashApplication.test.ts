/** Every way in which money meets what is owed, each balanced, explained and undone by counter-entries. */
import { describe, expect, it } from 'vitest';
import { readDunningFacts } from '../../src-main/ledger/followUp/dunningFactsRead.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { DocumentId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { aardappel, biet, cashToday, cashWorld } from './cashWorld.ts';
import { codeOf, valueOf } from './ledgers.ts';

const iban = 'NL91ABNA0417164300';
const account = (name: 'payment-difference' | 'bank-charges' | 'early-payment-discount') => name;

describe('more and less than was asked', () => {
  it('keeps an over-payment as credit of the customer, and uses it for a later invoice', () => {
    const { must, decide, invoice, line, part, open, left, nameOn, broken } = cashWorld();
    const [first, receipt] = [invoice(10_000), line(12_500, { from: iban })];
    expect(valueOf(decide(receipt, { parts: [part(first, 10_000)], creditTo: aardappel })).rest).toBe(2_500);
    expect([left(receipt), nameOn(receipt)]).toEqual([2_500, aardappel]);
    expect(must('bank.unmatchedCash', {}).credit).toEqual({ cents: 2_500, count: 1 });
    const later = invoice(2_500, { on: '2026-11-01' });
    expect(valueOf(decide(receipt, { parts: [part(later, 2_500)] })).rest).toBe(0);
    expect([open(first), open(later)]).toEqual([0, 0]);
    expect(broken()).toEqual([]);
  });

  it('gives a receipt to a customer as credit without any document', () => {
    const { decide, line, left, nameOn } = cashWorld();
    const receipt = line(5_000);
    expect(valueOf(decide(receipt, { creditTo: biet }))).toEqual({ entryIds: [], rest: 5_000 });
    expect([left(receipt), nameOn(receipt)]).toEqual([5_000, biet]);
  });

  it('books a part payment as that part, and two receipts for one invoice add up', () => {
    const { must, invoice, line, part, open, broken } = cashWorld();
    const document = invoice(100_000);
    must('bank.allocate', { bankEntryId: line(40_000), parts: [part(document, 40_000)] });
    expect(open(document)).toBe(60_000);
    must('bank.allocate', { bankEntryId: line(60_000), parts: [part(document, 60_000)] });
    expect(open(document)).toBe(0);
    expect(broken()).toEqual([]);
  });

  it('takes the undisputed rest of a disputed invoice: only the disputed part stays open, and nothing more is asked', () => {
    const { ledger, must, invoice, line, part, open, run, broken } = cashWorld();
    const document = invoice(50_000);
    run(`INSERT INTO dispute (document_id, cents, reason, opened_on) VALUES (?, 12000, 'te weinig geleverd', '2026-10-01')`, document);
    must('bank.allocate', { bankEntryId: line(38_000, { from: iban }), parts: [part(document, 38_000)] });
    expect(open(document)).toBe(12_000);
    const [item] = readDunningFacts(ledger.read, { today: cashToday, customerId: aardappel }).items;
    expect(item).toMatchObject({ openCents: 12_000, disputedCents: 12_000 });
    expect(broken()).toEqual([]);
  });

  it('settles thirty invoices with one receipt, in one decision that one click undoes', () => {
    const { must, undo, invoice, line, part, open, left, broken } = cashWorld();
    const documents = Array.from({ length: 30 }, (_, index) => invoice(1_000 + index));
    const receipt = line(30 * 1_000 + 435);
    const { entryIds, rest } = must('bank.allocate', { bankEntryId: receipt, parts: documents.map((document, index) => part(document, 1_000 + index)) });
    expect([entryIds.length, rest, documents.map(open).every((one) => one === 0)]).toEqual([1, 0, true]);
    undo(entryIds);
    expect([left(receipt), documents.map(open)[29]]).toEqual([30_435, 1_029]);
    expect(broken()).toEqual([]);
  });

  it('nets a credit note in the same decision', () => {
    const { must, invoice, line, part, open, broken } = cashWorld();
    const [document, creditNote] = [invoice(12_100), invoice(-2_100)];
    must('bank.allocate', { bankEntryId: line(10_000), parts: [part(document, 12_100), part(creditNote, -2_100)] });
    expect([open(document), open(creditNote)]).toEqual([0, 0]);
    expect(broken()).toEqual([]);
  });
});

describe('what is settled without money', () => {
  it.each([
    [account('payment-difference'), 5],
    [account('bank-charges'), 1_200],
    [account('early-payment-discount'), 200],
  ])('books %s on an account of its own, shows it in the log and takes it back', (name, amount) => {
    const { must, undo, decide, invoice, line, part, open, account: sumOf, broken } = cashWorld();
    const document = invoice(10_000);
    const { entryIds } = valueOf(decide(line(10_000 - amount), { parts: [part(document, 10_000 - amount)], writeOffs: [{ ...part(document, amount), account: name }] }));
    expect([open(document), sumOf(name)]).toEqual([0, amount]);
    const log = must('bank.writtenOff', { limit: 10 });
    expect(log.rows).toMatchObject([{ entryId: entryIds[0], account: name, number: 'F1', customerName: 'Aardappel', cents: amount, byPerson: true }]);
    expect(log.totals).toEqual([{ account: name, currency: 'EUR', cents: amount, count: 1 }]);
    undo(entryIds);
    expect([open(document), sumOf(name), must('bank.writtenOff', { limit: 10 }).rows]).toEqual([10_000, 0, []]);
    expect(broken()).toEqual([]);
  });

  it('accepts a rest that belongs to nobody as a difference in our favour', () => {
    const { must, decide, invoice, line, part, left, account: sumOf, broken } = cashWorld();
    const receipt = line(10_003);
    valueOf(decide(receipt, { parts: [part(invoice(10_000), 10_000)], leftover: { cents: cents(3), account: 'payment-difference' } }));
    expect([left(receipt), sumOf('payment-difference')]).toEqual([0, -3]);
    const other = line(7);
    valueOf(decide(other, { leftover: { cents: cents(7), account: 'payment-difference' } }));
    expect(left(other)).toBe(0);
    expect(must('bank.writtenOff', { limit: 10 }).rows.map((row) => row.cents)).toEqual([-7, -3]);
    expect(broken()).toEqual([]);
  });

  it('refuses to give away more than policy allows, and lets a discount through that the customer may take', () => {
    const { must, decide, invoice, line, part, entries, broken } = cashWorld();
    const document = invoice(1_000_000);
    const discounted = (amount: number) => decide(line(1_000_000 - amount), { parts: [part(document, 1_000_000 - amount)], writeOffs: [{ ...part(document, amount), account: 'early-payment-discount' }] });
    const before = entries() as number;
    expect(codeOf(discounted(20_000))).toBe('write-off-above-limit');
    expect(entries()).toBe(before + 1);
    must('matching.saveDiscountTerm', { customerId: aardappel, term: { basisPoints: 200, days: 8 } });
    expect(must('matching.discountTerms', {}).terms).toEqual([{ customerId: aardappel, customerName: 'Aardappel', basisPoints: 200, days: 8 }]);
    expect(discounted(20_000).ok).toBe(true);
    expect(broken()).toEqual([]);
  });

  it('never settles more than is open, a credit note, or a document twice', () => {
    const { decide, invoice, line, part } = cashWorld();
    const [document, creditNote] = [invoice(10_000), invoice(-500)];
    const off = (documentId: DocumentId, amount: number) => ({ ...part(documentId, amount), account: account('payment-difference') });
    const refused = (writeOffs: ReturnType<typeof off>[]) => codeOf(decide(line(9_999), { parts: [part(document, 9_999)], writeOffs }));
    expect(refused([off(document, 2)])).toBe('allocation-too-large');
    expect(refused([off(creditNote, 1)])).toBe('allocation-too-large');
    expect(refused([off(document, 1), off(document, 1)])).toBe('not-found');
    expect(refused([off(document, 0)])).toBe('allocation-too-large');
  });
});

describe('who pays for whom', () => {
  it('lets another company of the group pay, and learns its account for that customer too', () => {
    const { must, invoice, line, part, open, run, ledger, broken } = cashWorld();
    run('UPDATE customer SET parent_id = 1 WHERE id = 2');
    const [mother, daughter] = [invoice(1_000), invoice(2_000, { customerId: biet })];
    must('bank.allocate', { bankEntryId: line(3_000, { from: iban, name: 'Aardappel Holding' }), parts: [part(mother, 1_000), part(daughter, 2_000)] });
    expect([open(mother), open(daughter)]).toEqual([0, 0]);
    expect(ledger.read.sqlite.prepare('SELECT customer_id FROM customer_iban ORDER BY 1').pluck().all()).toEqual([aardappel, biet]);
    expect(broken()).toEqual([]);
  });

  it('splits a payout of a payment service over many orders and books its fee as bank costs, without learning its account', () => {
    const { ledger, must, undo, decide, invoice, line, part, open, left, account: sumOf, broken } = cashWorld();
    const documents = Array.from({ length: 40 }, (_, index) => invoice(2_500, { customerId: index % 2 === 0 ? aardappel : biet }));
    const payout = line(40 * 2_500 - 1_340, { from: 'NL13TEST0123456789', name: 'Betaaldienst' });
    const { entryIds, rest } = valueOf(decide(payout, { parts: documents.map((document) => part(document, 2_500)), fee: cents(1_340) }));
    expect([rest, left(payout), sumOf('bank-charges'), documents.every((document) => open(document) === 0)]).toEqual([0, 0, 1_340, true]);
    expect(must('bank.writtenOff', { limit: 5 }).rows).toMatchObject([{ account: 'bank-charges', cents: 1_340 }]);
    expect(ledger.read.sqlite.prepare('SELECT count(*) FROM customer_iban').pluck().get()).toBe(0);
    undo(entryIds);
    expect([left(payout), sumOf('bank-charges')]).toEqual([98_660, 0]);
    expect(broken()).toEqual([]);
  });

  it('refuses a fee that is more than the orders, and parts that are more than receipt and fee together', () => {
    const { decide, invoice, line, part } = cashWorld();
    const [document, payout] = [invoice(2_500), line(2_000)];
    expect(codeOf(decide(payout, { parts: [part(document, 2_500)], fee: cents(2_500) }))).toBe('allocation-too-large');
    expect(codeOf(decide(payout, { parts: [part(document, 2_500)], fee: cents(499) }))).toBe('allocation-too-large');
    expect(decide(payout, { parts: [part(document, 2_500)], fee: cents(500) }).ok).toBe(true);
  });
});

describe('another currency', () => {
  it('is never mixed: an invoice in dollars takes no euros without saying how many dollars they were', () => {
    const { decide, invoice, line, part } = cashWorld();
    const document = invoice(10_000, { currency: 'USD' });
    const receipt = line(9_200);
    expect(codeOf(decide(receipt, { parts: [part(document, 9_200)] }))).toBe('allocation-currency');
    expect(codeOf(decide(receipt, { parts: [part(document, 9_200)], exchange: { currency: 'EUR', cents: cents(9_200) } }))).toBe('allocation-currency');
    expect(codeOf(decide(receipt, { parts: [part(document, 10_000)], exchange: { currency: 'USD', cents: cents(9_201) } }))).toBe('allocation-too-large');
  });

  it('is booked in both currencies against the account of exchange, and undone in both', () => {
    const { ledger, undo, decide, invoice, line, part, open, left, broken } = cashWorld();
    const document = invoice(10_000, { currency: 'USD' });
    const receipt = line(9_200);
    const { entryIds } = valueOf(decide(receipt, { parts: [part(document, 9_950)], writeOffs: [{ ...part(document, 50), account: 'bank-charges' }], exchange: { currency: 'USD', cents: cents(9_200) } }));
    expect([open(document), left(receipt)]).toEqual([0, 0]);
    const exchanged = ledger.read.sqlite
      .prepare(`SELECT e.currency, sum(p.cents) FROM posting p JOIN journal_entry e ON e.id = p.entry_id WHERE p.account = 'exchange' GROUP BY 1 ORDER BY 1`)
      .raw();
    expect(exchanged.all()).toEqual([['EUR', -9_200], ['USD', 9_950]]);
    expect(broken()).toEqual([]);
    undo(entryIds);
    expect([open(document), left(receipt), exchanged.all()]).toEqual([10_000, 9_200, [['EUR', 0], ['USD', 0]]]);
    expect(broken()).toEqual([]);
  });

  it('pays its own invoices without exchange', () => {
    const { must, invoice, line, part, open, broken } = cashWorld();
    const document = invoice(10_000, { currency: 'USD' });
    must('bank.allocate', { bankEntryId: line(10_000, { currency: 'USD' }), parts: [part(document, 10_000)] });
    expect(open(document)).toBe(0);
    expect(broken()).toEqual([]);
  });
});

describe('interest and costs beside the invoice', () => {
  /** An invoice of 1 000.00 with 40.00 costs and 25.00 interest claimed, all due. */
  function claimed(kind: 'business' | 'consumer', country: 'NL' | 'BE') {
    const world = cashWorld();
    world.run('UPDATE customer SET kind = ?, country = ? WHERE id = 1', kind, country);
    const invoice = world.invoice(100_000);
    const days = { on: '2026-09-10', due: '2026-09-24' };
    const [costs, interest] = [world.claim(4_000, 'cost-income', days), world.claim(2_500, 'interest-income', days)];
    const divide = (amount: number, on = '2026-11-01') => {
      const { parts, rest, reason } = world.must('bank.orderByLaw', { bankEntryId: world.line(amount, { on }), customerId: aardappel });
      const paid = (documentId: DocumentId): number => parts.find((one) => one.documentId === documentId)?.cents ?? 0;
      return { costs: paid(costs), interest: paid(interest), principal: paid(invoice), rest, code: reason.code };
    };
    return { ...world, divide, documents: { invoice, costs, interest } };
  }

  it('pays costs, then interest, then principal under Dutch law', () => {
    const { divide } = claimed('business', 'NL');
    expect(divide(5_000)).toEqual({ costs: 4_000, interest: 1_000, principal: 0, rest: 0, code: 'order-nl' });
    expect(divide(107_000)).toEqual({ costs: 4_000, interest: 2_500, principal: 100_000, rest: 500, code: 'order-nl' });
  });

  it('pays interest before principal and the indemnity last between companies in Belgium', () => {
    expect(claimed('business', 'BE').divide(50_000)).toEqual({ costs: 0, interest: 2_500, principal: 47_500, rest: 0, code: 'order-be-business' });
  });

  it('pays the principal of a consumer in Belgium first', () => {
    expect(claimed('consumer', 'BE').divide(101_000)).toEqual({ costs: 0, interest: 1_000, principal: 100_000, rest: 0, code: 'order-be-consumer' });
  });

  it('lets costs whose days still run absorb nothing', () => {
    expect(claimed('consumer', 'NL').divide(5_000, '2026-09-20')).toMatchObject({ costs: 0, interest: 0, principal: 5_000 });
  });

  it('is booked as it was divided, and a rest stays as credit', () => {
    const { must, decide, line, part, open, documents, broken } = claimed('business', 'NL');
    const receipt = line(110_000, { on: '2026-11-01' });
    const { parts } = must('bank.orderByLaw', { bankEntryId: receipt, customerId: aardappel });
    expect(valueOf(decide(receipt, { parts: parts.map(({ documentId, cents: amount }) => part(documentId, amount)), creditTo: aardappel })).rest).toBe(3_500);
    expect([open(documents.invoice), open(documents.costs), open(documents.interest)]).toEqual([0, 0, 0]);
    expect(broken()).toEqual([]);
  });
});

describe('accounts that are ours and that are not', () => {
  it('matches what came in on whichever of our accounts, and reads nothing from one that is not ours', () => {
    const { ledger, must, invoice, line, open, run } = cashWorld();
    run(`INSERT INTO own_account (id, iban, currency, ownership) VALUES (20, 'NL20INGB0001234567', 'EUR', 'ours'), (30, 'NL02ABNA0123456789', 'EUR', 'not-ours')`);
    const [first, second] = [invoice(24_200, { number: '2026-0403' }), invoice(24_300, { number: '2026-0404' })];
    const other = line(24_200, { text: 'factuur 2026-0403' });
    run('UPDATE bank_entry SET own_account_id = 20 WHERE id = ?', other);
    // A line of an account that is not ours is kept and never journaled: it is no receipt, and no return either.
    run(
      `INSERT INTO bank_entry (statement_id, own_account_id, book_date, amount, currency, remittance, return_reason, entry_key, weak_key, occurrence, raw, origin)
       VALUES (1, 30, '2026-10-15', 24300, 'EUR', 'factuur 2026-0404', NULL, 'n1', 'n1', 1, '', '{}'), (1, 30, '2026-10-16', -24200, 'EUR', 'factuur 2026-0403', 'MD06', 'n2', 'n2', 1, '', '{}')`,
    );
    expect(must('matching.run', {})).toMatchObject({ booked: 1, returned: 0, unmatched: 0 });
    expect([open(first), open(second)]).toEqual([0, 24_300]);
    expect(must('bank.moneyBack', {}).lines).toEqual([]);
    expect(ledger.read.sqlite.prepare(`SELECT count(*) FROM own_account WHERE ownership = 'not-ours'`).pluck().get()).toBe(1);
  });
});

describe('putting aside', () => {
  it('keeps the reason and the day, and a parked receipt comes back by itself', () => {
    const { call, must, line } = cashWorld();
    const receipt = line(1_000);
    expect(codeOf(call('bank.park', { bankEntryId: receipt, reason: 'wacht', until: plainDate('2026-11-21') }))).toBe('not-allowed-now');
    must('bank.park', { bankEntryId: receipt, reason: 'Klant zoekt het uit', until: plainDate('2026-11-30') });
    expect(must('bank.unmatched', { includeParked: false }).receipts).toEqual([]);
    expect(must('bank.unmatched', { includeParked: true }).receipts).toMatchObject([{ bankEntryId: receipt, parked: { reason: 'Klant zoekt het uit', until: '2026-11-30' } }]);
  });
});
