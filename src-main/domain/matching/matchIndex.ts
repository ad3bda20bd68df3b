/** Indexes over documents, accounts and names, so that a receipt is looked up and never compared with every document. */
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { comparableName } from '../receivable/documentDirection.ts';
import { normalizeAccount } from '../references/iban.ts';
import { letterCommunication, statementReference } from '../references/letterCommunication.ts';
import type { MatchCustomer, MatchItem, MatchLetter, MatchMaterial, MatchPolicy, MatchPromise, PayingHabit } from './matchTypes.ts';
import { nearKeys } from './nearNumber.ts';
import { bareNumber, referenceKey } from './referenceKey.ts';

export { bareNumber };

export type MatchIndex = {
  readonly policy: MatchPolicy;
  readonly items: ReadonlyMap<DocumentId, MatchItem>;
  readonly byReference: ReadonlyMap<string, readonly MatchItem[]>;
  /** By number without leading zeros, and by a payment reference that is words or few digits. */
  readonly byNumber: ReadonlyMap<string, readonly MatchItem[]>;
  /** By the digits of a number that also has letters, for payers who leave out the prefix. */
  readonly byDigits: ReadonlyMap<string, readonly MatchItem[]>;
  /** By the customer's own order number, with and without its letters. */
  readonly byOrder: ReadonlyMap<string, readonly MatchItem[]>;
  readonly byDirectDebit: ReadonlyMap<string, readonly MatchItem[]>;
  /** By the reference of a letter of ours, `H-2026-0211`, without its marks. */
  readonly byLetter: ReadonlyMap<string, MatchLetter>;
  /** By the structured communication or creditor reference of a letter of ours. */
  readonly byCommunication: ReadonlyMap<string, MatchLetter>;
  /** Open documents, oldest due first. */
  readonly byCustomer: ReadonlyMap<CustomerId, readonly MatchItem[]>;
  /** Documents settled not long ago, by customer and total. */
  readonly settledByTotal: ReadonlyMap<string, readonly MatchItem[]>;
  readonly byAmount: ReadonlyMap<string, readonly MatchItem[]>;
  /** Documents of which a list of open items settled something, by customer. */
  readonly listedByCustomer: ReadonlyMap<CustomerId, readonly MatchItem[]>;
  readonly payers: ReadonlyMap<string, readonly CustomerId[]>;
  readonly customers: ReadonlyMap<CustomerId, MatchCustomer>;
  readonly byCustomerNumber: ReadonlyMap<string, readonly CustomerId[]>;
  /** Customers of one group, for customers that have others in theirs. */
  readonly groups: ReadonlyMap<CustomerId, readonly CustomerId[]>;
  /** By name, alias or confirmed payer name, as `comparableName` writes it. */
  readonly byName: ReadonlyMap<string, readonly CustomerId[]>;
  /** By each telling word of a name, and by its first four letters with a `*`. */
  readonly byNameToken: ReadonlyMap<string, readonly CustomerId[]>;
  readonly promises: ReadonlyMap<CustomerId, readonly MatchPromise[]>;
  readonly habits: ReadonlyMap<CustomerId, readonly PayingHabit[]>;
  /** Number, reference and order number of open documents, for comparing what may be mistyped. */
  readonly keys: ReadonlyMap<DocumentId, readonly string[]>;
  readonly longestNumber: number;
};

export const amountKey = (currency: string, cents: Cents): string => `${currency} ${cents}`;
export const customerAmountKey = (customerId: CustomerId, currency: string, cents: Cents): string => `${customerId} ${currency} ${cents}`;
/** End-to-end ids are compared without blanks, which line wraps add (bank/references.md §4). */
export const endToEndKey = (id: string): string => id.replace(/\s/g, '').toUpperCase();

const nameLimit = 140;
const andWords: ReadonlySet<string> = new Set(['en', 'et', 'and', 'und']);
/** A name as it is compared: without case, accents, marks, legal form and the words for `and`. */
export const nameKey = (name: string): string =>
  comparableName(name.slice(0, nameLimit))
    .split(' ')
    .filter((word) => !andWords.has(word))
    .join(' ');

/** Words of a name, given as its key, that can tell companies apart. */
export const nameTokens = (key: string): readonly string[] => key.split(' ').filter((word) => word.length >= 3);
export const tokenStart = (token: string): string => `${token.slice(0, 4)}*`;

const shortestDigitsKey = 5;
const shortestOrder = 4;
/** The shortest name that counts as one. */
export const shortestName = 4;

// One value is added for one document at a time, so a repetition stands at the end.
function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (values.at(-1) !== value) values.push(value);
}

function numberKeys(item: MatchItem): readonly string[] {
  const keys = new Set([bareNumber(item.number)]);
  if (item.paymentReference !== null && item.paymentReference.length <= 60) {
    const words = bareNumber(item.paymentReference);
    const isShortDigits = /^\d{4,8}$/.test(words);
    const isWords = words.length >= 4 && /\d/.test(words) && referenceKey(item.paymentReference) === null;
    if (isShortDigits || isWords) keys.add(words);
  }
  keys.delete('');
  return [...keys];
}

/** Order numbers of the customer: as written and by their digits, when those are more than a year. */
function orderKeys(item: MatchItem): readonly string[] {
  if (item.poNumber === null || item.poNumber.length > 60) return [];
  const key = bareNumber(item.poNumber);
  const digits = key.replace(/\D/g, '').replace(/^0+/, '');
  return [...new Set([key, digits.length >= shortestDigitsKey ? digits : ''])].filter((one) => one.length >= shortestOrder && /\d/.test(one));
}

export const oldestFirst = (a: MatchItem, b: MatchItem): number => {
  const [first, second] = [a.dueDate ?? a.issueDate, b.dueDate ?? b.issueDate];
  return first === second ? a.documentId - b.documentId : first < second ? -1 : 1;
};

type ItemMaps = Pick<MatchIndex, 'items' | 'byReference' | 'byNumber' | 'byDigits' | 'byOrder' | 'byDirectDebit' | 'byCustomer' | 'settledByTotal' | 'byAmount' | 'listedByCustomer' | 'keys' | 'longestNumber'>;

/** Work that stops from time to time, so that whoever does it can let others go first. */
type InSteps<T> = Generator<undefined, T, undefined>;
/** Documents or customers between two stops. */
const stepSize = 200;

function* indexItems(given: readonly MatchItem[]): InSteps<ItemMaps> {
  const items = new Map<DocumentId, MatchItem>();
  const byReference = new Map<string, MatchItem[]>();
  const byNumber = new Map<string, MatchItem[]>();
  const byDigits = new Map<string, MatchItem[]>();
  const byOrder = new Map<string, MatchItem[]>();
  const byDirectDebit = new Map<string, MatchItem[]>();
  const byCustomer = new Map<CustomerId, MatchItem[]>();
  const settledByTotal = new Map<string, MatchItem[]>();
  const byAmount = new Map<string, MatchItem[]>();
  const listedByCustomer = new Map<CustomerId, MatchItem[]>();
  const keys = new Map<DocumentId, readonly string[]>();
  let longestNumber = 0;
  for (const [at, item] of [...given].sort((a, b) => a.documentId - b.documentId).entries()) {
    if (at % stepSize === stepSize - 1) yield;
    items.set(item.documentId, item);
    const reference = item.paymentReference === null ? null : referenceKey(item.paymentReference);
    if (reference !== null) add(byReference, reference, item);
    for (const key of numberKeys(item)) {
      add(byNumber, key, item);
      longestNumber = Math.max(longestNumber, key.length);
      const digits = key.replace(/\D/g, '').replace(/^0+/, '');
      if (digits !== key && digits.length >= shortestDigitsKey) add(byDigits, digits, item);
    }
    for (const key of orderKeys(item)) {
      add(byOrder, key, item);
      longestNumber = Math.max(longestNumber, key.length);
    }
    for (const id of item.directDebitIds) add(byDirectDebit, endToEndKey(id), item);
    if (item.listed !== undefined) add(listedByCustomer, item.customerId, item);
    if (item.openCents === 0) {
      if (item.settledOn !== null) add(settledByTotal, customerAmountKey(item.customerId, item.currency, item.totalCents), item);
      continue;
    }
    keys.set(item.documentId, nearKeys(item));
    add(byCustomer, item.customerId, item);
    add(byAmount, amountKey(item.currency, item.openCents), item);
  }
  for (const ofCustomer of byCustomer.values()) ofCustomer.sort(oldestFirst);
  return { items, byReference, byNumber, byDigits, byOrder, byDirectDebit, byCustomer, settledByTotal, byAmount, listedByCustomer, keys, longestNumber };
}

type CustomerMaps = Pick<MatchIndex, 'customers' | 'byCustomerNumber' | 'groups' | 'byName' | 'byNameToken'>;

function* indexCustomers({ customers: given, history }: Pick<MatchMaterial, 'customers' | 'history'>): InSteps<CustomerMaps> {
  const sorted = [...given].sort((a, b) => a.customerId - b.customerId);
  const customers = new Map(sorted.map((customer) => [customer.customerId, customer]));
  const byCustomerNumber = new Map<string, CustomerId[]>();
  const byName = new Map<string, CustomerId[]>();
  const byNameToken = new Map<string, CustomerId[]>();
  const byGroup = new Map<CustomerId, CustomerId[]>();
  const addName = (name: string, customerId: CustomerId): void => {
    const key = nameKey(name);
    if (key.length >= shortestName) add(byName, key, customerId);
    const words = new Set(nameTokens(key));
    for (const word of words) add(byNameToken, word, customerId);
    for (const beginning of new Set([...words].map(tokenStart))) add(byNameToken, beginning, customerId);
  };
  for (const [at, { customerId, name, number, aliases, groupId }] of sorted.entries()) {
    if (at % stepSize === stepSize - 1) yield;
    for (const one of [name, ...aliases]) addName(one, customerId);
    const key = number === null ? '' : bareNumber(number);
    if (key !== '') add(byCustomerNumber, key, customerId);
    if (groupId !== null) add(byGroup, groupId, customerId);
  }
  for (const { name, customerId } of [...history.names].sort((a, b) => a.customerId - b.customerId || (a.name < b.name ? -1 : 1))) {
    if (customers.has(customerId)) addName(name, customerId);
  }
  const groups = new Map<CustomerId, readonly CustomerId[]>();
  for (const members of byGroup.values()) if (members.length > 1) for (const member of members) groups.set(member, members);
  return { customers, byCustomerNumber, groups, byName, byNameToken };
}

/** Builds the indexes in one go. */
export function buildMatchIndex(material: MatchMaterial): MatchIndex {
  const steps = matchIndexInSteps(material);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Builds the indexes; linear in what is given, but for sorting. */
export function* matchIndexInSteps(material: MatchMaterial): InSteps<MatchIndex> {
  const { letters, history, policy } = material;
  const payers = new Map<string, CustomerId[]>();
  for (const { iban, customerId } of [...history.payers].sort((a, b) => a.customerId - b.customerId)) add(payers, normalizeAccount(iban), customerId);
  const promises = new Map<CustomerId, MatchPromise[]>();
  for (const promise of [...material.promises].sort((a, b) => (a.dueOn === b.dueOn ? a.cents - b.cents : a.dueOn < b.dueOn ? -1 : 1))) add(promises, promise.customerId, promise);
  const habits = new Map<CustomerId, PayingHabit[]>();
  for (const habit of history.habits) add(habits, habit.customerId, habit);
  return {
    policy,
    ...(yield* indexItems(material.items)),
    ...(yield* indexCustomers(material)),
    byLetter: new Map(letters.map((letter) => [bareNumber(letter.reference), letter])),
    byCommunication: new Map(
      letters.flatMap((letter) => {
        const keys = [letterCommunication(letter.reference), statementReference(letter.reference)];
        return keys.flatMap((key) => (key === null ? [] : [[referenceKey(key) ?? key, letter] as const]));
      }),
    ),
    payers,
    promises,
    habits,
  };
}

/** Whether two customers are the same or companies of one group. */
export const isSameGroup = (index: MatchIndex, one: CustomerId, other: CustomerId): boolean =>
  one === other || (index.groups.get(one)?.includes(other) ?? false);
