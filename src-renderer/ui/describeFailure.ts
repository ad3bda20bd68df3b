import type { AppError } from '../../src-shared/errors.ts';
import { catalogs } from '../../src-shared/locales/catalogs.ts';
import { errorMessage } from '../../src-shared/locales/errorMessage.ts';
import type { ErrorText } from '../../src-shared/locales/errorText.ts';
import type { Language } from '../../src-shared/locales/languages.ts';
import { failureOf } from '../backend/client.ts';

export type DescribedFailure = { readonly text: ErrorText; readonly code: string; readonly id: string; readonly where: AppError['where'] };

/** A failed call in words of the reader: what, why, what now, and the code to report. */
export function describeFailure(error: unknown, language: Language): DescribedFailure {
  const failure = failureOf(error);
  const words = catalogs[language].common.error;
  switch (failure.kind) {
    case 'refused':
      return { text: errorMessage(failure.error, language), code: failure.error.code, id: failure.error.id, where: failure.error.where };
    case 'offline':
      return {
        text: { what: words.offlineWhat, why: words.offlineWhy, todo: words.offlineTodo },
        code: 'offline',
        id: '',
        where: undefined,
      };
    case 'unreadable':
      return {
        text: { what: words.answerWhat, why: words.answerWhy, todo: words.answerTodo },
        code: 'answer',
        id: failure.detail.slice(0, 160),
        where: undefined,
      };
  }
}
