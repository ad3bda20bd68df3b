import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { MessageId } from '../../../src-shared/ids.ts';
import type { LetterModel } from '../../../src-shared/letter.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { DueMessage } from '../../domain/dunning/dunningPlan.ts';
import { openOf } from '../../domain/letters/letterContext.ts';
import type { LetterFacts } from '../../domain/letters/letterFacts.ts';
import { withoutAnnexes } from '../../domain/printing/annexesApart.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { followUpPlan } from '../../ledger/followUp/followUpPlan.ts';
import { type MessageEdits, type MessageRow, messageById, noEdits } from '../../ledger/followUp/messages.ts';
import { onOwnPaper } from '../../ledger/letters/paperSetting.ts';
import type { ClaimsOf } from './claimsOf.ts';
import { letterFactsOf } from './letterFactsOf.ts';
import { mailInOwnWords, type WordedMail } from './messageTemplate.ts';

export type Composed = { readonly message: MessageRow; readonly due: DueMessage; readonly facts: LetterFacts; readonly letter: LetterModel } & WordedMail;

export const editsOf = (message: MessageRow): MessageEdits => ({ ...noEdits, ...(JSON.parse(message.edits) as Partial<MessageEdits>) });

/** The day, and who knows what the law lets ask. */
export type Given = { readonly today: PlainDateText; readonly claimsOf: ClaimsOf };

/** Writes a planned message from the ledger as it is now. `message-not-due` when its customer has nothing due any more. */
export function composePlanned(db: ReadableDb, message: MessageRow, due: DueMessage, { edits, ...given }: Given & { readonly edits: MessageEdits }): Result<Composed, AppError> {
  const facts = letterFactsOf(db, { message, edits, due, ...given });
  if (!facts.ok) return facts;
  const worded = mailInOwnWords(db, facts.value);
  if (!worded.ok) return worded;
  const { letter: whole } = worded.value.mail;
  const letter = onOwnPaper(db, facts.value.isAnnexApart === true ? withoutAnnexes(whole) : whole);
  // Whatever was read where: a letter about another amount than the plan is not written. What the law adds comes on top of it.
  if (openOf(facts.value.items) !== due.toPayCents) return err(appError('message-not-due', { customer: message.customerName }));
  return ok({ message, due, facts: facts.value, letter, ...worded.value });
}

/** The same for one message by its id, with a fresh plan of its customer. */
export function composeById(db: ReadableDb, messageId: MessageId, { edits, ...given }: Given & { readonly edits?: MessageEdits }): Result<Composed, AppError> {
  const message = messageById(db, messageId);
  if (message === null) return err(appError('not-found', { what: 'message', id: messageId }));
  if (message.state !== 'planned') return err(appError('message-not-due', { customer: message.customerName }));
  const due = followUpPlan(db, { today: given.today, customerId: message.customerId }).due[0];
  if (due === undefined) return err(appError('message-not-due', { customer: message.customerName }));
  return composePlanned(db, message, due, { ...given, edits: edits ?? editsOf(message) });
}

