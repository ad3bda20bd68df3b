import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, zeroCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { isGenericMailbox } from '../../domain/contacts/genericMailbox.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { openDisputes } from '../../ledger/documents/disputes.ts';
import { type PromiseRow, readContacts, readPromises, runningHolds } from '../../ledger/followUp/followUp.ts';
import { readUnmatched } from '../../ledger/documents/openItems.ts';
import type { CustomerSums } from '../../ledger/customers/customerRead.ts';

export type Flag = OutputOf<'customers.get'>['flags'][number];
export const promiseGraceDays = 2;

/** A promise is kept when its amount came in by its day and the grace; until then it runs (metrics.md §16). */
export function promiseState(promise: PromiseRow, today: PlainDateText): 'open' | 'kept' | 'broken' {
  if (promise.received >= promise.cents) return 'kept';
  return promise.deadline < today ? 'broken' : 'open';
}

/** A structural late payer (requirement 102): at least half of the last six paid invoices, and at least three, came late. */
function latePayer(daysLate: readonly number[]): Flag | null {
  const last = daysLate.slice(-6);
  const late = last.filter((days) => days > 3).length;
  return last.length >= 3 && late * 2 >= last.length && late >= 2 ? { kind: 'late-payer', reason: codedReason('flag-late-payer', { late, count: last.length }) } : null;
}

type Facts = {
  readonly holds: ReadonlyMap<CustomerId, { reason: string; until: PlainDateText }>;
  readonly disputed: ReadonlyMap<CustomerId, Cents>;
  readonly promises: ReadonlyMap<CustomerId, PromiseRow>;
  readonly unmatched: ReadonlyMap<CustomerId, Cents>;
  readonly recipients: ReadonlyMap<CustomerId, string>;
};

function sumBy<Row>(rows: readonly Row[], key: (row: Row) => CustomerId | null, amount: (row: Row) => Cents): Map<CustomerId, Cents> {
  const sums = new Map<CustomerId, Cents>();
  for (const row of rows) {
    const id = key(row);
    if (id !== null) sums.set(id, addCents(sums.get(id) ?? zeroCents, amount(row)));
  }
  return sums;
}

/** Loads once what the flags of all customers, or of one, need. */
export function flagFacts(db: ReadableDb, today: PlainDateText, customerId: CustomerId | null): Facts {
  const holds = runningHolds(db, today, customerId).filter((hold) => hold.documentId === null);
  const contacts = readContacts(db, customerId).filter((contact) => contact.email !== '');
  return {
    holds: new Map(holds.map((hold) => [hold.customerId, hold])),
    disputed: sumBy(openDisputes(db, customerId), (row) => row.customerId, (row) => row.cents),
    promises: new Map(readPromises(db, customerId, promiseGraceDays).map((promise) => [promise.customerId, promise])),
    unmatched: sumBy(readUnmatched(db, today), (row) => row.customerId, (row) => row.unmatched),
    // Payment contacts come first, and the first one set stays.
    recipients: new Map(contacts.toReversed().map((contact) => [contact.customerId, contact.email])),
  };
}

/** The flags of one customer, the gravest first. */
export function flagsOf(sums: CustomerSums, daysLate: readonly number[], facts: Facts, today: PlainDateText): Flag[] {
  const { customerId: id } = sums;
  const flags: (Flag | null)[] = [];
  if (sums.insolventOn !== null) flags.push({ kind: 'insolvent', reason: codedReason('flag-insolvent', { sinceDate: sums.insolventOn }) });
  const disputed = facts.disputed.get(id);
  if (disputed !== undefined) flags.push({ kind: 'dispute', reason: codedReason('flag-dispute', { amountCents: disputed }) });
  const hold = facts.holds.get(id);
  if (hold !== undefined) flags.push({ kind: 'hold', reason: codedReason('flag-hold', { untilDate: hold.until, why: hold.reason }) });
  const promise = facts.promises.get(id);
  if (promise !== undefined && sums.open > 0) {
    const state = promiseState(promise, today);
    if (state !== 'kept') flags.push({ kind: 'promise', reason: codedReason(state === 'open' ? 'flag-promise' : 'flag-promise-broken', { promiseDate: promise.on }) });
  }
  const unmatched = facts.unmatched.get(id);
  if (unmatched !== undefined) flags.push({ kind: 'unmatched', reason: codedReason('flag-unmatched', { amountCents: unmatched }) });
  flags.push(latePayer(daysLate));
  if (sums.credit > 0) flags.push({ kind: 'credit', reason: codedReason('flag-credit', { creditCents: sums.credit }) });
  const address = facts.recipients.get(id) ?? sums.email;
  if (address === '' && sums.hasAddress === 0) flags.push({ kind: 'no-contact', reason: codedReason('flag-no-contact', {}) });
  else if (isGenericMailbox(address)) flags.push({ kind: 'generic-mailbox', reason: codedReason('flag-generic-mailbox', { address }) });
  return flags.filter((flag) => flag !== null);
}
