import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import css from './PaymentPlans.module.css';
import type { Plan } from './planTypes.ts';

type Standing = Plan['instalments'][number];
type ScheduleProps = {
  readonly instalments: readonly ({ readonly dueOn: PlainDateText; readonly cents: Cents } & Partial<Pick<Standing, 'state' | 'restCents' | 'paidCents'>>)[];
  readonly currency: string;
  readonly totalCents: Cents;
};

const looks = {
  paid: { icon: IconCircleCheck, tone: 'good' },
  partly: { icon: IconCircleHalf2, tone: 'plain' },
  open: { icon: IconCircleDashed, tone: 'plain' },
  missed: { icon: IconAlertTriangle, tone: 'waiting' },
} as const;

function StateOf({ state, paidCents }: Pick<Standing, 'state' | 'paidCents'>): ReactElement {
  const { t } = useText();
  const word = state === 'open' && paidCents > 0 ? 'partly' : state;
  return <StateWord {...looks[word]}>{t(`paymentPlans.instalment.${word}`)}</StateWord>;
}

/** Instalments with their days; of a plan that is kept also what is paid of each. The total stands on the double rule. */
export function ScheduleTable({ instalments, currency, totalCents }: ScheduleProps): ReactElement {
  const { t } = useText();
  const today = useToday();
  const hasStandings = instalments.some((one) => one.state !== undefined);
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{t('paymentPlans.column.number')}</th>
          <th scope="col">{t('paymentPlans.column.dueOn')}</th>
          {hasStandings && <th scope="col">{t('paymentPlans.column.state')}</th>}
          <th scope="col" className={css['cents']}>
            {t('paymentPlans.column.cents')}
          </th>
          {hasStandings && (
            <th scope="col" className={css['cents']}>
              {t('paymentPlans.column.rest')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {instalments.map((one, place) => (
          <tr key={one.dueOn}>
            <td className="num">{place + 1}</td>
            <td>
              <DateText value={one.dueOn} style="near" today={today} />
            </td>
            {hasStandings && <td>{one.state !== undefined && one.paidCents !== undefined && <StateOf state={one.state} paidCents={one.paidCents} />}</td>}
            <td className={css['cents']}>
              <Amount value={one.cents} currency={currency} />
            </td>
            {hasStandings && <td className={css['cents']}>{one.restCents !== undefined && <Amount value={one.restCents} currency={currency} />}</td>}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={hasStandings ? 3 : 2}>
            {t('common.total')}
          </th>
          <td className={css['cents']}>
            <Amount value={totalCents} currency={currency} strong />
          </td>
          {hasStandings && <td />}
        </tr>
      </tfoot>
    </table>
  );
}
