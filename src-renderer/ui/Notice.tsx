import { type Icon as TablerIcon, IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import css from './Feedback.module.css';

export type NoticeTone = 'red' | 'amber' | 'green' | 'neutral';
const icons = { red: IconAlertCircle, amber: IconAlertTriangle, green: IconCircleCheck, neutral: IconInfoCircle } as const satisfies Record<
  NoticeTone,
  TablerIcon
>;

type NoticeProps = {
  readonly tone: NoticeTone;
  readonly title?: ReactNode;
  readonly icon?: TablerIcon;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** A tinted box for what the reader must know here: a warning, a dispute, a result. Red is announced at once. */
export function Notice({ tone, title, icon, actions, children }: NoticeProps): ReactElement {
  const Icon = icon ?? icons[tone];
  return (
    <div className={clsx(css['notice'], css[tone])} role={tone === 'red' ? 'alert' : undefined}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <div className={css['noticeBody']}>
        {title !== undefined && <p className={css['noticeTitle']}>{title}</p>}
        {children}
        {actions !== undefined && <div className={css['noticeActions']}>{actions}</div>}
      </div>
    </div>
  );
}
