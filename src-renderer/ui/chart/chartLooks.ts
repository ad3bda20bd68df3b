/** Colours and axis text for Recharts (design/tokens.md, Charts): 1 actual, 2 forecast of then, 3 comparison, always dashed. */
export const chartColours = {
  actual: 'var(--t-chart-actual)',
  forecast: 'var(--t-chart-forecast)',
  compare: 'var(--t-chart-compare)',
  grid: 'var(--t-chart-grid)',
  axis: 'var(--t-ink-3)',
} as const;
export const compareDash = '4 3';

/** For `<XAxis tick={axisText}>` and `<YAxis>`: 11 px, ink-3. */
export const axisText = { fontSize: 11, fill: 'var(--t-ink-3)' } as const;

/** For `<Tooltip {...tooltipLooks}>`. */
export const tooltipLooks = {
  isAnimationActive: false,
  cursor: { fill: 'var(--t-hover)', stroke: 'var(--t-line-2)' },
  contentStyle: {
    padding: '6px 10px',
    border: '1px solid var(--t-line-2)',
    borderRadius: 6,
    background: 'var(--t-raised)',
    color: 'var(--t-ink)',
    fontSize: 12,
    boxShadow: 'var(--t-shadow-floating)',
  },
  itemStyle: { padding: 0, color: 'var(--t-ink)' },
  labelStyle: { fontWeight: 600 },
} as const;
