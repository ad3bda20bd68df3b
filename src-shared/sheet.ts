import type { PlainDateText } from './dates.ts';
import { type LetterBlock, type LetterLanguage, textsOfBlock } from './letter.ts';

/** A file that travels inside the PDF. `Alternative`: the same document in another form, such as the UBL of an invoice. */
export type SheetAttachment = {
  readonly name: string;
  readonly mime: string;
  readonly description: string;
  readonly relationship: 'Alternative' | 'Source' | 'Data' | 'Supplement';
  readonly text: string;
};

/**
 * A page that is no letter, in a plain layout of our own: a copy of an invoice, a calculation, a proof of sending, a list for the post
 * office. Every word is already text in the reader's language. It survives JSON.
 */
export type SheetModel = {
  readonly language: LetterLanguage;
  readonly languageTag: string;
  /** Title of the document. */
  readonly title: string;
  readonly author: string;
  readonly date: PlainDateText;
  /** Who issues it, above all else, with small lines at the right. */
  readonly head: { readonly name: string; readonly lines: readonly string[] };
  readonly subject: string;
  /** In a frame beside the subject, such as `Kopie`; empty: none. */
  readonly stamp: string;
  readonly blocks: readonly LetterBlock[];
  /** Small grey words under the blocks: what this sheet is and is not; empty: none. */
  readonly note: string;
  readonly footer: readonly (readonly string[])[];
  readonly pageLabel: string;
  readonly runningHead: { readonly left: string; readonly right: string };
  readonly attachments: readonly SheetAttachment[];
  /** Pages of a document that is not ours, each as a picture (a data URL, or `picture:<name>`) on a page of its own, with words that stand for it. */
  readonly pictures?: readonly { readonly picture: string; readonly alternative: string }[];
};

/** All text of a sheet in reading order. */
export const textsOfSheet = (sheet: SheetModel): readonly string[] =>
  [
    sheet.head.name,
    ...sheet.head.lines,
    sheet.subject,
    sheet.stamp,
    ...sheet.blocks.flatMap(textsOfBlock),
    sheet.note,
    ...sheet.footer.map((parts) => parts.join(' · ')),
    sheet.pageLabel,
    sheet.runningHead.left,
    sheet.runningHead.right,
  ].filter((text) => text !== '');
