import type { BackendEvent } from '../../src-shared/contract/events.ts';
import type { Transport } from './transport.ts';

/** Calls by POST and events by one server-sent stream, which the browser reconnects by itself. Only ever to the own origin. */
export const transportHttp = (): Transport => ({
  call: async (requestText) => {
    const response = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: requestText,
      credentials: 'same-origin',
    });
    return await response.text();
  },
  onEvent: (listener) => {
    const stream = new EventSource('/events');
    stream.addEventListener('message', (message) => listener(JSON.parse(String(message.data)) as BackendEvent));
    // After a lost connection nobody knows what was missed: everything shown is read again.
    let isFirst = true;
    stream.addEventListener('open', () => {
      if (!isFirst) listener({ type: 'ledgerChanged', areas: [] });
      isFirst = false;
    });
    return () => stream.close();
  },
});
