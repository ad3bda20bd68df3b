import { addDays } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { calendarFor, workingDayOnOrAfter } from '../../domain/calendar/workCalendar.ts';
import type { DueMessage } from '../../domain/dunning/dunningPlan.ts';
import { type CommonFacts, type HandoverFacts, letterCountry } from '../../domain/letters/letterFacts.ts';
import { registerProblem } from '../../domain/printing/handoverRecipient.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { readWorkCalendar } from '../../ledger/followUp/followUpPlan.ts';
import { standardParty } from '../../ledger/customers/handover.ts';

/**
 * To whom the claim goes, and when: on the first working day after the last one on which the customer can still pay us. The announcement is
 * the last step of the ladder, so no later step tells the day. Errors: `handover-party-missing`, `handover-party-unregistered`.
 */
export function handoverFacts(db: ReadableDb, common: CommonFacts, { payBy, customerKind }: DueMessage): Result<Pick<HandoverFacts, 'recipient' | 'nextStep'>, AppError> {
  const party = standardParty(db, letterCountry(common));
  if (party === null) return err(appError('handover-party-missing'));
  const { kind, name } = party.fields;
  const problem = registerProblem(party.fields, customerKind);
  if (problem !== null) return err(problem);
  const on = workingDayOnOrAfter(addDays(payBy, 1), calendarFor(readWorkCalendar(db), common.customer.country));
  return ok({ recipient: { kind, name }, nextStep: { step: 'handover', on } });
}
