import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { useCall } from '../../backend/queries.ts';
import { type Formats, useText } from '../../i18n/useText.ts';
import { ChartCard } from '../../ui/chart/ChartCard.tsx';
import { fromFirstMonth, overdueOf } from '../aging/agingFinding.ts';
import { pastDueShare, rangeOf, trendOf } from './insightFindings.ts';
import { TrendChart } from './TrendChart.tsx';

/** Two percentage points. */
const least = 0.02;

function titleOf(shares: readonly (number | null)[], t: TFunction, format: Formats): string | null {
  const trend = trendOf(shares, least);
  if (trend.kind === 'unknown' || trend.kind === 'only') return null;
  if (trend.to === 0) return t('insight.pastDue.none');
  const months = t('insight.dso.monthCount', { count: trend.months });
  return t(`insight.pastDue.${trend.kind}`, { from: format.percentage(trend.from), to: format.percentage(trend.to), months });
}

/** Which part of what is open was overdue, by month. Nothing while there is nothing to compare. */
export function PastDueTrend({ asOf, months }: { readonly asOf: PlainDateText; readonly months: number }): ReactElement | null {
  const { t, format } = useText();
  const history = useCall('aging.history', { asOf, basis: 'due', months }, { keepPrevious: true });
  const points = fromFirstMonth(history.data?.months ?? []).map((month) => ({
    ...month,
    overdue: overdueOf(month.buckets),
    share: pastDueShare(overdueOf(month.buckets), month.open),
  }));
  const shares = points.map((point) => point.share);
  const title = titleOf(shares, t, format);
  const range = rangeOf(shares);
  const [first, last] = [points[0], points.at(-1)];
  if (title === null || range === null || first === undefined || last === undefined) return null;
  const table = {
    head: [t('insight.pastDue.date'), t('insight.pastDue.overdue'), t('insight.pastDue.open'), t('insight.pastDue.ratio')],
    rows: points.map((point) => [
      format.date(point.date, 'medium'),
      point.overdue / 100,
      point.open / 100,
      point.share === null ? null : Math.round(point.share * 1000) / 10,
    ]),
  };
  const percent = (share: number): string => format.percentage(share, 1);
  return (
    <ChartCard
      title={title}
      table={table}
      show={(value, column) => format.number(value, column === 3 ? 1 : 2)}
      fileName={`${t('insight.pastDue.file')}-${asOf}`}
      large
    >
      <TrendChart
        points={points.map((point) => ({ date: point.date, value: point.share === null ? null : point.share * 100 }))}
        names={{ value: t('insight.pastDue.line') }}
        show={(value) => percent(value / 100)}
        axisShow={(value) => format.percentage(value / 100)}
      />
      <p className="only-read">
        {t('insight.pastDue.summary', {
          first: format.date(first.date, 'medium'),
          last: format.date(last.date, 'medium'),
          lowest: percent(range.lowest),
          highest: percent(range.highest),
          now: percent(last.share ?? 0),
        })}
      </p>
    </ChartCard>
  );
}
