import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { cents, zeroCents } from '../../../src-shared/money.ts';
import { buildMatchIndex } from './matchIndex.ts';
import { cautiousPolicy } from './matchPolicy.ts';
import { matchReceipts } from './matchReceipts.ts';
import type { MatchCustomer, MatchDecision, MatchItem, MatchLetter, MatchReceipt } from './matchTypes.ts';
import { proposeCandidates } from './proposeCandidates.ts';
import { referenceKey } from './referenceKey.ts';

const item = (
  id: number,
  number: string,
  open: number,
  over: Partial<Omit<MatchItem, 'customerId'>> & { customerId?: number } = {},
): MatchItem => ({
  documentId: id as DocumentId,
  number,
  paymentReference: null,
  currency: 'EUR',
  totalCents: cents(open),
  openCents: cents(open),
  kind: 'invoice',
  claimKind: null,
  poNumber: null,
  settledOn: null,
  discount: null,
  disputedCents: zeroCents,
  instalments: [],
  directDebitIds: [],
  issueDate: plainDate('2026-10-01'),
  dueDate: plainDate('2026-10-31'),
  ...over,
  customerId: (over.customerId ?? 1) as CustomerId,
});
const receipt = (amount: number, over: Partial<MatchReceipt> = {}): MatchReceipt => ({
  bankEntryId: 1 as BankEntryId,
  amountCents: cents(amount),
  currency: 'EUR',
  bookDate: plainDate('2026-11-10'),
  counterIban: null,
  counterName: null,
  remittance: '',
  structuredRef: null,
  endToEndId: null,
  ...over,
});
const iban = 'NL91ABNA0417164300';
const payers = [{ iban, customerId: 1 as CustomerId }];
const customer = (id: number, name: string): MatchCustomer => ({ customerId: id as CustomerId, name, number: null, aliases: [], groupId: null, allocationOrder: 'costs-interest-principal' });
const customers = [
  customer(1, 'Kraanvogel Installaties B.V.'),
  customer(2, 'Tolletje & Zonen'),
];
const index = (items: readonly MatchItem[], letters: readonly MatchLetter[] = []) => buildMatchIndex({ items, letters, customers, promises: [], history: { payers, names: [], habits: [] }, policy: cautiousPolicy });
const match = (items: readonly MatchItem[], one: MatchReceipt, letters: readonly MatchLetter[] = []): MatchDecision => {
  const [decision] = matchReceipts([one], index(items, letters));
  if (decision === undefined) throw new Error('no decision');
  return decision;
};
/** Short form: the rule with its parts and rest, or the code of the reason why not. */
const told = (decision: MatchDecision): string =>
  decision.outcome === 'booked'
    ? `${decision.rule} ${decision.parts.map((part) => `${part.documentId}:${part.cents}`).join(' ')} rest ${decision.restCents}`
    : decision.reason.code;

describe('structured references', () => {
  const items = [
    item(1, '2026-0042', 12_100, { paymentReference: '+++202/6000/04236+++' }),
    item(2, '2026-0043', 5_000, { paymentReference: 'RF18539007547034' }),
  ];

  it.each([
    ['in its own field', { structuredRef: '202600004236' }],
    ['printed in the text', { remittance: 'Betaling +++202/6000/04236+++ dank u' }],
    ['with stars', { remittance: '***202/6000/04236***' }],
    ['as bare digits in the text', { remittance: 'REF 202600004236 NOV' }],
  ])('an OGM is found %s', (_where, over) => expect(told(match(items, receipt(12_100, over)))).toBe('reference 1:12100 rest 0'));

  it.each([
    ['with leading zeros in the body', { structuredRef: 'RF18000000000539007547034' }],
    ['in groups in the text', { remittance: 'rf18 5390 0754 7034' }],
  ])('an RF reference is found %s', (_where, over) => expect(told(match(items, receipt(5_000, over)))).toBe('reference 2:5000 rest 0'));

  it('a betalingskenmerk is equal with and without leading zeros, also when its check fails', () => {
    const kenmerk = [
      item(3, 'A-1', 700, { paymentReference: '0123456789012345' }),
      item(4, 'A-2', 800, { paymentReference: '9001123412341234' }),
    ];
    expect(told(match(kenmerk, receipt(700, { structuredRef: '123456789012345' })))).toBe('reference 3:700 rest 0');
    expect(told(match(kenmerk, receipt(700, { remittance: '0123 4567 8901 2345' })))).toBe('reference 3:700 rest 0');
    expect(told(match(kenmerk, receipt(800, { structuredRef: '9001 1234 1234 1234' })))).toBe('reference 4:800 rest 0');
  });

  it('a part is booked as a part, and more than was open leaves the rest unmatched', () => {
    expect(told(match(items, receipt(4_000, { structuredRef: '202600004236' })))).toBe('reference 1:4000 rest 0');
    const over = match(items, receipt(15_000, { structuredRef: '202600004236' }));
    expect(told(over)).toBe('reference 1:12100 rest 2900');
    expect(reasonText(over.reason, 'nl').replaceAll('\u00a0', ' ')).toBe(
      'Het kenmerk 202600004236 hoort bij factuur 2026-0042; er is € 29,00 meer betaald dan de € 121,00 die openstond.',
    );
  });

  it('a reference beats the account of another customer', () => {
    const other = [item(1, '2026-0042', 12_100, { paymentReference: '202600004236', customerId: 2 }), item(5, '2026-0050', 12_100)];
    expect(told(match(other, receipt(12_100, { structuredRef: '202600004236', counterIban: iban })))).toBe('reference 1:12100 rest 0');
  });

  it('a reference that is not ours stops the rule of account and amount', () => {
    const known = [item(1, '2026-0042', 12_100)];
    expect(told(match(known, receipt(12_100, { counterIban: iban, structuredRef: '190506321290' })))).toBe('unmatched-reference-unknown');
    expect(told(match(known, receipt(12_100, { counterIban: iban, remittance: '+++190/5063/21290+++' })))).toBe(
      'unmatched-reference-unknown',
    );
  });

  it('one reference on two documents is settled by the amount, or by the number beside it, or not at all', () => {
    const shared = [
      item(1, 'F-1001', 100, { paymentReference: '202600004236' }),
      item(2, 'F-1002', 200, { paymentReference: '202600004236' }),
    ];
    expect(told(match(shared, receipt(200, { structuredRef: '202600004236' })))).toBe('reference 2:200 rest 0');
    expect(told(match(shared, receipt(150, { structuredRef: '202600004236' })))).toBe('unmatched-equal-candidates');
    const equal = shared.map((one) => ({ ...one, openCents: cents(100) }));
    expect(told(match(equal, receipt(100, { structuredRef: '202600004236' })))).toBe('unmatched-equal-candidates');
    expect(told(match(equal, receipt(100, { structuredRef: '202600004236', remittance: 'F-1002' })))).toBe('number 2:100 rest 0');
  });

  it('a document that is named twice is booked once', () => {
    const shared = [
      item(1, 'F-1001', 500, { paymentReference: '202600004236' }),
      item(2, 'F-1002', -500, { paymentReference: '202600004236', customerId: 2 }),
    ];
    const one = receipt(1_000, { remittance: '+++202/6000/04236+++', counterIban: iban });
    expect(told(match(shared, one))).toBe('reference 1:500 rest 500');
  });

  it('an invoice number in the field of the reference counts', () => {
    expect(told(match([item(1, 'F2026-0042', 500)], receipt(500, { structuredRef: 'F20260042' })))).toBe('number 1:500 rest 0');
  });

  it('knows every spelling of a reference by one key', () => {
    expect(new Set(['+++000/0000/00101+++', '000000000101', '101'.padStart(9, '0')].map(referenceKey)).size).toBe(1);
    expect(referenceKey('rf18 0000 0000 0539 0075 4703 4')).toBe('RF18539007547034');
    expect([referenceKey('Factuur 2026-0042'), referenceKey('0000000'), referenceKey('x'.repeat(80))]).toEqual([null, null, null]);
  });
});

describe('invoice numbers in the text', () => {
  const items = [item(1, '201306-309', 10_000), item(2, '201306-310', 2_500), item(3, 'F2026-0042', 7_000), item(4, 'CN-8801', -500)];

  it.each([
    ['as printed', 'Factuur 201306-309'],
    ['with blanks', 'fact 2013 06 309'],
    ['cut by a line wrap', '201306-3 09'],
    ['glued to a word', 'FACTUUR201306309EUR'],
  ])('are found %s when the amount is right', (_how, remittance) =>
    expect(told(match(items, receipt(10_000, { remittance })))).toBe('number 1:10000 rest 0'),
  );

  it('are found in lower case, and without their prefix when that points at one document', () => {
    expect(told(match(items, receipt(7_000, { remittance: 'f2026/0042' })))).toBe('number 3:7000 rest 0');
    expect(told(match(items, receipt(7_000, { remittance: '2026-0042' })))).toBe('number 3:7000 rest 0');
  });

  it('are found in the end-to-end id of the payer', () => {
    expect(told(match(items, receipt(10_000, { endToEndId: '201306-309' })))).toBe('number 1:10000 rest 0');
    expect(told(match(items, receipt(10_000, { endToEndId: 'NOTPROVIDED' })))).toBe('unmatched-nothing-found');
  });

  it('several named invoices are booked when they add up, credit note included', () => {
    expect(told(match(items, receipt(12_500, { remittance: '201306-309/201306-310' })))).toBe('sum 1:10000 2:2500 rest 0');
    expect(told(match(items, receipt(12_000, { remittance: '201306-309, 201306-310 minus CN-8801' })))).toBe(
      'sum 1:10000 2:2500 4:-500 rest 0',
    );
    expect(told(match(items, receipt(12_400, { remittance: '201306-309/201306-310' })))).toBe('unmatched-amount-differs');
  });

  it('one receipt pays thirty invoices', () => {
    const many = Array.from({ length: 30 }, (_, at) => item(at + 1, `2026-${1000 + at}`, 1_000 + at));
    const decision = match(many, receipt(30 * 1_000 + 435, { remittance: many.map(({ number }) => number).join(' ') }));
    expect(decision.outcome === 'booked' && decision.parts.length).toBe(30);
  });

  it('with another amount are booked only for a known payer: as a part, or with a rest', () => {
    expect(told(match(items, receipt(4_000, { remittance: '201306-309' })))).toBe('unmatched-amount-differs');
    expect(told(match(items, receipt(4_000, { remittance: '201306-309', counterIban: iban })))).toBe('number 1:4000 rest 0');
    expect(told(match(items, receipt(11_000, { remittance: '201306-309', counterName: 'KRAANVOGEL INSTALLATIES BV' })))).toBe(
      'number 1:10000 rest 1000',
    );
  });

  it('with the amount of another open invoice go to a person', () => {
    expect(told(match(items, receipt(2_500, { remittance: '201306-309', counterIban: iban })))).toBe('unmatched-amount-differs');
  });

  it('are never found inside a longer run of digits', () => {
    expect(told(match([item(1, '20260042', 500)], receipt(500, { remittance: '9920260042' })))).toBe('unmatched-nothing-found');
    expect(told(match([item(1, '20260042', 500)], receipt(500, { remittance: '202600421' })))).toBe('unmatched-nothing-found');
  });

  it('the longest reading wins', () => {
    const nested = [item(1, '2026-0042', 500), item(2, '0042', 500, { customerId: 2 })];
    expect(told(match(nested, receipt(500, { remittance: 'nr 2026-0042' })))).toBe('number 1:500 rest 0');
  });

  it('shorter than four characters never count without a known payer', () => {
    const short = [item(1, '42', 500)];
    expect(told(match(short, receipt(500, { remittance: 'factuur 42' })))).toBe('unmatched-weak-number');
    expect(told(match(short, receipt(500, { remittance: 'factuur 42', counterIban: iban })))).toBe('number 1:500 rest 0');
  });

  it.each([
    ['12', 'Betaling 12 november'],
    ['2026', 'Betaling november 2026'],
    ['1211', 'Betaling van 12-11-2026'],
  ])('such as %s that may be a date need the exact amount, also from a known payer', (number, remittance) => {
    const odd = [item(1, number, 500)];
    expect(told(match(odd, receipt(300, { remittance, counterIban: iban })))).toBe('unmatched-amount-differs');
    expect(told(match(odd, receipt(900, { remittance, counterIban: iban })))).toBe('unmatched-amount-differs');
    expect(told(match(odd, receipt(500, { remittance })))).toBe('unmatched-weak-number');
    expect(told(match(odd, receipt(500, { remittance, counterIban: iban })))).toBe('number 1:500 rest 0');
  });

  it('are not found in the reference of one of our letters, unless invoices are numbered like that', () => {
    const remittance = 'Klant 10428, brief H-2026-0211';
    expect(told(match([item(1, '2026-0211', 900)], receipt(4_000, { remittance, counterIban: iban })))).toBe('unmatched-no-amount');
    expect(told(match([item(1, 'H-2026-0211', 900)], receipt(900, { remittance })))).toBe('number 1:900 rest 0');
  });

  it('of another customer than the known account go to a person', () => {
    const other = [item(1, '2026-0042', 500, { customerId: 2 })];
    expect(told(match(other, receipt(500, { remittance: '2026-0042', counterIban: iban })))).toBe('unmatched-payer-conflict');
  });

  it('that two customers share are decided by the account, else by nobody', () => {
    const twins = [item(1, '2026-0042', 500), item(2, '2026-0042', 500, { customerId: 2 })];
    expect(told(match(twins, receipt(500, { remittance: '2026-0042' })))).toBe('unmatched-equal-candidates');
    expect(told(match(twins, receipt(500, { remittance: '2026-0042', counterIban: iban })))).toBe('number 1:500 rest 0');
  });

  it('of an invoice that is already paid point at a double payment', () => {
    const paid = [item(1, '2026-0042', 0), item(2, '2026-0043', 500)];
    expect(told(match(paid, receipt(500, { remittance: '2026-0042', counterIban: iban })))).toBe('unmatched-already-paid');
  });
});

describe('the reference of a letter of ours', () => {
  const items = [item(1, 'A-1001', 500), item(2, 'A-1002', 600), item(3, 'A-1003', 700), item(4, 'A-1004', 800), item(5, 'CN-9001', -100), item(6, 'A-1006', 2_500)];
  const letter = (reference: string, ...asked: readonly (readonly [number, number])[]): MatchLetter => ({
    reference,
    documents: asked.map(([id, amount]) => ({ documentId: id as DocumentId, askedCents: cents(amount) })),
    instalments: [],
  });
  const letters = [letter('H-2026-0211', [1, 500], [2, 600], [3, 700], [4, 800], [5, -100]), letter('H-2026-0212', [6, 2_500])];
  const remittance = 'Klant 10428, brief H-2026-0211';
  const all = 'letter 1:500 2:600 3:700 4:800 5:-100 rest 0';

  it.each([
    ['in the text of the payment code', { remittance }],
    ['in the field of the reference', { structuredRef: 'H-2026-0211' }],
    ['as the structured communication of a Belgian letter', { structuredRef: '202690021145' }],
    ['as that communication in the text', { remittance: '+++202/6900/21145+++' }],
    ['with blanks, in lower case and before another figure', { remittance: 'brief h 2026 0211 12' }],
  ])('books everything the letter asked for, credit note included, when it stands %s', (_where, over) => {
    const decision = match(items, receipt(2_500, over), letters);
    expect(told(decision)).toBe(all);
    expect(reasonText(decision.reason, 'nl')).toBe('Noemt brief H-2026-0211 en is precies het gevraagde bedrag.');
  });

  it('books what is still open of it after a part was paid, and says so', () => {
    const partly = items.map((one) => (one.documentId === 1 ? { ...one, openCents: cents(0) } : one));
    const decision = match(partly, receipt(2_000, { remittance }), letters);
    expect([told(decision), decision.reason.code]).toEqual(['letter 2:600 3:700 4:800 5:-100 rest 0', 'match-letter-open']);
    expect(told(match(partly, receipt(2_500, { remittance }), letters))).toBe('unmatched-letter-amount');
  });

  it('with another amount is never booked, also not on an invoice of that amount, and the letter is proposed', () => {
    for (const amount of [2_499, 2_501, 800]) expect(told(match(items, receipt(amount, { remittance, counterIban: iban }), letters))).toBe('unmatched-letter-amount');
    const [best] = proposeCandidates(receipt(2_400, { remittance }), index(items, letters));
    expect(best?.parts.map((part) => part.documentId)).toEqual([5, 1, 2, 3, 4]);
    expect(best?.evidence.map(({ stance, reason }) => `${stance} ${reason.code}`)).toContain('for evidence-letter');
  });

  it('beside an invoice whose number and amount are exact leaves that invoice to be booked', () =>
    expect(told(match(items, receipt(800, { remittance: `${remittance} A-1004` }), letters))).toBe('number 4:800 rest 0'));

  it('is not found in a customer number that is an invoice number as well', () => {
    const alike = [...items, item(7, '10428', 9_000)];
    expect(told(match(alike, receipt(2_500, { remittance, counterIban: iban }), letters))).toBe(all);
    expect(told(match(alike, receipt(4_000, { remittance, counterIban: iban }), letters))).toBe('unmatched-letter-amount');
  });

  it('goes to a person when the account is of another customer, two letters or an equal other invoice are named, or all is paid', () => {
    const others = items.map((one) => ({ ...one, customerId: 2 as CustomerId }));
    expect(told(match(others, receipt(2_500, { remittance, counterIban: iban }), letters))).toBe('unmatched-letter-payer');
    expect(told(match(items, receipt(2_500, { remittance: 'H-2026-0211 / H-2026-0212' }), letters))).toBe('unmatched-several-letters');
    expect(told(match(items, receipt(2_500, { remittance: `${remittance} A-1006` }), letters))).toBe('unmatched-letter-beside-other');
    const paid = items.map((one) => ({ ...one, openCents: cents(0) }));
    expect(told(match(paid, receipt(2_500, { remittance, counterIban: iban }), letters))).toBe('unmatched-letter-paid');
  });

  it('is not booked in another currency, nor over two customers, nor twice', () => {
    const mixed = items.map((one) => (one.documentId === 4 ? { ...one, customerId: 2 as CustomerId } : one));
    expect(told(match(mixed, receipt(2_500, { remittance }), letters))).toBe('unmatched-letter-amount');
    expect(told(match(items, receipt(2_500, { remittance, currency: 'USD' }), letters))).toBe('unmatched-letter-amount');
    const twice = [1, 2].map((id) => receipt(2_500, { bankEntryId: id as BankEntryId, remittance }));
    expect(matchReceipts(twice, index(items, letters)).map(told)).toEqual([all, 'unmatched-letter-paid']);
  });
});

describe('known account and amount', () => {
  it('books the only open invoice of exactly that amount', () => {
    const decision = match([item(1, '2026-0042', 500), item(2, '2026-0043', 600)], receipt(500, { counterIban: 'nl91 abna 0417 1643 00' }));
    expect(told(decision)).toBe('iban-amount 1:500 rest 0');
    expect(reasonText(decision.reason, 'nl')).toBe(
      'De rekening is van deze klant, en alleen factuur 2026-0042 heeft precies dit bedrag open.',
    );
  });

  it('of a payment service or a family is not enough for one of its customers, unless the name is there', () => {
    const shared = [...payers, { iban, customerId: 2 as CustomerId }];
    const decide = (one: MatchReceipt): string[] => matchReceipts([one], buildMatchIndex({ items: [item(1, 'A-1001', 500)], letters: [], customers, promises: [], history: { payers: shared, names: [], habits: [] }, policy: cautiousPolicy })).map(told);
    expect(decide(receipt(500, { counterIban: iban, counterName: 'Stichting Betaaldienst' }))).toEqual(['unmatched-shared-account']);
    expect(decide(receipt(500, { counterIban: iban, counterName: 'KRAANVOGEL INSTALLATIES BV' }))).toEqual(['iban-amount 1:500 rest 0']);
    expect(decide(receipt(500, { counterIban: iban, remittance: 'A-1001' }))).toEqual(['number 1:500 rest 0']);
  });

  it('never guesses between two equal ones, and books nothing on amount alone', () => {
    expect(told(match([item(1, 'A-1001', 500), item(2, 'A-1002', 500)], receipt(500, { counterIban: iban })))).toBe(
      'unmatched-equal-candidates',
    );
    expect(told(match([item(1, 'A-1001', 500)], receipt(500)))).toBe('unmatched-nothing-found');
    expect(told(match([item(1, 'A-1001', 500)], receipt(499, { counterIban: iban })))).toBe('unmatched-no-amount');
  });

  it('never books in another currency, nor money that went out', () => {
    expect(told(match([item(1, 'A-1001', 500, { currency: 'USD' })], receipt(500, { counterIban: iban, remittance: 'A-1001' })))).toBe(
      'unmatched-other-currency',
    );
    expect(told(match([item(1, 'A-1001', -500)], receipt(-500, { counterIban: iban })))).toBe('unmatched-money-out');
  });

  it('what one receipt paid is no longer open for the next, and a part leaves the rest', () => {
    const items = [item(1, 'A-1001', 500)];
    const twice = [2, 1].map((id) => receipt(500, { bankEntryId: id as BankEntryId, counterIban: iban }));
    expect(matchReceipts(twice, index(items)).map(told)).toEqual(['iban-amount 1:500 rest 0', 'unmatched-no-amount']);
    const part = receipt(200, { counterIban: iban, remittance: 'A-1001' });
    const rest = receipt(300, { bankEntryId: 2 as BankEntryId, counterIban: iban, bookDate: plainDate('2026-11-12') });
    expect(matchReceipts([rest, part], index(items)).map(told)).toEqual(['number 1:200 rest 0', 'iban-amount 1:300 rest 0']);
  });
});

describe('proposals for the review screen', () => {
  const propose = (items: readonly MatchItem[], one: MatchReceipt) =>
    proposeCandidates(one, index(items)).map((candidate) => ({
      parts: candidate.parts.map((part) => `${part.documentId}:${part.cents}`).join(' '),
      rest: candidate.restCents,
      for: candidate.evidence.filter(({ stance }) => stance === 'for').map(({ reason }) => reason.code),
      not: candidate.evidence.filter(({ stance }) => stance !== 'for').map(({ reason }) => reason.code),
    }));

  it('put the named invoice of the payer first and say what is missing', () => {
    const [best] = propose(
      [item(1, '2026-0042', 5_000), item(2, '2026-0043', 4_000)],
      receipt(4_000, { remittance: '2026-0042', counterIban: iban }),
    );
    expect(best).toEqual({ parts: '1:4000', rest: 0, for: ['evidence-number', 'evidence-iban'], not: ['missing-amount'] });
  });

  it('show both of two equal candidates, each against the other', () => {
    const both = propose([item(1, 'A-1001', 500), item(2, 'A-1002', 500)], receipt(500, { counterIban: iban }));
    expect(both.map(({ parts }) => parts)).toEqual(['1:500', '2:500']);
    expect(both[0]?.not).toContain('against-equal-candidate');
  });

  it('find a customer by the name of the payer, and all of a customer’s invoices when they add up', () => {
    const items = [item(1, 'A-1001', 500, { customerId: 2 }), item(2, 'A-1002', 250, { customerId: 2 })];
    const [best] = propose(items, receipt(750, { counterName: 'Tolletje en Zonen' }));
    expect(best).toMatchObject({ parts: '1:500 2:250', for: ['evidence-same-name', 'evidence-sum', 'evidence-all-open'] });
  });

  it('offer a document of the exact amount of anybody last, and never more than five', () => {
    const items = Array.from({ length: 40 }, (_, at) => item(at + 1, `B-${2000 + at}`, 900, { customerId: 2 }));
    expect(propose(items, receipt(900))).toHaveLength(5);
  });

  it('offer the credit note for money that went out', () => {
    expect(propose([item(1, 'CN-1001', -500), item(2, 'A-1002', 500)], receipt(-500, { counterIban: iban }))[0]).toMatchObject({
      parts: '1:-500',
      rest: 0,
    });
  });

  it('offer nothing where there is no evidence', () => expect(propose([item(1, 'A-1001', 500)], receipt(499))).toEqual([]));
});
