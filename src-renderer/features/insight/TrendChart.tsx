import { useElementSize } from '@mantine/hooks';
import type { ReactElement } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { useText } from '../../i18n/useText.ts';
import { axisFor, heightOf } from '../../ui/chart/axis.ts';
import { monthAxis, valueAxis } from '../../ui/chart/axisProps.ts';
import { chartColours, compareDash } from '../../ui/chart/chartLooks.ts';
import { ChartTooltip } from '../../ui/chart/ChartTooltip.tsx';
import { type EndLabel, EndLabels } from '../../ui/chart/EndLabels.tsx';
import endCss from '../../ui/chart/EndLabels.module.css';
import { monthTicks } from '../../ui/chart/monthTicks.ts';

export type TrendPoint = {
  readonly date: PlainDateText;
  readonly value: number | null;
  /** The line to compare with, dashed; the area between the two is filled. */
  readonly compare?: number | null;
  /** What lies between the two, when it is known more exactly than the difference of two rounded figures. */
  readonly between?: number | null;
};
type TrendChartProps = {
  readonly points: readonly TrendPoint[];
  readonly names: { readonly value: string; readonly compare?: string; readonly between?: string };
  readonly show: (value: number) => string;
  readonly axisShow: (value: number) => string;
};

const [top, axisRoom, axisWidth, height] = [10, 22, 44, 230];
const plot = height - top - axisRoom;

type Datum = { date: PlainDateText; value: number | null; compare: number | null; between: [number, number] | null };
const toDatum = ({ date, value, compare = null }: TrendPoint): Datum => ({
  date,
  value,
  compare,
  between: value === null || compare === null ? null : [compare, value],
});

type Placing = { readonly show: (value: number) => string; readonly at: (value: number) => number };

/** The figures at the right end; a difference has its own, between the two lines. */
function labelsOf({ value, compare = null, between = null }: TrendPoint, names: TrendChartProps['names'], { show, at }: Placing): readonly EndLabel[] {
  const labels: EndLabel[] = [];
  if (value !== null) labels.push({ key: 'value', y: at(value), name: names.value, value: show(value), tone: 'actual' });
  if (value !== null && compare !== null && names.between !== undefined)
    labels.push({ key: 'between', y: at((value + compare) / 2), name: names.between, value: show(between ?? value - compare) });
  if (compare !== null && names.compare !== undefined)
    labels.push({ key: 'compare', y: at(compare), name: names.compare, value: show(compare) });
  return labels;
}

/** One line by month, with the figures at its end; with a second line to compare, the area between them is what the chart is about. */
export function TrendChart({ points, names, show, axisShow }: TrendChartProps): ReactElement | null {
  const { language, format } = useText();
  const { ref, width } = useElementSize();
  const last = points.at(-1);
  if (last === undefined) return null;
  const data = points.map(toDatum);
  const ticks = monthTicks(
    points.map(({ date }) => date),
    width - axisWidth,
    language,
  );
  const hasCompare = names.compare !== undefined;
  const axis = axisFor(
    data.flatMap((point) => [point.value ?? 0, point.compare ?? 0]),
    5,
  );
  const labels = labelsOf(last, names, { show, at: (value) => heightOf(value, axis, plot) });
  return (
    <div className={endCss['frame']}>
      <div className={endCss['plot']} ref={ref}>
        <ResponsiveContainer width="100%" height={height}>
          <ComposedChart data={data} margin={{ top, right: 22, bottom: 0, left: 0 }} accessibilityLayer>
            <CartesianGrid vertical={false} stroke={chartColours.grid} />
            <XAxis dataKey="date" {...monthAxis(ticks)} padding={{ left: 12, right: 0 }} />
            <YAxis {...valueAxis(axis, axisWidth, axisShow)} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--t-line-3)' }}
              content={({ active, label }) => {
                const point = data.find(({ date }) => date === label);
                if (!active || point === undefined) return null;
                const line = (key: 'value' | 'compare', name: string) => ({
                  key,
                  name,
                  value: point[key] === null ? '–' : show(point[key]),
                });
                return (
                  <ChartTooltip
                    title={format.date(point.date, 'medium')}
                    lines={[line('value', names.value), ...(names.compare === undefined ? [] : [line('compare', names.compare)])]}
                  />
                );
              }}
            />
            {hasCompare && (
              <Area dataKey="between" stroke="none" fill="var(--t-selected)" fillOpacity={1} isAnimationActive={false} activeDot={false} />
            )}
            {hasCompare && (
              <Line
                dataKey="compare"
                stroke={chartColours.compare}
                strokeWidth={1.5}
                strokeDasharray={compareDash}
                dot={false}
                isAnimationActive={false}
                activeDot={{ r: 3 }}
              />
            )}
            <Line dataKey="value" stroke={chartColours.actual} strokeWidth={2} dot={false} isAnimationActive={false} activeDot={{ r: 4 }} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <EndLabels labels={labels} height={plot} top={top} narrow />
    </div>
  );
}
