/** Indexes over documents, accounts and names, so that a receipt is looked up and never compared with every document. */
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { comparableName } from '../receivable/documentDirection.ts';
import { numberMatchKey } from '../receivable/numberMatchKey.ts';
import { normalizeAccount } from '../references/iban.ts';
import type { MatchCustomer, MatchItem, MatchLetter, PayerAccount } from './matchTypes.ts';
import { referenceKey } from './referenceKey.ts';

export type MatchIndex = {
  readonly items: ReadonlyMap<DocumentId, MatchItem>;
  readonly byReference: ReadonlyMap<string, readonly MatchItem[]>;
  /** By number without leading zeros, and by a payment reference that is words or few digits. */
  readonly byNumber: ReadonlyMap<string, readonly MatchItem[]>;
  /** By the digits of a number that also has letters, for payers who leave out the prefix. */
  readonly byDigits: ReadonlyMap<string, readonly MatchItem[]>;
  /** By the reference of a letter of ours, `H-2026-0211`, without its marks. */
  readonly byLetter: ReadonlyMap<string, MatchLetter>;
  readonly byCustomer: ReadonlyMap<CustomerId, readonly MatchItem[]>;
  readonly byAmount: ReadonlyMap<string, readonly MatchItem[]>;
  readonly byCustomerAmount: ReadonlyMap<string, readonly MatchItem[]>;
  readonly payers: ReadonlyMap<string, readonly CustomerId[]>;
  readonly customerNames: ReadonlyMap<CustomerId, string>;
  readonly byNameToken: ReadonlyMap<string, readonly CustomerId[]>;
  readonly longestNumber: number;
};

/** Numbers are compared without separators and without leading zeros, which payers and spreadsheets drop. */
export const bareNumber = (number: string): string => numberMatchKey(number).replace(/^0+(?=.)/, '');
export const amountKey = (currency: string, cents: Cents): string => `${currency} ${cents}`;
export const customerAmountKey = (customerId: CustomerId, currency: string, cents: Cents): string => `${customerId} ${currency} ${cents}`;

/** Words of a name that can tell companies apart. */
export const nameTokens = (name: string): readonly string[] =>
  comparableName(name.slice(0, 140))
    .split(' ')
    .filter((word) => word.length >= 3);

const shortestDigitsKey = 5;

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

/** Builds the indexes; linear in the number of documents, letters, accounts and customers. */
export function buildMatchIndex(input: {
  readonly items: readonly MatchItem[];
  readonly letters: readonly MatchLetter[];
  readonly payers: readonly PayerAccount[];
  readonly customers: readonly MatchCustomer[];
}): MatchIndex {
  const items = new Map<DocumentId, MatchItem>();
  const byReference = new Map<string, MatchItem[]>();
  const byNumber = new Map<string, MatchItem[]>();
  const byDigits = new Map<string, MatchItem[]>();
  const byCustomer = new Map<CustomerId, MatchItem[]>();
  const byAmount = new Map<string, MatchItem[]>();
  const byCustomerAmount = new Map<string, MatchItem[]>();
  let longestNumber = 0;
  for (const item of [...input.items].sort((a, b) => a.documentId - b.documentId)) {
    items.set(item.documentId, item);
    const reference = item.paymentReference === null ? null : referenceKey(item.paymentReference);
    if (reference !== null) add(byReference, reference, item);
    for (const key of numberKeys(item)) {
      add(byNumber, key, item);
      longestNumber = Math.max(longestNumber, key.length);
      const digits = key.replace(/\D/g, '').replace(/^0+/, '');
      if (digits !== key && digits.length >= shortestDigitsKey) add(byDigits, digits, item);
    }
    if (item.openCents === 0) continue;
    add(byCustomer, item.customerId, item);
    add(byAmount, amountKey(item.currency, item.openCents), item);
    add(byCustomerAmount, customerAmountKey(item.customerId, item.currency, item.openCents), item);
  }
  const payers = new Map<string, CustomerId[]>();
  for (const { iban, customerId } of input.payers) add(payers, normalizeAccount(iban), customerId);
  const byNameToken = new Map<string, CustomerId[]>();
  for (const { customerId, name } of input.customers) for (const token of new Set(nameTokens(name))) add(byNameToken, token, customerId);
  const customerNames = new Map(input.customers.map(({ customerId, name }) => [customerId, name]));
  return {
    items,
    byReference,
    byNumber,
    byDigits,
    byLetter: new Map(input.letters.map((letter) => [bareNumber(letter.reference), letter])),
    byCustomer,
    byAmount,
    byCustomerAmount,
    payers,
    customerNames,
    byNameToken,
    longestNumber,
  };
}
