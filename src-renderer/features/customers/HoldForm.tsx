import { TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { useToday } from '../../app/appState.ts';
import { call } from '../../backend/client.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** A pause: always with a reason, always with an end. */
export function HoldForm({ detail, documentId, onClose }: { readonly detail: CustomerDetail; readonly documentId: number | null; readonly onClose: () => void }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<PlainDateText | null>(addDays(today, 14));
  const hold = useMutationCall('customers.hold');
  const name = detail.openItems.find((item) => item.documentId === documentId)?.number ?? detail.fields.name;
  const save = (): void => {
    if (until === null) return;
    hold.mutate(
      { customerId: detail.customerId, documentId, reason, until },
      {
        onSuccess: ({ holdId }) => {
          showToast({
            tone: 'held',
            message: t('customers.hold.saved', { name, date: format.date(until, 'long') }),
            undo: () => void call('customers.endHold', { holdId }),
          });
          onClose();
        },
      },
    );
  };
  return (
    <DialogFrame save={t('customers.hold.save')} isBusy={hold.isPending} error={hold.error} isComplete={reason.trim() !== '' && until !== null} onSave={save} onClose={onClose}>
      {(wasTried) => (
        <>
          <p className={css['lead']}>{t('customers.hold.body')}</p>
          <div className={css['fields']}>
            <TextInput
              className={css['full'] ?? ''}
              data-autofocus
              label={t('customers.hold.reason')}
              value={reason}
              maxLength={500}
              error={wasTried && reason.trim() === '' ? t('common.required') : null}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <div className={css['half']}>
              <DateInput label={t('customers.hold.until')} value={until} min={today} required onChange={setUntil} {...(wasTried && until === null && { error: t('common.required') })} />
            </div>
          </div>
        </>
      )}
    </DialogFrame>
  );
}
