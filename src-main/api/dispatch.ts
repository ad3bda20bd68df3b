/**
 * The API knows no transport: JSON text in, JSON text out, the same over IPC, over HTTP and within one process.
 * Input and output are both checked against the contract; writing methods run one after another.
 */
import { z } from 'zod';
import { contract, type MethodName } from '../../src-shared/contract/index.ts';
import type { WireAnswer, WireError } from '../../src-shared/contract/method.ts';
import { appError, type AppError } from '../../src-shared/errors.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { BoundHandler, BoundHandlers } from './combine.ts';
import { detailsOfThrown, errorFromIssues, errorFromThrown } from './errorMapping.ts';
import type { JobRegister } from './jobs.ts';
import type { WriteQueue } from './writeQueue.ts';

/** Longest request in characters; files do not travel here, they are staged. */
export const requestLimit = 1_000_000;

const zRequest = z.strictObject({ method: z.string().max(100), input: z.unknown() });

export type DispatchParts = {
  /** The whole API, from `combine`. */
  readonly handlers: BoundHandlers;
  readonly jobs: JobRegister;
  readonly writeQueue: WriteQueue;
  readonly logger: Logger;
  readonly ids: Ids;
};
export type Dispatch = (requestText: string) => Promise<string>;

type Call = { readonly method: MethodName; readonly handler: BoundHandler; readonly input: unknown };

function readJson(text: string): Result<unknown, AppError> {
  if (text.length > requestLimit) return err(appError('bad-request', { field: '', finding: 'too_big' }));
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(appError('bad-request', { field: '', finding: 'invalid_json' }));
  }
}

/** A call that was not accepted; `method` is for the log and stands there only when it is one of ours. */
type Unreadable = { readonly method: string; readonly error: AppError };

/** From text to a call whose input the method's own schema has accepted. */
function readCall(handlers: BoundHandlers, text: string): Result<Call, Unreadable> {
  const json = readJson(text);
  if (!json.ok) return err({ method: '?', error: json.error });
  const request = zRequest.safeParse(json.value);
  if (!request.success) return err({ method: '?', error: errorFromIssues(request.error.issues) });
  const { method } = request.data;
  const handler = handlers.get(method);
  if (handler === undefined || !Object.hasOwn(contract, method)) return err({ method: '?', error: appError('unknown-method', { method }) });
  const known = method as MethodName; // an own property of the contract, checked in the line above
  const input = contract[known].input.safeParse(request.data.input ?? {});
  return input.success ? ok({ method: known, handler, input: input.data }) : err({ method, error: errorFromIssues(input.error.issues) });
}

const jobIdOf = (call: Call): string | null => {
  const input = call.input;
  if (call.method === 'jobs.cancel' || typeof input !== 'object' || input === null || !('jobId' in input)) return null;
  return typeof input.jobId === 'string' ? input.jobId : null;
};

/** Runs the handler and checks what it hands back: an answer outside the contract is a bug, not something to pass on. */
async function runHandler(call: Call): Promise<Result<unknown, AppError>> {
  const result = await call.handler(call.input);
  return result.ok ? ok(contract[call.method].output.parse(result.value)) : result;
}

export function createDispatch({ handlers, jobs, writeQueue, logger, ids }: DispatchParts): Dispatch {
  const wireError = (method: string, error: AppError, details: Readonly<Record<string, unknown>> | null): WireError => {
    const id = ids.next();
    if (details === null) logger.info('call refused', { id, method, code: error.code });
    else logger.error('call failed', { id, method, code: error.code, ...details });
    return { ...error, id };
  };

  async function answer(call: Call): Promise<WireAnswer> {
    const jobId = jobIdOf(call);
    const signal = jobId === null ? null : jobs.open(jobId);
    if (jobId !== null && signal === null) return { ok: false, error: wireError(call.method, appError('not-allowed-now', { jobId }), null) };
    const run = async (): Promise<Result<unknown, AppError>> => (signal?.aborted ? err(appError('cancelled')) : runHandler(call));
    try {
      const result = await (contract[call.method].writes ? writeQueue.run(run) : run());
      return result.ok ? { ok: true, value: result.value } : { ok: false, error: wireError(call.method, result.error, null) };
    } catch (thrown) {
      const wasCancelled = signal?.aborted ?? false;
      const details = wasCancelled ? null : detailsOfThrown(thrown);
      return { ok: false, error: wireError(call.method, errorFromThrown(thrown, wasCancelled), details) };
    } finally {
      if (jobId !== null) jobs.close(jobId);
    }
  }

  return async (requestText) => {
    const call = readCall(handlers, requestText);
    const reply: WireAnswer = call.ok ? await answer(call.value) : { ok: false, error: wireError(call.error.method, call.error.error, null) };
    return JSON.stringify(reply);
  };
}
