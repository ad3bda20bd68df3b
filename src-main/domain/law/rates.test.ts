import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { coveredUntil, type RateRow, rateOn, type RateSeriesKey, rateSeriesKeys, type RateTable, rowsInForce, seriesFor, seriesOf, type TypedRate, withSurcharge, withTypedRates } from './rates.ts';

const row = (from: string, percent: string, confidence: RateRow['confidence'] = 'confirmed'): RateRow => ({ from: plainDate(from), percent, source: 'a gazette', confidence });
const tableWith = (rows: readonly RateRow[]): RateTable => new Map(rateSeriesKeys.map((key) => [key, { key, monthsPerRow: key === 'be-civil' ? 12 : 6, rows }]));
const table = tableWith([row('2025-01-01', '10'), row('2025-07-01', '9'), row('2026-01-01', '9')]);
const typed = (series: RateSeriesKey, from: string, percent: string): TypedRate => ({ ...row(from, percent, 'secondary'), series });

describe('a table of rates', () => {
  it('a row holds from its first day until the next', () => {
    const series = seriesOf(table, 'nl-trade');
    expect(['2024-12-31', '2025-06-30', '2025-07-01', '2030-01-01'].map((day) => rateOn(series, plainDate(day))?.percent ?? null)).toEqual([null, '10', '9', '9']);
  });
  it('knows until when its last row was meant: half a year, or a calendar year', () => {
    expect([coveredUntil(seriesOf(table, 'nl-trade')), coveredUntil(seriesOf(table, 'be-civil'))]).toEqual(['2026-07-01', '2027-01-01']);
  });
  it('a row that changes nothing still belongs to the period, for its certainty', () => {
    expect(rowsInForce(seriesOf(table, 'nl-trade').rows, plainDate('2025-08-01'), plainDate('2026-02-01')).map(({ from }) => from)).toEqual(['2025-07-01', '2026-01-01']);
  });
  it('a typed-in rate overrides the row of its day, or is added; of two for one day the later counts', () => {
    const changed = withTypedRates(table, [typed('nl-trade', '2026-01-01', '8'), typed('nl-trade', '2026-07-01', '7'), typed('nl-trade', '2026-07-01', '7.5')]);
    expect(seriesOf(changed, 'nl-trade').rows.map(({ percent }) => percent)).toEqual(['10', '9', '8', '7.5']);
    expect(seriesOf(changed, 'be-trade').rows).toEqual(seriesOf(table, 'be-trade').rows);
    expect(coveredUntil(seriesOf(changed, 'nl-trade'))).toBe('2027-01-01');
  });
  it('points on top are added to every row', () => expect(withSurcharge(seriesOf(table, 'nl-trade'), 2_500_000n).rows.map(({ percent }) => percent)).toEqual(['12.5', '11.5', '11.5']));
  it('finds the series of a claim', () => {
    const of = (country: 'NL' | 'BE', kind: 'trade' | 'consumer' | 'civil') => seriesFor(table, { country, kind, isContractBefore2013: false }).key;
    expect([of('NL', 'trade'), of('NL', 'consumer'), of('NL', 'civil'), of('BE', 'trade'), of('BE', 'consumer'), of('BE', 'civil')]).toEqual(['nl-trade', 'nl-statutory', 'nl-statutory', 'be-trade', 'be-trade', 'be-civil']);
  });
});
