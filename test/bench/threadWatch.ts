/** How long one thread is held between two looks a few milliseconds apart, in its own processor time: what other programs take does not count. */
export type Held = {
  /** Longest of 99.9 % of the moments, and longest of all, in milliseconds. */
  readonly usualMs: number;
  readonly longestMs: number;
  /** Most memory of the whole program at any look, in megabytes. */
  readonly peakMb: number;
};

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Watches the thread that calls it, until `stop`. */
export function watchThread(): { readonly stop: () => Held } {
  const turns: number[] = [];
  let peakMb = 0;
  let before = threadMs();
  const timer = setInterval(() => {
    const now = threadMs();
    turns.push(now - before);
    before = now;
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
  }, 2);
  return {
    stop: () => {
      clearInterval(timer);
      const sorted = turns.toSorted((a, b) => a - b);
      return { usualMs: sorted[Math.floor(sorted.length * 0.999)] ?? 0, longestMs: sorted.at(-1) ?? 0, peakMb };
    },
  };
}
