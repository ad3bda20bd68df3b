import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A ratio of ours to the bare minimum, measured in turns in one run so that a busy machine slows both. */
export type Measurement = { readonly name: string; readonly ratio: number; readonly aim: number; readonly details: string };

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export type Turns = { readonly rounds: number; readonly warmUp: number; readonly ours: () => unknown; readonly bare: () => unknown };

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Processor time of all threads of this process, so that other programs do not count. */
async function processorTimeOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** As `inTurns`, in processor time: for work that waits for nothing. */
export const inTurnsOfProcessor = (turns: Turns): Promise<{ readonly oursMs: number; readonly bareMs: number }> => measureTurns(turns, processorTimeOf);

/** Medians in milliseconds; who begins changes every round. */
export const inTurns = (turns: Turns): Promise<{ readonly oursMs: number; readonly bareMs: number }> => measureTurns(turns, timeOf);

async function measureTurns({ rounds, warmUp, ours, bare }: Turns, timeOfWork: typeof timeOf): Promise<{ readonly oursMs: number; readonly bareMs: number }> {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const which of order) {
      const taken = await timeOfWork(which === 'ours' ? ours : bare);
      if (round >= warmUp) times[which].push(taken);
    }
  }
  return { oursMs: median(times.ours), bareMs: median(times.bare) };
}

/** The exported function of a module, called with the data. */
export type ApartWork = { readonly module: URL; readonly name: string };
export type ApartTurns = { readonly rounds: number; readonly warmUp: number; readonly data: Uint8Array; readonly ours: ApartWork; readonly bare: ApartWork };

/**
 * As `inTurns`, in processor time and each side in a thread of its own, as in the program: what one side makes of code that both use (a
 * library, compiled for the callers it has seen) must not slow the other. Only one of the threads works at a time.
 */
export async function inTurnsApart({ rounds, warmUp, data, ours, bare }: ApartTurns): Promise<{ readonly oursMs: number; readonly bareMs: number; readonly results: readonly [unknown, unknown] }> {
  const start = ({ module, name }: ApartWork): Worker => new Worker(new URL('./turnWorker.ts', import.meta.url), { workerData: { module: module.href, name, data } });
  const threads = [start(ours), start(bare)] as const;
  const results: [unknown, unknown] = [null, null];
  const turnOf = (side: 0 | 1) => async (): Promise<void> => {
    threads[side].postMessage('go');
    [results[side]] = await once(threads[side], 'message');
  };
  const times = await measureTurns({ rounds, warmUp: warmUp + 1, ours: turnOf(0), bare: turnOf(1) }, processorTimeOf);
  await Promise.all(threads.map((thread) => thread.terminate()));
  return { ...times, results };
}
