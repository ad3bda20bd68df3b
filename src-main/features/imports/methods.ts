import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, problem } from '../../../src-shared/errors.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { readColumnMappings, readImportHistory } from '../../ledger/imports.ts';
import type { Background } from '../../ports/background.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { StagedFiles } from '../../ports/stagedFiles.ts';
import { commitImport } from './commitImport.ts';
import { filePreviews, previewTotals } from './filePreviews.ts';
import { type ParsedFile, refusal } from './parsedFile.ts';
import { parseInBackground } from './parseInBackground.ts';
import { planImport } from './planImport.ts';
import type { PreviewStore } from './previewStore.ts';
import { undoImport } from './undoImport.ts';

export type ImportContext = {
  readonly ledger: Ledger;
  readonly stagedFiles: StagedFiles;
  readonly background: Background;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly jobs: Jobs;
  /** One per open ledger: `createPreviewStore(clock)`. */
  readonly previews: PreviewStore;
  /** Assigns what can be assigned for certain once an import is booked. */
  readonly afterCommit: () => Promise<{ readonly matched: number; readonly unmatched: number }>;
};

const gone = (stagedId: string): ParsedFile => ({
  stagedId,
  name: '',
  size: 0,
  sha256: '',
  content: refusal(problem('error', 'import-file-gone', {})),
});

/** Reads the files in the background, compares them with the ledger, and keeps the outcome until it is taken in. */
async function previewImport(context: ImportContext, input: InputOf<'imports.preview'>): Promise<Result<OutputOf<'imports.preview'>, AppError>> {
  const { ledger, stagedFiles, background, clock, ids, events, jobs, previews } = context;
  const { jobId } = input;
  const stagedIds = [...new Set(input.stagedIds)];
  const found = stagedIds.flatMap((stagedId) => stagedFiles.find(stagedId) ?? []);
  const mappings = { ...readColumnMappings(ledger.read), ...input.mappings };
  const parsed = await parseInBackground(background, {
    files: found.map(({ stagedId, name, path, size }) => ({ stagedId, name, path, size })),
    mappings,
    signal: jobs.signalOf(jobId),
    onProgress: (done, total, label) => events.emit({ type: 'jobProgress', jobId, done, total, label }),
  });
  if (!parsed.ok) return parsed;
  const byId = new Map(parsed.value.map((file) => [file.stagedId, file]));
  const files = stagedIds.map((stagedId) => byId.get(stagedId) ?? gone(stagedId));
  const plan = planImport(ledger.read, files, { today: clock.today(), answers: {} });
  const previewId = ids.next();
  previews.keep(previewId, { files, mappings });
  return ok({ previewId, files: filePreviews(files, plan), totals: previewTotals(files, plan) });
}

type Methods = 'imports.preview' | 'imports.commit' | 'imports.discard' | 'imports.undo' | 'imports.history';

export const importMethods: Handlers<ImportContext, Methods> = {
  'imports.preview': previewImport,
  'imports.commit': commitImport,
  async 'imports.discard'({ previews, stagedFiles }, { previewId }) {
    const preview = previews.find(previewId);
    previews.forget(previewId);
    for (const file of preview?.files ?? []) await stagedFiles.remove(file.stagedId);
    return ok({ done: true });
  },
  'imports.undo'({ ledger, clock, events }, { importId }) {
    const undone = ledger.write((db) => undoImport(db, importId, clock.now()));
    if (undone.ok) events.emit({ type: 'ledgerChanged', areas: ['documents', 'bank', 'allocations', 'customers', 'dunning'] });
    return undone;
  },
  'imports.history': ({ ledger }) => ok({ imports: readImportHistory(ledger.read).map((row) => ({ ...row, files: [...row.files] })) }),
};
