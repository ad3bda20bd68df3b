/**
 * Hands staged files to the parse worker in batches. A batch whose worker hangs or dies is done again file by file, so that one bad file
 * costs only itself.
 */
import { type AppError, appError, problem } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Background, BackgroundOutcome } from '../../ports/background.ts';
import type { Spool } from '../../ports/stagedFiles.ts';
import { createCollector } from './entriesAhead.ts';
import type { HeldFile } from './heldFile.ts';
import type { PackedAhead } from './packEntries.ts';
import { type Answers, type FileToParse, type ParsedFile, type ParseRequest, refusal } from './parsedFile.ts';

export type ParseWork = {
  readonly files: readonly FileToParse[];
  readonly answers: Answers;
  /** A place for bookings that are too many for the memory; asked for at each task. */
  readonly spool: () => Spool;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, label: string) => void;
};

const batchFiles = 250;
const batchBytes = 16_000_000;
/** Batches under way at a time; the pool of threads may hold fewer. */
const lanes = 2;

function batchesOf(files: readonly FileToParse[]): readonly (readonly FileToParse[])[] {
  const batches: FileToParse[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = batches.at(-1);
    if (last === undefined || last.length >= batchFiles || bytes + file.size > batchBytes) {
      batches.push([file]);
      bytes = file.size;
    } else {
      last.push(file);
      bytes += file.size;
    }
  }
  return batches;
}

const unread = (file: FileToParse, reason: string): HeldFile => ({
  stagedId: file.stagedId,
  name: file.name,
  member: null,
  size: file.size,
  sha256: '',
  content: refusal(
    problem('error', reason === 'timeout' ? 'import-too-slow' : 'import-reading-failed', { file: file.name }, { file: file.name }),
  ),
});

/** Parses every file, in the order given. The only error is `cancelled`; whatever is wrong with a file stands with the file. */
export async function parseInBackground(background: Background, work: ParseWork): Promise<Result<readonly HeldFile[], AppError>> {
  const { files, answers, spool, signal, onProgress } = work;
  // An archive gives several files, in their order.
  const parsed = new Map<string, readonly HeldFile[]>();
  const run = async (batch: readonly FileToParse[]): Promise<BackgroundOutcome<readonly HeldFile[]>> => {
    const place = spool();
    const collector = createCollector(place);
    const outcome = await background.run<ParseRequest, readonly ParsedFile[]>({
      worker: 'parse',
      payload: { ...answers, files: batch, spool: place.path },
      onProgress: (done) =>
        onProgress(Math.min(files.length, parsed.size + done), files.length, batch[Math.min(done, batch.length - 1)]?.name ?? ''),
      signal,
      // The parts come from our own worker, which builds them with the function that stands beside this collector.
      onPart: (part) => collector.take(part as PackedAhead),
    });
    return outcome.kind === 'done' ? { ...outcome, value: collector.complete(outcome.value) } : outcome;
  };
  const take = (results: readonly HeldFile[]): void =>
    Map.groupBy(results, ({ stagedId }) => stagedId).forEach((ofFile, stagedId) => parsed.set(stagedId, ofFile));
  const runBatch = async (batch: readonly FileToParse[]): Promise<boolean> => {
    const outcome = await run(batch);
    if (outcome.kind === 'cancelled') return false;
    const [only] = batch;
    if (outcome.kind === 'done') take(outcome.value);
    else if (batch.length === 1 && only !== undefined) take([unread(only, outcome.reason)]);
    else for (const file of batch) if (!(await runBatch([file]))) return false;
    return true;
  };
  const waiting = [...batchesOf(files)];
  const lane = async (): Promise<boolean> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) if (!(await runBatch(batch))) return false;
    return true;
  };
  const finished = await Promise.all(Array.from({ length: lanes }, lane));
  if (finished.includes(false) || signal.aborted) return err(appError('cancelled'));
  return ok(files.flatMap((file) => parsed.get(file.stagedId) ?? []));
}
