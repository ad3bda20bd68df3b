import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { usePanel } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { type Fact, FactRow } from '../../ui/FactRow.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { AccountQuestions } from './AccountQuestions.tsx';
import type { PlacedFile } from './bankRows.ts';
import { BankFileTable } from './BankFileTable.tsx';
import { ColumnMappings } from './ColumnMappings.tsx';
import { FilePanel } from './FilePanel.tsx';
import { FileTable } from './FileTable.tsx';
import { importCounts, type ImportCounts } from './importCounts.ts';
import css from './ImportPage.module.css';
import type { PreviewSession } from './importSession.ts';
import { PossiblyKnown } from './PossiblyKnown.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useImportFlow } from './useImportFlow.ts';
import { useImportWords } from './useImportWords.ts';
import { UnclearDates } from './UnclearDates.tsx';
import { UnnamedAccounts } from './UnnamedAccounts.tsx';

const takeable = (counts: ImportCounts): number => counts.freshDocuments + counts.changedDocuments + counts.bankEntries;

/** What taking in these files would do. Nothing is stored before the one filled button is pressed. */
export function ImportPreview({ session }: { readonly session: PreviewSession }): ReactElement {
  const { t } = useText();
  const flow = useImportFlow();
  const words = useImportWords();
  const panel = usePanel();
  const { files } = session.preview;
  const counts = importCounts(files, session);
  const open = panel.openId === null ? undefined : files[Number(panel.openId)];
  const problems = files.flatMap((file) => file.problems);
  return (
    <>
      <PageHead
        title={words.lead(counts)}
        sub={words.rest(counts)}
        actions={
          <>
            <Button icon={IconX} onClick={() => void flow.discard()}>
              {t('imports.preview.discard')}
            </Button>
            <Button
              variant="filled"
              busy={session.isBusy}
              disabled={takeable(counts) === 0 && counts.possiblyKnown === 0 && !hasAnswers(session)}
              onClick={() => void flow.commit()}
            >
              {takeable(counts) === 0 ? t('imports.preview.takeNothing') : t('imports.preview.take', { count: takeable(counts) })}
            </Button>
          </>
        }
      />
      <Facts session={session} />
      {session.notUploaded.map(({ file, why }) => (
        <Notice key={file} tone="red" title={file}>
          <p>{why}</p>
        </Notice>
      ))}
      <UnnamedAccounts session={session} />
      <UnclearDates session={session} />
      <AccountQuestions session={session} />
      <ColumnMappings session={session} />
      <PossiblyKnown session={session} counts={counts} />
      <Files session={session} openKey={open === undefined ? null : Number(panel.openId)} onOpen={panel.open} />
      {problems.length > 0 && (
        <Section title={t('imports.problems.title')} aside={t('imports.problems.count', { count: problems.length })}>
          <ProblemList problems={problems} />
        </Section>
      )}
      {open !== undefined && <FilePanel file={open} answers={session.answers} onClose={panel.close} />}
    </>
  );
}

type FilesProps = { readonly session: PreviewSession; readonly openKey: number | null; readonly onOpen: (place: number) => void };

/** Bank files and invoices tell different things: each has a table of its own. What was refused stands with what else there is. */
function Files({ session, openKey, onOpen }: FilesProps): ReactElement {
  const { t } = useText();
  const placed = session.preview.files.map((file, place): PlacedFile => ({ place, file }));
  const hasInvoices = placed.some(({ file }) => file.kind === 'invoices');
  const hasBank = placed.some(({ file }) => file.kind === 'bank');
  const isOfBank = ({ file }: PlacedFile): boolean => file.kind === 'bank' || (hasBank && !hasInvoices);
  const parts = [
    { Table: BankFileTable, title: hasInvoices ? t('imports.files.bank') : t('imports.files.title'), files: placed.filter(isOfBank) },
    { Table: FileTable, title: hasBank ? t('imports.files.documents') : t('imports.files.title'), files: placed.filter((one) => !isOfBank(one)) },
  ];
  return (
    <>
      {parts.map(({ Table, title, files }) =>
        files.length === 0 ? null : (
          <Section key={title} title={title} aside={t('imports.files.count', { count: files.length })} rule={false}>
            <Table label={title} files={files} answers={session.answers} openKey={openKey} onOpen={onOpen} />
          </Section>
        ),
      )}
    </>
  );
}

const hasAnswers = (session: PreviewSession): boolean => Object.keys(session.answers).length > 0;

/** Sums per currency first: an amount a hundred times too large must be seen here. */
function Facts({ session }: { readonly session: PreviewSession }): ReactElement | null {
  const { t, format } = useText();
  const { files, totals } = session.preview;
  const oldest = files.flatMap((file) => (file.kind === 'invoices' && file.oldestDueDate !== null ? [file.oldestDueDate] : [])).sort()[0];
  const undated = files.reduce((sum, file) => sum + (file.kind === 'invoices' ? file.undated : 0), 0);
  const facts: Fact[] = totals.sums.slice(0, 3).map(({ currency, cents, count }) => ({
    label: totals.sums.length === 1 ? t('imports.facts.sum') : t('imports.facts.sumIn', { currency }),
    value: format.amount(cents, currency),
    note: t('imports.facts.documents', { count }),
  }));
  if (oldest !== undefined) {
    const note = undated > 0 ? { note: t('imports.facts.undated', { count: undated }) } : {};
    facts.push({ label: t('imports.facts.oldestDue'), value: <DateText value={oldest} style="medium" />, ...note });
  }
  if (totals.customersNew > 0) facts.push({ label: t('imports.facts.customersNew'), value: format.number(totals.customersNew) });
  if (facts.length === 0) return null;
  return (
    <div className={css['facts']}>
      <FactRow facts={facts} />
    </div>
  );
}
