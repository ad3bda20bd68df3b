import { Textarea } from '@mantine/core';
import clsx from 'clsx';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import type { MessageRow } from './messageLooks.ts';
import css from './SentPage.module.css';

/** A letter that was called posted and was not: with the reason it waits for the post again. Nothing that was said before is erased. */
export function NotPosted({ row }: { readonly row: MessageRow }): ReactElement {
  const { t } = useText();
  const [reason, setReason] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const correct = useMutationCall('outbox.notPosted', { showsErrorItself: true });
  if (reason === null)
    return (
      <div className={css['decision']}>
        <Button size="sm" variant="quiet" flush onClick={() => setReason('')}>
          {t('sent.notPosted.open')}
        </Button>
      </div>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (reason.trim() === '') return;
    correct.mutate({ messageId: row.messageId, reason: reason.trim() }, { onSuccess: () => showToast({ message: t('sent.notPosted.done') }) });
  };
  return (
    <form className={clsx(css['decision'], css['notPosted'])} onSubmit={submit} noValidate>
      <p className="ink-2 small">{t('sent.notPosted.hint')}</p>
      <Textarea
        label={t('sent.notPosted.reason')}
        required
        autosize
        minRows={2}
        maxRows={4}
        maxLength={300}
        data-autofocus
        value={reason}
        error={wasTried && reason.trim() === '' ? t('sent.notPosted.reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {correct.error !== null && <ErrorState error={correct.error} />}
      <div className={css['postButtons']}>
        <Button type="submit" size="sm" busy={correct.isPending}>
          {t('sent.notPosted.confirm')}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setReason(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
