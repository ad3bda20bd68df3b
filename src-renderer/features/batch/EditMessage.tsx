import { Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import type { BatchItem } from './batchTypes.ts';
import css from './BatchPage.module.css';

type EditMessageProps = { readonly item: BatchItem; readonly preview: OutputOf<'batch.preview'>; readonly onClose: () => void };

function RegisteredField({ isRegistered, onChange }: { readonly isRegistered: boolean; readonly onChange: (isRegistered: boolean) => void }): ReactElement {
  const { t } = useText();
  return (
    <Checkbox
      styles={{ body: { alignItems: 'flex-start' } }}
      label={t('batch.editing.registered')}
      description={t('batch.editing.registeredHint')}
      checked={isRegistered}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** The user's own words, channel and address for this one message. Figures and dates are not editable: they come from the books. */
export function EditMessage({ item, preview, onClose }: EditMessageProps): ReactElement {
  const { t } = useText();
  const [draft, setDraft] = useState({ channel: item.channel, recipient: item.channel === 'email' ? item.recipient : '', ...preview.editable });
  /** Null until somebody chooses: then it is as the step says. */
  const [isRegistered, setIsRegistered] = useState<boolean | null>(null);
  const save = useMutationCall('batch.edit', { showsErrorItself: true });
  const change = (patch: Partial<typeof draft>): void => setDraft((known) => ({ ...known, ...patch }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(
      { messageId: item.messageId, ...draft, isRegistered: draft.channel === 'letter' ? isRegistered : null },
      {
        onSuccess: () => {
          showToast({ message: t('common.saved') });
          onClose();
        },
      },
    );
  };
  return (
    <form className={css['edit']} onSubmit={submit} noValidate>
      <h2>{t('batch.editing.title', { name: item.customerName })}</h2>
      <div>
        <p className={css['editLabel']} id="edit-channel">
          {t('batch.editing.channel')}
        </p>
        <SegmentedControl
          aria-labelledby="edit-channel"
          value={draft.channel}
          data={[
            { value: 'email', label: t('batch.editing.email') },
            { value: 'letter', label: t('batch.editing.letter') },
          ]}
          onChange={(channel) => change({ channel: channel === 'letter' ? 'letter' : 'email' })}
        />
      </div>
      {draft.channel === 'letter' && <RegisteredField isRegistered={isRegistered ?? item.isRegistered} onChange={setIsRegistered} />}
      {draft.channel === 'email' && (
        <>
          <TextInput
            label={t('batch.editing.recipient')}
            description={t('batch.editing.recipientHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            type="email"
            value={draft.recipient}
            maxLength={300}
            data-autofocus
            onChange={(event) => change({ recipient: event.currentTarget.value })}
          />
          <TextInput label={t('batch.editing.subject')} value={draft.subject} maxLength={250} onChange={(event) => change({ subject: event.currentTarget.value })} />
        </>
      )}
      <Textarea label={t('batch.editing.opening')} value={draft.opening} maxLength={2000} autosize minRows={3} maxRows={8} onChange={(event) => change({ opening: event.currentTarget.value })} />
      <Textarea
        label={t('batch.editing.note')}
        description={t('batch.editing.noteHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.note}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {save.error !== null && <ErrorState error={save.error} />}
      <div className={css['editActions']}>
        <Button type="submit" variant="outlined" busy={save.isPending}>
          {t('batch.editing.save')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
