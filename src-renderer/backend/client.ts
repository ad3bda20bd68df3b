import './zodWithoutCompiler.ts';
import { type CallInput, contract, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import type { WireAnswer, WireError } from '../../src-shared/contract/method.ts';
import type { Transport } from './transport.ts';
import { transportHttp } from './transportHttp.ts';
import { type Bridge, transportIpc } from './transportIpc.ts';

/** A failure a screen can show: an error of the backend, no answer at all, or an answer that does not fit the contract. */
export type CallFailure =
  | { readonly kind: 'refused'; readonly error: WireError }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** The exception form of a failure, for React Query, which knows only promises that reject. */
export class CallError extends Error {
  readonly failure: CallFailure;
  constructor(failure: CallFailure) {
    super(failure.kind === 'refused' ? failure.error.code : failure.kind);
    this.name = 'CallError';
    this.failure = failure;
  }
}

export const failureOf = (error: unknown): CallFailure =>
  error instanceof CallError ? error.failure : { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };

/** The code of an expected error of the backend, or null for anything else. */
export const errorCodeOf = (error: unknown): string | null => {
  const failure = failureOf(error);
  return failure.kind === 'refused' ? failure.error.code : null;
};

export type Client = {
  readonly call: <M extends MethodName>(method: M, input: CallInput<M>) => Promise<OutputOf<M>>;
  readonly onEvent: Transport['onEvent'];
};

function isWireAnswer(value: unknown): value is WireAnswer {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true
    ? 'value' in value
    : value.ok === false && 'error' in value && typeof value.error === 'object' && value.error !== null;
}

function readAnswer(text: string): WireAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw new CallError({ kind: 'unreadable', detail: String(error) });
  }
  if (!isWireAnswer(answer)) throw new CallError({ kind: 'unreadable', detail: 'not an answer' });
  return answer;
}

/** The typed calls over a transport. Output is checked against the contract, so a screen never renders a shape it does not know. */
export function createClient(transport: Transport): Client {
  const call = async <M extends MethodName>(method: M, input: CallInput<M>): Promise<OutputOf<M>> => {
    let text: string;
    try {
      text = await transport.call(JSON.stringify({ method, input }));
    } catch {
      throw new CallError({ kind: 'offline' });
    }
    const answer = readAnswer(text);
    if (!answer.ok) throw new CallError({ kind: 'refused', error: answer.error });
    const output = contract[method].output.safeParse(answer.value);
    if (!output.success) throw new CallError({ kind: 'unreadable', detail: `${method}: ${output.error.message.slice(0, 400)}` });
    // The schema looked up by `method` is the schema of `OutputOf<M>`; the compiler cannot follow a generic index that far.
    return output.data as OutputOf<M>;
  };
  return { call, onEvent: transport.onEvent };
}

const bridge = (globalThis as { readonly bridge?: Bridge }).bridge;
/** The one client of this window: the preload's bridge where there is one, otherwise the own origin over HTTP. */
export const client: Client = createClient(bridge === undefined ? transportHttp() : transportIpc(bridge));
export const call: Client['call'] = client.call;
