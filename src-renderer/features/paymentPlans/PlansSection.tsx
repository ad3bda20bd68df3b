import { Modal } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useToday } from '../../app/appState.ts';
import { downloadFile } from '../../backend/files.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { EndPlanForm } from './EndPlanForm.tsx';
import css from './PaymentPlans.module.css';
import type { Plan } from './planTypes.ts';
import { ScheduleTable } from './ScheduleTable.tsx';

/** The payment plans of a customer, newest first, with what is paid and missed of each; nothing at all without one. */
export function PlansSection({ customerId }: { readonly customerId: number }): ReactElement | null {
  const { t } = useText();
  const [ending, setEnding] = useState<Plan | null>(null);
  const plans = useCall('paymentPlans.list', { customerId }).data?.plans ?? [];
  if (plans.length === 0) return null;
  return (
    <Section title={t(plans.length === 1 ? 'paymentPlans.title' : 'paymentPlans.titleMany')} rule={false}>
      {plans.map((plan) => (
        <PlanBlock key={plan.planId} plan={plan} onEnd={() => setEnding(plan)} />
      ))}
      <Modal opened={ending !== null} onClose={() => setEnding(null)} size={500} title={ending === null ? '' : t('paymentPlans.end.title', { reference: ending.reference })} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {ending !== null && <EndPlanForm plan={ending} onClose={() => setEnding(null)} />}
      </Modal>
    </Section>
  );
}

function PlanBlock({ plan, onEnd }: { readonly plan: Plan; readonly onEnd: () => void }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const letter = useMutationCall('paymentPlans.letter');
  const isRunning = plan.state === 'running' || plan.state === 'missed';
  const numbers = plan.documents.map((one) => one.number).join(', ');
  return (
    <article className={css['plan']} aria-label={plan.reference}>
      <p>
        <strong>{plan.reference}</strong>, {t(`paymentPlans.state.${plan.state}`)}
      </p>
      <p className={css['about']}>
        {t('paymentPlans.agreed', { date: format.nearDate(plan.agreedOn, today), numbers })}
        {plan.endedOn !== null && <> · {t('paymentPlans.endedOn', { date: format.nearDate(plan.endedOn, today), reason: plan.endReason })}</>}
      </p>
      {(isRunning || plan.state === 'paid') && <ScheduleTable instalments={plan.instalments} currency={plan.currency} totalCents={plan.totalCents} />}
      <div className={`${css['actions'] ?? ''} no-print`}>
        <Button size="sm" icon={IconFileText} busy={letter.isPending} onClick={() => letter.mutate({ planId: plan.planId }, { onSuccess: ({ pdf }) => downloadFile(pdf) })}>
          {t('paymentPlans.print')}
        </Button>
        {isRunning && (
          <Button size="sm" variant="text" onClick={onEnd}>
            {t('paymentPlans.end.action')}
          </Button>
        )}
      </div>
    </article>
  );
}
