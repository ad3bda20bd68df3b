import type { BackendEvent } from '../../src-shared/contract/events.ts';
import type { Events } from '../ports/events.ts';

export interface EventBus extends Events {
  /** Answers the function that ends the subscription. */
  subscribe(listener: (event: BackendEvent) => void): () => void;
}

export function createEventBus(): EventBus {
  const listeners = new Set<(event: BackendEvent) => void>();
  return {
    emit: (event) => listeners.forEach((listener) => listener(event)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
