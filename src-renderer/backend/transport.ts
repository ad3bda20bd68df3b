import type { BackendEvent } from '../../src-shared/contract/events.ts';

/** What carries JSON text to the backend and events back. The rest of the window does not know which host it runs in. */
export type Transport = {
  /** Hands over `{method, input}` as JSON text and answers the wire answer as JSON text. Rejects only when nothing came back. */
  readonly call: (requestText: string) => Promise<string>;
  /** Listens to backend events; answers how to stop. */
  readonly onEvent: (listener: (event: BackendEvent) => void) => () => void;
};
