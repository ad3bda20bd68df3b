import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import type { Batch } from './batchTypes.ts';
import css from './BatchPage.module.css';

/** The way back, what day this is for, and how many were looked at. */
export function BatchHead({ batch: { items, today }, seen }: { readonly batch: Batch; readonly seen: number }): ReactElement {
  const { t } = useText();
  const count = items.length;
  return (
    <header className={css['head']}>
      <a className={css['back']} href={linkTo('/vandaag')}>
        <IconChevronLeft size={16} stroke={1.75} aria-hidden />
        {t('today.title')}
      </a>
      <h1 className={css['title']}>{count === 0 ? t('batch.nothing', { date: today }) : t('batch.finding', { count, date: items[0]?.sendOn ?? today })}</h1>
      {count > 0 && (
        <span className={css['seen']}>
          {t('batch.seen', { seen, count })}
          <span className={css['seenBar']} aria-hidden="true">
            <span style={{ width: `${(seen / count) * 100}%` }} />
          </span>
        </span>
      )}
    </header>
  );
}
