import { SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPrinter } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Trans } from 'react-i18next';
import { goTo, linkTo } from '../../app/address.ts';
import { useAppState, useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { AgingExport } from './AgingExport.tsx';
import { AgingOverTime, useAgingTitle } from './AgingOverTime.tsx';
import { type AgingList, olderThan60 } from './agingList.ts';
import css from './AgingPage.module.css';
import { AgingTable } from './AgingTable.tsx';
import { TieOut } from './TieOut.tsx';
import { type AgingQuestion, useAgingQuestion } from './useAgingQuestion.ts';

function Lead({ list, question }: { readonly list: AgingList; readonly question: AgingQuestion }): ReactElement {
  const { t, format } = useText();
  const open = format.amount(list.open);
  if (question.basis === 'issue') return <>{t('aging.leadIssue', { open })}</>;
  const old = olderThan60(list);
  return (
    <>
      <Trans
        t={t}
        i18nKey="aging.lead"
        values={{ open, overdue: format.amount(list.overdue) }}
        components={{ strong: <strong className={css['dark']} /> }}
      />{' '}
      {old.cents === 0 ? t('aging.leadNoneOld') : t('aging.leadOld', { cents: format.amount(old.cents), count: old.count })}
    </>
  );
}

/** What stands above the list on paper instead of the controls. */
function PrintHead({ question }: { readonly question: AgingQuestion }): ReactElement {
  const { t, format } = useText();
  const { administration, today } = useAppState();
  const finding = useAgingTitle(question);
  const basis = t(question.basis === 'due' ? 'aging.byDue' : 'aging.byIssue');
  return (
    <header className={css['printHead']}>
      <p className={css['printTitle']}>{t('aging.print.title', { date: format.date(question.asOf, 'long') })}</p>
      <p>
        {t('aging.print.sub', { name: administration?.name ?? '', basis })} {finding === null ? '' : `${finding}.`}
      </p>
      <p className={css['printed']}>{t('aging.print.printed', { date: format.date(today, 'numeric') })}</p>
    </header>
  );
}

function NothingOpen({ question }: { readonly question: AgingQuestion }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const counts = useCall('invoices.counts', { query: '', customerId: null });
  if (counts.data?.all === 0) {
    const action = (
      <ButtonLink variant="filled" icon={IconFileImport} href={linkTo('/import')}>
        {t('aging.empty.firstAction')}
      </ButtonLink>
    );
    return <EmptyState title={t('aging.empty.firstTitle')} body={t('aging.empty.firstBody')} action={action} />;
  }
  const back = question.asOf === today ? undefined : <Button onClick={() => goTo('/ouderdom')}>{t('aging.empty.dayAction')}</Button>;
  return (
    <EmptyState
      title={t('aging.empty.dayTitle', { date: format.date(question.asOf, 'medium') })}
      body={t('aging.empty.dayBody')}
      action={back}
    />
  );
}

const isNothing = (list: AgingList): boolean => list.customers.length === 0 && list.otherCurrencies.length === 0;

/** Who owes how much for how long, on any day; it agrees with the ledger to the cent. */
export function AgingPage(): ReactElement {
  const { t } = useText();
  const today = useToday();
  const { question, setAsOf, setBasis } = useAgingQuestion();
  const list = useCall('aging.list', question, { keepPrevious: true });
  const print = (): void => globalThis.print();
  useKeys('here', [{ keys: 'p', label: t('common.print'), run: print }]);
  const isEmpty = list.data === undefined || isNothing(list.data);
  const actions = (
    <>
      <DateInput label={t('aging.asOf')} inline value={question.asOf} max={today} required onChange={setAsOf} />
      <SegmentedControl
        aria-label={t('aging.basis')}
        value={question.basis}
        onChange={(value) => setBasis(value === 'issue' ? 'issue' : 'due')}
        data={[
          { value: 'due', label: t('aging.byDue') },
          { value: 'issue', label: t('aging.byIssue') },
        ]}
      />
      <Button icon={IconPrinter} onClick={print} disabled={isEmpty}>
        {t('common.print')}
      </Button>
      <AgingExport question={question} isEmpty={isEmpty} />
    </>
  );
  return (
    <Page title={t('aging.title')} fill>
      <div className={css['page']} data-print>
        <PrintHead question={question} />
        <div className={css['screenHead']}>
          <PageHead title={t('aging.title')} actions={actions} />
          <p className={css['lead']}>{list.data === undefined || isEmpty ? '\u00a0' : <Lead list={list.data} question={question} />}</p>
        </div>
        <QueryView query={list}>
          {(data) =>
            isNothing(data) ? (
              <NothingOpen question={question} />
            ) : (
              <>
                <AgingOverTime question={question} />
                <AgingTable list={data} question={question} />
                <TieOut list={data} hasTints={question.basis === 'due' && data.overdue > 0} />
              </>
            )
          }
        </QueryView>
      </div>
    </Page>
  );
}
