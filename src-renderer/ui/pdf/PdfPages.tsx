import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FileRef } from '../../../src-shared/contract/common.ts';
import { fileUrl } from '../../backend/files.ts';
import { SkeletonRows } from '../Skeleton.tsx';
import { openPdf } from './openPdf.ts';
import css from './PdfPages.module.css';

/** Pages beyond these are for the file itself; a letter has a few. */
const maxPages = 60;

type PdfPagesProps = {
  readonly file: FileRef;
  /** What a page is, for screen readers: "Brief aan Hotel Zilverkaap, pagina 1 van 2". */
  readonly pageName: (page: number, pages: number) => string;
  /** What stands here when the file cannot be shown. */
  readonly failed: ReactNode;
};
type Shown = { readonly state: 'loading' } | { readonly state: 'failed' } | { readonly state: 'ready'; readonly pages: readonly PDFPageProxy[] };

async function allPages(document: PDFDocumentProxy): Promise<readonly PDFPageProxy[]> {
  return Promise.all(Array.from({ length: Math.min(document.numPages, maxPages) }, (_, index) => document.getPage(index + 1)));
}

/** The pages of a PDF as they print, on white paper in both themes, as wide as there is room. */
export function PdfPages({ file, pageName, failed }: PdfPagesProps): ReactElement {
  const [shown, setShown] = useState<Shown>({ state: 'loading' });
  const { token } = file;
  useEffect(() => {
    const stop = new AbortController();
    let close = (): void => undefined;
    const read = async (): Promise<void> => {
      const response = await fetch(fileUrl({ token }), { credentials: 'same-origin', signal: stop.signal });
      if (!response.ok) throw new Error(`file ${response.status}`);
      const task = openPdf(await response.arrayBuffer());
      close = () => void task.destroy();
      const pages = await allPages(await task.promise);
      if (!stop.signal.aborted) setShown({ state: 'ready', pages });
    };
    read().catch(() => {
      if (!stop.signal.aborted) setShown({ state: 'failed' });
    });
    return () => {
      stop.abort();
      close();
    };
  }, [token]);
  if (shown.state === 'loading') return <SkeletonRows rows={8} />;
  if (shown.state === 'failed') return <>{failed}</>;
  return (
    <div className={css['pages']}>
      {shown.pages.map((page) => (
        <PdfPage key={page.pageNumber} page={page} name={pageName(page.pageNumber, shown.pages.length)} />
      ))}
    </div>
  );
}

/** The width of an element, rounded, as it changes. */
function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}

function PdfPage({ page, name }: { readonly page: PDFPageProxy; readonly name: string }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [frame, width] = useWidth();
  const paper = page.getViewport({ scale: 1 });
  useEffect(() => {
    const target = canvas.current;
    if (target === null || width === 0) return undefined;
    const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * Math.min(3, globalThis.devicePixelRatio) });
    // Drawn aside and put in place when it is whole: a canvas takes one drawing at a time, and a half page is never shown.
    const drawn = document.createElement('canvas');
    drawn.width = Math.floor(viewport.width);
    drawn.height = Math.floor(viewport.height);
    const task = page.render({ canvas: drawn, viewport });
    let isWanted = true;
    task.promise.then(
      () => {
        if (!isWanted) return;
        target.width = drawn.width;
        target.height = drawn.height;
        target.getContext('2d')?.drawImage(drawn, 0, 0);
      },
      () => undefined, // cancelled: a newer drawing of another width is on its way
    );
    return () => {
      isWanted = false;
      task.cancel();
    };
  }, [page, width]);
  return (
    <div ref={frame} className={css['page']} style={{ aspectRatio: `${paper.width} / ${paper.height}` }}>
      <canvas ref={canvas} role="img" aria-label={name} />
    </div>
  );
}
