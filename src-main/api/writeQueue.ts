/** Runs pieces of work strictly one after another; one that fails does not stop those behind it. */
export type WriteQueue = {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when everything queued so far has ended. */
  idle(): Promise<void>;
};

export function createWriteQueue(): WriteQueue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const mine = tail.then(work);
      // The caller of `run` gets the rejection; the queue only needs to know that this piece has ended.
      tail = mine.then(
        () => undefined,
        () => undefined,
      );
      return mine;
    },
    idle: async () => void (await tail),
  };
}
