import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';

const fileLimit = 2_000_000;
const lineLimit = 10_000;

/**
 * One JSON object per line in a file that only the user may read. When it is full it becomes `<file>.1`, and that one is replaced.
 * Written at once: the last line before a crash is the one that matters.
 */
export function fileLogger(file: string, clock: Clock): Logger {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const write = (level: 'info' | 'error', event: string, details: Readonly<Record<string, unknown>>): void => {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > fileLimit) renameSync(file, `${file}.1`);
    const line = JSON.stringify({ at: clock.now(), level, event, ...details });
    appendFileSync(file, `${line.slice(0, lineLimit)}\n`, { mode: 0o600 });
  };
  return {
    info: (event, details) => write('info', event, details),
    error: (event, details) => write('error', event, details),
  };
}
