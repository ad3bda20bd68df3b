/**
 * How much memory the program needs for a bank file of 200 MB, in processes of their own and with the runtime itself: the reading of a CAMT
 * and of a MT940 file by the thread that reads, and for the CAMT file everything from the staged file to the booked ledger. It is built as
 * for the package first (see `electron.vite.config.ts`): sources that are translated while they load take more memory than the work.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { type LargeFile, writeLargeFile } from './largeBankFiles.ts';
import type { Measurement } from './measurement.ts';
import type { MemoryRun } from './memoryRun.ts';

const mostBytes = 300e6;
const leastFileBytes = 200e6;
const files = [
  { kind: 'camt', bookings: 320_000, modes: ['read', 'take'] },
  { kind: 'mt940', bookings: 900_000, modes: ['read'] },
] as const;

const words = { read: 'reading', take: 'staging, preview and taking in' } as const;

const root = join(import.meta.dirname, '../..');
const built = join(root, 'out', 'bench');

/** Inside the project, so that the packages are found. */
async function buildRun(): Promise<void> {
  const input = { memoryRun: join(import.meta.dirname, 'memoryRun.ts'), parseWorker: join(root, 'src-main/features/imports/parseWorker.ts') };
  const output = { format: 'es' as const, entryFileNames: '[name].js', codeSplitting: { groups: [{ name: 'youngMemory', test: /youngMemory\.ts$/u }] } };
  await build({ root, configFile: false, logLevel: 'warn', ssr: { noExternal: ['drizzle-orm'] }, build: { ssr: true, outDir: built, emptyOutDir: true, rolldownOptions: { input, output } } });
}

function run(mode: keyof typeof words, { path, bookings }: LargeFile): MemoryRun {
  const script = [join(built, 'memoryRun.js'), mode, join(built, 'parseWorker.js'), path];
  const { status, stdout } = spawnSync(process.execPath, script, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error(`${words[mode]} ended with ${status}`);
  const found = JSON.parse(stdout) as MemoryRun;
  if (found.bookings !== bookings) throw new Error(`${found.bookings} of ${bookings} bookings came through`);
  return found;
}

export async function measureMemory(): Promise<Measurement> {
  await buildRun();
  const folder = mkdtempSync(join(tmpdir(), 'termijn-memory-'));
  const told: string[] = [];
  let peak = 0;
  try {
    for (const { kind, bookings, modes } of files) {
      const file = writeLargeFile(kind, join(folder, kind), bookings);
      if (file.bytes < leastFileBytes) throw new Error(`the file has only ${file.bytes} bytes`);
      for (const mode of modes) {
        const { peakBytes, ms } = run(mode, file);
        peak = Math.max(peak, peakBytes);
        told.push(`${words[mode]} of ${(file.bytes / 1e6).toFixed(0)} MB ${kind} with ${bookings} bookings ${(peakBytes / 1e6).toFixed(0)} MB in ${(ms / 1000).toFixed(0)} s`);
      }
      rmSync(file.path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { name: 'most memory for a bank file of 200 MB ÷ 300 MB', ratio: peak / mostBytes, aim: 1, details: told.join('; ') };
}
