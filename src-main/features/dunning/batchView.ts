import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import type { DueMessage, DunningPlan } from '../../domain/dunning/dunningPlan.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import { atOnce, inTurns } from '../../ledger/inTurns.ts';
import { goesRegistered } from '../../ledger/letters/attachmentSetting.ts';
import { readContacts } from '../../ledger/followUp/followUp.ts';
import { documentsOfMessage, messagesInState, noEdits, type MessageRow } from '../../ledger/followUp/messages.ts';
import { readOpenItems } from '../../ledger/documents/openItems.ts';
import { changesSoFar, customerNames } from '../../ledger/presence.ts';
import { composePlanned, editsOf, type Given } from './composeMessage.ts';
import { recipientWarnings } from './recipientWarnings.ts';

type Batch = OutputOf<'batch.list'>;
export type BatchView = { readonly items: Batch['items']; readonly held: Batch['held']; readonly names: ReadonlyMap<CustomerId, string> };

const asReason = (reason: CodedReason) => ({ code: reason.code, params: { ...reason.params } });

function itemOf(db: ReadableDb, message: MessageRow, due: DueMessage, shared: Given & { readonly contacts: ReturnType<typeof readContacts> }): Batch['items'][number] {
  const composed = composePlanned(db, message, due, { ...shared, edits: editsOf(message) });
  const numbers = new Map(documentsOfMessage(db, message.messageId).map((document) => [document.documentId, document.number]));
  const edits = editsOf(message);
  return {
    messageId: message.messageId,
    customerId: message.customerId,
    customerName: message.customerName,
    step: due.stepKey,
    channel: message.channel,
    language: message.language,
    recipient: message.recipient,
    recipientName: message.recipientName,
    documents: due.items.map((item) => ({ documentId: item.documentId, number: numbers.get(item.documentId) ?? '', dueDate: item.dueDate, daysOverdue: item.daysOverdue, open: item.demandedCents })),
    cents: composed.ok ? composed.value.letter.claim.cents : due.toPayCents,
    chargesCents: composed.ok ? subtractCents(composed.value.letter.claim.cents, due.toPayCents) : zeroCents,
    approval: due.approval,
    reason: asReason(due.reason),
    warnings: [...recipientWarnings(message, due, shared.contacts), ...(composed.ok && composed.value.isSetAside ? [codedReason('warn-template-set-aside', {})] : [])].map(asReason),
    blocked: composed.ok ? null : { code: composed.error.code, params: { ...composed.error.params } },
    isRegistered: goesRegistered(db, { step: due.stepKey, channel: message.channel, chosen: edits.isRegistered }),
    isEdited: JSON.stringify(edits) !== JSON.stringify(noEdits),
    payBy: due.payBy,
    sendOn: due.sendOn,
  };
}

type Seen = { readonly today: PlainDateText; readonly changes: number; readonly view: Promise<BatchView> };
const seen = new WeakMap<ReadableDb, Seen>();
/** So often what was composed is thrown away because something was written meanwhile; then it is done in one go. */
const patience = 2;

export type PlannedView = { readonly plan: DunningPlan; readonly view: BatchView };

/**
 * The day's messages as rows, each composed once so that what cannot be sent says so before approval; and what waits, with why. Composing
 * thousands takes seconds, so it is done in turns, the answer is shared by whoever asks meanwhile, and kept until something is written or the
 * day is another.
 */
export async function batchView(db: ReadableDb, planNow: () => DunningPlan, given: Given): Promise<PlannedView> {
  for (let attempt = 0; ; attempt += 1) {
    const plan = planNow();
    const changes = changesSoFar(db);
    const known = seen.get(db);
    const isKnown = known !== undefined && known.today === given.today && known.changes === changes;
    const steps = composedView(db, plan, given);
    const view = isKnown ? known.view : attempt < patience ? inTurns(steps) : Promise.resolve(atOnce(steps));
    if (!isKnown) seen.set(db, { today: given.today, changes, view });
    try {
      const made = await view;
      if (changesSoFar(db) === changes) return { plan, view: made };
    } catch (error) {
      seen.delete(db);
      throw error;
    }
    if (attempt >= patience) return { plan, view: await view };
  }
}

function* composedView(db: ReadableDb, plan: DunningPlan, given: Given): Steps<BatchView> {
  const { today } = given;
  const names = customerNames(db) as ReadonlyMap<CustomerId, string>;
  const contacts = readContacts(db, null);
  const planned = new Map(messagesInState(db, 'planned').map((message) => [message.customerId, message]));
  const items: Batch['items'] = [];
  for (const due of plan.due) {
    yield;
    const message = planned.get(due.customerId);
    if (message !== undefined) items.push(itemOf(db, message, due, { ...given, contacts }));
  }
  const heldIds = new Set(plan.held.map((held) => held.customerId));
  const numbers = heldIds.size === 0 ? new Map<DocumentId, string>() : new Map(readOpenItems(db, { asOf: today, customerId: null }).map((item) => [item.documentId, item.number]));
  const held = plan.held.map((entry) => ({
    customerId: entry.customerId,
    customerName: names.get(entry.customerId) ?? '',
    holdId: entry.holdId,
    documents: entry.items.map((item) => ({ documentId: item.documentId, number: numbers.get(item.documentId) ?? '', open: item.cents })),
    cents: sumCents(entry.items.map((item) => item.cents)),
    reason: asReason(entry.reason),
    until: entry.until,
  }));
  return { items, held, names };
}
