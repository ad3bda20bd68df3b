import { Modal, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { useToday } from '../../app/appState.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { showToast } from '../../ui/toastStore.ts';
import type { BatchItem } from './batchTypes.ts';
import css from './BatchPage.module.css';

const usualDays = 14;

function HoldForm({ item, onClose }: { readonly item: BatchItem; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<PlainDateText | null>(addDays(today, usualDays));
  const [wasTried, setWasTried] = useState(false);
  const hold = useMutationCall('batch.hold', { showsErrorItself: true });
  const end = useMutationCall('customers.endHold');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (reason.trim() === '' || until === null) return;
    hold.mutate(
      { messageId: item.messageId, reason: reason.trim(), until },
      {
        onSuccess: ({ holdId }) => {
          showToast({ tone: 'held', message: t('batch.holding.done', { name: item.customerName, date: until }), undo: () => end.mutate({ holdId }) });
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className={css['dialogForm']}>
      <TextInput
        label={t('batch.holding.reason')}
        value={reason}
        maxLength={500}
        data-autofocus
        error={wasTried && reason.trim() === '' ? t('batch.holding.reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <DateInput label={t('batch.holding.until')} value={until} min={today} required onChange={setUntil} />
      {hold.error !== null && <ErrorState error={hold.error} />}
      <div className={css['dialogActions']}>
        <Button keycap="Esc" onClick={onClose}>
          {t('common.back')}
        </Button>
        <Button type="submit" variant="filled" busy={hold.isPending}>
          {t('batch.holding.confirm')}
        </Button>
      </div>
    </form>
  );
}

/** A step does not just stay behind: it waits with a reason, until a day. */
export function HoldMessage({ item, isOpen, onClose }: { readonly item: BatchItem; readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} size={460} withCloseButton={false} title={t('batch.holding.title', { name: item.customerName })}>
      {isOpen && <HoldForm item={item} onClose={onClose} />}
    </Modal>
  );
}
