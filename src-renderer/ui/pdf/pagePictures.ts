/**
 * The pages of a PDF, or a picture, as pictures without transparency. A foreign PDF inside ours could bring fonts that are not embedded,
 * transparency or scripts, and the letter would no longer keep to PDF/A; a picture cannot.
 */
// oxlint-disable-next-line import/default -- the bundler answers `?url` with the address of the file
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { opaquePng } from './opaquePng.ts';

export type PictureSetting = {
  readonly dotsPerInch: number;
  readonly mostPages: number;
  /** `paper`: a whole sheet of A4, without loss as long as that stays small. `scan`: the page as it is, made small. */
  readonly use: 'paper' | 'scan';
};
/** Fine enough that small print on the paper stays sharp from a laser printer. */
export const paperSetting: PictureSetting = { dotsPerInch: 300, mostPages: 2, use: 'paper' };
/** What a scan is read at. */
export const scanSetting: PictureSetting = { dotsPerInch: 150, mostPages: 20, use: 'scan' };

export type PagePictures = { readonly pictures: readonly File[]; /** Pages of the file, more than pictures where there are too many. */ readonly pages: number };

const a4 = { width: 595.28, height: 841.89 } as const;
/** A PNG that is larger than this has photographs in it, for which JPEG is made. */
const largestPng = 1_500_000;
const longestSide = 5000;

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas to draw on');
  return context;
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture of the page')) : resolve(blob)), 'image/jpeg', quality));

async function pictureOf(canvas: HTMLCanvasElement, { use }: PictureSetting, number: number): Promise<File> {
  if (use === 'paper') {
    const { data, width, height } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
    const png = await opaquePng({ data, width, height });
    if (png.length <= largestPng) return new File([new Uint8Array(png)], `page-${number}.png`, { type: 'image/png' });
  }
  return new File([await jpegOf(canvas, use === 'paper' ? 0.92 : 0.8)], `page-${number}.jpg`, { type: 'image/jpeg' });
}

/** A white canvas: as large as the sheet for paper, else as the page, in points. */
function canvasFor(points: { readonly width: number; readonly height: number }, { use, dotsPerInch }: PictureSetting): HTMLCanvasElement {
  const size = use === 'paper' ? a4 : points;
  const scale = Math.min(dotsPerInch / 72, longestSide / Math.max(size.width, size.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(size.width * scale));
  canvas.height = Math.max(1, Math.round(size.height * scale));
  const context = contextOf(canvas);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

async function pagesOfPdf(file: File, setting: PictureSetting): Promise<PagePictures> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(workerUrl, globalThis.location.href).href;
  const task = pdfjs.getDocument({ data: new Uint8Array(await file.arrayBuffer()), useWasm: false, useWorkerFetch: false, isImageDecoderSupported: false });
  try {
    const pdf = await task.promise;
    const pictures: File[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, setting.mostPages); number += 1) {
      const page = await pdf.getPage(number);
      const size = page.getViewport({ scale: 1 });
      const canvas = canvasFor(size, setting);
      await page.render({ canvas, viewport: page.getViewport({ scale: canvas.width / size.width }), background: '#ffffff' }).promise;
      pictures.push(await pictureOf(canvas, setting, number));
      page.cleanup();
    }
    return { pictures, pages: pdf.numPages };
  } finally {
    await task.destroy();
  }
}

async function pageOfPicture(file: File, setting: PictureSetting): Promise<PagePictures> {
  const picture = await createImageBitmap(file);
  try {
    // A photo has no size on paper: it is taken for one that fills a sheet.
    const scale = Math.min(a4.width / picture.width, a4.height / picture.height);
    const canvas = canvasFor({ width: picture.width * scale, height: picture.height * scale }, setting);
    contextOf(canvas).drawImage(picture, 0, 0, canvas.width, canvas.height);
    return { pictures: [await pictureOf(canvas, setting, 1)], pages: 1 };
  } finally {
    picture.close();
  }
}

/** Draws the first pages of a PDF, PNG or JPEG. Rejects when the file is none of them, or damaged. */
export async function pagePictures(file: File, setting: PictureSetting): Promise<PagePictures> {
  const head = new TextDecoder('latin1').decode(await file.slice(0, 1024).arrayBuffer());
  return head.includes('%PDF-') ? pagesOfPdf(file, setting) : pageOfPicture(file, setting);
}
