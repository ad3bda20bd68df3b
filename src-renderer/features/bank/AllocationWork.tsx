import { type ReactElement, useRef, useState } from 'react';
import { useToday } from '../../app/appState.ts';
import { call } from '../../backend/client.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { type Draft, draftOf, overdueAfter, partsOf, problemOf, restOf, setAmount, toggle } from './allocationDraft.ts';
import { AllocationTable } from './AllocationTable.tsx';
import css from './Bank.module.css';
import type { OpenItem, Proposal, ReceiptDetail } from './bankTypes.ts';
import { ItemSearch } from './ItemSearch.tsx';
import { ReceiptDialogs } from './ReceiptDialogs.tsx';

type AllocationWorkProps = { readonly detail: ReceiptDetail; readonly proposal: Proposal | null; readonly onDecided: () => void };
const shownItems = 40;

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

/** The decision: tick, change amounts, add other items, book; or park, or put a name on it. */
export function AllocationWork({ detail, proposal, onDecided }: AllocationWorkProps): ReactElement {
  const { t, format } = useText();
  const sentence = useErrorSentence();
  const { receipt } = detail;
  const [draft, setDraft] = useState<Draft>(() => draftOf(proposal?.parts ?? []));
  const [added, setAdded] = useState<readonly OpenItem[]>([]);
  const [dialog, setDialog] = useState<'park' | 'name' | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const items = useItems(detail, proposal, added);
  const allocate = useMutationCall('bank.allocate');
  const problem = problemOf(draft, receipt.unmatched, items);
  const assign = (): void => {
    if (problem !== null || allocate.isPending) return;
    const parts = partsOf(draft);
    const sum = parts.reduce((total, part) => total + part.cents, 0) as typeof receipt.amount;
    allocate.mutate(
      { bankEntryId: receipt.bankEntryId, parts: [...parts] },
      {
        onSuccess: ({ entryIds }) => {
          showToast({ message: t('bank.done', { count: parts.length, cents: format.amount(sum, receipt.currency) }), undo: () => void call('bank.undoAllocation', { entryIds }) });
          onDecided();
        },
        onError: (error) => showToast({ tone: 'warning', message: sentence(error) }),
      },
    );
  };
  useKeys('here', [
    { keys: 'm', label: t('bank.action.assign'), run: assign },
    { keys: 'p', label: t('bank.action.park'), run: () => setDialog('park') },
    { keys: 'n', label: t('bank.keys.name'), run: () => setDialog('name') },
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
      {problem === null && <AfterWords detail={detail} items={items} draft={draft} />}
      <div className={css['actions']}>
        <Button variant="filled" keycap="m" disabled={problem !== null} busy={allocate.isPending} onClick={assign}>
          {t('bank.action.assign')}
        </Button>
        <ReceiptDialogs detail={detail} dialog={dialog} onOpen={setDialog} onDecided={onDecided} />
      </div>
    </div>
  );
}
