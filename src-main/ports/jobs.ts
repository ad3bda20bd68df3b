/** Long work that a user may stop: the method that starts it names it, `jobs.cancel` with that name aborts its signal. */
export interface Jobs {
  /** The signal of a running job. A name that is not running gets a signal that never aborts. */
  signalOf(jobId: string): AbortSignal;
}
