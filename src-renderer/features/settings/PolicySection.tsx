import { NumberInput } from '@mantine/core';
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

type Policy = OutputOf<'settings.policy'>;
const limits = { bankMaxAgeDays: { min: 0, max: 60 }, minimumGapDays: { min: 1, max: 60 } } as const;
const words = { bankMaxAgeDays: ['settings.policy.bank', 'settings.policy.bankHint'], minimumGapDays: ['settings.policy.gap', 'settings.policy.gapHint'] } as const;

function PolicyForm({ policy }: { readonly policy: Policy }): ReactElement {
  const { t } = useText();
  const [changed, setChanged] = useState<Partial<Record<keyof Policy, string | number>>>({});
  const save = useMutationCall('settings.savePolicy');
  const typed = (key: keyof Policy): string | number => changed[key] ?? policy[key];
  const isFine = (key: keyof Policy): boolean => {
    const value = typed(key);
    return typeof value === 'number' && Number.isInteger(value) && value >= limits[key].min && value <= limits[key].max;
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isFine('bankMaxAgeDays') || !isFine('minimumGapDays')) return focusFirstProblem(event.currentTarget);
    save.mutate(
      { bankMaxAgeDays: Number(typed('bankMaxAgeDays')), minimumGapDays: Number(typed('minimumGapDays')) },
      {
        onSuccess: () => {
          setChanged({});
          showToast({ message: t('common.saved'), undo: () => save.mutate(policy) });
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className={css['form']}>
      {(['bankMaxAgeDays', 'minimumGapDays'] as const).map((key) => (
        <NumberInput
          key={key}
          label={t(words[key][0])}
          description={t(words[key][1])}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed(key)}
          allowDecimal={false}
          clampBehavior="none"
          styles={{ wrapper: { maxWidth: 120 } }}
          error={isFine(key) ? undefined : t('settings.policy.outOfRange', limits[key])}
          onChange={(value) => setChanged((known) => ({ ...known, [key]: value }))}
        />
      ))}
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={save.isPending} disabled={Object.keys(changed).length === 0}>
          {t('settings.policy.save')}
        </Button>
      </div>
    </form>
  );
}

/** Limits that hold for every message. */
export function PolicySection(): ReactElement {
  const { t } = useText();
  const policy = useCall('settings.policy', {});
  return (
    <SettingsFrame title={t('settings.policy.title')} lead={t('settings.policy.lead')}>
      <QueryView query={policy}>{(data) => <PolicyForm policy={data} />}</QueryView>
    </SettingsFrame>
  );
}
