/** A ledger on disk, staged files on disk, the real parse worker: what an import goes through, without a window. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompanyProfile } from '../../src-shared/contract/administrations.ts';
import { contract, type InputOf, type OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { ImportId } from '../../src-shared/ids.ts';
import type { Result } from '../../src-shared/result.ts';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { folderReader } from '../../src-main/adapters/node/folderReader.ts';
import { clockOnDay } from '../../src-main/adapters/node/clock.ts';
import { stagedFilesIn } from '../../src-main/adapters/node/stagedFiles.ts';
import type { ImportContext } from '../../src-main/features/imports/importContext.ts';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { createPreviewStore } from '../../src-main/features/imports/previewStore.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { createAdministration } from '../../src-main/ledger/settings.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';

export const ownIban = 'NL13TEST0123456789';

export const profile: CompanyProfile = {
  name: 'Voorbeeld Studio B.V.',
  tagline: '',
  street: 'Kade 1',
  postcode: '1011 AA',
  city: 'Amsterdam',
  country: 'NL',
  language: 'nl',
  registrationNumber: '12345678',
  vatNumber: 'NL123456782B12',
  phone: '',
  email: 'administratie@voorbeeld-studio.example',
  website: '',
  ibans: [ownIban],
  bic: '',
  accountName: 'Voorbeeld Studio B.V.',
  signerName: '',
  signerRole: '',
  accentColour: '#335577',
  logo: '',
  windowOffset: { x: 0, y: 0 },
};

export type File = { readonly name: string; readonly content: string | Uint8Array };
type Preview = OutputOf<'imports.preview'>;
type Committed = OutputOf<'imports.commit'>;

/** One worker pool for all worlds of a test file: starting a thread is what costs. */
export const sharedBackground = (timeoutMs: number): ReturnType<typeof createBackground> =>
  createBackground({
    entries: {
      parse: new URL('../../src-main/features/imports/parseWorker.ts', import.meta.url),
      pdf: new URL('../../src-main/features/imports/parseWorker.ts', import.meta.url),
    },
    threadsPerKind: 1,
    timeoutMs,
    memoryMb: 512,
  });

export type World = {
  readonly ledger: Ledger;
  readonly context: ImportContext;
  readonly stage: (files: readonly File[]) => Promise<string[]>;
  readonly tryPreview: (files: readonly File[], mappings?: InputOf<'imports.preview'>['mappings']) => Promise<Result<Preview, AppError>>;
  readonly preview: (files: readonly File[], mappings?: InputOf<'imports.preview'>['mappings']) => Promise<Preview>;
  readonly tryCommit: (previewId: string, options?: Partial<InputOf<'imports.commit'>>) => Promise<Result<Committed, AppError>>;
  /** Previews and takes in at once. */
  readonly take: (files: readonly File[], options?: Partial<InputOf<'imports.commit'>>) => Promise<Committed>;
  readonly undo: (importId: ImportId | null) => Promise<Result<OutputOf<'imports.undo'>, AppError>>;
  readonly history: () => OutputOf<'imports.history'>['imports'];
  readonly rows: <T>(sql: string) => readonly T[];
  readonly isSound: () => boolean;
  readonly events: readonly string[];
  readonly close: () => void;
};

function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
  return result.value;
}

async function* once(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

export function createWorld(background: ImportContext['background'], own: CompanyProfile = profile): World {
  const folder = mkdtempSync(join(tmpdir(), 'termijn-import-'));
  const clock = clockOnDay(plainDate('2026-03-02'));
  const ledger = must(openLedger({ path: join(folder, 'ledger.sqlite'), mode: 'create', now: clock.now(), migrations }));
  ledger.write((db) => createAdministration(db, { profile: own, isDemo: false, createdAt: clock.now() }));
  let count = 0;
  const ids = { next: () => `id-${(count += 1)}` };
  const stagedFiles = stagedFilesIn({ parent: join(folder, 'staged'), ids, nowMs: Date.now() });
  const events: string[] = [];
  const context: ImportContext = {
    ledger,
    stagedFiles,
    background,
    folders: folderReader,
    clock,
    ids,
    events: { emit: (event) => void events.push(event.type) },
    jobs: { signalOf: () => new AbortController().signal },
    previews: createPreviewStore(clock),
    beforeCommit: () => Promise.resolve(),
    afterCommit: () => Promise.resolve({ matched: 0, returned: 0, unmatched: 0 }),
  };
  const stage: World['stage'] = async (files) => {
    const stagedIds: string[] = [];
    for (const { name, content } of files) {
      const staged = await stagedFiles.stage(name, once(content), 200_000_000);
      if (staged !== null) stagedIds.push(staged.stagedId);
    }
    return stagedIds;
  };
  const tryPreview: World['tryPreview'] = async (files, mappings = {}) => {
    const result = await importMethods['imports.preview'](context, { jobId: 'job', stagedIds: await stage(files), mappings });
    if (result.ok) contract['imports.preview'].output.parse(result.value);
    return result;
  };
  const preview: World['preview'] = async (files, mappings) => must(await tryPreview(files, mappings));
  const tryCommit: World['tryCommit'] = async (previewId, options = {}) => {
    const input = { jobId: 'job', previewId, accounts: {}, takePossiblyKnown: false, ...options };
    const result = await importMethods['imports.commit'](context, input);
    if (result.ok) contract['imports.commit'].output.parse(result.value);
    return result;
  };
  return {
    ledger,
    context,
    events,
    stage,
    tryPreview,
    preview,
    tryCommit,
    take: async (files, options) => must(await tryCommit((await preview(files)).previewId, options)),
    async undo(importId) {
      if (importId === null) throw new Error('nothing was taken in');
      return importMethods['imports.undo'](context, { importId });
    },
    history() {
      const result = importMethods['imports.history'](context, {});
      if (result instanceof Promise) throw new Error('history is one step');
      return contract['imports.history'].output.parse(must(result)).imports;
    },
    rows: <T>(sql: string) => ledger.read.sqlite.prepare<[], T>(sql).all(),
    isSound() {
      const verified = verifyLedger(ledger.read);
      if (!verified.ok) console.error(verified.checks.filter((check) => !check.ok));
      return verified.ok;
    },
    close() {
      ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
