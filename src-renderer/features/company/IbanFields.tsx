import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { IbanInput } from '../../ui/inputs/IbanInput.tsx';
import css from './CompanyForm.module.css';
import type { IbanProblem } from './companyDraft.ts';
import type { CompanyFormState } from './CompanyTextField.tsx';

const mostAccounts = 20;

type IbanFieldProps = { readonly form: CompanyFormState; readonly index: number; readonly label: string; readonly hint?: string };

/** One account. The field says itself that an IBAN is wrong when it is left; that it stands here twice only the list knows. */
export function IbanField({ form, index, label, hint }: IbanFieldProps): ReactElement {
  const { t } = useText();
  const problem = form.problems.ibans[index] ?? null;
  const words: Readonly<Record<IbanProblem, string>> = { invalid: t('common.ibanInput.invalid'), double: t('start.profile.ibanDouble') };
  const isShown = problem === 'double' || (problem === 'invalid' && form.wasTried);
  return (
    <IbanInput
      label={label}
      {...(hint !== undefined && { hint })}
      {...(isShown && { problem: words[problem] })}
      value={form.draft.ibans[index] ?? ''}
      onChange={(iban) => {
        const ibans = form.draft.ibans.length === 0 ? [''] : form.draft.ibans;
        form.set({ ibans: ibans.map((other, place) => (place === index ? iban : other)) });
      }}
    />
  );
}

/** The accounts after the first: letters to a country where the company has one name that one instead. */
export function MoreIbans({ form }: { readonly form: CompanyFormState }): ReactElement {
  const { t } = useText();
  const { ibans } = form.draft;
  const canAdd = ibans.length > 0 && !ibans.includes('') && ibans.length < mostAccounts;
  const without = (index: number): readonly string[] => ibans.filter((_iban, place) => place !== index);
  return (
    <div className={css['full']}>
      {ibans.slice(1).map((iban, offset) => {
        const index = offset + 1;
        const name = t('start.profile.ibanNumber', { number: index + 1 });
        return (
          // An account has no other identity than its place; what is typed in it changes with every key.
          <div key={index} className={css['account']}>
            <IbanField form={form} index={index} label={name} />
            {iban !== '' && (
              <Button variant="quiet" size="sm" icon={IconArrowUp} onClick={() => form.set({ ibans: [iban, ...without(index)] })}>
                {t('start.profile.ibanFirst')}
              </Button>
            )}
            <IconButton
              icon={IconX}
              label={t('start.profile.ibanRemove', { name })}
              onClick={() => form.set({ ibans: [...without(index)] })}
            />
          </div>
        );
      })}
      {canAdd && (
        <Button variant="text" flush icon={IconPlus} onClick={() => form.set({ ibans: [...ibans, ''] })}>
          {t('start.profile.ibanAdd')}
        </Button>
      )}
    </div>
  );
}
