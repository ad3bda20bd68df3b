import { useElementSize, useMediaQuery } from '@mantine/hooks';
import type { ReactElement } from 'react';
import { Bar, BarChart, type BarShapeProps, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { useText } from '../../i18n/useText.ts';
import { agedBucketNames, type BucketName, bucketColour } from '../../ui/ageing.ts';
import { type Axis, axisFor, heightOf } from '../../ui/chart/axis.ts';
import { monthAxis, valueAxis } from '../../ui/chart/axisProps.ts';
import { chartColours } from '../../ui/chart/chartLooks.ts';
import { ChartTooltip } from '../../ui/chart/ChartTooltip.tsx';
import { type EndLabel, EndLabels } from '../../ui/chart/EndLabels.tsx';
import { monthTicks } from '../../ui/chart/monthTicks.ts';
import endCss from '../../ui/chart/EndLabels.module.css';
import type { AgingMonth } from './agingFinding.ts';
import { useBucketNames } from './useBucketNames.ts';

const top = 8;
const axisRoom = 22;
const axisWidth = 58;

/** One part of a bar, a pixel short so that the parts stand apart; two above what is overdue. */
function Part({
  x,
  y,
  width,
  height,
  fill,
  bucket,
}: Pick<BarShapeProps, 'x' | 'y' | 'width' | 'height' | 'fill'> & { readonly bucket: BucketName }): ReactElement | null {
  const [tall, from] = [Math.abs(height), Math.min(y, y + height)];
  if (tall === 0) return null;
  const gap = bucket === 'over90' || tall < 3 ? 0 : bucket === 'notDue' ? 2 : 1;
  return <rect x={x} y={from} width={width} height={tall - gap} fill={fill} rx={bucket === 'notDue' ? 2 : 0} />;
}

type Datum = AgingMonth['buckets'] & { readonly date: PlainDateText };
/** From the axis upwards: the oldest stands on it. */
const stack = [...agedBucketNames].reverse();

function shownIn(months: readonly AgingMonth[], basis: 'due' | 'issue'): readonly BucketName[] {
  const hasUndated = months.some((month) => month.buckets.undated !== 0);
  return [...stack.filter((bucket) => basis === 'due' || bucket !== 'notDue'), ...(hasUndated ? (['undated'] as const) : [])];
}

/** High enough for every bar: credit in one class makes the others together higher than what is open. */
function axisOf(months: readonly AgingMonth[]): Axis {
  const above = months.map(({ buckets }) => Object.values(buckets).reduce((sum: number, value) => sum + Math.max(0, value), 0));
  const below = months.map(({ buckets }) => Object.values(buckets).reduce((sum: number, value) => sum + Math.min(0, value), 0));
  return axisFor([...above, ...below], 3);
}

function labelsAtEnd(
  last: AgingMonth,
  shown: readonly BucketName[],
  place: (value: number) => number,
): readonly (Pick<EndLabel, 'key' | 'y'> & { readonly bucket: BucketName })[] {
  let below = 0;
  const labels = shown.map((bucket) => {
    const value = Math.max(0, last.buckets[bucket]);
    const middle = below + value / 2;
    below += value;
    return { key: bucket, bucket, y: place(middle) };
  });
  return labels.reverse();
}

/** What was open at each month end, by age, as stacked bars with the figures of the last one at their right. */
export function AgingBars({
  months,
  basis,
}: {
  readonly months: readonly AgingMonth[];
  readonly basis: 'due' | 'issue';
}): ReactElement | null {
  const { language, format } = useText();
  const names = useBucketNames(basis);
  const isWide = useMediaQuery('(min-width: 1400px) and (min-height: 860px)') ?? false;
  const { ref, width } = useElementSize();
  const last = months.at(-1);
  if (last === undefined) return null;
  const plot = (isWide ? 182 : 156) - top - axisRoom;
  const shown = shownIn(months, basis);
  const axis = axisOf(months);
  const data: readonly Datum[] = months.map((month) => ({ ...month.buckets, date: month.date }));
  const ticks = monthTicks(
    months.map(({ date }) => date),
    width - axisWidth,
    language,
  );
  const labels = labelsAtEnd(last, shown, (value) => heightOf(value, axis, plot)).map((label) => ({
    ...label,
    name: names[label.bucket],
    value: format.amount(last.buckets[label.bucket]),
  }));
  return (
    <div className={endCss['frame']}>
      <div className={endCss['plot']} ref={ref}>
        <ResponsiveContainer width="100%" height={plot + top + axisRoom}>
          <BarChart
            data={[...data]}
            margin={{ top, right: 4, bottom: 0, left: 0 }}
            barCategoryGap="24%"
            stackOffset="sign"
            accessibilityLayer
          >
            <CartesianGrid vertical={false} stroke={chartColours.grid} />
            <XAxis dataKey="date" {...monthAxis(ticks)} />
            <YAxis {...valueAxis(axis, axisWidth, (value) => format.number(value / 100))} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--t-hover)' }}
              content={({ active, label }) => {
                const month = months.find(({ date }) => date === label);
                if (!active || month === undefined) return null;
                const lines = [...shown]
                  .reverse()
                  .map((bucket) => ({ key: bucket, bucket, name: names[bucket], value: format.amount(month.buckets[bucket]) }));
                const open = { key: 'open', name: names.open, value: format.amount(month.open), strong: true };
                return <ChartTooltip title={format.date(month.date, 'medium')} lines={[...lines, open]} />;
              }}
            />
            {shown.map((bucket) => (
              <Bar
                key={bucket}
                dataKey={bucket}
                stackId="open"
                fill={bucketColour(bucket)}
                isAnimationActive={false}
                shape={({ x, y, width, height, fill }: BarShapeProps) => (
                  <Part x={x} y={y} width={width} height={height} {...(fill !== undefined && { fill })} bucket={bucket} />
                )}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <EndLabels labels={labels} height={plot} top={top} />
    </div>
  );
}
