import { Select, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { CustomerFields } from '../../../src-shared/contract/customers.ts';
import { useToday } from '../../app/appState.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { DialogFrame } from './DialogFrame.tsx';
import { readTermDays } from './termDays.ts';

type Part = { readonly fields: CustomerFields; readonly set: (patch: Partial<CustomerFields>) => void; readonly wasTried: boolean };
type TextField = { readonly name: 'number' | 'attention' | 'street' | 'postcode' | 'city' | 'registrationNumber' | 'vatNumber' | 'email' | 'phone'; readonly label: string; readonly width: 'full' | 'half' | 'third' | 'twoThirds'; readonly max: number };
const countries = ['NL', 'BE', 'DE', 'FR', 'LU', 'GB'] as const;
const languages = ['nl', 'fr', 'en', 'de'] as const;

/** Details and agreements in one form. Everything changed here is the user's from then on, and imports leave it alone. */
export function FieldsForm({ detail, onClose }: { readonly detail: CustomerDetail; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const [fields, setFields] = useState(detail.fields);
  const [term, setTerm] = useState(detail.fields.termDays === null ? '' : String(detail.fields.termDays));
  const save = useMutationCall('customers.save');
  const set = (patch: Partial<CustomerFields>): void => setFields({ ...fields, ...patch });
  const read = readTermDays(term);
  const submit = (): void => {
    if (!read.ok) return;
    save.mutate(
      { customerId: detail.customerId, fields: { ...fields, termDays: read.days } },
      {
        onSuccess: () => {
          showToast({ message: t('customers.form.saved', { name: fields.name }) });
          onClose();
        },
      },
    );
  };
  return (
    <DialogFrame save={t('common.save')} isBusy={save.isPending} error={save.error} isComplete={fields.name.trim() !== '' && read.ok} onSave={submit} onClose={onClose}>
      {(wasTried) => (
        <>
          <p className={css['lead']}>{t('customers.form.edited')}</p>
          <div className={css['fields']}>
            <DetailFields fields={fields} set={set} wasTried={wasTried} />
            <p className={css['subhead']}>{t('customers.agreements.title')}</p>
            <TextInput
              className={css['third'] ?? ''}
              label={t('customers.form.term')}
              inputMode="numeric"
              value={term}
              maxLength={3}
              description={t('customers.form.termHint')}
              error={read.ok ? null : t('customers.form.termBad')}
              onChange={(event) => setTerm(event.currentTarget.value)}
            />
            <AgreementFields fields={fields} set={set} wasTried={wasTried} />
          </div>
        </>
      )}
    </DialogFrame>
  );
}

function DetailFields({ fields, set, wasTried }: Part): ReactElement {
  const { t } = useText();
  const texts: readonly TextField[] = [
    { name: 'number', label: t('customers.details.number'), width: 'third', max: 60 },
    { name: 'attention', label: t('customers.form.attention'), width: 'half', max: 120 },
    { name: 'street', label: t('customers.form.street'), width: 'half', max: 160 },
    { name: 'postcode', label: t('customers.form.postcode'), width: 'third', max: 16 },
    { name: 'city', label: t('customers.form.city'), width: 'third', max: 100 },
  ];
  const more: readonly TextField[] = [
    { name: 'email', label: t('customers.details.email'), width: 'half', max: 160 },
    { name: 'phone', label: t('customers.details.phone'), width: 'half', max: 40 },
    { name: 'registrationNumber', label: t('customers.details.registration'), width: 'half', max: 30 },
    { name: 'vatNumber', label: t('customers.details.vat'), width: 'half', max: 30 },
  ];
  const text = (field: TextField): ReactElement => (
    <TextInput
      key={field.name}
      className={css[field.width] ?? ''}
      label={field.label}
      value={fields[field.name]}
      maxLength={field.max}
      autoComplete="off"
      onChange={(event) => set({ [field.name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <TextInput
        className={css['twoThirds'] ?? ''}
        data-autofocus
        label={t('customers.form.name')}
        value={fields.name}
        maxLength={200}
        error={wasTried && fields.name.trim() === '' ? t('customers.form.nameMissing') : null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {texts.map(text)}
      <Select
        className={css['third'] ?? ''}
        label={t('customers.form.country')}
        data={[...new Set([...countries, fields.country])]}
        value={fields.country}
        allowDeselect={false}
        onChange={(country) => country !== null && set({ country })}
      />
      {more.map(text)}
    </>
  );
}

function AgreementFields({ fields, set }: Part): ReactElement {
  const { t } = useText();
  const today = useToday();
  const ladders = useCall('ladders.list', {});
  const standard = ladders.data?.ladders.find((ladder) => ladder.key === ladders.data.standard)?.name;
  return (
    <>
      <Select
        className={css['twoThirds'] ?? ''}
        label={t('customers.agreements.ladder')}
        data={[
          { value: '', label: standard === undefined ? t('customers.agreements.ladderStandard') : `${t('customers.agreements.ladderStandard')} (${standard})` },
          ...(ladders.data?.ladders ?? []).map((ladder) => ({ value: ladder.key, label: ladder.name })),
        ]}
        value={fields.ladder ?? ''}
        allowDeselect={false}
        onChange={(ladder) => set({ ladder: ladder === '' ? null : ladder })}
      />
      <Select
        className={css['third'] ?? ''}
        label={t('customers.agreements.language')}
        data={languages.map((value) => ({ value, label: t(`customers.language.${value}`) }))}
        value={fields.language}
        allowDeselect={false}
        onChange={(language) => language !== null && set({ language })}
      />
      <Select
        className={css['third'] ?? ''}
        label={t('customers.agreements.channel')}
        data={(['email', 'letter'] as const).map((value) => ({ value, label: t(`customers.agreements.channels.${value}`) }))}
        value={fields.channel}
        allowDeselect={false}
        onChange={(channel) => channel !== null && set({ channel })}
      />
      <Select
        className={css['third'] ?? ''}
        label={t('customers.agreements.kind')}
        data={(['business', 'consumer'] as const).map((value) => ({ value, label: t(`customers.agreements.kinds.${value}`) }))}
        value={fields.kind}
        allowDeselect={false}
        onChange={(kind) => kind !== null && set({ kind })}
      />
      <div className={css['half']}>
        <DateInput label={t('customers.agreements.insolvent')} value={fields.insolventOn} max={today} hint={t('customers.form.insolventHint')} onChange={(insolventOn) => set({ insolventOn })} />
      </div>
    </>
  );
}
