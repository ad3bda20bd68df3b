import { IconMail, IconMailbox } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { goTo, linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { AgeDays } from '../../ui/AgeSquare.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { type Fact, FactList } from '../../ui/FactRow.tsx';
import { Section } from '../../ui/Section.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { CustomerDialogs } from '../customers/CustomerDialogs.tsx';
import type { OpenDialog } from '../customers/customerTypes.ts';
import { documentStateLooks } from '../customers/documentState.ts';
import { capitalised } from '../customers/nextStepWords.ts';
import { ProofsSection } from '../proofs/ProofsSection.tsx';
import css from './InvoicesPage.module.css';
import type { InvoiceDetail } from './invoicesQuestion.ts';
import { Movements } from './Movements.tsx';

type PanelProps = {
  readonly documentId: number;
  readonly onClose: () => void;
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
};

/** What is open, large, and how late it is. */
function Head({ row }: Pick<InvoiceDetail, 'row'>): ReactElement {
  const { t } = useText();
  return (
    <div className={css['openHead']}>
      <div>
        <p className={css['label']}>{t('invoices.open')}</p>
        <p className={css['openAmount']}>
          <Amount value={row.open} currency={row.currency} />
        </p>
      </div>
      {row.daysOverdue > 0 && <AgeDays days={row.daysOverdue} form="sentence" />}
    </div>
  );
}

const origins = ['stated', 'payment-means', 'terms-text', 'customer-default', 'unknown'] as const;

function Facts({ detail }: { readonly detail: InvoiceDetail }): ReactElement {
  const { t, language, format } = useText();
  const today = useToday();
  const { row } = detail;
  const origin = origins.find((known) => known === detail.dueDateOrigin) ?? 'unknown';
  const step = row.nextStep;
  const facts: readonly (Fact | null)[] = [
    {
      label: t('invoices.stateHead'),
      value: <StateWord {...documentStateLooks[row.state]}>{t(`customers.state.${row.state}`)}</StateWord>,
    },
    step === null
      ? null
      : {
          label: t('invoices.nextStep'),
          value: t('invoices.nextStepOn', { step: capitalised(stepName(step.step, language)), date: format.nearDate(step.on, today) }),
          ...(step.reason.code !== 'upcoming-step' && { note: format.reason(step.reason) }),
        },
    { label: t('invoices.issueDate'), value: <DateText value={row.issueDate} /> },
    {
      label: t('invoices.dueDate'),
      value: <DateText value={row.dueDate} />,
      note: row.kind === 'creditNote' && row.dueDate === null ? undefined : t(`invoices.dueDateOrigin.${origin}`),
    },
    detail.orderReference === null
      ? null
      : { label: t('invoices.orderReference'), value: <span className="reference">{detail.orderReference}</span> },
    detail.paymentReference === null
      ? null
      : { label: t('invoices.paymentReference'), value: <span className="reference">{detail.paymentReference}</span> },
  ];
  return <FactList facts={facts.filter((fact) => fact !== null)} />;
}

const messageStates = ['approved', 'sending', 'sent', 'unconfirmed', 'failed', 'cancelled'] as const;

function Messages({ messages }: Pick<InvoiceDetail, 'messages'>): ReactElement {
  const { t, language, format } = useText();
  const today = useToday();
  return (
    <Section title={t('invoices.sent')} small rule={messages.length === 0}>
      {messages.length === 0 && <p className="ink-2 small">{t('invoices.sentNothing')}</p>}
      <TwoLineList label={t('invoices.sent')}>
        {messages.map((message) => (
          <TwoLineItem
            key={message.messageId}
            icon={message.channel === 'email' ? IconMail : IconMailbox}
            title={t('invoices.message', { step: capitalised(stepName(message.step, language)), date: format.nearDate(message.on, today) })}
            detail={`${t(`invoices.channel.${message.channel}`)}, ${t(`invoices.messageState.${messageStates.find((known) => known === message.state) ?? 'other'}`)}`}
            action={
              <ButtonLink variant="text" size="sm" flush href={linkTo(`/verzonden?paneel=${message.messageId}`)}>
                {t('invoices.view')}
              </ButtonLink>
            }
          />
        ))}
      </TwoLineList>
    </Section>
  );
}

function Source({ source }: Pick<InvoiceDetail, 'source'>): ReactElement {
  const { t } = useText();
  return (
    <Section title={t('invoices.source')} small>
      {source === null ? (
        <p className="ink-2 small">{t('invoices.sourceNone')}</p>
      ) : (
        <FactList
          facts={[
            { label: t('invoices.sourceFile'), value: source.file },
            ...(source.origin === source.file ? [] : [{ label: t('invoices.sourcePlace'), value: source.origin }]),
            { label: t('invoices.sourceHash'), value: <span className={css['hash']}>{source.sha256.slice(0, 16)}</span>, note: 'SHA-256' },
          ]}
        />
      )}
    </Section>
  );
}

function useActions(detail: InvoiceDetail | undefined): { readonly buttons: ReactElement | null; readonly dialogs: ReactElement | null } {
  const { t } = useText();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const row = detail?.row;
  const canAct = row !== undefined && row.open > 0;
  const customer = useCall('customers.get', { customerId: row?.customerId ?? 0 }, { enabled: dialog !== null && row !== undefined });
  const hold = (): void => setDialog({ kind: 'hold', documentId: row?.documentId ?? null });
  useKeys('here', canAct ? [{ keys: 'h', label: t('invoices.action.hold'), run: hold }] : []);
  if (row === undefined) return { buttons: null, dialogs: null };
  const buttons = (
    <>
      <Button variant="filled" onClick={() => goTo(`/debiteuren/${row.customerId}`)}>
        {t('invoices.openCustomer')}
      </Button>
      {canAct && <Button onClick={() => setDialog({ kind: 'dispute', documentId: row.documentId })}>{t('invoices.action.dispute')}</Button>}
      {canAct && (
        <Button keycap="h" onClick={hold}>
          {t('invoices.action.hold')}
        </Button>
      )}
    </>
  );
  const dialogs =
    customer.data === undefined ? null : (
      <CustomerDialogs detail={customer.data} dialog={dialog} onOpen={setDialog} onClose={() => setDialog(null)} />
    );
  return { buttons, dialogs };
}

/** One invoice beside the list: what is open and why, what happens next, what was sent, and which file it came from. */
export function InvoicePanel({ documentId, onClose, onPrevious, onNext }: PanelProps): ReactElement {
  const { t } = useText();
  const invoice = useCall('invoices.get', { documentId });
  const { buttons, dialogs } = useActions(invoice.data);
  const row = invoice.data?.row;
  return (
    <SidePanel
      title={row === undefined ? t('invoices.number') : t(`invoices.kind.${row.kind}`, { number: row.number })}
      sub={row === undefined ? '\u00a0' : <a href={linkTo(`/debiteuren/${row.customerId}`)}>{row.customerName}</a>}
      onClose={onClose}
      {...(onPrevious && { onPrevious })}
      {...(onNext && { onNext })}
      {...(buttons !== null && { actions: buttons })}
    >
      {invoice.data === undefined ? (
        invoice.error === null ? (
          <SkeletonRows rows={8} density="compact" />
        ) : (
          <ErrorState error={invoice.error} onRetry={() => void invoice.refetch()} />
        )
      ) : (
        <>
          <Head row={invoice.data.row} />
          <Facts detail={invoice.data} />
          <div className={css['sections']}>
            <Movements detail={invoice.data} />
            <Messages messages={invoice.data.messages} />
            {row !== undefined && <ProofsSection place={{ customerId: row.customerId, documentId, messageId: null }} />}
            <Source source={invoice.data.source} />
          </div>
        </>
      )}
      {dialogs}
    </SidePanel>
  );
}
