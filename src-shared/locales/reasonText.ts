import type { ErrorCode } from '../errors.ts';
import { reasons as en } from './en/reasons.ts';
import { errorMessage } from './errorMessage.ts';
import { fillIn, type MessageParams } from './fillIn.ts';
import { reasons as fr } from './fr/reasons.ts';
import type { Language } from './languages.ts';
import { errors } from './nl/errors.ts';
import { reasons as nl } from './nl/reasons.ts';

const catalogs: Readonly<Record<Language, Readonly<Record<string, string>>>> = { nl, en, fr };

export const hasReasonText = (code: string): boolean => Object.hasOwn(nl, code);

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);

/** A reason in words; where an error is the reason, what happened. An unknown code is shown as it is: visible, searchable, and never an empty line. */
export function reasonText(reason: { readonly code: string; readonly params: MessageParams }, language: Language): string {
  if (!hasReasonText(reason.code) && isErrorCode(reason.code)) return errorMessage({ code: reason.code, params: reason.params }, language).what;
  const text = hasReasonText(reason.code) ? catalogs[language][reason.code] : undefined;
  return fillIn(text ?? reason.code, reason.params, language);
}
