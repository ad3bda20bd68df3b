import { TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { Reason } from '../../../src-shared/contract/common.ts';
import { settings } from '../../../src-shared/locales/nl/settings.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './SettingsPage.module.css';

const hasAdvice = (code: string): code is keyof typeof settings.smtp.todo => Object.hasOwn(settings.smtp.todo, code);

/** Why the test message did not go, and what to do about it. */
function Refused({ reason }: { readonly reason: Reason | null }): ReactElement {
  const { t, format } = useText();
  return (
    <Notice tone="red" title={t('settings.smtp.testFailed')}>
      {reason !== null && <p>{format.reason(reason)}</p>}
      {reason !== null && hasAdvice(reason.code) && <p>{t(`settings.smtp.todo.${reason.code}`)}</p>}
    </Notice>
  );
}

/** Sends one message to the user himself and says what the server answered. */
export function SmtpTest({ to: first, isUnsaved }: { readonly to: string; readonly isUnsaved: boolean }): ReactElement {
  const { t } = useText();
  const [to, setTo] = useState(first);
  const test = useMutationCall('settings.testSmtp', { showsErrorItself: true });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    test.mutate({ to: to.trim() });
  };
  const answer = test.isPending ? undefined : test.data;
  return (
    <div className={css['below']}>
      <Section title={t('settings.smtp.testTitle')}>
        <form onSubmit={submit} noValidate className={css['inlineForm']}>
          <TextInput label={t('settings.smtp.testTo')} type="email" value={to} maxLength={200} w={300} onChange={(event) => setTo(event.currentTarget.value)} />
          <Button type="submit" icon={IconSend} busy={test.isPending} disabled={isUnsaved || to.trim() === ''}>
            {t(test.isPending ? 'settings.smtp.testing' : 'settings.smtp.test')}
          </Button>
        </form>
        {isUnsaved && <p className={css['note']}>{t('settings.smtp.testUnsaved')}</p>}
        <div aria-live="polite">
          {answer?.ok === true && (
            <Notice tone="green" title={t('settings.smtp.testAccepted', { to: test.variables?.to ?? to })}>
              {t('settings.smtp.testOk')}
            </Notice>
          )}
          {answer?.ok === false && <Refused reason={answer.reason} />}
          {test.error !== null && <ErrorState error={test.error} />}
        </div>
      </Section>
    </div>
  );
}
