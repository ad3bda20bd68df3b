import { TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { readAmountInput } from '../../../src-shared/locales/amountInput.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { useText } from '../../i18n/useText.ts';

type AmountInputProps = {
  readonly label: string;
  readonly value: Cents | null;
  /** Told only of amounts that were understood; null when the field is emptied. */
  readonly onChange: (value: Cents | null) => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly hint?: string;
  readonly error?: string;
  /** 26 px high without a visible label or line below, for a field in a table row. */
  readonly compact?: boolean;
};

/** An amount in euro, comma or point; the line below shows the result. */
export function AmountInput(props: AmountInputProps): ReactElement {
  const { label, value, onChange, compact = false } = props;
  const { t, format } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : format.plain(value));
  const read = typed === null || typed.trim() === '' ? null : readAmountInput(typed);
  const isWrong = typed !== null && typed.trim() !== '' && read === null;
  const isMissing = typed !== null && typed.trim() === '' && props.required === true;
  const problem = props.error ?? (isWrong ? t('common.amountInput.notUnderstood') : isMissing ? t('common.required') : null);
  const change = (text: string): void => {
    setTyped(text);
    const next = text.trim() === '' ? null : readAmountInput(text);
    if (next !== null || text.trim() === '') onChange(next);
  };
  return (
    <TextInput
      {...(compact ? { 'aria-label': label, size: 'xs', error: problem !== null } : { label, error: problem })}
      value={shown}
      disabled={props.disabled ?? false}
      required={props.required ?? false}
      withAsterisk={false}
      inputMode="decimal"
      autoComplete="off"
      leftSection={<span className="ink-2">€</span>}
      classNames={{ input: 'num' }}
      styles={{ input: { textAlign: 'right' } }}
      description={
        compact || problem !== null
          ? null
          : read === null
            ? (props.hint ?? null)
            : t('common.amountInput.becomes', { amount: format.amount(read) })
      }
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => problem === null && setTyped(null)}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
