import { Checkbox, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { addMonths } from '../../../src-shared/dates.ts';
import { useToday } from '../../app/appState.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { AmountInput } from '../../ui/inputs/AmountInput.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { showToast } from '../../ui/toastStore.ts';
import type { CustomerDetail } from '../customers/customerTypes.ts';
import { DialogFrame } from '../customers/DialogFrame.tsx';
import css from './PaymentPlans.module.css';
import { intervals, isInForce, type PlanDraft, termsOf } from './planTypes.ts';
import { ScheduleTable } from './ScheduleTable.tsx';

type Given = { readonly detail: CustomerDetail; readonly onClose: () => void };

/** A plan over the chosen invoices; the schedule follows what is filled in, and exactly what is shown is kept. */
export function PlanForm({ detail, onClose }: Given): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const running = useCall('paymentPlans.list', { customerId: detail.customerId });
  const taken = new Set((running.data?.plans ?? []).filter(isInForce).flatMap((plan) => plan.documents.map((one) => Number(one.documentId))));
  const items = detail.openItems.filter((item) => item.open > 0 && !taken.has(item.documentId));
  const overdue = detail.openItems.filter((item) => item.open > 0 && item.daysOverdue > 0);
  const [draft, setDraft] = useState<PlanDraft>({
    documentIds: (overdue.length > 0 ? overdue : items).filter((item) => item.currency === 'EUR').map((item) => item.documentId),
    by: 'count',
    count: 3,
    cents: null,
    firstOn: addMonths(today, 1),
    interval: 'month',
    isInterestWaived: true,
  });
  const chosen = { ...draft, documentIds: draft.documentIds.filter((id) => items.some((item) => item.documentId === id)) };
  const terms = termsOf(chosen, detail.customerId);
  const proposal = useCall('paymentPlans.propose', terms ?? { customerId: detail.customerId, documentIds: [0], division: { kind: 'count', count: 1 }, firstOn: today, interval: 'month' }, { enabled: terms !== null, keepPrevious: true });
  const shown = terms === null || proposal.error !== null ? null : (proposal.data ?? null);
  const make = useMutationCall('paymentPlans.make', { showsErrorItself: true });
  const save = (): void => {
    if (terms === null || shown === null) return;
    make.mutate(
      { ...terms, totalCents: shown.totalCents, isInterestWaived: draft.isInterestWaived },
      {
        onSuccess: ({ reference }) => {
          showToast({ message: t('paymentPlans.form.saved', { reference }) });
          onClose();
        },
      },
    );
  };
  const isComplete = shown !== null && !proposal.isPlaceholderData;
  return (
    <DialogFrame save={t('paymentPlans.form.save')} isBusy={make.isPending} error={make.error} isComplete={isComplete} onSave={save} onClose={onClose}>
      {() => (
        <>
          <p className={css['lead']}>{t('paymentPlans.form.lead')}</p>
          <Documents items={items} chosen={chosen.documentIds} onChange={(documentIds) => setDraft({ ...draft, documentIds })} />
          <Terms draft={draft} onChange={setDraft} />
          {terms !== null && proposal.error !== null && <ErrorState error={proposal.error} />}
          {shown !== null && (
            <section aria-label={t('paymentPlans.form.schedule')} className={css['schedule']}>
              <ScheduleTable instalments={shown.instalments} currency={shown.currency} totalCents={shown.totalCents} />
              {shown.instalments[0] !== undefined && shown.instalments[0].dueOn !== terms?.firstOn && <Notice tone="neutral">{t('paymentPlans.form.moved', { date: format.date(shown.instalments[0].dueOn, 'long') })}</Notice>}
              {shown.isLong && <Notice tone="amber">{t('paymentPlans.form.long')}</Notice>}
            </section>
          )}
        </>
      )}
    </DialogFrame>
  );
}

type DocumentsProps = { readonly items: CustomerDetail['openItems']; readonly chosen: readonly number[]; readonly onChange: (documentIds: readonly number[]) => void };

function Documents({ items, chosen, onChange }: DocumentsProps): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  if (items.length === 0) return <p className={css['lead']}>{t('paymentPlans.form.none')}</p>;
  return (
    <fieldset className={css['documents']}>
      <legend>{t('paymentPlans.form.documents')}</legend>
      {items.map((item) => (
        <Checkbox
          key={item.documentId}
          label={`${item.number}, ${format.amount(item.open, item.currency)}${item.dueDate === null ? '' : `, ${format.nearDate(item.dueDate, today)}`}`}
          checked={chosen.includes(item.documentId)}
          onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, item.documentId] : chosen.filter((id) => id !== item.documentId))}
        />
      ))}
    </fieldset>
  );
}

function Terms({ draft, onChange }: { readonly draft: PlanDraft; readonly onChange: (draft: PlanDraft) => void }): ReactElement {
  const { t } = useText();
  const today = useToday();
  return (
    <>
      <SegmentedControl
        className={css['by'] ?? ''}
        aria-label={t('paymentPlans.form.division')}
        data={[
          { value: 'count', label: t('paymentPlans.form.byCount') },
          { value: 'amount', label: t('paymentPlans.form.byAmount') },
        ]}
        value={draft.by}
        onChange={(value) => onChange({ ...draft, by: value === 'amount' ? 'amount' : 'count' })}
      />
      <div className={css['terms']}>
        {draft.by === 'count' ? (
          <NumberInput
            label={t('paymentPlans.form.count')}
            min={1}
            max={60}
            allowDecimal={false}
            value={draft.count ?? ''}
            onChange={(value) => onChange({ ...draft, count: typeof value === 'number' ? value : null })}
          />
        ) : (
          <AmountInput label={t('paymentPlans.form.amount')} value={draft.cents} required onChange={(cents) => onChange({ ...draft, cents })} />
        )}
        <DateInput label={t('paymentPlans.form.firstOn')} value={draft.firstOn} min={today} required onChange={(firstOn) => onChange({ ...draft, firstOn })} />
        <Select
          label={t('paymentPlans.form.interval')}
          allowDeselect={false}
          data={intervals.map((value) => ({ value, label: t(`paymentPlans.form.intervals.${value}`) }))}
          value={draft.interval}
          onChange={(value) => onChange({ ...draft, interval: intervals.find((one) => one === value) ?? 'month' })}
        />
      </div>
      <Checkbox label={t('paymentPlans.form.noInterest')} checked={draft.isInterestWaived} onChange={(event) => onChange({ ...draft, isInterestWaived: event.currentTarget.checked })} />
    </>
  );
}
