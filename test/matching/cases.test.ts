/** What really comes in, case by case: each is booked right, or waits with the right proposal first. */
import { describe, expect, it } from 'vitest';
import { match } from '../../src-main/domain/matching/match.ts';
import { cautiousPolicy } from '../../src-main/domain/matching/matchPolicy.ts';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, PaymentPlanId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { customer, decide, iban, item, material, otherIban, receipt, spokenFor, strangeIban, told } from './builders.ts';

const day = plainDate('2026-11-10');

describe('a payment that is not the whole amount', () => {
  const items = [item(1, '2026-0042', 12_100, { paymentReference: '202600004236' }), item(2, '2026-0043', 5_000)];
  it('part by reference is a part, and the rest stays open', () => expect(told(decide(receipt(4_000, { structuredRef: '202600004236' }), material(items)))).toBe('reference: 1:4000'));
  it('more than was open stays as a credit', () => expect(told(decide(receipt(15_000, { structuredRef: '202600004236' }), material(items)))).toBe('reference: 1:12100 rest 2900'));
  it('more that is exactly what stands open elsewhere goes to a person: paid twice, or both', () => {
    const twins = [...items, item(3, '2026-0050', 12_100)];
    expect(told(decide(receipt(24_200, { remittance: '2026-0042', counterIban: iban }), material(twins)))).toMatch(/^proposed unmatched-amount-differs/);
    expect(told(decide(receipt(24_200, { remittance: '2026-0042', counterIban: iban }), material(items)))).toBe('number: 1:12100 rest 12100');
  });
  it('in two receipts settles the invoice with the second', () => {
    const two = [receipt(4_000, { structuredRef: '202600004236' }), receipt(8_100, { bankEntryId: 2 as BankEntryId, structuredRef: '202600004236', bookDate: addDays(day, 3) })];
    expect(match(two.toReversed(), material(items)).map(told)).toEqual(['reference: 1:4000', 'reference: 1:8100']);
  });
  it('a part beside a number that cannot be read goes to a person', () => {
    expect(told(decide(receipt(17_000, { remittance: '2026-0042 en 2026-0083', counterIban: iban }), material(items)))).toMatch(/^proposed unmatched-amount-differs/);
  });
  it('a reference typed into the text by somebody with another name decides only with the exact amount', () => {
    const typed = { remittance: '+++202/6000/04236+++', counterName: 'Heel Iemand Anders' };
    expect(told(decide(receipt(12_100, typed), material(items)))).toBe('reference: 1:12100');
    expect(told(decide(receipt(4_000, typed), material(items)))).toBe('proposed unmatched-amount-differs: 1:4000');
  });
});

describe('several documents in one receipt', () => {
  const items = [item(1, '2026-0042', 10_000), item(2, '2026-0043', 2_500), item(3, '2026-0044', 777), item(4, 'CN-8801', -500)];
  it('one receipt for thirty invoices', () => {
    const many = Array.from({ length: 30 }, (_, at) => item(at + 1, `2026-${1000 + at}`, 1_000 + at));
    const decision = decide(receipt(30_435, { remittance: many.map(({ number }) => number).join(' ') }), material(many));
    expect(decision.outcome === 'booked' && [decision.rule, decision.parts.length]).toEqual(['sum', 30]);
  });
  it('net of a credit note that is named', () => expect(told(decide(receipt(9_500, { remittance: '2026-0042 CN-8801' }), material(items)))).toBe('sum: 1:10000 4:-500'));
  it('net of a credit note that is not named, from a known payer only', () => {
    expect(told(decide(receipt(9_500, { remittance: '2026-0042', counterIban: iban }), material(items)))).toBe('sum: 1:10000 4:-500');
    expect(told(decide(receipt(9_500, { remittance: '2026-0042', counterIban: strangeIban }), material(items)))).toBe('proposed unmatched-amount-differs: 4:-500 1:10000');
  });
  it('everything that is open, or the only set that adds up, from a known payer who names nothing', () => {
    expect(told(decide(receipt(12_777, { counterIban: iban }), material(items)))).toBe('iban-sum: 1:10000 2:2500 3:777 4:-500');
    expect(told(decide(receipt(3_277, { counterIban: iban }), material(items)))).toBe('iban-sum: 2:2500 3:777');
    expect(told(decide(receipt(3_277, { counterName: 'Kraanvogel Installaties' }), material(items)))).toBe('proposed unmatched-nothing-found: 2:2500 3:777');
  });
  it('two sets that add up are never chosen between', () => {
    const even = [item(1, '2026-0042', 1_000), item(2, '2026-0043', 2_000), item(3, '2026-0044', 3_000), item(4, '2026-0045', 4_000)];
    expect(decide(receipt(5_000, { counterIban: iban }), material(even)).outcome).toBe('proposed');
  });
});

describe('a payment that is short with a reason', () => {
  const within = { untilDate: plainDate('2026-11-12'), basisPoints: 200 };
  const priced = (discount: Parameters<typeof item>[3]) => [item(1, '2026-0042', 12_100, discount)];
  it('discount in time is granted, also a cent off by rounding, and a fixed discount too', () => {
    expect(told(decide(receipt(11_858, { remittance: '2026-0042' }), material(priced({ discount: within }))))).toBe('number: 1:11858 early-payment-discount 1:242');
    expect(told(decide(receipt(11_857, { remittance: '2026-0042' }), material(priced({ discount: within }))))).toBe('number: 1:11857 early-payment-discount 1:243');
    expect(told(decide(receipt(11_600, { remittance: '2026-0042' }), material(priced({ discount: { untilDate: day, cents: cents(500) } }))))).toBe('number: 1:11600 early-payment-discount 1:500');
  });
  it('discount too late is a part, unless the policy gives more days', () => {
    const late = priced({ discount: { ...within, untilDate: plainDate('2026-11-08') } });
    expect(told(decide(receipt(11_858, { remittance: '2026-0042', counterIban: iban }), material(late)))).toBe('number: 1:11858');
    const policy = { ...cautiousPolicy, discountGraceDays: 2 };
    expect(told(decide(receipt(11_858, { remittance: '2026-0042', counterIban: iban }), material(late, { policy })))).toBe('number: 1:11858 early-payment-discount 1:242');
  });
  it('discount without a number is proposed first, with the loss shown apart', () => {
    const decision = decide(receipt(11_858, { counterIban: iban }), material(priced({ discount: within })));
    expect(told(decision)).toBe('proposed unmatched-no-amount: 1:11858 early-payment-discount 1:242');
    expect(spokenFor(decision)).toEqual(['evidence-iban', 'evidence-discount']);
  });
  it.each(['2026-0042 /CHGS/EUR11,00/', '2026-0042 /CHGS1/EUR6,00//CHGS2/EUR5/', '2026-0042 KOSTENCODE: SHA', '2026-0042 KOSTEN: BEN', '2026-0042 CHARGES: SHA'])(
    'costs of a bank outside the SEPA are booked apart when the bank says so, inside it nothing is: %s',
    (remittance) => {
      const foreign = { remittance, counterIban: 'TR330006100519786457841326' };
      expect(told(decide(receipt(11_000, foreign), material(priced({}))))).toBe('number: 1:11000 bank-costs 1:1100');
      expect(told(decide(receipt(10_000, foreign), material(priced({}))))).toMatch(/^proposed unmatched-amount-differs/);
      for (const inside of [strangeIban, iban]) expect(told(decide(receipt(11_000, { ...foreign, counterIban: inside }), material(priced({}))))).toMatch(/^proposed unmatched-amount-differs/);
    },
  );
  it('a payment that was ordered in another currency counts as one from outside, with a charge code only', () => {
    const known = { counterIban: iban, remittance: '2026-0042 /OCMT/USD120,00/CHGS/EUR11,00/' };
    expect(told(decide(receipt(11_000, known), material(priced({}))))).toBe('number: 1:11000 bank-costs 1:1100');
    expect(told(decide(receipt(11_000, { ...known, remittance: '2026-0042 /OCMT/EUR121,00/CHGS/EUR11,00/' }), material(priced({}))))).toMatch(/^proposed unmatched-amount-differs/);
  });
  it('more than the bank says it took goes to a person', () =>
    expect(told(decide(receipt(11_000, { remittance: '2026-0042 /CHGS/EUR7,50/', counterIban: 'TR330006100519786457841326' }), material(priced({}))))).toBe(
      'proposed unmatched-amount-differs: 1:11000 bank-costs 1:1100',
    ));
  it('from outside the SEPA without a charge code a person chooses between costs and a part, also for a known account', () => {
    const turkish = 'TR330006100519786457841326';
    const { history } = material([]);
    const known = { history: { ...history, payers: [{ iban: turkish, customerId: 1 as CustomerId }] } };
    expect(told(decide(receipt(11_000, { remittance: '2026-0042', counterIban: turkish }), material(priced({}), known)))).toBe('proposed unmatched-amount-differs: 1:11000 bank-costs 1:1100');
    expect(told(decide(receipt(6_000, { remittance: '2026-0042', counterIban: turkish }), material(priced({}), known)))).toBe('number: 1:6000');
  });
  it.each(['2026-0042 ik ben krap, rest volgt', 'Ben de Vries 2026-0042', 'KOSTEN: BEN de Vries 2026-0042', '2026-0042 zonder bankkosten', '2026-0042 Sha Tin restaurant', '2026-0042 bank charges paid by us', '2026-0042 frais bancaires'])(
    'words of a payer give nothing away: %s is a part, and the rest stays open',
    (remittance) => {
      expect(told(decide(receipt(11_000, { remittance, counterIban: iban }), material(priced({}))))).toBe('number: 1:11000');
      expect(told(decide(receipt(11_000, { remittance, counterIban: 'TR330006100519786457841326' }), material(priced({}))))).toMatch(/^proposed unmatched-amount-differs/);
    },
  );
  it('a fixed discount that takes away all of one invoice goes to a person', () => {
    const items = [item(1, '2026-0042', 12_100), item(2, '2026-0043', 500, { discount: { untilDate: day, cents: cents(500) } })];
    expect(decide(receipt(12_100, { remittance: '2026-0042 2026-0043', counterIban: iban }), material(items)).outcome).toBe('proposed');
  });
  it('a few cents are written off up to the limit of the policy, and not where it is zero', () => {
    expect(told(decide(receipt(12_095, { remittance: '2026-0042' }), material(priced({}))))).toBe('number: 1:12095 small-difference 1:5');
    expect(decide(receipt(12_094, { remittance: '2026-0042' }), material(priced({}))).outcome).toBe('proposed');
    const policy = { ...cautiousPolicy, smallDifferenceMaxCents: cents(0) };
    expect(told(decide(receipt(12_095, { remittance: '2026-0042', counterIban: iban }), material(priced({}), { policy })))).toBe('number: 1:12095');
  });
  it('a customer seen to leave larger differences gets them proposed, with how often', () => {
    const habits = [{ customerId: 1 as CustomerId, kind: 'leaves-small-difference' as const, times: 3, maxCents: cents(100) }];
    const { history } = material([]);
    const decision = decide(receipt(12_040, { counterIban: iban }), material(priced({}), { history: { ...history, habits } }));
    expect(told(decision)).toBe('proposed unmatched-no-amount: 1:12040 small-difference 1:60');
    expect(spokenFor(decision)).toContain('evidence-habit');
  });
});

describe('a payment of a few cents too much', () => {
  const items = [item(1, '2026-0042', 12_100), item(2, '2026-0043', 20_000)];
  const accepted = (decision: ReturnType<typeof decide>): readonly unknown[] => (decision.outcome === 'booked' ? [told(decision), decision.acceptedCents, decision.reason.code] : [told(decision)]);
  it('is accepted as a difference up to the limit of the policy, for one invoice or the sum of all that are named', () => {
    expect(accepted(decide(receipt(12_103, { remittance: '2026-0042', counterIban: iban }), material(items)))).toEqual(['number: 1:12100 rest 3', 3, 'match-with-small-surplus']);
    expect(accepted(decide(receipt(12_105, { remittance: '2026-0042' }), material(items)))).toEqual(['number: 1:12100 rest 5', 5, 'match-with-small-surplus']);
    expect(accepted(decide(receipt(32_101, { remittance: '2026-0042 2026-0043' }), material(items)))).toEqual(['sum: 1:12100 2:20000 rest 1', 1, 'match-with-small-surplus']);
  });
  it('beyond the limit stays the credit of the customer, and with a limit of zero all of it', () => {
    expect(accepted(decide(receipt(12_106, { remittance: '2026-0042', counterIban: iban }), material(items)))).toEqual(['number: 1:12100 rest 6', 0, 'match-number-over']);
    const policy = { ...cautiousPolicy, smallDifferenceMaxCents: cents(0) };
    expect(accepted(decide(receipt(12_103, { remittance: '2026-0042', counterIban: iban }), material(items, { policy })))).toEqual(['number: 1:12100 rest 3', 0, 'match-number-over']);
  });
  it('is no difference where those cents, or the whole amount, stand open elsewhere', () => {
    const interest = item(3, 'R-1', 3, { kind: 'claim', claimKind: 'interest' });
    expect(told(decide(receipt(12_103, { remittance: '2026-0042', counterIban: iban }), material([...items, interest])))).toBe('sum: 1:12100 3:3');
    expect(decide(receipt(12_103, { remittance: '2026-0042' }), material([...items, interest])).outcome).toBe('proposed');
    expect(decide(receipt(12_103, { remittance: '2026-0042', counterIban: iban }), material([...items, item(4, '2026-0050', 12_103)])).outcome).toBe('proposed');
  });
});

describe('what was agreed with the customer', () => {
  it('an instalment of a plan is booked as a part of its invoice for a known payer', () => {
    const instalments = [20, 50, 80].map((days) => ({ planId: 1 as PaymentPlanId, dueDate: addDays(day, days - 20), cents: cents(4_000) }));
    const items = [item(1, '2026-0042', 12_000, { instalments }), item(2, '2026-0043', 700)];
    expect(told(decide(receipt(4_000, { counterIban: iban, remittance: 'termijn 1' }), material(items)))).toBe('instalment: 1:4000');
    expect(told(decide(receipt(4_000, { counterName: 'Kraanvogel Installaties' }), material(items)))).toBe('proposed unmatched-nothing-found: 1:4000');
    const rival = [...items, item(3, '2026-0044', 4_000)];
    expect(told(decide(receipt(4_000, { counterIban: iban }), material(rival)))).toMatch(/^proposed unmatched-equal-candidates/);
  });
  it('a promised amount goes to what has been due longest, around its day only', () => {
    const items = [item(1, '2026-0042', 3_000, { dueDate: plainDate('2026-10-30') }), item(2, '2026-0041', 2_000, { dueDate: plainDate('2026-09-30') })];
    const promises = [{ customerId: 1 as CustomerId, dueOn: addDays(day, 2), cents: cents(4_000) }];
    expect(told(decide(receipt(4_000, { counterIban: iban }), material(items, { promises })))).toBe('promise: 2:2000 1:2000');
    const old = [{ customerId: 1 as CustomerId, dueOn: addDays(day, -60), cents: cents(4_000) }];
    expect(decide(receipt(4_000, { counterIban: iban }), material(items, { promises: old })).outcome).toBe('proposed');
  });
  it('the undisputed rest is a part when named, and proposed first when not', () => {
    const items = [item(1, '2026-0042', 12_100, { disputedCents: cents(2_100) }), item(2, '2026-0043', 700)];
    expect(told(decide(receipt(10_000, { remittance: '2026-0042', counterIban: iban }), material(items)))).toBe('number: 1:10000');
    const decision = decide(receipt(10_000, { counterIban: iban }), material(items));
    expect(told(decision)).toBe('proposed unmatched-no-amount: 1:10000');
    expect(spokenFor(decision)).toContain('evidence-undisputed');
  });
});

describe('interest and costs', () => {
  const claims = [
    item(1, '2026-0042', 10_000),
    item(2, 'R-1', 300, { kind: 'claim', claimKind: 'interest' }),
    item(3, 'K-1', 4_000, { kind: 'claim', claimKind: 'costs' }),
  ];
  const letters = [{ reference: 'H-2026-0211', documents: claims.map(({ documentId, openCents }) => ({ documentId, askedCents: openCents })), instalments: [] }];
  const inOrder = (allocationOrder: Parameters<typeof customer>[2]): string =>
    told(decide(receipt(5_000, { remittance: 'brief H-2026-0211' }), material(claims, { letters, customers: [customer(1, 'Kraanvogel', allocationOrder)] })));

  it('paid with the invoice that is named are found by the sum, in full only', () => {
    expect(told(decide(receipt(14_300, { remittance: '2026-0042', counterIban: iban }), material(claims)))).toBe('sum: 1:10000 2:300 3:4000');
    expect(told(decide(receipt(10_000, { remittance: '2026-0042', counterIban: iban }), material(claims)))).toBe('number: 1:10000');
  });
  it('paid in part follow the law of the country: costs, interest, principal in the Netherlands', () =>
    expect(inOrder({ allocationOrder: 'costs-interest-principal' })).toBe('proposed unmatched-letter-amount: 3:4000 2:300 1:700'));
  it('interest, principal, costs between businesses in Belgium', () => expect(inOrder({ allocationOrder: 'interest-principal-costs' })).toBe('proposed unmatched-letter-amount: 2:300 1:4700'));
  it('and the principal first for a consumer in Belgium', () => expect(inOrder({ allocationOrder: 'principal-interest-costs' })).toBe('proposed unmatched-letter-amount: 1:5000'));
});

describe('somebody else pays', () => {
  const items = [item(1, '2026-0042', 10_000), item(2, '2026-0043', 2_500, { customerId: 2 }), item(3, '2026-0044', 900, { customerId: 3 })];
  const group = [customer(1, 'Windroos Oost', { groupId: 1 }), customer(2, 'Windroos West', { groupId: 1 }), customer(3, 'Drukkerij De Inktpot')];

  it('a company of the same group, for one of them or for two, when they are named', () => {
    expect(told(decide(receipt(10_000, { remittance: '2026-0042', counterIban: otherIban }), material(items, { customers: group })))).toBe('number: 1:10000');
    expect(told(decide(receipt(12_500, { remittance: '2026-0042 2026-0043', counterIban: otherIban }), material(items, { customers: group })))).toBe('sum: 1:10000 2:2500');
  });
  it('a company of the same group that names nothing is proposed, not booked', () => {
    const decision = decide(receipt(10_000, { counterIban: otherIban }), material(items, { customers: group }));
    expect(told(decision)).toBe('proposed unmatched-no-amount: 1:10000');
    expect(spokenFor(decision)).toContain('evidence-group');
  });
  it('a company that is of no group with the customer goes to a person', () =>
    expect(told(decide(receipt(10_000, { remittance: '2026-0042', counterIban: otherIban }), material(items)))).toMatch(/^proposed unmatched-payer-conflict/));
  it('a factor that pays for several customers gets all of them proposed together', () =>
    expect(told(decide(receipt(13_400, { remittance: '2026-0042, 2026-0043, 2026-0044', counterName: 'Factormaatschappij De Sluis' }), material(items)))).toBe(
      'proposed unmatched-other-customers: 1:10000 2:2500 3:900',
    ));
});

describe('payment services', () => {
  const items = [item(1, '2026-0042', 10_000, { customerId: 1 })];
  it.each([
    ['Stichting Mollie Payments', 'Mollie Settlement 1234567.2611.03'],
    ['STRIPE TECHNOLOGY EUROPE LTD', 'STRIPE PAYOUT po_1NX4ab'],
    ['Adyen N.V.', 'TX1234567XT batch 221 merchant'],
    [null, 'Mollie uitbetaling 1234567'],
  ])('a payout of %s is parked as many orders, also when the amount and the account are those of a customer', (counterName, remittance) => {
    const decision = decide(receipt(10_000, { counterName, remittance, counterIban: iban }), material(items));
    expect(told(decision)).toBe('parked unmatched-settlement');
    expect(decision.outcome === 'parked' && decision.customerId).toBeNull();
  });
  it('one order that is passed on with its number is booked, without it not', () => {
    expect(told(decide(receipt(10_000, { counterName: 'Stichting Mollie Payments', remittance: 'Factuur 2026-0042' }), material(items)))).toBe('number: 1:10000');
    expect(told(decide(receipt(10_000, { counterName: 'Adyen N.V.', remittance: 'bestelling', counterIban: iban }), material(items)))).toMatch(/^proposed unmatched-payment-service/);
  });
});

describe('another currency', () => {
  const items = [item(1, '2026-0042', 10_000, { currency: 'USD' }), item(2, '2026-0043', 9_100)];
  it('is matched with itself and never with euros', () => {
    expect(told(decide(receipt(10_000, { remittance: '2026-0042', currency: 'USD' }), material(items)))).toBe('number: 1:10000');
    expect(decide(receipt(9_100, { remittance: '2026-0042', counterIban: iban }), material(items)).reason.code).toBe('unmatched-other-currency');
  });
});

describe('money that comes twice', () => {
  const paid = item(1, '2026-0042', 0, { totalCents: cents(12_100), settledOn: plainDate('2026-10-28') });
  it('with the number of a paid invoice waits, with the customer whose it is', () => {
    const decision = decide(receipt(12_100, { remittance: '2026-0042', counterIban: iban }), material([paid, item(2, '2026-0050', 12_100)]));
    expect(told(decision)).toBe('parked unmatched-already-paid');
    expect(decision.outcome === 'parked' && decision.customerId).toBe(1);
  });
  it('without a word, right after the same amount, waits as well', () => {
    expect(told(decide(receipt(12_100, { counterIban: iban }), material([paid, item(2, '2026-0050', 900)])))).toBe('parked unmatched-paid-again');
    const longAgo = { ...paid, settledOn: plainDate('2026-06-01') };
    expect(decide(receipt(12_100, { counterIban: iban }), material([longAgo])).reason.code).toBe('unmatched-no-amount');
  });
  it('in one file pays the invoice once', () => {
    const twice = [1, 2].map((id) => receipt(12_100, { bankEntryId: id as BankEntryId, remittance: '2026-0042', counterIban: iban }));
    expect(match(twice, material([item(1, '2026-0042', 12_100)])).map(told)).toEqual(['number: 1:12100', 'parked unmatched-already-paid']);
  });
});

describe('money that goes back', () => {
  it('is never booked by itself, and the credit note is proposed', () =>
    expect(told(decide(receipt(-500, { remittance: 'terugbetaling CN-8801', counterIban: iban }), material([item(1, 'CN-8801', -500), item(2, '2026-0042', 500)])))).toBe('proposed unmatched-money-out: 1:-500'));
});

describe('what cannot have been meant', () => {
  it('an invoice of after the payment is not paid by a payment that names nothing', () => {
    const items = [item(1, '2026-0042', 12_100, { issueDate: addDays(day, 5) })];
    expect(told(decide(receipt(12_100, { counterIban: iban }), material(items)))).toBe('parked unmatched-no-amount');
  });
  it('one invoice named with the amount of another goes to a person, with a reference too', () => {
    const items = [item(1, '2026-0042', 12_100, { paymentReference: '202600004236' }), item(2, '2026-0043', 5_000)];
    expect(decide(receipt(5_000, { structuredRef: '202600004236', counterIban: iban }), material(items)).outcome).toBe('proposed');
    expect(decide(receipt(5_000, { remittance: '2026-0042', counterIban: iban }), material(items)).outcome).toBe('proposed');
  });
  it('a receipt never tells of a document that is not there', () => {
    const decision = decide(receipt(500, { remittance: 'Belastingdienst 2026' }), material([item(1 as DocumentId, '2026-0042', 900)]));
    expect(told(decision)).toBe('parked unmatched-nothing-found');
  });
});
