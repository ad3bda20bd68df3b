import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, problem } from '../../../src-shared/errors.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { readColumnMappings, readImportHistory } from '../../ledger/bank/imports.ts';
import type { Spool, StagedFiles } from '../../ports/stagedFiles.ts';
import { judgeDoubts, readDoubts } from './bankDoubts.ts';
import { withChosenAccounts } from './chosenAccounts.ts';
import { commitImport } from './commitImport.ts';
import { filePreviews, previewTotals } from './filePreviews.ts';
import type { ImportContext } from './importContext.ts';
import { inTurns } from './inTurns.ts';
import type { HeldFile } from './heldFile.ts';
import { refusal } from './parsedFile.ts';
import { parseInBackground } from './parseInBackground.ts';
import { planOfWhole } from './planOfWhole.ts';
import { readWatched, saveWatched, skipWatched, stageWatched } from './watchedFolder.ts';
import { undoImport } from './undoImport.ts';

const gone = (stagedId: string): HeldFile => ({
  stagedId,
  name: '',
  member: null,
  size: 0,
  sha256: '',
  content: refusal(problem('error', 'import-file-gone', {})),
});

type Previewed = Result<OutputOf<'imports.preview'>, AppError>;

/** Reads the files, compares them with the ledger and keeps the outcome until it is taken in, or gives back what it held on disk. */
async function previewWith(context: ImportContext, input: InputOf<'imports.preview'>, place: SpoolPlace): Promise<Previewed> {
  const { ledger, stagedFiles, background, clock, ids, events, jobs, previews } = context;
  const { jobId } = input;
  const stagedIds = [...new Set(input.stagedIds)];
  const found = stagedIds.flatMap((stagedId) => stagedFiles.find(stagedId) ?? []);
  const mappings = { ...readColumnMappings(ledger.read), ...input.mappings };
  const parsed = await parseInBackground(background, {
    files: found.map(({ stagedId, name, path, size }) => ({ stagedId, name, path, size })),
    answers: { mappings, today: clock.today(), dateOrders: input.dateOrders ?? {} },
    spool: place.open,
    signal: jobs.signalOf(jobId),
    onProgress: (done, total, label) => events.emit({ type: 'jobProgress', jobId, done, total, label }),
  });
  if (!parsed.ok) return parsed;
  const byId = Map.groupBy(parsed.value, ({ stagedId }) => stagedId);
  const files = withChosenAccounts(stagedIds.flatMap((stagedId) => byId.get(stagedId) ?? [gone(stagedId)]), input.ofAccount ?? {});
  const plan = await planOfWhole(ledger.read, files, { today: clock.today(), answers: {} });
  const shown = { files: await inTurns(filePreviews(files, plan)), totals: previewTotals(files, plan) };
  const previewId = ids.next();
  previews.keep(previewId, { files, mappings, close: place.close });
  return ok({ previewId, ...shown });
}

type SpoolPlace = { readonly open: () => Spool; readonly close: () => void };

/** The spools of a preview: one for each task that reads for it. */
function spoolPlace(stagedFiles: StagedFiles): SpoolPlace {
  const spools: Spool[] = [];
  return {
    open() {
      const spool = stagedFiles.spool();
      spools.push(spool);
      return spool;
    },
    close: () => spools.forEach((spool) => spool.close()),
  };
}

/** Reads the files in the background, compares them with the ledger, and keeps the outcome until it is taken in. */
async function previewImport(context: ImportContext, input: InputOf<'imports.preview'>): Promise<Previewed> {
  const place = spoolPlace(context.stagedFiles);
  let isKept = false;
  try {
    const previewed = await previewWith(context, input, place);
    isKept = previewed.ok;
    return previewed;
  } finally {
    if (!isKept) place.close();
  }
}

type Methods = 'imports.watched' | 'imports.saveWatched' | 'imports.stageWatched' | 'imports.skipWatched' | 'imports.doubts' | 'imports.judgeDoubts' | 'imports.preview' | 'imports.commit' | 'imports.discard' | 'imports.undo' | 'imports.history';

export const importMethods: Handlers<ImportContext, Methods> = {
  'imports.watched': readWatched,
  'imports.saveWatched': saveWatched,
  'imports.stageWatched': stageWatched,
  'imports.skipWatched': skipWatched,
  'imports.doubts': readDoubts,
  'imports.judgeDoubts': judgeDoubts,
  'imports.preview': previewImport,
  'imports.commit': commitImport,
  async 'imports.discard'({ previews, stagedFiles }, { previewId }) {
    const preview = previews.find(previewId);
    previews.forget(previewId);
    for (const file of preview?.files ?? []) await stagedFiles.remove(file.stagedId);
    return ok({ done: true });
  },
  async 'imports.undo'({ ledger, clock, events, jobs }, { importId, jobId }) {
    const tell = (done: number, total: number): void => {
      if (jobId !== undefined) events.emit({ type: 'jobProgress', jobId, done, total, label: '' });
    };
    const signal = jobId === undefined ? new AbortController().signal : jobs.signalOf(jobId);
    const undone = await ledger.writeInSteps((db) => undoImport(db, { importId, at: clock.now(), tell }), signal);
    // Also after a refusal: whoever read meanwhile saw it half undone.
    events.emit({ type: 'ledgerChanged', areas: ['documents', 'bank', 'allocations', 'customers', 'dunning'] });
    return undone;
  },
  'imports.history': ({ ledger }) => ok({ imports: readImportHistory(ledger.read).map((row) => ({ ...row, files: [...row.files] })) }),
};
