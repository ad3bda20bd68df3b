import type { PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { comparableName } from '../../domain/receivable/documentDirection.ts';
import { buildMatchIndex } from '../../domain/matching/matchIndex.ts';
import { matchReceipts } from '../../domain/matching/matchReceipts.ts';
import type { BookedDecision, MatchDifference, MatchReceipt } from '../../domain/matching/matchTypes.ts';
import type { DifferenceAccount } from '../../domain/posting/posting.ts';
import { parkOwnTransfers } from '../../ledger/allocations.ts';
import { bookCashDecision, plainDecision } from '../../ledger/cashDecision.ts';
import type { Ledger, WritableDb } from '../../ledger/connection.ts';
import { payerAccounts } from '../../ledger/learned.ts';
import { readMatchingPolicy } from '../../ledger/matchingPolicy.ts';
import { readProfile } from '../../ledger/settings.ts';
import { customersByName, matchMaterial, receiptsToMatch } from '../../ledger/matchingRead.ts';
import { learnPayer, nameReceipt, nameUnnamedReceipt, payerIban, receiptsLeftToPeople } from '../../ledger/receiptPayer.ts';
import { bookReturns } from './bookReturns.ts';

export type MatchingRun = { readonly booked: number; readonly bookedCents: Cents; readonly returned: number; readonly unmatched: number; readonly unmatchedCents: Cents };

const accountOf: Readonly<Record<MatchDifference['kind'], DifferenceAccount>> = {
  'early-payment-discount': 'early-payment-discount',
  'bank-costs': 'bank-charges',
  'small-difference': 'payment-difference',
};

function book(db: WritableDb, decision: BookedDecision, receipt: MatchReceipt, now: string): Cents {
  const { bankEntryId, parts, differences, rule, reason } = decision;
  const writeOffs = differences.map(({ kind, documentId, cents }) => ({ documentId, cents, account: accountOf[kind] }));
  const done = bookCashDecision(db, { ...plainDecision, bankEntryId, parts, writeOffs, rule, reason: { code: reason.code, params: { ...reason.params } }, actor: 'program', recordedAt: now });
  // The matcher saw the same balances within this transaction: a refusal is a mistake of the program, and nothing of the run may stay.
  if (!done.ok) throw new Error(`the ledger refused a match: ${done.error.code} ${JSON.stringify(done.error.params)}`);
  for (const customerId of new Set(parts.map((part) => part.customerId))) learnPayer(db, { iban: receipt.counterIban, customerId, origin: 'match', at: now });
  nameReceipt(db, bankEntryId, decision.customerId);
  return sumCents(parts.map((part) => part.cents));
}

/** Why money from an own account is put aside, as a person would have typed it. */
const ownTransfer = { nl: 'Overboeking van een eigen rekening', en: 'Transfer from an own account', fr: 'Virement d’un compte propre', de: 'Übertrag von einem eigenen Konto' } as const;

/**
 * Books what policy allows, in one transaction. Accounts learned on the way can settle receipts without any reference, so it goes round
 * until nothing more is found. A second run over the same ledger books nothing. What a person undid is left to people.
 */
export function runMatching(ledger: Ledger, today: PlainDateText, now: string): MatchingRun {
  return ledger.write((db) => {
    parkOwnTransfers(db, { reason: ownTransfer[readProfile(db).language], at: now });
    const policy = readMatchingPolicy(db);
    const returned = policy.mayBookReturns ? bookReturns(db, today, now).length : 0;
    const leftAlone = receiptsLeftToPeople(db);
    let booked = 0;
    let bookedCents = zeroCents;
    for (let round = 0; round < 5; round += 1) {
      const receipts = receiptsToMatch(db, today).filter((receipt) => !leftAlone.has(receipt.bankEntryId));
      if (receipts.length === 0) break;
      const byId = new Map(receipts.map((receipt) => [receipt.bankEntryId, receipt]));
      const decisions = matchReceipts(receipts, buildMatchIndex(matchMaterial(db, today, policy))).filter((decision) => decision.outcome === 'booked');
      if (decisions.length === 0) break;
      for (const decision of decisions) {
        const receipt = byId.get(decision.bankEntryId);
        if (receipt === undefined) throw new RangeError('the matcher answered for a receipt that it was not given');
        bookedCents = addCents(bookedCents, book(db, decision, receipt, now));
        booked += 1;
      }
    }
    // Once more: a return may be of a receipt that was only just booked.
    const later = policy.mayBookReturns ? bookReturns(db, today, now).length : 0;
    const left = receiptsToMatch(db, today);
    nameKnownPayers(db, left);
    nameNamesakes(db, left.filter((receipt) => !leftAlone.has(receipt.bankEntryId)));
    return { booked, bookedCents, returned: returned + later, unmatched: left.length, unmatchedCents: sumCents(left.map((receipt) => receipt.amountCents)) };
  });
}

/** A receipt that stays open but comes from an account of exactly one customer carries that customer's name: follow-up waits for it. */
function nameKnownPayers(db: WritableDb, receipts: readonly MatchReceipt[]): void {
  if (receipts.length === 0) return;
  const owners = Map.groupBy(payerAccounts(db), (payer) => payer.iban);
  for (const receipt of receipts) {
    const known = owners.get(payerIban(receipt.counterIban) ?? '') ?? [];
    const [only] = known;
    if (known.length === 1 && only !== undefined) nameUnnamedReceipt(db, receipt.bankEntryId, only.customerId);
  }
}

const shortestName = 4;

/**
 * A first payment comes from an account that nobody knows yet. When the payer is called exactly like one customer, the receipt carries that
 * customer's name, and follow-up waits until a person has looked. Nothing is booked and no account is learned from a name.
 */
function nameNamesakes(db: WritableDb, receipts: readonly MatchReceipt[]): void {
  if (receipts.length === 0) return;
  const known = new Set(payerAccounts(db).map((payer) => payer.iban));
  const customers = Map.groupBy(customersByName(db), (customer) => comparableName(customer.name));
  for (const { bankEntryId, counterName, counterIban } of receipts) {
    const name = comparableName((counterName ?? '').slice(0, 140));
    const [only, ...others] = customers.get(name) ?? [];
    if (only === undefined || others.length > 0 || name.length < shortestName || known.has(payerIban(counterIban) ?? '')) continue;
    nameUnnamedReceipt(db, bankEntryId, only.customerId);
  }
}
