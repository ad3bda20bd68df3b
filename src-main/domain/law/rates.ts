/**
 * Statutory rates as published rows: a row holds from its first day until the next one. They are stored, never computed, because two of the
 * series are set by decree and the others are rounded by rules of their own. Rows that a user typed in replace a stored row of the same day.
 */
import { addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { type PercentMillionths, percentOf, percentText } from './exactShare.ts';
import type { ClaimKind, Confidence, Country } from './lawTypes.ts';

export const rateSeriesKeys = ['nl-trade', 'nl-statutory', 'be-trade', 'be-trade-before-2013', 'be-civil'] as const;
export type RateSeriesKey = (typeof rateSeriesKeys)[number];

export type RateRow = {
  readonly from: PlainDateText;
  /** Percent a year as decimal text. */
  readonly percent: string;
  /** Where it was published, as far as known. */
  readonly source: string;
  readonly confidence: Confidence;
};
export type RateSeries = {
  readonly key: RateSeriesKey;
  /** How long a row is meant to hold: a half-year or a calendar year. After that a newer row must exist. */
  readonly monthsPerRow: number;
  /** In order of `from`. */
  readonly rows: readonly RateRow[];
};
export type RateTable = ReadonlyMap<RateSeriesKey, RateSeries>;

/** A row that a user typed in because the shipped table does not know it (yet). */
export type TypedRate = RateRow & { readonly series: RateSeriesKey };

const byFrom = (a: RateRow, b: RateRow): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** The table with what was typed in: a typed row wins over a stored one of the same day. Of two typed rows for one day the later in the list wins. */
export function withTypedRates(table: RateTable, typed: readonly TypedRate[]): RateTable {
  if (typed.length === 0) return table;
  return new Map(
    [...table].map(([key, series]) => {
      const rows = new Map(series.rows.map((row) => [row.from, row]));
      for (const { series: of, from, percent, source, confidence } of typed) if (of === key) rows.set(from, { from, percent, source, confidence });
      return [key, { ...series, rows: [...rows.values()].toSorted(byFrom) }];
    }),
  );
}

export function seriesOf(table: RateTable, key: RateSeriesKey): RateSeries {
  const series = table.get(key);
  if (series === undefined) throw new RangeError(`a table of rates without ${key}`);
  return series;
}

/** First day that the last row of a series was not meant for any more. */
export function coveredUntil(series: RateSeries): PlainDateText | null {
  const last = series.rows.at(-1);
  return last === undefined ? null : addMonths(last.from, series.monthsPerRow);
}

/** The row in force on a day; null before the first one. */
export const rateOn = (series: RateSeries, date: PlainDateText): RateRow | null => series.rows.findLast((row) => row.from <= date) ?? null;

/** A Belgian trade contract from before 16 March 2013 kept the lower rate until 15 March 2015 (law of 22 November 2013, transition). */
function beforeTheSurcharge(table: RateTable): RateSeries {
  const [trade, older] = [seriesOf(table, 'be-trade'), seriesOf(table, 'be-trade-before-2013')];
  const [first, last] = [older.rows[0], older.rows.at(-1)];
  if (first === undefined || last === undefined) return trade;
  return { ...trade, rows: [...trade.rows.filter((row) => row.from < first.from), ...older.rows, ...trade.rows.filter((row) => row.from > last.from)] };
}

/** The rows that hold on at least one day of a period, also those that repeat the percentage before them. */
export const rowsInForce = (rows: readonly RateRow[], from: PlainDateText, to: PlainDateText): readonly RateRow[] =>
  rows.filter((row, index) => row.from < to && (rows[index + 1]?.from ?? '9999-12-31') > from);

export type SeriesQuestion = { readonly country: Country; readonly kind: ClaimKind; readonly isContractBefore2013: boolean };

/**
 * The series of a claim. NL: BW 6:119a for trade, BW 6:119 for all others. BE: law of 2 August 2002 art. 5 for trade, which is also the cap
 * of a clause towards consumers (WER art. XIX.4: the reference rate + 8, not the civil rate + 8); BW art. 5.240 for civil claims.
 */
export function seriesFor(table: RateTable, { country, kind, isContractBefore2013 }: SeriesQuestion): RateSeries {
  if (country === 'NL') return seriesOf(table, kind === 'trade' ? 'nl-trade' : 'nl-statutory');
  if (kind === 'civil') return seriesOf(table, 'be-civil');
  return kind === 'trade' && isContractBefore2013 ? beforeTheSurcharge(table) : seriesOf(table, 'be-trade');
}

/** The same rows with points added: an agreed surcharge on the statutory rate. */
export function withSurcharge(series: RateSeries, points: PercentMillionths): RateSeries {
  if (points === 0n) return series;
  return { ...series, rows: series.rows.map((row) => ({ ...row, percent: percentText(percentOf(row.percent) + points) })) };
}
