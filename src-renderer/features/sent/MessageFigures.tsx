import type { ReactElement } from 'react';
import { subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import type { MessageDetail } from './messageLooks.ts';
import css from './SentPage.module.css';

/** What the message asked for, invoice by invoice, beside what is open of it today. */
export function MessageFigures({ detail }: { readonly detail: MessageDetail }): ReactElement {
  const { t, format } = useText();
  const { documents, row } = detail;
  const then = sumCents(documents.map((document) => document.open));
  const now = sumCents(documents.map((document) => document.openNow));
  const rest = subtractCents(row.cents, then);
  const less = subtractCents(then, now);
  const finding =
    less === 0
      ? t('sent.figures.sameNow')
      : now <= 0 && less > 0
        ? t('sent.figures.paidSince')
        : less > 0
          ? t('sent.figures.partlySince', { amount: format.amount(less) })
          : t('sent.figures.moreNow', { amount: format.amount(subtractCents(now, then)) });
  return (
    <>
      <table className={css['figures']} aria-label={t('sent.figures.title')}>
        <thead>
          <tr>
            <th scope="col">{t('sent.figures.document')}</th>
            <th scope="col">{t('sent.figures.openThen')}</th>
            <th scope="col">{t('sent.figures.now')}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr key={document.documentId}>
              <th scope="row">{document.number}</th>
              <td>
                <Amount value={document.open} />
              </td>
              <td>{document.openNow === 0 ? <span className="ink-2">{format.amount(zeroCents)}</span> : <Amount value={document.openNow} />}</td>
            </tr>
          ))}
          {rest !== 0 && (
            <tr>
              <th scope="row" className="ink-2">
                {t('sent.figures.balance')}
              </th>
              <td>
                <Amount value={rest} />
              </td>
              <td />
            </tr>
          )}
          <tr className={css['grand']}>
            <th scope="row">{t('sent.figures.total')}</th>
            <td>
              <Amount value={row.cents} />
            </td>
            <td>
              <Amount value={now} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className={css['finding']}>{finding}</p>
    </>
  );
}
