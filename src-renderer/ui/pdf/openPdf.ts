/** Reading PDF letters in the window: the reader works in our own bundled worker, without eval, web assembly or requests of its own. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist';

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href;

/** Opens a PDF of ours. `destroy()` on the task frees the worker. */
export const openPdf = (bytes: ArrayBuffer): PDFDocumentLoadingTask =>
  getDocument({ data: bytes, useWasm: false, useWorkerFetch: false, useSystemFonts: false, stopAtErrors: true, verbosity: 0 });
