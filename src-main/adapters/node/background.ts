/**
 * Work in worker threads: parsing foreign files and making PDFs. A thread is limited in time and memory; one that dies, hangs or is
 * cancelled is ended and replaced, and its caller gets that as a value. Threads are started when first needed and kept for the next task.
 */
import { Worker } from 'node:worker_threads';
import type { Background, BackgroundOutcome, BackgroundTask } from '../../ports/background.ts';
import type { WorkerReply } from '../../ports/workerMessages.ts';

/**
 * Megabytes for what is thrown away at once, where the usual hundred are of no use: a long print run makes litter without end, and the
 * program has to stay under half a gigabyte.
 */
const youngMemory: Readonly<Partial<Record<BackgroundTask<unknown>['worker'], { readonly maxYoungGenerationSizeMb: number }>>> = {
  pdf: { maxYoungGenerationSizeMb: 24 },
  parse: { maxYoungGenerationSizeMb: 24 },
};

export type WorkerKind = BackgroundTask<unknown>['worker'];
export type BackgroundOptions = {
  /** Entry file of each kind, handed down by the host: source files in development, built files in the packaged program. */
  readonly entries: Readonly<Partial<Record<WorkerKind, URL>>>;
  /** At most this many threads of one kind at a time; further tasks wait. */
  readonly threadsPerKind: number;
  readonly timeoutMs: number;
  readonly memoryMb: number;
};

type Pool = { readonly idle: Worker[]; readonly waiting: (() => void)[]; running: number };
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

export function createBackground({ entries, threadsPerKind, timeoutMs, memoryMb }: BackgroundOptions): Background {
  const pools = new Map<WorkerKind, Pool>();
  const everyThread = new Set<Worker>();
  let isClosed = false;

  const poolOf = (kind: WorkerKind): Pool => {
    const found = pools.get(kind) ?? { idle: [], waiting: [], running: 0 };
    pools.set(kind, found);
    return found;
  };
  const startThread = (kind: WorkerKind): Worker => {
    const entry = entries[kind];
    if (entry === undefined) throw new Error(`no worker of the kind ${kind}`);
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memoryMb, ...youngMemory[kind] }, env: {} });
    everyThread.add(worker);
    return worker;
  };
  const endThread = async (worker: Worker): Promise<void> => {
    everyThread.delete(worker);
    await worker.terminate();
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
      const worker = pool.idle.pop() ?? startThread(task.worker);
      worker.removeAllListeners().ref();
      const ended = await runOn(worker, task, timeoutMs);
      if (!ended.isReusable || isClosed) await endThread(worker);
      else keepIdle(pool, worker);
      return ended.outcome;
    } finally {
      passOn(pool);
    }
  }
  const keepIdle = (pool: Pool, worker: Worker): void => {
    worker.unref();
    worker.on('exit', () => {
      everyThread.delete(worker);
      const place = pool.idle.indexOf(worker);
      if (place >= 0) pool.idle.splice(place, 1);
    });
    pool.idle.push(worker);
  };

  return {
    // The thread's answer is whatever its entry file hands back; the caller names that type and checks it where it matters.
    run: <P, T>(task: BackgroundTask<P>) => run(task) as Promise<BackgroundOutcome<T>>,
    async close() {
      isClosed = true;
      await Promise.all([...everyThread].map(endThread));
    },
  };
}
