import { steps as en } from './en/steps.ts';
import { steps as fr } from './fr/steps.ts';
import type { Language } from './languages.ts';
import { steps as nl } from './nl/steps.ts';

const catalogs: Readonly<Record<Language, Readonly<Record<string, string>>>> = { nl, en, fr };

/** The name of a step of a dunning ladder; a step that the user named is shown by its own key. */
export const stepName = (key: string, language: Language): string => (Object.hasOwn(nl, key) ? (catalogs[language][key] ?? key) : key);
