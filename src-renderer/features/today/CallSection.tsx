import { IconPhone } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import { CallNote } from './CallNote.tsx';
import css from './TodayPage.module.css';
import type { Call } from './overviewTypes.ts';


function CallItem({ call, onNote }: { readonly call: Call; readonly onNote: () => void }): ReactElement {
  const { t, format } = useText();
  const { contactName, customerName, customerId, phone, reason, cents } = call;
  return (
    <TwoLineItem
      icon={IconPhone}
      title={
        <>
          {contactName !== null && `${contactName}, `}
          <a href={linkTo(`/debiteuren/${customerId}`)} style={{ color: 'inherit' }}>
            {customerName}
          </a>{' '}
          {phone === null ? (
            <span className="ink-3 small">{t('today.call.noPhone')}</span>
          ) : (
            <a className={css['phone']} href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} aria-label={`${t('today.call.call', { name: contactName ?? customerName })}: ${phone}`}>
              {phone}
            </a>
          )}
        </>
      }
      detail={`${format.reason(reason)} ${format.amount(cents)}.`}
      action={
        <Button size="sm" onClick={onNote}>
          {t('today.call.note')}
        </Button>
      }
    />
  );
}

const shownAtFirst = 3;

/** Whom to call today, the most at stake first, with the person who can release the payment. */
export function CallSection({ calls }: { readonly calls: readonly Call[] }): ReactElement {
  const { t } = useText();
  const [noting, setNoting] = useState<Call | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? calls : calls.slice(0, shownAtFirst);
  return (
    <Section
      title={t('today.call.title')}
      aside={calls.length > 0 ? calls.length : undefined}
      actions={
        calls.length > shownAtFirst && (
          <Button variant="text" size="sm" flush aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t('today.decide.showLess') : t('today.decide.showAll', { count: calls.length })}
          </Button>
        )
      }
    >
      {calls.length === 0 ? (
        <p className={css['quiet']}>{t('today.call.nothing')}</p>
      ) : (
        <TwoLineList>
          {shown.map((call) => (
            <CallItem key={call.customerId} call={call} onNote={() => setNoting(call)} />
          ))}
        </TwoLineList>
      )}
      <CallNote call={noting} onClose={() => setNoting(null)} />
    </Section>
  );
}
