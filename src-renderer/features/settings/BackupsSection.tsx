import { IconAlertTriangle, IconArchive, IconCheck, IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { settings } from '../../../src-shared/locales/nl/settings.ts';
import { useToday } from '../../app/appState.ts';
import { call } from '../../backend/client.ts';
import { downloadFile } from '../../backend/files.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { EvidenceLine, EvidenceList } from '../../ui/EvidenceLine.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { CareState, RestoreCopy } from './RestoreCopy.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './SettingsPage.module.css';

type Backup = OutputOf<'ledger.backups'>['backups'][number];

/** One thing asked for by a button: running, answered or failed. */
function useAsked<T>(ask: () => Promise<T>): { readonly answer: T | null; readonly error: unknown; readonly isRunning: boolean; readonly run: () => void } {
  const [state, setState] = useState<{ readonly answer: T | null; readonly error: unknown; readonly isRunning: boolean }>({ answer: null, error: null, isRunning: false });
  const run = async (): Promise<void> => {
    setState({ answer: null, error: null, isRunning: true });
    try {
      setState({ answer: await ask(), error: null, isRunning: false });
    } catch (error) {
      setState({ answer: null, error, isRunning: false });
    }
  };
  return { ...state, run: () => void run() };
}

function Backups(): ReactElement {
  const { t, format } = useText();
  const list = useCall('ledger.backups', {});
  const make = useMutationCall('ledger.backup', { showsErrorItself: true });
  const today = useToday();
  /** The year where it is not this one. */
  const moment = (instant: string): string => (instant.startsWith(today.slice(0, 4)) ? format.instant(instant) : `${format.instant(instant)} ${instant.slice(0, 4)}`);
  const columns: readonly Column<Backup>[] = [
    { key: 'when', header: t('settings.backups.when'), cell: (row) => <span className="num">{moment(row.madeAt)}</span>, sortValue: (row) => row.madeAt, sortFirst: 'descending' },
    { key: 'entries', header: t('settings.backups.entries'), width: 100, align: 'right', cell: (row) => <span className="num">{format.number(row.entries)}</span> },
    { key: 'size', header: t('settings.backups.size'), width: 90, align: 'right', cell: (row) => <span className="num">{format.fileSize(row.size)}</span> },
    {
      key: 'checked',
      header: t('settings.backups.checked'),
      width: 190,
      // A copy is read back and verified as the last step of making it; without that it has no proof.
      cell: (row) => (
        <StateWord icon={row.verified ? IconCheck : IconAlertTriangle} tone={row.verified ? 'good' : 'waiting'}>
          {row.verified ? moment(row.madeAt) : t('settings.backups.notVerified')}
        </StateWord>
      ),
    },
    { key: 'restore', header: '', width: 120, cell: (row) => <RestoreCopy copy={row} moment={moment(row.madeAt)} administrationId={null} /> },
  ];
  const backUp = (): void =>
    make.mutate(
      {},
      {
        onSuccess: ({ size }) => {
          showToast({ message: t('settings.backups.backupMade', { size: format.fileSize(size) }) });
          void list.refetch();
        },
      },
    );
  return (
    <Section
      title={t('settings.backups.backupTitle')}
      actions={
        <Button size="sm" icon={IconArchive} busy={make.isPending} onClick={backUp}>
          {t('settings.backups.backupNow')}
        </Button>
      }
    >
      {make.error !== null && <ErrorState error={make.error} />}
      <QueryView query={list}>
        {({ backups, ...care }) =>
          backups.length === 0 ? (
            <p className={css['quiet']}>{t('settings.backups.none')}</p>
          ) : (
            <>
              <CareState state={{ backups, ...care }} />
              <DataTable
                label={t('settings.backups.backupTitle')}
                rows={backups}
                rowKey={(row) => row.name}
                rowName={(row) => row.name}
                columns={columns}
                scroll="page"
                density="compact"
                initialSort={{ key: 'when', direction: 'descending' }}
              />
              <p className={css['note']}>{t('settings.backups.where')}</p>
            </>
          )
        }
      </QueryView>
    </Section>
  );
}

type Verified = OutputOf<'ledger.verify'>;
const isKnownCheck = (name: string): name is keyof typeof settings.backups.check => Object.hasOwn(settings.backups.check, name);

function VerificationResult({ answer }: { readonly answer: Verified }): ReactElement {
  const { t } = useText();
  const nameOf = (check: Verified['checks'][number]): string => (isKnownCheck(check.name) ? t(`settings.backups.check.${check.name}`) : check.name);
  const broken = answer.checks.filter((check) => !check.ok);
  return (
    <div className={css['result']}>
      {answer.ok ? (
        <Notice tone="green">{t('settings.backups.verifyOk', { entries: answer.entries, postings: answer.postings })}</Notice>
      ) : (
        <Notice tone="red" title={t('settings.backups.verifyBad', { count: broken.length })}>
          {broken.map((check) => (
            <p key={check.name}>
              {nameOf(check)}: {check.detail}
            </p>
          ))}
          <p>{t('settings.backups.verifyTodo')}</p>
        </Notice>
      )}
      <details className={css['checks']}>
        <summary>{t('settings.backups.checksDone')}</summary>
        <EvidenceList>
          {answer.checks.map((check) => (
            <EvidenceLine key={check.name} side={check.ok ? 'for' : 'against'}>
              {nameOf(check)}
            </EvidenceLine>
          ))}
        </EvidenceList>
      </details>
    </div>
  );
}

function Verification(): ReactElement {
  const { t } = useText();
  const { answer, error, isRunning, run } = useAsked(() => call('ledger.verify', {}));
  return (
    <Section
      title={t('settings.backups.verifyTitle')}
      actions={
        <Button size="sm" icon={IconShieldCheck} busy={isRunning} onClick={run}>
          {t('settings.backups.verify')}
        </Button>
      }
    >
      {error !== null && <ErrorState error={error} />}
      <p className={css['quiet']}>{t('settings.backups.verifyBody')}</p>
      {answer !== null && <VerificationResult answer={answer} />}
    </Section>
  );
}

function TakeAlong(): ReactElement {
  const { t, format } = useText();
  const { answer, error, isRunning, run } = useAsked(() => call('ledger.exportAll', {}));
  return (
    <Section
      title={t('settings.backups.exportTitle')}
      actions={
        <Button size="sm" icon={IconDownload} busy={isRunning} onClick={run}>
          {t('settings.backups.export')}
        </Button>
      }
    >
      <p className={css['quiet']}>{t('settings.backups.exportBody')}</p>
      {error !== null && <ErrorState error={error} />}
      {answer !== null && (
        <div className={css['result']}>
          <Notice tone="green" title={t('settings.backups.exported', { count: answer.files.length })}>
            <p>{t('settings.backups.exportDone')}</p>
            <ul className={css['files']}>
              {answer.files.map((file) => (
                <li key={file.token}>
                  <Button variant="text" size="sm" flush icon={IconDownload} onClick={() => downloadFile(file)}>
                    {t('settings.backups.save', { name: file.name })}
                  </Button>
                  <span className="ink-2 small">{format.fileSize(file.size)}</span>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </Section>
  );
}

/** Copies, proof that the books are whole, and a way to take everything along. */
export function BackupsSection(): ReactElement {
  const { t } = useText();
  return (
    <SettingsFrame title={t('settings.backups.title')} lead={t('settings.backups.lead')}>
      <Backups />
      <Verification />
      <TakeAlong />
    </SettingsFrame>
  );
}
