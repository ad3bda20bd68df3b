import type { AppError } from '../../src-shared/errors.ts';
import type { LetterModel } from '../../src-shared/letter.ts';
import type { Result } from '../../src-shared/result.ts';

export type LetterPdf = { readonly bytes: Uint8Array; readonly pages: number };

/** Progress counts letters, not pages. Aborting ends the thread; nothing half-made comes back. */
export type PdfWatch = { readonly onProgress: (done: number, total: number) => void; readonly signal: AbortSignal };

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
 * Errors: `letter-address-too-large`, `letter-characters-missing`, `letter-too-long`, `letter-logo-unreadable`, `cancelled`, `internal`.
 */
export interface PdfWriter {
  /** One letter in one file. */
  letter(model: LetterModel, watch: PdfWatch): Promise<Result<LetterPdf, AppError>>;
  /** Every letter in a file of its own, in the given order; a letter that cannot be set does not stop the others. */
  letters(models: readonly LetterModel[], watch: PdfWatch): Promise<Result<readonly Result<LetterPdf, AppError>[], AppError>>;
  /** All letters in one file for printing on both sides: each starts on a front page. The first refusal refuses the file. */
  batch(models: readonly LetterModel[], watch: PdfWatch): Promise<Result<LetterPdf, AppError>>;
  /** The letter with the window, the folds and rulers drawn over it, to be printed and held into an envelope. */
  windowTest(model: LetterModel, labels: WindowTestLabels): Promise<Result<LetterPdf, AppError>>;
}
