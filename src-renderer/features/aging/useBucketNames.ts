import { useMemo } from 'react';
import { useText } from '../../i18n/useText.ts';
import type { BucketName } from '../../ui/ageing.ts';

/** The names of the age classes as heads of columns; counted from the invoice date the first one begins at 0 days. */
export function useBucketNames(basis: 'due' | 'issue'): Readonly<Record<BucketName | 'open' | 'date', string>> {
  const { t } = useText();
  return useMemo(() => {
    const names = t(basis === 'due' ? 'common.ageShort' : 'aging.issueShort', { returnObjects: true });
    return { ...names, open: t('aging.open'), date: t('aging.chartDate') };
  }, [t, basis]);
}
