import { type FormEvent, type ReactElement, useState } from 'react';
import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { CompanyForm } from '../company/CompanyForm.tsx';
import { hasProblems, problemsOf, tidyProfile } from '../company/companyDraft.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './SettingsPage.module.css';

function CompanyEditor({ profile }: { readonly profile: CompanyProfile }): ReactElement {
  const { t } = useText();
  const [changed, setChanged] = useState<CompanyProfile | null>(null);
  const save = useMutationCall('administrations.saveProfile', { showsErrorItself: true });
  const draft = changed ?? profile;
  const problems = problemsOf(draft);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (hasProblems(problems)) return focusFirstProblem(event.currentTarget);
    save.mutate(tidyProfile(draft), {
      onSuccess: () => {
        setChanged(null);
        showToast({
          message: t('common.saved'),
          undo: () => save.mutate(profile),
        });
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <CompanyForm draft={draft} onChange={setChanged} problems={problems} />
      {save.error !== null && <ErrorState error={save.error} />}
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={save.isPending} disabled={changed === null}>
          {t('common.save')}
        </Button>
        {changed !== null && (
          <>
            <Button onClick={() => setChanged(null)}>{t('common.cancel')}</Button>
            <span className="ink-2 small">{t('settings.company.unsaved')}</span>
          </>
        )}
      </div>
    </form>
  );
}

/** What letters and e-mails say about the own company. */
export function CompanySection(): ReactElement {
  const { t } = useText();
  const profile = useCall('administrations.profile', {});
  return (
    <SettingsFrame title={t('settings.company.title')} lead={t('settings.company.lead')}>
      <QueryView query={profile}>{(data) => <CompanyEditor profile={data} />}</QueryView>
    </SettingsFrame>
  );
}
