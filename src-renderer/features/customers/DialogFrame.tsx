import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import css from './Customers.module.css';

type DialogFrameProps = {
  readonly save: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** False: something is missing; the fields say what, once it was tried. */
  readonly isComplete: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** A third button, apart from the two. */
  readonly extra?: ReactNode;
  /** Told whether saving was tried, so that problems show only then. */
  readonly children: (wasTried: boolean) => ReactNode;
};

/** The frame of a small form: fields, the error in full, save and cancel. */
export function DialogFrame({ save, isBusy, error, isComplete, onSave, onClose, extra, children }: DialogFrameProps): ReactElement {
  const { t } = useText();
  const [wasTried, setWasTried] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    flushSync(() => setWasTried(true));
    if (isComplete) onSave();
    else focusFirstProblem(event.currentTarget);
  };
  return (
    <form onSubmit={submit} noValidate>
      {children(wasTried)}
      {error !== null && error !== undefined && <ErrorState error={error} />}
      <div className={css['dialogActions']}>
        <Button type="submit" variant="filled" busy={isBusy}>
          {save}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {extra !== undefined && <span className={css['apart']}>{extra}</span>}
      </div>
    </form>
  );
}
