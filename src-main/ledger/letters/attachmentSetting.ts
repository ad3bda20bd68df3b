/** What goes along with messages: a setting of the administration. */
import { z } from 'zod';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { mailSizeLimits } from '../../domain/printing/mailSize.ts';
import { registeredByDefault } from '../../domain/printing/registeredPost.ts';
import type { ReadableDb } from '../connection.ts';
import { readSetting } from '../settings.ts';
import { prepared } from '../statements.ts';

export const attachmentSettingKey = 'attachments';
const zAttachmentSetting = z.object({
  enclosesInvoices: z.boolean(),
  mailLimitMb: z.number().int(),
  /** A list or calculation of several pages goes with a mail as a file of its own, instead of at the end of the letter. */
  annexApart: z.boolean().default(false),
  /** Steps whose letters go by registered post unless somebody says otherwise for one of them. */
  registeredSteps: z.array(z.string()).default([...registeredByDefault]),
});
export type AttachmentSetting = z.output<typeof zAttachmentSetting>;

/** Without a choice nothing goes along, and a mail may be as large as is usual. */
export const readAttachmentSetting = (db: ReadableDb): AttachmentSetting =>
  readSetting(db, attachmentSettingKey, zAttachmentSetting) ?? { enclosesInvoices: false, mailLimitMb: mailSizeLimits.usual, annexApart: false, registeredSteps: [...registeredByDefault] };

/** Whether copies of these documents go along: never when one of them is a claim for interest or costs, of which there is no invoice. */
export function enclosesCopiesOf(db: ReadableDb, documentIds: readonly DocumentId[]): boolean {
  if (!readAttachmentSetting(db).enclosesInvoices) return false;
  const isClaim = prepared<[DocumentId], { found: number }>(db, "SELECT 1 AS found FROM document WHERE id = ? AND kind = 'claim'");
  return documentIds.every((documentId) => isClaim.get(documentId) === undefined);
}

/** Whether a letter of this step goes by registered post: as was chosen for the one letter, else as the step says. An e-mail never does. */
export const goesRegistered = (db: ReadableDb, { step, channel, chosen }: { readonly step: string; readonly channel: 'email' | 'letter'; readonly chosen: boolean | null }): boolean =>
  channel === 'letter' && (chosen ?? readAttachmentSetting(db).registeredSteps.includes(step));
