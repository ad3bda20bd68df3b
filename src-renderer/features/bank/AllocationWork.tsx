import { IconClipboardText, IconMail } from '@tabler/icons-react';
import { type ReactElement, useRef, useState } from 'react';
import { cents as asCents } from '../../../src-shared/money.ts';
import { useToday } from '../../app/appState.ts';
import { call } from '../../backend/client.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { AdviceDialog, type AdvicePart } from './AdviceDialog.tsx';
import { type Draft, draftOf, leftOpen, overdueAfter, problemOf, restOf, setAmount, toggle } from './allocationDraft.ts';
import { AskPayerDialog } from './AskPayerDialog.tsx';
import { AllocationTable } from './AllocationTable.tsx';
import css from './Bank.module.css';
import type { OpenItem, Proposal, ReceiptDetail } from './bankTypes.ts';
import { type Decision, decisionOf, type DifferenceAccount, differenceOf, withDifference, type WriteOff } from './differenceOf.ts';
import { DifferenceDialog } from './DifferenceDialog.tsx';
import { InListAction, isInList } from './InListAction.tsx';
import { ItemSearch } from './ItemSearch.tsx';
import { type Dialog, ReceiptDialogs } from './ReceiptDialogs.tsx';

type AllocationWorkProps = { readonly detail: ReceiptDetail; readonly proposal: Proposal | null; readonly onDecided: () => void };
const shownItems = 40;

/** What the proposal settles without money, for the documents that are still chosen as it proposed. */
const settledBeside = (proposal: Proposal | null, draft: Draft, items: readonly OpenItem[]): readonly WriteOff[] =>
  (proposal?.differences ?? []).filter(({ documentId, cents: amount }) => {
    const item = items.find((one) => one.documentId === documentId);
    return item !== undefined && draft.has(documentId) && leftOpen(draft, item) === amount;
  });

/** The open items of the customer in question, those that were added by hand, and always the ones that are ticked. */
function useItems(detail: ReceiptDetail, proposal: Proposal | null, added: readonly OpenItem[]): readonly OpenItem[] {
  const customerId = proposal?.customerId ?? detail.receipt.customerId;
  const open = useCall('bank.openItems', { query: '', customerId }, { enabled: customerId !== null });
  const known = customerId === null ? [] : (open.data?.items ?? []);
  const wanted = new Set(proposal?.parts.map((part) => part.documentId));
  const own = [...known.filter((item) => wanted.has(item.documentId)), ...known.filter((item) => !wanted.has(item.documentId))].slice(0, Math.max(shownItems, wanted.size));
  const seen = new Set(own.map((item) => item.documentId));
  return [...own, ...added.filter((item) => !seen.has(item.documentId))];
}

function AfterWords({ detail, items, draft }: { readonly detail: ReceiptDetail; readonly items: readonly OpenItem[]; readonly draft: Draft }): ReactElement | null {
  const { t, format } = useText();
  const today = useToday();
  const touched = items.filter((item) => draft.has(item.documentId));
  const [first] = touched;
  if (first === undefined) return null;
  const customers = new Set(touched.map((item) => item.customerId));
  const own = items.filter((item) => item.customerId === first.customerId);
  const overdue = overdueAfter(draft, own, today);
  const rest = restOf(draft, detail.receipt.unmatched);
  const words = [
    customers.size > 1
      ? t('bank.after.several', { count: customers.size })
      : overdue === 0
        ? t('bank.after.nothingOverdue', { name: first.customerName })
        : t('bank.after.stillOverdue', { name: first.customerName, cents: format.amount(overdue) }),
    rest > 0 ? t('bank.after.rest', { cents: format.amount(rest, detail.receipt.currency), name: first.customerName }) : '',
  ];
  return <p className={css['after']}>{words.filter((text) => text !== '').join(' ')}</p>;
}

/** Books a decision about the receipt, with its undo. */
function useBooking(receipt: ReceiptDetail['receipt'], onBooked: () => void): { readonly book: (decision: Decision) => void; readonly isBooking: boolean } {
  const { t, format } = useText();
  const sentence = useErrorSentence();
  const decide = useMutationCall('bank.decide');
  const book = (decision: Decision): void => {
    if (decide.isPending) return;
    const sum = asCents(decision.parts.reduce((total, part) => total + part.cents, 0));
    decide.mutate(decision, {
      onSuccess: ({ entryIds }) => {
        showToast({ message: t('bank.done', { count: decision.parts.length, cents: format.amount(sum, receipt.currency) }), undo: () => void call('bank.undoAllocation', { entryIds }) });
        onBooked();
      },
      onError: (error) => showToast({ tone: 'warning', message: sentence(error) }),
    });
  };
  return { book, isBooking: decide.isPending };
}

function SettledWords({ settled, currency }: { readonly settled: readonly WriteOff[]; readonly currency: string }): ReactElement {
  const { t, format } = useText();
  return (
    <>
      {settled.map(({ documentId, cents, account }) => (
        <p key={documentId} className={css['after']}>
          {t('cash.difference.included', { cents: format.amount(asCents(cents), currency), account: t(`cash.account.${account}`) })}
        </p>
      ))}
    </>
  );
}

function MoreActions({ onOpen }: { readonly onOpen: (dialog: Dialog) => void }): ReactElement {
  const { t } = useText();
  return (
    <div className={css['moreActions']}>
      <Button variant="text" size="sm" flush icon={IconMail} keycap="v" onClick={() => onOpen('ask')}>
        {t('cash.ask.action')}
      </Button>
      <Button variant="text" size="sm" flush icon={IconClipboardText} keycap="s" onClick={() => onOpen('advice')}>
        {t('cash.advice.action')}
      </Button>
    </div>
  );
}

/** The decision: tick, change amounts, add other items, book; or park, or put a name on it. */
export function AllocationWork({ detail, proposal, onDecided }: AllocationWorkProps): ReactElement {
  const { t } = useText();
  const { receipt } = detail;
  const [draft, setDraft] = useState<Draft>(() => draftOf(proposal?.parts ?? []));
  const [added, setAdded] = useState<readonly OpenItem[]>([]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const items = useItems(detail, proposal, added);
  const { book, isBooking } = useBooking(receipt, () => {
    setDialog(null);
    onDecided();
  });
  const problem = problemOf(draft, receipt.unmatched, items);
  const settled = settledBeside(proposal, draft, items);
  const assign = (): void => {
    if (problem === null) book(decisionOf(receipt.bankEntryId, draft, settled));
  };
  const difference = differenceOf(draft, receipt.unmatched, items);
  const bookDifference = (account: DifferenceAccount): void => {
    const open = items.filter((item) => draft.has(item.documentId)).map((item) => ({ documentId: item.documentId, left: leftOpen(draft, item) }));
    if (difference !== null) book(withDifference(decisionOf(receipt.bankEntryId, draft, []), difference, account, open));
  };
  const useAdvice = async (parts: readonly AdvicePart[]): Promise<void> => {
    const found = await Promise.all(parts.map(({ number }) => call('bank.openItems', { query: number, customerId: null })));
    const wanted = new Set(parts.map(({ documentId }) => documentId));
    const known = found.flatMap(({ items: open }) => open.filter((item) => wanted.has(item.documentId)));
    setAdded([...new Map([...added, ...known].map((item) => [item.documentId, item])).values()]);
    setDraft(draftOf(parts));
  };
  useKeys('here', [
    { keys: 'm', label: t('bank.action.assign'), run: assign },
    { keys: 'p', label: t('bank.action.park'), run: () => setDialog('park') },
    { keys: 'n', label: t('bank.keys.name'), run: () => setDialog('name') },
    { keys: 'd', label: t('cash.difference.action'), run: () => setDialog('difference') },
    { keys: 'v', label: t('cash.ask.action'), run: () => setDialog('ask') },
    { keys: 's', label: t('cash.advice.action'), run: () => setDialog('advice') },
    { keys: 'e', label: t('bank.keys.editAmount'), run: () => table.current?.querySelector<HTMLInputElement>('input[type="text"], input:not([type])')?.focus() },
    { keys: '/', label: t('bank.keys.search'), run: () => table.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus() },
  ]);
  const add = (item: OpenItem): void => {
    setAdded([...added.filter((one) => one.documentId !== item.documentId), item]);
    if (!draft.has(item.documentId)) setDraft(toggle(draft, receipt.unmatched, item));
  };
  return (
    <div ref={table}>
      <AllocationTable
        items={items}
        draft={draft}
        received={receipt.unmatched}
        currency={receipt.currency}
        onToggle={(item) => setDraft(toggle(draft, receipt.unmatched, item))}
        onAmount={(item, amount) => setDraft(setAmount(draft, item.documentId, amount))}
        onSubmit={assign}
      />
      {problem === 'amount' && <p className={css['problem']}>{t('bank.table.wrong')}</p>}
      <ItemSearch onAdd={add} />
      <SettledWords settled={settled} currency={receipt.currency} />
      {problem === null && <AfterWords detail={detail} items={items} draft={draft} />}
      <div className={css['actions']}>
        <InListAction detail={detail} onDecided={onDecided} />
        <Button variant={isInList(detail) ? 'outlined' : 'filled'} keycap="m" disabled={problem !== null} busy={isBooking} onClick={assign}>
          {t('bank.action.assign')}
        </Button>
        <ReceiptDialogs detail={detail} dialog={dialog} onOpen={setDialog} onDecided={onDecided} />
        <Button keycap="d" disabled={difference === null} onClick={() => setDialog('difference')}>
          {t('cash.difference.action')}
        </Button>
      </div>
      <MoreActions onOpen={setDialog} />
      <DifferenceDialog opened={dialog === 'difference'} difference={difference} currency={receipt.currency} isBusy={isBooking} onBook={bookDifference} onClose={() => setDialog(null)} />
      <AskPayerDialog opened={dialog === 'ask'} bankEntryId={receipt.bankEntryId} customerId={proposal?.customerId ?? receipt.customerId} onClose={() => setDialog(null)} />
      <AdviceDialog opened={dialog === 'advice'} receipt={receipt} onUse={(parts) => void useAdvice(parts)} onClose={() => setDialog(null)} />
    </div>
  );
}
