import { IconEye, IconFileImport } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { cents } from '../../../src-shared/money.ts';
import { goTo, linkTo } from '../../app/address.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Columns, Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { AgeSection } from './AgeSection.tsx';
import { CallSection } from './CallSection.tsx';
import type { Overview } from './overviewTypes.ts';
import { DecideSection } from './DecideSection.tsx';
import { SendSection } from './SendSection.tsx';
import { StuckSection } from './StuckSection.tsx';
import css from './TodayPage.module.css';


/** "12 herinneringen klaar, 3 beslissingen, 2 telefoontjes." */
function useLead(): (overview: Overview) => string {
  const { t } = useText();
  return ({ send, decide, call }) => {
    const parts = [
      ...(send.count > 0 ? [t('today.ready', { count: send.count })] : []),
      ...(decide.length > 0 ? [t('today.decisions', { count: decide.length })] : []),
      ...(call.length > 0 ? [t('today.calls', { count: call.length })] : []),
    ];
    return parts.length === 0 ? t('today.nothingToDo') : `${parts.join(', ')}.`;
  };
}

function OverdueLine({ overview: { overdue, overdueWeekAgo } }: { readonly overview: Overview }): ReactElement {
  const { t, format } = useText();
  if (overdue === 0) return <span className={css['leadSub']}>{t('today.nothingOverdue')}</span>;
  const apart = Math.abs(overdue - overdueWeekAgo);
  const difference = format.euros(cents(apart));
  const change =
    Math.round(apart / 100) === 0
      ? t('today.sameAsLastWeek')
      : overdue < overdueWeekAgo
        ? t('today.lessThanLastWeek', { difference })
        : t('today.moreThanLastWeek', { difference });
  const amount = format.euros(overdue);
  return (
    <span className={css['leadSub']}>
      <button type="button" className={css['leadAmount']} aria-label={`${amount}, ${t('today.openOverdue')}`} onClick={() => goTo('/ouderdom')}>
        {amount}
      </button>{' '}
      {t('today.isOverdue')} {change}
    </span>
  );
}

function Overviewed({ overview }: { readonly overview: Overview }): ReactElement {
  const { t } = useText();
  const lead = useLead();
  const { count } = overview.send;
  if (!overview.hasDocuments) {
    return (
      <EmptyState
        title={t('today.empty.title')}
        body={t('today.empty.body')}
        icon={IconFileImport}
        action={
          <ButtonLink variant="filled" size="lg" icon={IconFileImport} href={linkTo('/import')}>
            {t('today.empty.action')}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <>
      <PageHead
        lead
        title={lead(overview)}
        sub={<OverdueLine overview={overview} />}
        actions={
          count > 0 && (
            <ButtonLink variant="filled" size="lg" icon={IconEye} href={linkTo('/dagbatch')}>
              {t('today.review', { count })}
            </ButtonLink>
          )
        }
      />
      {!overview.hasBank && (
        <div className={css['notice']}>
          <Notice
            tone="amber"
            title={t('today.noBank.title')}
            actions={
              <ButtonLink size="sm" icon={IconFileImport} href={linkTo('/import')}>
                {t('today.noBank.action')}
              </ButtonLink>
            }
          >
            {t('today.noBank.body')}
          </Notice>
        </div>
      )}
      <Columns
        asideWidth={{ narrow: 312, wide: 348 }}
        main={
          <>
            <SendSection send={overview.send} />
            <DecideSection decisions={overview.decide} />
            <CallSection calls={overview.call} />
          </>
        }
        aside={
          <>
            <StuckSection />
            <AgeSection />
          </>
        }
      />
    </>
  );
}

/** The start screen: what to send, what to decide, whom to call, and where the money is stuck. */
export function TodayPage(): ReactElement {
  const { t } = useText();
  const overview = useCall('today.overview', {});
  return (
    <Page title={t('today.title')}>
      {overview.data === undefined && <h1 className="only-read">{t('today.title')}</h1>}
      {overview.data?.hasDocuments === false && <PageHead title={t('today.title')} />}
      <QueryView query={overview}>{(data) => <Overviewed overview={data} />}</QueryView>
    </Page>
  );
}
