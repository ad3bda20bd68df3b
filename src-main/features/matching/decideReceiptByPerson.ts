import type { InputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId, CustomerId, EntryId } from '../../../src-shared/ids.ts';
import { type Cents, cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { bookCashDecision } from '../../ledger/cash/cashDecision.ts';
import { entriesOfDecision } from '../../ledger/cash/bookedTogether.ts';
import type { WritableDb } from '../../ledger/connection.ts';
import { unmatchedBalance } from '../../ledger/journal.ts';
import { discountTerms, learnFromDecision } from '../../ledger/cash/learned.ts';
import { documentForAllocation, documentTotal, receiptById } from '../../ledger/cash/matchingRead.ts';
import { readMatchingPolicy } from '../../ledger/cash/matchingPolicy.ts';
import { assignReceipt, learnPayer, nameReceipt } from '../../ledger/cash/receiptPayer.ts';

export type PersonDecision = InputOf<'bank.decide'>;

/** An account from which more customers are paid for at once is that of a payment service or a factor: it says nothing about one of them. */
const mostOfOneGroup = 3;
const fullBasisPoints = 10_000;

/** What is given away beyond a discount that the customer may take. */
function givenAway(db: WritableDb, { writeOffs, leftover }: PersonDecision): Cents {
  const terms = discountTerms(db);
  const given = writeOffs.map(({ documentId, cents: amount, account }) => {
    const customerId = documentForAllocation(db, documentId)?.customerId;
    const term = account === 'early-payment-discount' && customerId !== undefined ? terms.get(customerId) : undefined;
    const allowed = term === undefined ? 0 : Math.ceil((Math.abs(documentTotal(db, documentId)) * term.basisPoints) / fullBasisPoints);
    return cents(Math.max(0, amount - allowed));
  });
  return sumCents([...given, leftover?.cents ?? zeroCents]);
}

/** What a decision says about whose account and whose receipt it is. */
function concludePayer(db: WritableDb, decision: PersonDecision, payers: readonly CustomerId[], at: string): Result<null, AppError> {
  const { bankEntryId, creditTo, fee } = decision;
  const receipt = receiptById(db, bankEntryId);
  const [only] = payers;
  if (receipt !== null && fee === 0 && payers.length <= mostOfOneGroup) for (const customerId of payers) learnPayer(db, { iban: receipt.counterIban, customerId, origin: 'person', at });
  if (creditTo !== null) return assignReceipt(db, { bankEntryId, customerId: creditTo, at });
  // Money that is left of a receipt for several is nobody's in particular.
  if (only !== undefined && (payers.length === 1 || unmatchedBalance(db, bankEntryId) === 0)) return nameReceipt(db, bankEntryId, only);
  return ok(null);
}

const customersOf = (db: WritableDb, { parts, writeOffs }: PersonDecision): readonly CustomerId[] => [
  ...new Set([...parts, ...writeOffs].flatMap(({ documentId }) => documentForAllocation(db, documentId)?.customerId ?? [])),
];

/**
 * Books what a person decided about a receipt and learns from it, inside one transaction. Codes: those of `bookCashDecision`;
 * `write-off-above-limit` when more is given away than the policy allows.
 */
export function decideByPerson(db: WritableDb, decision: PersonDecision, at: string): Result<{ readonly entryIds: EntryId[]; readonly rest: Cents }, AppError> {
  const { bankEntryId, parts, writeOffs, fee, leftover, exchange } = decision;
  const limit = readMatchingPolicy(db).writeOffMaxCents;
  const given = givenAway(db, decision);
  if (given > limit) return err(appError('write-off-above-limit', { cents: given, limit }));
  const isOnlyRest = parts.length === 0 && leftover !== null;
  const reason = codedReason(isOnlyRest ? 'written-off-by-person' : 'match-by-person', {});
  const payers = customersOf(db, decision);
  const nothing = parts.length === 0 && writeOffs.length === 0 && leftover === null;
  if (nothing && decision.creditTo !== null) {
    const assigned = assignReceipt(db, { bankEntryId, customerId: decision.creditTo, at });
    return assigned.ok ? ok({ entryIds: [], rest: unmatchedBalance(db, bankEntryId) }) : assigned;
  }
  const booked = bookCashDecision(db, { bankEntryId, parts, writeOffs, feeCents: fee, leftover, exchange, rule: 'person', reason: { code: reason.code, params: {} }, actor: 'person', recordedAt: at });
  if (!booked.ok) return booked;
  const concluded = concludePayer(db, decision, payers, at);
  if (!concluded.ok) return concluded;
  if (fee === 0) learnFromDecision(db, entriesOfDecision(db, booked.value), at);
  return ok({ entryIds: [booked.value], rest: unmatchedBalance(db, bankEntryId) });
}

/** Parts and nothing else. */
export const onlyParts = (bankEntryId: BankEntryId, parts: PersonDecision['parts']): PersonDecision => ({
  bankEntryId,
  parts,
  writeOffs: [],
  fee: zeroCents,
  leftover: null,
  exchange: null,
  creditTo: null,
});
