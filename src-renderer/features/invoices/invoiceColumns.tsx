import type { TFunction } from 'i18next';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { AgeDays } from '../../ui/AgeSquare.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import type { Column, Density } from '../../ui/table/columns.ts';
import { documentStateLooks } from '../customers/documentState.ts';
import css from './InvoicesPage.module.css';
import type { InvoiceRow } from './invoicesQuestion.ts';
import type { Pages } from './usePages.ts';

/** A place in the whole list; the row itself may still have to come. */
export type Place = { readonly index: number };

/** Long enough that pages flying by while one scrolls are not asked for. */
const settleMs = 80;

/** Stands where a row will be; asks for it when it stays in sight. */
function Coming({ index, want }: { readonly index: number; readonly want: Pages['want'] }): ReactElement {
  useEffect(() => {
    const timer = setTimeout(() => want(index), settleMs);
    return () => clearTimeout(timer);
  }, [index, want]);
  return <span className={css['coming']} aria-hidden="true" />;
}

/** Amounts in euro without their sign would be wrong beside other currencies, so every amount has one. */
export function invoiceColumns({ rowAt, want }: Pages, t: TFunction, { today, density }: { readonly today: PlainDateText; readonly density: Density }): readonly Column<Place>[] {
  const cell =
    (show: (row: InvoiceRow) => ReactNode) =>
    ({ index }: Place): ReactNode => {
      const row = rowAt(index);
      return row === null ? null : show(row);
    };
  /** The backend sorts; a value here makes the head a button. */
  const sortValue = (): null => null;
  const amountWidth = density === 'normal' ? 128 : 114;
  return [
    {
      key: 'number',
      header: t('invoices.number'),
      width: 116,
      sortValue,
      cell: ({ index }) => {
        const row = rowAt(index);
        return row === null ? <Coming index={index} want={want} /> : <span className={css['number']}>{row.number}</span>;
      },
    },
    { key: 'customer', header: t('invoices.customer'), sortValue, cell: cell((row) => row.customerName) },
    {
      key: 'issue',
      header: t('invoices.issueDate'),
      width: 108,
      sortValue,
      sortFirst: 'descending',
      cell: cell((row) => <DateText value={row.issueDate} style="near" today={today} />),
    },
    {
      key: 'due',
      header: t('invoices.dueDate'),
      width: 108,
      sortValue,
      cell: cell((row) => <DateText value={row.dueDate} style="near" today={today} />),
    },
    {
      key: 'days',
      header: t('invoices.days'),
      width: 70,
      align: 'right',
      sortValue,
      sortFirst: 'descending',
      cell: cell((row) => <AgeDays days={row.daysOverdue} />),
    },
    {
      key: 'total',
      header: t('invoices.total'),
      width: amountWidth,
      align: 'right',
      cell: cell((row) => <Amount value={row.total} currency={row.currency} />),
    },
    {
      key: 'open',
      header: t('invoices.open'),
      width: amountWidth,
      align: 'right',
      sortValue,
      sortFirst: 'descending',
      cell: cell((row) => (row.open === 0 ? <span className="ink-3">–</span> : <Amount value={row.open} currency={row.currency} strong />)),
    },
    {
      key: 'state',
      header: t('invoices.stateHead'),
      width: 164,
      cell: cell((row) => <StateWord {...documentStateLooks[row.state]}>{t(`customers.state.${row.state}`)}</StateWord>),
    },
  ];
}
