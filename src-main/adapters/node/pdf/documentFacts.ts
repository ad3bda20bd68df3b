import type { PlainDateText } from '../../../../src-shared/dates.ts';
import type { SheetAttachment } from '../../../../src-shared/sheet.ts';
import type { Portfolio } from '../../../ports/pdfWriter.ts';

/** What is said of a document outside its pages. */
export type DocumentFacts = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly languageTag: string;
  readonly date: PlainDateText;
  /** Files inside the document; with any of them it is built to PDF/A-3b instead of 2b. */
  readonly attachments: readonly SheetAttachment[];
  /** The document is a portfolio of these files; built to PDF/A-3b too. */
  readonly portfolio?: Pick<Portfolio, 'files' | 'columns'>;
  /** Without tags for a file that only goes to a printer: half as large, and nothing of a page stays in memory. */
  readonly isTagged: boolean;
};

/** A document with files inside is PDF/A-3, which allows files of any kind. */
export const isWithFiles = ({ attachments, portfolio }: DocumentFacts): boolean => attachments.length > 0 || portfolio !== undefined;
