import { Checkbox, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { downloadFile } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { useJob } from '../../ui/useJob.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** Everything about this debt in one archive, for who takes it over; our own follow-up pauses from then on unless that is taken off. */
export function DossierForm({ detail, onClose }: { readonly detail: CustomerDetail; readonly onClose: () => void }): ReactElement {
  const { t, format } = useText();
  const run = useJob();
  const [recipient, setRecipient] = useState('');
  const [stopsFollowUp, setStops] = useState(true);
  const make = async (): Promise<void> => {
    onClose();
    const made = await run(
      'dossier.make',
      { customerId: detail.customerId, recipient: recipient.trim(), stopsFollowUp },
      {
        name: t('customers.dossier.job', { name: detail.fields.name }),
        describe: ({ files, pausedUntil }) => ({
          state: 'done',
          detail: pausedUntil === null ? t('customers.dossier.done', { count: files }) : t('customers.dossier.donePaused', { count: files, date: format.date(pausedUntil, 'long') }),
        }),
      },
    );
    if (made === null) return;
    downloadFile(made.portfolio);
    downloadFile(made.file);
  };
  return (
    <DialogFrame save={t('customers.dossier.make')} isBusy={false} error={null} isComplete onSave={() => void make()} onClose={onClose}>
      {() => (
        <>
          <p className={css['lead']}>{t('customers.dossier.body')}</p>
          <div className={css['fields']}>
            <TextInput
              className={css['full'] ?? ''}
              data-autofocus
              label={t('customers.dossier.recipient')}
              description={t('customers.dossier.recipientHint')}
              value={recipient}
              maxLength={200}
              onChange={(event) => setRecipient(event.currentTarget.value)}
            />
            <Checkbox className={css['full'] ?? ''} label={t('customers.dossier.stop')} checked={stopsFollowUp} onChange={(event) => setStops(event.currentTarget.checked)} />
          </div>
        </>
      )}
    </DialogFrame>
  );
}
