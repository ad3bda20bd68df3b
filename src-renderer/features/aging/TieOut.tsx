import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { subtractCents, zeroCents } from '../../../src-shared/money.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { bucketTint } from '../../ui/ageing.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { AgingList } from './agingList.ts';
import css from './AgingPage.module.css';

const tints = [
  { words: '< 2 %', share: 0.01 },
  { words: '2–5 %', share: 0.03 },
  { words: '5–10 %', share: 0.07 },
  { words: '> 10 %', share: 0.2 },
] as const;

/** Below the list: whether it agrees with the journal to the cent, what is open in other currencies, and what the tints mean. */
export function TieOut({ list, hasTints }: { readonly list: AgingList; readonly hasTints: boolean }): ReactElement {
  const { t, format } = useText();
  const journal = useCall('aging.tieOut', { asOf: list.asOf });
  const receivable = journal.data === undefined ? null : subtractCents(list.open, journal.data.receivable);
  const unmatched = journal.data === undefined ? null : subtractCents(list.unmatched, journal.data.unmatched);
  const agrees = receivable === 0 && unmatched === 0;
  return (
    <footer className={css['below']}>
      {receivable !== null && unmatched !== null && !agrees && (
        <Notice tone="red" title={t('aging.tiesNot', { receivable: format.amount(receivable), unmatched: format.amount(unmatched) })}>
          {t('aging.tiesNotTodo')}
        </Notice>
      )}
      {journal.error !== null && <ErrorState error={journal.error} onRetry={() => void journal.refetch()} />}
      <div className={css['belowLine']}>
        <span className={css['tieOut']}>
          {agrees && (
            <>
              <IconCircleCheck size={16} stroke={1.75} aria-hidden />
              {t('aging.ties', { cents: format.amount(zeroCents) })}
            </>
          )}
        </span>
        <span className={css['boldNote']}>{t('aging.print.bold')}</span>
        {hasTints && (
          <span className={css['tints']}>
            {t('aging.tint')}
            {tints.map(({ words, share }) => (
              <span key={words} className={css['tint']}>
                <span aria-hidden="true" style={{ background: bucketTint('days31to60', share) }} />
                <span className="num">{words}</span>
              </span>
            ))}
          </span>
        )}
        <span className="ink-3">{t('common.amountsInEuro')}</span>
      </div>
      {list.otherCurrencies.length > 0 && (
        <p className={css['others']}>
          {t('aging.otherCurrencies')}{' '}
          {format.list(
            list.otherCurrencies.map(({ currency, open, documents }) =>
              t('aging.otherCurrency', { amount: format.amount(open, currency), count: documents }),
            ),
          )}
          .
        </p>
      )}
    </footer>
  );
}
