import { z } from 'zod';
import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { appError } from '../../../src-shared/errors.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { buildMatchIndex } from '../../domain/matching/matchIndex.ts';
import { proposeCandidates } from '../../domain/matching/proposeCandidates.ts';
import { receiptsBetween } from '../../ledger/agingOverTime.ts';
import { allocateReceipt, assignReceipt, learnPayer, parkReceipt, undoAllocations } from '../../ledger/allocations.ts';
import { saveAccountOwnership } from '../../ledger/accountOwnership.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { unmatchedBalance } from '../../ledger/journal.ts';
import { accountRows, documentForAllocation, matchMaterial, type ReceiptRow, receiptById, recentAllocations, statementGaps, unmatchedReceipts } from '../../ledger/matchingRead.ts';
import { readOpenItems, readUnmatched } from '../../ledger/openItems.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import { runMatching } from './runMatching.ts';

export type MatchingContext = { readonly ledger: Ledger; readonly clock: Clock; readonly events: Events };
type Receipt = OutputOf<'bank.candidates'>['receipt'];
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
const zStoredReason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

const toReceipt = (row: ReceiptRow, today: PlainDateText): Receipt => ({
  bankEntryId: row.bankEntryId,
  bookDate: row.bookDate,
  amount: row.amount,
  unmatched: row.unmatched,
  currency: row.currency,
  counterName: row.counterName?.slice(0, 500) ?? null,
  counterIban: row.counterIban?.slice(0, 500) ?? null,
  text: row.text.slice(0, 5000),
  structuredRef: row.structuredRef?.slice(0, 500) ?? null,
  account: row.account,
  parked: row.parkedReason !== null && (row.parkedUntil === null || row.parkedUntil >= today) ? { reason: row.parkedReason, until: row.parkedUntil } : null,
  ageDays: Math.max(0, daysBetween(row.bookDate, today)),
  customerId: row.customerId,
  customerName: row.customerName,
});

function candidates(db: ReadableDb, row: ReceiptRow, today: PlainDateText): OutputOf<'bank.candidates'>['proposals'] {
  const material = matchMaterial(db, today);
  const names = new Map(material.customers.map((customer) => [customer.customerId, customer.name]));
  const items = new Map(material.items.map((item) => [item.documentId, item]));
  const receipt = { ...row, amountCents: row.unmatched, remittance: row.text };
  return proposeCandidates(receipt, buildMatchIndex(material))
    .slice(0, 5)
    .map((candidate) => ({
      customerId: candidate.customerId,
      customerName: names.get(candidate.customerId) ?? '',
      parts: candidate.parts.map((part) => {
        const item = items.get(part.documentId);
        return { documentId: part.documentId, cents: part.cents, number: item?.number ?? '', open: item?.openCents ?? part.cents, dueDate: item?.dueDate ?? null };
      }),
      sum: sumCents(candidate.parts.map((part) => part.cents)),
      rest: candidate.restCents,
      evidence: candidate.evidence.map(({ stance, reason }) => ({ stance, reason: { code: reason.code, params: { ...reason.params } } })),
    }));
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

export const matchingMethods: Handlers<MatchingContext, Methods> = {
  'bank.accounts': ({ ledger, clock }) => ok(accounts(ledger.read, clock.today())),
  'bank.saveAccount': ({ ledger, clock, events }, { id, ownership }) => {
    const saved = ledger.write((db) => saveAccountOwnership(db, { id, ownership, at: clock.now() }));
    if (!saved.ok) return saved;
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'allocations', 'dunning'] });
    return done;
  },
  'bank.unmatched': ({ ledger, clock }, { includeParked }) =>
    ok({ receipts: unmatchedReceipts(ledger.read, clock.today(), includeParked).map((row) => toReceipt(row, clock.today())) }),
  'bank.candidates': ({ ledger, clock }, { bankEntryId }) => {
    const row = receiptById(ledger.read, bankEntryId);
    if (row === null) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
    const today = clock.today();
    return ok({ receipt: toReceipt(row, today), proposals: candidates(ledger.read, row, today), raw: { text: row.raw.slice(0, 20_000), file: row.file, origin: row.origin } });
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
    const now = clock.now();
    const allocated = ledger.write((db) => {
      const result = allocateReceipt(db, { bankEntryId, parts, rule: 'person', reason: codedReason('match-by-person', {}), actor: 'person', recordedAt: now });
      if (!result.ok) return result;
      const receipt = receiptById(db, bankEntryId);
      const payers = new Set(parts.map((part) => documentForAllocation(db, part.documentId)?.customerId));
      for (const customerId of payers) if (customerId !== undefined && receipt !== null) learnPayer(db, { iban: receipt.counterIban, customerId, origin: 'person', at: now });
      const [payer] = payers;
      if (payer !== undefined) assignReceipt(db, bankEntryId, payer);
      return ok({ entryIds: [...result.value], rest: unmatchedBalance(db, bankEntryId) });
    });
    if (allocated.ok) events.emit({ type: 'ledgerChanged', areas: ['allocations', 'bank', 'documents', 'customers', 'dunning'] });
    return allocated;
  },
  'bank.assignCustomer': ({ ledger, clock, events }, { bankEntryId, customerId }) => {
    const assigned = ledger.write((db) => {
      const receipt = receiptById(db, bankEntryId);
      if (receipt !== null && customerId !== null) learnPayer(db, { iban: receipt.counterIban, customerId, origin: 'person', at: clock.now() });
      return assignReceipt(db, bankEntryId, customerId);
    });
    if (!assigned.ok) return assigned;
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'customers', 'dunning'] });
    return done;
  },
  'bank.park': ({ ledger, events }, { bankEntryId, reason, until }) => {
    const parked = ledger.write((db) => parkReceipt(db, { bankEntryId, reason, until }));
    if (!parked.ok) return parked;
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'dunning'] });
    return done;
  },
  'bank.unpark': ({ ledger, events }, { bankEntryId }) => {
    const taken = ledger.write((db) => parkReceipt(db, { bankEntryId, reason: null, until: null }));
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
  'bank.allocations': ({ ledger }, { limit }) =>
    ok({
      allocations: recentAllocations(ledger.read, limit).map(({ reason, actor, ...row }) => ({ ...row, reason: zStoredReason.parse(JSON.parse(reason)), byPerson: actor === 'person' })),
    }),
  'matching.run': ({ ledger, clock, events }) => {
    const run = runMatching(ledger, clock.today(), clock.now());
    if (run.booked > 0) events.emit({ type: 'ledgerChanged', areas: ['allocations', 'bank', 'documents', 'customers', 'dunning'] });
    return ok(run);
  },
};

