import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { SkeletonRows } from './Skeleton.tsx';

type QueryViewProps<Data> = {
  readonly query: Pick<UseQueryResult<Data, Error>, 'data' | 'error' | 'refetch'>;
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
};

/** The three states of a read: skeleton, error with "probeer opnieuw", or the thing itself. */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <>{skeleton ?? <SkeletonRows />}</>;
}
