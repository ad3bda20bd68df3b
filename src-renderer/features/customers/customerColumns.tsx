import type { TFunction } from 'i18next';
import type { Formats } from '../../i18n/useText.ts';
import { AgeDays } from '../../ui/AgeSquare.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';
import type { Column, Density } from '../../ui/table/columns.ts';
import type { CustomerRow } from './customerList.ts';
import { FlagWords } from './Flags.tsx';
import { NextStepCell } from './NextStepCell.tsx';
import css from './Customers.module.css';

const sortable = { sortValue: () => null } as const;

/** The columns of the list; the page sorts, so a column only says that it can be sorted by. Millions fit; between compact rows names get what is left. */
export const customerColumns = (t: TFunction, format: Formats, density: Density): readonly Column<CustomerRow>[] => [
  { key: 'name', header: t('customers.column.name'), cell: (row) => <span className={css['name']}>{row.name}</span>, ...sortable },
  { key: 'open', header: t('customers.column.open'), width: density === 'normal' ? 128 : 116, align: 'right', cell: (row) => <Amount value={row.open} />, ...sortable, sortFirst: 'descending' },
  {
    key: 'overdue',
    header: t('customers.column.overdue'),
    width: density === 'normal' ? 128 : 116,
    align: 'right',
    cell: (row) => (row.overdue > 0 ? <Amount value={row.overdue} strong /> : <span className="ink-3">–</span>),
    ...sortable,
    sortFirst: 'descending',
  },
  { key: 'oldest', header: t('customers.column.oldest'), width: 80, align: 'right', cell: (row) => <AgeDays days={row.oldestDays} />, ...sortable, sortFirst: 'descending' },
  {
    key: 'behaviour',
    header: t('customers.column.behaviour'),
    width: 100,
    cell: (row) =>
      row.daysLate.length === 0 ? (
        <span className="ink-3">–</span>
      ) : (
        <span className={css['spark']}>
          <Sparkline values={row.daysLate} label={t('customers.daysLateOf', { days: format.list(row.daysLate.slice(-8).map((days) => format.number(days))) })} />
        </span>
      ),
    ...sortable,
    sortFirst: 'descending',
  },
  { key: 'next', header: t('customers.column.next'), width: density === 'normal' ? 208 : 196, cell: (row) => <NextStepCell step={row.nextStep} />, ...sortable },
  { key: 'flags', header: t('customers.column.flags'), width: density === 'normal' ? 190 : 184, cell: (row) => <FlagWords flags={row.flags} />, ...sortable, sortFirst: 'descending' },
];
