import { Select, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import { useText } from '../../i18n/useText.ts';
import { IbanInput } from '../../ui/inputs/IbanInput.tsx';
import css from './CompanyForm.module.css';
import type { ProfileProblems } from './companyDraft.ts';
import { LogoField } from './LogoField.tsx';

type CompanyFormProps = {
  readonly draft: CompanyProfile;
  readonly onChange: (draft: CompanyProfile) => void;
  /** What is wrong, shown beside its field; null while nothing was tried yet. */
  readonly problems: ProfileProblems | null;
};
type PartProps = CompanyFormProps & { readonly set: (patch: Partial<CompanyProfile>) => void };

const letterLanguages = [
  { value: 'nl', label: 'Nederlands' },
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const;

/** What decides law and language, and the numbers of the registers. */
function LawPart({ draft, set, problems }: PartProps): ReactElement {
  const { t } = useText();
  return (
    <>
      <Select
        className={css['half'] ?? ''}
        label={t('start.profile.country')}
        description={t('start.profile.countryHint')}
        value={draft.country}
        allowDeselect={false}
        data={[
          { value: 'NL', label: t('start.profile.countryNl') },
          { value: 'BE', label: t('start.profile.countryBe') },
        ]}
        onChange={(country) => country !== null && set({ country })}
      />
      <Select
        className={css['half'] ?? ''}
        label={t('start.profile.language')}
        description={t('start.profile.languageHint')}
        value={draft.language}
        allowDeselect={false}
        data={[...letterLanguages]}
        onChange={(language) => language !== null && set({ language })}
      />
      <TextInput
        className={css['half'] ?? ''}
        label={draft.country === 'BE' ? t('start.profile.registrationBe') : t('start.profile.registrationNl')}
        value={draft.registrationNumber}
        maxLength={20}
        autoComplete="off"
        classNames={{ input: 'reference' }}
        error={problems?.registration === true ? t('start.profile.registrationBad') : null}
        onChange={(event) => set({ registrationNumber: event.currentTarget.value })}
      />
      <TextInput
        className={css['half'] ?? ''}
        label={t('start.profile.vat')}
        value={draft.vatNumber}
        maxLength={20}
        autoComplete="off"
        classNames={{ input: 'reference' }}
        onChange={(event) => set({ vatNumber: event.currentTarget.value })}
      />
    </>
  );
}

function CompanyPart({ draft, set, problems, onChange }: PartProps): ReactElement {
  const { t } = useText();
  return (
    <fieldset className={css['group']}>
      <legend>{t('start.profile.company')}</legend>
      <div className={css['grid']}>
        <TextInput
          className={css['full'] ?? ''}
          label={t('start.profile.name')}
          value={draft.name}
          maxLength={120}
          required
          withAsterisk={false}
          data-autofocus
          autoComplete="organization"
          error={problems?.name === true ? t('start.profile.nameMissing') : null}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          className={css['full'] ?? ''}
          label={t('start.profile.street')}
          value={draft.street}
          maxLength={120}
          autoComplete="street-address"
          onChange={(event) => set({ street: event.currentTarget.value })}
        />
        <TextInput
          className={css['third'] ?? ''}
          label={t('start.profile.postcode')}
          value={draft.postcode}
          maxLength={12}
          autoComplete="postal-code"
          onChange={(event) => set({ postcode: event.currentTarget.value })}
        />
        <TextInput
          className={css['twoThirds'] ?? ''}
          label={t('start.profile.city')}
          value={draft.city}
          maxLength={80}
          autoComplete="address-level2"
          onChange={(event) => set({ city: event.currentTarget.value })}
        />
        <LawPart draft={draft} set={set} problems={problems} onChange={onChange} />
      </div>
    </fieldset>
  );
}

function PaymentPart({ draft, set }: PartProps): ReactElement {
  const { t } = useText();
  return (
    <fieldset className={css['group']}>
      <legend>{t('start.profile.payment')}</legend>
      <div className={css['grid']}>
        <div className={css['half']}>
          <IbanInput
            label={t('start.profile.iban')}
            hint={t('start.profile.ibanHint')}
            value={draft.ibans[0] ?? ''}
            onChange={(iban) => set({ ibans: [iban, ...draft.ibans.slice(1)] })}
          />
        </div>
        <TextInput
          className={css['half'] ?? ''}
          label={t('start.profile.accountName')}
          description={t('start.profile.accountNameHint')}
          placeholder={draft.name}
          value={draft.accountName}
          maxLength={70}
          autoComplete="off"
          onChange={(event) => set({ accountName: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}

function ContactPart({ draft, set, problems }: PartProps): ReactElement {
  const { t } = useText();
  return (
    <fieldset className={css['group']}>
      <legend>{t('start.profile.contact')}</legend>
      <div className={css['grid']}>
        <TextInput
          className={css['half'] ?? ''}
          label={t('start.profile.phone')}
          value={draft.phone}
          maxLength={40}
          autoComplete="tel"
          onChange={(event) => set({ phone: event.currentTarget.value })}
        />
        <TextInput
          className={css['half'] ?? ''}
          label={t('start.profile.email')}
          value={draft.email}
          maxLength={120}
          autoComplete="email"
          error={problems?.email === true ? t('start.profile.emailBad') : null}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <TextInput
          className={css['half'] ?? ''}
          label={t('start.profile.signer')}
          value={draft.signerName}
          maxLength={80}
          autoComplete="name"
          onChange={(event) => set({ signerName: event.currentTarget.value })}
        />
        <LogoField value={draft.logo} onChange={(logo) => set({ logo })} />
      </div>
    </fieldset>
  );
}

/** The profile of the own company, as it will stand in letters: at the first start and in the settings. */
export function CompanyForm(props: CompanyFormProps): ReactElement {
  const set = (patch: Partial<CompanyProfile>): void => props.onChange({ ...props.draft, ...patch });
  return (
    <div>
      <CompanyPart {...props} set={set} />
      <PaymentPart {...props} set={set} />
      <ContactPart {...props} set={set} />
    </div>
  );
}
