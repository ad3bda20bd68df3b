import { type ErrorCode, errorCodes } from '../../../src-shared/errors.ts';
import { errorMessage } from '../../../src-shared/locales/errorMessage.ts';
import type { ErrorText } from '../../../src-shared/locales/errorText.ts';
import { useText } from '../../i18n/useText.ts';
import type { Findings } from './templateTypes.ts';

const isCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code);

/** What is wrong with a template, why and what to do, in the language of the window. */
export function useProblemText(): (problem: Findings['problems'][number]) => ErrorText {
  const { language } = useText();
  return ({ code, params }) => (isCode(code) ? errorMessage({ code, params }, language) : { what: code, why: '', todo: '' });
}
