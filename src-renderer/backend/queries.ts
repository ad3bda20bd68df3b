import { type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { CallInput, MethodName, OutputOf } from '../../src-shared/contract/index.ts';
import { type CallError, call } from './client.ts';

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

type WriteOptions = {
  /** True where the view shows `mutation.error` itself; otherwise a toast says what went wrong. */
  readonly showsErrorItself?: boolean;
};

/** Writes: `const hold = useMutationCall('customers.hold'); hold.mutate(input, { onSuccess })`. The change event re-reads what was shown. */
export function useMutationCall<M extends MethodName>(
  method: M,
  options: WriteOptions = {},
): UseMutationResult<OutputOf<M>, CallError, CallInput<M>> {
  return useMutation<OutputOf<M>, CallError, CallInput<M>>({
    mutationFn: (input) => call(method, input),
    meta: { showsErrorItself: options.showsErrorItself ?? false },
  });
}
