import { z } from 'zod';
import type { ReadableDb } from '../../ledger/connection.ts';
import { readSetting } from '../../ledger/settings.ts';
import type { Composed } from './composeMessage.ts';

const zFrom = z.object({ fromName: z.string(), fromAddress: z.string() });

/** Who the customer sees as the sender of a mail: as set with the mail server, and before that as the company's profile says. */
export function senderLine(db: ReadableDb, { facts }: Pick<Composed, 'facts'>): string {
  const from = readSetting(db, 'smtp', zFrom);
  const [name, address] = from === null || from.fromAddress === '' ? [facts.sender.name, facts.sender.email] : [from.fromName, from.fromAddress];
  return [name, address].filter((part) => part !== '').join(', ').slice(0, 400);
}
