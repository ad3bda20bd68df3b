import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import css from './SentPage.module.css';

/** Rows that are fetched at once; the table itself renders only what is in sight. */
export const pageSize = 500;

type PagingProps = { readonly offset: number; readonly total: number; readonly onGo: (offset: number) => void };

/** Which part of a long list is shown, and the way to the parts beside it. */
export function Paging({ offset, total, onGo }: PagingProps): ReactElement | null {
  const { t, format } = useText();
  if (total <= pageSize && offset === 0) return null;
  const last = Math.min(total, offset + pageSize);
  return (
    <nav className={css['paging']} aria-label={t('sent.title')}>
      <span className="ink-2 num">{t('sent.paging.range', { from: format.number(Math.min(offset + 1, total)), to: format.number(last), total: format.number(total) })}</span>
      <Button size="sm" disabled={offset === 0} onClick={() => onGo(Math.max(0, offset - pageSize))}>
        {t('sent.paging.newer')}
      </Button>
      <Button size="sm" disabled={last >= total} onClick={() => onGo(offset + pageSize)}>
        {t('sent.paging.older')}
      </Button>
    </nav>
  );
}
