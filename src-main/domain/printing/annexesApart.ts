/** Lists and calculations of a letter as sheets of their own, for a mail in which the letter itself stays short. */
import type { LetterAnnex, LetterLanguage, LetterModel } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { annexSheet } from './annexSheet.ts';
import type { SheetFrame } from './sheetFrame.ts';

const names: Readonly<Record<LetterLanguage, { readonly list: string; readonly calculation: string }>> = {
  nl: { list: 'openstaande-facturen', calculation: 'berekening' },
  fr: { list: 'factures-impayees', calculation: 'calcul' },
  en: { list: 'open-invoices', calculation: 'calculation' },
  de: { list: 'offene-rechnungen', calculation: 'berechnung' },
};

export type ApartSheet = { readonly name: string; readonly sheet: SheetModel };

/** The list behind a letter as an annex of one table. */
const listOf = ({ annex }: LetterModel): readonly LetterAnnex[] => (annex === null ? [] : [{ title: annex.title, blocks: [{ kind: 'table', table: annex.table }] }]);

/** The letter without the pages behind it. */
export function withoutAnnexes({ annexes: _annexes, ...letter }: LetterModel): LetterModel {
  return { ...letter, annex: null };
}

/** The pages behind a letter, each as a sheet with the reference of the letter in its name; `reference` is safe for a file. */
export function annexSheets(letter: LetterModel, frame: SheetFrame, reference: string): readonly ApartSheet[] {
  const { list, calculation } = names[letter.language];
  const lists = listOf(letter).map((annex) => ({ name: `${list}-${reference}.pdf`, sheet: annexSheet(frame, annex) }));
  const others = (letter.annexes ?? []).map((annex, index) => ({ name: `${calculation}-${reference}${index === 0 ? '' : `-${index + 1}`}.pdf`, sheet: annexSheet(frame, annex) }));
  return [...lists, ...others];
}
