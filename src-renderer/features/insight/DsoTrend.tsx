import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { type Formats, useText } from '../../i18n/useText.ts';
import { ChartCard } from '../../ui/chart/ChartCard.tsx';
import { type Dso, rangeOf, trendOf } from './insightFindings.ts';
import { TrendChart } from './TrendChart.tsx';

/** A difference of less than a day is no trend. */
const least = 1;

function titleOf(dso: Dso, t: TFunction, format: Formats): string {
  const days = (value: number): string => format.days(Math.round(value));
  if (dso.current.beyond) return t('insight.dso.beyond', { to: days(dso.current.dso ?? 0) });
  const trend = trendOf(
    dso.trend.map((point) => (point.beyond ? null : point.dso)),
    least,
  );
  switch (trend.kind) {
    case 'unknown':
      return t('insight.dso.unknown');
    case 'only':
      return t('insight.dso.only', { to: days(trend.to) });
    case 'falls':
    case 'rises':
    case 'level':
      return t(`insight.dso.${trend.kind}`, {
        from: format.number(trend.from),
        to: days(trend.to),
        months: t('insight.dso.monthCount', { count: trend.months }),
      });
  }
}

/** DSO against the best possible DSO by month; the area between them is what late payment costs in days. */
export function DsoTrend({ dso }: { readonly dso: Dso }): ReactElement {
  const { t, format } = useText();
  const first = dso.trend.findIndex((point) => point.dso !== null);
  const points = first < 0 ? [] : dso.trend.slice(first);
  const names = { value: t('insight.dso.line'), compare: t('insight.dso.best'), between: t('insight.dso.late') };
  const table = {
    head: [
      t('insight.dso.date'),
      names.value,
      names.compare,
      t('insight.dso.receivables'),
      t('insight.dso.notDue'),
      t('insight.dso.sales'),
    ],
    rows: points.map((point) => [
      format.date(point.date, 'medium'),
      point.dso,
      point.bestPossible,
      point.receivables / 100,
      point.notDue / 100,
      point.sales / 100,
    ]),
  };
  const range = rangeOf(points.map((point) => point.dso));
  const [from, to] = [points[0], points.at(-1)];
  return (
    <ChartCard
      title={titleOf(dso, t, format)}
      table={table}
      show={(value, column) => format.number(value, column < 3 ? 1 : 2)}
      fileName={`${t('insight.dso.file')}-${dso.current.date}`}
      large
    >
      <TrendChart
        points={points.map((point) => ({ date: point.date, value: point.dso, compare: point.bestPossible, between: point.date === dso.current.date ? dso.averageDaysDelinquent : null }))}
        names={names}
        show={(value) => format.number(value, 1)}
        axisShow={(value) => format.number(value)}
      />
      {range !== null && from !== undefined && to !== undefined && (
        <p className="only-read">
          {t('insight.dso.summary', {
            first: format.date(from.date, 'medium'),
            last: format.date(to.date, 'medium'),
            lowest: format.days(range.lowest),
            highest: format.days(range.highest),
            now: format.days(to.dso ?? 0),
          })}
        </p>
      )}
    </ChartCard>
  );
}
