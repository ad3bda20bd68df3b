import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { FilterBar, FilterChip } from '../../ui/FilterChip.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Customers.module.css';
import { eventIcons, type TimelineEvent } from './eventLooks.ts';

const filters = ['all', 'messages', 'receipts', 'notes'] as const;
const pageSize = 30;

/** Invoices, receipts, messages, calls and decisions in one line of time, newest first; assignments can be undone here. */
export function Timeline({ customerId, onNote }: { readonly customerId: number; readonly onNote: () => void }): ReactElement {
  const { t } = useText();
  const [filter, setFilter] = useState<(typeof filters)[number]>('all');
  const [shown, setShown] = useState(pageSize);
  const timeline = useCall('customers.timeline', { customerId, filter }, { keepPrevious: true });
  return (
    <Section
      title={t('customers.timeline.title')}
      actions={
        <>
          <FilterBar label={t('customers.timeline.filter')}>
            {filters.map((name) => (
              <FilterChip key={name} small isChoice={name === 'all'} isOn={filter === name} onChange={(isOn) => setFilter(isOn ? name : 'all')}>
                {t(`customers.timeline.${name}`)}
              </FilterChip>
            ))}
          </FilterBar>
          <Button variant="text" size="xs" icon={IconPlus} onClick={onNote}>
            {t('customers.action.note')}
          </Button>
        </>
      }
    >
      <QueryView query={timeline}>
        {({ events }) =>
          events.length === 0 ? (
            <p className={`${css['moreRow'] ?? ''} ink-2`}>{filter === 'all' ? t('customers.timeline.none') : t('customers.timeline.noneFiltered')}</p>
          ) : (
            <>
              <ol className={css['timeline']}>
                {events.slice(0, shown).map((event) => (
                  <EventRow key={event.key} event={event} />
                ))}
              </ol>
              {events.length > shown && (
                <div className={css['moreRow']}>
                  <Button variant="text" flush onClick={() => setShown(shown + 100)}>
                    {t('customers.timeline.more', { count: Math.min(100, events.length - shown) })}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </QueryView>
    </Section>
  );
}

function EventRow({ event }: { readonly event: TimelineEvent }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const Icon = eventIcons[event.kind];
  return (
    <li>
      <span className={`${css['when'] ?? ''} num`}>{format.nearDate(event.at, today)}</span>
      <Icon size={16} stroke={1.75} aria-hidden />
      <div>
        <div className={css['eventTitle']}>{format.reason(event.title)}</div>
        {(event.detail !== '' || event.callReason !== null) && (
          <div className={css['eventDetail']}>
            {event.detail}
            {event.callReason !== null && `${event.detail === '' ? '' : '\n'}${t('customers.timeline.reason', { reason: t(`customers.note.reasons.${event.callReason}`).toLowerCase() })}`}
          </div>
        )}
      </div>
      <div className={css['eventSide']}>
        {event.cents !== null && <Amount value={event.cents} />}
        {event.messageId !== null && (
          <ButtonLink variant="text" size="xs" href={linkTo(`/verzonden?paneel=${event.messageId}`)}>
            {t('customers.timeline.seeMessage')}
          </ButtonLink>
        )}
        {event.undoEntryIds.length > 0 && <UndoButton event={event} />}
      </div>
    </li>
  );
}

function UndoButton({ event }: { readonly event: TimelineEvent }): ReactElement {
  const { t } = useText();
  const sentence = useErrorSentence();
  const undo = useMutationCall('bank.undoAllocation');
  return (
    <Button
      variant="quiet"
      size="xs"
      busy={undo.isPending}
      onClick={() =>
        undo.mutate(
          { entryIds: event.undoEntryIds },
          { onSuccess: () => showToast({ message: t('customers.timeline.undone') }), onError: (error) => showToast({ tone: 'warning', message: sentence(error) }) },
        )
      }
    >
      {t('customers.timeline.undo')}
    </Button>
  );
}
