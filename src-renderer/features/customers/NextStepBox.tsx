import { type Icon as TablerIcon, IconCalendarEvent, IconCheck, IconCircleCheck, IconHandStop, IconMail, IconPhone, IconPlayerPause } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { channelIcons } from '../../ui/LadderLine.tsx';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { kindOfStep, stepTitle } from './nextStepWords.ts';

type Words = { readonly icon: TablerIcon; readonly title: string; readonly body: string };

/** A customer with a broken promise is called first: another letter would say less than the promise did. */
const isToCall = (detail: CustomerDetail): boolean => detail.flags.some((flag) => flag.reason.code === 'flag-promise-broken');

function useBoxWords(detail: CustomerDetail): Words {
  const { t, format, language } = useText();
  const today = useToday();
  const step = detail.nextStep;
  if (isToCall(detail)) {
    const reasons = detail.flags.filter((flag) => flag.kind === 'promise').map((flag) => `${format.reason(flag.reason)}.`);
    const contact = detail.contacts.find((one) => one.canReleasePayment) ?? detail.contacts.find((one) => one.isPaymentContact);
    const name = contact?.name ?? '';
    return {
      icon: IconPhone,
      title: name === '' ? t('customers.box.call') : t('customers.box.callWith', { name }),
      body: [...reasons, step === null ? '' : format.reason(step.reason)].join(' ').trim(),
    };
  }
  if (step === null) {
    const isOpen = detail.open > 0;
    return {
      icon: isOpen ? IconHandStop : IconCircleCheck,
      title: isOpen ? t('customers.box.none') : t('customers.box.nothingOpen'),
      body: isOpen ? t('customers.box.noneBody') : t('customers.box.nothingOpenBody'),
    };
  }
  const body = format.reason(step.reason);
  const name = stepName(step.step, language);
  switch (kindOfStep(step)) {
    case 'held':
      return { icon: IconPlayerPause, title: t('customers.box.held'), body };
    case 'decide':
      return { icon: IconHandStop, title: t('customers.box.decide'), body };
    case 'due':
      return step.on <= today
        ? { icon: IconMail, title: t('customers.box.dueToday', { step: name }), body }
        : { icon: IconMail, title: t('customers.box.upcoming', { step: name, date: format.nearDate(step.on, today) }), body };
    case 'upcoming':
      return { icon: IconCalendarEvent, title: t('customers.box.upcoming', { step: name, date: format.nearDate(step.on, today) }), body: '' };
  }
}

function BoxActions({ detail, onCall }: { readonly detail: CustomerDetail; readonly onCall: () => void }): ReactElement {
  const { t } = useText();
  const today = useToday();
  const { nextStep } = detail;
  const isWaitingForMatch = detail.unmatched > 0;
  const isPaused = nextStep?.reason.code === 'held-by-person';
  const isBatch = nextStep !== null && kindOfStep(nextStep) === 'due' && nextStep.on <= today && !isToCall(detail);
  return (
    <div className={`${css['boxActions'] ?? ''} no-print`}>
      {isWaitingForMatch && (
        <ButtonLink variant="filled" href={linkTo('/bank')}>
          {t('customers.action.match')}
        </ButtonLink>
      )}
      {isBatch && (
        <ButtonLink variant="filled" href={linkTo('/dagbatch')}>
          {t('customers.action.batch')}
        </ButtonLink>
      )}
      {detail.overdue > 0 && (
        <Button variant={isWaitingForMatch || isBatch || isPaused ? 'outlined' : 'filled'} keycap="c" onClick={onCall}>
          {t('customers.action.call')}
        </Button>
      )}
    </div>
  );
}

/** What happens next with this customer, why, and where on the ladder that is. The only box on the page. */
export function NextStepBox({ detail, onCall }: { readonly detail: CustomerDetail; readonly onCall: () => void }): ReactElement {
  const words = useBoxWords(detail);
  return (
    <section className={css['box']} aria-label={words.title}>
      <div className={css['boxTop']}>
        <words.icon size={18} stroke={1.6} aria-hidden />
        <div className={css['boxWords']}>
          <h2 className={css['boxTitle']}>{words.title}</h2>
          {words.body !== '' && <p className={css['boxBody']}>{words.body}</p>}
        </div>
        <BoxActions detail={detail} onCall={onCall} />
      </div>
      {detail.open > 0 && detail.ladder.length > 0 && <Ladder ladder={detail.ladder} />}
    </section>
  );
}

function Ladder({ ladder }: { readonly ladder: CustomerDetail['ladder'] }): ReactElement {
  const { t, format, language } = useText();
  const today = useToday();
  return (
    <ol className={css['ladder']} aria-label={t('customers.box.ladder')}>
      {ladder.map((step) => {
        const Icon = channelIcons[step.channel];
        return (
          <li key={step.step} data-state={step.state}>
            <span className={css['mark']} aria-hidden="true">
              {step.state === 'done' && <IconCheck size={12} stroke={2.5} />}
              {step.state === 'now' && <Icon size={11} stroke={2} />}
            </span>
            <span>
              <span className={css['stepName']}>
                {stepTitle(step.step, language)}
                <span className="only-read">, {t(`common.ladder.${step.state}`)}</span>
              </span>
              {step.on !== null && (
                <span className={`${css['stepDate'] ?? ''} num`}>{step.state === 'now' && step.on <= today ? t('customers.box.today') : format.nearDate(step.on, today)}</span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
