import { z } from 'zod';
import { zCallReason } from '../../../src-shared/contract/customers.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { CustomerId, MessageId } from '../../../src-shared/ids.ts';
import { type Cents, negateCents } from '../../../src-shared/money.ts';
import { codedReason, type ReasonCode } from '../../../src-shared/reasons.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { decisionsOfCustomer, type HistoryLine, type JournalLine, journalOfCustomer, type MessageLine, messagesOfCustomer } from '../../ledger/customers/customerRead.ts';

type Event = OutputOf<'customers.timeline'>['events'][number];
export type TimelineFilter = 'all' | 'messages' | 'receipts' | 'notes';
const limit = 1500;
const zReason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

const blank: Pick<Event, 'recordedAt' | 'detail' | 'cents' | 'messageId' | 'documentId' | 'callReason' | 'undoEntryIds'> = { callReason: null, recordedAt: null, detail: '', cents: null, messageId: null, documentId: null, undoEntryIds: [] };

const journalTitles: Readonly<Record<string, ReasonCode>> = {
  'invoice': 'timeline-invoice',
  'credit-note': 'timeline-credit-note',
  'opening-item': 'timeline-invoice',
  'allocation': 'timeline-receipt',
  'set-off': 'timeline-set-off',
  'return': 'timeline-return',
  'refund': 'timeline-refund',
  'difference': 'timeline-difference',
  'claim': 'timeline-claim',
};

const kindOf: Readonly<Record<string, Event['kind']>> = { 'allocation': 'receipt', 'set-off': 'receipt', 'return': 'undo', 'refund': 'receipt', 'difference': 'receipt' };
/** What a person can take back with one click. */
const undoable: ReadonlySet<string> = new Set(['allocation', 'return', 'refund']);

/** The parts of one assignment are one event: what came in, and what it paid. */
function journalEvents(lines: readonly JournalLine[]): readonly (Event | null)[] {
  return [...Map.groupBy(lines, (line) => line.entryId).values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined || parts.length === 1 || (!undoable.has(first.kind) && first.undoes === null)) return parts.map(journalEvent);
    const number = parts.map((part) => part.number).toSorted().join(', ');
    return [journalEvent({ ...first, number, cents: parts.reduce((sum, part) => sum + part.cents, 0) as Cents })];
  });
}

/** Money in lowers what is owed; the timeline shows it as an amount received. */
function journalEvent(line: JournalLine): Event | null {
  const title = line.undoes !== null ? 'timeline-undone' : journalTitles[line.kind];
  if (title === undefined || (line.kind === 'set-off' && line.cents > 0 && line.undoes === null)) return null;
  const isReceipt = line.kind === 'allocation';
  const kind = line.undoes !== null ? 'undo' : (kindOf[line.kind] ?? (line.cents < 0 ? 'creditNote' : 'invoice'));
  return {
    ...blank,
    key: `entry-${line.entryId}-${line.documentId}`,
    at: line.on,
    recordedAt: line.recordedAt,
    kind,
    title: codedReason(title, { number: line.number }),
    detail: line.counterName ?? '',
    cents: (isReceipt ? negateCents(line.cents) : line.cents) as Cents,
    documentId: line.documentId,
    undoEntryIds: undoable.has(line.kind) && line.isUndone === 0 && line.undoes === null ? [line.entryId] : [],
  };
}

const messageTitles: Readonly<Record<string, ReasonCode>> = {
  sent: 'timeline-message',
  approved: 'timeline-message-waiting',
  sending: 'timeline-message-waiting',
  unconfirmed: 'timeline-message-unconfirmed',
  failed: 'timeline-message-failed',
};

const messageEvent = (line: MessageLine): Event => ({
  ...blank,
  key: `message-${line.messageId}`,
  at: line.on,
  recordedAt: line.at,
  kind: 'message',
  title: codedReason(messageTitles[line.state] ?? 'timeline-message-failed', { step: line.step }),
  detail: `${line.recipient.split('\n', 1)[0] ?? ''} · ${line.numbers}`,
  cents: line.cents,
  messageId: line.messageId as MessageId,
});

function decisionTitle(line: HistoryLine): Event['title'] {
  switch (line.kind) {
    case 'note':
      return codedReason('timeline-note', {});
    case 'call':
      return codedReason('timeline-call', {});
    case 'hold':
      return line.ended === 1 ? codedReason('timeline-hold-ended', {}) : codedReason('timeline-hold', { untilDate: line.until ?? line.on });
    case 'dispute':
      return codedReason(line.ended === 1 ? 'timeline-dispute-resolved' : 'timeline-dispute', { number: line.number });
    case 'promise':
      // A payment plan is a promise in parts; it carries its reference.
      if (line.number !== '') return codedReason(line.ended === 1 ? 'timeline-plan-ended' : 'timeline-plan', { reference: line.number });
      return codedReason('timeline-promise', { promiseDate: line.until ?? line.on });
    case 'handover':
      return codedReason(line.ended === 1 ? 'timeline-handover-ended' : 'timeline-handover', {});
    case 'step-done':
      return codedReason('timeline-step-done', { step: line.number });
    case 'interest-waive':
      return codedReason('timeline-interest-waived', {});
    case 'costs-waive':
      return codedReason('timeline-costs-waived', {});
    case 'interest-keep':
    case 'costs-keep':
      return codedReason('timeline-claim-kept', {});
  }
}

const ownKinds: ReadonlySet<string> = new Set(['note', 'call', 'hold', 'dispute', 'promise']);
/** What a person decided beside these is shown as a note. */
const kindOfDecision = ({ kind }: HistoryLine): Event['kind'] => (ownKinds.has(kind) ? (kind as Event['kind']) : 'note');

const decisionEvent = (line: HistoryLine): Event => ({ ...blank, key: line.key, at: line.on, recordedAt: line.at, kind: kindOfDecision(line), title: decisionTitle(line), detail: line.text, cents: line.cents, callReason: zCallReason.safeParse(line.callReason).data ?? null });

const kinds: Readonly<Record<TimelineFilter, readonly Event['kind'][] | null>> = {
  all: null,
  messages: ['message'],
  receipts: ['receipt', 'undo'],
  notes: ['note', 'call', 'hold', 'dispute', 'promise'],
};

/** Invoices, receipts, messages, notes and decisions of a customer in one line of time, newest first. */
export function customerTimeline(db: ReadableDb, customerId: CustomerId, filter: TimelineFilter): readonly Event[] {
  const events = [
    ...journalEvents(journalOfCustomer(db, customerId, limit)),
    ...messagesOfCustomer(db, customerId).map(messageEvent),
    ...decisionsOfCustomer(db, customerId).map(decisionEvent),
  ].filter((event) => event !== null);
  const wanted = kinds[filter];
  const order = (event: Event): string => `${event.at}${event.recordedAt ?? ''}`;
  return events
    .filter((event) => wanted === null || wanted.includes(event.kind))
    .sort((a, b) => order(b).localeCompare(order(a)))
    .slice(0, 2000);
}

/** A reason as it was stored with an entry; null when it is none that can be shown. */
export function storedReason(text: string): z.output<typeof zReason> | null {
  const parsed = zReason.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

