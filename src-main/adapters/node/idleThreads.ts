/** Threads that wait for their next task. One that waits too long is ended, because it holds memory that nobody uses. */
import type { Worker } from 'node:worker_threads';

export type IdleThreads = {
  /** The one that waits since the shortest time; null when none does. */
  readonly take: () => Worker | null;
  readonly keep: (worker: Worker) => void;
};

export type IdleThreadsOptions = { readonly keptMs: number; readonly endThread: (worker: Worker) => Promise<void> };

export function createIdleThreads({ keptMs, endThread }: IdleThreadsOptions): IdleThreads {
  const waiting: { readonly worker: Worker; readonly timer: NodeJS.Timeout }[] = [];
  const remove = (worker: Worker): void => {
    const place = waiting.findIndex((one) => one.worker === worker);
    for (const { timer } of place < 0 ? [] : waiting.splice(place, 1)) clearTimeout(timer);
  };
  const end = (worker: Worker): void => {
    remove(worker);
    void endThread(worker);
  };
  return {
    take() {
      const last = waiting.pop();
      if (last === undefined) return null;
      clearTimeout(last.timer);
      return last.worker;
    },
    keep(worker) {
      worker.unref();
      // Also when it dies by itself.
      worker.on('exit', () => end(worker));
      waiting.push({ worker, timer: setTimeout(() => end(worker), keptMs).unref() });
    },
  };
}
