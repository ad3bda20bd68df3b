import { Textarea } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { AmountInput } from '../../ui/inputs/AmountInput.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** A dispute over a part of what is open; the rest goes on. */
export function DisputeForm({ detail, documentId, onClose }: { readonly detail: CustomerDetail; readonly documentId: number; readonly onClose: () => void }): ReactElement {
  const { t, format } = useText();
  const item = detail.openItems.find((one) => one.documentId === documentId);
  const disputed = sumCents(detail.disputes.filter((one) => one.documentId === documentId).map((one) => one.cents));
  const left = item === undefined ? zeroCents : subtractCents(item.open, disputed);
  const [amount, setAmount] = useState<Cents | null>(left);
  const [reason, setReason] = useState('');
  const open = useMutationCall('customers.openDispute');
  const isTooMuch = amount !== null && (amount > left || amount <= 0);
  const save = (): void => {
    if (amount === null) return;
    open.mutate(
      { documentId, cents: amount, reason },
      {
        onSuccess: () => {
          showToast({ message: t('customers.dispute.opened', { number: item?.number ?? '' }) });
          onClose();
        },
      },
    );
  };
  return (
    <DialogFrame
      save={t('customers.dispute.save')}
      isBusy={open.isPending}
      error={open.error}
      isComplete={amount !== null && !isTooMuch && reason.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      {(wasTried) => (
        <div className={css['fields']}>
          <div className={css['half']}>
            <AmountInput
              label={t('customers.dispute.amount')}
              value={amount}
              required
              hint={t('customers.dispute.amountHint', { cents: format.amount(left) })}
              onChange={setAmount}
              {...(isTooMuch && { error: t('customers.dispute.tooMuch') })}
            />
          </div>
          <Textarea
            className={css['full'] ?? ''}
            data-autofocus
            label={t('customers.dispute.reason')}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={wasTried && reason.trim() === '' ? t('common.required') : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      )}
    </DialogFrame>
  );
}
