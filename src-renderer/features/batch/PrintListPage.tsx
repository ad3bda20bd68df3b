import { Checkbox } from '@mantine/core';
import { IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { FileRef } from '../../../src-shared/contract/common.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { fileUrl } from '../../backend/files.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { useJob } from '../../ui/useJob.ts';
import { PdfPages } from '../../ui/pdf/PdfPages.tsx';
import css from './PrintListPage.module.css';

type SentRow = OutputOf<'outbox.list'>['rows'][number];

function usePrinting(): { readonly file: FileRef | null; readonly isRunning: boolean; readonly make: () => Promise<void> } {
  const { t } = useText();
  const run = useJob();
  const [file, setFile] = useState<FileRef | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const sentences = ({ letters, cancelled }: OutputOf<'outbox.print'>): string =>
    [t('batch.print.made', { count: letters }), ...(cancelled > 0 ? [t('batch.print.cancelled', { count: cancelled })] : [])].join(' ');
  const make = async (): Promise<void> => {
    setIsRunning(true);
    const made = await run('outbox.print', {}, { name: t('batch.job.print'), describe: (output) => ({ state: output.cancelled > 0 ? 'warning' : 'done', detail: sentences(output) }) });
    setFile(made?.file ?? null);
    setIsRunning(false);
  };
  return { file, isRunning, make };
}

function Letters({ letters }: { readonly letters: readonly SentRow[] }): ReactElement {
  const { t } = useText();
  const today = useToday();
  const printing = usePrinting();
  const post = useMutationCall('outbox.markPosted');
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [on, setOn] = useState<PlainDateText | null>(today);
  const posted = letters.filter((letter) => !leftOut.has(letter.messageId));
  const toggle = (letter: SentRow, isIn: boolean): void => {
    const next = new Set(leftOut);
    if (isIn) next.delete(letter.messageId);
    else next.add(letter.messageId);
    setLeftOut(next);
  };
  const mark = (): void => {
    if (on === null) return;
    post.mutate({ messageIds: posted.map((letter) => letter.messageId), on }, { onSuccess: (output) => showToast({ message: t('batch.print.posted', { count: output.posted, on }) }) });
  };
  const isMade = printing.file !== null;
  return (
    <>
      <PageHead
        title={t('batch.print.finding', { count: letters.length })}
        sub={t('batch.print.hint')}
        actions={
          <>
            {printing.file !== null && (
              <ButtonLink icon={IconExternalLink} href={fileUrl(printing.file)} target="_blank" rel="noreferrer">
                {t('batch.print.open')}
              </ButtonLink>
            )}
            <Button variant={isMade ? 'outlined' : 'filled'} icon={IconPrinter} busy={printing.isRunning} onClick={() => void printing.make()}>
              {t('batch.print.make', { count: letters.length })}
            </Button>
          </>
        }
      />
      <div className={css['print']}>
        <div>
          <ul className={css['letters']} aria-label={t('batch.print.letters')}>
            {letters.map((letter) => (
              <li key={letter.messageId}>
                <Checkbox size="xs" aria-label={t('batch.print.include', { name: letter.customerName })} checked={!leftOut.has(letter.messageId)} onChange={(event) => toggle(letter, event.currentTarget.checked)} />
                <a className={css['letterName']} href={linkTo(`/verzonden/${letter.messageId}`)}>
                  {letter.customerName}
                </a>
                <Amount value={letter.cents} />
              </li>
            ))}
          </ul>
          <div className={css['posted']}>
            <DateInput label={t('batch.print.postedOn')} value={on} max={today} required onChange={setOn} />
            <Button variant={isMade ? 'filled' : 'outlined'} busy={post.isPending} disabled={posted.length === 0 || on === null} onClick={mark}>
              {t('batch.print.markPosted', { count: posted.length })}
            </Button>
          </div>
          <p className="ink-2 small">{t('batch.print.notPosted')}</p>
        </div>
        {printing.file !== null && (
          <div className={css['printed']} tabIndex={0} role="region" aria-label={t('batch.print.letters')}>
            <PdfPages url={fileUrl(printing.file)} name={t('batch.print.letters')} />
          </div>
        )}
      </div>
    </>
  );
}

/** Approved letters that still lie here: print them, post them, say so. */
export function PrintListPage(): ReactElement {
  const { t } = useText();
  const waiting = useCall('outbox.list', { filter: 'waiting', query: '', offset: 0, limit: 1000 });
  return (
    <Page title={t('batch.print.title')}>
      {waiting.data === undefined && <PageHead title={t('batch.print.title')} />}
      <QueryView query={waiting}>
        {({ rows }) => {
          const letters = rows.filter((row) => row.channel === 'letter' && row.state === 'approved');
          if (letters.length > 0) return <Letters letters={letters} />;
          return (
            <>
              <PageHead title={t('batch.print.title')} />
              <EmptyState title={t('batch.print.none')} body={t('batch.print.noneBody')} icon={IconPrinter} action={<ButtonLink href={linkTo('/vandaag')}>{t('batch.empty.action')}</ButtonLink>} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
