import type { ReactElement } from 'react';
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import css from './ImportPage.module.css';
import { useProblemText } from './useProblemText.ts';

export type BankTable = NonNullable<Extract<FilePreview, { kind: 'bank' }>['table']>;
type Row = BankTable['rows'][number];

/** The first rows as they will be taken in: a wrong column, a swapped day and month or an amount a hundred times too large is seen here. */
export function MappedRows({ rows }: { readonly rows: readonly Row[] }): ReactElement | null {
  const { t } = useText();
  if (rows.length === 0) return null;
  return (
    <div className={css['asRead']} tabIndex={0} role="region" aria-label={t('imports.asRead.title')}>
      <table>
        <caption>{t('imports.asRead.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.asRead.line')}</th>
            <th scope="col">{t('imports.asRead.date')}</th>
            <th scope="col" className={css['right']}>
              {t('imports.asRead.amount')}
            </th>
            <th scope="col">{t('imports.asRead.party')}</th>
            <th scope="col">{t('imports.asRead.text')}</th>
            <th scope="col" className={css['right']}>
              {t('imports.asRead.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MappedRow key={row.line} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MappedRow({ row }: { readonly row: Row }): ReactElement {
  const { t } = useText();
  const textOf = useProblemText();
  const { line, bookDate, amount, currency, balance, problem } = row;
  if (bookDate === null || amount === null) {
    return (
      <tr>
        <td className="num ink-3">{line}</td>
        <td colSpan={5} className={problem === null ? 'ink-3' : css['unread']}>
          {problem === null ? t('imports.asRead.unread') : textOf(problem).what}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td className="num ink-3">{line}</td>
      <td className="num">
        <DateText value={bookDate} />
      </td>
      <td className={css['right']}>
        <Amount value={amount} currency={currency} />
      </td>
      <td>
        {row.name}
        {row.account !== '' && <div className="ink-3 small reference num">{formatIban(row.account)}</div>}
      </td>
      <td>{row.text}</td>
      <td className={css['right']}>{balance === null ? '–' : <Amount value={balance} currency={currency} />}</td>
    </tr>
  );
}
