import clsx from 'clsx';
import { type ReactElement, type ReactNode, useId } from 'react';
import css from './Section.module.css';

type SectionProps = {
  readonly title: ReactNode;
  /** Count or amount beside the title: "12 berichten, € 15.879,00". */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  /** `14 px` in side panels; 16 px on pages. */
  readonly small?: boolean;
  /** The rule under the title: off above things that bring their own. */
  readonly rule?: boolean;
  readonly children: ReactNode;
};

/** A part of a page under a heading with a rule. */
export function Section({ title, aside, actions, small = false, rule = true, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <section className={css['section']} aria-labelledby={id}>
      <div className={clsx(css['head'], !rule && css['noRule'])}>
        <h2 id={id} className={clsx(css['title'], small && css['small'])}>
          {title}
        </h2>
        {aside !== undefined && <span className={clsx(css['aside'], 'num')}>{aside}</span>}
        {actions !== undefined && <span className={css['actions']}>{actions}</span>}
      </div>
      {children}
    </section>
  );
}
