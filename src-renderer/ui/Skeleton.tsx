import clsx from 'clsx';
import { type ReactElement, useEffect, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import css from './Feedback.module.css';

/** Nothing for 100 ms, so that a fast answer shows no flicker. */
function useIsLate(delayMs: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return isLate;
}

const widths = ['46%', '38%', '52%', '41%', '35%'];

type SkeletonRowsProps = { readonly rows?: number; readonly density?: 'normal' | 'compact' };

/** Rows of the final height while a list is fetched. */
export function SkeletonRows({ rows = 6, density = 'normal' }: SkeletonRowsProps): ReactElement {
  const { t } = useText();
  const isLate = useIsLate(100);
  return (
    <div role="status" className={clsx(density === 'compact' && css['compact'])} style={isLate ? undefined : { visibility: 'hidden' }}>
      <span className="only-read">{t('common.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={css['boneRow']} aria-hidden="true">
          <span className={css['bone']} style={{ width: widths[row % widths.length] }} />
          <span className={css['bone']} style={{ width: '18%' }} />
          <span className={css['bone']} style={{ width: '14%' }} />
        </div>
      ))}
    </div>
  );
}

/** One line of the final height while a heading or figure is fetched. */
export function SkeletonLine({ width = '40%', height = 20 }: { readonly width?: string; readonly height?: number }): ReactElement {
  const isLate = useIsLate(100);
  return (
    <span style={{ display: 'flex', alignItems: 'center', height, visibility: isLate ? undefined : 'hidden' }} aria-hidden="true">
      <span className={css['bone']} style={{ width }} />
    </span>
  );
}
