/**
 * Work in worker threads: parsing foreign files and making PDFs. A thread is limited in time and memory; one that dies, hangs or is
 * cancelled is ended and replaced, and its caller gets that as a value. Threads are started when first needed, kept for the next task and
 * ended when none comes for a while.
 */
import { Worker } from 'node:worker_threads';
import type { Background, BackgroundOutcome, BackgroundTask } from '../../ports/background.ts';
import type { WorkerReply } from '../../ports/workerMessages.ts';
import { createIdleThreads, type IdleThreads } from './idleThreads.ts';

/** What is particular to a kind of thread. */
type Habits = {
  /**
   * Megabytes for what is thrown away at once, where the usual hundred are of no use: a long print run makes litter without end, and the
   * program has to stay under half a gigabyte.
   */
  readonly youngMb?: number;
  /** How long a thread is kept without work. One that read a large file goes on holding tens of megabytes, and is started again quickly. */
  readonly idleMs: number;
};

export type WorkerKind = BackgroundTask<unknown>['worker'];
const habits: Readonly<Record<WorkerKind, Habits>> = {
  parse: { youngMb: 24, idleMs: 1000 },
  pdf: { youngMb: 24, idleMs: 60_000 },
  match: { idleMs: 60_000 },
};

export type BackgroundOptions = {
  /** Entry file of each kind, handed down by the host: source files in development, built files in the packaged program. */
  readonly entries: Readonly<Partial<Record<WorkerKind, URL>>>;
  /** At most this many threads of one kind at a time; further tasks wait. */
  readonly threadsPerKind: number;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** How long every thread is kept without work, in place of what is usual for its kind. */
  readonly idleMs?: number;
};

type Pool = { readonly idle: IdleThreads; readonly waiting: (() => void)[]; running: number };
type Ended = { readonly outcome: BackgroundOutcome<unknown>; readonly isReusable: boolean };

/** Runs one task on a thread of its own until it answers, dies, is cancelled or runs out of time. */
function runOn(worker: Worker, task: BackgroundTask<unknown>, timeoutMs: number): Promise<Ended> {
  return new Promise((resolve) => {
    const end = (ended: Ended): void => {
      clearTimeout(timer);
      task.signal.removeEventListener('abort', cancel);
      worker.removeAllListeners();
      // A late error of a thread that is already given up must not reach the process as an unhandled event.
      worker.on('error', () => undefined);
      resolve(ended);
    };
    const fail = (reason: string): void => end({ outcome: { kind: 'failed', reason }, isReusable: false });
    const cancel = (): void => end({ outcome: { kind: 'cancelled' }, isReusable: false });
    const timer = setTimeout(() => fail('timeout'), timeoutMs);
    task.signal.addEventListener('abort', cancel);
    worker.on('message', (reply: WorkerReply) => {
      if (reply.kind === 'progress') task.onProgress(reply.done, reply.total);
      else if (reply.kind === 'part') {
        task.onPart?.(reply.value);
        setImmediate(() => worker.postMessage({ kind: 'next' }));
      }
      else end({ outcome: reply, isReusable: true });
    });
    worker.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
    worker.on('messageerror', () => fail('unreadable answer'));
    worker.on('exit', (code) => fail(`ended with code ${code}`));
    worker.postMessage({ payload: task.payload });
  });
}

export function createBackground({ entries, threadsPerKind, timeoutMs, memoryMb, idleMs }: BackgroundOptions): Background {
  const pools = new Map<WorkerKind, Pool>();
  const everyThread = new Set<Worker>();
  let isClosed = false;

  const endThread = async (worker: Worker): Promise<void> => {
    everyThread.delete(worker);
    await worker.terminate();
  };
  const poolOf = (kind: WorkerKind): Pool => {
    const found = pools.get(kind) ?? { idle: createIdleThreads({ keptMs: idleMs ?? habits[kind].idleMs, endThread }), waiting: [], running: 0 };
    pools.set(kind, found);
    return found;
  };
  const startThread = (kind: WorkerKind): Worker => {
    const entry = entries[kind];
    if (entry === undefined) throw new Error(`no worker of the kind ${kind}`);
    const { youngMb } = habits[kind];
    const young = youngMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMb };
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memoryMb, ...young }, env: {} });
    everyThread.add(worker);
    return worker;
  };
  const turn = async (pool: Pool): Promise<void> => {
    if (pool.running >= threadsPerKind) await new Promise<void>((resolve) => pool.waiting.push(resolve));
    else pool.running += 1;
  };
  const passOn = (pool: Pool): void => {
    const next = pool.waiting.shift();
    if (next === undefined) pool.running -= 1;
    else next();
  };

  async function run(task: BackgroundTask<unknown>): Promise<BackgroundOutcome<unknown>> {
    const pool = poolOf(task.worker);
    await turn(pool);
    try {
      if (task.signal.aborted || isClosed) return { kind: 'cancelled' };
      const worker = pool.idle.take() ?? startThread(task.worker);
      worker.removeAllListeners().ref();
      const ended = await runOn(worker, task, timeoutMs);
      if (!ended.isReusable || isClosed) await endThread(worker);
      else pool.idle.keep(worker);
      return ended.outcome;
    } finally {
      passOn(pool);
    }
  }

  return {
    // The thread's answer is whatever its entry file hands back; the caller names that type and checks it where it matters.
    run: <P, T>(task: BackgroundTask<P>) => run(task) as Promise<BackgroundOutcome<T>>,
    async close() {
      isClosed = true;
      await Promise.all([...everyThread].map(endThread));
    },
  };
}
