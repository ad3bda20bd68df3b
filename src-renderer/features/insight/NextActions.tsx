import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './InsightPage.module.css';
import type { StuckLine, StuckState } from './insightFindings.ts';

const places = {
  reminded: '/vandaag',
  'not-reminded': '/vandaag',
  unmatched: '/bank',
  disputed: '/facturen?filter=betwist',
  promised: '/debiteuren',
  held: '/debiteuren',
  insolvent: '/debiteuren',
  'no-contact': '/debiteuren',
  'handed-over': '/facturen?filter=uit-handen',
  'in-plan': '/facturen?filter=regeling',
} as const satisfies Record<StuckState, string>;

/** The three largest states, each with what can be done about it, what it holds and where to do it. Nothing is estimated. */
export function NextActions({ lines }: { readonly lines: readonly StuckLine[] }): ReactElement {
  const { t, format } = useText();
  const largest = lines.filter((line) => line.cents > 0).slice(0, 3);
  return (
    <Section title={t('insight.next.title')}>
      {largest.length === 0 && <p className="ink-2">{t('insight.next.none')}</p>}
      <ol className={css['actions']}>
        {largest.map((line, index) => (
          <li key={line.state} className={css['action']}>
            <span className={css['rank']} aria-hidden="true">
              {index + 1}
            </span>
            <div className={css['actionBody']}>
              <p className={css['actionTitle']}>{t(`insight.next.${line.state}.title`)}</p>
              <p className="ink-2 small">
                {t('insight.next.detail', { count: line.customers, documents: t('insight.next.items', { count: line.documents }) })}
              </p>
              <p className={css['actionLink']}>
                <ButtonLink href={linkTo(places[line.state])} size="sm" variant={index === 0 ? 'filled' : 'text'} flush={index > 0}>
                  {t(`insight.next.${line.state}.action`)}
                </ButtonLink>
              </p>
            </div>
            <div className={css['actionFigures']}>
              <Amount value={line.cents} strong />
              {line.tenths !== null && <p className="ink-2 small num">{format.days(line.tenths / 10)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
