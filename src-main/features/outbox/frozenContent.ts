/** What was frozen at approval and is needed again for printing and sending. Messages of an earlier version carry less. */
import { z } from 'zod';
import type { LetterModel } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import type { MessageRow } from '../../ledger/followUp/messages.ts';

// Sheets and letters were written by ourselves at approval, from these very types.
const zSheet = z.custom<SheetModel>((value) => typeof value === 'object' && value !== null);
export const zEnclosures = z.array(z.object({ name: z.string(), sha256: z.string(), sheet: zSheet.nullable() })).default([]);
const zPost = z.object({ name: z.string(), street: z.string(), postcode: z.string(), city: z.string(), country: z.string() });
/** What the letter itself says of its way; null: nothing, or ordinary post. */
const zSending = z.enum(['registered', 'registered-and-ordinary']).nullable().default(null);
const zFrozenLetter = z.object({
  letter: z.custom<LetterModel>((value) => typeof value === 'object' && value !== null),
  post: zPost.nullable().default(null),
  enclosures: zEnclosures,
  sending: zSending,
});
export type PostalAddress = z.output<typeof zPost>;
export type FrozenLetter = { readonly letter: LetterModel; readonly enclosures: readonly SheetModel[]; readonly post: PostalAddress; readonly sending: z.output<typeof zSending> };

/** The name and, as far as it is known, the address of a message of an earlier version: its lines, without guessing at their parts. */
const postOf = ({ address: [name = '', ...lines] }: LetterModel): PostalAddress => ({ name, street: lines.join(', '), postcode: '', city: '', country: '' });

export function frozenLetter({ content }: MessageRow): FrozenLetter {
  const { letter, post, enclosures, sending } = zFrozenLetter.parse(JSON.parse(content ?? '{}'));
  return { letter, post: post ?? postOf(letter), enclosures: enclosures.flatMap(({ sheet }) => (sheet === null ? [] : [sheet])), sending };
}

export const enclosuresOfMessage = ({ content }: MessageRow): z.output<typeof zEnclosures> =>
  z.object({ enclosures: zEnclosures }).parse(JSON.parse(content === null || content === '' ? '{}' : content)).enclosures;

export const sendingOfMessage = ({ content }: MessageRow): z.output<typeof zSending> => z.object({ sending: zSending }).parse(JSON.parse(content === null || content === '' ? '{}' : content)).sending;
