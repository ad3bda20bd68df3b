import type { Icon as TablerIcon } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import css from './Words.module.css';

type StateWordProps = {
  readonly icon: TablerIcon;
  /** `waiting` (amber) only where something waits for the user; `bad` for what failed; `good` for what adds up. */
  readonly tone?: 'plain' | 'waiting' | 'bad' | 'good';
  readonly children: ReactNode;
};

/** The state of a thing in a table: icon and word, no ground. */
export function StateWord({ icon: Icon, tone = 'plain', children }: StateWordProps): ReactElement {
  return (
    <span className={clsx(css['state'], css[tone])}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {children}
    </span>
  );
}
