import { Checkbox, NumberInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './SettingsPage.module.css';

type Attachments = OutputOf<'settings.attachments'>;
const limits = { min: 1, max: 50 } as const;

/** Steps of which one may want a proof that they were sent, in the order of the process. */
const registrableSteps = ['demand-1', 'demand-2', 'default-notice', 'pre-legal-letter'] as const;

type Change = { readonly draft: Attachments; readonly onChange: (draft: Attachments) => void };

function RegisteredPart({ draft, onChange }: Change): ReactElement {
  const { t, language } = useText();
  const name = (step: string): string => {
    const words = stepName(step, language);
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
  return (
    <Checkbox.Group
      label={t('settings.attachments.registered')}
      description={t('settings.attachments.registeredHint')}
      value={draft.registeredSteps}
      onChange={(registeredSteps) => onChange({ ...draft, registeredSteps })}
    >
      <div className={css['steps']}>
        {registrableSteps.map((step) => (
          <Checkbox key={step} value={step} label={name(step)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function EnclosedPart({ draft, onChange }: Change): ReactElement {
  const { t } = useText();
  const styles = { body: { alignItems: 'flex-start' } };
  return (
    <>
      <Checkbox
        styles={styles}
        label={t('settings.attachments.copies')}
        description={t('settings.attachments.copiesHint')}
        checked={draft.enclosesInvoices}
        onChange={(event) => onChange({ ...draft, enclosesInvoices: event.currentTarget.checked })}
      />
      <Checkbox
        styles={styles}
        label={t('settings.attachments.apart')}
        description={t('settings.attachments.apartHint')}
        checked={draft.annexApart}
        onChange={(event) => onChange({ ...draft, annexApart: event.currentTarget.checked })}
      />
    </>
  );
}

function AttachmentsForm({ setting }: { readonly setting: Attachments }): ReactElement {
  const { t } = useText();
  const [changed, setChanged] = useState<Attachments | null>(null);
  const [limit, setLimit] = useState<string | number | null>(null);
  const save = useMutationCall('settings.saveAttachments');
  const draft = changed ?? setting;
  const typed = limit ?? setting.mailLimitMb;
  const isFine = typeof typed === 'number' && Number.isInteger(typed) && typed >= limits.min && typed <= limits.max;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isFine) return focusFirstProblem(event.currentTarget);
    save.mutate(
      { ...draft, mailLimitMb: Number(typed) },
      {
        onSuccess: () => {
          setChanged(null);
          setLimit(null);
          showToast({ message: t('common.saved'), undo: () => save.mutate(setting) });
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className={css['form']}>
      <EnclosedPart draft={draft} onChange={setChanged} />
      <NumberInput
        label={t('settings.attachments.limit')}
        description={t('settings.attachments.limitHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed}
        allowDecimal={false}
        clampBehavior="none"
        styles={{ wrapper: { maxWidth: 120 } }}
        error={isFine ? undefined : t('settings.policy.outOfRange', limits)}
        onChange={setLimit}
      />
      <RegisteredPart draft={draft} onChange={setChanged} />
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={save.isPending} disabled={changed === null && limit === null}>
          {t('settings.attachments.save')}
        </Button>
      </div>
    </form>
  );
}

/** What goes along with letters and e-mails. */
export function AttachmentsSection(): ReactElement {
  const { t } = useText();
  const setting = useCall('settings.attachments', {});
  return (
    <SettingsFrame title={t('settings.attachments.title')} lead={t('settings.attachments.lead')}>
      <QueryView query={setting}>{(data) => <AttachmentsForm setting={data} />}</QueryView>
    </SettingsFrame>
  );
}
