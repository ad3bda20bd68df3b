import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { AgingStrip } from '../../ui/AgingStrip.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Fact, FactRow } from '../../ui/FactRow.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';

function useUsualDays(): (median: number | null) => string {
  const { t, format } = useText();
  return (median) => {
    if (median === null) return '–';
    const days = Math.round(median);
    if (days === 0) return t('customers.fact.onTime');
    return days > 0 ? t('customers.fact.late', { days: format.days(days) }) : t('customers.fact.early', { days: format.days(-days) });
  };
}

/** The figures of a customer in one row; only what is really known. */
export function CustomerFacts({ detail }: { readonly detail: CustomerDetail }): ReactElement {
  const { t, format } = useText();
  const usual = useUsualDays();
  const facts: readonly (Fact | null)[] = [
    {
      label: t('customers.fact.open'),
      value: <Amount value={detail.open} />,
      note: (
        <span className={css['noteLine']}>
          {t('customers.fact.invoices', { count: detail.openDocuments })}
          {detail.open > 0 && (
            <span className={css['strip']}>
              <AgingStrip buckets={detail.buckets} legend="none" />
            </span>
          )}
        </span>
      ),
    },
    {
      label: t('customers.fact.overdue'),
      value: <Amount value={detail.overdue} />,
      note: detail.overdueDocuments === 0 ? t('customers.fact.overdueNone') : t('customers.fact.overdueNote', { count: detail.overdueDocuments, days: format.days(detail.oldestDays) }),
    },
    {
      label: t('customers.fact.usual'),
      value: usual(detail.medianDaysLate),
      note: (
        <span className={css['noteLine']}>
          {detail.medianDaysLate === null ? t('customers.fact.tooFew') : t('customers.fact.medianOf', { count: detail.daysLate.length })}
          {detail.daysLate.length > 0 && (
            <Sparkline values={detail.daysLate} label={t('customers.daysLateOf', { days: format.list(detail.daysLate.slice(-8).map((days) => format.number(days))) })} />
          )}
        </span>
      ),
    },
    detail.unmatched === 0
      ? null
      : { label: t('customers.fact.unmatched'), value: <Amount value={detail.unmatched} />, note: <span className={css['noteLine']}>{t('customers.fact.unmatchedNote')}</span> },
    { label: t('customers.fact.sales'), value: <Amount value={detail.salesLast12Months} />, note: <span className={css['noteLine']}>{t('customers.fact.salesNote')}</span> },
  ];
  return (
    <div className={css['facts']}>
      <FactRow facts={facts.filter((fact) => fact !== null)} />
    </div>
  );
}
