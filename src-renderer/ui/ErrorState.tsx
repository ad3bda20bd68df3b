import type { TFunction } from 'i18next';
import type { ReactElement, ReactNode } from 'react';
import type { AppError } from '../../src-shared/errors.ts';
import { errorMessage } from '../../src-shared/locales/errorMessage.ts';
import type { ErrorText } from '../../src-shared/locales/errorText.ts';
import type { Language } from '../../src-shared/locales/languages.ts';
import { failureOf } from '../backend/client.ts';
import { useText } from '../i18n/useText.ts';
import { Button } from './Button.tsx';
import css from './Feedback.module.css';
import { Notice } from './Notice.tsx';

type Described = { readonly text: ErrorText; readonly code: string; readonly id: string; readonly where: AppError['where'] };

function describe(error: unknown, language: Language, t: TFunction): Described {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'refused':
      return { text: errorMessage(failure.error, language), code: failure.error.code, id: failure.error.id, where: failure.error.where };
    case 'offline':
      return {
        text: { what: t('common.error.offlineWhat'), why: t('common.error.offlineWhy'), todo: t('common.error.offlineTodo') },
        code: 'offline',
        id: '',
        where: undefined,
      };
    case 'unreadable':
      return {
        text: { what: t('common.error.answerWhat'), why: t('common.error.answerWhy'), todo: t('common.error.answerTodo') },
        code: 'answer',
        id: failure.detail.slice(0, 160),
        where: undefined,
      };
  }
}

/** The one sentence of an error, for a toast or the line under a field. */
export function useErrorSentence(): (error: unknown) => string {
  const { t, language } = useText();
  return (error) => describe(error, language, t).text.what;
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
  const { text, code, id, where } = describe(error, language, t);
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
