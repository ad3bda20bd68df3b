import { type ReactElement, useRef, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { uploadFile } from '../../backend/files.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Bank.module.css';

type Chosen = { readonly stagedId: string };
type Order = OutputOf<'bank.readDebitOrder'>;
const linesShown = 300;

/** Our own orders for direct debits: read beside the statements, so that what comes in and comes back under their ids finds its invoice. */
export function DebitOrderPanel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const sentence = useErrorSentence();
  const file = useRef<HTMLInputElement>(null);
  const take = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return;
    try {
      setChosen({ stagedId: await uploadFile(picked) });
    } catch (error) {
      showToast({ tone: 'warning', message: sentence(error) });
    }
  };
  return (
    <SidePanel title={t('cash.debits.title')} sub={t('cash.debits.sub')} onClose={onClose}>
      <input
        ref={file}
        type="file"
        accept=".xml"
        hidden
        aria-label={t('cash.debits.file')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <div className={css['dialogActions']}>
        <Button variant={chosen === null ? 'filled' : 'outlined'} onClick={() => file.current?.click()}>
          {t('cash.debits.file')}
        </Button>
      </div>
      {chosen !== null && <Preview chosen={chosen} onKept={() => setChosen(null)} />}
      <Kept />
    </SidePanel>
  );
}

function Preview({ chosen, onKept }: { readonly chosen: Chosen; readonly onKept: () => void }): ReactElement {
  const { t } = useText();
  const order = useCall('bank.readDebitOrder', chosen);
  const keep = useMutationCall('bank.keepDebitOrder');
  return (
    <QueryView query={order}>
      {(data) => (
        <>
          <Lines order={data} />
          <div className={css['dialogActions']}>
            <Button
              variant="filled"
              disabled={data.kept === 0}
              busy={keep.isPending}
              onClick={() =>
                keep.mutate(chosen, {
                  onSuccess: ({ kept }) => {
                    showToast({ message: t('cash.debits.saved', { count: kept }) });
                    onKept();
                  },
                })
              }
            >
              {t('cash.debits.save', { count: data.kept })}
            </Button>
          </div>
        </>
      )}
    </QueryView>
  );
}

function Lines({ order }: { readonly order: Order }): ReactElement {
  const { t } = useText();
  return (
    <div className={css['adviceLines']}>
      <table className={css['table']} aria-label={t('cash.debits.title')}>
        <thead>
          <tr>
            <th>{t('cash.debits.debtor')}</th>
            <th className={css['right']}>{t('cash.debits.cents')}</th>
            <th>{t('cash.advice.number')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.slice(0, linesShown).map((line, place) => (
            <tr key={`${line.endToEndId} ${String(place)}`}>
              <td>
                <span className={css['number']}>{line.debtorName}</span>
                <span className={css['owner']}>{line.endToEndId}</span>
              </td>
              <td className={css['right']}>
                <Amount value={line.cents} currency={line.currency} />
              </td>
              <td className={css['debitState']}>
                {line.numbers.join(', ')}
                <small>{t(`cash.debits.states.${line.state}`)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Kept(): ReactElement | null {
  const { t, format } = useText();
  const { orders } = useCall('bank.debitOrders', {}).data ?? { orders: [] };
  const withdraw = useMutationCall('bank.withdrawDebitOrder');
  if (orders.length === 0) return null;
  return (
    <Section title={t('cash.debits.kept')} small>
      <ul className={css['assigned']}>
        {orders.map((order) => (
          <li key={order.orderId}>
            <p>
              {order.message}, {t('cash.debits.of', { count: order.debits, cents: format.amount(order.cents) })}
            </p>
            <p className="ink-2 small">
              {format.instant(order.at)}, {order.fileName}
            </p>
            <Button
              size="xs"
              variant="text"
              flush
              onClick={() => withdraw.mutate({ orderId: order.orderId }, { onSuccess: () => showToast({ message: t('cash.debits.withdrawn', { message: order.message }) }) })}
            >
              {t('cash.debits.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
