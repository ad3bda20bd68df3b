/**
 * A folder that is looked into for new files. A file is known by its content: what was taken in, brought nothing new or was put aside is
 * not offered again, whatever its name becomes. Nothing is ever taken in by itself, and nothing in the folder is touched.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { ReadableDb, WritableDb } from '../../ledger/connection.ts';
import { logEvent, readSetting, saveSetting } from '../../ledger/settings.ts';
import type { FolderFile } from '../../ports/folderReader.ts';
import type { ImportContext } from './importContext.ts';
import { readContext } from './sourceFile.ts';

const settingKey = 'watched-folder';
const zWatched = z.strictObject({ folder: z.string().nullable(), seen: z.array(z.string()) });
const seenKept = 5000;
/** Files looked at, and new ones offered at a time: what is left is offered once these were dealt with. */
const lookedAt = 5000;
const offered = 200;
/** A file younger than this may still be being written. */
const settleMs = 3000;

type Watched = z.output<typeof zWatched>;
const watchedOf = (db: ReadableDb): Watched => readSetting(db, settingKey, zWatched) ?? { folder: null, seen: [] };

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Remembers contents as dealt with; the oldest are forgotten first. */
function saveSeen(db: WritableDb, sha256s: readonly string[]): void {
  const { folder, seen } = watchedOf(db);
  const fresh = sha256s.filter((sha256) => !seen.includes(sha256));
  if (fresh.length > 0) saveSetting(db, settingKey, { folder, seen: [...seen, ...fresh].slice(-seenKept) });
}

/** Remembers what an import dealt with, archives as a whole; nothing where no folder is watched. */
export async function rememberSeen({ ledger, stagedFiles }: ImportContext, stagedIds: ReadonlySet<string>): Promise<void> {
  if (watchedOf(ledger.read).folder === null) return;
  const sha256s: string[] = [];
  for (const stagedId of stagedIds) {
    const stream = stagedFiles.stream(stagedId);
    if (stream === null) continue;
    const hash = createHash('sha256');
    for await (const piece of stream) hash.update(piece);
    sha256s.push(hash.digest('hex'));
  }
  ledger.write((db) => saveSeen(db, sha256s));
}

/** Contents by name, size and time, so that an unchanged file is read once per run of the program. */
const contents = new Map<string, string>();

type Offer = FolderFile & { readonly sha256: string };
type Look = { readonly folder: string | null; readonly problem: OutputOf<'imports.watched'>['problem']; readonly offers: readonly Offer[] };

async function offerOf({ folders }: ImportContext, folder: string, file: FolderFile): Promise<Offer | null> {
  const place = `${folder}\0${file.name}\0${file.size}\0${file.modifiedMs}`;
  const known = contents.get(place);
  if (known !== undefined) return { ...file, sha256: known };
  const bytes = await folders.read(folder, file.name, readContext.limits.fileBytes);
  if (bytes === null) return null;
  const sha256 = hashOf(bytes);
  if (contents.size > seenKept) contents.clear();
  contents.set(place, sha256);
  return { ...file, sha256 };
}

async function look(context: ImportContext): Promise<Look> {
  const { ledger, folders, clock } = context;
  const { folder, seen } = watchedOf(ledger.read);
  if (folder === null) return { folder, problem: null, offers: [] };
  const content = await folders.list(folder, lookedAt);
  if (content.kind === 'unreadable') return { folder, problem: content.reason, offers: [] };
  const now = Date.parse(clock.now());
  const dealtWith = new Set(seen);
  const offers: Offer[] = [];
  for (const file of content.files) {
    if (offers.length === offered) break;
    if (Math.abs(now - file.modifiedMs) < settleMs) continue;
    const offer = await offerOf(context, folder, file);
    if (offer !== null && !dealtWith.has(offer.sha256)) offers.push(offer);
  }
  return { folder, problem: null, offers };
}

export async function readWatched(context: ImportContext): Promise<Result<OutputOf<'imports.watched'>, AppError>> {
  const { folder, problem, offers } = await look(context);
  return ok({ folder, problem, files: offers.map(({ name, size, modifiedMs }) => ({ name: name.slice(0, 200), size, modifiedAt: new Date(modifiedMs).toISOString() })) });
}

/** Code `watched-folder-unreadable`, with the reason: then the folder stays what it was. */
export async function saveWatched({ ledger, folders, clock, events }: ImportContext, input: InputOf<'imports.saveWatched'>): Promise<Result<OutputOf<'imports.saveWatched'>, AppError>> {
  const folder = input.folder?.trim() ?? null;
  if (folder !== null) {
    const content = await folders.list(folder, 1);
    if (content.kind === 'unreadable') return err(appError('watched-folder-unreadable', { folder, reason: content.reason }));
  }
  ledger.write((db) => {
    saveSetting(db, settingKey, { folder, seen: watchedOf(db).seen });
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'watched-folder', subject: 'administration', subjectId: null, detail: { folder } });
  });
  events.emit({ type: 'ledgerChanged', areas: ['settings'] });
  return ok({ folder });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  await Promise.resolve();
}

export async function stageWatched(context: ImportContext): Promise<Result<OutputOf<'imports.stageWatched'>, AppError>> {
  const { folder, offers } = await look(context);
  const files: { stagedId: string; name: string; size: number }[] = [];
  const limit = readContext.limits.fileBytes;
  for (const { name } of offers) {
    const content = folder === null ? null : await context.folders.read(folder, name, limit);
    const staged = content === null ? null : await context.stagedFiles.stage(name, once(content), limit);
    if (staged !== null) files.push({ stagedId: staged.stagedId, name: staged.name.slice(0, 200), size: staged.size });
  }
  return ok({ files });
}

export async function skipWatched(context: ImportContext): Promise<Result<OutputOf<'imports.skipWatched'>, AppError>> {
  const { offers } = await look(context);
  context.ledger.write((db) => saveSeen(db, offers.map(({ sha256 }) => sha256)));
  return ok({ skipped: offers.length });
}
