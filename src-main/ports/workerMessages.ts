/**
 * What travels between the program and a worker thread. A worker answers every request with progress messages and exactly one
 * `done` or `failed`; it handles one request at a time and keeps what is costly to load (fonts) between requests.
 */
export type WorkerRequest = { readonly payload: unknown };
export type WorkerReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string };

/** The part of `parentPort` (node:worker_threads) that a worker entry needs. */
export type WorkerPort = { on(event: 'message', listener: (request: WorkerRequest) => void): unknown; postMessage(reply: WorkerReply): void };

export type ReportProgress = (done: number, total: number) => void;
/** What a worker entry file does: `serveWorker(parentPort, (payload, progress) => result)`. The payload is checked by the work itself. */
export type WorkerWork = (payload: unknown, progress: ReportProgress) => unknown;

/** Answers requests until the thread is ended. An exception becomes `failed` with its message; the thread lives on. */
export function serveWorker(port: WorkerPort | null, work: WorkerWork): void {
  if (port === null) throw new Error('a worker entry was started as a program of its own');
  const answer = async (request: WorkerRequest): Promise<WorkerReply> => {
    try {
      const value = await work(request.payload, (done, total) => port.postMessage({ kind: 'progress', done, total }));
      return { kind: 'done', value };
    } catch (thrown) {
      return { kind: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
  port.on('message', (request) => void answer(request).then((reply) => port.postMessage(reply)));
}
