import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { downloadFile, fileUrl } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PdfPages } from '../../ui/pdf/PdfPages.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './PrintListPage.module.css';
import type { Printed, PrintedRun } from './usePrinting.ts';

/** A longer file is opened in its own window: drawing it here would take too long. */
const mostPagesShown = 60;

function Opens({ run }: { readonly run: PrintedRun }): ReactElement {
  const { t } = useText();
  const files = [
    { file: run.file, label: t('batch.print.open') },
    { file: run.senderSheet, label: t('batch.print.senderSheet') },
    { file: run.labels, label: t('batch.print.labels') },
  ];
  const { senderCsv } = run;
  return (
    <div className={css['opens']}>
      {files.map(
        ({ file, label }) =>
          file !== null && (
            <ButtonLink key={file.token} size="sm" icon={IconExternalLink} href={fileUrl(file)} target="_blank" rel="noreferrer">
              {label}
            </ButtonLink>
          ),
      )}
      {senderCsv !== null && (
        <Button size="sm" icon={IconDownload} onClick={() => downloadFile(senderCsv)}>
          {t('batch.print.senderCsv')}
        </Button>
      )}
    </div>
  );
}

/** What was just made: each run with its bundles and files, what was refused, and the pages as they come out of the printer. */
export function PrintedFiles({ printed: { runs, refused } }: { readonly printed: Printed }): ReactElement {
  const { t, format } = useText();
  const [shownId, setShownId] = useState<number | null>(null);
  const shown = runs.find((run) => run.printRunId === shownId) ?? runs[0];
  return (
    <div className={css['made']}>
      {refused.length > 0 && (
        <Notice tone="amber" title={t('batch.print.refused', { count: refused.length })}>
          <ul className={css['refused']}>
            {refused.map((letter) => (
              <li key={letter.messageId}>{`${letter.customerName}: ${format.reason(letter.reason)}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      {runs.map((run) => (
        <Section
          key={run.printRunId}
          small
          title={run.carrier === null ? t('batch.print.runs.ordinary') : t('batch.print.runs.registered', { carrier: run.carrier })}
          aside={`${t('batch.print.letterCount', { count: run.letters })}, ${t('batch.print.pageCount', { count: run.pages })}`}
          actions={
            run !== shown && (
              <Button size="xs" variant="quiet" onClick={() => setShownId(run.printRunId)}>
                {t('batch.print.show')}
              </Button>
            )
          }
        >
          <p className="ink-2 small">
            {run.bundles
              .map((bundle) => t('batch.print.bundle', { count: bundle.letters, window: t(`batch.print.window.${bundle.window}`), language: t(`batch.print.language.${bundle.language}`) }))
              .join('; ')}
          </p>
          <Opens run={run} />
          {run.labelsProblem !== null && <Notice tone="amber" title={t('batch.print.labelsRefused')}>{format.reason(run.labelsProblem)}</Notice>}
        </Section>
      ))}
      {shown !== undefined && shown.pages <= mostPagesShown && (
        <div className={css['printed']} tabIndex={0} role="region" aria-label={t('batch.print.letters')}>
          <PdfPages key={shown.file.token} url={fileUrl(shown.file)} name={t('batch.print.letters')} />
        </div>
      )}
    </div>
  );
}
