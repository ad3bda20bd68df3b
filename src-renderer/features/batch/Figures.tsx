import type { ReactElement } from 'react';
import { subtractCents, sumCents } from '../../../src-shared/money.ts';
import { useText } from '../../i18n/useText.ts';
import { AgeDays } from '../../ui/AgeSquare.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import type { BatchItem } from './batchTypes.ts';
import css from './BatchPage.module.css';

/** What the amount is made of. */
export function Figures({ item }: { readonly item: BatchItem }): ReactElement {
  const { t } = useText();
  const credit = subtractCents(item.cents, sumCents([item.chargesCents, ...item.documents.map((document) => document.open)]));
  return (
    <div className={css['figuresSheet']}>
      <table className={css['figures']}>
        <thead>
          <tr>
            <th scope="col">{t('batch.figures.document')}</th>
            <th scope="col">{t('batch.figures.due')}</th>
            <th scope="col" className={css['right']}>
              {t('batch.figures.days')}
            </th>
            <th scope="col" className={css['right']}>
              {t('batch.figures.open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {item.documents.map((document) => (
            <tr key={document.documentId}>
              <td>{document.number}</td>
              <td>
                <DateText value={document.dueDate} />
              </td>
              <td className={css['right']}>
                <AgeDays days={document.daysOverdue} />
              </td>
              <td className={css['right']}>
                <Amount value={document.open} />
              </td>
            </tr>
          ))}
          {credit !== 0 && (
            <tr>
              <td colSpan={3}>{t('batch.figures.credit')}</td>
              <td className={css['right']}>
                <Amount value={credit} />
              </td>
            </tr>
          )}
          {item.chargesCents !== 0 && (
            <tr>
              <td colSpan={3}>{t('batch.figures.charges')}</td>
              <td className={css['right']}>
                <Amount value={item.chargesCents} />
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3}>{t('batch.figures.total')}</td>
            <td className={css['right']}>
              <Amount value={item.cents} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="ink-2 small">{t('batch.figures.payBy', { date: item.payBy })}</p>
    </div>
  );
}
