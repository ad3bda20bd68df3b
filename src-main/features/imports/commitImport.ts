/** Takes a previewed set in: reads the files once more to keep them, and books everything in one transaction. */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';
import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError, type Problem } from '../../../src-shared/errors.ts';
import type { ImportFileId, ImportId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Steps, WritableDb } from '../../ledger/connection.ts';
import { type ImportKind, insertImport, insertImportFile, saveColumnMapping } from '../../ledger/bank/imports.ts';
import { logEvent } from '../../ledger/settings.ts';
import type { StagedFiles } from '../../ports/stagedFiles.ts';
import { openArchive } from './archive.ts';
import { bookDocuments, type BookedDocuments, type Booking } from './bookDocuments.ts';
import { type BookedStatements, bookStatements, contributes, rememberAnswers, statementProblems } from './bookStatements.ts';
import { wireProblems } from './filePreviews.ts';
import { gapsAround } from './gapsAround.ts';
import type { ImportContext } from './importContext.ts';
import type { HeldFile } from './heldFile.ts';
import { rememberSeen } from './watchedFolder.ts';
import type { ImportPlan } from './planImport.ts';
import { planOfWhole } from './planOfWhole.ts';
import { bookStoredDetails } from './storedDetails.ts';

type Contribution = { readonly files: ReadonlySet<number>; readonly kind: ImportKind };

/** Which files of the set bring something, and of which sort. Files that bring nothing leave no trace. */
function contributionOf(plan: ImportPlan, takePossiblyKnown: boolean): Contribution {
  const invoices = plan.documents.documents.flatMap(({ outcome, file }) =>
    outcome.kind === 'fresh' || outcome.kind === 'changed' ? [file] : [],
  );
  const bank = plan.statements.flatMap((statement) => (contributes(statement, takePossiblyKnown) ? [statement.file] : []));
  const details = plan.splits.map(({ file }) => file);
  const kind = bank.length + details.length === 0 ? 'invoices' : invoices.length === 0 ? 'bank' : 'mixed';
  return { files: new Set([...invoices, ...bank, ...details]), kind };
}

type KeptFile = { readonly place: number; readonly file: HeldFile; readonly deflated: Uint8Array };

/** The content of one member of a staged archive; null when it is not there. */
function memberBytes(archive: Uint8Array, place: number): Uint8Array | null {
  const members = openArchive({ name: '', bytes: archive });
  const content = members?.ok === true ? members.value[place]?.content : undefined;
  return content?.ok === true ? content.value.bytes : null;
}

type Content = { readonly sha256: string; readonly deflated: Uint8Array };

/** Hashes and deflates in pieces: a large file is never in memory as a whole. */
async function contentOf(stream: AsyncIterable<Uint8Array>): Promise<Content> {
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  const hashed = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of stream) {
      hash.update(piece);
      yield piece;
    }
  };
  await pipeline(hashed, createDeflateRaw(), async (deflated: AsyncIterable<Uint8Array>) => {
    for await (const piece of deflated) pieces.push(piece);
  });
  return { sha256: hash.digest('hex'), deflated: Buffer.concat(pieces) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  await Promise.resolve();
}

async function streamOf(stagedFiles: StagedFiles, { stagedId, member }: HeldFile): Promise<AsyncIterable<Uint8Array> | null> {
  if (member === null) return stagedFiles.stream(stagedId);
  const archive = await stagedFiles.read(stagedId);
  const bytes = archive === null ? null : memberBytes(archive, member);
  return bytes === null ? null : once(bytes);
}

/** Reads the contributing files to keep them. Error `import-preview-gone` when one of them is no longer what was previewed. */
async function keptFiles(
  stagedFiles: StagedFiles,
  files: readonly HeldFile[],
  contribution: Contribution,
): Promise<Result<readonly KeptFile[], AppError>> {
  const kept: KeptFile[] = [];
  for (const [place, file] of files.entries()) {
    if (!contribution.files.has(place)) continue;
    const stream = await streamOf(stagedFiles, file);
    const content = stream === null ? null : await contentOf(stream);
    if (content === null || content.sha256 !== file.sha256) return err(appError('import-preview-gone', {}, { file: file.name }));
    kept.push({ place, file, deflated: content.deflated });
  }
  return ok(kept);
}

function problemsOf(files: readonly HeldFile[], plan: ImportPlan, takePossiblyKnown: boolean): readonly Problem[] {
  const ofFiles = files.flatMap(({ content }) => content.problems.filter((one) => one.severity === 'error'));
  const ofDocuments = plan.documents.documents.flatMap((document) => document.problems);
  const ofSet = plan.findings.map((found) => found.problem);
  return [...ofFiles, ...ofDocuments, ...ofSet, ...statementProblems(plan.statements, takePossiblyKnown)];
}

type Work = {
  readonly plan: ImportPlan;
  readonly kept: readonly KeptFile[];
  readonly kind: ImportKind;
  readonly problems: number;
  readonly takePossiblyKnown: boolean;
};
type Booked = BookedDocuments & BookedStatements & { readonly importId: ImportId };

/** Everything at once: called inside the transaction. */
function* writeImport(
  db: WritableDb,
  { plan, kept, kind, problems, takePossiblyKnown }: Work,
  now: { at: string; today: Booking['today'] },
): Steps<Result<Booked, AppError>> {
  const importId = insertImport(db, { kind, at: now.at, problems });
  const files = new Map<number, ImportFileId>();
  const names = new Map<number, string>();
  for (const { place, file, deflated } of kept) {
    const { name, sha256, size, content } = file;
    const reader = content.kind === 'refused' ? '' : content.reader;
    files.set(place, insertImportFile(db, { importId, name: name.slice(0, 255), reader, sha256, size, deflated }));
    names.set(place, name);
    const isRead = content.kind === 'invoices' || (content.kind === 'bank' && content.statements.length > 0);
    if (isRead && content.table !== null) {
      saveColumnMapping(db, { signature: content.table.signature, mapping: content.table.mapping, at: now.at });
    }
  }
  const fileOf = (place: number): ImportFileId => {
    const id = files.get(place);
    if (id === undefined) throw new Error('a booking without a file');
    return id;
  };
  const booking: Booking = { importId, ...now, fileOf };
  rememberAnswers(db, plan.statements);
  const documents = yield* bookDocuments(db, booking, plan.documents.documents);
  const statements = yield* bookStatements(db, booking, {
    statements: plan.statements,
    takePossiblyKnown,
    nameOf: (place) => names.get(place) ?? '',
  });
  const splitParts = yield* bookStoredDetails(db, booking, { splits: plan.splits, nameOf: (place) => names.get(place) ?? '' });
  const taken = { ...statements, bankEntries: statements.bankEntries + splitParts };
  const detail = { files: kept.length, ...documents, ...taken };
  logEvent(db, { at: now.at, actor: 'person', kind: 'import', subject: 'import', subjectId: importId, detail });
  return ok({ importId, ...documents, ...taken });
}

/** How many steps pass between two reports of progress. */
const reportEvery = 500;

/** The same steps, told from time to time. */
function* counted<T>(steps: Steps<T>, tell: (done: number) => void): Steps<T> {
  for (let done = 0; ; done += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (done % reportEvery === 0) tell(done);
    yield;
  }
}

/** Every booking and document of the plan is one step at most. */
const stepsOf = ({ documents, statements }: ImportPlan): number =>
  documents.documents.length + statements.reduce((sum, { outcomes }) => sum + outcomes.size, 0);

type Committed = OutputOf<'imports.commit'>;

/** Books a preview. Codes: `import-preview-gone`, `cancelled`. A set that brings nothing new answers `importId: null` and leaves no trace. */
export async function commitImport(context: ImportContext, input: InputOf<'imports.commit'>): Promise<Result<Committed, AppError>> {
  const held = context.previews.hold(input.previewId);
  if (held === null) return err(appError('import-preview-gone'));
  try {
    return await commitFiles(context, input, held.preview.files);
  } finally {
    held.release();
  }
}

async function commitFiles(context: ImportContext, input: InputOf<'imports.commit'>, files: readonly HeldFile[]): Promise<Result<Committed, AppError>> {
  const { ledger, clock, previews, stagedFiles, events, jobs } = context;
  const { previewId, takePossiblyKnown } = input;
  const today = clock.today();
  const plan = await planOfWhole(ledger.read, files, { today, answers: input.accounts });
  const problems = problemsOf(files, plan, takePossiblyKnown);
  const contribution = contributionOf(plan, takePossiblyKnown);
  const kept = await keptFiles(stagedFiles, files, contribution);
  if (!kept.ok) return kept;
  if (contribution.files.size > 0) await context.beforeCommit();
  if (jobs.signalOf(input.jobId).aborted) return err(appError('cancelled'));
  const total = Math.max(1, stepsOf(plan));
  const work = { plan, kept: kept.value, kind: contribution.kind, problems: problems.length, takePossiblyKnown };
  const done = contribution.files.size > 0
    ? await ledger.writeInSteps(
        (db) => counted(writeImport(db, work, { at: clock.now(), today }), (done) => events.emit({ type: 'jobProgress', jobId: input.jobId, done: Math.min(done, total), total, label: '' })),
        jobs.signalOf(input.jobId),
      )
    : ledger.write((db) => {
        rememberAnswers(db, plan.statements);
        return ok({ importId: null, documents: 0, changed: 0, customers: 0, statements: 0, bankEntries: 0, doubtful: 0 });
      });
  const areas = ['documents', 'bank', 'allocations', 'customers', 'dunning'] as const;
  // Also after a refusal: whoever read meanwhile saw bookings that are gone again.
  if (!done.ok) events.emit({ type: 'ledgerChanged', areas: [...areas] });
  if (!done.ok) return done;
  const booked = done.value;
  // Also what brought nothing new: a watched folder need not offer it again.
  await rememberSeen(context, new Set(files.map((file) => file.stagedId)));
  previews.forget(previewId);
  for (const file of files) await stagedFiles.remove(file.stagedId);
  let matching = { matched: 0, returned: 0, unmatched: 0 };
  if (booked.importId !== null) {
    try {
      matching = await context.afterCommit();
    } finally {
      // Also when matching fails: what was taken in stands.
      events.emit({ type: 'ledgerChanged', areas: [...areas] });
    }
  }
  const { importId, documents, changed, customers, statements, bankEntries, doubtful } = booked;
  return ok({
    importId,
    counts: { documents, changed, customers, statements, bankEntries, doubtful, ...matching },
    problems: wireProblems([...problems, ...gapsAround(ledger.read, plan.statements, files)], 2000),
  });
}
