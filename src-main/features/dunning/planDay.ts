import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, MessageId } from '../../../src-shared/ids.ts';
import type { DunningPlan } from '../../domain/dunning/dunningPlan.ts';
import type { Ledger, WritableDb } from '../../ledger/connection.ts';
import { removeSettledDueSteps, saveDueStep } from '../../ledger/followUp/dueSteps.ts';
import { readContacts } from '../../ledger/followUp/followUp.ts';
import { followUpPlan } from '../../ledger/followUp/followUpPlan.ts';
import { removePlannedExcept, savePlanned } from '../../ledger/followUp/messages.ts';
import { recipientOf } from './recipient.ts';

/** What the day's plan looked like when it was last written, so that a look at the screen does not write the same rows again. */
export type DayMemo = { signature: string };
export const createDayMemo = (): DayMemo => ({ signature: '' });

/** The plan of the day, and whether its rows were other than those that stood there. */
export type PlannedDay = { readonly plan: DunningPlan; readonly hasChanged: boolean };

function writeDay(db: WritableDb, plan: DunningPlan, at: string): void {
  const contacts = Map.groupBy(readContacts(db, null), (contact) => contact.customerId);
  const messages = new Map<CustomerId, MessageId>();
  removePlannedExcept(db, new Set(plan.due.map((due) => due.customerId)));
  for (const due of plan.due) {
    const recipient = recipientOf(db, due, contacts.get(due.customerId) ?? []);
    const messageId = savePlanned(db, {
      customerId: due.customerId,
      step: due.stepKey,
      plannedOn: due.sendOn,
      channel: due.channel,
      language: recipient.language,
      recipients: recipient.addresses,
      recipientName: recipient.name,
      payBy: due.payBy,
      reason: due.reason,
      cents: due.toPayCents,
      documents: due.items.map((item) => ({ documentId: item.documentId, open: item.openCents })),
    });
    messages.set(due.customerId, messageId);
    for (const item of due.items) {
      saveDueStep(db, { documentId: item.documentId, step: item.stepKey, dueOn: item.plannedFor, state: 'due', messageId, reason: item.reason, at });
    }
  }
  for (const held of plan.held) {
    for (const item of held.items) saveDueStep(db, { documentId: item.documentId, step: item.stepKey, dueOn: item.plannedFor, state: 'held', messageId: null, reason: held.reason, at });
  }
  for (const missed of plan.missed) {
    if (missed.kind === 'late') continue;
    saveDueStep(db, { documentId: missed.documentId, step: missed.stepKey, dueOn: missed.plannedFor, state: 'missed', messageId: null, reason: missed.reason, at });
  }
  removeSettledDueSteps(db);
}

/**
 * Plans the day and brings its rows up to date: one planned message per customer, one due row per document, step and day. Planning twice,
 * starting the program again or setting the clock back creates nothing a second time.
 */
export function planDay({ ledger, memo, today, at }: { readonly ledger: Ledger; readonly memo: DayMemo; readonly today: PlainDateText; readonly at: string }): PlannedDay {
  const plan = followUpPlan(ledger.read, { today, customerId: null });
  const recipients = Map.groupBy(readContacts(ledger.read, null), (contact) => contact.customerId);
  const signature = JSON.stringify([today, plan.due.map((due) => [due, recipientOf(ledger.read, due, recipients.get(due.customerId) ?? [])]), plan.held, plan.missed]);
  if (signature === memo.signature) return { plan, hasChanged: false };
  ledger.write((db) => writeDay(db, plan, at));
  memo.signature = signature;
  return { plan, hasChanged: true };
}
