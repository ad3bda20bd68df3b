/**
 * Draws a PDF of our own with PDF.js on canvases. Everything comes from this build: the worker is one of our files, nothing is compiled
 * at run time and no WebAssembly is loaded, so the strict content security policy of the window holds.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler answers `?url` with the address of the file
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { readFile } from '../../backend/files.ts';

export type DrawnPage = { readonly number: number; readonly count: number; readonly canvas: HTMLCanvasElement; readonly text: string };
type Request = {
  readonly url: string;
  /** CSS pixels. */
  readonly width: number;
  readonly signal: AbortSignal;
  /** Told again after every page, so that the first one shows at once. */
  readonly onPages: (pages: readonly DrawnPage[]) => void;
};

/** A batch of hundreds of letters is looked at in a reader; here stand its first pages. */
const mostPages = 60;

async function drawPage(file: PDFDocumentProxy, number: number, { width }: Request): Promise<DrawnPage> {
  const page = await file.getPage(number);
  const scale = width / page.getViewport({ scale: 1 }).width;
  const density = Math.max(1, Math.min(3, globalThis.devicePixelRatio));
  const viewport = page.getViewport({ scale: scale * density });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.style.width = `${Math.round(viewport.width / density)}px`;
  await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  page.cleanup();
  return { number, count: file.numPages, canvas, text };
}

/** Fetches the file and draws it to the width, page after page. Rejects when it cannot be read; stops silently when aborted. */
export async function drawPdf(request: Request): Promise<void> {
  const { signal, onPages } = request;
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(workerUrl, globalThis.location.href).href;
  const task = pdfjs.getDocument({ data: await readFile(request.url, signal), useWasm: false, useWorkerFetch: false, isImageDecoderSupported: false });
  try {
    const file = await task.promise;
    const drawn: DrawnPage[] = [];
    for (let number = 1; number <= Math.min(mostPages, file.numPages) && !signal.aborted; number += 1) {
      drawn.push(await drawPage(file, number, request));
      if (!signal.aborted) onPages([...drawn]);
    }
  } finally {
    await task.destroy();
  }
}
