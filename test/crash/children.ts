/** Starting, listening to and killing the program of `child.ts`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type ChildRun = {
  /** Whole lines that were said before the end. */
  readonly lines: readonly string[];
  readonly signal: string | null;
  readonly errors: string;
};

export type ChildRequest = {
  readonly args: readonly string[];
  /** Name of a failpoint that ends the child, or null. */
  readonly failpoint: string | null;
  /** When it is killed: so many milliseconds after it said so many lines. Null lets it end by itself. */
  readonly kill: { readonly afterLines: number; readonly thenMs: number } | null;
};

/** Runs the child to its end, natural or not. A line that was cut off by the end is dropped: it was not said. */
export function runChild({ args, failpoint, kill }: ChildRequest): Promise<ChildRun> {
  const environment = { ...process.env, NODE_OPTIONS: '', ...(failpoint === null ? {} : { TERMIJN_FAILPOINT: failpoint }) };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let errors = '';
  let isArmed = kill !== null;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (!isArmed || kill === null || said.split('\n').length <= kill.afterLines) return;
    isArmed = false;
    setTimeout(() => child.kill('SIGKILL'), kill.thenMs);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ lines: said.split('\n').slice(0, -1), signal, errors }));
  });
}
