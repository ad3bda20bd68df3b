/** A document that is not ours, such as a signed delivery note, as a sheet that can lie behind a letter: its pages as pictures under our head. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { cleanText } from '../letters/cleanText.ts';
import { proofTitle } from '../letters/enclosureWords.ts';
import type { EnclosedProof } from '../letters/letterFacts.ts';
import { type SheetFrame, sheetIn } from './sheetFrame.ts';

export type ProofFacts = {
  readonly kind: EnclosedProof;
  /** Name of the file as the user knows it. */
  readonly name: string;
  /** Number of the invoice, or reference of the message; may be empty. */
  readonly about: string;
  /** `picture:<name>`, one a page. */
  readonly pictures: readonly string[];
};

const pageOf: Readonly<Record<LetterLanguage, (page: number, pages: number) => string>> = {
  nl: (page, pages) => `bladzijde ${page} van ${pages}`,
  fr: (page, pages) => `page ${page} sur ${pages}`,
  en: (page, pages) => `page ${page} of ${pages}`,
  de: (page, pages) => `Seite ${page} von ${pages}`,
};
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export function proofSheet(frame: SheetFrame, { kind, name, about, pictures }: ProofFacts): SheetModel {
  const { language } = frame;
  const subject = [capital(proofTitle(kind, language)), cleanText(about)].filter((part) => part !== '').join(' ');
  const alternative = (index: number): string => [subject, cleanText(name), pageOf[language](index + 1, pictures.length)].filter((part) => part !== '').join(', ');
  return { ...sheetIn(frame, { subject, stamp: '', blocks: [], note: '', attachments: [] }), pictures: pictures.map((picture, index) => ({ picture, alternative: alternative(index) })) };
}
