/** The last look before something leaves: is what the approved letter says still true? */
import { z } from 'zod';
import type { Reason } from '../../../src-shared/contract/common.ts';
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { isCorrespondence } from '../../../src-shared/correspondence.ts';
import { sumCents } from '../../../src-shared/money.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { belgianFirstReminderTerm } from '../../domain/calendar/legalTerms.ts';
import { addWorkingDays, calendarFor, nextWorkingDay } from '../../domain/calendar/workCalendar.ts';
import { type DunningCustomer, type DunningFacts, standardPolicy } from '../../domain/dunning/dunningFacts.ts';
import { demandedCents, planHold } from '../../domain/dunning/holdCauses.ts';
import type { ReadableDb } from '../connection.ts';
import { notToBeAsked } from '../customers/notToBeAsked.ts';
import { changedDocument, isWholeStatement } from './correspondence.ts';
import { readDunningFacts } from './dunningFactsRead.ts';
import { readWorkCalendar } from './followUpPlan.ts';
import { documentsOfMessage, type MessageRow } from './messages.ts';
import { prepared } from '../statements.ts';

const asReason = (reason: CodedReason): Reason => ({ code: reason.code, params: { ...reason.params } });

/**
 * Null when the message may go; otherwise why it must not: paid, credited, disputed, promised, in a payment plan, on hold, insolvent, money waiting to be
 * matched, an address that is no longer the customer's, or a deadline that has come too near while the message waited.
 */
export function stillTrue(db: ReadableDb, message: MessageRow, today: PlainDateText): Reason | null {
  if (isCorrespondence(message.step)) return correspondenceHolds(db, message);
  const documents = documentsOfMessage(db, message.messageId);
  const changed = documents.find((document) => document.openNow !== document.open);
  if (changed !== undefined) return asReason(codedReason('cancel-amount-changed', { number: changed.number }));
  const facts = readDunningFacts(db, { today, customerId: message.customerId });
  const [customer] = facts.customers;
  if (customer === undefined) return asReason(codedReason('cancel-amount-changed', { number: documents[0]?.number ?? '' }));
  // As in the plan: what is known counts whatever the clock of this computer says.
  if (customer.insolventOn !== null) return asReason(codedReason('cancel-insolvent', { sinceDate: customer.insolventOn }));
  if (customer.handedOver !== null) return asReason(codedReason('cancel-handed-over', customer.handedOver));
  const ids = new Set(documents.map((document) => document.documentId));
  const hold = customer.hold ?? facts.items.find((item) => ids.has(item.documentId) && item.hold !== null)?.hold ?? null;
  if (hold !== null) return asReason(codedReason('cancel-held', { untilDate: hold.until }));
  const [waiting] = customer.unmatchedReceipts;
  const named = facts.items.find((item) => ids.has(item.documentId) && item.namedReceipt !== null)?.namedReceipt ?? null;
  if (named !== null) return asReason(codedReason('cancel-named-receipt', { amountCents: named.amountCents, bookDate: named.bookDate, payer: named.payer }));
  const alike = facts.items.find((item) => ids.has(item.documentId) && item.sameAmountReceipt !== null)?.sameAmountReceipt ?? null;
  if (alike !== null) return asReason(codedReason('cancel-same-amount', { amountCents: alike.amountCents }));
  if (waiting !== undefined) return asReason(codedReason('cancel-unmatched', { amountCents: waiting.amountCents }));
  if (customer.promisedFor !== null && graceEnd(db, customer, customer.promisedFor) >= today) return asReason(codedReason('cancel-promised', { promiseDate: customer.promisedFor }));
  const planned = plannedCause(db, facts.items.filter((item) => ids.has(item.documentId)), { country: customer.country, today });
  if (planned !== null) return planned;
  const disputed = prepared<[number, string], { number: string }>(
    db,
    `SELECT d.number FROM message_document md JOIN dispute x ON x.document_id = md.document_id JOIN document d ON d.id = md.document_id
     WHERE md.message_id = ? AND x.resolved_on IS NULL AND x.id > coalesce((SELECT max(json_extract(e.detail, '$.lastDispute')) FROM event e WHERE e.kind = 'message-approved' AND e.subject_id = md.message_id AND e.at = ?), 0) LIMIT 1`,
  ).get(message.messageId, message.approvedAt ?? '');
  if (disputed !== undefined) return asReason(codedReason('cancel-disputed', { number: disputed.number }));
  if (isDecidedSince(db, message)) return asReason(codedReason('cancel-claim-decided', {}));
  if (asks(facts, ids) !== message.cents) return asReason(codedReason('cancel-balance-changed', {}));
  if (isForeignAddress(db, message)) return asReason(codedReason('cancel-recipient', { address: message.recipient }));
  return isTooLate(message, customer, today) ? asReason(codedReason('cancel-too-late', { payByDate: message.payBy })) : null;
}

/** A letter outside the ladders asks nothing new: it may go while what it lists stands as it did and the address is the customer's. */
function correspondenceHolds(db: ReadableDb, message: MessageRow): Reason | null {
  const changed = changedDocument(db, message.messageId);
  if (changed !== null) return asReason(codedReason('cancel-amount-changed', { number: changed }));
  if (message.step === 'account-statement') {
    const barred = notToBeAsked(db, message.customerId);
    if (barred?.kind === 'insolvent') return asReason(codedReason('cancel-insolvent', { sinceDate: barred.sinceDate }));
    if (barred?.kind === 'handed-over') return asReason(codedReason('cancel-handed-over', { to: barred.to, sinceDate: barred.sinceDate }));
    if (!isWholeStatement(db, message)) return asReason(codedReason('cancel-balance-changed', {}));
  }
  return isForeignAddress(db, message) ? asReason(codedReason('cancel-recipient', { address: message.recipient })) : null;
}

const graceEnd = (db: ReadableDb, { country }: DunningCustomer, promisedFor: PlainDateText): PlainDateText =>
  addWorkingDays(promisedFor, standardPolicy.promiseGraceDays, calendarFor(readWorkCalendar(db), country));

/** Why a payment plan over one of the documents holds follow-up; null without one that does. */
function plannedCause(db: ReadableDb, items: DunningFacts['items'], { country, today }: { readonly country: string; readonly today: PlainDateText }): Reason | null {
  const day = { today, calendar: calendarFor(readWorkCalendar(db), country), policy: standardPolicy };
  for (const item of items) {
    const holding = planHold(item, day);
    if (holding === null || item.plannedPayment === null) continue;
    const { reference } = item.plannedPayment;
    return asReason(holding.until === null ? codedReason('cancel-plan-notice', { reference }) : codedReason('cancel-payment-plan', { reference, untilDate: holding.until }));
  }
  return null;
}

/** A mail to an address that neither the customer nor a contact has any more, unless the user typed it for this message. */
function isForeignAddress(db: ReadableDb, { channel, customerId, recipient, edits }: MessageRow): boolean {
  if (channel !== 'email' || zTyped.parse(JSON.parse(edits)).recipient === recipient) return false;
  const known = prepared<[{ customerId: number; recipient: string }], { found: number }>(
    db,
    `SELECT 1 AS found FROM customer WHERE id = @customerId AND lower(email) = lower(@recipient)
     UNION ALL SELECT 1 FROM contact WHERE customer_id = @customerId AND removed_at IS NULL AND lower(email) = lower(@recipient)`,
  ).get({ customerId, recipient });
  return known === undefined;
}

/** Interest or costs were waived or booked since the approval: a letter that asks them beside the invoices says too much. */
const isDecidedSince = (db: ReadableDb, { customerId, approvedAt }: MessageRow): boolean =>
  prepared<[number, string], { found: number }>(db, `SELECT 1 AS found FROM claim_decision WHERE customer_id = ? AND decision IN ('waive', 'book') AND at > ? LIMIT 1`).get(customerId, approvedAt ?? '') !== undefined;

const zTyped = z.object({ recipient: z.string().nullish() });

/** Fewer days to pay than this are not asked for in a mail that should have gone earlier. */
const fewestDays = 3;

/**
 * A message that waited: the day to pay by is over, nearly over, or before the end of the legal term of the first reminder to a Belgian
 * consumer, which counts from the day it really goes (WER art. XIX.2). It is planned again with a day that is right.
 */
function isTooLate({ step, channel, plannedOn, payBy }: MessageRow, customer: DunningCustomer, today: PlainDateText): boolean {
  if (plannedOn >= today) return false;
  if (payBy <= today || (channel === 'email' && daysBetween(today, payBy) < fewestDays)) return true;
  if (step !== 'reminder-1' || customer.kind !== 'consumer' || customer.country !== 'BE') return false;
  const sentOn = channel === 'letter' ? nextWorkingDay(today, { countries: ['BE'], quietPeriods: [] }) : today;
  return payBy < belgianFirstReminderTerm(sentOn, channel).lastFreeDay;
}

/** What a letter about these documents would ask now: open without what is disputed, less the open credit of the customer. */
function asks({ items }: DunningFacts, ids: ReadonlySet<DocumentId>): number {
  const own = items.filter((item) => ids.has(item.documentId));
  const credits = items.filter((item) => item.openCents < 0 && item.currency === own[0]?.currency);
  return sumCents([...own.map(demandedCents), ...credits.map((item) => item.openCents)]);
}

/** The newest dispute there is, to be remembered at approval: a later one stops the message. */
export const newestDispute = (db: ReadableDb): number => prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM dispute').get()?.id ?? 0;
