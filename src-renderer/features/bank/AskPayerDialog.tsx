import { Modal, Textarea, TextInput } from '@mantine/core';
import { IconCopy, IconMail } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Bank.module.css';

type AskPayerProps = { readonly opened: boolean; readonly bankEntryId: number; readonly customerId: number | null; readonly onClose: () => void };

/** A prepared mail to the payer: the user sends it from their own mail program, and the program remembers that it was asked. */
export function AskPayerDialog({ opened, onClose, ...asked }: AskPayerProps): ReactElement {
  const { t } = useText();
  return (
    <Modal opened={opened} onClose={onClose} size={620} title={t('cash.ask.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {opened && <Prepared {...asked} onClose={onClose} />}
    </Modal>
  );
}

function Prepared({ bankEntryId, customerId, onClose }: Omit<AskPayerProps, 'opened'>): ReactElement {
  const { t } = useText();
  const mail = useCall('bank.askPayer', { bankEntryId, customerId, language: null });
  const asked = useMutationCall('bank.payerAsked');
  const remember = (to: string): void => asked.mutate({ bankEntryId, to }, { onSuccess: () => showToast({ message: t('cash.ask.asked') }) });
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    showToast({ message: t('cash.ask.copied') });
  };
  return (
    <QueryView query={mail}>
      {({ to, contactName, subject, text, mailto, askedOn }) => (
        <>
          {to === '' ? <Notice tone="amber">{t('cash.ask.noAddress')}</Notice> : <p className={css['lead']}>{t('cash.ask.to', { to: contactName === '' ? to : `${contactName} <${to}>` })}</p>}
          {askedOn !== null && <Notice tone="neutral">{t('cash.ask.before', { on: askedOn })}</Notice>}
          <div className={css['fields']}>
            <TextInput label={t('cash.ask.subject')} value={subject} readOnly />
            <Textarea label={t('cash.ask.text')} value={text} readOnly autosize minRows={6} maxRows={14} />
          </div>
          <div className={css['dialogActions']}>
            {to !== '' && (
              <ButtonLink variant="filled" icon={IconMail} href={mailto} onClick={() => remember(to)}>
                {t('cash.ask.open')}
              </ButtonLink>
            )}
            <Button icon={IconCopy} onClick={() => void copy(text)}>
              {t('cash.ask.copy')}
            </Button>
            <Button
              variant="text"
              busy={asked.isPending}
              onClick={() => {
                remember(to);
                onClose();
              }}
            >
              {t('cash.ask.mark')}
            </Button>
          </div>
        </>
      )}
    </QueryView>
  );
}
