import { setImmediate as breathe } from 'node:timers/promises';
import type { Steps } from './connection.ts';

/** How long the steps may hold the event loop at a time, in milliseconds. */
const turnMs = 4;

/** Does the steps with the event loop free between them, so that windows and timers go on. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let until = performance.now() + turnMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await breathe();
    until = performance.now() + turnMs;
  }
}

/** All steps in one go, where that is not felt. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
