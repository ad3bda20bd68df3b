import type { ReactElement } from 'react';
import type { PlainDateText } from '../../src-shared/dates.ts';
import type { DateStyle } from '../../src-shared/locales/formatters.ts';
import { useText } from '../i18n/useText.ts';

type DateTextProps = {
  readonly value: PlainDateText | null;
  /** `near` (needs `today`): 4 sep in this year, 4 sep 2025 outside it. */
  readonly style?: DateStyle | 'near';
  readonly today?: PlainDateText;
};

/** A date in words of the reader; a dash where there is none. */
export function DateText({ value, style = 'numeric', today }: DateTextProps): ReactElement {
  const { format } = useText();
  if (value === null) return <span>–</span>;
  const text =
    style === 'near' ? (today === undefined ? format.date(value, 'medium') : format.nearDate(value, today)) : format.date(value, style);
  return (
    // Tabular digits would also widen the hyphens of a numeric date.
    <time dateTime={value} className={style === 'numeric' ? undefined : 'num'} style={{ whiteSpace: 'nowrap' }}>
      {text}
    </time>
  );
}
