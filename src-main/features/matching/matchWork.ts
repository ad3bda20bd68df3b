/** One round of matching as plain data in and out, so that it can be done on a thread of its own. */
import type { BankEntryId, CustomerId } from '../../../src-shared/ids.ts';
import { buildMatchIndex } from '../../domain/matching/matchIndex.ts';
import { matchReceipts } from '../../domain/matching/matchReceipts.ts';
import type { BookedDecision, MatchMaterial, MatchReceipt } from '../../domain/matching/matchTypes.ts';
import { comparableName } from '../../domain/receivable/documentDirection.ts';
import { normalizeAccount } from '../../domain/references/iban.ts';

/** What booking needs of a decision; the evidence stays behind. */
export type ToBook = Pick<BookedDecision, 'bankEntryId' | 'customerId' | 'parts' | 'differences' | 'rule' | 'reason'>;
export type ReceiptName = { readonly bankEntryId: BankEntryId; readonly customerId: CustomerId };
export type MatchingRound = { readonly booked: readonly ToBook[]; readonly names: readonly ReceiptName[] };
export type MatchingQuestion = {
  /** Every receipt that waits. */
  readonly receipts: readonly MatchReceipt[];
  /** Receipts whose assignment a person undid: nothing is booked on them. */
  readonly leftToPeople: ReadonlySet<BankEntryId>;
};

const shortestName = 4;
const nameLimit = 140;
const accountOf = ({ counterIban }: MatchReceipt): string => (counterIban === null ? '' : normalizeAccount(counterIban));

/**
 * Whose a receipt is that stays open. One from an account of exactly one customer carries that customer's name. A first payment comes from an
 * account that nobody knows yet: when the payer is called exactly like one customer, it carries that name, unless a person undid what was
 * booked on it. Follow-up waits until somebody has looked; nothing is booked and no account is learned from a name.
 */
function namesOf(waiting: readonly MatchReceipt[], material: MatchMaterial, leftToPeople: ReadonlySet<BankEntryId>): readonly ReceiptName[] {
  if (waiting.length === 0) return [];
  const owners = Map.groupBy(material.history.payers, (payer) => normalizeAccount(payer.iban));
  const namesakes = Map.groupBy(material.customers, (customer) => comparableName(customer.name.slice(0, nameLimit)));
  return waiting.flatMap((receipt) => {
    const known = owners.get(accountOf(receipt)) ?? [];
    const name = comparableName((receipt.counterName ?? '').slice(0, nameLimit));
    const alike = known.length > 0 || name.length < shortestName || leftToPeople.has(receipt.bankEntryId) ? [] : (namesakes.get(name) ?? []);
    const [only, ...others] = known.length > 0 ? known : alike;
    return only === undefined || others.length > 0 ? [] : [{ bankEntryId: receipt.bankEntryId, customerId: only.customerId }];
  });
}

/** What policy books of the receipts, and whose the others are. */
export function matchRound({ receipts, leftToPeople }: MatchingQuestion, material: MatchMaterial): MatchingRound {
  if (receipts.length === 0) return { booked: [], names: [] };
  const free = receipts.filter((receipt) => !leftToPeople.has(receipt.bankEntryId));
  const booked = matchReceipts(free, buildMatchIndex(material)).flatMap((decision) => {
    if (decision.outcome !== 'booked') return [];
    const { bankEntryId, customerId, parts, differences, rule, reason } = decision;
    return [{ bankEntryId, customerId, parts, differences, rule, reason }];
  });
  const done = new Set(booked.map(({ bankEntryId }) => bankEntryId));
  return { booked, names: namesOf(receipts.filter(({ bankEntryId }) => !done.has(bankEntryId)), material, leftToPeople) };
}
