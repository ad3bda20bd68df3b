import { z } from 'zod';
import type { HandlerResult, Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { appError } from '../../../src-shared/errors.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { MatchIndex } from '../../domain/matching/matchIndex.ts';
import { matchReceipts } from '../../domain/matching/matchReceipts.ts';
import type { Evidence, MatchReceipt } from '../../domain/matching/matchTypes.ts';
import { proposeCandidates } from '../../domain/matching/proposeCandidates.ts';
import { receiptsBetween } from '../../ledger/documents/agingOverTime.ts';
import { parkAsUnrelated, parkReceipt, undoAllocations } from '../../ledger/cash/allocations.ts';
import { saveAccountOwnership } from '../../ledger/bank/accountOwnership.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import { accountRows, type AllocationRow, assignedByProgram, type ReceiptRow, receiptById, recentAllocations } from '../../ledger/cash/matchingRead.ts';
import { statementGaps } from '../../ledger/bank/statementGaps.ts';
import { readOpenItems, readUnmatched } from '../../ledger/documents/openItems.ts';
import { assignReceipt, receiptsLeftToPeople } from '../../ledger/cash/receiptPayer.ts';
import { atOnce, inTurns } from '../../ledger/inTurns.ts';
import { adviceMethods } from './adviceMethods.ts';
import { cashMethods } from './cashMethods.ts';
import { decideByPerson, onlyParts } from './decideReceiptByPerson.ts';
import { knownInSteps } from './knownNow.ts';
import { learningMethods } from './learningMethods.ts';
import type { MatchingContext } from './matchingContext.ts';
import { isSmallRun, type MatchingRun, runLargeMatching, runMatching } from './runMatching.ts';
import { toMatch, toReceipt, waitingInSteps, waitingReceipts } from './waitingReceipts.ts';

type Methods =
  | 'bank.accounts'
  | 'bank.saveAccount'
  | 'bank.unmatched'
  | 'bank.candidates'
  | 'bank.openItems'
  | 'bank.allocate'
  | 'bank.assignCustomer'
  | 'bank.park'
  | 'bank.unpark'
  | 'bank.undoAllocation'
  | 'bank.allocations'
  | 'matching.run';

const done = ok({ done: true as const });
/** Parts of one decision, by the contract. */
const mostParts = 200;
const zStoredReason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

const differenceAccounts = { 'early-payment-discount': 'early-payment-discount', 'bank-costs': 'bank-charges', 'small-difference': 'payment-difference' } as const;

const inList = 'unmatched-in-list';

type Detail = OutputOf<'bank.candidates'>;

/** Why a receipt waits. Of one whose decision a person undid only that a list may hold it already, which is said by a key of its own. */
function whyWaiting(receipt: MatchReceipt, index: MatchIndex, isLeftToPeople: boolean): Detail['why'] {
  const [decision] = matchReceipts([receipt], index);
  if (decision === undefined || decision.outcome === 'booked' || (isLeftToPeople && decision.reason.code !== inList)) return null;
  return { code: decision.reason.code, params: { ...decision.reason.params } };
}

/** In steps: with very many documents, what is known is read for a while. */
function* candidates(db: ReadableDb, row: ReceiptRow, today: PlainDateText): Steps<Pick<Detail, 'proposals' | 'why'>> {
  const { material, index } = yield* knownInSteps(db, today);
  const names = new Map(material.customers.map((customer) => [customer.customerId, customer.name]));
  const items = new Map(material.items.map((item) => [item.documentId, item]));
  const receipt = toMatch(row);
  const why = whyWaiting(receipt, index, receiptsLeftToPeople(db).has(row.bankEntryId));
  // Booked as any other payment it would be taken off a second time.
  const beside: readonly Evidence[] = why?.code === inList ? [{ stance: 'against', reason: codedReason('against-in-list', {}) }] : [];
  // Of more parts than one decision can book nothing is proposed: it could not be confirmed.
  const possible = proposeCandidates(receipt, index).filter(({ parts, differences }) => parts.length <= mostParts && differences.length <= mostParts);
  const proposals = possible.map((candidate) => ({
    customerId: candidate.customerId,
    customerName: names.get(candidate.customerId) ?? '',
    parts: candidate.parts.map((part) => {
      const item = items.get(part.documentId);
      return { documentId: part.documentId, cents: part.cents, number: item?.number ?? '', open: item?.openCents ?? part.cents, dueDate: item?.dueDate ?? null };
    }),
    sum: sumCents(candidate.parts.map((part) => part.cents)),
    differences: candidate.differences.map(({ kind, documentId, cents }) => ({ account: differenceAccounts[kind], documentId, cents })),
    rest: candidate.restCents,
    evidence: [...candidate.evidence, ...beside].map(({ stance, reason }) => ({ stance, reason: { code: reason.code, params: { ...reason.params } } })),
  }));
  return { proposals, why };
}

/** The parts of one assignment together: what one click undoes. */
function toAllocations(rows: readonly AllocationRow[]): OutputOf<'bank.allocations'>['allocations'] {
  return [...Map.groupBy(rows, (row) => row.entryId).values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { entryId, kind, bankEntryId, bookDate, recordedAt, counterName, customerId, customerName } = first;
    return {
      entryId,
      kind,
      bankEntryId,
      bookDate,
      recordedAt,
      counterName,
      customerId,
      customerName,
      parts: parts.slice(0, mostParts).map((part) => ({ documentId: part.documentId, cents: part.cents, number: part.number })),
      cents: sumCents(parts.map((part) => part.cents)),
      reason: zStoredReason.parse(JSON.parse(first.reason)),
      byPerson: first.actor === 'person',
    };
  });
}

function accounts(db: ReadableDb, today: PlainDateText): OutputOf<'bank.accounts'> {
  const unmatched = readUnmatched(db, today).filter((receipt) => receipt.currency === 'EUR' && receipt.unmatched > 0);
  const cents = sumCents(unmatched.map((receipt) => receipt.unmatched));
  const received = receiptsBetween(db, addDays(today, -29), today);
  const [oldest] = unmatched;
  return {
    accounts: accountRows(db).map((row) => ({ ...row, gaps: [...statementGaps(db, row.id)] })),
    unmatched: { cents, count: unmatched.length, oldestDays: oldest === undefined ? null : daysBetween(oldest.bookDate, today), ratio: received > 0 ? cents / received : null },
  };
}

function matched({ events }: MatchingContext, run: MatchingRun): HandlerResult<'matching.run'> {
  if (run.booked + run.returned > 0) events.emit({ type: 'ledgerChanged', areas: ['allocations', 'bank', 'documents', 'customers', 'dunning'] });
  return ok(run);
}

const bankMethods: Handlers<MatchingContext, Methods> = {
  'bank.accounts': ({ ledger, clock }) => ok(accounts(ledger.read, clock.today())),
  'bank.saveAccount': ({ ledger, clock, events }, { id, ownership }) => {
    const saved = ledger.write((db) => saveAccountOwnership(db, { id, ownership, at: clock.now() }));
    if (!saved.ok) return saved;
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'allocations', 'dunning'] });
    return done;
  },
  'bank.unmatched': ({ ledger, clock }, { includeParked }) => {
    const question = { today: clock.today(), includeParked };
    if (isSmallRun(ledger)) return ok({ receipts: waitingReceipts(ledger.read, question) });
    return inTurns(waitingInSteps(ledger.read, question)).then((receipts) => ok({ receipts }));
  },
  'bank.candidates': ({ ledger, clock }, { bankEntryId }) => {
    const row = receiptById(ledger.read, bankEntryId);
    if (row === null) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
    const today = clock.today();
    const found = candidates(ledger.read, row, today);
    const detail = (told: Pick<Detail, 'proposals' | 'why'>): HandlerResult<'bank.candidates'> =>
      ok({ receipt: toReceipt(row, today), ...told, raw: { text: row.raw.slice(0, 20_000), file: row.file, origin: row.origin } });
    return isSmallRun(ledger) ? detail(atOnce(found)) : inTurns(found).then(detail);
  },
  'bank.openItems': ({ ledger, clock }, { query, customerId }) => {
    const wanted = query.trim().toLowerCase();
    const items = readOpenItems(ledger.read, { asOf: clock.today(), customerId }).filter(
      (item) => wanted === '' || item.number.toLowerCase().includes(wanted) || item.customerName.toLowerCase().includes(wanted),
    );
    return ok({
      items: items.slice(0, 200).map(({ documentId, customerId: owner, customerName, number, kind, issueDate, dueDate, total, open }) => ({
        documentId, customerId: owner, customerName, number, kind, issueDate, dueDate, total, open,
      })),
    });
  },
  'bank.allocate': ({ ledger, clock, events }, { bankEntryId, parts }) => {
    const allocated = ledger.write((db) => decideByPerson(db, onlyParts(bankEntryId, parts), clock.now()));
    if (allocated.ok) events.emit({ type: 'ledgerChanged', areas: ['allocations', 'bank', 'documents', 'customers', 'dunning'] });
    return allocated;
  },
  'bank.assignCustomer': ({ ledger, clock, events }, { bankEntryId, customerId }) => {
    const assigned = ledger.write((db) => assignReceipt(db, { bankEntryId, customerId, at: clock.now() }));
    if (!assigned.ok) return assigned;
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'customers', 'dunning'] });
    return done;
  },
  'bank.park': ({ ledger, clock, events }, { bankEntryId, reason, until, isForNothingNamed }) => {
    if (until !== null && until < clock.today()) return err(appError('not-allowed-now', { what: 'park', until }));
    const parked = ledger.write((db) => (isForNothingNamed === true ? parkAsUnrelated : parkReceipt)(db, { bankEntryId, reason, until, at: clock.now() }));
    if (!parked.ok) return parked;
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'dunning'] });
    return done;
  },
  'bank.unpark': ({ ledger, clock, events }, { bankEntryId }) => {
    const taken = ledger.write((db) => parkReceipt(db, { bankEntryId, reason: null, until: null, at: clock.now() }));
    if (!taken.ok) return taken;
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'dunning'] });
    return done;
  },
  'bank.undoAllocation': ({ ledger, clock, events }, { entryIds }) => {
    const undone = ledger.write((db) => undoAllocations(db, { entryIds, recordedAt: clock.now(), reason: codedReason('undone-by-person', {}) }));
    if (!undone.ok) return undone;
    events.emit({ type: 'ledgerChanged', areas: ['allocations', 'bank', 'documents', 'customers', 'dunning'] });
    return ok({ reversed: undone.value });
  },
  'bank.allocations': ({ ledger, clock }, { limit }) =>
    ok({ allocations: toAllocations(recentAllocations(ledger.read, limit)), today: assignedByProgram(ledger.read, clock.today()) }),
  'matching.run': (context) => {
    const { ledger, clock, background } = context;
    const time = { today: clock.today(), now: clock.now() };
    if (isSmallRun(ledger)) return matched(context, runMatching(ledger, time.today, time.now));
    return runLargeMatching({ ledger, background, time }).then((run) => matched(context, run));
  },
};

/** Everything about receipts: what waits, what was decided, what went back, what was learned. */
export const matchingMethods = { ...bankMethods, ...cashMethods, ...learningMethods, ...adviceMethods };
