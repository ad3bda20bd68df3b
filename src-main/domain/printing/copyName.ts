import type { LetterLanguage } from '../../../src-shared/letter.ts';

const names: Readonly<Record<LetterLanguage, string>> = { nl: 'kopie-factuur', fr: 'copie-facture', en: 'invoice-copy', de: 'rechnungskopie' };
const safe = (number: string): string => number.normalize('NFKD').replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '').slice(0, 60);

/** The name of the copy of an invoice without its ending, safe in every mail program and file system. */
export const copyName = (number: string, language: LetterLanguage): string => [names[language], safe(number)].filter((part) => part !== '').join('-');
