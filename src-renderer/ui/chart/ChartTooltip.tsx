import type { ReactElement, ReactNode } from 'react';
import { AgeSquare } from '../AgeSquare.tsx';
import type { BucketName } from '../ageing.ts';
import css from './ChartTooltip.module.css';

export type TooltipLine = {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: string;
  readonly bucket?: BucketName;
  readonly strong?: boolean;
};

/** The box beside the pointer, or beside the point chosen with the arrow keys. Give it to Recharts as the `content` of its `Tooltip`. */
export function ChartTooltip({ title, lines }: { readonly title: string; readonly lines: readonly TooltipLine[] }): ReactElement {
  return (
    <div className={css['box']}>
      <div className={css['title']}>{title}</div>
      {lines.map((line) => (
        <div key={line.key} className={css['line']} data-strong={line.strong || undefined}>
          {line.bucket !== undefined && <AgeSquare bucket={line.bucket} />}
          <span className={css['name']}>{line.name}</span>
          <span className="num">{line.value}</span>
        </div>
      ))}
    </div>
  );
}
