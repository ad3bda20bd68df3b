import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDateText } from '../../src-shared/dates.ts';
import type { MessageParams } from '../../src-shared/locales/fillIn.ts';
import {
  type DateStyle,
  formatAmount,
  formatDate,
  formatDays,
  formatFileSize,
  formatInstant,
  formatList,
  formatNearDate,
  formatNumber,
  formatPercentage,
  formatPlainAmount,
  formatWholeEuros,
} from '../../src-shared/locales/formatters.ts';
import { isLanguage, type Language } from '../../src-shared/locales/languages.ts';
import { reasonText } from '../../src-shared/locales/reasonText.ts';
import type { Cents } from '../../src-shared/money.ts';

/** The formatters of `src-shared/locales/formatters.ts`, bound to the language of the window. */
export type Formats = {
  readonly amount: (value: Cents, currency?: string) => string;
  readonly plain: (value: Cents) => string;
  readonly euros: (value: Cents) => string;
  readonly number: (value: number, places?: number) => string;
  readonly percentage: (share: number, places?: number) => string;
  readonly days: (days: number) => string;
  readonly date: (date: PlainDateText, style: DateStyle) => string;
  readonly nearDate: (date: PlainDateText, reference: PlainDateText) => string;
  readonly instant: (instant: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly fileSize: (bytes: number) => string;
  readonly reason: (reason: { readonly code: string; readonly params: MessageParams }) => string;
};

const formatsIn = (language: Language): Formats => ({
  amount: (value, currency) => formatAmount(value, language, currency),
  plain: (value) => formatPlainAmount(value, language),
  euros: (value) => formatWholeEuros(value, language),
  number: (value, places) => formatNumber(value, language, places),
  percentage: (share, places) => formatPercentage(share, language, places),
  days: (days) => formatDays(days, language),
  date: (date, style) => formatDate(date, language, style),
  nearDate: (date, reference) => formatNearDate(date, reference, language),
  instant: (instant) => formatInstant(instant, language),
  list: (items) => formatList(items, language),
  fileSize: (bytes) => formatFileSize(bytes, language),
  reason: (reason) => reasonText(reason, language),
});

/** Texts by typed key (`t('today.title')`), the language, and formatters in that language. */
export function useText(): { readonly t: TFunction; readonly language: Language; readonly format: Formats } {
  const { t, i18n } = useTranslation();
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'nl';
  const format = useMemo(() => formatsIn(language), [language]);
  return { t, language, format };
}
