/** The inventory of a dossier: every item with its number, its page where it has one, its size and its fingerprint. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { cents } from '../../../src-shared/money.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { cleanText } from '../letters/cleanText.ts';
import { formatLetterAmount } from '../letters/letterFormats.ts';
import { dossierSheetWordsIn } from './dossierSheetWords.ts';
import { columnOf, noTotal, plainTable, type SheetFrame, sheetIn } from './sheetFrame.ts';

export type IndexEntry = {
  /** Empty for what has no number, such as the first pages. */
  readonly number: string;
  readonly description: string;
  /** Page of the document in which it begins; null for what is inside as a file only. */
  readonly firstPage: number | null;
  readonly pages: number;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
};

/** Three groups of eight on a line, so that two fingerprints can be compared by eye. */
const grouped = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).map((group, index) => (index === 0 ? group : `${index % 3 === 0 ? ' ' : '\u00a0'}${group}`)).join('');

const wholeNumber = (value: number, language: LetterLanguage): string => formatLetterAmount(cents(value * 100), language).slice(0, -3);

const pagesOf = ({ firstPage, pages }: IndexEntry, inside: string): string =>
  firstPage === null ? inside : pages > 1 ? `${firstPage}–${firstPage + pages - 1}` : String(firstPage);

/** Of the same length whatever the page numbers are, so that it can be set once to learn how long it is. */
export function dossierIndexSheet(frame: SheetFrame, entries: readonly IndexEntry[]): SheetModel {
  const { language } = frame;
  const own = dossierSheetWordsIn(language);
  const columns = [columnOf('', 9, 'left'), columnOf(own.item, 55, 'left'), { ...columnOf(own.page, 18, 'left'), least: 18 }, { ...columnOf(own.fingerprint, 50, 'left'), least: 50 }, columnOf(own.size, 18, 'right')];
  const rows = entries.map((entry) => [entry.number, cleanText(entry.description), pagesOf(entry, own.inside), grouped(entry.sha256), wholeNumber(entry.bytes, language)]);
  return sheetIn(frame, { subject: own.index, stamp: '', blocks: [plainTable(columns, rows, noTotal)], note: own.indexNote, attachments: [] });
}
