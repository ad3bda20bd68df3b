import type { ReactElement } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { FactList } from '../../ui/FactRow.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import css from './Bank.module.css';

type Figure = OutputOf<'bank.unmatchedCash'>;

/** Unmatched cash as a figure: how much, which share of what comes in, how old, and twelve weeks of it. */
export function CashFigurePanel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const figure = useCall('bank.unmatchedCash', {});
  return (
    <SidePanel title={t('cash.figure.title')} sub={t('cash.figure.sub')} onClose={onClose}>
      <QueryView query={figure}>{(data) => <Figures figure={data} />}</QueryView>
    </SidePanel>
  );
}

function Figures({ figure }: { readonly figure: Figure }): ReactElement {
  const { t, format } = useText();
  const share = (ratio: number | null): string => (ratio === null ? '–' : format.percentage(ratio, ratio < 0.1 ? 1 : 0));
  const days = (value: number | null): string => (value === null ? '–' : format.days(value));
  const most = Math.max(1, ...figure.trend.map((point) => point.cents));
  return (
    <>
      <FactList
        facts={[
          { label: t('cash.figure.now'), value: <span className="num">{format.amount(figure.cents)}</span> },
          { label: t('cash.figure.ratio'), value: share(figure.ratio) },
          { label: t('cash.figure.owed'), value: share(figure.ratioToOwed) },
          { label: t('cash.figure.oldest'), value: days(figure.oldestDays) },
          { label: t('cash.figure.late'), value: <span className="num">{format.amount(figure.late.cents)}</span> },
          { label: t('cash.figure.credit'), value: <span className="num">{format.amount(figure.credit.cents)}</span> },
          ...figure.foreign.map(({ currency, cents }) => ({ label: currency, value: <span className="num">{format.amount(cents, currency)}</span> })),
        ]}
      />
      <table className={css['trend']} aria-label={t('cash.figure.sub')}>
        <thead>
          <tr>
            <th>{t('cash.figure.week')}</th>
            <th>
              <span className="only-read">{t('cash.figure.title')}</span>
            </th>
            <th className={css['right']}>{t('cash.figure.amount')}</th>
            <th className={css['right']}>{t('cash.figure.share')}</th>
          </tr>
        </thead>
        <tbody>
          {figure.trend.map((point) => (
            <tr key={point.date}>
              <td className="num">{format.date(point.date, 'short')}</td>
              <td>
                <span className={css['trendBar']} style={{ width: `${Math.round((point.cents / most) * 100)}%` }} />
              </td>
              <td className={css['right']}>{format.amount(point.cents)}</td>
              <td className={css['right']}>{share(point.ratio)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
