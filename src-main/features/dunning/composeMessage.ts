import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { MessageId } from '../../../src-shared/ids.ts';
import type { LetterModel } from '../../../src-shared/letter.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { DueMessage } from '../../domain/dunning/dunningPlan.ts';
import { buildMail, type LetterMail } from '../../domain/letters/buildMail.ts';
import type { LetterFacts } from '../../domain/letters/letterFacts.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { followUpPlan } from '../../ledger/followUpPlan.ts';
import { type MessageEdits, type MessageRow, messageById, noEdits } from '../../ledger/messages.ts';
import { letterFactsOf } from './letterFactsOf.ts';

export type Composed = { readonly message: MessageRow; readonly due: DueMessage; readonly facts: LetterFacts; readonly mail: LetterMail; readonly letter: LetterModel };

export const editsOf = (message: MessageRow): MessageEdits => ({ ...noEdits, ...(JSON.parse(message.edits) as Partial<MessageEdits>) });

/** Writes a planned message from the ledger as it is now. `message-not-due` when its customer has nothing due any more. */
export function composePlanned(db: ReadableDb, message: MessageRow, due: DueMessage, { today, edits }: { readonly today: PlainDateText; readonly edits: MessageEdits }): Result<Composed, AppError> {
  const facts = letterFactsOf(db, { message, edits, due, today });
  if (!facts.ok) return facts;
  const mail = buildMail(facts.value);
  if (!mail.ok) return mail;
  const { letter } = mail.value;
  // Whatever was read where: a letter that asks another amount than the plan is not written.
  if (letter.claim.cents !== due.toPayCents) return err(appError('message-not-due', { customer: message.customerName }));
  return ok({ message, due, facts: facts.value, mail: mail.value, letter });
}

/** The same for one message by its id, with a fresh plan of its customer. */
export function composeById(db: ReadableDb, messageId: MessageId, today: PlainDateText, edits?: MessageEdits): Result<Composed, AppError> {
  const message = messageById(db, messageId);
  if (message === null) return err(appError('not-found', { what: 'message', id: messageId }));
  if (message.state !== 'planned') return err(appError('message-not-due', { customer: message.customerName }));
  const due = followUpPlan(db, { today, customerId: message.customerId }).due[0];
  if (due === undefined) return err(appError('message-not-due', { customer: message.customerName }));
  return composePlanned(db, message, due, { today, edits: edits ?? editsOf(message) });
}

