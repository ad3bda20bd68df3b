/** A print file is written to disk as it grows; here it is made in a folder of its own, handed over, and leaves no trace of the letters. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { PdfWatch, PdfWriter, PrintFile, PrintRun } from '../../ports/pdfWriter.ts';

/** The bytes of a whole run. Errors: those of `printRun`. */
export async function makePrintFile(pdfWriter: PdfWriter, run: Omit<PrintRun, 'file'>, watch: PdfWatch): Promise<Result<PrintFile & { readonly content: Uint8Array }, AppError>> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'termijn-print-'));
    const made = await pdfWriter.printRun({ ...run, file: join(folder, 'letters.pdf') }, watch);
    return made.ok ? ok({ ...made.value, content: await readFile(made.value.file) }) : made;
  } catch (thrown) {
    const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
    if (code === undefined) throw thrown;
    return err(appError('print-file-not-written', { reason: code }));
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
