import { type ReactElement, useState } from 'react';
import { parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import { linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { useQuestion } from '../../ui/useQuestion.tsx';
import type { MessageDetail, MessageRow } from './messageLooks.ts';
import { NotPosted } from './NotPosted.tsx';
import css from './SentPage.module.css';

type Decision = 'was-sent' | 'send-again' | 'cancel';
const doneKeys = { 'was-sent': 'sent.decide.doneWasSent', 'send-again': 'sent.decide.doneAgain', cancel: 'sent.decide.doneCancel' } as const;

function useDecide(row: MessageRow): { readonly decide: (decision: Decision) => Promise<void>; readonly isBusy: boolean } {
  const { t } = useText();
  const ask = useQuestion();
  const resolve = useMutationCall('outbox.resolve');
  const decide = async (decision: Decision): Promise<void> => {
    const mayArriveTwice = decision === 'send-again' && row.state === 'unconfirmed';
    if (mayArriveTwice && !(await ask({ title: t('sent.decide.againQuestion', { name: row.customerName }), body: t('sent.decide.againBody'), confirm: t('sent.decide.againConfirm') }))) return;
    resolve.mutate({ messageId: row.messageId, decision }, { onSuccess: () => showToast({ message: t(doneKeys[decision]) }) });
  };
  return { decide, isBusy: resolve.isPending };
}

/** What the user has to decide about this message, with its reason; nothing where there is nothing to decide. */
export function MessageDecision({ detail }: { readonly detail: MessageDetail }): ReactElement | null {
  const { row } = detail;
  switch (row.state) {
    case 'unconfirmed':
    case 'failed':
      return <Uncertain row={row} />;
    case 'cancelled':
      return row.failure === null ? null : <Cancelled row={row} />;
    case 'approved':
      return row.channel === 'letter' ? <ToPost row={row} /> : <ToSend row={row} />;
    case 'sent':
      return row.channel === 'letter' ? <NotPosted row={row} /> : null;
    case 'planned':
    case 'sending':
      return null;
  }
}

function Uncertain({ row }: { readonly row: MessageRow }): ReactElement {
  const { t, format } = useText();
  const { decide, isBusy } = useDecide(row);
  const kind = row.state === 'failed' ? 'failed' : 'unconfirmed';
  const isServer = row.failure !== null && ['send-refused-authentication', 'send-refused-connection', 'send-refused-tls'].includes(row.failure.code);
  return (
    <div className={css['decision']}>
      <Notice
        tone="amber"
        title={t(`sent.decide.${kind}Title`)}
        actions={
          <>
            {kind === 'unconfirmed' && (
              <Button size="sm" busy={isBusy} onClick={() => void decide('was-sent')}>
                {t('sent.decide.wasSent')}
              </Button>
            )}
            <Button size="sm" busy={isBusy} onClick={() => void decide('send-again')}>
              {t('sent.decide.again')}
            </Button>
            <Button size="sm" variant="quiet" busy={isBusy} onClick={() => void decide('cancel')}>
              {t('sent.decide.cancel')}
            </Button>
            {isServer && (
              <ButtonLink size="sm" variant="text" href={linkTo('/instellingen/smtp')}>
                {t('sent.decide.settings')}
              </ButtonLink>
            )}
          </>
        }
      >
        {row.failure !== null && <p>{format.reason(row.failure)}</p>}
        <p>{t(`sent.decide.${kind}Todo`)}</p>
      </Notice>
    </div>
  );
}

function Cancelled({ row }: { readonly row: MessageRow }): ReactElement {
  const { t, format } = useText();
  return (
    <div className={css['decision']}>
      <Notice tone="neutral" title={t('sent.decide.cancelledTitle')}>
        {row.failure !== null && <p>{format.reason(row.failure)}</p>}
      </Notice>
    </div>
  );
}

function ToSend({ row }: { readonly row: MessageRow }): ReactElement {
  const { t } = useText();
  const { decide, isBusy } = useDecide(row);
  return (
    <div className={css['decision']}>
      <Button size="sm" busy={isBusy} onClick={() => void decide('cancel')}>
        {t('sent.decide.cancel')}
      </Button>
    </div>
  );
}

function ToPost({ row }: { readonly row: MessageRow }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const [on, setOn] = useState<PlainDateText | null>(today);
  /** It cannot have been posted before it was approved. */
  const earliest = row.approvedAt === null ? null : parsePlainDate(row.approvedAt.slice(0, 10));
  const { decide, isBusy } = useDecide(row);
  const post = useMutationCall('outbox.markPosted');
  const mark = (): void => {
    if (on !== null) post.mutate({ messageIds: [row.messageId], on }, { onSuccess: () => showToast({ message: t('sent.decide.donePosted', { date: format.date(on, 'long') }) }) });
  };
  return (
    <div className={css['decision']}>
      <Notice
        tone="amber"
        title={t('sent.decide.letterTitle')}
        actions={
          <div className={css['post']}>
            {/* The line below always says the day, so that the button does not move from under the pointer when the field is left. */}
            <DateInput label={t('sent.decide.postedOn')} value={on} onChange={setOn} {...(earliest !== null && { min: earliest })} max={today} required {...(on !== null && { hint: format.date(on, 'long') })} />
            <div className={css['postButtons']}>
              <Button size="sm" busy={post.isPending} disabled={on === null} onClick={mark}>
                {t('sent.decide.markPosted')}
              </Button>
              <Button size="sm" variant="quiet" busy={isBusy} onClick={() => void decide('cancel')}>
                {t('sent.decide.cancel')}
              </Button>
            </div>
          </div>
        }
      >
        <p>{t('sent.decide.letterBody')}</p>
      </Notice>
    </div>
  );
}
