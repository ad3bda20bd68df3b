/** Work off the main event loop. A worker that dies, times out or is cancelled is an outcome, never a crash of the program. */
export type BackgroundOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

export type BackgroundTask<P> = {
  readonly worker: 'parse' | 'pdf' | 'match';
  readonly payload: P;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
  /** Takes what a worker sends ahead of its answer, in its order. */
  readonly onPart?: (part: unknown) => void;
};

export interface Background {
  run<P, T>(task: BackgroundTask<P>): Promise<BackgroundOutcome<T>>;
  close(): Promise<void>;
}
