import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { monthNames } from '../../../src-shared/locales/formatters.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';
import { useCall } from '../../backend/queries.ts';
import { type Formats, useText } from '../../i18n/useText.ts';
import { ChartCard } from '../../ui/chart/ChartCard.tsx';
import { SkeletonLine } from '../../ui/Skeleton.tsx';
import { AgingBars } from './AgingBars.tsx';
import { agingChartTable, centsOfEuros } from './agingChartTable.ts';
import { agingFinding, type AgingMonth, type Finding, fromFirstMonth, type Measure } from './agingFinding.ts';
import css from './AgingPage.module.css';
import type { AgingQuestion } from './useAgingQuestion.ts';
import { useBucketNames } from './useBucketNames.ts';

/** Two years, unless the page has a choice of its own. */
const twoYears = 24;

/** `augustus`, or `augustus 2025` when that is not the year of the list. */
function monthName(date: PlainDateText, asOf: PlainDateText, language: Language): string {
  const name = monthNames(language, 'long')[Number(date.slice(5, 7)) - 1] ?? '';
  return date.slice(0, 4) === asOf.slice(0, 4) ? name : `${name} ${date.slice(0, 4)}`;
}

/** The finding in words. */
export function findingText(
  finding: Finding,
  given: {
    readonly measure: Measure;
    readonly asOf: PlainDateText;
    readonly language: Language;
    readonly format: Formats;
    readonly t: TFunction;
  },
): string {
  const { measure, asOf, language, format, t } = given;
  switch (finding.kind) {
    case 'none':
      return t(`aging.finding.${measure}.none`);
    case 'down':
    case 'up':
      return t(`aging.finding.${measure}.${finding.kind}`, {
        since: monthName(finding.since, asOf, language),
        from: format.euros(finding.from),
        to: format.euros(finding.to),
      });
    case 'lower':
    case 'higher':
    case 'level':
      return t(`aging.finding.${measure}.${finding.kind}`, {
        count: finding.count,
        from: format.euros(finding.from),
        to: format.euros(finding.to),
      });
  }
}

function useMonths(question: AgingQuestion, months: number): readonly AgingMonth[] | null {
  const history = useCall('aging.history', { ...question, months }, { keepPrevious: true });
  return history.data === undefined ? null : fromFirstMonth(history.data.months);
}

/** The title of the bars, also for the head of the printed list; null when there is nothing to compare. */
export function useAgingTitle(question: AgingQuestion, count: number = twoYears): string | null {
  const { t, language, format } = useText();
  const months = useMonths(question, count);
  const measure: Measure = question.basis === 'due' ? 'overdue' : 'open';
  const finding = months === null ? null : agingFinding(months, measure);
  return finding === null ? null : findingText(finding, { measure, asOf: question.asOf, language, format, t });
}

type AgingOverTimeProps = { readonly question: AgingQuestion; readonly months?: number; readonly large?: boolean };

/** Two years of the aging list as bars, with its finding as the title. Nothing while there are fewer than two months. */
export function AgingOverTime({ question, months: count = twoYears, large = false }: AgingOverTimeProps): ReactElement | null {
  const { t, format } = useText();
  const months = useMonths(question, count);
  const title = useAgingTitle(question, count);
  const names = useBucketNames(question.basis);
  if (months === null) return <SkeletonLine width="50%" height={190} />;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || months.length < 2 || title === null) return null;
  const table = agingChartTable(months, { names, date: (day) => format.date(day, 'medium') });
  const parts = table.head
    .slice(1, -1)
    .map((name, index) => `${name} ${format.amount(centsOfEuros(Number(table.rows.at(-1)?.[index + 1] ?? 0)))}`);
  return (
    <div className={css['chart']}>
      <ChartCard
        title={title}
        table={table}
        show={(value) => format.plain(centsOfEuros(value))}
        fileName={`${t('aging.chartFile')}-${question.asOf}`}
        large={large}
      >
        <AgingBars months={months} basis={question.basis} />
        <p className="only-read">
          {t('aging.summary', {
            first: format.date(first.date, 'medium'),
            last: format.date(last.date, 'medium'),
            parts: format.list(parts),
            open: format.amount(last.open),
          })}
        </p>
      </ChartCard>
    </div>
  );
}
