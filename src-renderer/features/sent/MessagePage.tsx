import { IconChevronLeft, IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useParams } from 'wouter';
import { linkTo } from '../../app/address.ts';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { downloadFile } from '../../backend/files.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Columns, Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { ProofsSection } from '../proofs/ProofsSection.tsx';
import { MessageContent } from './MessageContent.tsx';
import { MessageDecision } from './MessageDecision.tsx';
import { MessageFacts } from './MessageFacts.tsx';
import { MessageFigures } from './MessageFigures.tsx';
import { MessageCourse, MessageProof } from './MessageProof.tsx';
import { StateChip } from './StateChip.tsx';
import { type MessageDetail, stepTitle } from './messageLooks.ts';
import css from './SentPage.module.css';

/** One message on a page of its own: the letter or mail as large as it is read, everything about it beside it. */
export function MessagePage(): ReactElement {
  const { messageId: wanted } = useParams<{ readonly messageId: string }>();
  const messageId = Number(wanted);
  if (!Number.isSafeInteger(messageId) || messageId <= 0) return <NotFoundPage />;
  return <OneMessage key={messageId} messageId={messageId} />;
}

function OneMessage({ messageId }: { readonly messageId: number }): ReactElement {
  const { t } = useText();
  const message = useCall('outbox.get', { messageId });
  return (
    <Page title={t('sent.title')}>
      <p className={css['back']}>
        <a href={linkTo('/verzonden')} className={css['link']}>
          <IconChevronLeft size={16} stroke={1.75} aria-hidden />
          {t('sent.back')}
        </a>
      </p>
      <QueryView query={message}>{(detail) => <Whole detail={detail} />}</QueryView>
    </Page>
  );
}

function Whole({ detail }: { readonly detail: MessageDetail }): ReactElement {
  const { t, format, language } = useText();
  const { row, pdf } = detail;
  return (
    <>
      <PageHead
        title={`${stepTitle(row.step, language)}, ${format.amount(row.cents)}`}
        sub={
          <span className={css['sub']}>
            {row.customerName}
            <StateChip row={row} />
          </span>
        }
        actions={
          pdf !== null && (
            <Button icon={IconDownload} onClick={() => downloadFile(pdf)}>
              {t('sent.message.download')}
            </Button>
          )
        }
      />
      <Columns
        asideWidth={{ narrow: 348, wide: 400 }}
        main={<MessageContent detail={detail} isLarge />}
        aside={
          <>
            <MessageDecision detail={detail} />
            <MessageFacts detail={detail} />
            <Section small title={t('sent.why')}>
              <p>{format.reason(detail.reason)}</p>
            </Section>
            <Section small title={t('sent.figures.title')}>
              <MessageFigures detail={detail} />
            </Section>
            <ProofsSection place={{ customerId: detail.row.customerId, documentId: null, messageId: detail.row.messageId }} />
            <MessageProof detail={detail} />
            <MessageCourse detail={detail} />
          </>
        }
      />
    </>
  );
}
