import { z } from 'zod';
import { zDone, zFileRef, zNothing } from './common.ts';
import { reads, runs, writes } from './method.ts';

/** A picture of a whole page: none, one that is kept, or one that waits among the uploaded files. */
const zPicture = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('stored'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ kind: z.literal('staged'), stagedId: z.string().min(1).max(100) }),
]);
const zMillimetres = z.number().min(0).max(297);
/** `own`: head and foot stand on the paper. Margins: where the text begins on page 1, on the others, and where it ends, from the top of the page. */
const zPaper = z.strictObject({
  kind: z.enum(['ours', 'own']),
  first: zPicture,
  following: zPicture,
  /** Name of the file that the pictures were made of, as the user knows it. */
  fileName: z.string().max(200),
  /** The sheets in the printer are printed already: print files leave the pictures out, mail has them. */
  isPreprinted: z.boolean(),
  folds: z.boolean(),
  punch: z.boolean(),
  margins: z.strictObject({ top: zMillimetres, nextTop: zMillimetres, bottom: zMillimetres }),
});
export type PaperDraft = z.output<typeof zPaper>;
const zLimit = z.strictObject({ least: zMillimetres, most: zMillimetres });

export const paper = {
  /** The paper of the letters as it is kept, and what margins may be. */
  'settings.paper': reads(zNothing, z.strictObject({ paper: zPaper, limits: z.strictObject({ top: zLimit, nextTop: zLimit, bottom: zLimit }) })),
  /**
   * Keeps paper and marks; letters that are approved already stay as they are. Errors: `letter-paper-unreadable` for a picture that is none or
   * is gone, `letter-paper-margins` for margins outside the limits.
   */
  'settings.savePaper': writes(zPaper, zDone),
  /** A letter to an invented customer on this paper, one page or several. Errors as above, and `letter-sender-incomplete`. */
  'settings.previewPaper': runs(z.strictObject({ paper: zPaper, isLong: z.boolean() }), zFileRef),
} as const;
