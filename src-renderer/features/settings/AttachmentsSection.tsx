import { Checkbox, NumberInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
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

function AttachmentsForm({ setting }: { readonly setting: Attachments }): ReactElement {
  const { t } = useText();
  const [encloses, setEncloses] = useState<boolean | null>(null);
  const [limit, setLimit] = useState<string | number | null>(null);
  const save = useMutationCall('settings.saveAttachments');
  const typed = limit ?? setting.mailLimitMb;
  const isFine = typeof typed === 'number' && Number.isInteger(typed) && typed >= limits.min && typed <= limits.max;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isFine) return focusFirstProblem(event.currentTarget);
    save.mutate(
      { enclosesInvoices: encloses ?? setting.enclosesInvoices, mailLimitMb: Number(typed) },
      {
        onSuccess: () => {
          setEncloses(null);
          setLimit(null);
          showToast({ message: t('common.saved'), undo: () => save.mutate(setting) });
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className={css['form']}>
      <Checkbox
        styles={{ body: { alignItems: 'flex-start' } }}
        label={t('settings.attachments.copies')}
        description={t('settings.attachments.copiesHint')}
        checked={encloses ?? setting.enclosesInvoices}
        onChange={(event) => setEncloses(event.currentTarget.checked)}
      />
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
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={save.isPending} disabled={encloses === null && limit === null}>
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
