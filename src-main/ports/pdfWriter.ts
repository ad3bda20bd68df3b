import type { PlainDateText } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { LetterModel } from '../../src-shared/letter.ts';
import type { Result } from '../../src-shared/result.ts';
import type { SheetModel } from '../../src-shared/sheet.ts';

export type LetterPdf = { readonly bytes: Uint8Array; readonly pages: number };

/** Progress counts letters, not pages. Aborting ends the thread; nothing half-made comes back. */
export type PdfWatch = { readonly onProgress: (done: number, total: number) => void; readonly signal: AbortSignal };

/** Pictures by name (data URLs), for models that say `picture:<name>` instead of carrying them. */
export type Pictures = Readonly<Record<string, string>>;

/** What goes into one envelope. */
export type PrintItem = { readonly letter: LetterModel; readonly enclosures: readonly SheetModel[] };

export type PrintRun = {
  /** In the order of printing; taken one by one, so that they need not all be in memory. */
  readonly items: AsyncIterable<PrintItem> | Iterable<PrintItem>;
  /** How many there are, for the progress. */
  readonly count: number;
  readonly pictures: Pictures;
  /** Path of the file to make. It appears when it is complete; an older one is replaced. */
  readonly file: string;
  readonly title: string;
  readonly languageTag: string;
  readonly date: PlainDateText;
  /** Every letter and enclosure starts on a front page; an empty back where needed. */
  readonly isDuplex: boolean;
};

/** Where a letter stands in the file. Pages count from 1, and its enclosures and empty backs are among them. */
export type PrintedItem = { readonly index: number; readonly firstPage: number; readonly pages: number };
export type PrintFile = {
  readonly file: string;
  readonly pages: number;
  readonly bytes: number;
  readonly printed: readonly PrintedItem[];
  /** Letters that could not be set; they are not in the file. */
  readonly refused: readonly { readonly index: number; readonly error: AppError }[];
};

/** A sheet of address labels, in millimetres; A4 unless the label printer says otherwise. */
export type LabelSheet = {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly columnGap: number;
  readonly rowGap: number;
  /** Labels already used on the first sheet. */
  readonly skip: number;
};
export type LabelRun = {
  readonly sheet: LabelSheet;
  /** Lines of each address. */
  readonly addresses: readonly (readonly string[])[];
  readonly title: string;
  readonly languageTag: string;
  readonly date: PlainDateText;
};

/** A file inside a portfolio. `sha256` is of its bytes, in hexadecimal. */
export type PortfolioFile = {
  readonly name: string;
  readonly mime: string;
  readonly description: string;
  /** What it is to the document (ISO 19005-3 §6.8): what it was made from, figures for machines, or more of it. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
  readonly date: PlainDateText;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/** Sheets as pages, numbered through, with files inside that viewers list in these columns. */
export type Portfolio = {
  /** The first one gives the document its title and language; each has a bookmark. At least one. */
  readonly sheets: readonly SheetModel[];
  readonly files: readonly PortfolioFile[];
  readonly columns: Readonly<Record<'number' | 'file' | 'description' | 'date' | 'size' | 'fingerprint', string>>;
};

/** Words on the page with which the user checks whether the address fits the window of his envelopes. */
export type WindowTestLabels = {
  readonly title: string;
  readonly instruction: readonly string[];
  readonly alwaysVisible: string;
  readonly mayBecomeVisible: string;
  readonly fold: string;
};

/**
 * Sets letters as PDF (built to PDF/A-2b, tagged), off the main event loop. The same model always gives the same bytes.
 * Errors: `letter-address-too-large`, `letter-characters-missing`, `letter-too-long`, `letter-logo-unreadable`, `letter-paper-unreadable`,
 * `cancelled`, `internal`.
 */
export interface PdfWriter {
  /** One letter in one file. */
  letter(model: LetterModel, watch: PdfWatch, pictures?: Pictures): Promise<Result<LetterPdf, AppError>>;
  /** Every letter in a file of its own, in the given order; a letter that cannot be set does not stop the others. */
  letters(models: readonly LetterModel[], watch: PdfWatch, pictures?: Pictures): Promise<Result<readonly Result<LetterPdf, AppError>[], AppError>>;
  /** All letters in one file for printing on both sides: each starts on a front page. The first refusal refuses the file. */
  batch(models: readonly LetterModel[], watch: PdfWatch): Promise<Result<LetterPdf, AppError>>;
  /** A sheet that is no letter: a copy of an invoice, a calculation, a list. With files inside it is built to PDF/A-3b. */
  sheet(model: SheetModel, pictures?: Pictures): Promise<Result<LetterPdf, AppError>>;
  /** Sheets and files in one document, built to PDF/A-3b. Errors: those of `sheet`, and `not-found` without any sheet. */
  portfolio(content: Portfolio, watch: PdfWatch): Promise<Result<LetterPdf, AppError>>;
  /**
   * One file for the printer with all envelopes in the given order, written to disk as it grows: neither the letters nor the file are ever
   * whole in memory. Without tags, as nobody reads it but the printer. Errors: `cancelled`, `internal`, `not-found` (no letters),
   * `print-file-not-written`.
   */
  printRun(run: PrintRun, watch: PdfWatch): Promise<Result<PrintFile, AppError>>;
  /** Address labels. Errors: `letter-characters-missing`, `letter-address-too-large`. */
  labels(run: LabelRun): Promise<Result<LetterPdf, AppError>>;
  /** The letter with the window, the folds and rulers drawn over it, to be printed and held into an envelope. */
  windowTest(model: LetterModel, labels: WindowTestLabels, pictures?: Pictures): Promise<Result<LetterPdf, AppError>>;
}
