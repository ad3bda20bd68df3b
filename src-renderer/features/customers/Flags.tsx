import {
  type Icon as TablerIcon,
  IconAt,
  IconCash,
  IconClock,
  IconCoin,
  IconGavel,
  IconHeartHandshake,
  IconMessage2Exclamation,
  IconPlayerPause,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useText } from '../../i18n/useText.ts';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import css from './Customers.module.css';

export type Flag = OutputOf<'customers.get'>['flags'][number];
type Looks = { readonly icon: TablerIcon; readonly tone: Tone };

const looks: Readonly<Record<Flag['kind'], Looks>> = {
  insolvent: { icon: IconGavel, tone: 'red' },
  dispute: { icon: IconMessage2Exclamation, tone: 'amber' },
  hold: { icon: IconPlayerPause, tone: 'neutral' },
  promise: { icon: IconHeartHandshake, tone: 'neutral' },
  unmatched: { icon: IconCash, tone: 'amber' },
  'late-payer': { icon: IconClock, tone: 'amber' },
  credit: { icon: IconCoin, tone: 'neutral' },
  'no-contact': { icon: IconUserQuestion, tone: 'amber' },
  'generic-mailbox': { icon: IconAt, tone: 'neutral' },
};
const looksOf = (flag: Flag): Looks => (flag.reason.code === 'flag-promise-broken' ? { icon: IconHeartHandshake, tone: 'amber' } : looks[flag.kind]);

/** Flags with their reason, for the head of a page or panel. The mailbox is told beside the contact, where it can be changed. */
export function FlagChips({ flags }: { readonly flags: readonly Flag[] }): ReactElement {
  const { format } = useText();
  return (
    <>
      {flags
        .filter((flag) => flag.kind !== 'generic-mailbox')
        .map((flag) => {
          const text = format.reason(flag.reason);
          return (
            <Chip key={flag.kind} {...looksOf(flag)} title={text}>
              <span className={css['flagText']}>{text}</span>
            </Chip>
          );
        })}
    </>
  );
}

/** Flags in a table row: the gravest two in one word each; the rest as a number. The reasons are there on hover and for screen readers. */
export function FlagWords({ flags }: { readonly flags: readonly Flag[] }): ReactElement {
  const { t, format } = useText();
  if (flags.length === 0) return <span className="ink-3">–</span>;
  const [shown, rest] = [flags.slice(0, 2), flags.slice(2)];
  return (
    <span className={css['flagWords']}>
      {shown.map((flag) => (
        <Chip key={flag.kind} {...looksOf(flag)} title={format.reason(flag.reason)}>
          {t(`customers.flag.${flag.kind}`)}
        </Chip>
      ))}
      {rest.length > 0 && (
        <span className="ink-3 small" title={rest.map((flag) => format.reason(flag.reason)).join('\n')}>
          {t('customers.more', { count: rest.length })}
        </span>
      )}
    </span>
  );
}
