import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { AgeSquare } from '../AgeSquare.tsx';
import type { BucketName } from '../ageing.ts';
import { spreadLabels } from './axis.ts';
import css from './EndLabels.module.css';

export type EndLabel = {
  readonly key: string;
  /** Where it belongs, in pixels from the top of the plot. */
  readonly y: number;
  readonly name: ReactNode;
  readonly value: string;
  readonly bucket?: BucketName;
  readonly tone?: 'actual' | 'plain';
};

/** `height` of the plot, and how far it lies below the `top` of the chart; `narrow` where the names are short. */
type EndLabelsProps = { readonly labels: readonly EndLabel[]; readonly height: number; readonly top: number; readonly narrow?: boolean };

const lineHeight = 16;
const leaderWidth = 26;

/** Names and figures at the right end of a chart, each with a line to its place; so no legend is needed. The table of the chart says the same. */
export function EndLabels({ labels, height, top, narrow = false }: EndLabelsProps): ReactElement {
  const room = height + lineHeight / 2;
  const places = spreadLabels(
    labels.map((label) => label.y),
    lineHeight,
    room,
  );
  return (
    <div className={clsx(css['box'], narrow && css['narrow'])} style={{ height: height + top + lineHeight }} aria-hidden="true">
      <svg className={css['leaders']} width={leaderWidth} height={height + top + lineHeight}>
        {labels.map((label, index) => {
          const [from, to] = [label.y + top, (places[index] ?? 0) + top];
          return <polyline key={label.key} points={`2,${from} 9,${from} 17,${to} 24,${to}`} fill="none" stroke="var(--t-line-2)" />;
        })}
      </svg>
      {labels.map((label, index) => (
        <div
          key={label.key}
          className={clsx(css['label'], label.tone === 'actual' && css['actual'])}
          style={{ top: (places[index] ?? 0) + top - lineHeight / 2, left: leaderWidth }}
        >
          {label.bucket !== undefined && <AgeSquare bucket={label.bucket} />}
          <span className={css['name']}>{label.name}</span>
          <span className={clsx(css['value'], 'num')}>{label.value}</span>
        </div>
      ))}
    </div>
  );
}
