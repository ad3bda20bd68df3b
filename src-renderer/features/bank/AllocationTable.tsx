import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCoin } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { daysBetween } from '../../../src-shared/dates.ts';
import { type Cents, negateCents, zeroCents } from '../../../src-shared/money.ts';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { AgeDays } from '../../ui/AgeSquare.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { AmountInput } from '../../ui/inputs/AmountInput.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import { assignedOf, type Draft, fits, leftOpen, restOf } from './allocationDraft.ts';
import css from './Bank.module.css';
import type { OpenItem } from './bankTypes.ts';

type AllocationTableProps = {
  readonly items: readonly OpenItem[];
  readonly draft: Draft;
  readonly received: Cents;
  readonly currency: string;
  readonly onToggle: (item: OpenItem) => void;
  readonly onAmount: (item: OpenItem, amount: Cents | null) => void;
  /** Enter in an amount. */
  readonly onSubmit: () => void;
};

/** Which documents the receipt pays, for how much, and what stays open; the sum stands on the double rule. */
export function AllocationTable(props: AllocationTableProps): ReactElement {
  const { t } = useText();
  const { items, draft } = props;
  const areSeveral = new Set(items.map((item) => item.customerId)).size > 1;
  return (
    <table className={css['table']} aria-label={t('bank.table.label')}>
      <thead>
        <tr>
          <th className={css['check']}>
            <span className="only-read">{t('bank.table.assign')}</span>
          </th>
          <th>{t('bank.table.invoice')}</th>
          <th>{t('bank.table.due')}</th>
          <th className={css['right']}>{t('bank.table.days')}</th>
          <th className={css['right']}>{t('bank.table.open')}</th>
          <th className={css['right']}>{t('bank.table.assign')}</th>
          <th className={css['right']}>{t('bank.table.left')}</th>
        </tr>
      </thead>
      <tbody>
        {items.length === 0 && (
          <tr>
            <td colSpan={7} className={css['dim']}>
              {t('bank.table.empty')}
            </td>
          </tr>
        )}
        {items.map((item) => (
          <ItemRow key={`${item.documentId} ${draft.has(item.documentId)}`} item={item} showOwner={areSeveral} {...props} />
        ))}
      </tbody>
      <Foot {...props} />
    </table>
  );
}

function ItemRow({ item, showOwner, draft, onToggle, onAmount, onSubmit, currency }: AllocationTableProps & { readonly item: OpenItem; readonly showOwner: boolean }): ReactElement {
  const { t } = useText();
  const today = useToday();
  const isTaken = draft.has(item.documentId);
  const amount = draft.get(item.documentId) ?? null;
  const days = item.dueDate === null || item.open <= 0 ? 0 : Math.max(0, daysBetween(item.dueDate, today));
  const isWrong = isTaken && (amount === null || !fits(item, amount));
  return (
    <tr>
      <td className={css['check']}>
        <Checkbox aria-label={t('bank.table.take', { number: item.number })} checked={isTaken} onChange={() => onToggle(item)} />
      </td>
      <td>
        <span className={css['number']}>{item.number}</span>
        {showOwner && <span className={css['owner']}>{item.customerName}</span>}
      </td>
      <td>
        <DateText value={item.dueDate} style="near" today={today} />
      </td>
      <td className={css['right']}>
        <AgeDays days={days} />
      </td>
      <td className={css['right']}>
        <Amount value={item.open} currency={currency} />
      </td>
      <td className={`${css['right'] ?? ''} ${css['field'] ?? ''}`} onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), onSubmit())}>
        <AmountInput
          compact
          label={t('bank.table.amountFor', { number: item.number })}
          value={isTaken ? amount : zeroCents}
          onChange={(next) => (isTaken || (next !== null && next !== 0)) && onAmount(item, next)}
          {...(isWrong && { error: t('bank.table.wrong') })}
        />
      </td>
      <td className={`${css['right'] ?? ''} ${css['dim'] ?? ''}`}>
        <Amount value={leftOpen(draft, item)} currency={currency} />
      </td>
    </tr>
  );
}

function Foot({ draft, received, currency }: AllocationTableProps): ReactElement {
  const { t, format } = useText();
  const rest = restOf(draft, received);
  return (
    <tfoot>
      <tr>
        <td colSpan={4}>{t('bank.table.received', { cents: format.amount(received, currency) })}</td>
        <td className={css['right']} style={{ fontWeight: 400 }}>
          {t('bank.table.assigned')}
        </td>
        <td className={css['right']}>
          <Amount value={assignedOf(draft)} currency={currency} />
        </td>
        <td className={css['right']}>
          {rest < 0 ? (
            <StateWord icon={IconAlertTriangle} tone="bad">
              {t('bank.table.tooMuch', { cents: format.amount(negateCents(rest), currency) })}
            </StateWord>
          ) : (
            <StateWord icon={rest === 0 ? IconCircleCheck : IconCoin} tone={rest === 0 ? 'good' : 'plain'}>
              {t('bank.table.rest', { cents: format.amount(rest, currency) })}
            </StateWord>
          )}
        </td>
      </tr>
    </tfoot>
  );
}
