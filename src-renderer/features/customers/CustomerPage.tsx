import { Menu } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronUp, IconDots, IconPhone, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useParams } from 'wouter';
import { localeOf } from '../../../src-shared/locales/formatters.ts';
import { goTo, linkTo } from '../../app/address.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { Columns, Page } from '../../ui/Page.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { HandoverNotice } from '../handover/HandoverNotice.tsx';
import { LawSection } from '../law/LawSection.tsx';
import { ProofsSection } from '../proofs/ProofsSection.tsx';
import { PlansSection } from '../paymentPlans/PlansSection.tsx';
import { AgreementsSection } from './AgreementsSection.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { CustomerDialogs } from './CustomerDialogs.tsx';
import { CustomerFacts } from './CustomerFacts.tsx';
import { filterCustomers, sortCustomers, standardSort } from './customerList.ts';
import css from './Customers.module.css';
import type { CustomerDetail, OpenDialog } from './customerTypes.ts';
import { FlagChips } from './Flags.tsx';
import { listPlace } from './listPlace.ts';
import { NextStepBox } from './NextStepBox.tsx';
import { Notices } from './Notices.tsx';
import { OpenItems } from './OpenItems.tsx';
import { Timeline } from './Timeline.tsx';

/** Everything about one customer: what is open, what comes next, what happened, whom to write to. */
export function CustomerPage(): ReactElement {
  const { t } = useText();
  const customerId = Number(useParams<{ customerId: string }>().customerId);
  const customer = useCall('customers.get', { customerId });
  return (
    <Page title={customer.data?.fields.name ?? t('customers.title')}>
      <NavLine customerId={customerId} />
      {customer.data === undefined && <h1 className="only-read">{t('customers.title')}</h1>}
      <QueryView query={customer}>{(detail) => <CustomerBody key={detail.customerId} detail={detail} />}</QueryView>
    </Page>
  );
}

/** The order of the list the reader came from; opened by address, the order that list has at first. */
function useOrder(customerId: number): readonly number[] {
  const { language } = useText();
  const remembered = listPlace().order;
  const isRemembered = remembered.includes(customerId);
  const list = useCall('customers.list', { query: '', onlyOpen: false }, { enabled: !isRemembered });
  if (isRemembered) return remembered;
  const open = filterCustomers(list.data?.customers ?? [], { query: '', filter: 'open', country: null });
  return sortCustomers(open, standardSort, localeOf(language)).map((row) => row.customerId);
}

function NavLine({ customerId }: { readonly customerId: number }): ReactElement {
  const { t } = useText();
  const order = useOrder(customerId);
  const at = order.indexOf(customerId);
  const back = listPlace().address;
  const [previous, next] = [order[at - 1], at < 0 ? undefined : order[at + 1]];
  const go = (id: number | undefined): void => {
    if (id !== undefined) goTo(`/debiteuren/${id}`, { replace: true });
  };
  useKeys('here', [
    { keys: 'j', label: t('customers.keys.next'), run: () => go(next) },
    { keys: 'k', label: t('customers.keys.previous'), run: () => go(previous) },
    { keys: 'Backspace', label: t('customers.keys.back'), run: () => goTo(back) },
  ]);
  return (
    <nav className={`${css['navLine'] ?? ''} no-print`} aria-label={t('customers.title')}>
      <a href={linkTo(back)}>
        <IconChevronLeft size={16} stroke={1.75} aria-hidden />
        {t('customers.back')}
      </a>
      {at >= 0 && (
        <>
          <span className={`${css['place'] ?? ''} num`}>
            {t('customers.position', { place: at + 1, count: order.length, order: t(`customers.order.${listPlace().sortKey}`) })}
          </span>
          <IconButton size="xs" icon={IconChevronUp} label={t('customers.previousCustomer')} disabled={previous === undefined} onClick={() => go(previous)} />
          <IconButton size="xs" icon={IconChevronDown} label={t('customers.nextCustomer')} disabled={next === undefined} onClick={() => go(next)} />
        </>
      )}
    </nav>
  );
}

function CustomerBody({ detail }: { readonly detail: CustomerDetail }): ReactElement {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  return (
    <>
      <Head detail={detail} onOpen={setDialog} />
      <CustomerFacts detail={detail} />
      <Columns
        asideWidth={{ narrow: 244, wide: 276 }}
        main={
          <>
            <NextStepBox detail={detail} onCall={() => setDialog({ kind: 'note', noteKind: 'call' })} />
            <HandoverNotice customerId={detail.customerId} name={detail.fields.name} />
            <Notices detail={detail} />
            <OpenItems detail={detail} onOpen={setDialog} />
            <PlansSection customerId={detail.customerId} />
            <LawSection customerId={detail.customerId} />
            <Timeline customerId={detail.customerId} onNote={() => setDialog({ kind: 'note', noteKind: 'note' })} />
          </>
        }
        aside={
          <>
            <ContactsSection detail={detail} onOpen={setDialog} />
            <AgreementsSection detail={detail} onEdit={() => setDialog({ kind: 'fields' })} />
            <ProofsSection place={{ customerId: detail.customerId, documentId: null, messageId: null }} />
          </>
        }
      />
      <CustomerDialogs detail={detail} dialog={dialog} onOpen={setDialog} onClose={() => setDialog(null)} />
    </>
  );
}

function Head({ detail, onOpen }: { readonly detail: CustomerDetail; readonly onOpen: (dialog: OpenDialog) => void }): ReactElement {
  const { t } = useText();
  const sentence = useErrorSentence();
  const end = useMutationCall('customers.endHold');
  const running = detail.holds.find((hold) => hold.documentId === null);
  const pause = (): void => {
    if (running === undefined) onOpen({ kind: 'hold', documentId: null });
    else
      end.mutate(
        { holdId: running.holdId },
        { onSuccess: () => showToast({ message: t('customers.hold.ended') }), onError: (error) => showToast({ tone: 'warning', message: sentence(error) }) },
      );
  };
  const call = (): void => onOpen({ kind: 'note', noteKind: 'call' });
  useKeys('here', [
    { keys: 'h', label: running === undefined ? t('customers.keys.hold') : t('customers.action.endHold'), run: pause },
    { keys: 'c', label: t('customers.keys.call'), run: call },
  ]);
  return (
    <header className={css['head']}>
      <div className={css['headWords']}>
        <h1>{detail.fields.name}</h1>
        <FlagChips flags={detail.flags} />
      </div>
      <div className={`${css['headActions'] ?? ''} no-print`}>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton variant="outlined" icon={IconDots} label={t('customers.action.more')} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onOpen({ kind: 'note', noteKind: 'note' })}>{t('customers.action.note')}</Menu.Item>
            <Menu.Item onClick={() => onOpen({ kind: 'promise' })}>{t('customers.action.promise')}</Menu.Item>
            <Menu.Item onClick={() => onOpen({ kind: 'correspondence' })}>{t('correspondence.action')}</Menu.Item>
            <Menu.Item onClick={() => onOpen({ kind: 'plan' })}>{t('paymentPlans.action')}</Menu.Item>
            <Menu.Item onClick={() => onOpen({ kind: 'contact', contactId: null })}>{t('customers.action.addContact')}</Menu.Item>
            <Menu.Item onClick={() => onOpen({ kind: 'dossier' })}>{t('customers.dossier.action')}</Menu.Item>
            <Menu.Item onClick={() => onOpen({ kind: 'fields' })}>{t('customers.action.edit')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button icon={running === undefined ? IconPlayerPause : IconPlayerPlay} keycap="h" onClick={pause}>
          {running === undefined ? t('customers.action.hold') : t('customers.action.endHold')}
        </Button>
        {detail.overdue <= 0 && (
          <Button icon={IconPhone} keycap="c" onClick={call}>
            {t('customers.action.call')}
          </Button>
        )}
      </div>
    </header>
  );
}
