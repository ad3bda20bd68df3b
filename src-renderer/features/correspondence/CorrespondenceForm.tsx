import { Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type CorrespondenceKind, correspondenceKinds } from '../../../src-shared/correspondence.ts';
import { fileUrl } from '../../backend/files.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PdfPages } from '../../ui/pdf/PdfPages.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { showToast } from '../../ui/toastStore.ts';
import type { CustomerDetail } from '../customers/customerTypes.ts';
import { DialogFrame } from '../customers/DialogFrame.tsx';
import css from './Correspondence.module.css';

type Choices = OutputOf<'correspondence.choices'>;
type Letter = InputOf<'correspondence.preview'>;
type Draft = { readonly kind: CorrespondenceKind; readonly channel: 'email' | 'letter'; readonly bankEntryId: number | null; readonly note: string };
type Given = { readonly detail: CustomerDetail; readonly onClose: () => void };

/** A letter outside follow-up: chosen on the left, shown on the right exactly as it will leave. */
export function CorrespondenceForm({ detail, onClose }: Given): ReactElement {
  const choices = useCall('correspondence.choices', { customerId: detail.customerId });
  return <QueryView query={choices} skeleton={<SkeletonRows rows={8} />}>{(known) => <Chosen detail={detail} choices={known} onClose={onClose} />}</QueryView>;
}

/** What can be written as things stand; null while a receipt is needed and there is none that fits. */
function letterOf(draft: Draft, choices: Choices, customerId: number): Letter | null {
  if (draft.kind === 'account-statement') return { customerId: customerId as Letter['customerId'], ...draft, bankEntryId: null };
  const receipt = choices.receipts.find((one) => one.bankEntryId === draft.bankEntryId) ?? choices.receipts[0];
  if (receipt === undefined || (draft.kind === 'crossed-apology' && receipt.messageOn === null)) return null;
  return { customerId: customerId as Letter['customerId'], ...draft, bankEntryId: receipt.bankEntryId };
}

function Chosen({ detail, choices, onClose }: Given & { readonly choices: Choices }): ReactElement {
  const { t } = useText();
  const [draft, setDraft] = useState<Draft>({ kind: 'account-statement', channel: choices.email === '' ? 'letter' : 'email', bankEntryId: choices.receipts[0]?.bankEntryId ?? null, note: '' });
  const letter = letterOf(draft, choices, detail.customerId);
  const approve = useMutationCall('correspondence.approve', { showsErrorItself: true });
  const cancel = useMutationCall('outbox.resolve');
  const save = (): void => {
    if (letter === null) return;
    approve.mutate(letter, {
      onSuccess: ({ reference, messageId }) => {
        showToast({ message: t('correspondence.saved', { reference }), undo: () => cancel.mutate({ messageId, decision: 'cancel' }) });
        onClose();
      },
    });
  };
  return (
    <DialogFrame save={t('correspondence.save')} isBusy={approve.isPending} error={approve.error} isComplete={letter !== null} onSave={save} onClose={onClose}>
      {() => (
        <>
          <p className={css['lead']}>{t('correspondence.lead')}</p>
          <div className={css['halves']}>
            <Fields draft={draft} choices={choices} unmatched={detail.unmatched} onChange={setDraft} />
            <Preview letter={letter} name={detail.fields.name} />
          </div>
        </>
      )}
    </DialogFrame>
  );
}

type ReceiptProps = { readonly draft: Draft; readonly choices: Choices; readonly onChange: (draft: Draft) => void };

function Fields({ draft, choices, unmatched, onChange }: ReceiptProps & { readonly unmatched: CustomerDetail['unmatched'] }): ReactElement {
  const { t, format } = useText();
  return (
    <div className={css['fields']}>
      <Select
        data-autofocus
        label={t('correspondence.kind')}
        allowDeselect={false}
        data={correspondenceKinds.map((value) => ({ value, label: t(`correspondence.kinds.${value}`) }))}
        value={draft.kind}
        onChange={(value) => onChange({ ...draft, kind: correspondenceKinds.find((one) => one === value) ?? 'account-statement' })}
      />
      {draft.kind === 'account-statement' && unmatched > 0 && <Notice tone="amber">{t('correspondence.unassigned', { cents: format.amount(unmatched) })}</Notice>}
      {draft.kind !== 'account-statement' && <Receipt draft={draft} choices={choices} onChange={onChange} />}
      <Select
        label={t('correspondence.channel')}
        allowDeselect={false}
        data={(['email', 'letter'] as const).map((value) => ({ value, label: t(`correspondence.channels.${value}`) }))}
        value={draft.channel}
        onChange={(value) => onChange({ ...draft, channel: value === 'letter' ? 'letter' : 'email' })}
      />
      <Textarea label={t('correspondence.note')} autosize minRows={3} maxRows={8} maxLength={2000} value={draft.note} onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })} />
    </div>
  );
}

function Receipt({ draft, choices, onChange }: ReceiptProps): ReactElement {
  const { t, format } = useText();
  if (choices.receipts.length === 0) return <Notice tone="amber">{t('correspondence.noReceipts')}</Notice>;
  const chosen = choices.receipts.find((one) => one.bankEntryId === draft.bankEntryId) ?? choices.receipts[0];
  return (
    <>
      <Select
        label={t('correspondence.receipt')}
        allowDeselect={false}
        data={choices.receipts.map((one) => ({ value: String(one.bankEntryId), label: `${format.date(one.on, 'short')}, ${format.amount(one.cents, one.currency)}: ${one.numbers}` }))}
        value={String(chosen?.bankEntryId ?? '')}
        onChange={(value) => onChange({ ...draft, bankEntryId: Number(value) })}
      />
      {draft.kind === 'crossed-apology' && chosen?.messageOn === null && <Notice tone="amber">{t('correspondence.nothingCrossed')}</Notice>}
    </>
  );
}

/** Typing does not make a page for every key. */
const typingMs = 400;

function Preview({ letter, name }: { readonly letter: Letter | null; readonly name: string }): ReactElement {
  const { t } = useText();
  const [view, setView] = useState<'email' | 'letter'>('email');
  const [note] = useDebouncedValue(letter?.note ?? '', typingMs);
  const settled = letter === null ? null : { ...letter, note };
  const isMail = settled?.channel === 'email';
  const shown = isMail ? view : 'letter';
  const preview = useCall('correspondence.preview', settled ?? emptyLetter, { enabled: settled !== null, keepPrevious: true });
  if (settled === null) return <div className={css['desk']} />;
  return (
    <div className={css['right']}>
      {isMail && <Tabs label={t('correspondence.view')} tabs={(['email', 'letter'] as const).map((key) => ({ key, label: t(`correspondence.views.${key}`) }))} value={view} onChange={setView} />}
      <div className={css['desk']} role="region" aria-label={t('correspondence.view')} tabIndex={0}>
        {preview.error !== null ? <ErrorState error={preview.error} /> : <QueryView query={preview} skeleton={<SkeletonRows rows={10} />}>{(data) => <Shown data={data} view={shown} name={name} />}</QueryView>}
      </div>
    </div>
  );
}

const emptyLetter: Letter = { customerId: 1 as Letter['customerId'], kind: 'account-statement', channel: 'letter', bankEntryId: null, note: '' };

function Shown({ data, view, name }: { readonly data: OutputOf<'correspondence.preview'>; readonly view: 'email' | 'letter'; readonly name: string }): ReactElement {
  const { t } = useText();
  if (view === 'letter' || data.html === null) return <PdfPages url={fileUrl(data.pdf)} name={name} />;
  return (
    <>
      <p className={css['head']}>
        <strong>{data.subject}</strong>
        <br />
        {t('correspondence.to', { who: data.to })}
      </p>
      <iframe className={css['mail']} sandbox="" title={t('correspondence.mailFrame', { name })} src={fileUrl(data.html)} />
    </>
  );
}
