/** Matching as plain data in and out, so that it can be done on a thread of its own. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { cents } from '../../../src-shared/money.ts';
import { buildMatchIndex } from '../../domain/matching/matchIndex.ts';
import { decideReceipts } from '../../domain/matching/matchReceipts.ts';
import type { BookedDecision, MatchItem, MatchMaterial, MatchReceipt, PayerAccount } from '../../domain/matching/matchTypes.ts';
import { comparableName } from '../../domain/receivable/documentDirection.ts';
import { looksLikeIban, normalizeAccount } from '../../domain/references/iban.ts';

/** What booking needs of a decision; the evidence stays behind. */
export type ToBook = Pick<BookedDecision, 'bankEntryId' | 'customerId' | 'parts' | 'differences' | 'acceptedCents' | 'rule' | 'reason'>;
export type ReceiptName = { readonly bankEntryId: BankEntryId; readonly customerId: CustomerId };
/** Decisions in the order in which they are booked: a later one may rest on an earlier one. */
export type MatchingAnswer = { readonly booked: readonly ToBook[]; readonly names: readonly ReceiptName[] };
export type MatchingQuestion = {
  /** Every receipt that waits. */
  readonly receipts: readonly MatchReceipt[];
  /** Receipts whose assignment a person undid: nothing is booked on them. */
  readonly leftToPeople: ReadonlySet<BankEntryId>;
  /** Accounts with customers, as `accountKey` writes them, that a person said do not belong together. */
  readonly revoked: ReadonlySet<string>;
};

/** Accounts learned in one round can settle receipts in the next; more rounds than this never found anything. */
const mostRounds = 5;
export const accountKey = (iban: string, customerId: CustomerId): string => `${iban} ${customerId}`;

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

function bookedOf(receipts: readonly MatchReceipt[], material: MatchMaterial): readonly ToBook[] {
  return decideReceipts(receipts, buildMatchIndex(material)).flatMap((decision) => {
    if (decision.outcome !== 'booked') return [];
    const { bankEntryId, customerId, parts, differences, acceptedCents, rule, reason } = decision;
    return [{ bankEntryId, customerId, parts, differences, acceptedCents, rule, reason }];
  });
}

/** Documents with what is open of them after some decisions. */
function itemsAfter(items: readonly MatchItem[], booked: readonly ToBook[], receipts: ReadonlyMap<BankEntryId, MatchReceipt>): readonly MatchItem[] {
  const paid = new Map<DocumentId, { cents: number; on: PlainDateText | null }>();
  for (const { bankEntryId, parts, differences } of booked) {
    for (const { documentId, cents: amount } of [...parts, ...differences]) {
      paid.set(documentId, { cents: (paid.get(documentId)?.cents ?? 0) + amount, on: receipts.get(bankEntryId)?.bookDate ?? null });
    }
  }
  return items.map((item) => {
    const one = paid.get(item.documentId);
    if (one === undefined) return item;
    const openCents = cents(item.openCents - one.cents);
    return { ...item, openCents, settledOn: openCents === 0 ? one.on : null };
  });
}

/** Accounts that decisions teach, as the ledger will learn them. */
function payersTaught(booked: readonly ToBook[], receipts: ReadonlyMap<BankEntryId, MatchReceipt>, revoked: ReadonlySet<string>): readonly PayerAccount[] {
  return booked.flatMap(({ bankEntryId, parts }) => {
    const iban = normalizeAccount(receipts.get(bankEntryId)?.counterIban ?? '');
    if (!looksLikeIban(iban)) return [];
    return [...new Set(parts.map((part) => part.customerId))].flatMap((customerId) => (revoked.has(accountKey(iban, customerId)) ? [] : [{ iban, customerId }]));
  });
}

const withPayers = (known: readonly PayerAccount[], taught: readonly PayerAccount[]): readonly PayerAccount[] =>
  [...new Map([...known, ...taught].map((payer) => [accountKey(normalizeAccount(payer.iban), payer.customerId), payer])).values()];

/** What policy books of the receipts, going round until nothing more is found, and whose the others are. */
export function matchAllRounds({ receipts, leftToPeople, revoked }: MatchingQuestion, given: MatchMaterial): MatchingAnswer {
  const byId = new Map(receipts.map((receipt) => [receipt.bankEntryId, receipt]));
  const booked: ToBook[] = [];
  let material = given;
  let waiting = receipts.filter((receipt) => !leftToPeople.has(receipt.bankEntryId));
  for (let round = 0; round < mostRounds && waiting.length > 0; round += 1) {
    const found = bookedOf(waiting, material);
    if (found.length === 0) break;
    for (const decision of found) booked.push(decision);
    const done = new Set(found.map(({ bankEntryId }) => bankEntryId));
    waiting = waiting.filter(({ bankEntryId }) => !done.has(bankEntryId));
    const payers = withPayers(material.history.payers, payersTaught(found, byId, revoked));
    material = { ...material, items: itemsAfter(material.items, found, byId), history: { ...material.history, payers } };
  }
  const done = new Set(booked.map(({ bankEntryId }) => bankEntryId));
  return { booked, names: namesOf(receipts.filter(({ bankEntryId }) => !done.has(bankEntryId)), material, leftToPeople) };
}
