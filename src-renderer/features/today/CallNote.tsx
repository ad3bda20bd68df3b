import { Modal, Select, Textarea } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { CallInput } from '../../../src-shared/contract/index.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import type { Call } from './overviewTypes.ts';
import css from './TodayPage.module.css';

type CallReason = NonNullable<CallInput<'customers.addNote'>['reason']>;
const reasons = ['forgotten', 'cannot-pay', 'disagrees', 'not-received', 'in-approval', 'other'] as const satisfies readonly CallReason[];
const isReason = (text: string | null): text is CallReason => reasons.some((reason) => reason === text);

function NoteForm({ call, onClose }: { readonly call: Call; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const [text, setText] = useState('');
  const [reason, setReason] = useState<CallReason | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const add = useMutationCall('customers.addNote', { showsErrorItself: true });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (text.trim() === '' || reason === null) return;
    add.mutate(
      { customerId: call.customerId, kind: 'call', text: text.trim(), reason },
      {
        onSuccess: () => {
          showToast({ message: t('today.call.saved', { name: call.customerName }) });
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className={css['form']}>
      <Textarea
        label={t('today.call.noteText')}
        value={text}
        maxLength={4000}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        error={wasTried && text.trim() === '' ? t('common.required') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label={t('today.call.noteReason')}
        value={reason}
        data={reasons.map((value) => ({ value, label: t(`today.call.reasons.${value}`) }))}
        error={wasTried && reason === null ? t('today.call.chooseReason') : undefined}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => setReason(isReason(value) ? value : null)}
      />
      {add.error !== null && <ErrorState error={add.error} />}
      <div className={css['formActions']}>
        <Button keycap="Esc" onClick={onClose}>
          {t('common.back')}
        </Button>
        <Button type="submit" variant="filled" busy={add.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

/** What came out of a call: the words, and the reason why it is not paid yet, which is never left out. */
export function CallNote({ call, onClose }: { readonly call: Call | null; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  return (
    <Modal opened={call !== null} onClose={onClose} size={460} withCloseButton={false} title={call === null ? '' : t('today.call.noteTitle', { name: call.contactName ?? call.customerName })}>
      {call !== null && <NoteForm key={call.customerId} call={call} onClose={onClose} />}
    </Modal>
  );
}
