/** The worked examples that were collected from public sources, one by one. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addDays, daysBetween, plainDate } from '../../src-shared/dates.ts';
import { cents, zeroCents } from '../../src-shared/money.ts';
import { consumerIndemnity } from '../../src-main/domain/law/belgianConsumer.ts';
import { dutchCollectionCosts } from '../../src-main/domain/law/collectionCosts.ts';
import { belgianWaitingPeriod } from '../../src-main/domain/law/consumerTerms.ts';
import { defaultStart } from '../../src-main/domain/law/defaultStart.ts';
import { judgeFourteenDayWording } from '../../src-main/domain/law/fourteenDayWording.ts';
import { rateOn, seriesOf } from '../../src-main/domain/law/rates.ts';
import { describeShared, sharedPath } from '../sharedFiles.ts';
import { shippedRates } from './lawRates.ts';
import { interest, paid } from './questions.ts';

type Example = { readonly id: string; readonly inputs: Readonly<Record<string, never>>; readonly expected: Readonly<Record<string, never>>; readonly note?: string };
const inCents = (value: number): number => Math.round(value * 100);

describeShared('worked examples from public sources', 'law/examples.json', () => {
  const { examples } = JSON.parse(readFileSync(sharedPath('law/examples.json'), 'utf8')) as { readonly examples: readonly Example[] };
  const of = (id: string): Example => {
    const example = examples.find((one) => one.id === id);
    if (example === undefined) throw new Error(`no example ${id}`);
    return example;
  };
  const seen = new Set<string>();
  const example = (id: string, body: (inputs: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, unknown>>) => void): void => {
    seen.add(id);
    it(id, () => body(of(id).inputs, of(id).expected));
  };
  const rateInForce = (key: 'nl-trade' | 'nl-statutory' | 'be-civil', date: string): number => Number(rateOn(seriesOf(shippedRates(), key), plainDate(date))?.percent);
  const num = (value: unknown): number => Number(value);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const amount = (value: unknown): string => num(value).toFixed(2);

  for (const { id } of examples.filter((one) => one.id.startsWith('nl-bik-'))) {
    example(id, ({ principal }, { costs }) => {
      const answer = dutchCollectionCosts({ kind: 'consumer', principals: [cents(inCents(num(principal)))], vat: { isOutsourced: false, canDeductVat: true }, alreadyChargedCents: zeroCents });
      expect(answer.amountCents).toBe(inCents(num(costs)));
    });
  }

  for (const id of ['nl-int-182d', 'nl-int-90d', 'nl-int-small', 'nl-int-compound-2y', 'nl-int-5000-10.15-90d']) {
    example(id, (inputs, expected) => {
      const from = plainDate(text(inputs['from']) || '2026-01-01');
      const to = inputs['to_exclusive'] === undefined ? addDays(from, num(inputs['days'])) : plainDate(text(inputs['to_exclusive']));
      const answer = interest({ from, to, principalCents: cents(inCents(num(inputs['principal']))), agreed: { kind: 'rate', percent: String(inputs['annual_percent']) }, isSimple: inputs['compound'] === false });
      expect(answer.amountCents).toBe(inCents(num(expected['interest'])));
      if (expected['days'] !== undefined) expect(daysBetween(from, to)).toBe(expected['days']);
      if (expected['principal_year2'] !== undefined) expect(answer.working.map((line) => line.principalCents)).toContain(inCents(num(expected['principal_year2'])));
    });
  }

  example('nl-int-case3-v1', (_, expected) => {
    const answer = interest({ kind: 'consumer', principalCents: cents(1000_00), from: '2015-05-06', to: '2026-01-16', agreed: { kind: 'surcharge', points: '2' }, payments: [paid('2015-09-28', '824.21')] });
    expect(Math.abs(answer.amountCents - inCents(num(expected['interest_total'])))).toBeLessThanOrEqual(5);
  });
  example('nl-int-case3-total', ({ principal_total, costs_total, payments_total }, { interest_total, outstanding }) => {
    expect(inCents(num(principal_total)) + inCents(num(interest_total)) + inCents(num(costs_total)) - inCents(num(payments_total))).toBe(inCents(num(outstanding)));
  });
  example('nl-int-rate-change', ({ principal, from, to_exclusive, segments }, expected) => {
    const answer = interest({ kind: 'consumer', principalCents: cents(inCents(num(principal))), from: String(from), to: String(to_exclusive), isSimple: true });
    expect(answer.working.map(({ days, ratePercent }) => ({ days, percent: Number(ratePercent) }))).toEqual(segments);
    expect(answer.working.map((line) => line.amountCents / 100)).toEqual(expected['segments']);
    expect(answer.amountCents).toBe(inCents(num(expected['interest'])));
  });
  for (const id of ['nl-int-trade-51d', 'nl-int-trade-leap-182d']) {
    example(id, ({ principal, from, to_exclusive, percent }, expected) => {
      const answer = interest({ kind: 'trade', principalCents: cents(inCents(num(principal))), from: String(from), to: String(to_exclusive) });
      expect(answer.working.map((line) => [line.days, Number(line.ratePercent)])).toEqual([[expected['days'], percent]]);
      expect(answer.amountCents).toBe(inCents(num(expected['interest'])));
    });
  }
  example('nl-rate-consumer-2024h1', (_, { consumer_rate }) => expect(rateInForce('nl-statutory', '2024-03-01')).toBe(consumer_rate));
  example('nl-rate-trade-2023h1', (_, { trade_rate }) => expect(rateInForce('nl-trade', '2023-03-01')).toBe(trade_rate));
  example('be-rate-civil-2015', (_, { civil_rate }) => expect(rateInForce('be-civil', '2015-06-30')).toBe(civil_rate));

  example('be-int-1000-10-60d', ({ principal, annual_percent, days }, { interest_rounded_1dp }) => {
    const answer = interest({ country: 'BE', principalCents: cents(inCents(num(principal))), from: '2026-01-01', to: addDays(plainDate('2026-01-01'), num(days)), agreed: { kind: 'rate', percent: String(annual_percent) } });
    expect(answer.amountCents).toBe(16_44);
    expect(Math.round(answer.amountCents / 10) / 10).toBe(interest_rounded_1dp);
  });
  example('be-int-daycount', ({ due, paid: paidOn }, { days }) => {
    const { start } = defaultStart({ country: 'BE', kind: 'trade', dueDate: plainDate(String(due)), isTermAgreed: true, received: null, notice: null, firstReminder: null, isSmallCreditor: true, hasClause: true });
    const answer = interest({ country: 'BE', from: start?.date ?? '', to: addDays(plainDate(String(paidOn)), 1) });
    expect(answer.working.reduce((sum, line) => sum + line.days, 0)).toBe(days);
  });
  example('be-ind-650', ({ balance }, { indemnity }) => expect(amount(consumerIndemnity(cents(inCents(num(balance)))).amountCents / 100)).toBe(amount(indemnity)));
  example('be-term-post', ({ sent }, { term_starts, charges_from }) => {
    expect(belgianWaitingPeriod(plainDate(String(sent)), 'letter')).toMatchObject({ startsOn: term_starts, chargesFrom: charges_from });
  });
  for (const id of ['nl-14d-valid-b', 'nl-14d-void-a', 'nl-14d-void-b']) {
    example(id, ({ term_formula }, { valid }) => expect(judgeFourteenDayWording(String(term_formula)).isValid).toBe(valid));
  }

  it('are all here', () => expect(examples.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]));
});
