/** What every sheet has in common: who issues it, in which language, and its foot. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { LetterBlock, LetterColumn, LetterLanguage, LetterTable } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { cleanText } from '../letters/cleanText.ts';
import { printTextsIn } from './printTexts.ts';

/** The company that issues a sheet. Lines as they should be printed: address, registration, VAT number. */
export type SheetIssuer = { readonly name: string; readonly lines: readonly string[] };
export type SheetFrame = {
  readonly issuer: SheetIssuer;
  readonly language: LetterLanguage;
  /** BCP 47, such as `nl-BE`. */
  readonly languageTag: string;
  readonly date: PlainDateText;
};

export type SheetContent = Pick<SheetModel, 'subject' | 'stamp' | 'blocks' | 'note' | 'attachments'>;

export function sheetIn({ issuer, language, languageTag, date }: SheetFrame, { subject, stamp, blocks, note, attachments }: SheetContent): SheetModel {
  const name = cleanText(issuer.name);
  const lines = issuer.lines.map(cleanText).filter((line) => line !== '');
  const title = stamp === '' ? subject : `${stamp}: ${subject}`;
  return {
    language,
    languageTag,
    title,
    author: name,
    date,
    head: { name, lines },
    subject,
    stamp,
    blocks,
    note,
    footer: [[name, ...lines.slice(0, 2)], lines.slice(2)].filter((parts) => parts.length > 0),
    pageLabel: printTextsIn(language).pageLabel,
    runningHead: { left: name, right: title },
    attachments,
  };
}

export const columnOf = (head: string, width: number, align: LetterColumn['align']): LetterColumn => ({ head, width, align });

/** A table that says nothing of sums; `total` may be empty. */
export const plainTable = (columns: readonly LetterColumn[], rows: readonly (readonly string[])[], total: LetterTable['total']): LetterBlock => ({
  kind: 'table',
  table: { columns, rows: rows.map((cells) => ({ cells, runningTotal: '' })), total, carriedForward: '', broughtForward: '' },
});
export const noTotal: LetterTable['total'] = { label: '', value: '' };

/** Label and value per row; rows without a value are left out. */
export const factsBlock = (rows: readonly (readonly [label: string, value: string])[]): LetterBlock => ({
  kind: 'facts',
  rows: rows.filter(([, value]) => value !== '').map(([label, text]) => ({ label, runs: [{ text, bold: false }] })),
});
