import { type ReactElement, useState } from 'react';
import { isValidIBAN } from 'ibantools';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { IbanInput } from '../../ui/inputs/IbanInput.tsx';
import css from './ImportPage.module.css';

type OwnAccountProps = { readonly value: string; readonly isBusy: boolean; readonly onChange: (account: string) => void };

/** Which account a list is of that names none: one of the company's, or another that is typed. */
export function OwnAccount({ value, isBusy, onChange }: OwnAccountProps): ReactElement {
  const { t } = useText();
  const profile = useCall('administrations.profile', {});
  const [typed, setTyped] = useState(value);
  const own = (profile.data?.ibans ?? []).filter((iban) => iban !== '' && iban !== typed).slice(0, 4);
  const take = (account: string): void => {
    setTyped(account);
    if (account === '' || isValidIBAN(account)) onChange(account);
  };
  return (
    <div className={css['ownAccount']}>
      <IbanInput label={t('imports.ownAccount.label')} value={typed} onChange={take} hint={t('imports.ownAccount.hint')} />
      {own.map((iban) => (
        <Button key={iban} size="sm" disabled={isBusy} onClick={() => take(iban)}>
          {t('imports.ownAccount.use', { account: formatIban(iban) })}
        </Button>
      ))}
    </div>
  );
}
