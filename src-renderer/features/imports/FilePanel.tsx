import type { ReactElement } from 'react';
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { FactList } from '../../ui/FactRow.tsx';
import { Section } from '../../ui/Section.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { FileState } from './FileState.tsx';
import { type Answers, ownershipOf, type StatementPreview } from './importCounts.ts';
import { ProblemList } from './ProblemList.tsx';

/** Everything about one file of the preview. */
export function FilePanel({
  file,
  answers,
  onClose,
}: {
  readonly file: FilePreview;
  readonly answers: Answers;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  return (
    <SidePanel
      title={file.file}
      sub={file.kind === 'refused' ? undefined : file.format}
      flags={<FileState file={file} answers={answers} />}
      onClose={onClose}
    >
      {file.kind === 'invoices' && <InvoiceFacts file={file} />}
      {file.kind === 'bank' &&
        file.statements.slice(0, 200).map((statement, index) => <Statement key={index} statement={statement} answers={answers} />)}
      {file.problems.length > 0 && (
        <Section small title={t('imports.problems.title')}>
          <ProblemList problems={file.problems} />
        </Section>
      )}
      {file.kind === 'invoices' && file.table !== null && file.table.skippedRows.length > 0 && (
        <SkippedRows rows={file.table.skippedRows} />
      )}
    </SidePanel>
  );
}

function InvoiceFacts({ file }: { readonly file: Extract<FilePreview, { kind: 'invoices' }> }): ReactElement {
  const { t, format } = useText();
  return (
    <Section small title={t('imports.panel.contents')}>
      <FactList
        facts={[
          { label: t('imports.panel.invoices'), value: format.number(file.invoices) },
          { label: t('imports.panel.creditNotes'), value: format.number(file.creditNotes) },
          ...file.sums.map((sum) => ({
            label: t('imports.facts.sumIn', { currency: sum.currency }),
            value: <Amount value={sum.cents} currency={sum.currency} />,
          })),
          { label: t('imports.files.oldestDue'), value: <DateText value={file.oldestDueDate} /> },
          { label: t('imports.panel.undated'), value: format.number(file.undated) },
          { label: t('imports.facts.customersNew'), value: format.number(file.customersNew) },
        ]}
      />
    </Section>
  );
}

function Statement({ statement, answers }: { readonly statement: StatementPreview; readonly answers: Answers }): ReactElement {
  const { t, format } = useText();
  const { currency } = statement;
  const amount = (value: StatementPreview['opening']): ReactElement =>
    value === null ? <>–</> : <Amount value={value} currency={currency} />;
  const ownership = { ours: t('imports.panel.ours'), 'not-ours': t('imports.panel.notOurs'), unknown: t('imports.panel.unknown') }[
    ownershipOf(statement, answers)
  ];
  return (
    <Section
      small
      title={statement.number === null ? t('imports.panel.statement') : t('imports.panel.statementNumber', { number: statement.number })}
    >
      <FactList
        facts={[
          {
            label: t('imports.panel.account'),
            value: <span className="reference num">{formatIban(statement.account)}</span>,
            note: ownership,
          },
          {
            label: t('imports.panel.period'),
            value: (
              <>
                <DateText value={statement.from} />
                {statement.to !== statement.from && (
                  <>
                    {' – '}
                    <DateText value={statement.to} />
                  </>
                )}
              </>
            ),
          },
          { label: t('imports.panel.opening'), value: amount(statement.opening) },
          { label: t('imports.panel.closing'), value: amount(statement.closing) },
          ...(statement.addsUp === false && statement.difference !== null ? [{ label: t('imports.panel.difference'), value: amount(statement.difference) }] : []),
          {
            label: t('imports.panel.entries'),
            value: format.number(statement.entries),
            note: t('imports.panel.entriesNote', { fresh: statement.fresh, known: statement.known, possibly: statement.possiblyKnown }),
          },
        ]}
      />
    </Section>
  );
}

type SkippedRow = NonNullable<Extract<FilePreview, { kind: 'invoices' }>['table']>['skippedRows'][number];
const reasons = ['total-row', 'group-row', 'header-row', 'draft', 'cancelled', 'quote', 'other-account', 'without-number'] as const;
const isReason = (reason: string): reason is (typeof reasons)[number] => (reasons as readonly string[]).includes(reason);

function SkippedRows({ rows }: { readonly rows: readonly SkippedRow[] }): ReactElement {
  const { t } = useText();
  return (
    <Section small title={t('imports.panel.skippedRows')}>
      <FactList
        facts={rows.slice(0, 100).map((row) => ({
          label: t('imports.panel.row', { line: row.line }),
          value: isReason(row.reason) ? t(`imports.skippedRow.${row.reason}`) : row.reason,
          note: row.text,
        }))}
      />
    </Section>
  );
}
