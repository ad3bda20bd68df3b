import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Axis } from './axis.ts';
import { axisText } from './chartLooks.ts';

/** For `<XAxis dataKey="date" {...monthAxis(ticks)}>`: the words of `monthTicks`, on a line. */
export const monthAxis = (ticks: ReadonlyMap<PlainDateText, string>) => ({
  height: 22,
  tick: axisText,
  ticks: [...ticks.keys()],
  tickFormatter: (date: PlainDateText) => ticks.get(date) ?? '',
  tickLine: false,
  axisLine: { stroke: 'var(--t-line-2)' },
  interval: 0 as const,
});

/** For `<YAxis {...valueAxis(axis, width, show)}>`: round steps without a line, so that the grid carries the eye. */
export const valueAxis = (axis: Axis, width: number, show: (value: number) => string) => ({
  width,
  domain: [axis.from, axis.to] as [number, number],
  ticks: [...axis.ticks],
  tick: axisText,
  tickFormatter: show,
  tickLine: false,
  axisLine: false,
});
