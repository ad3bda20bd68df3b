import { IconCalculator } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Cents } from '../../../src-shared/money.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './InsightPage.module.css';
import type { Dso } from './insightFindings.ts';

/** Every figure of the page with what it is made of, also those that only an accountant asks for. */
export function Figures({
  dso,
  overdue,
  onOpenWorking,
}: {
  readonly dso: Dso;
  readonly overdue: Cents;
  readonly onOpenWorking: () => void;
}): ReactElement {
  const { t, format } = useText();
  const { current } = dso;
  const days = (value: number | null): string => (value === null ? t('insight.figures.unknown') : format.days(value));
  const ratio = (value: number | null): string => (value === null ? t('insight.figures.unknown') : format.percentage(value, 1));
  const lines = [
    {
      key: 'dso',
      value: current.beyond ? t('insight.figures.beyond', { days: days(current.dso) }) : days(current.dso),
      note: t('insight.figures.dsoNote'),
    },
    { key: 'best', value: days(current.bestPossible), note: t('insight.figures.bestNote') },
    { key: 'add', value: days(dso.averageDaysDelinquent), note: t('insight.figures.addNote') },
    {
      key: 'pastDue',
      value: ratio(dso.pastDueRatio),
      note: t('insight.figures.pastDueNote', { overdue: format.amount(overdue), open: format.amount(current.receivables) }),
    },
    { key: 'unmatched', value: ratio(dso.unmatchedRatio), note: t('insight.figures.unmatchedNote') },
    { key: 'rolling', value: days(dso.rolling12), note: t('insight.figures.rollingNote') },
    { key: 'simple', value: days(dso.simple), note: t('insight.figures.simpleNote') },
  ] as const;
  const working = (
    <Button variant="text" size="sm" flush icon={IconCalculator} onClick={onOpenWorking} disabled={dso.working.length === 0}>
      {t('insight.figures.working')}
    </Button>
  );
  return (
    <Section title={t('insight.figures.title', { date: format.nearDate(current.date, current.date) })} actions={working}>
      <dl className={css['figures']}>
        {lines.map((line) => (
          <div key={line.key}>
            <dt>
              {t(`insight.figures.${line.key}`)}
              <span>{line.note}</span>
            </dt>
            <dd className="num">{line.value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
