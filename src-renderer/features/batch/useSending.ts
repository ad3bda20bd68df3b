import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { goTo } from '../../app/address.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import type { JobResult } from '../../ui/useJob.ts';
import { useJob } from '../../ui/useJob.ts';
import { useQuestion } from '../../ui/useQuestion.tsx';
import type { Batch, BatchItem } from './batchTypes.ts';
import { useSendJob } from './useSendJob.ts';

export type SendingResult = { readonly approved: OutputOf<'batch.approve'>; readonly sent: OutputOf<'outbox.send'> | null };
export type Sending = {
  readonly start: () => void;
  readonly isRunning: boolean;
  readonly result: SendingResult | null;
  readonly dismiss: () => void;
  readonly smtpMissing: boolean;
};

/** One question, then approval and sending in the background. The question repeats the number and says what goes where. */
export function useSending(batch: Batch, chosen: readonly BatchItem[]): Sending {
  const { t, format } = useText();
  const ask = useQuestion();
  const run = useJob();
  const send = useSendJob();
  const smtp = useCall('settings.smtp', {});
  const [isRunning, setIsRunning] = useState(false);
  const [result, setResult] = useState<SendingResult | null>(null);
  const smtpMissing = smtp.data !== undefined && (smtp.data.settings === null || smtp.data.settings.host === '');
  const emails = chosen.filter((item) => item.channel === 'email');
  const letters = chosen.length - emails.length;
  const goesLater = batch.items[0] !== undefined && batch.items[0].sendOn > batch.today;

  const emailSentence = (): string => {
    const count = emails.length;
    if (smtpMissing) return t('batch.question.emailsWait', { count });
    return goesLater ? t('batch.question.emailsLater', { count, date: batch.items[0]?.sendOn ?? batch.today }) : t('batch.question.emails', { count });
  };
  const body = (): string =>
    [
      ...(batch.bankGuard === null ? [] : [format.reason(batch.bankGuard)]),
      ...(emails.length > 0 ? [emailSentence()] : []),
      ...(letters > 0 ? [t('batch.question.letters', { count: letters })] : []),
      t('batch.question.noWayBack'),
    ].join(' ');
  const describeApproval = (output: OutputOf<'batch.approve'>): JobResult => ({
    state: output.refused.length > 0 ? 'warning' : 'done',
    detail: t('batch.result.approved', { count: output.approved }),
    action: output.letters > 0 ? { label: t('batch.print.title'), run: () => goTo('/printlijst') } : null,
  });
  const start = async (): Promise<void> => {
    if (isRunning || chosen.length === 0) return;
    const count = chosen.length;
    const isForLater = goesLater || (smtpMissing && emails.length > 0);
    const isConfirmed = await ask({
      title: t(isForLater ? 'batch.question.titleLater' : 'batch.question.title', { count }),
      body: body(),
      confirm: t(isForLater ? 'batch.bar.approveForLater' : 'batch.bar.send', { count }),
    });
    if (!isConfirmed) return;
    setIsRunning(true);
    setResult(null);
    const evenThoughBankIsOld = batch.bankGuard !== null;
    const approved = await run('batch.approve', { messageIds: chosen.map((item) => item.messageId), evenThoughBankIsOld }, { name: t('batch.job.approve'), describe: describeApproval });
    const sent = approved !== null && approved.emails > 0 && !goesLater ? await send(evenThoughBankIsOld) : null;
    if (approved !== null) setResult({ approved, sent });
    setIsRunning(false);
  };
  return { start: () => void start(), isRunning, result, dismiss: () => setResult(null), smtpMissing };
}
