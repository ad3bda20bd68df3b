import { IconInfoCircle, IconPencil, IconPlayerPause, IconSignature } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { linkTo } from '../../app/address.ts';
import { errorCodeOf } from '../../backend/client.ts';
import { useCall } from '../../backend/queries.ts';
import { fileUrl } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PdfPages } from '../../ui/pdf/PdfPages.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { BatchItem } from './batchTypes.ts';
import css from './BatchPage.module.css';
import { EditMessage } from './EditMessage.tsx';
import { Figures } from './Figures.tsx';
import { HoldMessage } from './HoldMessage.tsx';
import { MailView } from './MailView.tsx';
import type { Sending } from './useSending.ts';

type Preview = OutputOf<'batch.preview'>;
type Tab = 'letter' | 'email' | 'text' | 'figures';
type MessageViewProps = {
  readonly item: BatchItem | null;
  readonly isEditing: boolean;
  readonly isHolding: boolean;
  readonly onEditing: (isEditing: boolean) => void;
  readonly onHolding: (isHolding: boolean) => void;
  /** Approves this one letter; null where it goes along with the others or cannot go. */
  readonly approval: Pick<Sending, 'start' | 'isRunning'> | null;
};

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Body({ item, preview, tab }: { readonly item: BatchItem; readonly preview: Preview; readonly tab: Tab }): ReactElement {
  switch (tab) {
    case 'figures':
      return <Figures item={item} />;
    case 'text':
      return <pre className={css['plainText']}>{preview.text}</pre>;
    case 'email':
      return <MailView item={item} preview={preview} />;
    case 'letter':
      return <PdfPages url={fileUrl(preview.pdf)} name={item.customerName} />;
  }
}

/** Warnings that another contact takes away. */
const aboutRecipient: ReadonlySet<string> = new Set(['warn-generic-mailbox', 'warn-buyer', 'warn-no-payment-contact']);

function Warnings({ item }: { readonly item: BatchItem }): ReactElement {
  const { t, format } = useText();
  const contact = (
    <ButtonLink size="sm" href={linkTo(`/debiteuren/${item.customerId}`)}>
      {t('batch.warningAction')}
    </ButtonLink>
  );
  return (
    <>
      {item.warnings.map((warning) => (
        <Notice key={warning.code} tone="amber" {...(aboutRecipient.has(warning.code) ? { actions: contact } : {})}>
          {format.reason(warning)}
        </Notice>
      ))}
    </>
  );
}

function Message({ item, onEditing, onHolding, approval }: { readonly item: BatchItem } & Pick<MessageViewProps, 'onEditing' | 'onHolding' | 'approval'>): ReactElement {
  const { t, language, format } = useText();
  const tabs: readonly Tab[] = item.channel === 'email' ? ['email', 'text', 'letter', 'figures'] : ['letter', 'figures'];
  const [chosen, setChosen] = useState<Tab | null>(null);
  const tab = chosen !== null && tabs.includes(chosen) ? chosen : (tabs[0] ?? 'letter');
  const preview = useCall('batch.preview', { messageId: item.messageId });
  const who = [item.recipientName, item.recipient].filter((part) => part !== '').join(', ');
  return (
    <>
      <div className={css['messageHead']}>
        <div className={css['messageTop']}>
          <h2>{`${firstUpper(stepName(item.step, language))}, ${format.amount(item.cents)}`}</h2>
          <Button size="sm" icon={IconPencil} keycap="e" disabled={preview.data === undefined} onClick={() => onEditing(true)}>
            {t('batch.edit')}
          </Button>
          <Button size="sm" icon={IconPlayerPause} keycap="h" onClick={() => onHolding(true)}>
            {t('batch.hold')}
          </Button>
          {approval !== null && (
            <Button size="sm" variant="filled" icon={IconSignature} busy={approval.isRunning} disabled={preview.data === undefined} onClick={approval.start}>
              {t('batch.approveOne')}
            </Button>
          )}
        </div>
        <p className={css['why']}>
          <IconInfoCircle size={16} stroke={1.75} aria-hidden />
          <span>
            <strong>{t('batch.why')}</strong> {format.reason(item.reason)}
          </span>
        </p>
        <Warnings item={item} />
        <div className={css['tabLine']}>
          <Tabs label={t('batch.tabs.label')} tabs={tabs.map((key) => ({ key, label: t(`batch.tabs.${key}`) }))} value={tab} onChange={setChosen} />
          <span className={css['to']}>{t(item.isRegistered ? 'batch.toRegistered' : 'batch.to', { who: who === '' ? item.customerName : who })}</span>
        </div>
      </div>
      <div className={css['desk']} role="tabpanel" aria-label={t(`batch.tabs.${tab}`)} tabIndex={0}>
        {errorCodeOf(preview.error) === 'letter-sender-incomplete' ? (
          <ErrorState error={preview.error} actions={<ButtonLink size="sm" href={linkTo('/instellingen')}>{t('settings.title')}</ButtonLink>} />
        ) : (
          <QueryView query={preview} skeleton={<div className={css['sheetBones']}><SkeletonRows /></div>}>{(data) => <Body item={item} preview={data} tab={tab} />}</QueryView>
        )}
      </div>
    </>
  );
}

/** One message as it will leave: the letter itself, page by page, or the mail with its heads. */
export function MessageView({ item, isEditing, isHolding, onEditing, onHolding, approval }: MessageViewProps): ReactElement {
  const preview = useCall('batch.preview', { messageId: (item?.messageId ?? 1) as BatchItem['messageId'] }, { enabled: item !== null });
  if (item === null) return <div className={css['message']} />;
  return (
    <section className={css['message']} aria-label={item.customerName}>
      {isEditing && preview.data !== undefined ? (
        <EditMessage item={item} preview={preview.data} onClose={() => onEditing(false)} />
      ) : (
        <Message item={item} onEditing={onEditing} onHolding={onHolding} approval={approval} />
      )}
      <HoldMessage item={item} isOpen={isHolding} onClose={() => onHolding(false)} />
    </section>
  );
}
