import { IconFileTypeCsv } from '@tabler/icons-react';
import { type ReactElement, useId } from 'react';
import { cents } from '../../../src-shared/money.ts';
import { downloadText } from '../../backend/files.ts';
import { type Formats, useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { FindingTitle } from '../../ui/chart/ChartCard.tsx';
import { csvOf } from '../../ui/chart/csv.ts';
import css from './InsightPage.module.css';
import { type Stuck, stuckFinding, type StuckLine } from './insightFindings.ts';

function useFinding(lines: readonly StuckLine[]): string {
  const { t, format } = useText();
  const finding = stuckFinding(lines);
  if (finding.kind === 'none') return t('insight.stuck.none');
  const name = t(`insight.stuck.state.${finding.state}`);
  const state = name.slice(0, 1).toLowerCase() + name.slice(1);
  return t(`insight.stuck.${finding.kind}`, { state, share: format.percentage(finding.share / 100) });
}

/** Always with its decimal, so that the column lines up: `4,0`. */
const tenthsText = (tenths: number, format: Formats): string => format.plain(cents(tenths * 10)).slice(0, -1);

function Line({ line, widest, hasDays }: { readonly line: StuckLine; readonly widest: number; readonly hasDays: boolean }): ReactElement {
  const { t, format } = useText();
  return (
    <tr>
      <th scope="row">{t(`insight.stuck.state.${line.state}`)}</th>
      <td aria-hidden="true" className={css['barCell']}>
        <span className={css['bar']} style={{ width: `${Math.max(1, (Math.max(0, line.cents) / widest) * 100)}%` }} />
      </td>
      {hasDays && <td className={css['strong']}>{line.tenths === null ? t('common.none') : tenthsText(line.tenths, format)}</td>}
      <td>
        <Amount value={line.cents} />
      </td>
      <td className="ink-2">{format.percentage(line.share / 100)}</td>
    </tr>
  );
}

type StuckTableProps = {
  readonly stuck: Stuck;
  readonly lines: readonly StuckLine[];
  readonly daysLate: number | null;
  readonly fileDate: string;
};

/** Where the overdue money is stuck: each state with a bar, its days, its euros and its share, adding up to what is overdue. */
export function StuckTable({ stuck, lines, daysLate, fileDate }: StuckTableProps): ReactElement {
  const { t, language, format } = useText();
  const id = useId();
  const finding = useFinding(lines);
  const hasDays = daysLate !== null;
  const widest = Math.max(1, ...lines.map((line) => line.cents));
  const save = (): void => {
    const head = [
      t('insight.stuck.cause'),
      t('insight.stuck.days'),
      t('insight.stuck.euro'),
      t('insight.stuck.share'),
      t('insight.stuck.customers'),
      t('insight.stuck.documents'),
    ];
    const rows = lines.map((line) => [
      t(`insight.stuck.state.${line.state}`),
      line.tenths === null ? null : line.tenths / 10,
      line.cents / 100,
      line.share,
      line.customers,
      line.documents,
    ]);
    downloadText(csvOf({ head, rows }, language), `${t('insight.stuck.file')}-${fileDate}.csv`, 'text/csv;charset=utf-8');
  };
  const parts = lines.map((line) => `${t(`insight.stuck.state.${line.state}`)} ${format.amount(line.cents)}`);
  return (
    <section aria-labelledby={id}>
      <div className={css['head']}>
        <FindingTitle id={id} large>
          {finding}
        </FindingTitle>
        <Button variant="quiet" size="sm" icon={IconFileTypeCsv} onClick={save}>
          {t('common.chart.csv')}
        </Button>
      </div>
      <p className="only-read">{t('insight.stuck.summary', { parts: format.list(parts) })}</p>
      <table className={`${css['causes'] ?? ''} num`}>
        <thead>
          <tr>
            <th scope="col">{t('insight.stuck.cause')}</th>
            <td aria-hidden="true" />
            {hasDays && <th scope="col">{t('insight.stuck.days')}</th>}
            <th scope="col">{t('insight.stuck.euro')}</th>
            <th scope="col">{t('insight.stuck.share')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.state} line={line} widest={widest} hasDays={hasDays} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('insight.stuck.total')}
            </th>
            {hasDays && <td>{tenthsText(Math.round(daysLate * 10), format)}</td>}
            <td>
              <Amount value={stuck.overdue} />
            </td>
            <td>{format.percentage(1)}</td>
          </tr>
        </tfoot>
      </table>
      {!hasDays && <p className={css['note']}>{t('insight.stuck.unknownDays')}</p>}
    </section>
  );
}
