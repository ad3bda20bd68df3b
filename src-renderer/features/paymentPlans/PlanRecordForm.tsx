import { TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { useToday } from '../../app/appState.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { DialogFrame } from '../customers/DialogFrame.tsx';
import css from './PaymentPlans.module.css';
import { missedPlace, type Plan } from './planTypes.ts';

type Given = { readonly plan: Plan; readonly kind: 'accept' | 'notice'; readonly onClose: () => void };

/** Records that both signed, or that a missed instalment was told in writing: on what day, and by whom or how. */
export function PlanRecordForm({ plan, kind, onClose }: Given): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const place = missedPlace(plan);
  const missed = plan.instalments[place];
  const [on, setOn] = useState<PlainDateText | null>(kind === 'accept' && plan.signBy < today ? plan.signBy : today);
  const [by, setBy] = useState('');
  const accept = useMutationCall('paymentPlans.accept', { showsErrorItself: true });
  const notice = useMutationCall('paymentPlans.notice', { showsErrorItself: true });
  const withdraw = useMutationCall('paymentPlans.withdraw');
  const { reference, planId } = plan;
  const save = (): void => {
    if (on === null) return;
    const after = {
      onSuccess: ({ eventId }: { readonly eventId: number }) => {
        showToast({ message: t(`paymentPlans.record.${kind}.saved`, { reference }), undo: () => withdraw.mutate({ eventId }) });
        onClose();
      },
    };
    if (kind === 'accept') accept.mutate({ planId, on, by: by.trim() }, after);
    else notice.mutate({ planId, on, by: by.trim(), position: place + 1 }, after);
  };
  return (
    <DialogFrame
      save={t(`paymentPlans.record.${kind}.save`)}
      isBusy={accept.isPending || notice.isPending}
      error={accept.error ?? notice.error}
      isComplete={on !== null && by.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      {(wasTried) => (
        <div className={css['record']}>
          <p className={css['lead']}>
            {kind === 'accept' || missed === undefined
              ? t('paymentPlans.record.accept.lead', { date: format.date(plan.signBy, 'long') })
              : t('paymentPlans.record.notice.lead', { date: format.date(missed.dueOn, 'long'), amount: format.amount(missed.restCents, plan.currency), reference })}
          </p>
          <DateInput label={t(`paymentPlans.record.${kind}.on`)} value={on} max={today} required onChange={setOn} {...(wasTried && on === null && { error: t('common.required') })} />
          <TextInput
            data-autofocus
            label={t(`paymentPlans.record.${kind}.by`)}
            value={by}
            maxLength={200}
            error={wasTried && by.trim() === '' ? t('common.required') : null}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
        </div>
      )}
    </DialogFrame>
  );
}
