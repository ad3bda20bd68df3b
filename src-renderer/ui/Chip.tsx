import type { Icon as TablerIcon } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import css from './Words.module.css';

export type Tone = 'neutral' | 'amber' | 'red' | 'green' | 'accent';

/** A flag: icon and reason on a tint. The colour never speaks alone, so the icon is required. */
export function Chip({
  tone,
  icon: Icon,
  title,
  children,
}: {
  readonly tone: Tone;
  readonly icon: TablerIcon;
  readonly title?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span className={clsx(css['chip'], css[tone])} title={title}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {children}
    </span>
  );
}
