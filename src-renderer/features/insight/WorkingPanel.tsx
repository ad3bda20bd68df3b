import type { ReactElement } from 'react';
import { type Formats, useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import css from './InsightPage.module.css';
import type { Dso } from './insightFindings.ts';

const linesShown = 100;

/** `nov 2026` for a whole month, `1–20 nov 2026` for the one that is not over, the days themselves when counted by day. */
function periodText({ from, to }: Dso['working'][number], { method, current }: Dso, format: Formats): string {
  if (from === to) return format.date(from, 'medium');
  if (method === 'monthly') return to === current.date ? `1–${format.date(to, 'medium')}` : format.date(from, 'month');
  return `${format.date(from, 'short')} – ${format.date(to, 'medium')}`;
}

/** How the DSO was counted back, line by line, so that anybody can do it again with a calculator. */
export function WorkingPanel({ dso, onClose }: { readonly dso: Dso; readonly onClose: () => void }): ReactElement {
  const { t, format } = useText();
  const { current, working } = dso;
  const total = current.dso === null ? t('common.none') : format.number(current.dso, 1);
  return (
    <SidePanel
      title={t('insight.working.title')}
      sub={t('insight.working.sub', { date: format.date(current.date, 'medium'), method: t(`insight.working.${dso.method}`) })}
      onClose={onClose}
    >
      <p>
        {t('insight.working.start', { receivables: format.amount(current.receivables) })}{' '}
        {dso.method === 'daily' && t('insight.working.dailyWhy')}{' '}
        {current.beyond && t('insight.working.beyond', { days: format.days(current.dso ?? 0) })}
      </p>
      <table className={`${css['working'] ?? ''} num`}>
        <thead>
          <tr>
            <th scope="col">{t('insight.working.period')}</th>
            <th scope="col">{t('insight.working.sales')}</th>
            <th scope="col">{t('insight.working.days')}</th>
            <th scope="col">{t('insight.working.remaining')}</th>
          </tr>
        </thead>
        <tbody>
          {working.slice(0, linesShown).map((line) => (
            <tr key={line.from}>
              <th scope="row">{periodText(line, dso, format)}</th>
              <td>
                <Amount value={line.sales} plain />
              </td>
              <td>{format.number(line.days, 1)}</td>
              <td>
                <Amount value={line.remaining} plain />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('insight.working.total')}</th>
            <td />
            <td>{total}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      {working.length > linesShown && <p className={css['note']}>{t('insight.working.more', { count: linesShown })}</p>}
      <p className={css['note']}>{t('common.amountsInEuro')}</p>
    </SidePanel>
  );
}
