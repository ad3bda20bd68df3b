import type { ReactElement, ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { Button } from './Button.tsx';
import { describeFailure } from './describeFailure.ts';
import css from './Feedback.module.css';
import { Notice } from './Notice.tsx';

/** The one sentence of an error, for a toast or the line under a field. */
export function useErrorSentence(): (error: unknown) => string {
  const { language } = useText();
  return (error) => describeFailure(error, language).text.what;
}

type ErrorStateProps = {
  /** What a query or mutation gave as its `error`. */
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly actions?: ReactNode;
};

/** An error in full: what, why, what now, code. */
export function ErrorState({ error, onRetry, actions }: ErrorStateProps): ReactElement {
  const { t, language } = useText();
  const { text, code, id, where } = describeFailure(error, language);
  return (
    <Notice
      tone="red"
      title={text.what}
      actions={
        (onRetry !== undefined || actions !== undefined) && (
          <>
            {onRetry !== undefined && (
              <Button size="sm" onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
            {actions}
          </>
        )
      }
    >
      <p>
        {text.why} {text.todo}
      </p>
      <p className={css['code']}>
        {t('common.error.code', { code: code.toUpperCase() })}
        {id !== '' && `, ${t('common.error.reference', { id })}`}
        {where?.file !== undefined && where.line !== undefined && `, ${t('common.error.place', { file: where.file, line: where.line })}`}
      </p>
    </Notice>
  );
}
