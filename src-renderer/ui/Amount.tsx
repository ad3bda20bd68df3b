import clsx from 'clsx';
import type { ReactElement } from 'react';
import type { Cents } from '../../src-shared/money.ts';
import { useText } from '../i18n/useText.ts';
import css from './Words.module.css';

type AmountProps = {
  readonly value: Cents;
  /** ISO 4217; euro unless given. */
  readonly currency?: string;
  /** Without the euro sign, for tables that say "Bedragen in euro" once. Zero shows as a dash. */
  readonly plain?: boolean;
  readonly strong?: boolean;
  /** Shows what the amount is made of: the amount becomes a button with a dotted line below. */
  readonly onOpen?: () => void;
  /** What the button opens, for screen readers. */
  readonly openLabel?: string;
};

/** An amount: tabular digits, no-break spaces, a real minus. */
export function Amount({ value, currency, plain = false, strong = false, onOpen, openLabel }: AmountProps): ReactElement {
  const { format } = useText();
  const text = plain ? (value === 0 ? '–' : format.plain(value)) : format.amount(value, currency);
  const name = clsx('num', strong && css['strong']);
  if (onOpen === undefined) return <span className={name}>{text}</span>;
  return (
    <button
      type="button"
      className={clsx(name, css['openable'])}
      onClick={onOpen}
      aria-label={openLabel === undefined ? undefined : `${text}, ${openLabel}`}
    >
      {text}
    </button>
  );
}
