import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Background } from '../../ports/background.ts';
import { createBackground } from './background.ts';

const folder = mkdtempSync(join(tmpdir(), 'termijn-worker-'));
const messages = pathToFileURL(join(import.meta.dirname, '../../ports/workerMessages.ts')).href;
const entry = join(folder, 'worker.ts');
writeFileSync(
  entry,
  `import { parentPort, threadId } from 'node:worker_threads';
import { serveWorker } from '${messages}';
serveWorker(parentPort, async (payload, progress, send) => {
  if (payload === 'parts') for (let part = 1; part <= 3; part += 1) await send(part);
  if (payload === 'thread') return threadId;
  if (payload === 'secrets') return Object.keys(process.env).length;
  if (payload === 'throw') throw new Error('no such format');
  if (payload === 'die') process.exit(3);
  if (payload === 'hang') for (;;);
  if (payload === 'eat') { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); }
  if (payload === 'wait') await new Promise((resolve) => setTimeout(resolve, 500));
  if (payload === 'count') for (let done = 1; done <= 3; done += 1) progress(done, 3);
  return payload;
});`,
);
const made: Background[] = [];
function background(timeoutMs = 5000, threadsPerKind = 1, idleMs?: number): Background {
  const url = pathToFileURL(entry);
  const one = createBackground({ entries: { parse: url, pdf: url }, threadsPerKind, timeoutMs, memoryMb: 64, ...(idleMs === undefined ? {} : { idleMs }) });
  made.push(one);
  return one;
}
const task = (payload: string, signal = new AbortController().signal, onProgress: (done: number, total: number) => void = () => undefined) => ({ worker: 'parse' as const, payload, signal, onProgress });

afterEach(async () => {
  await Promise.all(made.splice(0).map((one) => one.close()));
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

describe('work in the background', () => {
  it('answers with the result and tells how far it is', async () => {
    const steps: string[] = [];
    expect(await background().run(task('count', undefined, (done, total) => steps.push(`${done}/${total}`)))).toEqual({ kind: 'done', value: 'count' });
    expect(steps).toEqual(['1/3', '2/3', '3/3']);
  });
  it('takes over a large answer in parts, one at a time and in order', async () => {
    const parts: unknown[] = [];
    expect(await background().run({ ...task('parts'), onPart: (part) => parts.push(part) })).toEqual({ kind: 'done', value: 'parts' });
    expect(parts).toEqual([1, 2, 3]);
  });
  it('keeps its thread for the next task', async () => {
    const one = background();
    expect(await one.run(task('thread'))).toEqual(await one.run(task('thread')));
  });
  it('ends a thread that has had no work for a while, and starts another for the next task', async () => {
    const one = background(5000, 1, 50);
    const before = await one.run(task('thread'));
    await pause(1000);
    const after = await one.run(task('thread'));
    expect(after.kind).toBe('done');
    expect(after).not.toEqual(before);
  });
  it('does not end a thread that has work again', async () => {
    const one = background(5000, 1, 300);
    const before = await one.run(task('thread'));
    await pause(200);
    const meanwhile = await one.run(task('wait'));
    expect(meanwhile).toEqual({ kind: 'done', value: 'wait' });
    expect(await one.run(task('thread'))).toEqual(before);
  });
  it('gives the thread nothing of the environment', async () => expect(await background().run(task('secrets'))).toEqual({ kind: 'done', value: 0 }));
  it('reports an exception of the work as a failure and goes on with the same thread', async () => {
    const one = background();
    const before = await one.run(task('thread'));
    expect(await one.run(task('throw'))).toEqual({ kind: 'failed', reason: 'no such format' });
    expect(await one.run(task('thread'))).toEqual(before);
  });
  it('survives a thread that dies', async () => {
    const one = background();
    expect(await one.run(task('die'))).toEqual({ kind: 'failed', reason: 'ended with code 3' });
    expect(await one.run(task('next'))).toEqual({ kind: 'done', value: 'next' });
  });
  it('ends a thread that hangs', async () => {
    const one = background(500);
    expect(await one.run(task('hang'))).toEqual({ kind: 'failed', reason: 'timeout' });
    expect(await one.run(task('next'))).toEqual({ kind: 'done', value: 'next' });
  });
  it('ends a thread that takes more memory than it was given', async () => {
    expect(await background().run(task('eat'))).toEqual({ kind: 'failed', reason: 'ERR_WORKER_OUT_OF_MEMORY' });
  });
  it('is cancelled at once, even in an endless loop', async () => {
    const controller = new AbortController();
    const one = background();
    const running = one.run(task('hang', controller.signal));
    setTimeout(() => controller.abort(), 100);
    expect(await running).toEqual({ kind: 'cancelled' });
    expect(await one.run(task('next'))).toEqual({ kind: 'done', value: 'next' });
  });
  it('does not start what was cancelled while it waited', async () => {
    const controller = new AbortController();
    const one = background(400);
    const hanging = one.run(task('hang'));
    const waiting = one.run(task('next', controller.signal));
    controller.abort();
    expect(await waiting).toEqual({ kind: 'cancelled' });
    expect((await hanging).kind).toBe('failed');
  });
  it('runs no more threads of a kind than allowed', async () => {
    const one = background(5000, 2);
    const answers = await Promise.all(Array.from({ length: 12 }, () => one.run(task('thread'))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeLessThanOrEqual(2);
  });
  it('takes nothing on after it was closed', async () => {
    const one = background();
    await one.close();
    expect(await one.run(task('next'))).toEqual({ kind: 'cancelled' });
  });
});
