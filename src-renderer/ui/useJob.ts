import { useQueryClient } from '@tanstack/react-query';
import type { CallInput, MethodName, OutputOf } from '../../src-shared/contract/index.ts';
import { call, errorCodeOf } from '../backend/client.ts';
import { useText } from '../i18n/useText.ts';
import { useErrorSentence } from './ErrorState.tsx';
import { finishJob, type Job, newJobId, startJob } from './jobStore.ts';

/** The methods that take a `jobId`, or may take one: long work with progress and cancel. */
export type JobMethod = { [M in MethodName]: 'jobId' extends keyof CallInput<M> ? M : never }[MethodName];
export type JobResult = { readonly state: 'done' | 'warning' | 'failed'; readonly detail: string; readonly action?: Job['action'] };

/**
 * Runs long work in the background with a card that shows name, progress, cancel and the result:
 * `const run = useJob(); const output = await run('outbox.send', {}, { name: t('…'), describe: (o) => ({ state: 'done', detail: … }) })`.
 * Answers null when it failed or was stopped; the card then says so.
 */
export function useJob(): <M extends JobMethod>(
  method: M,
  input: Omit<CallInput<M>, 'jobId'>,
  words: { readonly name: string; readonly describe: (output: OutputOf<M>) => JobResult },
) => Promise<OutputOf<M> | null> {
  const { t } = useText();
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  return async (method, input, words) => {
    const jobId = newJobId();
    startJob(jobId, words.name);
    try {
      const output = await call(method, { ...input, jobId } as CallInput<typeof method>);
      finishJob(jobId, { action: null, ...words.describe(output) });
      return output;
    } catch (error) {
      const wasStopped = errorCodeOf(error) === 'cancelled';
      finishJob(jobId, {
        state: wasStopped ? 'warning' : 'failed',
        detail: wasStopped ? t('common.job.stopped') : sentence(error),
        action: null,
      });
      return null;
    } finally {
      void queries.invalidateQueries();
    }
  };
}
