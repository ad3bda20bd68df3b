import { Modal } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useAddressValue } from '../../app/address.ts';
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
  const [asked, setAsked] = useAddressValue('regeling');
  const plans = useCall('paymentPlans.list', { customerId }).data?.plans ?? [];
  if (plans.length === 0) return null;
  // The address names the plan, so that a decision of today can lead here; what is recorded follows from where it stands.
  const recording = plans.find((plan) => plan.reference === asked && recordOf(plan) !== null) ?? null;
  const kind = recording === null ? null : recordOf(recording);
  const closeRecord = (): void => setAsked(null);
  return (
    <Section title={t(plans.length === 1 ? 'paymentPlans.title' : 'paymentPlans.titleMany')} rule={false}>
      {plans.map((plan) => (
        <PlanBlock key={plan.planId} plan={plan} onEnd={() => setEnding(plan)} onRecord={() => setAsked(plan.reference, { push: true })} />
      ))}
      <Modal opened={ending !== null} onClose={() => setEnding(null)} size={500} title={ending === null ? '' : t('paymentPlans.end.title', { reference: ending.reference })} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {ending !== null && <EndPlanForm plan={ending} onClose={() => setEnding(null)} />}
      </Modal>
      <Modal opened={recording !== null} onClose={closeRecord} size={500} title={recording === null || kind === null ? '' : t(`paymentPlans.record.${kind}.title`, { reference: recording.reference })} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {recording !== null && kind !== null && <PlanRecordForm key={recording.planId} plan={recording} kind={kind} onClose={closeRecord} />}
      </Modal>
    </Section>
  );
}

type BlockProps = { readonly plan: Plan; readonly onEnd: () => void; readonly onRecord: () => void };

/** What a person has to record of a plan as it stands; null when nothing. */
function recordOf({ state }: Plan): 'accept' | 'notice' | null {
  if (state === 'missed') return 'notice';
  return state === 'unsigned' || state === 'lapsed' ? 'accept' : null;
}

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
  const toRecord = recordOf(plan);
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
        {toRecord !== null && (
          <Button size="sm" variant="filled" onClick={onRecord}>
            {t(`paymentPlans.record.${toRecord}.action`)}
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
