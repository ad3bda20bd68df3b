import { reasons as en } from './en/reasons.ts';
import { fillIn, type MessageParams } from './fillIn.ts';
import { reasons as fr } from './fr/reasons.ts';
import type { Language } from './languages.ts';
import { reasons as nl } from './nl/reasons.ts';

const catalogs: Readonly<Record<Language, Readonly<Record<string, string>>>> = { nl, en, fr };

export const hasReasonText = (code: string): boolean => Object.hasOwn(nl, code);

/** A reason in words. An unknown code is shown as it is: visible, searchable, and never an empty line. */
export function reasonText(reason: { readonly code: string; readonly params: MessageParams }, language: Language): string {
  const text = hasReasonText(reason.code) ? catalogs[language][reason.code] : undefined;
  return fillIn(text ?? reason.code, reason.params, language);
}
