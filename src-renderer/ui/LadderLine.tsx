import { IconCheck, IconMail, IconPhone, IconPrinter } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import css from './Lines.module.css';

export type LadderState = 'done' | 'now' | 'later';
export type Channel = 'email' | 'letter' | 'call';
export const channelIcons = { email: IconMail, letter: IconPrinter, call: IconPhone } as const;

type LadderLineProps = { readonly state: LadderState; readonly channel: Channel; readonly date?: ReactNode; readonly children: ReactNode };

/** A step of the dunning ladder: done = filled check, now = ring with the channel and bold date, later = empty ring. */
export function LadderLine({ state, channel, date, children }: LadderLineProps): ReactElement {
  const { t } = useText();
  const ChannelIcon = channelIcons[channel];
  return (
    <li className={clsx(css['step'], css[state])}>
      <span className={clsx(css['mark'], state === 'done' && css['doneMark'], state === 'now' && css['nowMark'])} aria-hidden="true">
        {state === 'done' && <IconCheck size={12} stroke={2.5} />}
        {state === 'now' && <ChannelIcon size={11} stroke={2} />}
      </span>
      <span className={css['stepText']}>
        {children}
        <span className="only-read">, {t(`common.ladder.${state}`)}</span>
      </span>
      {date !== undefined && <span className={clsx(css['stepDate'], 'num')}>{date}</span>}
    </li>
  );
}

export function LadderList({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <ol aria-label={label} className={css['list']}>
      {children}
    </ol>
  );
}
