import { Select, Textarea } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { CallInput } from '../../../src-shared/contract/index.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { DialogFrame } from './DialogFrame.tsx';

type CallReason = NonNullable<CallInput<'customers.addNote'>['reason']>;
const reasons = ['forgotten', 'cannot-pay', 'disagrees', 'not-received', 'in-approval', 'other'] as const satisfies readonly CallReason[];

type NoteFormProps = { readonly detail: CustomerDetail; readonly noteKind: 'note' | 'call'; readonly onPromise: () => void; readonly onClose: () => void };

/** A note, or what was said in a call with the reason why nothing was paid; the reason says what to do then. */
export function NoteForm({ detail, noteKind, onPromise, onClose }: NoteFormProps): ReactElement {
  const { t } = useText();
  const [text, setText] = useState('');
  const [reason, setReason] = useState<CallReason | null>(null);
  const add = useMutationCall('customers.addNote');
  const isCall = noteKind === 'call';
  const save = (after: () => void): void =>
    add.mutate(
      { customerId: detail.customerId, kind: noteKind, text, reason },
      {
        onSuccess: () => {
          showToast({ message: t('customers.note.saved') });
          after();
        },
      },
    );
  const isComplete = text.trim() !== '' && (!isCall || reason !== null);
  return (
    <DialogFrame
      save={t('customers.note.save')}
      isBusy={add.isPending}
      error={add.error}
      isComplete={isComplete}
      onSave={() => save(onClose)}
      onClose={onClose}
      {...(isCall && isComplete && reason === 'cannot-pay' && { extra: <Button onClick={() => save(onPromise)}>{t('customers.note.alsoPromise')}</Button> })}
    >
      {(wasTried) => (
        <div className={css['fields']}>
          <Textarea
            className={css['full'] ?? ''}
            data-autofocus
            label={isCall ? t('customers.note.text') : t('customers.note.noteText')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={4000}
            value={text}
            error={wasTried && text.trim() === '' ? t('common.required') : null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {isCall && (
            <Select
              className={css['full'] ?? ''}
              label={t('customers.note.reason')}
              placeholder={t('customers.note.reasonMissing')}
              data={reasons.map((value) => ({ value, label: t(`customers.note.reasons.${value}`) }))}
              value={reason}
              allowDeselect={false}
              description={reason === null ? null : t(`customers.note.advice.${reason}`)}
              error={wasTried && reason === null ? t('customers.note.reasonMissing') : null}
              onChange={setReason}
            />
          )}
        </div>
      )}
    </DialogFrame>
  );
}
