/** Entry of the thread that makes PDFs. The fonts stay loaded between requests. */
import { parentPort } from 'node:worker_threads';
import type { LetterModel } from '../../../../src-shared/letter.ts';
import type { Result } from '../../../../src-shared/result.ts';
import type { AppError } from '../../../../src-shared/errors.ts';
import type { SheetModel } from '../../../../src-shared/sheet.ts';
import { type ReportProgress, serveWorker } from '../../../ports/workerMessages.ts';
import type { LabelRun, LetterPdf, Pictures, Portfolio, WindowTestLabels } from '../../../ports/pdfWriter.ts';
import { renderLabels } from './addressLabels.ts';
import { type LetterFonts, openLetterFonts } from './letterFonts.ts';
import { printRun, type RunRequest } from './printRun.ts';
import { renderBatch, renderLetter, renderWindowTest, withPictures } from './renderLetters.ts';
import { renderPortfolio, renderSheet, sheetWithPictures } from './sheetLayout.ts';

/** What the program asks of this thread. It comes from our own side of the border (`createPdfWriter`), so its shape is trusted. */
export type PdfRequest = { readonly fontFolder: string } & (
  | { readonly kind: 'letters'; readonly models: readonly LetterModel[]; readonly pictures: Pictures }
  | { readonly kind: 'batch'; readonly models: readonly LetterModel[] }
  | { readonly kind: 'windowTest'; readonly model: LetterModel; readonly labels: WindowTestLabels; readonly pictures: Pictures }
  | { readonly kind: 'sheet'; readonly model: SheetModel; readonly pictures: Pictures }
  | { readonly kind: 'portfolio'; readonly portfolio: Portfolio }
  | { readonly kind: 'labels'; readonly run: LabelRun }
  | { readonly kind: 'printRun'; readonly run: RunRequest; readonly count: number }
);

const opened = new Map<string, LetterFonts>();
function fontsIn(folder: string): LetterFonts {
  const fonts = opened.get(folder) ?? openLetterFonts(folder);
  opened.set(folder, fonts);
  return fonts;
}

async function renderEach(
  fonts: LetterFonts,
  { models, pictures }: { readonly models: readonly LetterModel[]; readonly pictures: Pictures },
  progress: ReportProgress,
): Promise<readonly Result<LetterPdf, AppError>[]> {
  const files: Result<LetterPdf, AppError>[] = [];
  for (const model of models) {
    files.push(await renderLetter(fonts, model, pictures));
    progress(files.length, models.length);
  }
  return files;
}

export function answerPdfRequest(request: PdfRequest, progress: ReportProgress): Promise<unknown> {
  const fonts = fontsIn(request.fontFolder);
  switch (request.kind) {
    case 'letters':
      return renderEach(fonts, request, progress);
    case 'batch':
      return renderBatch(fonts, request.models, (done) => progress(done, request.models.length));
    case 'windowTest':
      return renderWindowTest(fonts, withPictures(request.model, request.pictures), request.labels);
    case 'sheet':
      return renderSheet(fonts, sheetWithPictures(request.model, request.pictures));
    case 'portfolio':
      return renderPortfolio(fonts, request.portfolio);
    case 'labels':
      return renderLabels(fonts, request.run);
    case 'printRun':
      return printRun(fonts, request.run, (done) => progress(done, request.count));
  }
}

if (parentPort !== null) serveWorker(parentPort, (payload, progress) => answerPdfRequest(payload as PdfRequest, progress));
