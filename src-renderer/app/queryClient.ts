import { MutationCache, QueryClient } from '@tanstack/react-query';
import { rememberedLanguage } from '../i18n/i18n.ts';
import { describeFailure } from '../ui/describeFailure.ts';
import { showToast } from '../ui/toastStore.ts';

/**
 * Answers stay fresh until the backend says that the ledger changed (`followBackend.ts`), so nothing is polled and nothing refetches on
 * focus. A write that failed is never silent: unless the view shows it itself (`showsErrorItself`), a toast says what happened.
 */
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
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      if (mutation.meta?.['showsErrorItself'] === true) return;
      const { text } = describeFailure(error, rememberedLanguage());
      showToast({ tone: 'warning', message: `${text.what} ${text.todo}` });
    },
  }),
});
