import { host as en } from './en/host.ts';
import { host as fr } from './fr/host.ts';
import type { Language } from './languages.ts';
import { host as nl } from './nl/host.ts';
import type { CatalogShape } from './catalogShape.ts';

export type HostTexts = CatalogShape<typeof nl>;
const catalogs: Readonly<Record<Language, HostTexts>> = { nl, en, fr };

export const hostTexts = (language: Language): HostTexts => catalogs[language];

/** The interface language nearest to a system's or browser's own, such as `fr-BE` or `en-GB,en;q=0.9`. Dutch when none fits. */
export function nearestLanguage(locale: string): Language {
  const wanted = locale.trim().slice(0, 2).toLowerCase();
  return wanted === 'en' || wanted === 'fr' ? wanted : 'nl';
}
