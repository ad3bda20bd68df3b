import { Checkbox, Select, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { DialogFrame } from '../customers/DialogFrame.tsx';
import css from './Handover.module.css';
import { partyCountries, type Party, type PartyFields, partyKinds } from './handoverTypes.ts';

const emptyFields = (country: PartyFields['country']): PartyFields => ({ kind: 'bailiff', name: '', attention: '', street: '', postcode: '', city: '', country, email: '', phone: '', registration: '' });
const trimmed = (fields: PartyFields): PartyFields => ({
  ...fields,
  name: fields.name.trim(),
  attention: fields.attention.trim(),
  street: fields.street.trim(),
  postcode: fields.postcode.trim(),
  city: fields.city.trim(),
  email: fields.email.trim(),
  phone: fields.phone.trim(),
  registration: fields.registration.trim(),
});

type PartyFormProps = { readonly party: Party | null; readonly country: PartyFields['country']; readonly isFirst: boolean; readonly onClose: () => void };

/** A bailiff, agency or lawyer, and whether announcements to customers of its country name it. */
export function PartyForm({ party, country, isFirst, onClose }: PartyFormProps): ReactElement {
  const { t } = useText();
  const [fields, setFields] = useState<PartyFields>(party?.fields ?? emptyFields(country));
  const [isStandard, setStandard] = useState(party?.isStandard ?? isFirst);
  const save = useMutationCall('handover.saveParty');
  const submit = (): void =>
    save.mutate(
      { partyId: party?.partyId ?? null, fields: trimmed(fields), isStandard },
      {
        onSuccess: () => {
          showToast({ message: t('handover.saved', { name: fields.name.trim() }) });
          onClose();
        },
      },
    );
  return (
    <DialogFrame
      save={t('handover.save')}
      isBusy={save.isPending}
      error={save.error}
      isComplete={fields.name.trim() !== ''}
      onSave={submit}
      onClose={onClose}
      {...(party !== null && { extra: <RemoveButton party={party} onClose={onClose} /> })}
    >
      {(wasTried) => (
        <div className={css['fields']}>
          <NameFields fields={fields} set={(patch) => setFields({ ...fields, ...patch })} isNameMissing={wasTried && fields.name.trim() === ''} />
          <AddressFields fields={fields} set={(patch) => setFields({ ...fields, ...patch })} />
          <Checkbox
            className={css['full'] ?? ''}
            label={t('handover.standard', { country: t(`handover.countries.${fields.country}`) })}
            description={t('handover.standardHint')}
            checked={isStandard}
            onChange={(event) => setStandard(event.currentTarget.checked)}
          />
        </div>
      )}
    </DialogFrame>
  );
}

type FieldsProps = { readonly fields: PartyFields; readonly set: (patch: Partial<PartyFields>) => void };

function NameFields({ fields, set, isNameMissing }: FieldsProps & { readonly isNameMissing: boolean }): ReactElement {
  const { t } = useText();
  return (
    <>
      <Select
        className={css['half'] ?? ''}
        label={t('handover.kind')}
        data={partyKinds.map((value) => ({ value, label: t(`handover.kinds.${value}`) }))}
        value={fields.kind}
        allowDeselect={false}
        onChange={(kind) => kind !== null && set({ kind })}
      />
      <Select
        className={css['half'] ?? ''}
        label={t('handover.country')}
        data={partyCountries.map((value) => ({ value, label: t(`handover.countries.${value}`) }))}
        value={fields.country}
        allowDeselect={false}
        onChange={(country) => country !== null && set({ country })}
      />
      <TextInput
        className={css['full'] ?? ''}
        data-autofocus
        label={t('handover.name')}
        description={t('handover.nameHint')}
        value={fields.name}
        maxLength={120}
        error={isNameMissing ? t('handover.nameNeeded') : null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {fields.kind === 'agency' && (
        <TextInput
          className={css['full'] ?? ''}
          label={t('handover.registration')}
          description={t(`handover.registrationHint.${fields.country}`)}
          value={fields.registration}
          maxLength={60}
          onChange={(event) => set({ registration: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function AddressFields({ fields, set }: FieldsProps): ReactElement {
  const { t } = useText();
  const input = (key: 'attention' | 'street' | 'postcode' | 'city' | 'email' | 'phone', width: 'full' | 'half', maxLength: number): ReactElement => (
    <TextInput
      className={css[width] ?? ''}
      label={t(`handover.${key}`)}
      value={fields[key]}
      maxLength={maxLength}
      autoComplete="off"
      {...(key === 'email' && { type: 'email' })}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {input('attention', 'full', 120)}
      {input('street', 'full', 120)}
      {input('postcode', 'half', 12)}
      {input('city', 'half', 80)}
      {input('email', 'half', 160)}
      {input('phone', 'half', 40)}
    </>
  );
}

/** Removing asks nothing, because it can be undone; customers who were handed over stay so. */
function RemoveButton({ party, onClose }: { readonly party: Party; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const sentence = useErrorSentence();
  const remove = useMutationCall('handover.removeParty');
  const restore = useMutationCall('handover.saveParty');
  const { partyId, fields, isStandard } = party;
  return (
    <Button
      variant="danger"
      busy={remove.isPending}
      onClick={() =>
        remove.mutate(
          { partyId },
          {
            onSuccess: () => {
              showToast({ message: t('handover.removed', { name: fields.name }), undo: () => restore.mutate({ partyId: null, fields, isStandard }) });
              onClose();
            },
            onError: (error) => showToast({ tone: 'warning', message: sentence(error) }),
          },
        )
      }
    >
      {t('handover.remove')}
    </Button>
  );
}
