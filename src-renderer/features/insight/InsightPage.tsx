import { SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPrinter } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Cents } from '../../../src-shared/money.ts';
import { linkTo, useAddressValue, usePanel } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Columns, Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { AgingOverTime } from '../aging/AgingOverTime.tsx';
import { DsoTrend } from './DsoTrend.tsx';
import { Figures } from './Figures.tsx';
import css from './InsightPage.module.css';
import { type Dso, type Stuck, stuckLines } from './insightFindings.ts';
import { NextActions } from './NextActions.tsx';
import { PastDueTrend } from './PastDueTrend.tsx';
import { StuckTable } from './StuckTable.tsx';
import { WorkingPanel } from './WorkingPanel.tsx';

const spans = ['12', '24', '36'] as const;
const asideWidth = { narrow: 400, wide: 460 } as const;

/** The head of the page, as a finding; only what its figures carry. */
function useHead(dso: Dso, overdue: Cents): { readonly title: string; readonly sub: string } {
  const { t, format } = useText();
  const late = dso.averageDaysDelinquent;
  const perDay = format.euros(dso.centsPerDay);
  if (dso.current.dso === null) return { title: t('insight.lead.noSales'), sub: t('insight.lead.noSalesSub') };
  if (overdue <= 0) return { title: t('insight.lead.onTime'), sub: t('insight.lead.perDay', { perDay }) };
  const amount = format.amount(overdue);
  if (late === null || late <= 0)
    return { title: t('insight.lead.stuckOnly', { overdue: amount }).replace(/\.$/, ''), sub: t('insight.lead.perDay', { perDay }) };
  return { title: t('insight.lead.late', { days: format.days(late) }), sub: t('insight.lead.stuck', { overdue: amount, perDay }) };
}

function Content({
  dso,
  stuck,
  months,
  setMonths,
}: {
  readonly dso: Dso;
  readonly stuck: Stuck;
  readonly months: number;
  readonly setMonths: (text: string) => void;
}): ReactElement {
  const { t } = useText();
  const today = useToday();
  const panel = usePanel();
  const head = useHead(dso, stuck.overdue);
  const lines = stuckLines(stuck, dso.averageDaysDelinquent);
  const actions = (
    <>
      <SegmentedControl
        aria-label={t('insight.period')}
        value={String(months)}
        onChange={setMonths}
        data={spans.map((span) => ({ value: span, label: t('insight.months', { count: Number(span) }) }))}
      />
      <Button icon={IconPrinter} onClick={() => globalThis.print()}>
        {t('common.print')}
      </Button>
    </>
  );
  return (
    <>
      <PageHead title={head.title} sub={head.sub} actions={actions} />
      <Columns
        asideWidth={asideWidth}
        main={
          <div className={css['rows']}>
            <StuckTable stuck={stuck} lines={lines} daysLate={dso.averageDaysDelinquent} fileDate={today} />
            <DsoTrend dso={dso} />
            <PastDueTrend asOf={today} months={months} />
          </div>
        }
        aside={
          <div className={css['rows']}>
            <NextActions lines={lines} />
            <Figures dso={dso} overdue={stuck.overdue} onOpenWorking={() => panel.open('berekening')} />
          </div>
        }
      />
      <div className={css['full']}>
        <AgingOverTime question={{ asOf: today, basis: 'due' }} months={months} large />
      </div>
      {panel.openId === 'berekening' && <WorkingPanel dso={dso} onClose={panel.close} />}
    </>
  );
}

/** Why money comes late and whether it gets better: where it is stuck first, then the days, the age and the figures behind them. */
export function InsightPage(): ReactElement {
  const { t } = useText();
  const today = useToday();
  const [span, setSpan] = useAddressValue('maanden');
  const months = Number(spans.find((known) => known === span) ?? '24');
  const dso = useCall('insight.dso', { asOf: today, months }, { keepPrevious: true });
  const stuck = useCall('insight.stuck', { asOf: today });
  useKeys('here', [{ keys: 'p', label: t('common.print'), run: () => globalThis.print() }]);
  return (
    <Page title={t('insight.title')}>
      <QueryView query={dso}>
        {(data) => (
          <QueryView query={stuck}>
            {(states) =>
              data.trend.every((point) => point.receivables === 0 && point.sales === 0) ? (
                <>
                  <PageHead title={t('insight.title')} />
                  <EmptyState
                    title={t('insight.empty.title')}
                    body={t('insight.empty.body')}
                    action={
                      <ButtonLink variant="filled" icon={IconFileImport} href={linkTo('/import')}>
                        {t('insight.empty.action')}
                      </ButtonLink>
                    }
                  />
                </>
              ) : (
                <Content dso={data} stuck={states} months={months} setMonths={(text) => setSpan(text === '24' ? null : text)} />
              )
            }
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
