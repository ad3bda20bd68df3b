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
import { PlanRecordForm } from './PlanRecordForm.tsx';
import { isInForce, missedPlace, type Plan } from './planTypes.ts';
import { ScheduleTable } from './ScheduleTable.tsx';

/** The payment plans of a customer, newest first, with what is paid and missed of each; nothing at all without one. */
export function PlansSection({ customerId }: { readonly customerId: number }): ReactElement | null {
  const { t } = useText();
  const [ending, setEnding] = useState<Plan | null>(null);
  const [recording, setRecording] = useState<{ readonly plan: Plan; readonly kind: 'accept' | 'notice' } | null>(null);
  const plans = useCall('paymentPlans.list', { customerId }).data?.plans ?? [];
  if (plans.length === 0) return null;
  return (
    <Section title={t(plans.length === 1 ? 'paymentPlans.title' : 'paymentPlans.titleMany')} rule={false}>
      {plans.map((plan) => (
        <PlanBlock key={plan.planId} plan={plan} onEnd={() => setEnding(plan)} onRecord={(kind) => setRecording({ plan, kind })} />
      ))}
      <Modal opened={ending !== null} onClose={() => setEnding(null)} size={500} title={ending === null ? '' : t('paymentPlans.end.title', { reference: ending.reference })} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {ending !== null && <EndPlanForm plan={ending} onClose={() => setEnding(null)} />}
      </Modal>
      <Modal opened={recording !== null} onClose={() => setRecording(null)} size={500} title={recording === null ? '' : t(`paymentPlans.record.${recording.kind}.title`, { reference: recording.plan.reference })} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {recording !== null && <PlanRecordForm plan={recording.plan} kind={recording.kind} onClose={() => setRecording(null)} />}
      </Modal>
    </Section>
  );
}

type BlockProps = { readonly plan: Plan; readonly onEnd: () => void; readonly onRecord: (kind: 'accept' | 'notice') => void };

/** What was recorded last and can be taken back: a notice before the signature it rests on. */
function lastRecord(plan: Plan): { readonly eventId: number; readonly word: 'notice' | 'accept' } | null {
  const notice = plan.instalments[missedPlace(plan)]?.notice ?? null;
  if (notice !== null) return { eventId: notice.eventId, word: 'notice' };
  return plan.accepted !== null && plan.accepted.by !== '' ? { eventId: plan.accepted.eventId, word: 'accept' } : null;
}

function PlanBlock({ plan, onEnd, onRecord }: BlockProps): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const letter = useMutationCall('paymentPlans.letter');
  const withdraw = useMutationCall('paymentPlans.withdraw');
  const isRunning = isInForce(plan) || plan.state === 'lapsed';
  const notice = plan.instalments[missedPlace(plan)]?.notice ?? null;
  const last = isRunning ? lastRecord(plan) : null;
  const numbers = plan.documents.map((one) => one.number).join(', ');
  return (
    <article className={css['plan']} aria-label={plan.reference}>
      <p>
        <strong>{plan.reference}</strong>, {t(`paymentPlans.state.${plan.state}`, { date: format.nearDate(plan.signBy, today) })}
      </p>
      <p className={css['about']}>
        {t('paymentPlans.agreed', { date: format.nearDate(plan.agreedOn, today), numbers })}
        {plan.accepted !== null && plan.accepted.by !== '' && <> · {t('paymentPlans.acceptedOn', { date: format.nearDate(plan.accepted.on, today), by: plan.accepted.by })}</>}
        {notice !== null && <> · {t('paymentPlans.noticedOn', { date: format.nearDate(notice.on, today), by: notice.by, last: format.nearDate(notice.payBy, today) })}</>}
        {plan.endedOn !== null && <> · {t('paymentPlans.endedOn', { date: format.nearDate(plan.endedOn, today), reason: plan.endReason })}</>}
      </p>
      {(isRunning || plan.state === 'paid') && <ScheduleTable instalments={plan.instalments} currency={plan.currency} totalCents={plan.totalCents} />}
      <div className={`${css['actions'] ?? ''} no-print`}>
        <Button size="sm" icon={IconFileText} busy={letter.isPending} onClick={() => letter.mutate({ planId: plan.planId }, { onSuccess: ({ pdf }) => downloadFile(pdf) })}>
          {t('paymentPlans.print')}
        </Button>
        {(plan.state === 'unsigned' || plan.state === 'lapsed') && (
          <Button size="sm" variant="filled" onClick={() => onRecord('accept')}>
            {t('paymentPlans.record.accept.action')}
          </Button>
        )}
        {plan.state === 'missed' && (
          <Button size="sm" variant="filled" onClick={() => onRecord('notice')}>
            {t('paymentPlans.record.notice.action')}
          </Button>
        )}
        {last !== null && (
          <Button size="sm" variant="text" busy={withdraw.isPending} onClick={() => withdraw.mutate({ eventId: last.eventId })}>
            {t(`paymentPlans.record.${last.word}.withdraw`)}
          </Button>
        )}
        {isRunning && (
          <Button size="sm" variant="text" onClick={onEnd}>
            {t('paymentPlans.end.action')}
          </Button>
        )}
      </div>
    </article>
  );
}
