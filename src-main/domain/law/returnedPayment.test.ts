import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import { documentClaim } from './documentClaim.ts';
import type { RateTable } from './rates.ts';

const series = (key: 'nl-trade' | 'nl-statutory' | 'be-trade' | 'be-trade-before-2013' | 'be-civil') =>
  [key, { key, monthsPerRow: 12, rows: [{ from: plainDate('2026-01-01'), percent: '10', source: 'test', confidence: 'confirmed' as const }] }] as const;
const table: RateTable = new Map([series('nl-trade'), series('nl-statutory'), series('be-trade'), series('be-trade-before-2013'), series('be-civil')]);
const position = { country: 'NL', kind: 'trade', isTermAgreed: true, agreed: { kind: 'none' }, isSimple: true, hasClause: false, isSmallCreditor: false, basis: '365', table } as const;
const money = (date: string, amount: number) => ({ date: plainDate(date), kind: 'payment' as const, cents: cents(amount) });

describe('a payment that the bank took back', () => {
  it('bears interest again as far as it had paid principal: costs and interest never bear any', () => {
    const claim = documentClaim(
      {
        dueDate: plainDate('2026-01-31'),
        movements: [{ date: plainDate('2026-01-01'), kind: 'debt', cents: cents(1000_00) }, money('2026-02-10', -1000_00), money('2026-02-20', 1000_00)],
        costs: [{ dueFrom: plainDate('2026-02-01'), amountCents: cents(40_00) }],
        free: [],
        notice: null,
        firstReminder: null,
        settledOn: null,
      },
      position,
      plainDate('2026-05-31'),
    );
    const bearing = claim.interest.working.filter((line) => line.days > 0 && line.to === '2026-06-01').reduce((sum, line) => sum + line.principalCents, 0);
    expect(bearing).toBe(1000_00);
  });
});
