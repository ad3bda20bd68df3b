import { describe, expect, it } from 'vitest';
import { CallError, createClient, errorCodeOf, failureOf } from './client.ts';
import type { Transport } from './transport.ts';

const answering = (answer: () => Promise<string>): Transport => ({ call: answer, onEvent: () => () => undefined });
const failureFrom = async (transport: Transport): Promise<unknown> =>
  createClient(transport)
    .call('administrations.close', {})
    .catch((error: unknown) => failureOf(error));

describe('a call to the backend', () => {
  it('hands over method and input as JSON text and answers the checked output', async () => {
    const sent: string[] = [];
    const client = createClient({
      call: async (text) => {
        sent.push(text);
        return '{"ok":true,"value":{"done":true}}';
      },
      onEvent: () => () => undefined,
    });
    expect(await client.call('administrations.open', { id: 'a1' }).catch(() => 'refused')).toBe('refused');
    expect(await client.call('administrations.close', {})).toEqual({ done: true });
    expect(sent).toEqual(['{"method":"administrations.open","input":{"id":"a1"}}', '{"method":"administrations.close","input":{}}']);
  });
  it('keeps the code, parameters and reference of a refusal', async () => {
    const refusal = answering(async () => '{"ok":false,"error":{"code":"ledger-disk-full","params":{},"id":"k7"}}');
    expect(await failureFrom(refusal)).toEqual({ kind: 'refused', error: { code: 'ledger-disk-full', params: {}, id: 'k7' } });
    expect(errorCodeOf(new CallError({ kind: 'offline' }))).toBeNull();
  });
  it('tells no answer from an answer that makes no sense', async () => {
    expect(await failureFrom(answering(() => Promise.reject(new TypeError('failed to fetch'))))).toEqual({ kind: 'offline' });
    expect(await failureFrom(answering(async () => '<html>'))).toMatchObject({ kind: 'unreadable' });
    expect(await failureFrom(answering(async () => '{"ok":true}'))).toMatchObject({ kind: 'unreadable' });
    expect(await failureFrom(answering(async () => '{"ok":true,"value":{"done":false}}'))).toMatchObject({ kind: 'unreadable' });
  });
});
