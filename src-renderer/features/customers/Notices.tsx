import { Menu } from '@mantine/core';
import { IconMessage2Exclamation, IconPlayerPause } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { useToday } from '../../app/appState.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';

const outcomes = ['credited', 'partly', 'rejected'] as const;

/** What stands in the way of follow-up and can be ended here: disputes and pauses. */
export function Notices({ detail }: { readonly detail: CustomerDetail }): ReactElement | null {
  const { t, format } = useText();
  const today = useToday();
  const sentence = useErrorSentence();
  const resolve = useMutationCall('customers.resolveDispute');
  const end = useMutationCall('customers.endHold');
  const onError = (error: unknown): void => showToast({ tone: 'warning', message: sentence(error) });
  // The box above already says that everything is paused, and the button in the head ends it.
  const holds = detail.holds.filter((hold) => hold.documentId !== null || detail.nextStep?.reason.code !== 'held-by-person');
  if (detail.disputes.length === 0 && holds.length === 0) return null;
  const numberOf = (documentId: number): string => detail.openItems.find((item) => item.documentId === documentId)?.number ?? '';
  const until = (date: PlainDateText | null): string => (date === null ? '–' : format.nearDate(date, today));
  return (
    <div className={css['notices']}>
      {detail.disputes.map((dispute) => (
        <Notice
          key={dispute.disputeId}
          tone="amber"
          icon={IconMessage2Exclamation}
          title={t('customers.dispute.open', { cents: format.amount(dispute.cents), number: dispute.number, on: format.nearDate(dispute.openedOn, today) })}
          actions={
            <Menu position="bottom-start">
              <Menu.Target>
                <Button size="sm">{t('customers.dispute.resolve')}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {outcomes.map((outcome) => (
                  <Menu.Item
                    key={outcome}
                    onClick={() =>
                      resolve.mutate(
                        { disputeId: dispute.disputeId, outcome },
                        { onError, onSuccess: () => showToast({ message: t('customers.dispute.resolved', { number: dispute.number }) }) },
                      )
                    }
                  >
                    {t(`customers.dispute.outcome.${outcome}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          }
        >
          <p>{dispute.reason}</p>
        </Notice>
      ))}
      {holds.map((hold) => (
        <Notice
          key={hold.holdId}
          tone="neutral"
          icon={IconPlayerPause}
          title={
            hold.documentId === null
              ? t('customers.hold.running', { on: until(hold.until) })
              : t('customers.hold.runningDocument', { number: numberOf(hold.documentId), on: until(hold.until) })
          }
          actions={
            <Button
              size="sm"
              onClick={() => end.mutate({ holdId: hold.holdId }, { onError, onSuccess: () => showToast({ message: t('customers.hold.ended') }) })}
            >
              {t('customers.hold.end')}
            </Button>
          }
        >
          <p>{hold.reason}</p>
        </Notice>
      ))}
    </div>
  );
}
