import clsx from 'clsx';
import type { ReactElement } from 'react';
import { useText } from '../i18n/useText.ts';
import { type BucketName, bucketColour, bucketOfDays } from './ageing.ts';
import css from './Words.module.css';

/** The square of the ageing scale. Always beside a word or number, so it is hidden from screen readers. */
export function AgeSquare({ bucket }: { readonly bucket: BucketName }): ReactElement {
  return <span aria-hidden="true" className={css['square']} style={{ background: bucketColour(bucket) }} />;
}

type AgeDaysProps = {
  readonly days: number;
  /** `number`: ▪ 47 in a table whose head says what it is; `sentence`: ▪ 47 dagen te laat. */
  readonly form?: 'number' | 'sentence';
};

/** Days overdue with their square; a dash when nothing is overdue. */
export function AgeDays({ days, form = 'number' }: AgeDaysProps): ReactElement {
  const { t, format } = useText();
  if (days <= 0 && form === 'number') return <span className="ink-3">–</span>;
  return (
    <span className={clsx(css['age'], 'num')}>
      <AgeSquare bucket={bucketOfDays(days)} />
      {form === 'number' ? format.number(days) : t('common.age.daysLate', { count: Math.max(0, days) })}
    </span>
  );
}
