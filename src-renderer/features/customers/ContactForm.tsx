import { Checkbox, Select, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { CallInput } from '../../../src-shared/contract/index.ts';
import { isGenericMailbox } from '../../../src-shared/genericMailbox.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { DialogFrame } from './DialogFrame.tsx';

type Fields = CallInput<'customers.saveContact'>['fields'];
const roles = ['accounts-payable', 'approver', 'buyer', 'project', 'management', 'legal', 'other'] as const satisfies readonly Fields['role'][];
const languages = ['nl', 'fr', 'en', 'de'] as const;
const isEmail = (text: string): boolean => /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$/.test(text);

const emptyContact = (isFirst: boolean): Fields => ({ name: '', role: 'accounts-payable', email: '', phone: '', language: null, isPaymentContact: isFirst, canReleasePayment: false });

type ContactFormProps = { readonly detail: CustomerDetail; readonly contactId: number | null; readonly onClose: () => void };

/** A contact with its role; warns of general mailboxes and of people who do not pay, and blocks neither. */
export function ContactForm({ detail, contactId, onClose }: ContactFormProps): ReactElement {
  const { t } = useText();
  const known = detail.contacts.find((contact) => contact.contactId === contactId);
  const [fields, setFields] = useState<Fields>(() => {
    if (known === undefined) return emptyContact(!detail.contacts.some((contact) => contact.isPaymentContact));
    const { contactId: _id, ...stored } = known;
    return stored;
  });
  const save = useMutationCall('customers.saveContact');
  const isEmpty = [fields.name, fields.email, fields.phone].every((text) => text.trim() === '');
  const isEmailBad = fields.email.trim() !== '' && !isEmail(fields.email.trim());
  const name = fields.name.trim() === '' ? fields.email.trim() : fields.name.trim();
  const submit = (): void =>
    save.mutate(
      { customerId: detail.customerId, contactId, fields: { ...fields, name: fields.name.trim(), email: fields.email.trim(), phone: fields.phone.trim() } },
      {
        onSuccess: () => {
          showToast({ message: t('customers.contact.saved', { name }) });
          onClose();
        },
      },
    );
  return (
    <DialogFrame
      save={t('customers.contact.save')}
      isBusy={save.isPending}
      error={save.error}
      isComplete={!isEmpty && !isEmailBad}
      onSave={submit}
      onClose={onClose}
      {...(contactId !== null && { extra: <RemoveButton customerId={detail.customerId} contactId={contactId} fields={fields} onClose={onClose} /> })}
    >
      {(wasTried) => (
        <ContactFields fields={fields} set={(patch) => setFields({ ...fields, ...patch })} problems={{ isEmpty: wasTried && isEmpty, isEmailBad: wasTried && isEmailBad }} />
      )}
    </DialogFrame>
  );
}

type ContactFieldsProps = { readonly fields: Fields; readonly set: (patch: Partial<Fields>) => void; readonly problems: { readonly isEmpty: boolean; readonly isEmailBad: boolean } };

function ContactFields({ fields, set, problems }: ContactFieldsProps): ReactElement {
  const { t } = useText();
  const isBuyer = fields.role === 'buyer' || fields.role === 'project';
  return (
    <div className={css['fields']}>
      <TextInput
        className={css['half'] ?? ''}
        data-autofocus
        label={t('customers.contact.name')}
        value={fields.name}
        maxLength={120}
        error={problems.isEmpty ? t('customers.contact.needed') : null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        className={css['half'] ?? ''}
        label={t('customers.contact.role')}
        data={roles.map((value) => ({ value, label: t(`customers.contact.roles.${value}`) }))}
        value={fields.role}
        allowDeselect={false}
        onChange={(role) => role !== null && set({ role })}
      />
      <TextInput
        className={css['full'] ?? ''}
        label={t('customers.contact.email')}
        type="email"
        value={fields.email}
        maxLength={160}
        autoComplete="off"
        error={problems.isEmailBad ? t('customers.contact.emailBad') : null}
        description={isGenericMailbox(fields.email.trim()) ? <span style={{ color: 'var(--t-amber)' }}>{t('customers.contact.generic', { address: fields.email.trim() })}</span> : null}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <TextInput className={css['half'] ?? ''} label={t('customers.contact.phone')} type="tel" value={fields.phone} maxLength={40} onChange={(event) => set({ phone: event.currentTarget.value })} />
      <Select
        className={css['half'] ?? ''}
        label={t('customers.contact.language')}
        data={[{ value: '', label: t('customers.contact.languageOfCustomer') }, ...languages.map((value) => ({ value, label: t(`customers.language.${value}`) }))]}
        value={fields.language ?? ''}
        allowDeselect={false}
        onChange={(value) => set({ language: languages.find((known) => known === value) ?? null })}
      />
      <div className={css['full']}>
        <Checkbox
          label={t('customers.contact.isPayment')}
          description={fields.isPaymentContact && isBuyer ? <span style={{ color: 'var(--t-amber)' }}>{t('customers.contact.buyer')}</span> : null}
          checked={fields.isPaymentContact}
          onChange={(event) => set({ isPaymentContact: event.currentTarget.checked })}
        />
      </div>
      <div className={css['full']}>
        <Checkbox label={t('customers.contact.release')} checked={fields.canReleasePayment} onChange={(event) => set({ canReleasePayment: event.currentTarget.checked })} />
      </div>
    </div>
  );
}

type RemoveButtonProps = { readonly customerId: number; readonly contactId: number; readonly fields: Fields; readonly onClose: () => void };

/** Removing asks nothing, because it can be undone. */
function RemoveButton({ customerId, contactId, fields, onClose }: RemoveButtonProps): ReactElement {
  const { t } = useText();
  const sentence = useErrorSentence();
  const remove = useMutationCall('customers.removeContact');
  const restore = useMutationCall('customers.saveContact');
  const name = fields.name === '' ? fields.email : fields.name;
  return (
    <Button
      variant="danger"
      busy={remove.isPending}
      onClick={() =>
        remove.mutate(
          { contactId },
          {
            onSuccess: () => {
              showToast({ message: t('customers.contact.removed', { name }), undo: () => restore.mutate({ customerId, contactId: null, fields }) });
              onClose();
            },
            onError: (error) => showToast({ tone: 'warning', message: sentence(error) }),
          },
        )
      }
    >
      {t('customers.contact.remove')}
    </Button>
  );
}
