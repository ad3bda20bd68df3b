import type { ReactElement } from 'react';
import css from './Button.module.css';

/** A key as it is printed on the keyboard. */
export function Keycap({ children }: { readonly children: string }): ReactElement {
  return <kbd className={css['keycap']}>{children}</kbd>;
}
