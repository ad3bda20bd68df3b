import { Radio, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { showToast } from '../../ui/toastStore.ts';
import { DialogFrame } from '../customers/DialogFrame.tsx';
import css from './PaymentPlans.module.css';
import type { Plan } from './planTypes.ts';

const kinds = ['ended', 'cancelled'] as const;

/** A plan ends with a reason; what was agreed and paid stays to be seen. */
export function EndPlanForm({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const [kind, setKind] = useState<(typeof kinds)[number]>('ended');
  const [reason, setReason] = useState('');
  const end = useMutationCall('paymentPlans.end', { showsErrorItself: true });
  const save = (): void =>
    end.mutate(
      { planId: plan.planId, kind, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({ message: t('paymentPlans.end.saved', { reference: plan.reference }) });
          onClose();
        },
      },
    );
  return (
    <DialogFrame save={t('paymentPlans.end.save')} isBusy={end.isPending} error={end.error} isComplete={reason.trim() !== ''} onSave={save} onClose={onClose}>
      {(wasTried) => (
        <>
          <p className={css['lead']}>{t('paymentPlans.end.lead')}</p>
          <Radio.Group className={css['kinds'] ?? ''} label={t('paymentPlans.end.kind')} value={kind} onChange={(value) => setKind(value === 'cancelled' ? 'cancelled' : 'ended')}>
            {kinds.map((one) => (
              <Radio key={one} value={one} label={t(`paymentPlans.end.kinds.${one}`)} />
            ))}
          </Radio.Group>
          <TextInput
            data-autofocus
            label={t('paymentPlans.end.reason')}
            value={reason}
            maxLength={500}
            error={wasTried && reason.trim() === '' ? t('common.required') : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </DialogFrame>
  );
}
