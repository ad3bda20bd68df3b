import type { ReactElement } from 'react';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { type BankRow, bankRows } from './bankRows.ts';
import { FileState, StatementState } from './FileState.tsx';
import { type FileTableProps, rowsOnPage } from './FileTable.tsx';
import type { Answers } from './importCounts.ts';
import css from './ImportPage.module.css';

/** From the first to the last day; the year stands once. */
function Period({ from, to }: Pick<BankRow, 'from' | 'to'>): ReactElement {
  const { format } = useText();
  if (from === null || to === null) return <>–</>;
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return (
    <span className="num small">
      {from !== to && `${format.date(from, isOneYear ? 'short' : 'medium')} – `}
      {format.date(to, 'medium')}
    </span>
  );
}

function Balances({ opening, closing, currency }: Pick<BankRow, 'opening' | 'closing' | 'currency'>): ReactElement {
  if (opening === null && closing === null) return <>–</>;
  return (
    <span className={`small ${css['balances'] ?? ''}`}>
      <span>{opening === null ? '–' : <Amount value={opening} currency={currency} />}</span>{' '}
      <span>→ {closing === null ? '–' : <Amount value={closing} currency={currency} />}</span>
    </span>
  );
}

function useColumns(answers: Answers): readonly Column<BankRow>[] {
  const { t, format } = useText();
  const counted = (key: 'entries' | 'fresh' | 'known' | 'possiblyKnown', header: string, width: number): Column<BankRow> => ({
    key,
    header,
    width,
    align: 'right',
    cell: (row) => <span className="num">{row[key] === 0 ? '–' : format.number(row[key])}</span>,
    sortValue: (row) => row[key],
    sortFirst: 'descending',
  });
  return [
    {
      key: 'file',
      header: t('imports.files.file'),
      cell: ({ file }) => (
        <span className={css['clip']}>
          {file.file === '' ? t('imports.files.nameless') : file.file}
          {file.kind !== 'refused' && <span className="ink-3 small"> {file.format}</span>}
        </span>
      ),
      sortValue: ({ file }) => file.file.toLowerCase(),
    },
    {
      key: 'account',
      header: t('imports.panel.account'),
      width: 188,
      cell: ({ account }) => <span className={`reference num small ${css['clip'] ?? ''}`}>{account === '' ? '–' : formatIban(account)}</span>,
      sortValue: ({ account }) => (account === '' ? null : account),
    },
    { key: 'period', header: t('imports.panel.period'), width: 144, cell: (row) => <Period from={row.from} to={row.to} />, sortValue: ({ from }) => from },
    counted('entries', t('imports.panel.entries'), 82),
    {
      key: 'balances',
      header: t('imports.files.balances'),
      width: 176,
      align: 'right',
      cell: (row) => <Balances opening={row.opening} closing={row.closing} currency={row.currency} />,
      sortValue: ({ closing }) => closing,
      sortFirst: 'descending',
    },
    {
      key: 'state',
      header: t('imports.files.state'),
      width: 120,
      cell: ({ file, statements }) =>
        file.kind === 'bank' ? <StatementState statements={statements} answers={answers} isAskedElsewhere /> : <FileState file={file} answers={answers} />,
    },
    counted('fresh', t('imports.files.fresh'), 62),
    counted('known', t('imports.files.known'), 68),
    counted('possiblyKnown', t('imports.files.possibly'), 80),
  ];
}

/** Bank files, one line per file and account: what it covers, whether it adds up and what of it is new. Opening it shows every statement. */
export function BankFileTable({ label, files, answers, openKey, onOpen }: FileTableProps): ReactElement {
  const columns = useColumns(answers);
  const rows = bankRows(files);
  const isLong = rows.length > rowsOnPage;
  return (
    <div className={isLong ? css['long'] : undefined}>
      <DataTable
        label={label}
        scroll={isLong ? 'own' : 'page'}
        rows={rows}
        rowKey={({ key }) => key}
        rowName={({ file }) => file.file}
        columns={columns}
        onOpen={({ place }) => onOpen(place)}
        openKey={openKey === null ? null : `${openKey}:0`}
        isMainList
        minWidth={1020}
      />
    </div>
  );
}
