import { Modal, Textarea } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../i18n/useText.ts';
import { Button } from './Button.tsx';
import css from './Floating.module.css';
import { focusFirstProblem } from './focusFirstProblem.ts';

type ReasonModalProps = {
  readonly title: string;
  /** What will happen. */
  readonly lead: string;
  /** Names the question: "Waarom?" */
  readonly label: string;
  /** Repeats the verb. */
  readonly confirm: string;
  readonly isBusy: boolean;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
};

/** Asks why, before something is decided that nobody should have to guess later. Shown as long as it is there. */
export function ReasonModal({ title, lead, label, confirm, isBusy, onSave, onClose }: ReasonModalProps): ReactElement {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    flushSync(() => setWasTried(true));
    if (reason.trim() === '') return focusFirstProblem(event.currentTarget);
    onSave(reason.trim());
  };
  return (
    <Modal opened onClose={onClose} size={460} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <p className={css['questionBody']}>{lead}</p>
        <Textarea
          data-autofocus
          label={label}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          value={reason}
          error={wasTried && reason.trim() === '' ? t('common.required') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={css['questionActions']}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" busy={isBusy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
