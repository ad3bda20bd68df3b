/**
 * Putting a backup back: the copy is checked beside the ledger first, and swapped in by renaming; the file it replaces is kept. Between any
 * two of these steps the power may fail: either the old file is still in its place, or the next opening finishes the swap.
 */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { type BackupInfo, backupPathOf, checkedManifest } from './backup.ts';
import { takeOwnership } from '../connect.ts';
import { removeDatabaseFile, syncFile, syncFolder } from '../durableFiles.ts';
import { failpoint } from '../failpoint.ts';
import { ledgerFailure } from '../ledgerFailure.ts';
import { type CopyFacts, verifyCopy } from './verifyCopy.ts';

const restoredPathOf = (ledgerPath: string): string => `${ledgerPath}.restored`;
const partPathOf = (ledgerPath: string): string => `${ledgerPath}.restore-part`;
const stampOf = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

export type RestoreRequest = {
  readonly ledgerPath: string;
  /** Name of the backup, as listed. */
  readonly name: string;
  /** ISO instant, for the name under which the replaced file is kept. */
  readonly now: string;
};
export type Restored = CopyFacts & {
  /** Where the replaced file is kept; null when there was none. */
  readonly replacedPath: string | null;
};

/**
 * Puts a backup in the place of a ledger that is closed, damaged or gone. Errors: `ledger-in-use` (close it first), `not-found`,
 * `ledger-damaged` (the backup itself is not whole), `ledger-disk-full`. On an error the ledger is as it was.
 */
export function restoreBackup({ ledgerPath, name, now }: RestoreRequest): Result<Restored, AppError> {
  try {
    finishInterruptedRestore(ledgerPath);
    const inUse = ownerOf(ledgerPath);
    if (inUse !== null) return err(inUse);
    const copied = checkedCopyOf({ ledgerPath, name, target: partPathOf(ledgerPath) });
    if (!copied.ok) return copied;
    renameSync(partPathOf(ledgerPath), restoredPathOf(ledgerPath));
    syncFolder(dirname(ledgerPath));
    failpoint('restore.after-copy');
    const replacedPath = existsSync(ledgerPath) ? `${ledgerPath}.replaced-${stampOf(now)}` : null;
    if (replacedPath !== null) setAside(ledgerPath, replacedPath);
    failpoint('restore.after-set-aside');
    swapIn(ledgerPath, replacedPath);
    failpoint('restore.after-swap');
    return ok({ ...copied.value, replacedPath });
  } catch (thrown) {
    const failure = ledgerFailure(thrown);
    if (failure === null) throw thrown;
    return err(failure);
  }
}

function setAside(ledgerPath: string, replacedPath: string): void {
  renameSync(ledgerPath, replacedPath);
  syncFolder(dirname(ledgerPath));
}

/** The log of a ledger belongs to that ledger alone: left behind, it would be played into the restored file. */
function swapIn(ledgerPath: string, replacedPath: string | null): void {
  for (const suffix of ['-wal', '-shm', '-journal']) {
    if (!existsSync(ledgerPath + suffix)) continue;
    if (replacedPath === null) rmSync(ledgerPath + suffix);
    else renameSync(ledgerPath + suffix, replacedPath + suffix);
  }
  renameSync(restoredPathOf(ledgerPath), ledgerPath);
  syncFolder(dirname(ledgerPath));
}

/** Completes a swap that a power cut interrupted, or clears away one that had not begun. Called before a ledger is opened. */
export function finishInterruptedRestore(ledgerPath: string): void {
  const restored = restoredPathOf(ledgerPath);
  if (!existsSync(restored)) return;
  if (existsSync(ledgerPath)) removeDatabaseFile(restored);
  else swapIn(ledgerPath, lastReplacedPath(ledgerPath));
}

function lastReplacedPath(ledgerPath: string): string | null {
  const start = `${basename(ledgerPath)}.replaced-`;
  const replaced = readdirSync(dirname(ledgerPath)).filter((name) => name.startsWith(start) && name.endsWith('Z'));
  const last = replaced.toSorted().at(-1);
  return last === undefined ? null : join(dirname(ledgerPath), last);
}

function ownerOf(ledgerPath: string): AppError | null {
  if (!existsSync(ledgerPath)) return null;
  try {
    takeOwnership(ledgerPath, { mustExist: true }).close();
    return null;
  } catch (thrown) {
    const failure = ledgerFailure(thrown);
    if (failure === null) throw thrown;
    // A damaged file is what restoring is for.
    return failure.code === 'ledger-in-use' ? failure : null;
  }
}

/** Copies a backup whose hash agrees with its manifest, and checks the copy. */
function checkedCopyOf(request: {
  readonly ledgerPath: string;
  readonly name: string;
  readonly target: string;
}): Result<CopyFacts, AppError> {
  const { ledgerPath, name, target } = request;
  const source = backupPathOf(ledgerPath, name);
  const manifest: Result<BackupInfo, AppError> = checkedManifest(ledgerPath, name);
  if (!manifest.ok) return manifest;
  if (source === null) return err(appError('not-found', { what: 'backup' }));
  removeDatabaseFile(target);
  copyFileSync(source, target);
  const facts = verifyCopy(target);
  const isSame = facts.ok && facts.value.entries === manifest.value.entries && facts.value.postings === manifest.value.postings;
  if (!facts.ok || !isSame) {
    removeDatabaseFile(target);
    return err(appError('ledger-damaged', { finding: facts.ok ? 'counts differ' : facts.error }));
  }
  syncFile(target);
  return facts;
}

/**
 * Restores a backup into a temporary file and throws that away: proof that it could be done. Errors as of `restoreBackup`, without
 * `ledger-in-use`: the ledger itself is not looked at.
 */
export function drillRestore({ ledgerPath, name }: { readonly ledgerPath: string; readonly name: string }): Result<CopyFacts, AppError> {
  const folder = mkdtempSync(join(dirname(ledgerPath), '.drill-'));
  try {
    return checkedCopyOf({ ledgerPath, name, target: join(folder, 'drill.sqlite') });
  } catch (thrown) {
    const failure = ledgerFailure(thrown);
    if (failure === null) throw thrown;
    return err(failure);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
