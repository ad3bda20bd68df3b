import { IconArrowsMaximize, IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { goTo, linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { downloadFile } from '../../backend/files.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { ProofsSection } from '../proofs/ProofsSection.tsx';
import { MessageContent } from './MessageContent.tsx';
import { MessageDecision } from './MessageDecision.tsx';
import { MessageFacts } from './MessageFacts.tsx';
import { MessageFigures } from './MessageFigures.tsx';
import { MessageCourse, MessageProof } from './MessageProof.tsx';
import { StateChip } from './StateChip.tsx';
import { type MessageDetail, stepTitle, whenWords } from './messageLooks.ts';

type MessagePanelProps = {
  readonly messageId: number;
  readonly previous: number | null;
  readonly next: number | null;
  readonly onGo: (messageId: number) => void;
  readonly onClose: () => void;
};

/** One message beside the list: what, when, why and on which figures first; then the message itself and the proof of it. */
export function MessagePanel({ messageId, previous, next, onGo, onClose }: MessagePanelProps): ReactElement {
  const { t, format, language } = useText();
  const today = useToday();
  const message = useCall('outbox.get', { messageId });
  const row = message.data?.row;
  const toPage = (): void => goTo(`/verzonden/${messageId}`);
  return (
    <SidePanel
      title={row === undefined ? t('sent.title') : `${stepTitle(row.step, language)}, ${format.amount(row.cents)}`}
      sub={row === undefined ? '' : `${row.customerName}, ${whenWords(row, { format, today })}`}
      flags={row === undefined ? null : <StateChip row={row} />}
      onClose={onClose}
      onOpenFull={toPage}
      {...(previous !== null && { onPrevious: () => onGo(previous) })}
      {...(next !== null && { onNext: () => onGo(next) })}
      actions={message.data === undefined ? null : <PanelActions detail={message.data} />}
    >
      <QueryView query={message}>{(detail) => <PanelBody detail={detail} />}</QueryView>
    </SidePanel>
  );
}

function PanelActions({ detail }: { readonly detail: MessageDetail }): ReactElement {
  const { t } = useText();
  const { pdf, row } = detail;
  return (
    <>
      <ButtonLink icon={IconArrowsMaximize} href={linkTo(`/verzonden/${row.messageId}`)}>
        {t('sent.message.openFull')}
      </ButtonLink>
      {pdf !== null && (
        <Button icon={IconDownload} onClick={() => downloadFile(pdf)}>
          {t('sent.message.download')}
        </Button>
      )}
    </>
  );
}

function PanelBody({ detail }: { readonly detail: MessageDetail }): ReactElement {
  const { t, format } = useText();
  return (
    <>
      <MessageDecision detail={detail} />
      <MessageFacts detail={detail} />
      <Section small title={t('sent.why')}>
        <p>{format.reason(detail.reason)}</p>
      </Section>
      <Section small title={t('sent.figures.title')}>
        <MessageFigures detail={detail} />
      </Section>
      <Section small rule={false} title={t('sent.message.title')}>
        <MessageContent detail={detail} />
      </Section>
      <ProofsSection place={{ customerId: detail.row.customerId, documentId: null, messageId: detail.row.messageId }} />
      <MessageProof detail={detail} />
      <MessageCourse detail={detail} />
    </>
  );
}
