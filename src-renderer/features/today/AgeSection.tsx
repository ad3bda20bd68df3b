import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { AgingStrip } from '../../ui/AgingStrip.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';

/** What is open, by age; the title opens the analysis. */
export function AgeSection(): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const aging = useCall('aging.list', { asOf: today, basis: 'due' });
  return (
    <Section title={<a href={linkTo('/ouderdom')} style={{ color: 'inherit' }}>{t('today.age.title')}</a>} aside={aging.data === undefined ? undefined : t('today.age.open', { cents: format.amount(aging.data.open) })} rule={false}>
      <QueryView query={aging}>{({ totals }) => <AgingStrip buckets={totals} legend="table" />}</QueryView>
    </Section>
  );
}
