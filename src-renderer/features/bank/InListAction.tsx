import { IconListCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { call } from '../../backend/client.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { useKeys } from '../../ui/useKeys.ts';
import type { ReceiptDetail } from './bankTypes.ts';

type InListActionProps = { readonly detail: ReceiptDetail; readonly onDecided: () => void };

/** Whether the money is most likely in a list of open items already: then that is the first answer, and not to assign it as any other. */
export const isInList = ({ why }: ReceiptDetail): boolean => why?.code === 'unmatched-in-list';

/** One key for money that a list of open items had taken off already: it is booked in the place of that, and no balance changes. */
export function InListAction({ detail, onDecided }: InListActionProps): ReactElement | null {
  return isInList(detail) ? <Offered detail={detail} onDecided={onDecided} /> : null;
}

function Offered({ detail: { receipt }, onDecided }: InListActionProps): ReactElement {
  const { t, format } = useText();
  const sentence = useErrorSentence();
  const decide = useMutationCall('bank.bookInList');
  const book = (): void => {
    if (decide.isPending) return;
    decide.mutate(
      { bankEntryId: receipt.bankEntryId },
      {
        onSuccess: ({ entryIds }) => {
          showToast({ message: t('cash.inList.done', { cents: format.amount(receipt.unmatched, receipt.currency) }), undo: () => void call('bank.undoAllocation', { entryIds }) });
          onDecided();
        },
        onError: (error) => showToast({ tone: 'warning', message: sentence(error) }),
      },
    );
  };
  useKeys('here', [{ keys: 'l', label: t('cash.inList.action'), run: book }]);
  return (
    <Button variant="filled" icon={IconListCheck} keycap="l" busy={decide.isPending} onClick={book}>
      {t('cash.inList.action')}
    </Button>
  );
}
