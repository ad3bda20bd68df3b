import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { type CompanyProfile, zCompanyProfile } from '../../../src-shared/contract/administrations.ts';
import css from './CompanyForm.module.css';
import type { ProfileProblems } from './companyDraft.ts';

/** What every part of the form works with. */
export type CompanyFormState = {
  readonly draft: CompanyProfile;
  readonly set: (patch: Partial<CompanyProfile>) => void;
  /** What is wrong in the fields that were left or tried to be saved. */
  readonly shown: ProfileProblems['fields'];
  readonly problems: ProfileProblems;
  readonly wasTried: boolean;
};

type TextFieldName =
  | 'name'
  | 'tagline'
  | 'street'
  | 'postcode'
  | 'city'
  | 'registrationNumber'
  | 'vatNumber'
  | 'phone'
  | 'email'
  | 'website'
  | 'bic'
  | 'accountName'
  | 'signerName'
  | 'signerRole';

type CompanyTextFieldProps = {
  readonly form: CompanyFormState;
  readonly field: TextFieldName;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string;
  readonly width: 'full' | 'half' | 'third' | 'twoThirds';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  /** Codes stand in figures of equal width. */
  readonly isCode?: boolean;
  readonly takesFocus?: boolean;
};

/** One line of text of the profile, as long as the ledger keeps it. The hint makes place for the problem. */
export function CompanyTextField({
  form,
  field,
  label,
  hint,
  problem,
  width,
  autoComplete = 'off',
  placeholder,
  isCode = false,
  takesFocus = false,
}: CompanyTextFieldProps): ReactElement {
  const isWrong = field in form.shown && form.shown[field as keyof typeof form.shown];
  return (
    <TextInput
      className={css[width] ?? ''}
      name={field}
      label={label}
      value={form.draft[field]}
      maxLength={zCompanyProfile.shape[field].maxLength ?? undefined}
      autoComplete={autoComplete}
      {...(placeholder !== undefined && { placeholder })}
      {...(isCode && { classNames: { input: 'reference' }, spellCheck: false })}
      {...(takesFocus && { 'data-autofocus': true })}
      description={isWrong ? null : (hint ?? null)}
      error={isWrong ? problem : null}
      onChange={(event) => form.set({ [field]: event.currentTarget.value })}
    />
  );
}
