import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { goTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { useJob } from '../../ui/useJob.ts';

/** What became of a run of sending, in sentences. */
export function useSendSentences(): (output: OutputOf<'outbox.send'>) => string {
  const { t, format } = useText();
  return ({ sent, failed, unconfirmed, cancelled, problem }) =>
    [
      sent > 0 ? t('batch.result.sent', { count: sent }) : t('batch.result.nothingSent'),
      ...(failed > 0 ? [t('batch.result.failed', { count: failed })] : []),
      ...(unconfirmed > 0 ? [t('batch.result.unconfirmed', { count: unconfirmed })] : []),
      ...(cancelled > 0 ? [t('batch.result.cancelled', { count: cancelled })] : []),
      ...(problem === null ? [] : [format.reason(problem)]),
    ].join(' ');
}

/** Sends what is approved, with a card that shows progress and keeps the result. */
export function useSendJob(): (evenThoughBankIsOld: boolean) => Promise<OutputOf<'outbox.send'> | null> {
  const { t } = useText();
  const run = useJob();
  const sentences = useSendSentences();
  return (evenThoughBankIsOld) =>
    run(
      'outbox.send',
      { evenThoughBankIsOld },
      {
        name: t('batch.job.send'),
        describe: (output) => ({
          state: output.failed + output.unconfirmed > 0 || output.problem !== null ? 'warning' : 'done',
          detail: sentences(output),
          action: { label: t('batch.result.toSent'), run: () => goTo('/verzonden') },
        }),
      },
    );
}
