import { IconArrowLeft, IconEye, IconFileImport, IconLock } from '@tabler/icons-react';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { goTo } from '../../app/address.ts';
import { useAppState } from '../../app/appState.ts';
import { errorCodeOf } from '../../backend/client.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { newJobId } from '../../ui/jobStore.ts';
import { Logo } from '../../ui/Logo.tsx';
import { ShortCompanyForm } from '../company/CompanyForm.tsx';
import { emptyProfile, hasProblems, problemsOf, tidyProfile } from '../company/companyDraft.ts';
import { CopiesOf } from './CopiesOf.tsx';
import css from './StartPage.module.css';

/** The first start: two buttons, and nothing else but what is already there to go on with. */
export function StartPage(): ReactElement {
  const { t } = useText();
  const { administration } = useAppState();
  const [isFilling, setIsFilling] = useState(false);
  return (
    <main className={css['page']}>
      <title>{t('common.product')}</title>
      <div className={isFilling ? css['form'] : css['block']}>
        <div className={css['brand']}>
          <Logo size={36} />
          {t('common.product')}
        </div>
        {isFilling ? <Profile onBack={() => setIsFilling(false)} /> : <Choice onOwn={() => setIsFilling(true)} />}
        {!isFilling && (
          <>
            <Existing />
            {administration !== null && (
              <p className={css['existing']}>
                <Button variant="quiet" icon={IconArrowLeft} flush onClick={() => goTo('/')}>
                  {t('common.back')}
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </main>
  );
}

function Choice({ onOwn }: { readonly onOwn: () => void }): ReactElement {
  const { t } = useText();
  const demo = useMutationCall('administrations.createDemo', { showsErrorItself: true });
  const makeExample = (): void => {
    // Its ledger is open long before it is filled: this page stays, and the empty pages behind it are not shown.
    goTo('/start', { replace: true });
    demo.mutate({ jobId: newJobId() }, { onSuccess: () => goTo('/', { replace: true }) });
  };
  return (
    <>
      <h1 className={css['title']}>{t('start.title')}</h1>
      <div className={css['choices']}>
        <section className={css['choice']}>
          <IconFileImport size={26} stroke={1.5} color="var(--t-accent)" aria-hidden />
          <h2 className={css['choiceTitle']}>{t('start.own.title')}</h2>
          <p className={css['choiceBody']}>{t('start.own.body')}</p>
          <Button variant="filled" size="lg" autoFocus onClick={onOwn}>
            {t('start.own.action')}
          </Button>
        </section>
        <section className={css['choice']}>
          <IconEye size={26} stroke={1.5} color="var(--t-ink-2)" aria-hidden />
          <h2 className={css['choiceTitle']}>{t('start.example.title')}</h2>
          <p className={css['choiceBody']}>{t('start.example.body')}</p>
          <Button size="lg" busy={demo.isPending} onClick={makeExample}>
            {demo.isPending ? t('start.example.busy') : t('start.example.action')}
          </Button>
        </section>
      </div>
      {demo.error !== null && (
        <div className={css['existing']}>
          <ErrorState error={demo.error} />
        </div>
      )}
      <p className={css['promise']}>
        <IconLock size={16} stroke={1.75} aria-hidden />
        {t('start.promise')}
      </p>
    </>
  );
}

/** Administrations of before, when there are any: the way back to them must not depend on a menu. */
function Existing(): ReactElement | null {
  const { t } = useText();
  const list = useCall('administrations.list', {});
  const open = useMutationCall('administrations.open', { showsErrorItself: true });
  const present = (list.data?.recent ?? []).filter((entry) => entry.isPresent && entry.id !== list.data?.current);
  if (present.length === 0) return null;
  return (
    <section className={css['existing']}>
      <h2 className="ink-2 small">{t('start.existing')}</h2>
      <div className={css['names']}>
        {present.slice(0, 6).map((entry) => (
          <Button key={entry.id} variant="text" flush onClick={() => open.mutate({ id: entry.id }, { onSuccess: () => goTo('/') })}>
            {entry.name}
          </Button>
        ))}
      </div>
      {open.error !== null && (
        <div className={css['failed']}>
          <ErrorState error={open.error} />
          {open.variables !== undefined && !unhelped.has(errorCodeOf(open.error) ?? '') && <CopiesOf id={open.variables.id} />}
        </div>
      )}
    </section>
  );
}

/** Putting a copy back would not help: another program has the file, or a newer one made it. */
const unhelped: ReadonlySet<string> = new Set(['ledger-in-use', 'ledger-from-the-future']);

function Profile({ onBack }: { readonly onBack: () => void }): ReactElement {
  const { t, language } = useText();
  const [draft, setDraft] = useState(() => emptyProfile(language));
  const [wasTried, setWasTried] = useState(false);
  const create = useMutationCall('administrations.create', { showsErrorItself: true });
  const problems = problemsOf(draft);
  const form = useRef<HTMLFormElement>(null);
  // The button that opened the form is gone; who types goes on in the first field.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('[data-autofocus]')?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    flushSync(() => setWasTried(true));
    if (hasProblems(problems)) focusFirstProblem(event.currentTarget);
    else create.mutate({ profile: tidyProfile(draft) }, { onSuccess: () => goTo('/import') });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <h1 className={css['formTitle']}>{t('start.profile.title')}</h1>
      <p className={css['lead']}>{t('start.profile.lead')}</p>
      <ShortCompanyForm draft={draft} onChange={setDraft} problems={problems} wasTried={wasTried} />
      {create.error !== null && <ErrorState error={create.error} />}
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={create.isPending}>
          {create.isPending ? t('start.profile.creating') : t('start.profile.create')}
        </Button>
        <Button onClick={onBack}>{t('common.back')}</Button>
      </div>
    </form>
  );
}
