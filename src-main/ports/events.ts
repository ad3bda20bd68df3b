import type { BackendEvent } from '../../src-shared/contract/events.ts';

/** Tells every open window what changed. */
export interface Events {
  emit(event: BackendEvent): void;
}
