import { Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { useToday } from '../../app/appState.ts';
import { call } from '../../backend/client.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState, useErrorSentence } from '../../ui/ErrorState.tsx';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Bank.module.css';
import type { ReceiptDetail } from './bankTypes.ts';

type FormProps = { readonly detail: ReceiptDetail; readonly onClose: () => void; readonly onDecided: () => void };
/** What lies over the work sheet. */
export type Dialog = 'park' | 'name' | 'difference' | 'ask' | 'advice';
type ReceiptDialogsProps = {
  readonly detail: ReceiptDetail;
  readonly dialog: Dialog | null;
  readonly onOpen: (dialog: Dialog | null) => void;
  readonly onDecided: () => void;
};

/** The other decisions about a receipt: put it aside with a reason, or put a name on it. */
export function ReceiptDialogs({ detail, dialog, onOpen, onDecided }: ReceiptDialogsProps): ReactElement {
  const { t } = useText();
  const sentence = useErrorSentence();
  const unpark = useMutationCall('bank.unpark');
  const close = (): void => onOpen(null);
  const { receipt } = detail;
  return (
    <>
      {receipt.parked === null ? (
        <Button keycap="p" onClick={() => onOpen('park')}>
          {t('bank.action.park')}
        </Button>
      ) : (
        <Button
          busy={unpark.isPending}
          onClick={() =>
            unpark.mutate(
              { bankEntryId: receipt.bankEntryId },
              { onSuccess: () => showToast({ message: t('bank.park.taken') }), onError: (error) => showToast({ tone: 'warning', message: sentence(error) }) },
            )
          }
        >
          {t('bank.action.unpark')}
        </Button>
      )}
      <Button keycap="n" onClick={() => onOpen('name')}>
        {receipt.customerId === null ? t('bank.action.name') : t('bank.action.rename')}
      </Button>
      <Modal opened={dialog === 'park'} onClose={close} size={460} title={t('bank.park.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {dialog === 'park' && <ParkForm detail={detail} onClose={close} onDecided={onDecided} />}
      </Modal>
      <Modal opened={dialog === 'name'} onClose={close} size={460} title={t('bank.name.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {dialog === 'name' && <NameForm detail={detail} onClose={close} onDecided={onDecided} />}
      </Modal>
    </>
  );
}

function ParkForm({ detail, onClose, onDecided }: FormProps): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<PlainDateText | null>(null);
  const [isForNothingNamed, setIsForNothingNamed] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const park = useMutationCall('bank.park');
  const { receipt } = detail;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (reason.trim() === '') return;
    park.mutate(
      { bankEntryId: receipt.bankEntryId, reason: reason.trim(), until, isForNothingNamed },
      {
        onSuccess: () => {
          showToast({
            tone: 'held',
            message: t('bank.park.done', { name: receipt.customerName ?? receipt.counterName ?? t('bank.list.unknownPayer'), cents: format.amount(receipt.unmatched, receipt.currency) }),
            undo: () => void call('bank.unpark', { bankEntryId: receipt.bankEntryId }),
          });
          onClose();
          onDecided();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className={css['lead']}>{t('bank.park.body')}</p>
      <div className={css['fields']}>
        <TextInput
          data-autofocus
          label={t('bank.park.reason')}
          value={reason}
          maxLength={500}
          error={wasTried && reason.trim() === '' ? t('common.required') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DateInput label={t('bank.park.until')} value={until} min={today} hint={t('bank.park.untilHint')} onChange={setUntil} />
        <Checkbox
          label={t('bank.park.forNothingNamed')}
          description={t('bank.park.forNothingNamedHint')}
          checked={isForNothingNamed}
          onChange={(event) => setIsForNothingNamed(event.currentTarget.checked)}
        />
      </div>
      {park.error !== null && <ErrorState error={park.error} />}
      <div className={css['dialogActions']}>
        <Button type="submit" variant="filled" busy={park.isPending}>
          {t('bank.park.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}

function NameForm({ detail, onClose, onDecided }: FormProps): ReactElement {
  const { t } = useText();
  const { receipt, proposals } = detail;
  const [chosen, setChosen] = useState<string | null>(String(receipt.customerId ?? proposals[0]?.customerId ?? '') || null);
  const list = useCall('customers.list', { query: '', onlyOpen: false });
  const options = useMemo(() => (list.data?.customers ?? []).map((row) => ({ value: String(row.customerId), label: row.name })), [list.data]);
  const assign = useMutationCall('bank.assignCustomer');
  const save = (customerId: number | null): void =>
    assign.mutate(
      { bankEntryId: receipt.bankEntryId, customerId },
      {
        onSuccess: () => {
          const name = options.find((option) => option.value === chosen)?.label ?? '';
          showToast({
            message: customerId === null ? t('bank.name.undone') : t('bank.name.done', { name }),
            undo: () => void call('bank.assignCustomer', { bankEntryId: receipt.bankEntryId, customerId: receipt.customerId }),
          });
          onClose();
          onDecided();
        },
      },
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) save(Number(chosen));
      }}
    >
      <p className={css['lead']}>{t('bank.name.body')}</p>
      <Select
        data-autofocus
        searchable
        limit={50}
        label={t('bank.name.customer')}
        placeholder={t('bank.name.search')}
        nothingFoundMessage={t('bank.name.none')}
        data={options}
        value={chosen}
        onChange={setChosen}
      />
      {assign.error !== null && <ErrorState error={assign.error} />}
      <div className={css['dialogActions']}>
        <Button type="submit" variant="filled" disabled={chosen === null} busy={assign.isPending}>
          {t('bank.name.save')}
        </Button>
        {receipt.customerId !== null && <Button onClick={() => save(null)}>{t('bank.action.unname')}</Button>}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
