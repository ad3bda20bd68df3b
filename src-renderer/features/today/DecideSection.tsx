import {
  type Icon as TablerIcon,
  IconBuildingBank,
  IconCash,
  IconCalendarEvent,
  IconFileX,
  IconMail,
  IconMessage2Exclamation,
  IconPlayerPause,
  IconReceiptTax,
  IconScale,
  IconUserExclamation,
} from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { linkTo } from '../../app/address.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ReasonModal } from '../../ui/ReasonModal.tsx';
import { Section } from '../../ui/Section.tsx';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import css from './TodayPage.module.css';
import type { Overview } from './overviewTypes.ts';

type Decision = Overview['decide'][number];
type Kind = Decision['kind'];

const icons: Readonly<Record<Kind, TablerIcon>> = {
  'unmatched': IconCash,
  'hold-ends': IconPlayerPause,
  'missed-step': IconCalendarEvent,
  'undated': IconFileX,
  'no-recipient': IconUserExclamation,
  'step-unavailable': IconCalendarEvent,
  'never-sent': IconFileX,
  'open-credit': IconCash,
  'insolvent': IconUserExclamation,
  'instalment-missed': IconCalendarEvent,
  'plan-lapsed': IconCalendarEvent,
  'ladder-ended': IconCalendarEvent,
  'prescription-near': IconScale,
  'vat-refund': IconReceiptTax,
  'unconfirmed': IconMail,
  'failed': IconMail,
  'dispute': IconMessage2Exclamation,
  'does-not-add-up': IconBuildingBank,
  'bank-gap': IconBuildingBank,
  'bank-old': IconBuildingBank,
  'unknown-account': IconBuildingBank,
  'returned': IconCash,
};

/** What may have gone wrong comes first, then what holds reminders back, then the rest. */
const urgency = (decision: Decision): number => (decision.kind === 'failed' || decision.kind === 'unconfirmed' ? 0 : decision.holdsBack > 0 ? 1 : 2);

type ActionWord = 'assign' | 'settle' | 'extendOrResume' | 'view' | 'chooseContact' | 'chooseParty' | 'openCustomer' | 'toBank' | 'import' | 'record';

/** Where each decision is made, and what the button there is called. */
function targetOf(decision: Decision): { readonly address: string; readonly word: ActionWord } {
  const customer = `/debiteuren/${decision.customerId ?? ''}`;
  switch (decision.kind) {
    case 'unmatched':
      return { address: `/bank?ontvangst=${decision.bankEntryId ?? ''}`, word: 'assign' };
    case 'failed':
    case 'unconfirmed':
      return { address: `/verzonden?filter=aandacht&paneel=${decision.messageId ?? ''}`, word: 'view' };
    case 'dispute':
      return { address: customer, word: 'settle' };
    case 'hold-ends':
      return { address: customer, word: 'extendOrResume' };
    case 'no-recipient':
      return { address: customer, word: 'chooseContact' };
    case 'returned':
      return decision.customerId === null ? { address: '/bank', word: 'toBank' } : { address: customer, word: 'openCustomer' };
    case 'does-not-add-up':
    case 'unknown-account':
      return { address: '/bank', word: 'toBank' };
    case 'bank-gap':
    case 'bank-old':
      return { address: '/import', word: 'import' };
    case 'step-unavailable':
      // The announcement waits for a name; whoever was chosen there is named from then on.
      return decision.reason.params['step'] === 'handover' ? { address: '/instellingen/handover', word: 'chooseParty' } : { address: customer, word: 'openCustomer' };
    case 'undated':
    case 'never-sent':
      return { address: `/facturen?paneel=${decision.documentId ?? ''}`, word: 'view' };
    case 'instalment-missed':
    case 'plan-lapsed':
      return { address: `${customer}?regeling=${String(decision.reason.params['reference'] ?? '')}`, word: decision.reason.code === 'decide-plan-broken' ? 'openCustomer' : 'record' };
    case 'insolvent':
    case 'ladder-ended':
    case 'missed-step':
    case 'open-credit':
    case 'prescription-near':
    case 'vat-refund':
      return { address: customer, word: 'openCustomer' };
  }
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function DecisionItem({ decision }: { readonly decision: Decision }): ReactElement {
  const { t, format, language } = useText();
  const seen = useMutationCall('today.missedSeen');
  const lookedAt = useMutationCall('bank.park');
  const stepDone = useMutationCall('today.stepDone');
  const deadlineSeen = useMutationCall('today.deadlineSeen');
  const reason = format.reason(decision.reason);
  const { address, word } = targetOf(decision);
  const isQuestion = decision.kind === 'unmatched';
  const known = decision.customerName === '' ? t('today.decide.payerUnknown') : t('today.decide.payerKnown', { name: decision.customerName });
  const subject = [decision.customerName, decision.documentNumber].filter((part) => part !== '').join(', ');
  const title = isQuestion || subject === '' ? reason : subject;
  const detail = isQuestion ? (decision.holdsBack > 0 ? t('today.decide.holdsBack', { count: decision.holdsBack }) : known) : subject === '' ? undefined : reason;
  const { kind, documentId, bankEntryId } = decision;
  const { step } = decision.reason.params;
  const [asksWhy, setAsksWhy] = useState(false);
  const markSeen =
    kind === 'missed-step' && documentId !== null
      ? () => seen.mutate({ documentId })
      : (kind === 'prescription-near' || kind === 'vat-refund') && documentId !== null
        ? () => deadlineSeen.mutate({ documentId, deadline: kind === 'vat-refund' ? 'vatRefund' : 'prescription' })
        : kind === 'returned' && bankEntryId !== null
          ? () => lookedAt.mutate({ bankEntryId, reason: t('today.decide.seen'), until: null })
          : kind === 'step-unavailable' && documentId !== null && typeof step === 'string'
            ? () => setAsksWhy(true)
            : null;
  return (
    <TwoLineItem
      icon={icons[decision.kind]}
      title={title}
      detail={detail}
      action={
        markSeen !== null ? (
          <>
            {asksWhy && documentId !== null && typeof step === 'string' && (
              <ReasonModal
                title={t('today.decide.doneTitle', { step: capitalised(stepName(step, language)) })}
                lead={t('today.decide.doneLead')}
                label={t('today.decide.doneWhy')}
                confirm={t('today.decide.done')}
                isBusy={stepDone.isPending}
                onSave={(why) => stepDone.mutate({ documentId, step, reason: why }, { onSuccess: () => setAsksWhy(false) })}
                onClose={() => setAsksWhy(false)}
              />
            )}
            <ButtonLink size="sm" variant="text" href={linkTo(address)}>
              {t(`today.decide.${word}`)}
            </ButtonLink>
            <Button size="sm" busy={seen.isPending || deadlineSeen.isPending || lookedAt.isPending || stepDone.isPending} onClick={markSeen}>
              {t(kind === 'step-unavailable' ? 'today.decide.done' : 'today.decide.seen')}
            </Button>
          </>
        ) : (
          <ButtonLink size="sm" href={linkTo(address)}>
            {t(`today.decide.${word}`)}
          </ButtonLink>
        )
      }
    />
  );
}

/** As many as leave the calls in sight on a small laptop. */
const shownAtFirst = 3;

/** What only a person can decide, each with the place where it is done. */
export function DecideSection({ decisions }: { readonly decisions: Overview['decide'] }): ReactElement {
  const { t } = useText();
  const [showsAll, setShowsAll] = useState(false);
  const sorted = decisions.toSorted((a, b) => urgency(a) - urgency(b));
  const shown = showsAll ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <Section
      title={t('today.decide.title')}
      aside={decisions.length > 0 ? decisions.length : undefined}
      actions={
        decisions.length > shownAtFirst && (
          <Button variant="text" size="sm" flush aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t('today.decide.showLess') : t('today.decide.showAll', { count: decisions.length })}
          </Button>
        )
      }
    >
      {decisions.length === 0 ? (
        <p className={css['quiet']}>{t('today.decide.nothing')}</p>
      ) : (
        <TwoLineList>
          {shown.map((decision) => (
            <DecisionItem key={`${decision.kind}-${decision.customerId}-${decision.documentId}-${decision.bankEntryId}-${decision.messageId}-${decision.holdId}-${JSON.stringify(decision.reason.params)}`} decision={decision} />
          ))}
        </TwoLineList>
      )}
    </Section>
  );
}
