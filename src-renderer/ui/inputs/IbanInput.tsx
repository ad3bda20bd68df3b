import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { type ReactElement, useState } from 'react';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useText } from '../../i18n/useText.ts';

type IbanInputProps = {
  readonly label: string;
  /** Without spaces, as far as typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What the form found wrong with it: said while it is being edited too. */
  readonly problem?: string;
};

const clean = (text: string): string => (electronicFormatIBAN(text) ?? '').slice(0, 34);

/** An IBAN: pasted spaces are cleaned, the check digits are checked, and it is shown in groups of four. */
export function IbanInput({ label, value, onChange, hint, problem: given }: IbanInputProps): ReactElement {
  const { t } = useText();
  const [isEditing, setIsEditing] = useState(false);
  const isValid = value !== '' && isValidIBAN(value);
  const own =
    value === '' || isValid || isEditing ? null : value.length < 15 ? t('common.ibanInput.incomplete') : t('common.ibanInput.invalid');
  const problem = given ?? own;
  return (
    <TextInput
      label={label}
      value={isEditing ? value : formatIban(value)}
      autoComplete="off"
      spellCheck={false}
      classNames={{ input: 'reference' }}
      error={problem}
      description={problem === null ? (hint ?? null) : null}
      rightSection={isValid && problem === null ? <IconCheck size={16} stroke={1.75} color="var(--t-green)" aria-hidden /> : null}
      onFocus={() => setIsEditing(true)}
      onBlur={() => setIsEditing(false)}
      onChange={(event) => onChange(clean(event.currentTarget.value))}
    />
  );
}
