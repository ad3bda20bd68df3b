/** Every kind of evidence: what it books, what it only proposes, and the sentence that says so. */
import { describe, expect, it } from 'vitest';
import { cautiousPolicy } from '../../src-main/domain/matching/matchPolicy.ts';
import type { MatchRule } from '../../src-main/domain/matching/matchTypes.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId } from '../../src-shared/ids.ts';
import { reasonText } from '../../src-shared/locales/reasonText.ts';
import { cents } from '../../src-shared/money.ts';
import { customer, decide, iban, item, material, otherIban, receipt, spokenFor, strangeIban, told } from './builders.ts';

const plainText = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('an order number of the customer', () => {
  const items = [item(1, '2026-0042', 12_100, { poNumber: 'PO-771204' }), item(2, '2026-0043', 5_000, { poNumber: 'PO-771204' }), item(3, '2026-0044', 700, { poNumber: 'PO-990001' })];
  it.each(['Your PO-771204', 'po 771204', 'bestelling 771204 dank'])('books the document of that order with exactly this amount: %s', (remittance) =>
    expect(told(decide(receipt(12_100, { remittance }), material(items)))).toBe('order: 1:12100'));
  it('books all of an order together only when it is named for one document or adds up', () => {
    expect(told(decide(receipt(700, { remittance: 'PO-990001' }), material(items)))).toBe('order: 3:700');
    expect(told(decide(receipt(650, { remittance: 'PO-990001', counterIban: iban }), material(items)))).toMatch(/^proposed unmatched-amount-differs/);
  });
});

describe('our customer number', () => {
  const items = [item(1, '2026-0042', 12_100), item(2, '2026-0043', 5_000), item(3, '2026-0044', 12_100, { customerId: 2 })];
  it.each(['klantnr. 10401', 'Klantnummer: 10401', 'client 10401', 'Debiteur 10 401'])('says who pays from an account that nobody knows: %s', (remittance) => {
    const decision = decide(receipt(12_100, { remittance, counterIban: strangeIban }), material(items));
    expect(told(decision)).toBe('customer-amount: 1:12100');
    expect(spokenFor(decision)).toContain('evidence-customer-number');
  });
  it('counts only behind a word for it, and not against the account', () => {
    expect(told(decide(receipt(12_100, { remittance: 'betaling 10401' }), material(items)))).toMatch(/^proposed unmatched-nothing-found/);
    expect(told(decide(receipt(12_100, { remittance: 'klant 10401', counterIban: otherIban }), material(items)))).toMatch(/^proposed unmatched-customer-conflict/);
  });
});

describe('a number at the end of a longer one', () => {
  const items = [item(1, '20260042', 12_100), item(2, '20260043', 12_100), item(3, '20260044', 900)];
  it('decides between equal amounts of a known payer', () => {
    const decision = decide(receipt(12_100, { remittance: 'kenmerk 1040120260042', counterIban: iban }), material(items));
    expect(told(decision)).toBe('number: 1:12100');
    expect(spokenFor(decision)).toEqual(expect.arrayContaining(['evidence-number-tail', 'evidence-iban', 'evidence-amount']));
  });
  it('books nothing for an unknown payer or another amount', () => {
    expect(told(decide(receipt(12_100, { remittance: '1040120260042' }), material(items)))).toBe('proposed unmatched-nothing-found: 1:12100');
    expect(decide(receipt(4_000, { remittance: '1040120260042', counterIban: iban }), material(items)).outcome).toBe('proposed');
  });
});

describe('a number without its prefix', () => {
  const items = [item(1, 'F2026-0042', 12_100), item(2, 'CN2026-0042', -500), item(3, 'RK-2026-0042', 4_000, { kind: 'claim', claimKind: 'costs' }), item(4, 'CN2026-0099', -700)];
  it('is that of the invoice, and only else of a credit note or claim', () => {
    expect(told(decide(receipt(12_100, { remittance: '2026-0042' }), material(items)))).toBe('number: 1:12100');
    expect(told(decide(receipt(11_400, { remittance: '2026-0042 min 2026-0099' }), material(items)))).toBe('sum: 1:12100 4:-700');
  });
  it('says nothing when two invoices have it', () =>
    expect(decide(receipt(12_100, { remittance: '2026-0042' }), material([...items, item(5, 'G2026-0042', 900)])).outcome).toBe('proposed'));
});

describe('a list that gives only the last digits', () => {
  const items = [item(1, '2026-0042', 1_000), item(2, '2026-0043', 2_000), item(3, '2026-0051', 4_000)];
  it('is read when it adds up for a known payer, and otherwise proposed', () => {
    expect(told(decide(receipt(7_000, { remittance: '2026-0042/43/51', counterIban: iban }), material(items)))).toBe('sum: 1:1000 2:2000 3:4000');
    expect(told(decide(receipt(7_000, { remittance: '2026-0042/43/51' }), material(items)))).toBe('proposed unmatched-amount-differs: 1:1000 2:2000 3:4000');
  });
  it('is not made of a date behind a number', () =>
    expect(told(decide(receipt(1_000, { remittance: '2026-0042 d.d. 43-51-2026', counterIban: iban }), material(items)))).toBe('number: 1:1000'));
});

describe('a creditor reference whose check fails', () => {
  const items = [item(1, 'F2026042', 12_100), item(2, 'F2026043', 12_100)];
  it('names the invoice inside it only as a hint, because a digit is wrong; when it holds, its body is the number', () => {
    expect(decide(receipt(12_100, { remittance: 'RF47F2026042' }), material(items)).outcome).toBe('proposed');
    expect(told(decide(receipt(12_100, { remittance: 'RF86F2026042' }), material(items)))).toBe('reference: 1:12100');
  });
});

describe('a mistyped number', () => {
  const items = [item(1, '20260042', 12_100), item(2, '20260077', 12_100), item(3, '20260091', 0, { totalCents: cents(5_000), settledOn: plainDate('2026-10-20') })];
  it.each(['20260024', '20260043', '2026004', '202600042'])('ranks the document it looks like first, and books nothing: %s', (remittance) => {
    const decision = decide(receipt(12_100, { remittance, counterIban: iban }), material(items));
    expect(told(decision)).toBe('proposed unmatched-equal-candidates: 1:12100');
    expect(spokenFor(decision)).toContain('evidence-number-near');
  });
  it('finds the document of an unknown payer among many of the same amount', () => {
    const many = Array.from({ length: 300 }, (_, at) => item(100 + at, `2026${String(1_000 + at * 37).padStart(6, '0')}`, 12_100, { customerId: 2 }));
    const meant = many[250];
    expect(told(decide(receipt(12_100, { remittance: `${meant?.number.slice(0, -1) ?? ''}` }), material(many)))).toBe(`proposed unmatched-nothing-found: ${meant?.documentId ?? 0}:12100`);
  });
  it('that is the number of a paid invoice with another amount is proposed, not taken for a double payment', () =>
    expect(told(decide(receipt(12_100, { remittance: '20260091', counterIban: iban }), material(items.slice(1))))).toMatch(/^proposed unmatched-already-paid/));
});

describe('a number that was read exactly', () => {
  const items = [item(1, 'F2026-0001', 12_100), item(2, 'F2026-0002', 24_200), item(3, 'F2026-0003', 50_000, { customerId: 2 })];
  const proposals = (decision: ReturnType<typeof decide>) => (decision.outcome === 'proposed' ? decision.candidates : []);
  it.each(['F2026-0003', '2026-0003', 'Factuur f 2026.0003 dank'])('comes first, and is never a mistyped number of another: %s', (remittance) => {
    const decision = decide(receipt(50_000, { remittance, counterIban: iban }), material(items));
    expect(told(decision)).toBe('proposed unmatched-payer-conflict: 3:50000');
    expect(proposals(decision).flatMap(({ evidence }) => evidence.map(({ reason }) => reason.code))).not.toContain('evidence-number-near');
  });
  it('comes before another open document of the payer with the same amount', () =>
    expect(told(decide(receipt(50_000, { remittance: 'F2026-0003', counterIban: iban }), material([...items, item(4, 'F2026-0013', 50_000)])))).toBe('proposed unmatched-payer-conflict: 3:50000'));
  it('in a creditor reference is not mistyped either', () => {
    const referred = items.map((one) => (one.documentId === 3 ? { ...one, number: 'F2026042', paymentReference: 'RF86F2026042' } : { ...one, number: `F202604${one.documentId}` }));
    const decision = decide(receipt(36_300, { remittance: 'RF86F2026042', counterIban: iban }), material(referred));
    expect(proposals(decision).flatMap(({ evidence }) => evidence.map(({ reason }) => reason.code))).not.toContain('evidence-number-near');
  });
  it('outweighs what stands beside it and looks like another', () => {
    const decision = decide(receipt(62_100, { remittance: 'F2026-0003 F2026-0007', counterIban: otherIban }), material(items));
    const [first] = proposals(decision);
    expect(first?.parts.some((part) => part.documentId === 3)).toBe(true);
  });
});

describe('the end-to-end id of our own direct debit', () => {
  const items = [item(1, '2026-0042', 12_100, { directDebitIds: ['INC-2026-000042'] }), item(2, '2026-0043', 500, { customerId: 2 })];
  it('books with its exact amount, blanks of a line wrap apart', () => {
    const decision = decide(receipt(12_100, { endToEndId: 'inc-2026-0000 42' }), material(items));
    expect(told(decision)).toBe('direct-debit: 1:12100');
    expect(spokenFor(decision)).toContain('evidence-direct-debit');
  });
  it('with another amount, or twice, goes to a person', () => {
    expect(told(decide(receipt(12_000, { endToEndId: 'INC-2026-000042' }), material(items)))).toMatch(/^proposed unmatched-direct-debit-amount: 1:12000/);
    const paid = [item(1, '2026-0042', 0, { totalCents: cents(12_100), directDebitIds: ['INC-2026-000042'], settledOn: plainDate('2026-11-01') })];
    expect(told(decide(receipt(12_100, { endToEndId: 'INC-2026-000042' }), material(paid)))).toBe('parked unmatched-already-paid');
  });
});

describe('the name of the payer', () => {
  const items = [item(1, '2026-0042', 12_100)];
  it.each([
    ['without its legal form', 'KRAANVOGEL INSTALLATIES'],
    ['with another legal form and accents', 'Kraanvogél Installaties bv'],
    ['cut off by the bank', 'KRAANVOGEL INSTALLAT'],
  ])('is the same %s, and is not enough to book on', (_how, counterName) => {
    const decision = decide(receipt(12_100, { counterName }), material(items));
    expect(told(decision)).toBe('proposed unmatched-name-only: 1:12100');
    expect(spokenFor(decision)).toContain('evidence-same-name');
  });
  it('books where the policy says so, but never between two of the same name', () => {
    const policy = { ...cautiousPolicy, mayBook: { ...cautiousPolicy.mayBook, 'name-amount': true } };
    const one = receipt(12_100, { counterName: 'Kraanvogel Installaties' });
    expect(told(decide(one, material(items, { policy })))).toBe('name-amount: 1:12100');
    const twins = [customer(1, 'Kraanvogel Installaties B.V.'), customer(2, 'Kraanvogel Installaties NV')];
    expect(decide(one, material(items, { policy, customers: twins })).outcome).toBe('proposed');
  });
  it('that a person confirmed counts like the own name, and only as long as it is remembered', () => {
    const part = receipt(4_000, { counterName: 'J. Havenhoofd', remittance: '2026-0042' });
    expect(decide(part, material(items)).outcome).toBe('proposed');
    const names = [{ name: 'J. Havenhoofd', customerId: 1 as CustomerId }];
    const { history } = material(items);
    expect(told(decide(part, material(items, { history: { ...history, names } })))).toBe('number: 1:4000');
  });
  it('that is a trade name of the customer counts too', () => {
    const customers = [customer(1, 'Holding Windroos B.V.', { aliases: ['Bakkerij Papaver'] })];
    expect(spokenFor(decide(receipt(12_100, { counterName: 'BAKKERIJ PAPAVER' }), material(items, { customers })))).toContain('evidence-same-name');
  });
});

describe('an account', () => {
  const items = [item(1, '2026-0042', 12_100), item(2, '2026-0043', 12_100, { customerId: 2 })];
  const shared = { payers: [1, 2].map((id) => ({ iban, customerId: id as CustomerId })), names: [], habits: [] };
  it('of two customers decides only with the name or the customer number of one', () => {
    const ask = (over: Parameters<typeof receipt>[1]) => told(decide(receipt(12_100, { counterIban: iban, ...over }), material(items, { history: shared })));
    expect(ask({})).toMatch(/^proposed unmatched-equal-candidates/);
    expect(ask({ counterName: 'Tolletje en Zonen' })).toBe('iban-amount: 2:12100');
    expect(ask({ remittance: 'klant 10402' })).toBe('iban-amount: 2:12100');
  });
  it('that many unrelated customers pay from says nothing about who pays', () => {
    const customers = [1, 2, 3, 4, 5].map((id) => customer(id, `Winkel ${'abcde'.slice(id - 1, id).repeat(6)}`));
    const payers = [2, 3, 4, 5].map((id) => ({ iban, customerId: id as CustomerId }));
    const world = material(items.slice(0, 1), { customers, history: { payers, names: [], habits: [] } });
    expect(told(decide(receipt(12_100, { counterIban: iban, remittance: '2026-0042' }), world))).toBe('number: 1:12100');
    expect(told(decide(receipt(12_100, { counterIban: iban }), world))).toMatch(/^proposed unmatched-nothing-found/);
  });
});

describe('what was learned from a decision', () => {
  const items = [item(1, '2026-0042', 12_100), item(2, '2026-0043', 700)];
  const next = receipt(12_100, { counterIban: strangeIban });
  it('books the next receipt from that account, and no longer once it is revoked', () => {
    const { history } = material(items);
    expect(told(decide(next, material(items)))).toBe('proposed unmatched-nothing-found: 1:12100');
    const learned = { ...history, payers: [...history.payers, { iban: 'nl20 ingb 0001 2345 67', customerId: 1 as CustomerId }] };
    const decision = decide(next, material(items, { history: learned }));
    expect(told(decision)).toBe('iban-amount: 1:12100');
    expect(spokenFor(decision)).toContain('evidence-iban');
    expect(told(decide(next, material(items, { history })))).toBe('proposed unmatched-nothing-found: 1:12100');
  });
});

describe('the policy', () => {
  const items = [item(1, '2026-0042', 12_100, { paymentReference: '202600004236', poNumber: 'PO-771204', directDebitIds: ['INC-1'] }), item(2, '2026-0043', 500)];
  const cases: readonly (readonly [MatchRule, Parameters<typeof receipt>])[] = [
    ['reference', [12_100, { structuredRef: '202600004236' }]],
    ['number', [12_100, { remittance: '2026-0042' }]],
    ['sum', [12_600, { remittance: '2026-0042 2026-0043' }]],
    ['direct-debit', [12_100, { endToEndId: 'INC-1' }]],
    ['order', [12_100, { remittance: 'PO-771204' }]],
    ['iban-amount', [12_100, { counterIban: iban }]],
    ['iban-sum', [12_600, { counterIban: iban }]],
    ['customer-amount', [12_100, { remittance: 'klant 10401' }]],
  ];
  it.each(cases)('decides for "%s" whether the program may book it or a person must', (rule, [amount, over]) => {
    expect(told(decide(receipt(amount, over), material(items)))).toMatch(new RegExp(`^${rule}: `));
    const policy = { ...cautiousPolicy, mayBook: { ...cautiousPolicy.mayBook, [rule]: false } };
    const decision = decide(receipt(amount, over), material(items, { policy }));
    expect([decision.outcome, decision.reason.code]).toEqual(['proposed', 'unmatched-by-policy']);
  });
});

describe('the sentences', () => {
  it('say in one line each why something was booked', () => {
    const items = [item(1, '2026-0042', 12_100, { discount: { untilDate: plainDate('2026-11-12'), basisPoints: 200 } })];
    const decision = decide(receipt(11_858, { remittance: '2026-0042', counterIban: iban }), material(items));
    expect(plainText(reasonText(decision.reason, 'nl'))).toBe('2026-0042 is genoemd; op tijd betaald met € 2,42 korting.');
    expect(decision.outcome === 'booked' && decision.evidence.map(({ reason }) => plainText(reasonText(reason, 'nl')))).toEqual([
      'Nummer 2026-0042 staat in de omschrijving.',
      'De rekening is van deze klant bekend.',
      'Het verschil is precies de korting voor betaling tot en met 12 nov 2026.',
    ]);
  });
});
