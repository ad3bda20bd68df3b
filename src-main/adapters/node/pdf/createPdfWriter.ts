/** The PDF writer of the program: every letter is set on a worker thread, so that the program keeps answering meanwhile. */
import { rm } from 'node:fs/promises';
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import { err, type Result } from '../../../../src-shared/result.ts';
import type { Background } from '../../../ports/background.ts';
import type { LetterPdf, PdfWatch, PdfWriter, PrintFile, PrintRun } from '../../../ports/pdfWriter.ts';
import type { PdfRequest } from './pdfWorker.ts';
import { partOf } from './printRun.ts';
import { writeRunItems } from './runItems.ts';

const unwatched = (): PdfWatch => ({ onProgress: () => undefined, signal: new AbortController().signal });
type WithoutFolder<R> = R extends unknown ? Omit<R, 'fontFolder'> : never;
type Ask = <T>(request: WithoutFolder<PdfRequest>, watch: PdfWatch) => Promise<T | Result<never, AppError>>;

/** The envelopes go to the worker through a file beside the one that is made; neither stays behind when it stops half-way. */
async function printRunWith(ask: Ask, run: PrintRun, watch: PdfWatch): Promise<Result<PrintFile, AppError>> {
  const itemsFile = `${run.file}.letters`;
  const { file, title, languageTag, date, isDuplex, count } = run;
  try {
    await writeRunItems(itemsFile, run, watch.signal);
    if (watch.signal.aborted) return err(appError('cancelled'));
    return await ask<Result<PrintFile, AppError>>({ kind: 'printRun', run: { itemsFile, file, title, languageTag, date, isDuplex }, count }, watch);
  } catch (thrown) {
    const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
    if (code === undefined) throw thrown;
    return err(appError('print-file-not-written', { reason: code }));
  } finally {
    await rm(itemsFile, { force: true });
    await rm(partOf(file), { force: true });
  }
}

/** `fontFolder` holds IBMPlexSans-Regular.ttf, -Medium.ttf and -SemiBold.ttf. */
export function createPdfWriter({ background, fontFolder }: { readonly background: Background; readonly fontFolder: string }): PdfWriter {
  async function ask<T>(request: WithoutFolder<PdfRequest>, watch: PdfWatch): Promise<T | Result<never, AppError>> {
    const outcome = await background.run<PdfRequest, T>({ worker: 'pdf', payload: { ...request, fontFolder }, ...watch });
    if (outcome.kind === 'done') return outcome.value;
    return err(outcome.kind === 'cancelled' ? appError('cancelled') : appError('internal', { reason: outcome.reason }));
  }
  const isList = (
    answer: readonly Result<LetterPdf, AppError>[] | Result<never, AppError>,
  ): answer is readonly Result<LetterPdf, AppError>[] => Array.isArray(answer);
  return {
    async letter(model, watch, pictures = {}) {
      const answer = await ask<readonly Result<LetterPdf, AppError>[]>({ kind: 'letters', models: [model], pictures }, watch);
      return isList(answer) ? (answer[0] ?? err(appError('internal'))) : answer;
    },
    async letters(models, watch, pictures = {}) {
      const answer = await ask<readonly Result<LetterPdf, AppError>[]>({ kind: 'letters', models, pictures }, watch);
      return isList(answer) ? { ok: true, value: answer } : answer;
    },
    batch: (models, watch) => ask<Result<LetterPdf, AppError>>({ kind: 'batch', models }, watch),
    sheet: (model, pictures = {}) => ask<Result<LetterPdf, AppError>>({ kind: 'sheet', model, pictures }, unwatched()),
    portfolio: (portfolio, watch) => ask<Result<LetterPdf, AppError>>({ kind: 'portfolio', portfolio }, watch),
    labels: (run) => ask<Result<LetterPdf, AppError>>({ kind: 'labels', run }, unwatched()),
    printRun: (run, watch) => printRunWith(ask, run, watch),
    windowTest: (model, labels, pictures = {}) => ask<Result<LetterPdf, AppError>>({ kind: 'windowTest', model, labels, pictures }, unwatched()),
  };
}
