import { useVirtualizer } from '@tanstack/react-virtual';
import { IconCheck, IconCircleCheck, IconEqual, IconHelpCircle, IconMail, IconPlayerPause } from '@tabler/icons-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './Bank.module.css';
import type { WaitingReceipt } from './bankTypes.ts';

type ReceiptListProps = {
  readonly receipts: readonly WaitingReceipt[];
  readonly openId: number;
  readonly onChoose: (receipt: WaitingReceipt) => void;
  readonly onAssigned: () => void;
  /** The box that shows parked ones too. */
  readonly parked: ReactElement;
};
const rowHeight = 62;
const tallRow = 82;
const isTall = (receipt: WaitingReceipt): boolean => receipt.heldSteps > 0 || receipt.parked !== null || receipt.askedOn !== null;

/** The receipts that wait, with the best guess and what each of them holds up. Any length: rows are virtual. */
export function ReceiptList({ receipts, openId, onChoose, onAssigned, parked }: ReceiptListProps): ReactElement {
  const { t } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this window; the virtualizer is read in the same render only
  const virtualizer = useVirtualizer({
    count: receipts.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (receipts[index] !== undefined && isTall(receipts[index]) ? tallRow : rowHeight),
    overscan: 8,
  });
  const at = receipts.findIndex((receipt) => receipt.bankEntryId === openId);
  useEffect(() => virtualizer.measure(), [virtualizer, receipts]);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [virtualizer, at]);
  return (
    <div className={css['list']}>
      <div className={css['listScroll']} ref={scroller}>
        <ul aria-label={t('bank.list.label')} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((line) => {
            const receipt = receipts[line.index];
            if (receipt === undefined) return null;
            return (
              <li key={receipt.bankEntryId} style={{ height: line.size, transform: `translateY(${line.start}px)` }}>
                <ReceiptRow receipt={receipt} isOpen={receipt.bankEntryId === openId} onChoose={() => onChoose(receipt)} />
              </li>
            );
          })}
        </ul>
      </div>
      <div className={css['parkedBox']}>{parked}</div>
      <AssignedToday onOpen={onAssigned} />
    </div>
  );
}

function useBestWords(): (receipt: WaitingReceipt) => { readonly text: string; readonly Icon: typeof IconCheck } {
  const { t, format } = useText();
  return ({ best }) => {
    if (best === null) return { text: t('bank.list.none'), Icon: IconHelpCircle };
    const number = best.numbers[0] ?? '';
    if (best.difference === 0)
      return { Icon: IconCheck, text: best.count === 1 ? t('bank.list.exact', { number }) : t('bank.list.sum', { count: best.count, numbers: format.list(best.numbers) }) };
    const cents = format.amount(best.difference);
    return { Icon: IconEqual, text: best.count === 1 ? t('bank.list.differs', { number, cents }) : t('bank.list.differsMany', { count: best.count, cents }) };
  };
}

function ReceiptRow({ receipt, isOpen, onChoose }: { readonly receipt: WaitingReceipt; readonly isOpen: boolean; readonly onChoose: () => void }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const { text, Icon } = useBestWords()(receipt);
  const name = receipt.customerName ?? receipt.best?.customerName ?? receipt.counterName ?? t('bank.list.unknownPayer');
  return (
    <button type="button" className={css['receipt']} aria-current={isOpen || undefined} onClick={onChoose}>
      <span className={css['receiptTop']}>
        <span className={css['receiptName']}>{name}</span>
        <Amount value={receipt.unmatched} currency={receipt.currency} />
      </span>
      <span className={css['receiptLine']}>
        <Icon size={15} stroke={1.75} aria-hidden data-good={receipt.best?.difference === 0 || undefined} />
        <span className={css['receiptText']}>{text}</span>
        <span className="num">{format.nearDate(receipt.bookDate, today)}</span>
      </span>
      {receipt.parked !== null ? (
        <span className={css['receiptLine']}>
          <IconPlayerPause size={15} stroke={1.75} aria-hidden />
          <span className={css['receiptText']}>{t('bank.list.parked', { reason: receipt.parked.reason })}</span>
        </span>
      ) : receipt.heldSteps === 0 && receipt.askedOn !== null ? (
        <span className={css['receiptLine']}>
          <IconMail size={15} stroke={1.75} aria-hidden />
          <span className={css['receiptText']}>{t('cash.ask.note', { on: receipt.askedOn })}</span>
        </span>
      ) : (
        receipt.heldSteps > 0 && (
          <span className={css['holds']}>
            <IconPlayerPause size={15} stroke={1.75} aria-hidden />
            {t('bank.list.holds', { count: receipt.heldSteps })}
          </span>
        )
      )}
    </button>
  );
}

function AssignedToday({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const { t, format } = useText();
  const assigned = useCall('bank.allocations', { limit: 200 });
  const today = assigned.data?.today;
  return (
    <div className={css['assignedToday']}>
      <IconCircleCheck size={17} stroke={1.75} aria-hidden />
      <span>
        {t('bank.list.today', { count: today?.count ?? 0 })}
        {today !== undefined && today.count > 0 && <span className={css['accountNote']}>{t('bank.list.todayCents', { cents: format.amount(today.cents) })}</span>}
      </span>
      <Button variant="text" size="xs" flush onClick={onOpen}>
        {t('bank.list.seeAssigned')}
      </Button>
    </div>
  );
}
