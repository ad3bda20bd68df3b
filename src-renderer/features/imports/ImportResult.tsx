import { IconBuildingBank, IconFileImport, IconFileInvoice } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { FactRow } from '../../ui/FactRow.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './ImportPage.module.css';
import { setImportSession } from './importSession.ts';
import { ProblemList } from './ProblemList.tsx';

/** What was taken in, and the next step that follows from it. */
export function ImportResult({ result }: { readonly result: OutputOf<'imports.commit'> }): ReactElement {
  const { t, format } = useText();
  const { counts, problems } = result;
  const hasBank = counts.bankEntries > 0;
  const hasUnmatched = hasBank && counts.unmatched > 0;
  const parts = [
    counts.documents > 0 ? t('imports.result.documents', { count: counts.documents }) : null,
    counts.changed > 0 ? t('imports.lead.changed', { count: counts.changed }) : null,
    hasBank ? t('imports.result.bankEntries', { count: counts.bankEntries }) : null,
  ].filter((part) => part !== null);
  const facts = [
    ...(counts.customers > 0 ? [{ label: t('imports.facts.customersNew'), value: format.number(counts.customers) }] : []),
    ...(counts.statements > 0 ? [{ label: t('imports.result.statements'), value: format.number(counts.statements) }] : []),
    ...(hasBank || counts.matched > 0 ? [{ label: t('imports.result.matched'), value: format.number(counts.matched) }] : []),
    ...(counts.returned > 0 ? [{ label: t('imports.result.returned'), value: t('imports.result.returnedCount', { count: counts.returned }) }] : []),
    ...(hasUnmatched ? [{ label: t('imports.result.unmatched'), value: format.number(counts.unmatched) }] : []),
  ];
  return (
    <>
      <PageHead
        title={
          parts.length === 0
            ? counts.doubtful > 0
              ? t('imports.result.doubtful', { count: counts.doubtful })
              : t('imports.result.nothing')
            : t('imports.result.taken', { what: format.list(parts) })
        }
        sub={parts.length === 0 && counts.doubtful === 0 ? t('imports.result.nothingSub') : t('imports.result.undoHint')}
        actions={
          <>
            <Button icon={IconFileImport} onClick={() => setImportSession({ phase: 'empty' })}>
              {t('imports.result.another')}
            </Button>
            {hasUnmatched ? (
              <ButtonLink variant="filled" icon={IconBuildingBank} href={linkTo('/bank')}>
                {t('imports.result.toBank', { count: counts.unmatched })}
              </ButtonLink>
            ) : (
              parts.length > 0 && (
                <ButtonLink variant="filled" icon={IconFileInvoice} href={linkTo('/facturen')}>
                  {t('imports.result.toInvoices')}
                </ButtonLink>
              )
            )}
          </>
        }
      />
      {facts.length > 0 && (
        <div className={css['facts']}>
          <FactRow facts={facts} />
        </div>
      )}
      {problems.length > 0 && (
        <Section title={t('imports.result.leftOut')} aside={t('imports.problems.count', { count: problems.length })}>
          <ProblemList problems={problems} />
        </Section>
      )}
    </>
  );
}
