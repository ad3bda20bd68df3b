import type { ReactElement, ReactNode } from 'react';
import css from './SettingsPage.module.css';

/** The frame of one section: title, one line, content. */
export function SettingsFrame({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section>
      <h2 className={css['title']}>{title}</h2>
      <p className={css['lead']}>{lead}</p>
      {children}
    </section>
  );
}
