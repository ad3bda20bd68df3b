import type { PlainDateText } from '../../../../src-shared/dates.ts';
import type { SheetAttachment } from '../../../../src-shared/sheet.ts';

/** What is said of a document outside its pages. */
export type DocumentFacts = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly languageTag: string;
  readonly date: PlainDateText;
  /** Files inside the document; with any of them it is built to PDF/A-3b instead of 2b. */
  readonly attachments: readonly SheetAttachment[];
  /** Without tags for a file that only goes to a printer: half as large, and nothing of a page stays in memory. */
  readonly isTagged: boolean;
};
