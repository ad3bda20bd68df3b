import { Textarea, Modal } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useToday } from '../../app/appState.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { DialogFrame } from '../customers/DialogFrame.tsx';

type Customer = { readonly customerId: number; readonly name: string };

/** On the page of a customer whose claims are elsewhere: where, since when, and the way back. */
export function HandoverNotice({ customerId, name }: Customer): ReactElement | null {
  const { t, format } = useText();
  const today = useToday();
  const known = useCall('handover.ofCustomer', { customerId });
  const [isOpen, setOpen] = useState(false);
  const running = known.data?.handovers.find(({ endedOn }) => endedOn === null);
  if (running === undefined) return null;
  const { party, on } = running;
  const reach = [party.email, party.phone].filter((part) => part !== '').join(' · ');
  return (
    <>
      <Notice
        tone="neutral"
        icon={IconGavel}
        title={t('handover.running', { name: party.name, on: format.nearDate(on, today) })}
        actions={
          <Button size="sm" onClick={() => setOpen(true)}>
            {t('handover.resume')}
          </Button>
        }
      >
        <p>{reach === '' ? t('handover.nothingGoes') : `${t('handover.nothingGoes')} ${reach}`}</p>
      </Notice>
      <Modal opened={isOpen} onClose={() => setOpen(false)} size={500} title={t('handover.resumeTitle', { name })} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {isOpen && <ResumeForm customerId={customerId} name={name} onClose={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function ResumeForm({ customerId, name, onClose }: Customer & { readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const resume = useMutationCall('handover.resume');
  const submit = (): void =>
    resume.mutate(
      { customerId, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({ message: t('handover.resumed', { name }) });
          onClose();
        },
      },
    );
  return (
    <DialogFrame save={t('handover.resume')} isBusy={resume.isPending} error={resume.error} isComplete={reason.trim() !== ''} onSave={submit} onClose={onClose}>
      {(wasTried) => (
        <Textarea
          data-autofocus
          label={t('handover.why')}
          description={t('handover.whyHint')}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          error={wasTried && reason.trim() === '' ? t('handover.whyNeeded') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </DialogFrame>
  );
}
