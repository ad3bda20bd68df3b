import clsx from 'clsx';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useText } from '../i18n/useText.ts';
import css from './Page.module.css';

type PageProps = {
  /** For the window title: "Debiteuren". */
  readonly title: string;
  /** The page is exactly as high as the sheet and one part of it scrolls (a `DataTable` with `scroll="own"`). */
  readonly fill?: boolean;
  /** No padding, for pages of panes that reach the edges. */
  readonly flush?: boolean;
  readonly children: ReactNode;
};

/** The content of one page on the sheet. */
export function Page({ title, fill = false, flush = false, children }: PageProps): ReactElement {
  const { t } = useText();
  useEffect(() => {
    document.title = `${title} – ${t('common.product')}`;
  }, [title, t]);
  return <div className={clsx(css['page'], fill && css['fill'], flush && css['flush'])}>{children}</div>;
}

type ColumnsProps = {
  readonly main: ReactNode;
  readonly aside: ReactNode /** Width of the right column at 1280 and from 1400 on. */;
  readonly asideWidth: { readonly narrow: number; readonly wide: number };
};

/** Two columns; below 1100 px the right one goes under the left one. */
export function Columns({ main, aside, asideWidth }: ColumnsProps): ReactElement {
  return (
    <div
      className={css['columns']}
      style={{
        ['--right-column' as string]: `clamp(${asideWidth.narrow}px, calc(${asideWidth.narrow}px + (100vw - 1280px) * 0.3), ${asideWidth.wide}px)`,
      }}
    >
      <div>{main}</div>
      <div>{aside}</div>
    </div>
  );
}
