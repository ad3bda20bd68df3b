import { NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { SmtpSettings } from '../../../src-shared/contract/dunning.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './SettingsPage.module.css';
import { SmtpTest } from './SmtpTest.tsx';

type Stored = OutputOf<'settings.smtp'>;
type Draft = SmtpSettings & { readonly password: string };
const securities = ['starttls', 'tls', 'none'] as const;
const usualPorts = { tls: 465, starttls: 587, none: 25 } as const;
const empty: SmtpSettings = { host: '', port: 587, security: 'starttls', user: '', fromName: '', fromAddress: '', replyTo: '', maxPerDay: 200 };

/** A number field gives text while it is not a number; that counts as nothing chosen. */
const whole = (value: string | number): number => (typeof value === 'number' && Number.isInteger(value) ? value : 0);

/** What is saved of a draft; an empty password keeps the one that is stored. */
function toSave({ password, ...settings }: Draft): { readonly settings: SmtpSettings; readonly password: string | null } {
  const { host, user, fromAddress, replyTo, maxPerDay } = settings;
  const tidy = { ...settings, host: host.trim(), user: user.trim(), fromAddress: fromAddress.trim(), replyTo: replyTo.trim(), maxPerDay: Math.max(1, maxPerDay) };
  return { settings: tidy, password: password === '' ? null : password };
}

function SmtpForm({ stored, company }: { readonly stored: Stored; readonly company: { readonly name: string; readonly email: string } }): ReactElement {
  const { t } = useText();
  const [changed, setChanged] = useState<Partial<Draft> | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const save = useMutationCall('settings.saveSmtp', { showsErrorItself: true });
  const draft: Draft = { ...(stored.settings ?? { ...empty, fromName: company.name, fromAddress: company.email }), password: '', ...changed };
  const change = (patch: Partial<Draft>): void => setChanged((known) => ({ ...known, ...patch }));
  const isPortWrong = draft.port < 1 || draft.port > 65_535;
  const isOtherLogin = stored.settings !== null && (draft.host.trim() !== stored.settings.host || draft.user.trim() !== stored.settings.user);
  // The kept password belongs to one server and user; it is never handed to another.
  const lacksPassword = draft.user.trim() !== '' && draft.password === '' && (isOtherLogin || !stored.hasPassword);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setWasTried(true);
    const form = event.currentTarget;
    if (draft.host.trim() === '' || draft.fromAddress.trim() === '' || isPortWrong || lacksPassword) return void requestAnimationFrame(() => focusFirstProblem(form));
    const onSuccess = (): void => {
      setChanged(null);
      setWasTried(false);
      showToast({ message: t('common.saved') });
    };
    save.mutate(toSave(draft), { onSuccess });
  };
  const text = (key: 'host' | 'user' | 'fromName' | 'fromAddress' | 'replyTo') => ({
    label: t(`settings.smtp.${key}`),
    value: draft[key],
    maxLength: 200,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => change({ [key]: event.currentTarget.value }),
  });
  const below = ['label', 'input', 'description', 'error'] as const;
  return (
    <>
      <form onSubmit={submit} noValidate className={css['form']}>
        <TextInput {...text('host')} description={t('settings.smtp.hostHint')} inputWrapperOrder={[...below]} error={wasTried && draft.host.trim() === '' ? t('settings.smtp.hostMissing') : undefined} />
        <div className={css['pair']}>
          <Select
            label={t('settings.smtp.security')}
            value={draft.security}
            allowDeselect={false}
            data={securities.map((value) => ({ value, label: t(`settings.smtp.${value}`) }))}
            onChange={(value) => {
              const security = securities.find((known) => known === value);
              if (security !== undefined) change({ security, port: usualPorts[security] });
            }}
          />
          <NumberInput label={t('settings.smtp.port')} value={draft.port} min={1} max={65_535} allowDecimal={false} hideControls error={isPortWrong ? t('settings.smtp.portWrong') : undefined} onChange={(value) => change({ port: whole(value) })} />
        </div>
        <div className={css['pair']}>
          <TextInput {...text('user')} autoComplete="off" />
          <PasswordInput
            label={t('settings.smtp.password')}
            value={draft.password}
            maxLength={500}
            autoComplete="new-password"
            description={isOtherLogin ? t('settings.smtp.passwordAgain') : stored.hasPassword ? t('settings.smtp.passwordKept') : t(`settings.smtp.store.${stored.secretsBackend}`)}
            error={wasTried && lacksPassword ? t('settings.smtp.passwordMissing') : undefined}
            inputWrapperOrder={[...below]}
            onChange={(event) => change({ password: event.currentTarget.value })}
          />
        </div>
        <div className={css['pair']}>
          <TextInput {...text('fromName')} />
          <TextInput {...text('fromAddress')} type="email" error={wasTried && draft.fromAddress.trim() === '' ? t('settings.smtp.fromMissing') : undefined} />
        </div>
        <div className={css['pair']}>
          <TextInput {...text('replyTo')} type="email" description={t('settings.smtp.replyToHint')} inputWrapperOrder={[...below]} />
          <NumberInput label={t('settings.smtp.maxPerDay')} value={draft.maxPerDay} min={1} max={5000} allowDecimal={false} hideControls description={t('settings.smtp.maxPerDayHint')} inputWrapperOrder={[...below]} onChange={(value) => change({ maxPerDay: whole(value) })} />
        </div>
        {save.error !== null && <ErrorState error={save.error} />}
        <div className={css['actions']}>
          <Button type="submit" variant="filled" busy={save.isPending} disabled={changed === null && stored.settings !== null}>
            {t('settings.smtp.save')}
          </Button>
        </div>
      </form>
      {stored.settings !== null && <SmtpTest to={stored.settings.fromAddress} isUnsaved={changed !== null} />}
    </>
  );
}

/** The mail server, and a message that proves that it works. */
export function SmtpSection(): ReactElement {
  const { t } = useText();
  const smtp = useCall('settings.smtp', {});
  const profile = useCall('administrations.profile', {});
  return (
    <SettingsFrame title={t('settings.smtp.title')} lead={t('settings.smtp.lead')}>
      <QueryView query={smtp}>{(stored) => <QueryView query={profile}>{(company) => <SmtpForm stored={stored} company={company} />}</QueryView>}</QueryView>
    </SettingsFrame>
  );
}
