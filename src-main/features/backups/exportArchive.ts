import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { exportLedger } from '../../ledger/export/exportLedger.ts';
import type { Archiver } from '../../ports/archiver.ts';
import type { MadeFile } from '../../ports/madeFiles.ts';

/** What a window can hand out at once. Larger administrations leave by the command line, which writes a folder. */
const archiveLimit = 250 * 1024 * 1024;

/**
 * Everything the ledger holds in one archive: the ledger as SQLite, every table as CSV, the files that were taken in, the letters, and a text
 * that explains them. The same as the command line writes into a folder. Errors: those of `exportLedger`, and `file-too-large`.
 */
export async function exportArchive({ ledger, archiver, now }: { readonly ledger: Ledger; readonly archiver: Archiver; readonly now: string }): Promise<Result<MadeFile, AppError>> {
  // Readable for this user only; gone when the archive is made, also when it is not.
  const place = mkdtempSync(join(tmpdir(), 'termijn-export-'));
  try {
    const folder = join(place, 'export');
    const written = await exportLedger({ ledger, folder, now });
    if (!written.ok) return written;
    const files = written.value.map(({ path }) => ({ name: path, bytes: () => readFileSync(join(folder, ...path.split('/'))) }));
    const bytes = await archiver.zip(files, archiveLimit);
    if (bytes === null) return err(appError('file-too-large', { limitMb: archiveLimit / 1024 / 1024 }));
    return ok({ name: `termijn-export-${now.slice(0, 10)}.zip`, mime: 'application/zip', bytes, isPreview: false });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
