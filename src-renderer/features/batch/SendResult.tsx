import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './BatchPage.module.css';
import { useSendSentences } from './useSendJob.ts';
import type { SendingResult } from './useSending.ts';

/** What happened, until it is put away. */
export function SendResult({ result: { approved, sent }, onDismiss }: { readonly result: SendingResult; readonly onDismiss: () => void }): ReactElement {
  const { t, format } = useText();
  const sentences = useSendSentences();
  const isGood = approved.refused.length === 0 && (sent === null || (sent.failed + sent.unconfirmed === 0 && sent.problem === null));
  const smtpMissing = sent?.problem?.code === 'send-smtp-missing' || sent?.problem?.code === 'send-password-missing';
  const [refused] = approved.refused;
  return (
    <div className={css['result']}>
      <Notice
        tone={isGood ? 'green' : 'amber'}
        title={t('batch.result.approved', { count: approved.approved })}
        actions={
          <>
            {smtpMissing && (
              <ButtonLink size="sm" href={linkTo('/instellingen/smtp')}>
                {t('batch.bar.smtpAction')}
              </ButtonLink>
            )}
            {approved.letters > 0 && (
              <ButtonLink size="sm" href={linkTo('/printlijst')}>
                {t('batch.result.toPrint')}
              </ButtonLink>
            )}
            <ButtonLink size="sm" href={linkTo('/verzonden')}>
              {t('batch.result.toSent')}
            </ButtonLink>
            <Button size="sm" variant="quiet" onClick={onDismiss}>
              {t('batch.result.dismiss')}
            </Button>
          </>
        }
      >
        <p>
          {sent !== null && sentences(sent)} {approved.letters > 0 && t('batch.result.letters', { count: approved.letters })}{' '}
          {refused !== undefined && `${t('batch.result.refused', { count: approved.refused.length })} ${format.reason(refused.reason)}`}
        </p>
      </Notice>
    </div>
  );
}
