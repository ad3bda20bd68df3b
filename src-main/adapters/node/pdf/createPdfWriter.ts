/** The PDF writer of the program: every letter is set on a worker thread, so that the program keeps answering meanwhile. */
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import { err, type Result } from '../../../../src-shared/result.ts';
import type { Background } from '../../../ports/background.ts';
import type { LetterPdf, PdfWatch, PdfWriter } from '../../../ports/pdfWriter.ts';
import type { PdfRequest } from './pdfWorker.ts';

const unwatched = (): PdfWatch => ({ onProgress: () => undefined, signal: new AbortController().signal });

/** `fontFolder` holds IBMPlexSans-Regular.ttf, -Medium.ttf and -SemiBold.ttf. */
export function createPdfWriter({ background, fontFolder }: { readonly background: Background; readonly fontFolder: string }): PdfWriter {
  type WithoutFolder<R> = R extends unknown ? Omit<R, 'fontFolder'> : never;
  async function ask<T>(request: WithoutFolder<PdfRequest>, watch: PdfWatch): Promise<T | Result<never, AppError>> {
    const outcome = await background.run<PdfRequest, T>({ worker: 'pdf', payload: { ...request, fontFolder }, ...watch });
    if (outcome.kind === 'done') return outcome.value;
    return err(outcome.kind === 'cancelled' ? appError('cancelled') : appError('internal', { reason: outcome.reason }));
  }
  const isList = (
    answer: readonly Result<LetterPdf, AppError>[] | Result<never, AppError>,
  ): answer is readonly Result<LetterPdf, AppError>[] => Array.isArray(answer);
  return {
    async letter(model, watch) {
      const answer = await ask<readonly Result<LetterPdf, AppError>[]>({ kind: 'letters', models: [model] }, watch);
      return isList(answer) ? (answer[0] ?? err(appError('internal'))) : answer;
    },
    async letters(models, watch) {
      const answer = await ask<readonly Result<LetterPdf, AppError>[]>({ kind: 'letters', models }, watch);
      return isList(answer) ? { ok: true, value: answer } : answer;
    },
    batch: (models, watch) => ask<Result<LetterPdf, AppError>>({ kind: 'batch', models }, watch),
    windowTest: (model, labels) => ask<Result<LetterPdf, AppError>>({ kind: 'windowTest', model, labels }, unwatched()),
  };
}
