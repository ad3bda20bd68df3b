/** Titles and names of the files of a print run, in the language of the company. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';

export type PrintWords = {
  readonly ordinary: string;
  readonly registered: string;
  readonly labels: string;
  readonly file: Readonly<Record<'ordinary' | 'registered', string>>;
  readonly senderFile: string;
  readonly labelFile: string;
};
export const printWords: Readonly<Record<LetterLanguage, PrintWords>> = {
  nl: { ordinary: 'Brieven', registered: 'Aangetekende brieven', labels: 'Adresetiketten', file: { ordinary: 'brieven', registered: 'brieven-aangetekend' }, senderFile: 'verzendlijst', labelFile: 'etiketten' },
  fr: { ordinary: 'Lettres', registered: 'Lettres recommandées', labels: 'Étiquettes', file: { ordinary: 'lettres', registered: 'lettres-recommandees' }, senderFile: 'liste-envois', labelFile: 'etiquettes' },
  en: { ordinary: 'Letters', registered: 'Registered letters', labels: 'Address labels', file: { ordinary: 'letters', registered: 'letters-registered' }, senderFile: 'sender-list', labelFile: 'labels' },
  de: { ordinary: 'Briefe', registered: 'Einschreiben', labels: 'Adressetiketten', file: { ordinary: 'briefe', registered: 'einschreiben' }, senderFile: 'versandliste', labelFile: 'etiketten' },
};
