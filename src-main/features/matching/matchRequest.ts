/** What the thread that matches is handed: pages of text in shared memory, because copying tens of megabytes into a message would be felt. */
import { z } from 'zod';
import { zMatchingPolicy } from '../../../src-shared/contract/cashApplication.ts';

const zShared = z.instanceof(SharedArrayBuffer);
export const zMatchRequest = z.strictObject({
  pages: z.array(zShared),
  receipts: z.array(zShared),
  leftToPeople: z.array(z.number()),
  revoked: z.array(z.string()),
  policy: zMatchingPolicy,
});
export type MatchRequest = z.output<typeof zMatchRequest>;

/** A text in memory that both threads see. */
export function sharedText(text: string): SharedArrayBuffer {
  const bytes = Buffer.from(text, 'utf8');
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

export const textOfShared = (shared: SharedArrayBuffer): string => Buffer.from(shared).toString('utf8');
