import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { call, type CallError } from '../../backend/client.ts';
import { useCall } from '../../backend/queries.ts';
import type { InvoiceRow, InvoicesQuestion } from './invoicesQuestion.ts';

type Answer = OutputOf<'invoices.list'>;
export const pageSize = 100;

export type Pages = {
  /** The first page, which also says how many rows there are. */
  readonly first: UseQueryResult<Answer, CallError>;
  /** The row at a place in the whole list; null while its page is not there. */
  readonly rowAt: (index: number) => InvoiceRow | null;
  /** Asks for the page of a row that came into sight. */
  readonly want: (index: number) => void;
};

/** A list of any length, fetched by pages as they come into sight. */
export function usePages(question: InvoicesQuestion): Pages {
  const key = JSON.stringify(question);
  const [wanted, setWanted] = useState<{ readonly key: string; readonly pages: readonly number[] }>({ key, pages: [] });
  const pages = wanted.key === key ? wanted.pages : [];
  const first = useCall('invoices.list', { ...question, offset: 0, limit: pageSize }, { keepPrevious: true });
  const others = useQueries({
    queries: pages.map((page) => {
      const input = { ...question, offset: page * pageSize, limit: pageSize };
      return { queryKey: ['invoices.list', input], queryFn: () => call('invoices.list', input) };
    }),
    combine: (results) => results.map((result) => result.data),
  });
  const rowAt = (index: number): InvoiceRow | null => {
    const page = Math.floor(index / pageSize);
    const answer = page === 0 ? first.data : others[pages.indexOf(page)];
    return answer?.rows[index % pageSize] ?? null;
  };
  const want = useCallback(
    (index: number) => {
      const page = Math.floor(index / pageSize);
      if (page === 0) return;
      setWanted((before) => {
        const known = before.key === key ? before.pages : [];
        return known.includes(page) ? before : { key, pages: [...known, page] };
      });
    },
    [key],
  );
  return { first, rowAt, want };
}
