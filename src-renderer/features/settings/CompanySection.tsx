import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import { downloadFile } from '../../backend/files.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { CompanyForm } from '../company/CompanyForm.tsx';
import { hasProblems, neededForLetters, problemsOf, tidyProfile } from '../company/companyDraft.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './SettingsPage.module.css';

/** What letters still need, so that the first batch is not the place where it turns out. */
function MissingForLetters({ draft }: { readonly draft: CompanyProfile }): ReactElement | null {
  const { t, format } = useText();
  const needs = neededForLetters(draft);
  if (needs.length === 0) return null;
  return (
    <div className={css['notice']}>
      <Notice tone="amber" title={t('settings.company.incomplete')}>
        {t('settings.company.missing', { what: format.list(needs.map((need) => t(`settings.company.need.${need}`))) })}
      </Notice>
    </div>
  );
}

/** Makes the page that shows whether the address stands in the window of the envelope, and hands it over as a file. */
function useTestPage(): { readonly make: () => void; readonly isBusy: boolean; readonly error: unknown } {
  const { t } = useText();
  const page = useMutationCall('settings.windowTestPage', { showsErrorItself: true });
  const make = (): void =>
    page.mutate(
      {},
      {
        onSuccess: (file) => {
          downloadFile(file);
          showToast({ message: t('settings.company.testPageMade', { name: file.name }) });
        },
      },
    );
  return { make, isBusy: page.isPending, error: page.error };
}

function CompanyEditor({ profile }: { readonly profile: CompanyProfile }): ReactElement {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  const [changed, setChanged] = useState<CompanyProfile | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const save = useMutationCall('administrations.saveProfile', { showsErrorItself: true });
  const testPage = useTestPage();
  const draft = changed ?? profile;
  const problems = problemsOf(draft);
  const keep = (afterwards: () => void): void => {
    flushSync(() => setWasTried(true));
    if (hasProblems(problems)) {
      if (form.current !== null) focusFirstProblem(form.current);
      return;
    }
    save.mutate(tidyProfile(draft), {
      onSuccess: () => {
        setChanged(null);
        setWasTried(false);
        showToast({ message: t('common.saved'), undo: () => save.mutate(profile) });
        afterwards();
      },
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (changed !== null) keep(() => undefined);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <MissingForLetters draft={draft} />
      <CompanyForm
        draft={draft}
        onChange={setChanged}
        problems={problems}
        wasTried={wasTried}
        testPage={{
          onMake: () => (changed === null ? testPage.make() : keep(testPage.make)),
          isBusy: testPage.isBusy,
          savesFirst: changed !== null,
        }}
      />
      {testPage.error !== null && <ErrorState error={testPage.error} />}
      {save.error !== null && <ErrorState error={save.error} />}
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={save.isPending} disabled={changed === null}>
          {t('common.save')}
        </Button>
        {changed !== null && (
          <>
            <Button
              onClick={() => {
                setChanged(null);
                setWasTried(false);
              }}
            >
              {t('common.cancel')}
            </Button>
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
