import type { BackendEvent } from '../../src-shared/contract/events.ts';
import { client } from './client.ts';
import { queryClient } from './queries.ts';
import { reportProgress } from '../ui/jobStore.ts';

/** Puts one backend event to use: changed ledger → re-read what is on screen; progress → the job cards; other administration → start afresh. */
export function applyEvent(event: BackendEvent): void {
  switch (event.type) {
    case 'ledgerChanged':
      void queryClient.invalidateQueries();
      return;
    case 'jobProgress':
      reportProgress(event);
      return;
    case 'administrationChanged':
      void queryClient.resetQueries();
      return;
  }
}

/** Starts listening; answers how to stop. */
export const followBackend = (): (() => void) => client.onEvent(applyEvent);
