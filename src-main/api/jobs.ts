import type { Jobs } from '../ports/jobs.ts';

/** The running jobs by name. `dispatch` opens and closes them; features only ask for the signal. */
export interface JobRegister extends Jobs {
  /** Answers null when a job of this name is running already. */
  open(jobId: string): AbortSignal | null;
  close(jobId: string): void;
  /** Answers whether there was something to cancel. */
  cancel(jobId: string): boolean;
  /** Aborts everything, when the program ends. */
  cancelAll(): void;
}

export function createJobRegister(): JobRegister {
  const running = new Map<string, AbortController>();
  const cancel = (jobId: string): boolean => {
    const controller = running.get(jobId);
    controller?.abort();
    return controller !== undefined;
  };
  return {
    signalOf: (jobId) => running.get(jobId)?.signal ?? new AbortController().signal,
    open(jobId) {
      if (running.has(jobId)) return null;
      const controller = new AbortController();
      running.set(jobId, controller);
      return controller.signal;
    },
    close: (jobId) => void running.delete(jobId),
    cancel,
    cancelAll: () => running.forEach((_controller, jobId) => void cancel(jobId)),
  };
}
