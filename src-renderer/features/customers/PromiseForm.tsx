import { type ReactElement, useState } from 'react';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { useToday } from '../../app/appState.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { AmountInput } from '../../ui/inputs/AmountInput.tsx';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** What the customer said he would pay, and by when; from then on it is held against what came in. */
export function PromiseForm({ detail, onClose }: { readonly detail: CustomerDetail; readonly onClose: () => void }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const start = detail.overdue > 0 ? detail.overdue : detail.open;
  const [amount, setAmount] = useState<Cents | null>(start > 0 ? start : null);
  const [on, setOn] = useState<PlainDateText | null>(addDays(today, 7));
  const add = useMutationCall('customers.addPromise');
  const save = (): void => {
    if (amount === null || on === null) return;
    add.mutate(
      { customerId: detail.customerId, on, cents: amount },
      {
        onSuccess: () => {
          showToast({ message: t('customers.promise.saved', { date: format.date(on, 'long') }) });
          onClose();
        },
      },
    );
  };
  return (
    <DialogFrame save={t('customers.promise.save')} isBusy={add.isPending} error={add.error} isComplete={amount !== null && amount > 0 && on !== null} onSave={save} onClose={onClose}>
      {(wasTried) => (
        <>
          <p className={css['lead']}>{t('customers.promise.hint')}</p>
          <div className={css['fields']}>
            <div className={css['half']}>
              <AmountInput label={t('customers.promise.amount')} value={amount} required onChange={setAmount} {...(wasTried && (amount ?? 0) <= 0 && { error: t('common.required') })} />
            </div>
            <div className={css['half']}>
              <DateInput label={t('customers.promise.on')} value={on} min={today} required onChange={setOn} {...(wasTried && on === null && { error: t('common.required') })} />
            </div>
          </div>
        </>
      )}
    </DialogFrame>
  );
}
