/**
 * npm run fuzz -- --minutes N --seed S [--case N]: damages samples and reads them for as long as asked, in a thread that is watched: a
 * case that hangs or uses up its memory is reported and the next begins. Faulty files are kept in test-results/fuzz.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { makeCase, makeLongCase, runCase, type FuzzCase } from './fuzzCase.ts';
import { fuzzSamples, type FuzzSample } from './fuzzSamples.ts';

const folder = join(import.meta.dirname, '../../test-results/fuzz');
const largestSample = 200_000;
/** Wall clock: a busy machine must not look like a hang. */
const hangMs = 30_000;
const memoryMb = 768;

type Task = { readonly seed: number; readonly from: number; readonly progress: SharedArrayBuffer };
type Report = { readonly number: number; readonly story: string; readonly faults: readonly string[] };

const argument = (name: string): number | null => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at === -1 ? Number.NaN : Number(process.argv[at + 1]);
  return Number.isFinite(value) ? value : null;
};

function keep(seed: number, { number, bytes }: Pick<FuzzCase, 'number' | 'bytes'>): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${seed}-${number}.bin`);
  writeFileSync(file, bytes);
  return file;
}

/** One case in two hundred is a long file. */
const caseOf = (samples: readonly FuzzSample[], seed: number, number: number): FuzzCase =>
  number % 200 === 199 ? makeLongCase(samples, seed, number) : makeCase(samples, seed, number);

/** In the thread: one case after another, until it is ended. */
function work({ seed, from, progress }: Task): void {
  const samples = fuzzSamples(largestSample);
  const at = new Int32Array(progress);
  for (let number = from; ; number += 1) {
    Atomics.store(at, 0, number);
    const made = caseOf(samples, seed, number);
    const { faults, processorMs } = runCase(made);
    if (processorMs > Atomics.load(at, 1)) Atomics.store(at, 1, Math.round(processorMs));
    if (faults.length > 0) parentPort?.postMessage({ number, story: made.story, faults } satisfies Report);
  }
}

function say(seed: number, { number, story, faults }: Report): void {
  const file = keep(seed, caseOf(fuzzSamples(largestSample), seed, number));
  console.error(`case ${number} (${story}), kept as ${file}`);
  for (const fault of faults) console.error(`  ${fault}`);
}

/** Watches a thread until it hangs, dies or the time is over; answers the next case to begin with. */
async function watch(task: Task, until: number, report: (found: Report) => void): Promise<number> {
  const at = new Int32Array(task.progress);
  const worker = new Worker(new URL(import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  let death: Error | null = null;
  worker.on('message', (found: Report) => report(found));
  worker.on('error', (error) => {
    death = error instanceof Error ? error : new Error(String(error));
  });
  const gone = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  let seen = { number: -1, since: Date.now() };
  while (Date.now() < until && death === null) {
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 250))]);
    const number = Atomics.load(at, 0);
    if (number !== seen.number) seen = { number, since: Date.now() };
    if (Date.now() - seen.since > hangMs) break;
  }
  const number = Atomics.load(at, 0);
  const isHanging = death === null && Date.now() < until;
  await worker.terminate();
  const end = death as Error | null;
  if (end !== null) report({ number, story: 'the thread died', faults: [end.message] });
  else if (isHanging) report({ number, story: 'hangs', faults: [`no answer within ${hangMs} ms`] });
  return number + 1;
}

async function fuzz(minutes: number, seed: number): Promise<number> {
  const start = Date.now();
  const until = start + minutes * 60_000;
  const progress = new SharedArrayBuffer(8);
  let [next, faulty] = [0, 0];
  while (Date.now() < until) {
    next = await watch({ seed, from: next, progress }, until, (found) => {
      faulty += 1;
      say(seed, found);
    });
  }
  const slowest = Atomics.load(new Int32Array(progress), 1);
  console.log(
    `${next} damaged files in ${((Date.now() - start) / 60_000).toFixed(1)} minutes, seed ${seed}: ${faulty} faulty; the slowest took ${slowest} ms`,
  );
  return faulty;
}

/** One case again, to look into it. */
function again(seed: number, number: number): number {
  const made = caseOf(fuzzSamples(largestSample), seed, number);
  const { faults, processorMs } = runCase(made);
  console.log(`case ${number} (${made.story}), ${made.bytes.length} bytes, ${Math.round(processorMs)} ms, kept as ${keep(seed, made)}`);
  for (const fault of faults) console.error(`  ${fault}`);
  return faults.length;
}

if (isMainThread) {
  const seed = argument('seed') ?? Date.now() % 1_000_000;
  const number = argument('case');
  const faulty = number === null ? await fuzz(argument('minutes') ?? 1, seed) : again(seed, number);
  process.exitCode = faulty > 0 ? 1 : 0;
} else work(workerData as Task);
