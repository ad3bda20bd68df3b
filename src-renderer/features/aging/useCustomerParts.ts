import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { call } from '../../backend/client.ts';
import type { RowKey } from '../../ui/table/columns.ts';
import { unknownPayerKey } from './agingList.ts';
import type { AgingQuestion } from './useAgingQuestion.ts';

export type CustomerParts = OutputOf<'aging.customer'>;
export type Parts = { readonly data: CustomerParts | null; readonly error: Error | null };

const idOf = (key: RowKey): CustomerId | null => (key === unknownPayerKey ? null : (Number(key) as CustomerId));

/** What the expanded rows are made of, fetched when a row is expanded; null while that runs. */
export function useCustomerParts(question: AgingQuestion): {
  readonly partsOf: (key: RowKey) => Parts;
  readonly onExpandedChange: (keys: ReadonlySet<RowKey>) => void;
} {
  const [expanded, setExpanded] = useState<readonly RowKey[]>([]);
  const answers = useQueries({
    queries: expanded.map((key) => {
      const input = { ...question, customerId: idOf(key) };
      return { queryKey: ['aging.customer', input], queryFn: () => call('aging.customer', input) };
    }),
    combine: (results) => results.map(({ data, error }): Parts => ({ data: data ?? null, error })),
  });
  const partsOf = useCallback(
    (key: RowKey): Parts => {
      const place = expanded.indexOf(key);
      return (place < 0 ? undefined : answers[place]) ?? { data: null, error: null };
    },
    [expanded, answers],
  );
  return { partsOf, onExpandedChange: useCallback((keys: ReadonlySet<RowKey>) => setExpanded([...keys]), []) };
}
