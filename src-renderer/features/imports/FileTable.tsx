import type { ReactElement } from 'react';
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import { cents } from '../../../src-shared/money.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { PlacedFile } from './bankRows.ts';
import { FileState } from './FileState.tsx';
import type { Answers } from './importCounts.ts';
import css from './ImportPage.module.css';

type Row = PlacedFile;
export type FileTableProps = {
  readonly label: string;
  readonly files: readonly PlacedFile[];
  readonly answers: Answers;
  readonly openKey: number | null;
  readonly onOpen: (place: number) => void;
};

/** A longer list scrolls by itself, and only what is seen is drawn. */
export const rowsOnPage = 100;

const count = (file: FilePreview, of: 'fresh' | 'changed' | 'known' | 'skipped'): number => (file.kind === 'invoices' ? file[of] : 0);

function Sum({ file }: { readonly file: FilePreview }): ReactElement {
  const { t } = useText();
  if (file.kind !== 'invoices' || file.sums.length === 0) return <>–</>;
  const [first, ...others] = file.sums;
  return (
    <>
      <Amount value={first?.cents ?? cents(0)} {...(first !== undefined && { currency: first.currency })} />
      {others.length > 0 && <span className="ink-3 small"> {t('imports.files.moreCurrencies', { count: others.length })}</span>}
    </>
  );
}

/** Columns in which no file of the set has anything are left out, so that names have room. */
function useColumns(files: readonly Row[], answers: Answers): readonly Column<Row>[] {
  const { t, format } = useText();
  const counted = (key: 'fresh' | 'changed' | 'known' | 'skipped'): Column<Row> => ({
    key,
    header: t(`imports.files.${key}`),
    width: 84,
    align: 'right',
    cell: ({ file }) => <span className="num">{count(file, key) === 0 ? '–' : format.number(count(file, key))}</span>,
    sortValue: ({ file }) => count(file, key),
    sortFirst: 'descending',
  });
  const shown = (key: 'changed' | 'known' | 'skipped'): readonly Column<Row>[] => (files.some(({ file }) => count(file, key) > 0) ? [counted(key)] : []);
  return [
    {
      key: 'file',
      header: t('imports.files.file'),
      cell: ({ file }) => <span className={css['clip']}>{file.file === '' ? t('imports.files.nameless') : file.file}</span>,
      sortValue: ({ file }) => file.file.toLowerCase(),
    },
    {
      key: 'format',
      header: t('imports.files.format'),
      width: 136,
      cell: ({ file }) => <span className={css['clip']}>{file.kind === 'refused' ? '–' : file.format}</span>,
      sortValue: ({ file }) => (file.kind === 'refused' ? null : file.format),
    },
    counted('fresh'),
    ...shown('changed'),
    ...shown('known'),
    ...shown('skipped'),
    {
      key: 'sum',
      header: t('imports.files.sum'),
      width: 132,
      align: 'right',
      cell: ({ file }) => <Sum file={file} />,
      sortValue: ({ file }) => (file.kind === 'invoices' ? (file.sums[0]?.cents ?? null) : null),
      sortFirst: 'descending',
    },
    {
      key: 'due',
      header: t('imports.files.oldestDue'),
      width: 148,
      cell: ({ file }) => <DateText value={file.kind === 'invoices' ? file.oldestDueDate : null} />,
      sortValue: ({ file }) => (file.kind === 'invoices' ? file.oldestDueDate : null),
    },
    { key: 'state', header: t('imports.files.state'), width: 148, cell: ({ file }) => <FileState file={file} answers={answers} /> },
  ];
}

/** Invoices and lists, one line per file. Opening it shows everything that was found in it. */
export function FileTable({ label, files, answers, openKey, onOpen }: FileTableProps): ReactElement {
  const columns = useColumns(files, answers);
  const isLong = files.length > rowsOnPage;
  return (
    <div className={isLong ? css['long'] : undefined}>
      <DataTable
        label={label}
        scroll={isLong ? 'own' : 'page'}
        rows={files}
        rowKey={({ place }) => place}
        rowName={({ file }) => file.file}
        columns={columns}
        onOpen={({ place }) => onOpen(place)}
        openKey={openKey}
        isMainList
        minWidth={960}
      />
    </div>
  );
}
