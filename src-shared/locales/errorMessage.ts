import type { AppError, ErrorCode } from '../errors.ts';
import { errors as en } from './en/errors.ts';
import { fillIn } from './fillIn.ts';
import { errors as fr } from './fr/errors.ts';
import type { Language } from './languages.ts';
import { errors as nl } from './nl/errors.ts';

/** What happened, why that is likely, and what to do next: the three sentences every error code has in every language. */
export type ErrorText = { readonly what: string; readonly why: string; readonly todo: string };

const catalogs: Readonly<Record<Language, Readonly<Record<ErrorCode, ErrorText>>>> = { nl, en, fr };

/** The text of an error in a language, the same for screen, command line and log. */
export function errorMessage(error: Pick<AppError, 'code' | 'params'>, language: Language): ErrorText {
  const text = catalogs[language][error.code];
  const fill = (sentence: string): string => fillIn(sentence, error.params, language);
  return { what: fill(text.what), why: fill(text.why), todo: fill(text.todo) };
}
