import { IconArrowBackUp, IconFileImport } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useJob } from '../../ui/useJob.ts';
import css from './ImportPage.module.css';
import { importSession, setImportSession } from './importSession.ts';

type Row = OutputOf<'imports.history'>['imports'][number];

function useColumns(): readonly Column<Row>[] {
  const { t, format } = useText();
  const [busy, setBusy] = useState<ReadonlySet<Row['id']>>(new Set());
  const run = useJob();
  const undoRow = async (row: Row): Promise<void> => {
    setBusy((before) => new Set(before).add(row.id));
    const undone = await run('imports.undo', { importId: row.id }, {
      name: t('imports.history.undoing', { what: files(row) }),
      describe: ({ reversedEntries }) => ({ state: 'done', detail: t('imports.history.undone', { count: reversedEntries }) }),
    });
    setBusy((before) => new Set([...before].filter((id) => id !== row.id)));
    const session = importSession();
    // A result that was just taken back is no longer a result, and its next steps lead nowhere.
    if (undone !== null && session.phase === 'result' && session.result.importId === row.id) setImportSession({ phase: 'empty' });
  };
  const files = (row: Row): string =>
    row.files.length <= 1
      ? (row.files[0] ?? t('imports.files.nameless'))
      : t('imports.history.files', { first: row.files[0] ?? '', count: row.files.length - 1 });
  const count = (key: string, header: string, of: (row: Row) => number): Column<Row> => ({
    key,
    header,
    width: 110,
    align: 'right',
    cell: (row) => <span className="num">{of(row) === 0 ? '–' : format.number(of(row))}</span>,
    sortValue: of,
    sortFirst: 'descending',
  });
  return [
    {
      key: 'at',
      header: t('imports.history.at'),
      width: 170,
      cell: (row) => <span className="num">{format.instant(row.at)}</span>,
      sortValue: (row) => row.at,
      sortFirst: 'descending',
    },
    {
      key: 'files',
      header: t('imports.history.what'),
      cell: (row) => (
        <span className={css['clip']} title={row.files.slice(0, 20).join('\n')}>
          {files(row)}
        </span>
      ),
      sortValue: files,
    },
    count('documents', t('imports.history.documents'), (row) => row.documents),
    count('bankEntries', t('imports.history.bankEntries'), (row) => row.bankEntries),
    count('problems', t('imports.history.problems'), (row) => row.problems),
    {
      key: 'undo',
      header: t('imports.history.state'),
      width: 190,
      align: 'right',
      cell: (row) =>
        row.undoneAt === null ? (
          <Button
            variant="text"
            size="sm"
            flush
            icon={IconArrowBackUp}
            busy={busy.has(row.id)}
            aria-label={t('imports.history.undoOf', { what: files(row) })}
            onClick={() => void undoRow(row)}
          >
            {t('imports.history.undo')}
          </Button>
        ) : (
          <StateWord icon={IconArrowBackUp}>{t('imports.history.wasUndone')}</StateWord>
        ),
    },
  ];
}

/** Earlier imports, newest first, each with one click back. */
export function ImportHistory(): ReactElement {
  const { t } = useText();
  const history = useCall('imports.history', {});
  const columns = useColumns();
  return (
    <Section title={t('imports.history.title')} rule={false}>
      <QueryView query={history}>
        {({ imports }) => (
          <DataTable
            label={t('imports.history.title')}
            rows={imports}
            rowKey={(row) => row.id}
            rowName={(row) => row.files[0] ?? ''}
            columns={columns}
            minWidth={860}
            empty={<EmptyState icon={IconFileImport} title={t('imports.history.emptyTitle')} body={t('imports.history.emptyBody')} />}
          />
        )}
      </QueryView>
    </Section>
  );
}
