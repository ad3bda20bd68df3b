import { Select } from '@mantine/core';
import { type FocusEvent, type ReactElement, useState } from 'react';
import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { AccentField } from './AccentField.tsx';
import css from './CompanyForm.module.css';
import type { CheckedField, ProfileProblems } from './companyDraft.ts';
import { type CompanyFormState, CompanyTextField } from './CompanyTextField.tsx';
import { EnvelopePart, type TestPage } from './EnvelopePart.tsx';
import { IbanField, MoreIbans } from './IbanFields.tsx';
import { LogoField } from './LogoField.tsx';

type CompanyFormProps = {
  readonly draft: CompanyProfile;
  readonly onChange: (draft: CompanyProfile) => void;
  readonly problems: ProfileProblems;
  /** True once the user tried to save: from then on everything wrong is said, not only in fields that were left. */
  readonly wasTried: boolean;
};
type PartProps = { readonly form: CompanyFormState };

const letterLanguages = [
  { value: 'nl', label: 'Nederlands' },
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const;

/** What decides law and language, and the numbers of the registers. */
function LawFields({ form }: PartProps): ReactElement {
  const { t } = useText();
  const { draft, set } = form;
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
      <CompanyTextField
        form={form}
        field="registrationNumber"
        width="half"
        label={draft.country === 'BE' ? t('start.profile.registrationBe') : t('start.profile.registrationNl')}
        problem={t('start.profile.registrationBad')}
        isCode
      />
      <CompanyTextField
        form={form}
        field="vatNumber"
        width="half"
        label={t('start.profile.vat')}
        problem={t('start.profile.vatBad')}
        isCode
      />
    </>
  );
}

/** What the first start asks: who writes, under which law, and where the money goes. */
function Essentials({ form }: PartProps): ReactElement {
  const { t } = useText();
  return (
    <fieldset className={css['group']}>
      <legend>{t('start.profile.company')}</legend>
      <div className={css['grid']}>
        <CompanyTextField
          form={form}
          field="name"
          width="full"
          label={t('start.profile.name')}
          problem={t('start.profile.nameMissing')}
          autoComplete="organization"
          takesFocus
        />
        <CompanyTextField form={form} field="street" width="full" label={t('start.profile.street')} autoComplete="street-address" />
        <CompanyTextField form={form} field="postcode" width="third" label={t('start.profile.postcode')} autoComplete="postal-code" />
        <CompanyTextField form={form} field="city" width="twoThirds" label={t('start.profile.city')} autoComplete="address-level2" />
        <LawFields form={form} />
        <div className={css['half']}>
          <IbanField form={form} index={0} label={t('start.profile.iban')} hint={t('start.profile.ibanHint')} />
        </div>
        <CompanyTextField
          form={form}
          field="email"
          width="half"
          label={t('start.profile.email')}
          problem={t('start.profile.emailBad')}
          autoComplete="email"
        />
      </div>
    </fieldset>
  );
}

function SignatureAndReach({ form }: PartProps): ReactElement {
  const { t } = useText();
  return (
    <fieldset className={css['group']}>
      <legend>{t('start.profile.contact')}</legend>
      <div className={css['grid']}>
        <CompanyTextField
          form={form}
          field="signerName"
          width="half"
          label={t('start.profile.signer')}
          hint={t('start.profile.signerHint')}
          autoComplete="name"
        />
        <CompanyTextField
          form={form}
          field="signerRole"
          width="half"
          label={t('start.profile.signerRole')}
          autoComplete="organization-title"
        />
        <CompanyTextField form={form} field="phone" width="half" label={t('start.profile.phone')} autoComplete="tel" />
        <CompanyTextField
          form={form}
          field="website"
          width="half"
          label={t('start.profile.website')}
          problem={t('start.profile.websiteBad')}
          autoComplete="url"
        />
      </div>
    </fieldset>
  );
}

function MorePayment({ form }: PartProps): ReactElement {
  const { t } = useText();
  return (
    <fieldset className={css['group']}>
      <legend>{t('start.profile.payment')}</legend>
      <div className={css['grid']}>
        <CompanyTextField
          form={form}
          field="accountName"
          width="half"
          label={t('start.profile.accountName')}
          hint={t('start.profile.accountNameHint')}
          placeholder={form.draft.name.slice(0, 70)}
        />
        <CompanyTextField
          form={form}
          field="bic"
          width="half"
          label={t('start.profile.bic')}
          hint={t('start.profile.bicHint')}
          problem={t('start.profile.bicBad')}
          isCode
        />
        <MoreIbans form={form} />
      </div>
    </fieldset>
  );
}

function Looks({ form }: PartProps): ReactElement {
  const { t } = useText();
  return (
    <fieldset className={css['group']}>
      <legend>{t('start.profile.looks')}</legend>
      <div className={css['grid']}>
        <CompanyTextField
          form={form}
          field="tagline"
          width="full"
          label={t('start.profile.tagline')}
          hint={t('start.profile.taglineHint')}
        />
        <LogoField value={form.draft.logo} onChange={(logo) => form.set({ logo })} />
        <AccentField form={form} />
      </div>
    </fieldset>
  );
}

/** Says a problem when its field is left, and all of them after an attempt to save; a field that was never touched stays quiet. */
function useFormState({
  draft,
  onChange,
  problems,
  wasTried,
}: CompanyFormProps): CompanyFormState & { readonly leave: (event: FocusEvent) => void } {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const fields = problems.fields;
  const says = (field: CheckedField): boolean => fields[field] && (wasTried || left.has(field));
  return {
    draft,
    set: (patch) => onChange({ ...draft, ...patch }),
    problems,
    wasTried,
    shown: {
      name: says('name'),
      registrationNumber: says('registrationNumber'),
      vatNumber: says('vatNumber'),
      email: says('email'),
      website: says('website'),
      bic: says('bic'),
      accentColour: says('accentColour'),
    },
    leave: ({ target }) => {
      if (target instanceof HTMLInputElement && target.name !== '' && !left.has(target.name)) setLeft(new Set([...left, target.name]));
    },
  };
}

/** The short form of the first start; what else letters can show waits under one button. */
export function ShortCompanyForm(props: CompanyFormProps): ReactElement {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { leave, ...form } = useFormState(props);
  const hidesProblem =
    form.shown.website || form.shown.bic || form.shown.accentColour || props.problems.ibans.slice(1).some((problem) => problem !== null);
  const showsMore = isOpen || hidesProblem;
  return (
    <div onBlur={leave}>
      <Essentials form={form} />
      <div className={css['more']}>
        <Button variant="text" flush aria-expanded={showsMore} onClick={() => setIsOpen(!showsMore)}>
          {t('start.profile.more')}
        </Button>
      </div>
      {showsMore && (
        <>
          <SignatureAndReach form={form} />
          <MorePayment form={form} />
          <Looks form={form} />
        </>
      )}
    </div>
  );
}

/** Everything letters and e-mails can say about the own company. */
export function CompanyForm({ testPage, ...props }: CompanyFormProps & { readonly testPage: TestPage }): ReactElement {
  const { leave, ...form } = useFormState(props);
  return (
    <div onBlur={leave}>
      <Essentials form={form} />
      <SignatureAndReach form={form} />
      <MorePayment form={form} />
      <Looks form={form} />
      <EnvelopePart form={form} testPage={testPage} />
    </div>
  );
}
