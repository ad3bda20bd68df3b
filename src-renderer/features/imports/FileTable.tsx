import { IconAlertCircle, IconAlertTriangle, IconBan, IconCircleCheck, IconHelp, IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import { cents } from '../../../src-shared/money.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { type Answers, ownershipOf } from './importCounts.ts';
import css from './ImportPage.module.css';

type Row = { readonly place: number; readonly file: FilePreview };
type FileTableProps = {
  readonly files: readonly FilePreview[];
  readonly answers: Answers;
  readonly openKey: number | null;
  readonly onOpen: (place: number) => void;
};

const total = <T,>(items: readonly T[], of: (item: T) => number): number => items.reduce((sum, item) => sum + of(item), 0);
const freshIn = (file: FilePreview): number =>
  file.kind === 'invoices' ? file.fresh : file.kind === 'bank' ? total(file.statements, (one) => one.fresh) : 0;
const knownIn = (file: FilePreview): number =>
  file.kind === 'invoices' ? file.known : file.kind === 'bank' ? total(file.statements, (one) => one.known) : 0;
const skippedIn = (file: FilePreview): number =>
  file.kind === 'invoices' ? file.skipped : file.kind === 'bank' ? total(file.statements, (one) => one.possiblyKnown) : 0;
const changedIn = (file: FilePreview): number => (file.kind === 'invoices' ? file.changed : 0);

/** In one word: whether the file is fit to be taken over, whether its statements add up, or why not. */
export function FileState({ file, answers }: { readonly file: FilePreview; readonly answers: Answers }): ReactElement {
  const { t } = useText();
  if (file.kind === 'refused') {
    return (
      <StateWord icon={IconBan} tone="bad">
        {t('imports.state.refused')}
      </StateWord>
    );
  }
  if (file.kind === 'bank') {
    const standings = file.statements.map(({ standing }) => standing);
    if (standings.length > 0 && !standings.includes('booked'))
      return (
        <StateWord icon={IconInfoCircle}>
          {standings.includes('provisional') ? t('imports.state.provisional') : t('imports.state.details')}
        </StateWord>
      );
    const ownership = file.statements.map((statement) => ownershipOf(statement, answers));
    if (ownership.includes('unknown'))
      return (
        <StateWord icon={IconHelp} tone="waiting">
          {t('imports.state.whose')}
        </StateWord>
      );
    if (ownership.length > 0 && ownership.every((one) => one === 'not-ours'))
      return <StateWord icon={IconBan}>{t('imports.state.notOurs')}</StateWord>;
    const off = file.statements.filter((statement) => !statement.addsUp).length;
    if (off > 0)
      return (
        <StateWord icon={IconAlertTriangle} tone="bad">
          {t('imports.state.doesNotAddUp')}
        </StateWord>
      );
    const isChecked = file.statements.some((statement) => statement.opening !== null && statement.closing !== null);
    return (
      <StateWord icon={IconCircleCheck} tone={isChecked ? 'good' : 'plain'}>
        {isChecked ? t('imports.state.addsUp') : t('imports.state.noBalance')}
      </StateWord>
    );
  }
  const errors = file.problems.filter((problem) => problem.severity === 'error').length;
  if (errors > 0)
    return (
      <StateWord icon={IconAlertCircle} tone="bad">
        {t('imports.state.errors', { count: errors })}
      </StateWord>
    );
  if (file.problems.length > 0)
    return <StateWord icon={IconAlertTriangle}>{t('imports.state.warnings', { count: file.problems.length })}</StateWord>;
  return (
    <StateWord icon={IconCircleCheck} tone="good">
      {t('imports.state.good')}
    </StateWord>
  );
}

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
function useColumns(files: readonly FilePreview[], answers: Answers): readonly Column<Row>[] {
  const { t, format } = useText();
  const count = (key: string, header: string, of: (file: FilePreview) => number): Column<Row> => ({
    key,
    header,
    width: 84,
    align: 'right',
    cell: ({ file }) => <span className="num">{of(file) === 0 ? '–' : format.number(of(file))}</span>,
    sortValue: ({ file }) => of(file),
    sortFirst: 'descending',
  });
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
    count('fresh', t('imports.files.fresh'), freshIn),
    ...(files.some((file) => changedIn(file) > 0) ? [count('changed', t('imports.files.changed'), changedIn)] : []),
    ...(files.some((file) => knownIn(file) > 0) ? [count('known', t('imports.files.known'), knownIn)] : []),
    ...(files.some((file) => skippedIn(file) > 0) ? [count('skipped', t('imports.files.skipped'), skippedIn)] : []),
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

/** A longer list scrolls by itself, and only what is seen is drawn. */
const rowsOnPage = 100;

/** One line per file. Opening it shows its statements and everything that was found in it. */
export function FileTable({ files, answers, openKey, onOpen }: FileTableProps): ReactElement {
  const { t } = useText();
  const columns = useColumns(files, answers);
  const rows = files.map((file, place): Row => ({ place, file }));
  const isLong = files.length > rowsOnPage;
  return (
    <div className={isLong ? css['long'] : undefined}>
      <DataTable
        label={t('imports.files.title')}
        scroll={isLong ? 'own' : 'page'}
        rows={rows}
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
