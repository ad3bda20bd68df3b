import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { ButtonLink } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import css from './PdfPages.module.css';
import { type DrawnPage, drawPdf } from './drawPdf.ts';

type PdfPagesProps = { readonly url: string; readonly name: string };

function PageCanvas({ page, label }: { readonly page: DrawnPage; readonly label: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(page.canvas);
  }, [page]);
  return (
    <div className={css['paper']}>
      <div ref={place} role="img" aria-label={label} />
      <p className="only-read">{page.text}</p>
    </div>
  );
}

/** The PDF itself, page by page, on light paper in both themes: what is shown is what is sent. */
export function PdfPages({ url, name }: PdfPagesProps): ReactElement {
  const { t } = useText();
  const room = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly DrawnPage[] | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const width = Math.min(736, Math.max(280, room.current?.clientWidth ?? 624));
    drawPdf({ url, width, signal: stop.signal, onPages: setPages }).catch((error: unknown) => {
      if (!stop.signal.aborted) {
        setHasFailed(true);
        console.warn('letter preview', error);
      }
    });
    return () => stop.abort();
  }, [url]);
  return (
    <div ref={room} className={css['room']}>
      {hasFailed && (
        <Notice
          tone="amber"
          actions={
            <ButtonLink size="sm" href={url} target="_blank" rel="noreferrer">
              {t('batch.openPdf')}
            </ButtonLink>
          }
        >
          {t('batch.pdfFailed')}
        </Notice>
      )}
      {pages === null && !hasFailed && <SkeletonRows rows={8} />}
      {pages?.map((page, index) => <PageCanvas key={`${url}-${page.number}`} page={page} label={t('batch.page', { name, page: index + 1, pages: page.count })} />)}
    </div>
  );
}
