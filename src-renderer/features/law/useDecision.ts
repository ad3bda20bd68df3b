import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import type { ClaimTarget } from './lawTypes.ts';

type Decision = 'waive' | 'keep' | 'book';

/** Decides about a claim at once; what was decided stands in a toast that takes it back. */
export function useDecision(customerId: number): (target: ClaimTarget, decision: Decision, reason: string) => void {
  const { t, format } = useText();
  const sentence = useErrorSentence();
  const decide = useMutationCall('law.decide');
  const unbook = useMutationCall('law.undoBooking');
  const onError = (error: unknown): void => showToast({ tone: 'warning', message: sentence(error) });
  const run = (target: ClaimTarget, decision: Decision, reason: string): void =>
    decide.mutate(
      { customerId, ...target, decision, reason },
      {
        onError,
        onSuccess: ({ cents, claimDocumentId, claimNumber }) => {
          if (decision === 'keep') return showToast({ message: t('law.done.keep'), undo: () => run(target, 'waive', t('law.reason.again')) });
          if (decision === 'waive') return showToast({ message: t('law.done.waive', { cents: format.amount(cents) }), undo: () => run(target, 'keep', '') });
          showToast({
            message: t('law.done.book', { cents: format.amount(cents), number: claimNumber ?? '' }),
            undo: () => {
              if (claimDocumentId !== null) unbook.mutate({ claimDocumentId }, { onError });
            },
          });
        },
      },
    );
  return run;
}
