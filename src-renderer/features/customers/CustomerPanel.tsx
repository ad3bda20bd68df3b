import { IconMessage2Exclamation } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { daysBetween } from '../../../src-shared/dates.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { negateCents, subtractCents } from '../../../src-shared/money.ts';
import { goTo, linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { AgingStrip } from '../../ui/AgingStrip.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FactRow } from '../../ui/FactRow.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import css from './Customers.module.css';
import { eventIcons } from './eventLooks.ts';
import { FlagChips } from './Flags.tsx';

type CustomerPanelProps = {
  readonly customerId: number;
  readonly previous: number | null;
  readonly next: number | null;
  readonly onGo: (customerId: number) => void;
  readonly onClose: () => void;
};
type Detail = OutputOf<'customers.get'>;
const shownItems = 8;

/** A customer beside the list: what is open and why, and the last things that happened. */
export function CustomerPanel({ customerId, previous, next, onGo, onClose }: CustomerPanelProps): ReactElement {
  const { t, format } = useText();
  const customer = useCall('customers.get', { customerId });
  const { data } = customer;
  const toPage = (): void => goTo(`/debiteuren/${customerId}`);
  const since = data === undefined || data.since === null ? null : t('customers.panel.since', { date: format.date(data.since, 'month') });
  return (
    <SidePanel
      title={data?.fields.name ?? t('customers.title')}
      sub={[data?.fields.city ?? '', since ?? ''].filter((part) => part !== '').join(', ')}
      flags={data === undefined ? null : <FlagChips flags={data.flags} />}
      onClose={onClose}
      onOpenFull={toPage}
      {...(previous !== null && { onPrevious: () => onGo(previous) })}
      {...(next !== null && { onNext: () => onGo(next) })}
      actions={data === undefined ? null : <PanelActions detail={data} />}
    >
      {customer.error !== null && data === undefined ? (
        <ErrorState error={customer.error} onRetry={() => void customer.refetch()} />
      ) : (
        <QueryView query={customer}>{(detail) => <PanelBody detail={detail} />}</QueryView>
      )}
    </SidePanel>
  );
}

function PanelActions({ detail }: { readonly detail: Detail }): ReactElement {
  const { t } = useText();
  const page = linkTo(`/debiteuren/${detail.customerId}`);
  return (
    <>
      {detail.unmatched > 0 && (
        <ButtonLink variant="filled" href={linkTo('/bank')}>
          {t('customers.panel.match')}
        </ButtonLink>
      )}
      <ButtonLink variant={detail.unmatched > 0 ? 'outlined' : 'filled'} href={page} keycap="Enter">
        {t('customers.panel.openPage')}
      </ButtonLink>
    </>
  );
}

function PanelBody({ detail }: { readonly detail: Detail }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  return (
    <>
      <div className={css['panelFacts']}>
        <FactRow
          facts={[
            { label: t('customers.fact.open'), value: <Amount value={detail.open} /> },
            { label: t('customers.fact.overdue'), value: <Amount value={detail.overdue} /> },
          ]}
        />
      </div>
      {detail.open > 0 && <AgingStrip buckets={detail.buckets} legend="none" />}
      {detail.disputes.map((dispute) => (
        <div key={dispute.disputeId} className={css['panelNotice']}>
          <Notice
            tone="amber"
            icon={IconMessage2Exclamation}
            title={t('customers.dispute.open', { cents: format.amount(dispute.cents), number: dispute.number, on: format.nearDate(dispute.openedOn, today) })}
          >
            <p>{dispute.reason}</p>
          </Notice>
        </div>
      ))}
      <div className={css['panelBlock']}>
        <Section small rule={false} title={t('customers.panel.openItems')}>
          {detail.openItems.length === 0 ? <p className="ink-2">{t('customers.panel.nothingOpen')}</p> : <PanelItems detail={detail} />}
        </Section>
        <Section small title={t('customers.panel.latest')}>
          <LatestEvents customerId={detail.customerId} />
        </Section>
      </div>
    </>
  );
}

function PanelItems({ detail }: { readonly detail: Detail }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const euro = detail.openItems.filter((item) => item.currency === 'EUR');
  const rest = euro.slice(shownItems);
  const restCents = rest.reduce((sum, item) => sum + item.open, 0);
  return (
    <table className={css['itemTable']} aria-label={t('customers.panel.openItems')}>
      <tbody>
        {euro.slice(0, shownItems).map((item) => (
          <tr key={item.documentId}>
            <th scope="row">{item.number}</th>
            <td>
              {item.dueDate === null
                ? t('customers.panel.noDueDate')
                : t(item.dueDate < today ? 'customers.panel.overdueOn' : 'customers.panel.dueOn', { date: format.nearDate(item.dueDate, today) })}
            </td>
            <td className="num">{item.dueDate !== null && item.dueDate < today && item.open > 0 ? t('customers.panel.days', { count: daysBetween(item.dueDate, today) }) : ''}</td>
            <td>
              <Amount value={item.open} />
            </td>
          </tr>
        ))}
        {rest.length > 0 && (
          <tr>
            <th scope="row" colSpan={3} className={css['quiet']}>
              {t('customers.panel.more', { count: rest.length })}
            </th>
            <td>
              <Amount value={restCents as typeof detail.open} />
            </td>
          </tr>
        )}
        {detail.unmatched > 0 && (
          <tr>
            <th scope="row" colSpan={3} className={css['quiet']}>
              {t('customers.panel.unmatched')}
            </th>
            <td>
              <Amount value={negateCents(detail.unmatched)} />
            </td>
          </tr>
        )}
        <tr className={css['grand']}>
          <th scope="row" colSpan={3}>
            {t('customers.panel.balance')}
          </th>
          <td>
            <Amount value={subtractCents(detail.open, detail.unmatched)} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function LatestEvents({ customerId }: { readonly customerId: number }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const timeline = useCall('customers.timeline', { customerId, filter: 'all' });
  return (
    <QueryView query={timeline}>
      {({ events }) =>
        events.length === 0 ? (
          <p className="ink-2">{t('customers.timeline.none')}</p>
        ) : (
          <ul className={css['events']}>
            {events.slice(0, 6).map((event) => {
              const Icon = eventIcons[event.kind];
              return (
                <li key={event.key}>
                  <span className="ink-2 num">{format.nearDate(event.at, today)}</span>
                  <Icon size={15} stroke={1.75} aria-hidden />
                  <span className={css['eventText']}>{format.reason(event.title)}</span>
                  {event.cents === null ? <span /> : <Amount value={event.cents} />}
                </li>
              );
            })}
          </ul>
        )
      }
    </QueryView>
  );
}
