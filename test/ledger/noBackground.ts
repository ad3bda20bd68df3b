import type { Background } from '../../src-main/ports/background.ts';

/** For ledgers so small that nothing is done on another thread. */
export const noBackground: Background = {
  run: () => Promise.reject(new Error('nothing of this size belongs on a thread of its own')),
  close: () => Promise.resolve(),
};
