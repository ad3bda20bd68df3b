/** Entry of the thread that makes PDFs. The fonts stay loaded between requests. */
import { parentPort } from 'node:worker_threads';
import type { LetterModel } from '../../../../src-shared/letter.ts';
import type { Result } from '../../../../src-shared/result.ts';
import type { AppError } from '../../../../src-shared/errors.ts';
import { type ReportProgress, serveWorker } from '../../../ports/workerMessages.ts';
import type { LetterPdf, WindowTestLabels } from '../../../ports/pdfWriter.ts';
import { type LetterFonts, openLetterFonts } from './letterFonts.ts';
import { renderBatch, renderLetter, renderWindowTest } from './renderLetters.ts';

/** What the program asks of this thread. It comes from our own side of the border (`createPdfWriter`), so its shape is trusted. */
export type PdfRequest = { readonly fontFolder: string } & (
  | { readonly kind: 'letters'; readonly models: readonly LetterModel[] }
  | { readonly kind: 'batch'; readonly models: readonly LetterModel[] }
  | { readonly kind: 'windowTest'; readonly model: LetterModel; readonly labels: WindowTestLabels }
);

const opened = new Map<string, LetterFonts>();
function fontsIn(folder: string): LetterFonts {
  const fonts = opened.get(folder) ?? openLetterFonts(folder);
  opened.set(folder, fonts);
  return fonts;
}

export async function answerPdfRequest(request: PdfRequest, progress: ReportProgress): Promise<unknown> {
  const fonts = fontsIn(request.fontFolder);
  if (request.kind === 'windowTest') return renderWindowTest(fonts, request.model, request.labels);
  if (request.kind === 'batch') return renderBatch(fonts, request.models, (done) => progress(done, request.models.length));
  const files: Result<LetterPdf, AppError>[] = [];
  for (const model of request.models) {
    files.push(await renderLetter(fonts, model));
    progress(files.length, request.models.length);
  }
  return files;
}

if (parentPort !== null) serveWorker(parentPort, (payload, progress) => answerPdfRequest(payload as PdfRequest, progress));
