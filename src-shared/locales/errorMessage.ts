import type { AppError, ErrorCode } from '../errors.ts';
import { errors as en } from './en/errors.ts';
import type { ErrorText } from './errorText.ts';
import { fillIn } from './fillIn.ts';
import { errors as fr } from './fr/errors.ts';
import type { Language } from './languages.ts';
import { errors as nl } from './nl/errors.ts';

const catalogs: Readonly<Record<Language, Readonly<Record<ErrorCode, ErrorText>>>> = { nl, en, fr };

/** The text of an error in a language, the same for screen, command line and log. */
export function errorMessage(error: Pick<AppError, 'code' | 'params'>, language: Language): ErrorText {
  const text = catalogs[language][error.code];
  const fill = (sentence: string): string => fillIn(sentence, error.params, language);
  return { what: fill(text.what), why: fill(text.why), todo: fill(text.todo) };
}
