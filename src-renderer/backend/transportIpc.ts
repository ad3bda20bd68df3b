import type { BackendEvent } from '../../src-shared/contract/events.ts';
import type { Transport } from './transport.ts';

/** The two functions of the preload script: text in, text out. */
export type Bridge = {
  readonly call: (requestText: string) => Promise<string>;
  readonly onEvent: (listener: (eventText: string) => void) => () => void;
};

export const transportIpc = (bridge: Bridge): Transport => ({
  call: (requestText) => bridge.call(requestText),
  onEvent: (listener) => bridge.onEvent((text) => listener(JSON.parse(text) as BackendEvent)),
});
