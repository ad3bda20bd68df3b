import { useSyncExternalStore } from 'react';

/** A piece of background work as the window knows it: progress while it runs, and its result until it is put away. */
export type Job = {
  readonly jobId: string;
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly detail: string;
  readonly state: 'running' | 'stopping' | 'done' | 'warning' | 'failed';
  /** A link of the result itself, such as "Bekijk 4 regels". */
  readonly action: { readonly label: string; readonly run: () => void } | null;
};

let jobs: readonly Job[] = [];
const listeners = new Set<() => void>();
const publish = (next: readonly Job[]): void => {
  jobs = next;
  for (const listener of listeners) listener();
};
const change = (jobId: string, patch: Partial<Job>): void => publish(jobs.map((job) => (job.jobId === jobId ? { ...job, ...patch } : job)));
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useJobs = (): readonly Job[] => useSyncExternalStore(subscribe, () => jobs);

/** A fresh id for work that reports progress and can be cancelled; hand it to the method as `jobId`. */
export const newJobId = (): string => `job-${crypto.randomUUID()}`;

/** Shows a card for work that starts now. */
export function startJob(jobId: string, name: string): void {
  publish([...jobs.filter((job) => job.jobId !== jobId), { jobId, name, done: 0, total: 0, detail: '', state: 'running', action: null }]);
}

/** Progress from the backend, for cards that are shown; work that nobody watches stays silent. */
export function reportProgress(progress: {
  readonly jobId: string;
  readonly done: number;
  readonly total: number;
  readonly label: string;
}): void {
  const known = jobs.find((job) => job.jobId === progress.jobId);
  if (known?.state === 'running') change(progress.jobId, { done: progress.done, total: progress.total });
}

export const markStopping = (jobId: string): void => change(jobId, { state: 'stopping' });

/** Ends a card with its result, which stays readable until it is put away. */
export const finishJob = (
  jobId: string,
  result: { readonly state: 'done' | 'warning' | 'failed'; readonly detail: string; readonly action: Job['action'] },
): void => change(jobId, result);

export const dismissJob = (jobId: string): void => publish(jobs.filter((job) => job.jobId !== jobId));
