/** The figures of the letters in the design, line by line (design/letters.md §10): the rules give exactly these amounts. */
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../src-shared/dates.ts';
import { zeroCents } from '../../src-shared/money.ts';
import { consumerIndemnity } from '../../src-main/domain/law/belgianConsumer.ts';
import { dutchCollectionCosts, tradeMinimum } from '../../src-main/domain/law/collectionCosts.ts';
import { consumerTerm } from '../../src-main/domain/law/consumerTerms.ts';
import { interestPerDay } from '../../src-main/domain/letters/belgianCharges.ts';
import { euros, interest, paid } from './questions.ts';

const letterDay = '2026-11-21';
const scale = (...principals: string[]) => dutchCollectionCosts({ kind: 'trade', principals: principals.map(euros), vat: { isOutsourced: false, canDeductVat: true }, alreadyChargedCents: zeroCents }).amountCents;
const sums = (one: ReturnType<typeof interest>) => [one.amountCents, one.perDayCents];

describe('the figures of the letters', () => {
  it('02: a payment before the due date lowers the principal; 54 and 40 days', () => {
    const first = interest({ from: '2026-09-28', to: letterDay, principalCents: euros('4235.00'), payments: [paid('2026-09-24', '1500.00')] });
    const second = interest({ from: '2026-10-12', to: letterDay, principalCents: euros('2178.00') });
    expect([sums(first), sums(second)]).toEqual([[42_08, 78], [24_82, 62]]);
    expect(interest({ from: '2026-10-12', to: letterDay, principalCents: euros('4913.00') }).perDayCents).toBe(1_40);
    expect(4235_00 + 2178_00 + first.amountCents + second.amountCents + tradeMinimum('NL', 1).amountCents - 1500_00).toBe(5019_90);
    expect(scale('2735.00', '2178.00')).toBe(616_30);
  });
  it('02, other case: the payment comes later and pays costs and interest first', () => {
    const answer = interest({ from: '2026-09-28', to: letterDay, principalCents: euros('4235.00'), payments: [paid('2026-10-20', '1500.00')], costs: [{ dueFrom: plainDate('2026-09-28'), amountCents: euros('40.00') }] });
    expect(answer.working.map((line) => line.amountCents)).toEqual([27_75, -40_00, -27_75, -1432_25, 24_76]);
  });
  it('03: 15 % over both invoices, and the days of a letter posted on Friday', () => {
    expect(scale('653.40', '242.00')).toBe(134_31);
    expect(consumerTerm('NL', plainDate('2026-11-20'), 'letter')).toMatchObject({ date: '2026-12-08', chargesFrom: '2026-12-09' });
  });
  it('04: two rates, a payment in between, and what later payment adds', () => {
    const first = interest({ from: '2026-06-13', to: letterDay, principalCents: euros('6655.00'), payments: [paid('2026-09-15', '2500.00')], costs: [{ dueFrom: plainDate('2026-06-13'), amountCents: euros('40.00') }] });
    expect(first.working.map((line) => line.amountCents)).toEqual([33_31, 146_01, -40_00, -179_32, -2280_68, 82_26]);
    const second = interest({ from: '2026-07-20', to: letterDay, principalCents: euros('3388.00') });
    expect([second.amountCents, first.amountCents + second.amountCents]).toEqual([119_70, 381_28]);
    expect(first.principalLeftCents + second.principalLeftCents).toBe(7762_32);
    expect(first.interestLeftCents + second.interestLeftCents).toBe(201_96);
    expect(scale('7762.32')).toBe(763_12);
  });
  it('05: the indemnity and the interest of a day, rounded down', () => {
    expect(consumerIndemnity(euros('784.40')).amountCents).toBe(79_22);
    expect(interestPerDay(euros('784.40'), '10.5')).toBe(22);
    expect(consumerTerm('BE', plainDate('2026-11-20'), 'letter')).toMatchObject({ startsOn: '2026-11-25', date: '2026-12-08', chargesFrom: '2026-12-09' });
  });
  it('06: per invoice, with 40 for each', () => {
    const first = interest({ country: 'BE', from: '2026-09-17', to: letterDay, principalCents: euros('5445.00') });
    const second = interest({ country: 'BE', from: '2026-10-08', to: letterDay, principalCents: euros('2057.00') });
    expect([sums(first), sums(second)]).toEqual([[101_81, 1_57], [26_04, 59]]);
    expect(7502_00 + first.amountCents + second.amountCents + tradeMinimum('BE', 2).amountCents).toBe(7709_85);
  });
});
