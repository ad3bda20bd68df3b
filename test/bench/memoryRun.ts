/** One run of the memory measurement, in a process of its own: what it prints is read by `memory.bench.ts`. */
import '../../src-main/adapters/node/youngMemory.ts';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { PackedAhead } from '../../src-main/features/imports/packEntries.ts';
import type { ParsedFile, ParseRequest } from '../../src-main/features/imports/parsedFile.ts';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { createWorld } from '../importers/importWorld.ts';

export type MemoryRun = { readonly bookings: number; readonly peakBytes: number; readonly ms: number };

const [mode = '', worker = '', path = ''] = process.argv.slice(2);

/** As large as in the program; only the patience is greater. */
const background = createBackground({ entries: { parse: pathToFileURL(worker) }, threadsPerKind: 1, timeoutMs: 1_800_000, memoryMb: 1024 });

/** The thread that reads, and beside it a program that takes note of every part and keeps nothing. */
async function read(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'termijn-memory-'));
  let bookings = 0;
  const outcome = await background.run<ParseRequest, readonly ParsedFile[]>({
    worker: 'parse',
    payload: { files: [{ stagedId: 'bench', name: 'large', path, size: statSync(path).size }], mappings: {}, today: plainDate('2026-03-02'), dateOrders: {}, spool: join(folder, 'spool') },
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onPart: (part) => {
      for (const { count } of (part as PackedAhead).parts) bookings += count;
    },
  });
  rmSync(folder, { recursive: true, force: true });
  if (outcome.kind !== 'done') throw new Error(`the file was not read: ${JSON.stringify(outcome)}`);
  const [file] = outcome.value;
  if (file?.content.kind !== 'bank') throw new Error(`the file was refused: ${JSON.stringify(file?.content)}`);
  if (file.content.statements.some(({ statement }) => statement.balanced !== true)) throw new Error('a statement does not add up');
  return file.content.statements.reduce((sum, { statement }) => sum + statement.entries.length, bookings);
}

/** What the program does with a file: staged, previewed, taken in. */
async function take(): Promise<number> {
  const world = createWorld(background);
  const staged = await world.context.stagedFiles.stage('large', createReadStream(path), statSync(path).size);
  if (staged === null) throw new Error('the file was not staged');
  const preview = await importMethods['imports.preview'](world.context, { jobId: 'bench', stagedIds: [staged.stagedId], mappings: {}, ofAccount: {} });
  if (!preview.ok) throw new Error(preview.error.code);
  const [file] = preview.value.files;
  const account = file?.kind === 'bank' ? (file.statements[0]?.account ?? '') : '';
  const commit = { jobId: 'bench', previewId: preview.value.previewId, accounts: { [account]: 'ours' as const }, takePossiblyKnown: false };
  const committed = await importMethods['imports.commit'](world.context, commit);
  if (!committed.ok) throw new Error(committed.error.code);
  world.close();
  return committed.value.counts.bankEntries;
}

const start = performance.now();
const bookings = await (mode === 'read' ? read() : take());
await background.close();
// Of the whole process, with the runtime itself; counted in kilobytes.
const run: MemoryRun = { bookings, peakBytes: process.resourceUsage().maxRSS * 1024, ms: performance.now() - start };
console.log(JSON.stringify(run));
