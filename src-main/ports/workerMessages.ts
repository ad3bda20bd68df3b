/**
 * What travels between the program and a worker thread. A worker answers every request with progress messages, parts and exactly one
 * `done` or `failed`. A large answer goes ahead in parts, each asked for with `next`: taking over a large message in one go would hold up
 * the event loop of the program. A worker handles one request at a time and keeps what is costly to load (fonts) between requests.
 */
export type WorkerRequest = { readonly payload: unknown } | { readonly kind: 'next' };
export type WorkerReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'part'; readonly value: unknown }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string };

/** The part of `parentPort` (node:worker_threads) that a worker entry needs. */
export type WorkerPort = { on(event: 'message', listener: (request: WorkerRequest) => void): unknown; postMessage(reply: WorkerReply): void };

export type ReportProgress = (done: number, total: number) => void;
/** Sends a part of the answer ahead; resolves when the program has taken it. */
export type SendPart = (part: unknown) => Promise<void>;
/** What a worker entry file does: `serveWorker(parentPort, (payload, progress) => result)`. The payload is checked by the work itself. */
export type WorkerWork = (payload: unknown, progress: ReportProgress, send: SendPart) => unknown;

/** Answers requests until the thread is ended. An exception becomes `failed` with its message; the thread lives on. */
export function serveWorker(port: WorkerPort | null, work: WorkerWork): void {
  if (port === null) throw new Error('a worker entry was started as a program of its own');
  let taken: () => void = () => undefined;
  const send: SendPart = (value) =>
    new Promise((resolve) => {
      taken = resolve;
      port.postMessage({ kind: 'part', value });
    });
  const answer = async (payload: unknown): Promise<WorkerReply> => {
    try {
      return { kind: 'done', value: await work(payload, (done, total) => port.postMessage({ kind: 'progress', done, total }), send) };
    } catch (thrown) {
      return { kind: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
  port.on('message', (request) => {
    if ('kind' in request) taken();
    else void answer(request.payload).then((reply) => port.postMessage(reply));
  });
}
