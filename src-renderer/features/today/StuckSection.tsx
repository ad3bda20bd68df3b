import type { ReactElement } from 'react';
import { goTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './TodayPage.module.css';

/** Every overdue euro in exactly one place: what keeps it from coming in. */
export function StuckSection(): ReactElement {
  const { t } = useText();
  const today = useToday();
  const stuck = useCall('insight.stuck', { asOf: today });
  return (
    <Section title={t('today.stuck.title')} rule={false}>
      <QueryView query={stuck}>
        {({ overdue, states }) =>
          overdue <= 0 ? (
            <p className={css['quiet']}>{t('today.stuck.nothing')}</p>
          ) : (
            <>
              <ul className={css['rows']}>
                {states
                  .filter((state) => state.cents !== 0)
                  .toSorted((a, b) => b.cents - a.cents)
                  .map(({ state, cents, customers }) => (
                    <li key={state} className={css['stuckState']}>
                      <div className={css['stuckHead']}>
                        <span>{t(`today.stuck.states.${state}`)}</span>
                        <span className={css['stuckAmount']}>
                          <Amount value={cents} />
                        </span>
                      </div>
                      <div className={css['stuckFoot']}>
                        <span className={css['bar']} aria-hidden="true">
                          <span style={{ width: `${Math.max(0, Math.min(100, (cents / overdue) * 100))}%` }} />
                        </span>
                        <span className={css['stuckCount']}>{t('today.stuck.customers', { count: customers })}</span>
                      </div>
                    </li>
                  ))}
              </ul>
              <div className={css['stuckTotal']}>
                <span>{t('today.stuck.overdue')}</span>
                <Amount value={overdue} strong onOpen={() => goTo('/ouderdom')} openLabel={t('today.openOverdue')} />
              </div>
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
