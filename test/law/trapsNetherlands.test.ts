/** What goes wrong in Dutch law when it is programmed carelessly; each test is named by the rule it would break. */
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { zeroCents } from '../../src-shared/money.ts';
import { allocateBetweenClaims, allocateWithinClaim } from '../../src-main/domain/law/allocatePayment.ts';
import { agreedCosts, costsAfterTimelyPayment, dutchCollectionCosts, tradeMinimum } from '../../src-main/domain/law/collectionCosts.ts';
import { consumerTerm, dutchFourteenDays } from '../../src-main/domain/law/consumerTerms.ts';
import { defaultStart, type DefaultQuestion } from '../../src-main/domain/law/defaultStart.ts';
import { approvedFormulas, judgeFourteenDayWording } from '../../src-main/domain/law/fourteenDayWording.ts';
import { lastPaymentDay, type PaymentTermQuestion } from '../../src-main/domain/law/paymentTerms.ts';
import { prescriptionDate, type PrescriptionQuestion } from '../../src-main/domain/law/prescription.ts';
import { vatRefundDate } from '../../src-main/domain/law/vatRefund.ts';
import { euros, interest, paid } from './questions.ts';

const own = { isOutsourced: false, canDeductVat: true };
const costs = (...principals: string[]) => dutchCollectionCosts({ kind: 'consumer', principals: principals.map(euros), vat: own, alreadyChargedCents: zeroCents });
const codes = (doubts: readonly { readonly code: string }[]): readonly string[] => doubts.map(({ code }) => code);
const claim: DefaultQuestion = { country: 'NL', kind: 'trade', dueDate: null, isTermAgreed: false, received: null, notice: null, firstReminder: null, isSmallCreditor: true, hasClause: false };
const term: PaymentTermQuestion = { country: 'NL', agreedDays: null, isExpresslyAgreed: false, isLargeBuyer: false, invoiceReceivedOn: plainDate('2026-03-02'), goodsReceivedOn: null, acceptedOn: null };
const old: PrescriptionQuestion = { country: 'NL', kind: 'consumer', supplied: 'goods', isPeriodic: false, dueDate: plainDate('2024-02-29'), interruptions: [] };

describe('nl §2 collection costs', () => {
  it('the scale changes at 2,500, 5,000, 10,000 and 200,000 and is continuous there', () => {
    expect(['2500.00', '5000.00', '10000.00', '200000.00', '1000000.00', '1000000.01'].map((text) => costs(text).amountCents)).toEqual([375_00, 625_00, 875_00, 2775_00, 6775_00, 6775_00]);
  });
  it('the minimum of 40 ends above 266.66', () => expect([costs('0.01'), costs('266.66'), costs('266.67'), costs('266.74')].map((one) => one.amountCents)).toEqual([40_00, 40_00, 40_00, 40_01]));
  it('the cap of 6,775 applies to the whole', () => expect(costs('5000000.00').working.map((line) => line.amountCents)).toEqual([375_00, 250_00, 250_00, 1900_00, 24000_00, -20000_00]));
  it('no principal, no costs: not even the minimum', () => expect(costs().amountCents).toBe(0));
  it('three small invoices are one claim, not three times the minimum', () => expect(costs('100.00', '100.00', '100.00').amountCents).toBe(45_00));
  it('VAT comes on top only when the work is outsourced and the VAT cannot be deducted', () => {
    const withVat = (isOutsourced: boolean, canDeductVat: boolean) => dutchCollectionCosts({ kind: 'consumer', principals: [euros('1000.00')], vat: { isOutsourced, canDeductVat }, alreadyChargedCents: zeroCents });
    expect([withVat(false, false), withVat(true, true), withVat(false, true)].map((one) => one.amountCents)).toEqual([150_00, 150_00, 150_00]);
    expect(withVat(true, false).amountCents).toBe(181_50);
    expect(codes(withVat(true, false).doubts)).toContain('law-vat-statement');
  });
  it('a payment in part within the term leaves costs over the remainder only', () => {
    const asked = { kind: 'consumer', principals: [euros('2000.00')], vat: own, alreadyChargedCents: zeroCents } as const;
    expect(costsAfterTimelyPayment(asked, [euros('1500.00')]).amountCents).toBe(75_00);
    expect(costsAfterTimelyPayment(asked, [euros('2000.00')]).amountCents).toBe(0);
    expect(costsAfterTimelyPayment(asked, []).amountCents).toBe(300_00);
  });
  it('costs charged earlier for instalments of one contract are taken off', () => {
    const answer = dutchCollectionCosts({ kind: 'consumer', principals: [euros('1000.00')], vat: own, alreadyChargedCents: euros('40.00') });
    expect([answer.amountCents, codes(answer.doubts).includes('law-costs-cumulation')]).toEqual([110_00, true]);
  });
  it('between businesses 40 is due without a reminder and cannot be agreed away', () => {
    expect(tradeMinimum('NL', 1).amountCents).toBe(40_00);
    expect(agreedCosts(euros('100.00'), { percent: '15', minimumCents: zeroCents }).amountCents).toBe(40_00);
    expect(agreedCosts(euros('1000.00'), { percent: '15', minimumCents: zeroCents }).amountCents).toBe(150_00);
  });
  it('unfair clause: an agreed rate above the statutory one towards a consumer is doubted aloud', () => {
    expect(codes(interest({ kind: 'consumer', from: '2025-01-01', to: '2025-07-01', agreed: { kind: 'rate', percent: '12' } }).doubts)).toContain('law-agreed-rate-unfair');
  });
});

describe('nl §3 the fourteen-day letter', () => {
  it('1 it must be sent after default has started', () => expect(defaultStart({ ...claim, kind: 'consumer', dueDate: plainDate('2026-11-18'), isTermAgreed: true }).start?.date).toBe('2026-11-19'));
  it('2 the term is fourteen full days from the day after delivery', () => {
    const answer = dutchFourteenDays(plainDate('2026-11-20'), 'letter');
    expect(answer.working.map((line) => [line.rule, line.days])).toEqual([['delivery-post-nl', 5], ['fourteen-days-nl', 14]]);
    expect([answer.startsOn, answer.date, answer.chargesFrom]).toEqual(['2026-11-25', '2026-12-08', '2026-12-09']);
  });
  it('2 Sunday, Monday and holidays are neither days in between nor the day of delivery', () => {
    expect(consumerTerm('NL', plainDate('2026-11-21'), 'letter').startsOn).toBe('2026-11-26');
    expect(consumerTerm('NL', plainDate('2025-12-24'), 'letter').startsOn).toBe('2025-12-31');
  });
  it('2 by e-mail the day after sending is the day of delivery, and the receipt is ours to prove', () => {
    const answer = dutchFourteenDays(plainDate('2026-11-20'), 'email');
    expect([answer.date, answer.chargesFrom, answer.confidence]).toEqual(['2026-12-05', '2026-12-06', 'unconfirmed']);
    expect(codes(answer.doubts)).toEqual(['law-email-receipt', 'law-term-ends-free-day']);
  });
  it('2 only the two approved formulas stand', () => {
    for (const formula of approvedFormulas) expect(judgeFourteenDayWording(`U betaalt ${formula}.`)).toEqual({ isValid: true });
    expect(judgeFourteenDayWording('binnen 15 dagen na ontvangst van deze brief').isValid).toBe(true);
    expect(judgeFourteenDayWording('binnen 14 dagen,\n te rekenen vanaf de dag nadat u deze brief hebt ontvangen').isValid).toBe(true);
  });
  it.each([
    ['binnen 14 dagen na dagtekening van deze brief, nadat deze is bezorgd', 'law-wording-from-sending'],
    ['binnen veertien dagen na de datum van deze brief', 'law-wording-from-sending'],
    ['binnen vijftien dagen vanaf vandaag', 'law-wording-from-sending'],
    ['uiterlijk op dinsdag 8 december 2026, vijftien dagen na bezorging', 'law-wording-calendar-date'],
    ['binnen veertien dagen nadat deze brief bij u is bezorgd', 'law-wording-too-short'],
    ['binnen veertien dagen', 'law-wording-not-delivery'],
    ['zo snel mogelijk', 'law-wording-no-term'],
  ])('2 void: %s', (text, code) => expect(judgeFourteenDayWording(text)).toEqual({ isValid: false, reason: { code, params: {} } }));
  it('3 the amount named is exactly the scale over all open principals', () => expect(costs('653.40', '242.00').amountCents).toBe(134_31));
  it('4 VAT needs its statement', () => expect(codes(dutchCollectionCosts({ kind: 'consumer', principals: [euros('1.00')], vat: { isOutsourced: true, canDeductVat: false }, alreadyChargedCents: zeroCents }).doubts)).toContain('law-vat-statement'));
  it('5 the letter itself is free: costs wait for its term', () => expect(codes(costs('1000.00').doubts)).toContain('law-fourteen-days-first'));
});

describe('nl §4 when default starts', () => {
  it('agreed term between businesses: the day after the last day, without notice', () => expect(defaultStart({ ...claim, dueDate: plainDate('2026-06-12') }).start?.date).toBe('2026-06-13'));
  it('nothing agreed: thirty days from the day after receipt of the invoice, the goods or their acceptance', () => {
    const received = { invoiceReceivedOn: plainDate('2026-01-31'), goodsReceivedOn: null, acceptedOn: null };
    expect(defaultStart({ ...claim, received }).start?.date).toBe('2026-03-03');
    expect(defaultStart({ ...claim, received: { ...received, goodsReceivedOn: plainDate('2026-02-10'), acceptedOn: plainDate('2026-02-05') } }).start?.date).toBe('2026-03-13');
    expect(defaultStart(claim).missing?.code).toBe('law-default-no-date');
  });
  it('a term that stands on the invoice only is not fatal towards a consumer', () => {
    expect(defaultStart({ ...claim, kind: 'consumer', dueDate: plainDate('2026-06-12') })).toEqual({ start: null, missing: { code: 'law-default-notice-needed', params: {} } });
    const notice = { sentOn: plainDate('2026-07-01'), lastDay: plainDate('2026-07-15') };
    expect(defaultStart({ ...claim, kind: 'consumer', dueDate: plainDate('2026-06-12'), notice }).start?.date).toBe('2026-07-16');
    expect(defaultStart({ ...claim, kind: 'consumer', dueDate: plainDate('2026-06-12'), isTermAgreed: true, notice }).start?.date).toBe('2026-06-13');
  });
  it('a term above sixty days counts only when expressly agreed, a large buyer never has more than thirty', () => {
    expect(lastPaymentDay(term).date).toBe('2026-04-01');
    expect(lastPaymentDay({ ...term, agreedDays: 14 }).date).toBe('2026-03-16');
    expect(lastPaymentDay({ ...term, agreedDays: 90 })).toMatchObject({ date: '2026-05-01', rule: 'term-maximum' });
    expect(lastPaymentDay({ ...term, agreedDays: 90, isExpresslyAgreed: true }).date).toBe(addDays(plainDate('2026-03-02'), 90));
    expect(lastPaymentDay({ ...term, agreedDays: 45, isLargeBuyer: true })).toMatchObject({ date: '2026-04-01', rule: 'term-large-buyer-nl' });
  });
});

describe('nl §5 interest', () => {
  it('the day of payment counts between businesses: due 12 June, paid 13 June is one day', () => expect(interest({ from: '2026-06-13', to: '2026-06-14' }).working[0]?.days).toBe(1));
  it('a change of the rate hits a running claim at once', () => {
    const answer = interest({ from: '2026-06-13', to: '2026-09-16', principalCents: euros('6655.00') });
    expect(answer.working.map((line) => [line.days, line.ratePercent, line.amountCents])).toEqual([[18, '10.15', 33_31], [77, '10.4', 146_01]]);
  });
  it('the rate is the published one, not the formula: consumers paid 6 % in the second half of 2025', () => expect(interest({ kind: 'consumer', from: '2025-07-01', to: '2025-07-02' }).working[0]?.ratePercent).toBe('6'));
  it('compounds on the anniversary of default, not on 1 January, and not for a broken year', () => {
    const answer = interest({ from: '2024-06-15', to: '2026-01-01', principalCents: euros('5000.00'), agreed: { kind: 'rate', percent: '6' } });
    expect(answer.working.map((line) => [line.from, line.principalCents])).toEqual([['2024-06-15', 5000_00], ['2025-06-15', 300_00], ['2025-06-15', 5300_00]]);
    expect(interest({ from: '2024-06-15', to: '2025-06-15', principalCents: euros('5000.00'), agreed: { kind: 'rate', percent: '6' } }).amountCents).toBe(300_00);
  });
  it('can be contracted to simple interest', () => expect(interest({ from: '2024-06-15', to: '2026-06-15', principalCents: euros('5000.00'), agreed: { kind: 'rate', percent: '6' }, isSimple: true }).amountCents).toBe(600_00));
  it('a start on 29 February has its anniversary on the 28th', () => {
    const answer = interest({ from: '2024-02-29', to: '2025-03-01', principalCents: euros('10000.00'), agreed: { kind: 'rate', percent: '10' } });
    expect(answer.working.map((line) => line.from)).toEqual(['2024-02-29', '2025-02-28', '2025-02-28']);
  });
  it('outside trade a lower agreed rate gives way to the statutory one, a higher one stays', () => {
    const agreed = (percent: string) => interest({ kind: 'consumer', from: '2025-01-01', to: '2025-07-01', agreed: { kind: 'rate', percent } }).working[0]?.ratePercent;
    expect([agreed('1'), agreed('8')]).toEqual(['6', '8']);
  });
  it('counts over 365 days, in leap years too, unless the real year is asked for', () => {
    const year = { from: '2024-01-01', to: '2025-01-01', agreed: { kind: 'rate', percent: '10' }, isSimple: true } as const;
    expect(interest(year).amountCents).toBe(100_27);
    expect(interest({ ...year, basis: 'actual' }).amountCents).toBe(100_00);
  });
  it('is not split at a half-year that changes nothing', () => expect(interest({ from: '2019-01-01', to: '2019-12-31' }).working).toHaveLength(1));
  it('bears none over collection costs', () => {
    const plain = interest({ from: '2026-01-01', to: '2026-03-01' });
    expect(interest({ from: '2026-01-01', to: '2026-03-01', costs: [{ dueFrom: plainDate('2026-01-01'), amountCents: euros('40.00') }] })).toMatchObject({ amountCents: plain.amountCents, costsLeftCents: 40_00 });
  });
});

describe('nl §6 what a payment pays', () => {
  it('within one claim: costs that are due, interest, principal', () => {
    const answer = interest({ from: '2026-09-28', to: '2026-11-21', principalCents: euros('4235.00'), payments: [paid('2026-10-20', '1500.00')], costs: [{ dueFrom: plainDate('2026-09-28'), amountCents: euros('40.00') }] });
    expect(answer.working.map((line) => line.amountCents)).toEqual([27_75, -40_00, -27_75, -1432_25, 24_76]);
    expect(answer.principalLeftCents).toBe(2802_75);
  });
  it('costs whose fourteen days still run absorb nothing', () => {
    const answer = interest({ kind: 'consumer', from: '2026-01-01', to: '2026-03-01', payments: [paid('2026-02-01', '100.00')], costs: [{ dueFrom: plainDate('2026-02-20'), amountCents: euros('40.00') }] });
    expect(answer.working.map((line) => line.rule)).not.toContain('payment-to-costs');
  });
  it('between claims: the debtor’s choice, then due ones, then the most burdensome, then the oldest, then in proportion', () => {
    const one = (id: number, dueDate: string, burdenPercent: string) => ({ id, openCents: euros('100.00'), dueDate: plainDate(dueDate), issueDate: plainDate('2026-01-01'), burdenPercent });
    const claims = [one(1, '2026-12-31', '15'), one(2, '2026-03-01', '4'), one(3, '2026-02-01', '4'), one(4, '2026-03-01', '10.4'), one(5, '2026-02-01', '4')];
    const pay = (amount: string, named: number[]) => allocateBetweenClaims(claims, { country: 'NL', amountCents: euros(amount), paidOn: plainDate('2026-06-01'), named }).allocated.map(({ id, cents }) => [id, cents]);
    expect(pay('100.00', [2])).toEqual([[2, 100_00]]);
    expect(pay('250.01', [])).toEqual([[4, 100_00], [3, 75_01], [5, 75_00]]);
    expect(pay('450.00', [])).toEqual([[4, 100_00], [3, 100_00], [5, 100_00], [2, 100_00], [1, 50_00]]);
    expect(allocateBetweenClaims(claims, { country: 'NL', amountCents: euros('600.00'), paidOn: plainDate('2026-06-01'), named: [] }).leftOverCents).toBe(100_00);
  });
  it('one payment over the parts of one claim leaves what is too much', () => {
    const owed = { costs: euros('40.00'), interest: euros('10.00'), principal: euros('50.00') };
    expect(allocateWithinClaim(owed, euros('60.00'), { country: 'NL', kind: 'trade' })).toEqual({ paid: { costs: 40_00, interest: 10_00, principal: 10_00 }, leftOverCents: 0 });
    expect(allocateWithinClaim(owed, euros('120.00'), { country: 'NL', kind: 'trade' }).leftOverCents).toBe(20_00);
  });
});

describe('nl §7 prescription', () => {
  it('a sale to a consumer after two years, anything else after five', () => {
    expect(prescriptionDate(old).date).toBe('2026-02-28');
    expect(prescriptionDate({ ...old, supplied: 'services' }).date).toBe('2029-02-28');
    expect(prescriptionDate({ ...old, kind: 'trade' }).date).toBe('2029-02-28');
  });
  it('a demand that reserves the right to performance starts a new term, a friendly reminder does not', () => {
    expect(prescriptionDate({ ...old, interruptions: [{ on: plainDate('2025-12-01'), kind: 'demand' }] }).date).toBe('2027-12-01');
    const friendly = prescriptionDate({ ...old, interruptions: [{ on: plainDate('2025-12-01'), kind: 'reminder' }] });
    expect([friendly.date, codes(friendly.doubts)]).toEqual(['2026-02-28', ['law-prescription-start', 'law-no-reservation']]);
  });
  it('what comes too late interrupts nothing', () => expect(prescriptionDate({ ...old, interruptions: [{ on: plainDate('2026-03-01'), kind: 'summons' }] }).date).toBe('2026-02-28'));
});

describe('nl §9 VAT on bad debts', () => {
  it('one year after the last agreed day, in the return of that period', () => {
    const answer = vatRefundDate({ dueDate: plainDate('2025-05-31'), invoiceReceivedOn: plainDate('2025-05-01'), returns: 'quarter' });
    expect([answer.date, answer.period]).toEqual(['2026-05-31', { from: '2026-04-01', to: '2026-07-01' }]);
  });
  it('without a term one year after thirty days from receipt', () => {
    const answer = vatRefundDate({ dueDate: null, invoiceReceivedOn: plainDate('2025-12-15'), returns: 'month' });
    expect([answer.date, answer.period]).toEqual(['2027-01-14', { from: '2027-01-01', to: '2027-02-01' }]);
  });
});
