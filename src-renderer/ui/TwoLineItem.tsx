import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import css from './Section.module.css';

type TwoLineItemProps = {
  readonly icon?: TablerIcon;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** One outlined button (size `sm`) or a flush text button. */
  readonly action?: ReactNode;
};

/** A decision, a call, a message: one line that says what, one that says why. Put several in a `<TwoLineList>`. */
export function TwoLineItem({ icon: Icon, title, detail, action }: TwoLineItemProps): ReactElement {
  return (
    <li className={css['item']}>
      {Icon !== undefined && <Icon size={18} stroke={1.6} aria-hidden className={css['itemIcon']} />}
      <div className={css['itemBody']}>
        <div className={css['itemTitle']}>{title}</div>
        {detail !== undefined && <div className={css['itemDetail']}>{detail}</div>}
      </div>
      {action !== undefined && <div className={css['itemAction']}>{action}</div>}
    </li>
  );
}

export function TwoLineList({ label, children }: { readonly label?: string; readonly children: ReactNode }): ReactElement {
  return (
    <ul aria-label={label} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {children}
    </ul>
  );
}
