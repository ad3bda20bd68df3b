/**
 * Calls that still work on the open ledger. A ledger is closed only when the last of them has ended: a mail that is on its way must be
 * written down where it was claimed, and letters that are being made must not be stored in another administration.
 */
export type OpenCalls = {
  /** Runs a call and counts it until it has ended. */
  track<T>(input: unknown, work: () => T | Promise<T>): T | Promise<T>;
  /** Stops the jobs among them and waits until none is left. Nothing may be awaited between this and the closing. */
  settle(): Promise<void>;
};

const jobIdOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'jobId' in input && typeof input.jobId === 'string' ? input.jobId : null;

export function createOpenCalls(cancel: (jobId: string) => boolean): OpenCalls {
  const running = new Map<Promise<unknown>, string | null>();
  return {
    track(input, work) {
      const result = work();
      if (!(result instanceof Promise)) return result;
      const forget = (): void => void running.delete(result);
      running.set(result, jobIdOf(input));
      result.then(forget, forget);
      return result;
    },
    async settle() {
      while (running.size > 0) {
        for (const jobId of running.values()) if (jobId !== null) cancel(jobId);
        await Promise.allSettled(running.keys());
      }
    },
  };
}
