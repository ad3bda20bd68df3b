import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useText } from '../../i18n/useText.ts';
import { type JobResult, useJob } from '../../ui/useJob.ts';
import { useQuestion } from '../../ui/useQuestion.tsx';

type Outcome = OutputOf<'outbox.send'>;

/** Sends the e-mails that wait, after a question; old bank data are a second question. */
export function useSendWaiting(): (count: number) => Promise<void> {
  const { t, format } = useText();
  const ask = useQuestion();
  const run = useJob();
  const describe = ({ sent, failed, unconfirmed, cancelled, problem }: Outcome): JobResult => {
    const parts = [
      t('sent.send.sent', { count: sent, number: format.number(sent) }),
      ...(failed > 0 ? [t('sent.send.failed', { count: failed, number: format.number(failed) })] : []),
      ...(unconfirmed > 0 ? [t('sent.send.unconfirmed', { count: unconfirmed, number: format.number(unconfirmed) })] : []),
      ...(cancelled > 0 ? [t('sent.send.cancelled', { count: cancelled, number: format.number(cancelled) })] : []),
      ...(problem === null ? [] : [format.reason(problem)]),
      ...(sent > 0 && failed + unconfirmed > 0 ? [t('sent.send.others')] : []),
    ];
    return { state: problem === null && failed + unconfirmed === 0 ? 'done' : 'warning', detail: parts.join(' ') };
  };
  const send = (evenThoughBankIsOld: boolean): Promise<Outcome | null> => run('outbox.send', { evenThoughBankIsOld }, { name: t('sent.send.job'), describe });
  return async (count) => {
    const number = format.number(count);
    const isWanted = await ask({ title: t('sent.send.question', { count, number }), body: t('sent.send.body'), confirm: t('sent.send.action', { count, number }) });
    if (!isWanted) return;
    const outcome = await send(false);
    if (outcome?.problem?.code !== 'bank-data-old' && outcome?.problem?.code !== 'bank-data-none') return;
    const isWantedAnyway = await ask({ title: t('sent.send.oldTitle'), body: t('sent.send.oldBody', { reason: format.reason(outcome.problem) }), confirm: t('sent.send.oldConfirm') });
    if (isWantedAnyway) await send(true);
  };
}
