import type { BackendEvent } from '../../src-shared/contract/events.ts';
import { client } from '../backend/client.ts';
import { reportProgress } from '../ui/jobStore.ts';
import { queryClient } from './queryClient.ts';

const gatherMs = 60;
let isGathering = false;

/** Several changes within a moment (an import, a batch) lead to one reading, not to one each. */
function readAgainSoon(): void {
  if (isGathering) return;
  isGathering = true;
  setTimeout(() => {
    isGathering = false;
    void queryClient.invalidateQueries();
  }, gatherMs);
}

/** Puts one backend event to use: changed ledger → re-read what is on screen; progress → the job cards; other administration → start afresh. */
export function applyEvent(event: BackendEvent): void {
  switch (event.type) {
    case 'ledgerChanged':
      readAgainSoon();
      return;
    case 'jobProgress':
      reportProgress(event);
      return;
    case 'administrationChanged':
      // The state of the program stays on screen until the new one is there; everything that was read from the other ledger goes.
      void queryClient.invalidateQueries({ queryKey: ['app.state'] });
      void queryClient.resetQueries({ predicate: (query) => query.queryKey[0] !== 'app.state' && query.queryKey[0] !== 'reopened' });
      return;
  }
}

/** Starts listening; answers how to stop. */
export const followBackend = (): (() => void) => client.onEvent(applyEvent);
