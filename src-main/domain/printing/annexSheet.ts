/** An annex of a letter, such as the calculation of interest, as a sheet of its own: to be sent along, or to be put in a file. */
import type { LetterAnnex } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { type SheetFrame, sheetIn } from './sheetFrame.ts';

export const annexSheet = (frame: SheetFrame, annex: LetterAnnex): SheetModel =>
  sheetIn(frame, { subject: annex.title, stamp: '', blocks: annex.blocks, note: '', attachments: [] });
