/**
 * The company's own paper, a PDF of one or two pages, as pictures that stand behind the letter. A foreign PDF inside ours could bring fonts
 * that are not embedded, transparency or scripts, and the letter would no longer keep to PDF/A; a picture cannot.
 */
// oxlint-disable-next-line import/default -- the bundler answers `?url` with the address of the file
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { opaquePng } from './opaquePng.ts';

/** Data URLs of page 1 and of page 2; `following` is empty for a PDF of one page. */
export type PaperPictures = { readonly first: string; readonly following: string };

/** Dots per inch: fine enough that small print on the paper stays sharp from a laser printer. */
const resolution = 300;
const a4 = { width: 595.28, height: 841.89 } as const;

function dataUrlOf(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return `data:image/png;base64,${btoa(text)}`;
}

/** Draws the first two pages at the size of A4. Rejects when the file is no readable PDF. */
export async function paperPictures(pdf: Uint8Array): Promise<PaperPictures> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(workerUrl, globalThis.location.href).href;
  const task = pdfjs.getDocument({ data: pdf, useWasm: false, useWorkerFetch: false, isImageDecoderSupported: false });
  try {
    const file = await task.promise;
    const draw = async (number: number): Promise<string> => {
      const page = await file.getPage(number);
      const canvas = document.createElement('canvas');
      canvas.width = Math.round((a4.width / 72) * resolution);
      canvas.height = Math.round((a4.height / 72) * resolution);
      const viewport = page.getViewport({ scale: canvas.width / page.getViewport({ scale: 1 }).width });
      await page.render({ canvas, viewport, background: '#ffffff' }).promise;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas to draw on');
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      return dataUrlOf(await opaquePng({ data, width, height }));
    };
    return { first: await draw(1), following: file.numPages > 1 ? await draw(2) : '' };
  } finally {
    await task.destroy();
  }
}
