/**
 * Who pays: by account, by our customer number in the text, by name. An account of several customers tells only together with a name or a
 * customer number; an account from which many unrelated customers are paid for is that of a service and tells nothing by itself.
 */
import type { CustomerId } from '../../../src-shared/ids.ts';
import { normalizeAccount } from '../references/iban.ts';
import { isSameGroup, type MatchIndex, nameKey, nameTokens, shortestName, tokenStart } from './matchIndex.ts';
import type { MatchCustomer, MatchReceipt } from './matchTypes.ts';
import { bareNumber } from './referenceKey.ts';
import { paymentServiceOf, type PaymentService } from './paymentService.ts';

export type Payer = {
  /** Customers known to use the account; empty for one of a payment service or a factor. */
  readonly owners: ReadonlySet<CustomerId>;
  /** Customers whose number stands in the text behind a word for it. */
  readonly numbered: ReadonlySet<CustomerId>;
  /** Customers called exactly so, apart from legal form, case and accents; cut names included when only one begins so. */
  readonly namesakes: ReadonlySet<CustomerId>;
  /** Customers whose name resembles the payer's, the most alike first. */
  readonly alike: readonly CustomerId[];
  /** The one customer it is beyond doubt; null otherwise. */
  readonly certain: CustomerId | null;
  /** The account says one customer, the customer number another. */
  readonly isContradicted: boolean;
  readonly service: PaymentService | null;
};

/** So many unrelated customers behind one account: a factor or a payment service. */
const manyOwners = 4;
const alikeLimit = 6;
/** A word that very many customers share tells nothing. */
const commonWord = 200;
const cutName = 10;

/** Customers called like the payer: exactly, or cut by the bank when only one name begins so. */
export function customersCalled(payerName: string | null, index: MatchIndex): ReadonlySet<CustomerId> {
  const key = payerName === null ? '' : nameKey(payerName);
  if (key.length < shortestName) return new Set();
  const same = index.byName.get(key);
  if (same !== undefined) return new Set(same);
  if (key.length < cutName) return new Set();
  const candidates = index.byNameToken.get(nameTokens(key)[0] ?? '') ?? [];
  if (candidates.length > commonWord) return new Set();
  const begun = candidates.filter((customerId) => namesOf(index, customerId).some((name) => nameKey(name).startsWith(key)));
  return new Set(begun.length === 1 ? begun : []);
}

const namesOf = (index: MatchIndex, customerId: CustomerId): readonly string[] => {
  const customer = index.customers.get(customerId);
  return customer === undefined ? [] : [customer.name, ...customer.aliases];
};

const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
};

/** A name as it is compared: its key and the pairs of letters in it. */
type NameShape = { readonly key: string; readonly pairs: ReadonlySet<string> };
const shapeOf = (name: string): NameShape => {
  const key = nameKey(name);
  return { key, pairs: pairsOf(key) };
};

/** A list of receipts compares the same customers again and again; their shapes are made once. */
const shapesOfCustomers = new WeakMap<MatchCustomer, readonly NameShape[]>();
function shapesOf(index: MatchIndex, customerId: CustomerId): readonly NameShape[] {
  const customer = index.customers.get(customerId);
  if (customer === undefined) return [];
  const known = shapesOfCustomers.get(customer);
  if (known !== undefined) return known;
  const shapes = namesOf(index, customerId).map(shapeOf);
  shapesOfCustomers.set(customer, shapes);
  return shapes;
}

/** How alike two names are, from 0 to 1: shared pairs of letters, the shorter name fully contained counting nearly as the same. */
export const likeness = (one: string, other: string): number => alike(shapeOf(one), shapeOf(other));

function alike({ key: left, pairs: leftPairs }: NameShape, { key: right, pairs: rightPairs }: NameShape): number {
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  let shared = 0;
  for (const pair of leftPairs) if (rightPairs.has(pair)) shared += 1;
  const dice = (2 * shared) / Math.max(1, leftPairs.size + rightPairs.size);
  const contained = shared / Math.max(1, Math.min(leftPairs.size, rightPairs.size));
  return Math.max(dice, Math.min(left.length, right.length) >= 6 ? contained * 0.9 : 0);
}

const leastLikeness = 0.6;

/** Customers whose name resembles the payer's, looked up by whole words and by their first four letters. */
export function customersNamed(payerName: string | null, index: MatchIndex): readonly CustomerId[] {
  if (payerName === null) return [];
  const shared = new Set<CustomerId>();
  for (const word of new Set(nameTokens(nameKey(payerName)))) {
    for (const key of [word, tokenStart(word)]) {
      const customers = index.byNameToken.get(key) ?? [];
      if (customers.length <= commonWord) for (const customerId of customers) shared.add(customerId);
    }
  }
  const payer = shapeOf(payerName);
  return [...shared]
    .map((customerId) => ({ customerId, likeness: Math.max(...shapesOf(index, customerId).map((shape) => alike(payer, shape))) }))
    .filter((one) => one.likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || a.customerId - b.customerId)
    .slice(0, alikeLimit)
    .map(({ customerId }) => customerId);
}

const numberWords = /^(?:KLANT|CLIENT|DEBITEUR|CUSTOMER|RELATIE|KUNDEN?)(?:EN)?(?:NR|NUMMER|NUMERO|NUMBER|NO|NUMMERS)?$/;
const fillWords: ReadonlySet<string> = new Set(['NR', 'NUMMER', 'NO', 'N', 'NUMERO', 'NUMBER', 'ID']);
const textLimit = 2000;

/** Customers whose number stands behind a word for it: `klantnr. 10428`, `client 10428`. */
export function customersNumbered(text: string, index: MatchIndex): ReadonlySet<CustomerId> {
  const runs = text.slice(0, textLimit).normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toUpperCase().match(/[A-Z]+|\d+/g) ?? [];
  const found = new Set<CustomerId>();
  for (const [at, run] of runs.entries()) {
    if (!numberWords.test(run)) continue;
    const first = fillWords.has(runs[at + 1] ?? '') ? at + 2 : at + 1;
    for (const count of [3, 2, 1]) {
      const customers = index.byCustomerNumber.get(bareNumber(runs.slice(first, first + count).join('')));
      if (customers === undefined) continue;
      for (const customerId of customers) found.add(customerId);
      break;
    }
  }
  return found;
}

function onlyOne(candidates: Iterable<CustomerId>): CustomerId | null {
  const [only, ...others] = candidates;
  return only === undefined || others.length > 0 ? null : only;
}

/** Everything the receipt tells about its payer. */
export function payerOf(receipt: MatchReceipt, index: MatchIndex): Payer {
  const service = paymentServiceOf(receipt);
  const known = receipt.counterIban === null ? [] : (index.payers.get(normalizeAccount(receipt.counterIban)) ?? []);
  const groups = new Set(known.map((customerId) => index.groups.get(customerId)?.[0] ?? customerId));
  const owners = new Set(service !== null || groups.size >= manyOwners ? [] : known);
  const numbered = customersNumbered(receipt.remittance, index);
  const namesakes = service === null ? customersCalled(receipt.counterName, index) : new Set<CustomerId>();
  const byAccount = onlyOne(owners) ?? onlyOne([...owners].filter((customerId) => namesakes.has(customerId))) ?? onlyOne([...owners].filter((customerId) => numbered.has(customerId)));
  const byNumber = owners.size === 0 ? onlyOne(numbered) : null;
  const certain = byAccount ?? byNumber;
  const isContradicted = owners.size > 0 && numbered.size > 0 && ![...owners].some((owner) => [...numbered].some((other) => isSameGroup(index, owner, other)));
  return { owners, numbered, namesakes, alike: service === null ? customersNamed(receipt.counterName, index) : [], certain, isContradicted, service };
}

/** Whether the payer is known as this customer, or as a company of its group by account; a full name counts when the account is new. */
export function isKnownAs(payer: Payer, customerId: CustomerId, index: MatchIndex): boolean {
  if (payer.owners.size > 0) return [...payer.owners].some((owner) => isSameGroup(index, owner, customerId));
  return payer.numbered.has(customerId) || payer.namesakes.has(customerId);
}

/** Whether the account or the customer number speaks for somebody else outside the group. */
export const speaksAgainst = (payer: Payer, customerId: CustomerId, index: MatchIndex): boolean =>
  payer.owners.size > 0 && ![...payer.owners].some((owner) => isSameGroup(index, owner, customerId));
