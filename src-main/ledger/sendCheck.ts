/** The last look before something leaves: is what the approved letter says still true? */
import type { Reason } from '../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';
import { type CodedReason, codedReason } from '../../src-shared/reasons.ts';
import { sumCents } from '../../src-shared/money.ts';
import type { DocumentId } from '../../src-shared/ids.ts';
import type { DunningFacts } from '../domain/dunning/dunningFacts.ts';
import { demandedCents } from '../domain/dunning/holdCauses.ts';
import type { ReadableDb } from './connection.ts';
import { readDunningFacts } from './dunningFactsRead.ts';
import { documentsOfMessage, type MessageRow } from './messages.ts';
import { prepared } from './statements.ts';

const asReason = (reason: CodedReason): Reason => ({ code: reason.code, params: { ...reason.params } });

/** Null when the message may go; otherwise why it must not: paid, credited, disputed, promised, on hold, insolvent, or money waiting to be matched. */
export function stillTrue(db: ReadableDb, message: MessageRow, today: PlainDateText): Reason | null {
  const documents = documentsOfMessage(db, message.messageId);
  const changed = documents.find((document) => document.openNow !== document.open);
  if (changed !== undefined) return asReason(codedReason('cancel-amount-changed', { number: changed.number }));
  const facts = readDunningFacts(db, { today, customerId: message.customerId });
  const [customer] = facts.customers;
  if (customer === undefined) return asReason(codedReason('cancel-amount-changed', { number: documents[0]?.number ?? '' }));
  if (customer.insolventOn !== null && customer.insolventOn <= today) return asReason(codedReason('cancel-insolvent', { sinceDate: customer.insolventOn }));
  const ids = new Set(documents.map((document) => document.documentId));
  const hold = customer.hold ?? facts.items.find((item) => ids.has(item.documentId) && item.hold !== null)?.hold ?? null;
  if (hold !== null) return asReason(codedReason('cancel-held', { untilDate: hold.until }));
  const [waiting] = customer.unmatchedReceipts;
  if (waiting !== undefined) return asReason(codedReason('cancel-unmatched', { amountCents: waiting.amountCents }));
  if (customer.promisedFor !== null && customer.promisedFor >= today) return asReason(codedReason('cancel-promised', { promiseDate: customer.promisedFor }));
  const disputed = prepared<[number, string], { number: string }>(
    db,
    `SELECT d.number FROM message_document md JOIN dispute x ON x.document_id = md.document_id JOIN document d ON d.id = md.document_id
     WHERE md.message_id = ? AND x.resolved_on IS NULL AND x.id > coalesce((SELECT max(json_extract(e.detail, '$.lastDispute')) FROM event e WHERE e.kind = 'message-approved' AND e.subject_id = md.message_id AND e.at = ?), 0) LIMIT 1`,
  ).get(message.messageId, message.approvedAt ?? '');
  if (disputed !== undefined) return asReason(codedReason('cancel-disputed', { number: disputed.number }));
  return asks(facts, ids) === message.cents ? null : asReason(codedReason('cancel-balance-changed', {}));
}

/** What a letter about these documents would ask now: open without what is disputed, less the open credit of the customer. */
function asks({ items }: DunningFacts, ids: ReadonlySet<DocumentId>): number {
  const own = items.filter((item) => ids.has(item.documentId));
  const credits = items.filter((item) => item.openCents < 0 && item.currency === own[0]?.currency);
  return sumCents([...own.map(demandedCents), ...credits.map((item) => item.openCents)]);
}

/** The newest dispute there is, to be remembered at approval: a later one stops the message. */
export const newestDispute = (db: ReadableDb): number => prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM dispute').get()?.id ?? 0;
