/**
 * Backups that deserve the name: every copy is opened, checked, counted and hashed before it gets its name, so that what is listed as good
 * is good. A copy of the file by other means would miss what still stands in the write-ahead log.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Ledger } from '../connection.ts';
import { moveIntoPlace, removeDatabaseFile, sha256OfFile, syncFile, syncFolder } from '../durableFiles.ts';
import { failpoint } from '../failpoint.ts';
import { codeOfThrown, ledgerFailure } from '../ledgerFailure.ts';
import { verifyCopy } from './verifyCopy.ts';

const zManifest = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(0),
  entries: z.number().int().min(0),
  postings: z.number().int().min(0),
  madeAt: z.string().max(40),
  schemaVersion: z.number().int().min(0),
});

/** What is known about a copy since it was verified. `madeAt` is an ISO instant, `size` counts bytes. */
export type BackupManifest = z.output<typeof zManifest>;
export type BackupInfo = BackupManifest & { readonly name: string };
/** A file in the folder of backups; `manifest` is null when nothing says that it was ever verified. */
export type ListedBackup = {
  readonly name: string;
  readonly size: number;
  readonly madeAt: string;
  readonly manifest: BackupManifest | null;
};

const namePattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-v\d{1,6}-[0-9a-f]{12}\.sqlite$/;

/** True for names that this module gives: UTC time, version of the schema, start of the hash. Anything else never becomes a path. */
export const isBackupName = (name: string): boolean => namePattern.test(name);

/** The folder in which the copies of a ledger lie: `backups/<name of the ledger>` beside it. */
export const backupFolderOf = (ledgerPath: string): string =>
  join(dirname(ledgerPath), 'backups', basename(ledgerPath, extname(ledgerPath)));

/** The path of a copy, or null for a name that is not one of ours. */
export const backupPathOf = (ledgerPath: string, name: string): string | null =>
  isBackupName(name) ? join(backupFolderOf(ledgerPath), name) : null;

const manifestPathOf = (backupPath: string): string => `${backupPath}.json`;
const stampOf = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

function instantOf(name: string): string {
  const [, year, month, day, hour, minute, second] = namePattern.exec(name) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/**
 * Copies an open ledger while it stays in use. Errors: `backup-failed` (the copy was rejected, or the folder cannot be written),
 * `ledger-disk-full`; what is left behind then is no backup and never listed.
 */
export async function makeBackup({
  ledger,
  now,
}: {
  readonly ledger: Ledger;
  readonly now: string;
}): Promise<Result<BackupInfo, AppError>> {
  const part = partPath(ledger.path, now);
  try {
    clearPart(part);
    await ledger.read.sqlite.backup(part, { progress: () => 10_000 });
    return keepVerified({ part, now });
  } catch (thrown) {
    return err(backupError(thrown));
  }
}

/** The copy without which no migration starts. Synchronous, because a ledger that is being opened is used by nobody. */
export function backupBeforeMigration(request: {
  readonly sqlite: Database.Database;
  readonly path: string;
  readonly now: string;
}): Result<BackupInfo, AppError> {
  const part = partPath(request.path, request.now);
  try {
    clearPart(part);
    request.sqlite.prepare('VACUUM INTO ?').run(part);
    return keepVerified({ part, now: request.now });
  } catch (thrown) {
    return err(backupError(thrown));
  }
}

/** A part that an earlier attempt left goes with the next attempt, or when old backups are removed. */
function clearPart(part: string): void {
  mkdirSync(dirname(part), { recursive: true });
  removeDatabaseFile(part);
}

const partPath = (ledgerPath: string, now: string): string => join(backupFolderOf(ledgerPath), `${stampOf(now)}.part`);

function backupError(thrown: unknown): AppError {
  const failure = ledgerFailure(thrown);
  const code = codeOfThrown(thrown);
  // A bug must stay an exception; what the disk or SQLite reported is an answer.
  if (failure === null && code === '') throw thrown;
  return failure?.code === 'ledger-disk-full' ? failure : appError('backup-failed', { cause: code });
}

/** Checks a finished copy and gives it its name: manifest first, so that a copy under its name always has one. */
function keepVerified({ part, now }: { readonly part: string; readonly now: string }): Result<BackupInfo, AppError> {
  failpoint('backup.after-copy');
  const checked = verifyCopy(part);
  if (!checked.ok) {
    removeDatabaseFile(part);
    return err(appError('backup-failed', { finding: checked.error }));
  }
  syncFile(part);
  const sha256 = sha256OfFile(part);
  const manifest: BackupManifest = { sha256, size: statSync(part).size, madeAt: now, ...checked.value };
  const name = `${stampOf(now)}-v${manifest.schemaVersion}-${sha256.slice(0, 12)}.sqlite`;
  const target = join(dirname(part), name);
  const manifestPart = `${manifestPathOf(target)}.part`;
  writeFileSync(manifestPart, JSON.stringify(manifest));
  moveIntoPlace(manifestPart, manifestPathOf(target));
  failpoint('backup.before-rename');
  renameSync(part, target);
  syncFolder(dirname(target));
  failpoint('backup.after-rename');
  return ok({ name, ...manifest });
}

function readManifest(backupPath: string): BackupManifest | null {
  try {
    return zManifest.parse(JSON.parse(readFileSync(manifestPathOf(backupPath), 'utf8')));
  } catch {
    // Absent or unreadable: the copy is listed, but not as verified.
    return null;
  }
}

/** All copies of a ledger, newest first. */
export function listBackups(ledgerPath: string): readonly ListedBackup[] {
  const folder = backupFolderOf(ledgerPath);
  return namesIn(folder)
    .filter(isBackupName)
    .toSorted()
    .toReversed()
    .map((name) => {
      const path = join(folder, name);
      const manifest = readManifest(path);
      return { name, size: statSync(path).size, madeAt: manifest?.madeAt ?? instantOf(name), manifest };
    });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (thrown) {
    // Where a file has the name of the folder there are no copies either; making one says why not.
    if (['ENOENT', 'ENOTDIR'].includes(codeOfThrown(thrown))) return [];
    throw thrown;
  }
}

/**
 * Which copies have had their time: of today (UTC) the newest three stay, of each earlier day the newest, ten in all. The newest copy
 * of all always stays. Pure; names that are not ours are never named.
 */
export function backupsToRemove(names: readonly string[], now: string): readonly string[] {
  const newestFirst = names.filter(isBackupName).toSorted().toReversed();
  const today = stampOf(now).slice(0, 8);
  const perDay = new Map<string, number>();
  const kept = newestFirst.filter((name) => {
    const day = name.slice(0, 8);
    const count = perDay.get(day) ?? 0;
    perDay.set(day, count + 1);
    return count < (day === today ? 3 : 1);
  });
  const keep = new Set(kept.slice(0, 10));
  return newestFirst.filter((name) => !keep.has(name));
}

/**
 * Applies the rule of `backupsToRemove` to the folder, and clears away what interrupted copies left. Answers the names removed. Not while
 * a backup is being made: its unfinished copy would go too.
 */
export function removeOldBackups({ ledgerPath, now }: { readonly ledgerPath: string; readonly now: string }): readonly string[] {
  const folder = backupFolderOf(ledgerPath);
  const names = namesIn(folder);
  const old = backupsToRemove(names, now);
  for (const name of old) {
    rmSync(join(folder, name));
    rmSync(manifestPathOf(join(folder, name)), { force: true });
  }
  for (const name of names.filter((each) => /\.part(-wal|-shm|-journal)?$/.test(each))) rmSync(join(folder, name), { force: true });
  return old;
}

/** What the manifest says about a copy, after its bytes were compared with it. Errors: `not-found`, `ledger-damaged`. */
export function checkedManifest(ledgerPath: string, name: string): Result<BackupInfo, AppError> {
  const path = backupPathOf(ledgerPath, name);
  if (path === null || statSync(path, { throwIfNoEntry: false }) === undefined) return err(appError('not-found', { what: 'backup' }));
  const manifest = readManifest(path);
  if (manifest === null) return err(appError('ledger-damaged', { finding: 'no manifest' }));
  return sha256OfFile(path) === manifest.sha256 ? ok({ name, ...manifest }) : err(appError('ledger-damaged', { finding: 'hash differs' }));
}
