/** What goes wrong in Belgian law when it is programmed carelessly; each test is named by the rule it would break. */
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { zeroCents } from '../../src-shared/money.ts';
import { allocateWithinClaim } from '../../src-main/domain/law/allocatePayment.ts';
import { clauseIndemnityConsumer, clauseIndemnityTrade, consumerIndemnity, reminderFeeConsumer } from '../../src-main/domain/law/belgianConsumer.ts';
import { claimInterest } from '../../src-main/domain/law/claimInterest.ts';
import { tradeMinimum } from '../../src-main/domain/law/collectionCosts.ts';
import { belgianWaitingPeriod } from '../../src-main/domain/law/consumerTerms.ts';
import { defaultStart, type DefaultQuestion, interestMayBeAskedFrom } from '../../src-main/domain/law/defaultStart.ts';
import { lastPaymentDay, type PaymentTermQuestion } from '../../src-main/domain/law/paymentTerms.ts';
import { prescriptionDate, type PrescriptionQuestion } from '../../src-main/domain/law/prescription.ts';
import { euros, interest, paid, question } from './questions.ts';

const codes = (doubts: readonly { readonly code: string }[]): readonly string[] => doubts.map(({ code }) => code);
const consumer: DefaultQuestion = {
  country: 'BE', kind: 'consumer', dueDate: plainDate('2026-09-01'), isTermAgreed: true, received: null, notice: null,
  firstReminder: { sentOn: plainDate('2026-11-20'), channel: 'letter' }, isSmallCreditor: true, hasClause: true,
};
const trade: PaymentTermQuestion = { country: 'BE', agreedDays: null, isExpresslyAgreed: true, isLargeBuyer: false, invoiceReceivedOn: plainDate('2026-03-02'), goodsReceivedOn: null, acceptedOn: null };
const old: PrescriptionQuestion = { country: 'BE', kind: 'trade', supplied: 'goods', isPeriodic: false, dueDate: plainDate('2020-06-15'), interruptions: [] };

describe('be §1 consumers: the waiting period', () => {
  it('by post it starts on the third working day, which is day one', () => {
    expect(belgianWaitingPeriod(plainDate('2023-09-18'), 'letter')).toMatchObject({ startsOn: '2023-09-21', date: '2023-10-04', chargesFrom: '2023-10-05' });
  });
  it('by e-mail on the day after sending', () => expect(belgianWaitingPeriod(plainDate('2026-11-18'), 'email')).toMatchObject({ startsOn: '2026-11-19', chargesFrom: '2026-12-03' }));
  it('Saturdays and holidays are no working days', () => {
    expect(belgianWaitingPeriod(plainDate('2026-11-09'), 'letter').startsOn).toBe('2026-11-13');
    expect(belgianWaitingPeriod(plainDate('2026-11-20'), 'letter')).toMatchObject({ startsOn: '2026-11-25', date: '2026-12-08', chargesFrom: '2026-12-09' });
  });
  it('a last day in the weekend moves to Monday, and the move is said', () => {
    const answer = belgianWaitingPeriod(plainDate('2026-11-20'), 'email');
    expect([answer.date, codes(answer.doubts), answer.confidence]).toEqual(['2026-12-04', [], 'confirmed']);
    const moved = belgianWaitingPeriod(plainDate('2026-11-21'), 'email');
    expect([moved.date, moved.chargesFrom, codes(moved.doubts), moved.confidence]).toEqual(['2026-12-07', '2026-12-08', ['law-term-moved'], 'unconfirmed']);
  });
});

describe('be §1 consumers: interest', () => {
  it('the cap is the rate between businesses, not the civil rate and eight points', () => {
    const answer = interest({ country: 'BE', kind: 'consumer', from: '2026-01-01', to: '2026-02-01', agreed: { kind: 'clause' } });
    expect([answer.working[0]?.ratePercent, answer.rule]).toEqual(['10.5', 'interest-consumer-cap-be']);
  });
  it('without a clause only the civil rate', () => expect(interest({ country: 'BE', kind: 'consumer', from: '2026-01-01', to: '2026-02-01' }).working[0]?.ratePercent).toBe('4.5'));
  it('a clause above the cap is void as a whole: nothing is charged', () => {
    const answer = interest({ country: 'BE', kind: 'consumer', from: '2026-01-01', to: '2026-02-01', agreed: { kind: 'rate', percent: '12' } });
    expect([answer.amountCents, answer.principalLeftCents, codes(answer.doubts)]).toEqual([0, 1000_00, ['law-clause-void']]);
    expect(interest({ country: 'BE', kind: 'consumer', from: '2026-01-01', to: '2026-02-01', agreed: { kind: 'rate', percent: '8' } }).working[0]?.ratePercent).toBe('8');
  });
  it('never from the due date: a small creditor from the day after the reminder, a larger one from the end of its term', () => {
    expect(defaultStart(consumer).start?.date).toBe('2026-11-21');
    expect(defaultStart({ ...consumer, isSmallCreditor: false }).start?.date).toBe('2026-12-09');
    expect(defaultStart({ ...consumer, firstReminder: null }).missing?.code).toBe('law-default-first-reminder-needed');
  });
  it('counts from the reminder but may be asked only after the waiting period', () => expect(interestMayBeAskedFrom(consumer)).toBe('2026-12-09'));
  it('without a clause it starts with the notice of default, not before the term has ended', () => {
    const none = { ...consumer, hasClause: false };
    expect(defaultStart(none).missing?.code).toBe('law-default-notice-needed');
    const notice = (day: string) => defaultStart({ ...none, notice: { sentOn: plainDate(day), lastDay: plainDate(day) } }).start?.date;
    expect([notice('2026-12-01'), notice('2026-12-20')]).toEqual(['2026-12-09', '2026-12-20']);
  });
  it('payments reduce the principal first, as caution, and the doubt is said', () => {
    const answer = interest({ country: 'BE', kind: 'consumer', from: '2026-01-01', to: '2026-07-01', agreed: { kind: 'clause' }, payments: [paid('2026-04-01', '400.00')] });
    expect(answer.working.map((line) => line.rule)).toContain('payment-to-principal');
    expect([answer.principalLeftCents, codes(answer.doubts).includes('law-principal-first')]).toEqual([600_00, true]);
    // Old BW 1254 says interest first: it is not where this stands, and nobody confirmed it.
    expect(answer.working.find((line) => line.rule === 'payment-to-principal')?.source).toBe('oud BW art. 1253–1256, voorzichtige lezing');
    expect(answer.confidence).toBe('unconfirmed');
  });
});

describe('be §1 consumers: the indemnity', () => {
  it.each([['150.00', 20_00], ['150.01', 30_00], ['500.00', 65_00], ['500.01', 65_00], ['650.00', 72_50], ['39200.00', 2000_00], ['100000.00', 2000_00]])('over %s', (balance, indemnity) => {
    expect(consumerIndemnity(euros(balance)).amountCents).toBe(indemnity);
  });
  it('is a percentage of the part, not of the whole debt', () => expect(consumerIndemnity(euros('400.00')).amountCents).toBe(55_00));
  it('is rounded down: a cap is never exceeded', () => expect(consumerIndemnity(euros('786.50')).amountCents).toBe(79_32));
  it('over nothing is nothing', () => expect(consumerIndemnity(zeroCents).amountCents).toBe(0));
  it('a clause that can exceed the cap is void', () => {
    expect(clauseIndemnityConsumer(euros('1000.00'), '10').amountCents).toBe(0);
    expect(clauseIndemnityConsumer(euros('1000.00'), '5').amountCents).toBe(50_00);
  });
  it('7.50 for a reminder only from the fourth missed due date of regular deliveries, with postage only by post', () => {
    const fee = (missedThisYear: number, channel: 'letter' | 'email', isRegularDelivery = true) => reminderFeeConsumer({ isRegularDelivery, missedThisYear, channel, postageCents: euros('2.15') }).amountCents;
    expect([fee(3, 'letter'), fee(4, 'letter'), fee(4, 'email'), fee(9, 'letter', false)]).toEqual([0, 9_65, 7_50, 0]);
  });
});

describe('be §2 between businesses', () => {
  it('thirty days from the day after receipt, at most sixty, longer becomes thirty', () => {
    expect(lastPaymentDay(trade).date).toBe('2026-04-01');
    expect(lastPaymentDay({ ...trade, agreedDays: 60 }).date).toBe('2026-05-01');
    expect(lastPaymentDay({ ...trade, agreedDays: 61 })).toMatchObject({ date: '2026-04-01', rule: 'term-maximum' });
  });
  it('due 1 April, paid 1 May is thirty days', () => {
    const { start } = defaultStart({ ...consumer, kind: 'trade', dueDate: plainDate('2026-04-01') });
    expect(interest({ country: 'BE', from: start?.date ?? '', to: addDays(plainDate('2026-05-01'), 1) }).working[0]?.days).toBe(30);
  });
  it('interest is simple, also over years', () => expect(interest({ country: 'BE', from: '2024-01-01', to: '2026-01-01', agreed: { kind: 'rate', percent: '10' } }).amountCents).toBe(200_27));
  it('40 euros by law, counted per invoice only when asked for', () => {
    expect([tradeMinimum('BE', 1).amountCents, tradeMinimum('BE', 2).amountCents, tradeMinimum('BE', 0).amountCents]).toEqual([40_00, 80_00, 0]);
    expect(codes(tradeMinimum('BE', 2).doubts)).toEqual(['law-forty-per-invoice']);
  });
  it('an older contract kept the lower rate until 15 March 2015', () => {
    const rates = (isContractBefore2013: boolean) => interest({ country: 'BE', from: '2014-12-01', to: '2015-04-01', isContractBefore2013 }).working.map((line) => line.ratePercent);
    expect([rates(true), rates(false)]).toEqual([['7.5', '8.5'], ['8.5']]);
  });
  it('a clause of 10 % is accepted, a higher one is doubted, and the 40 do not come on top', () => {
    const clause = (percent: string) => clauseIndemnityTrade(euros('1000.00'), { percent, minimumCents: euros('40.00'), maximumCents: euros('2500.00') });
    expect([clause('10').amountCents, codes(clause('10').doubts)]).toEqual([100_00, ['law-clause-and-forty']]);
    expect([codes(clause('15').doubts), clause('15').confidence]).toEqual([['law-clause-and-forty', 'law-clause-high'], 'unconfirmed']);
    expect(clauseIndemnityTrade(euros('100.00'), { percent: '10', minimumCents: euros('40.00'), maximumCents: null }).amountCents).toBe(40_00);
    expect(clauseIndemnityTrade(euros('99999.00'), { percent: '10', minimumCents: zeroCents, maximumCents: euros('2500.00') }).amountCents).toBe(2500_00);
  });
  it('the rate of the second half of 2026 was not seen in an official source, and that is said', () => {
    const answer = interest({ country: 'BE', from: '2026-09-17', to: '2026-11-21', principalCents: euros('5445.00') });
    expect([answer.amountCents, answer.perDayCents, answer.confidence]).toEqual([101_81, 1_57, 'unconfirmed']);
    expect(answer.doubts).toEqual([{ code: 'law-rate-unconfirmed', params: { fromDate: '2026-07-01', percent: 10.5 } }]);
  });
});

describe('be §3 civil claims', () => {
  it('interest from the day of the notice, at the rate of the calendar year', () => {
    const { start } = defaultStart({ ...consumer, kind: 'civil', notice: { sentOn: plainDate('2024-12-01'), lastDay: plainDate('2024-12-15') } });
    expect(interest({ country: 'BE', kind: 'civil', from: start?.date ?? '', to: '2025-02-01' }).working.map((line) => [line.days, line.ratePercent])).toEqual([[31, '5.75'], [31, '4.5']]);
  });
});

describe('be §4 prescription', () => {
  it('ten years between businesses, five for periodic debts, one for goods sold to a consumer', () => {
    expect(prescriptionDate(old).date).toBe('2030-06-15');
    expect(prescriptionDate({ ...old, isPeriodic: true }).date).toBe('2025-06-15');
    expect(prescriptionDate({ ...old, kind: 'consumer' })).toMatchObject({ date: '2021-06-15', doubts: [{ code: 'law-presumed-paid' }] });
  });
  it('a registered letter of the creditor’s own interrupts nothing', () => {
    const answer = prescriptionDate({ ...old, isPeriodic: true, interruptions: [{ on: plainDate('2025-06-01'), kind: 'demand' }] });
    expect([answer.date, codes(answer.doubts)]).toEqual(['2025-06-15', ['law-own-letter']]);
  });
  it('the notice of a lawyer or bailiff gives one year more, once, and never shortens', () => {
    const notices = (...days: string[]) => prescriptionDate({ ...old, isPeriodic: true, interruptions: days.map((day) => ({ on: plainDate(day), kind: 'authorised-notice' as const })) }).date;
    expect([notices('2025-06-01'), notices('2025-06-01', '2026-05-01'), notices('2021-01-01')]).toEqual(['2026-06-01', '2026-06-01', '2025-06-15']);
  });
  it('an acknowledgment or a summons starts the term anew', () => expect(prescriptionDate({ ...old, interruptions: [{ on: plainDate('2025-01-01'), kind: 'acknowledgment' }] }).date).toBe('2035-01-01'));
});

describe('be §5 what a payment pays', () => {
  it('interest before capital between businesses, the principal first towards a consumer', () => {
    const owed = { costs: euros('40.00'), interest: euros('10.00'), principal: euros('100.00') };
    expect(allocateWithinClaim(owed, euros('50.00'), { country: 'BE', kind: 'trade' }).paid).toEqual({ costs: 0, interest: 10_00, principal: 40_00 });
    expect(allocateWithinClaim(owed, euros('50.00'), { country: 'BE', kind: 'consumer' }).paid).toEqual({ costs: 0, interest: 0, principal: 50_00 });
  });
});

describe('rates', () => {
  it('beyond the last half-year the last row is used and the reader is told', () => {
    const answer = interest({ from: '2027-01-01', to: '2027-02-01' });
    expect([answer.working[0]?.ratePercent, answer.doubts.find(({ code }) => code === 'law-rates-outdated')?.params]).toEqual(['10.4', { untilDate: '2027-01-01', percent: 10.4 }]);
  });
  it('before the first row there is no interest but an answer that says so', () => expect(claimInterest(question({ from: '2001-01-01', to: '2003-01-01' }))).toMatchObject({ ok: false, error: { code: 'law-rate-unknown' } }));
});
