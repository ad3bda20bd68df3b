import { IconAlertTriangle, IconMail, IconPlayerPause, IconPrinter, IconSend } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { linkTo } from '../../app/address.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { moneyPlaceOf } from '../bank/moneyThatWaits.ts';
import css from './TodayPage.module.css';
import type { Overview } from './overviewTypes.ts';

type Send = Overview['send'];

function StepRow({ step }: { readonly step: Send['steps'][number] }): ReactElement {
  const { t, language, format } = useText();
  const others = step.count - step.names.length;
  const names = others > 0 ? t('today.send.others', { names: step.names.join(', '), count: others }) : format.list(step.names);
  return (
    <li>
      <a className={css['row']} href={linkTo(`/dagbatch?stap=${encodeURIComponent(step.step)}`)}>
        <span className={css['step']}>{stepName(step.step, language)}</span>
        <span className={css['names']} title={names}>
          {names}
        </span>
        <span className={css['channels']}>
          {step.emails > 0 && (
            <span className={css['channel']}>
              <IconMail size={15} stroke={1.75} aria-hidden />
              {t('today.send.emails', { count: step.emails })}
            </span>
          )}
          {step.letters > 0 && (
            <span className={css['channel']}>
              <IconPrinter size={15} stroke={1.75} aria-hidden />
              {t('today.send.letters', { count: step.letters })}
            </span>
          )}
        </span>
        <span className={css['amount']}>
          <Amount value={step.cents} />
        </span>
      </a>
    </li>
  );
}

type NoteRowProps = { readonly icon: typeof IconMail; readonly head: string; readonly text: string; readonly action: ReactNode };

function NoteRow({ icon: Icon, head, text, action }: NoteRowProps): ReactElement {
  return (
    <li className={css['noteRow']}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className={css['noteText']}>
        {head !== '' && <strong>{head}</strong>} {text}
      </span>
      {action}
    </li>
  );
}

const link = (address: string, words: string): ReactElement => (
  <ButtonLink variant="text" size="sm" flush href={linkTo(address)}>
    {words}
  </ButtonLink>
);

function Warnings({ warnings }: Pick<Send, 'warnings'>): ReactElement | null {
  const { t, format } = useText();
  const [first] = warnings;
  if (first === undefined) return null;
  const isOne = warnings.length === 1;
  return (
    <NoteRow
      icon={IconAlertTriangle}
      head={t('today.send.warnings', { count: warnings.length })}
      text={isOne ? `${first.customerName}, ${format.reason(first.reason)}` : namesOf(warnings.map((warning) => warning.customerName), t)}
      action={isOne ? link(`/debiteuren/${first.customerId}`, t('today.decide.chooseContact')) : link('/dagbatch?toon=waarschuwingen', t('today.send.view'))}
    />
  );
}

const shownNames = 2;
function namesOf(names: readonly string[], t: ReturnType<typeof useText>['t']): string {
  const others = names.length - shownNames;
  return others > 0 ? t('today.send.others', { names: names.slice(0, shownNames).join(', '), count: others }) : names.join(', ');
}

/** What waits, one row per kind of reason: money that is not assigned first, because that can be solved at once. */
function HeldRows({ held }: Pick<Send, 'held'>): ReactElement {
  const { t, format } = useText();
  const order = ['/bank', '/import', null] as const;
  const byPlace = Map.groupBy(held, (entry) => moneyPlaceOf(entry.reason.code));
  const groups = order.map((place) => [place, byPlace.get(place) ?? []] as const);
  return (
    <>
      {groups.map(([place, entries]) => {
        const [first] = entries;
        if (first === undefined) return null;
        return (
          <NoteRow
            key={place ?? 'other'}
            icon={IconPlayerPause}
            head={t('today.send.held', { count: entries.length })}
            text={entries.length === 1 ? `${first.customerName.replace(/\.$/, '')}. ${format.reason(first.reason)}` : namesOf(entries.map((entry) => entry.customerName), t)}
            action={place !== null ? link(place, t(place === '/bank' ? 'today.decide.assign' : 'today.decide.view')) : entries.length === 1 ? link(`/debiteuren/${first.customerId}`, t('today.decide.openCustomer')) : link('/dagbatch', t('today.send.view'))}
          />
        );
      })}
    </>
  );
}

/** What was approved before and still lies here. */
function LeftOver(): ReactElement | null {
  const { t } = useText();
  const waiting = useCall('outbox.list', { filter: 'waiting', query: '', offset: 0, limit: 1 });
  const { waitingEmails = 0, waitingLetters = 0 } = waiting.data ?? {};
  return (
    <>
      {waitingEmails > 0 && <NoteRow icon={IconSend} head="" text={t('today.send.waiting', { count: waitingEmails })} action={link('/verzonden?filter=wacht', t('today.send.view'))} />}
      {waitingLetters > 0 && <NoteRow icon={IconPrinter} head="" text={t('today.send.toPrint', { count: waitingLetters })} action={link('/printlijst', t('today.send.printList'))} />}
    </>
  );
}

/** What goes out today: a row per step of the ladder, then what is remarkable and what waits. */
export function SendSection({ send }: { readonly send: Send }): ReactElement {
  const { t, format } = useText();
  return (
    <Section title={t('today.send.title')} aside={send.count > 0 ? t('today.send.aside', { count: send.count, cents: format.amount(send.cents) }) : undefined}>
      <ul className={css['rows']}>
        {send.steps.map((step) => (
          <StepRow key={step.step} step={step} />
        ))}
        <Warnings warnings={send.warnings} />
        <HeldRows held={send.held} />
        <LeftOver />
      </ul>
      {send.count === 0 && <p className={css['quiet']}>{t('today.send.nothing')}</p>}
    </Section>
  );
}
