import { z } from 'zod';
import type { CallInput, MethodName, OutputOf } from '../../src-shared/contract/index.ts';
import { contract } from '../../src-shared/contract/index.ts';
import type { WebHost } from './webHost.ts';

const zAnswer = z.object({ ok: z.literal(true), value: z.unknown() });

/** Calls methods of a running host as the window does, for what a test needs to be there before it looks. */
export async function callsOf(host: WebHost): Promise<<M extends MethodName>(method: M, input: CallInput<M>) => Promise<OutputOf<M>>> {
  const opened = await fetch(host.link(), { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return async (method, input) => {
    const body = JSON.stringify({ method, input });
    const response = await fetch(`${host.origin()}/call`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body });
    const text = await response.text();
    const answer = zAnswer.safeParse(JSON.parse(text));
    if (!answer.success) throw new Error(`${method}: ${text.slice(0, 500)}`);
    return contract[method].output.parse(answer.data.value) as OutputOf<typeof method>;
  };
}
