import type { ReactElement } from 'react';

type SparklineProps = { readonly values: readonly number[]; readonly label: string };

const [barWidth, gap, height] = [7, 2, 20];

/** Days late of the last paid invoices as small bars, oldest left. The value that fills the height is 60 days, so that rows compare. */
export function Sparkline({ values, label }: SparklineProps): ReactElement {
  const width = 8 * (barWidth + gap) - gap;
  const shown = values.slice(-8);
  const offset = width - shown.length * (barWidth + gap) + gap;
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {shown.map((value, index) => {
        const tall = Math.max(1.5, (Math.min(60, Math.max(0, value)) / 60) * height);
        return (
          <rect
            key={index}
            x={offset + index * (barWidth + gap)}
            y={height - tall}
            width={barWidth}
            height={tall}
            rx={tall < 3 ? 0 : 1}
            fill="var(--t-slate)"
          />
        );
      })}
    </svg>
  );
}
