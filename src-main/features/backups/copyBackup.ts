import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { backupPathOf } from '../../ledger/copies/backup.ts';
import { sha256OfFile, syncFile } from '../../ledger/durableFiles.ts';

export type BackupCopy = { readonly ledgerPath: string; readonly name: string; readonly sha256: string; readonly folder: string };

/**
 * Puts a verified backup into a folder of the user's choice, a stick or another disk, and reads it back: it gets its name only when its
 * bytes are those that were verified. Errors: `not-found`, `backup-failed`. Throws what the file system throws.
 */
export function copyBackup({ ledgerPath, name, sha256, folder }: BackupCopy): Result<{ readonly path: string }, AppError> {
  const source = backupPathOf(ledgerPath, name);
  if (source === null) return err(appError('not-found', { what: 'backup' }));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  copyFileSync(source, `${path}.part`);
  syncFile(`${path}.part`);
  if (sha256OfFile(`${path}.part`) !== sha256) return err(appError('backup-failed', { finding: 'hash differs' }));
  renameSync(`${path}.part`, path);
  return ok({ path });
}
