import { type Icon as TablerIcon, IconInbox } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import css from './Feedback.module.css';

type EmptyStateProps = { readonly title: string; readonly body: ReactNode; readonly icon?: TablerIcon; readonly action?: ReactNode };

/** Nothing to show: says why, and what to do. */
export function EmptyState({ title, body, icon: Icon = IconInbox, action }: EmptyStateProps): ReactElement {
  return (
    <div className={css['empty']}>
      <Icon size={26} stroke={1.5} aria-hidden />
      <p className={css['emptyTitle']}>{title}</p>
      <p className={css['emptyBody']}>{body}</p>
      {action !== undefined && <div className={css['emptyAction']}>{action}</div>}
    </div>
  );
}
