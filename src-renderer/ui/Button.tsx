import { type Icon as TablerIcon, IconLoader2 } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import css from './Button.module.css';
import { Keycap } from './Keycap.tsx';

export type ButtonVariant = 'filled' | 'outlined' | 'text' | 'quiet' | 'danger';
/** 40, 32, 28 and 24 px high. */
export type ButtonSize = 'lg' | 'md' | 'sm' | 'xs';

type Looks = {
  /** `filled` is the next step of the view: one per view. */
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: TablerIcon;
  /** A key that does the same, shown inside. Bind it with `useKeys`. */
  readonly keycap?: string;
  /** For text buttons at the end of a line: no visible padding, so that the text stands on the edge. */
  readonly flush?: boolean;
  readonly children: ReactNode;
};

const iconSizes = { lg: 18, md: 16, sm: 16, xs: 14 } as const satisfies Record<ButtonSize, number>;

function Inside({ icon: Icon, keycap, size = 'md', isBusy, children }: Looks & { readonly isBusy: boolean }): ReactElement {
  return (
    <>
      {isBusy ? (
        <IconLoader2 size={iconSizes[size]} stroke={2} className={css['turning']} aria-hidden />
      ) : (
        Icon !== undefined && <Icon size={iconSizes[size]} stroke={1.75} aria-hidden />
      )}
      <span>{children}</span>
      {keycap !== undefined && <Keycap>{keycap}</Keycap>}
    </>
  );
}

const classOf = ({ variant = 'outlined', size = 'md', flush = false }: Partial<Looks>): string =>
  clsx(css['button'], css[variant], css[size], flush && css['flush']);

type ButtonProps = Looks &
  Omit<ComponentProps<'button'>, 'children'> & {
    /** True while it works: the icon turns and a second press does nothing. Let the label say what runs. */
    readonly busy?: boolean;
  };

/** A button in one of five looks and four sizes. */
export function Button({
  variant,
  size,
  icon,
  keycap,
  flush,
  busy = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      className={clsx(classOf({ ...(variant && { variant }), ...(size && { size }), ...(flush && { flush }) }), className)}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <Inside {...(icon && { icon })} {...(keycap !== undefined && { keycap })} {...(size && { size })} isBusy={busy}>
        {children}
      </Inside>
    </button>
  );
}

/** A link that looks like a button: `href` is an address inside the window, `#/debiteuren/12`. */
export function ButtonLink({
  variant,
  size,
  icon,
  keycap,
  flush,
  className,
  children,
  ...rest
}: Looks & Omit<ComponentProps<'a'>, 'children'> & { readonly href: string }): ReactElement {
  return (
    <a {...rest} className={clsx(classOf({ ...(variant && { variant }), ...(size && { size }), ...(flush && { flush }) }), className)}>
      <Inside {...(icon && { icon })} {...(keycap !== undefined && { keycap })} {...(size && { size })} isBusy={false}>
        {children}
      </Inside>
    </a>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  readonly label: string;
  readonly icon: TablerIcon;
  readonly variant?: 'quiet' | 'outlined';
  readonly size?: 'md' | 'sm' | 'xs';
};

/** Only for close, up and down, more: every other icon has a word. */
export function IconButton({ label, icon: Icon, variant = 'quiet', size = 'md', className, ...rest }: IconButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={label}
      className={clsx(css['button'], css[variant], css['square'], css[size], className)}
    >
      <Icon size={size === 'xs' ? 14 : 18} stroke={1.6} aria-hidden />
    </button>
  );
}
