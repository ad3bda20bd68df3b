import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import css from './Section.module.css';

type PageHeadProps = {
  /** A finding in a whole sentence where there is one ("21 debiteuren, € 128.977,70 open"), a caption otherwise. */
  readonly title: ReactNode;
  readonly sub?: ReactNode;
  /** At the right: outlined buttons, and the one filled button of the page last. */
  readonly actions?: ReactNode;
  /** 22 px, for the lead sentence of Vandaag. */
  readonly lead?: boolean;
};

/** The head of a page: what it says, one line more, and what can be done. */
export function PageHead({ title, sub, actions, lead = false }: PageHeadProps): ReactElement {
  return (
    <header className={css['pageHead']}>
      <div className={css['pageWords']}>
        <h1 className={clsx(css['pageTitle'], lead && css['lead'])}>{title}</h1>
        {sub !== undefined && <p className={css['pageSub']}>{sub}</p>}
      </div>
      {actions !== undefined && <div className={clsx(css['pageActions'], 'no-print')}>{actions}</div>}
    </header>
  );
}
