import { QueryClient, type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { CallInput, MethodName, OutputOf } from '../../src-shared/contract/index.ts';
import { type CallError, call } from './client.ts';

/** Answers stay fresh until the backend says that the ledger changed (`events.ts`), so nothing is polled and nothing refetches on focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

type CallOptions = {
  /** False: not yet (a dependent value is missing). */
  readonly enabled?: boolean;
  /** True: keep showing the last answer while a changed input is fetched, so that a list does not flash. */
  readonly keepPrevious?: boolean;
};

/** Reads from the backend and re-reads when the ledger changes: `const list = useCall('customers.list', { query: '', onlyOpen: true })`. */
export function useCall<M extends MethodName>(
  method: M,
  input: CallInput<M>,
  options: CallOptions = {},
): UseQueryResult<OutputOf<M>, CallError> {
  return useQuery<OutputOf<M>, CallError>({
    queryKey: [method, input],
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: (previous: OutputOf<M> | undefined) => previous as never } : {}),
  });
}

/** Writes: `const hold = useMutationCall('customers.hold'); hold.mutate(input, { onSuccess })`. The change event re-reads what was shown. */
export function useMutationCall<M extends MethodName>(method: M): UseMutationResult<OutputOf<M>, CallError, CallInput<M>> {
  return useMutation<OutputOf<M>, CallError, CallInput<M>>({ mutationFn: (input) => call(method, input) });
}
