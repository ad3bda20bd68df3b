/** Names of payers against names of customers, without case, accents, punctuation and legal forms. A name is never enough on its own. */
import type { CustomerId } from '../../../src-shared/ids.ts';
import { comparableName } from '../receivable/documentDirection.ts';
import { type MatchIndex, nameTokens } from './matchIndex.ts';

const nameLimit = 140;

/** Whether two names are the same apart from spelling and legal form. */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [comparableName(a.slice(0, nameLimit)), comparableName(b.slice(0, nameLimit))];
  return left.length >= 4 && left === right;
}

/** Customers that share all telling words with the payer's name, or whose telling words all occur in it; the most words first. */
export function customersNamed(payerName: string | null, index: MatchIndex): readonly CustomerId[] {
  if (payerName === null) return [];
  const words = new Set(nameTokens(payerName));
  const shared = new Map<CustomerId, number>();
  for (const word of words) {
    const customers = index.byNameToken.get(word) ?? [];
    // A word that very many customers share tells nothing.
    if (customers.length > 200) continue;
    for (const customerId of customers) shared.set(customerId, (shared.get(customerId) ?? 0) + 1);
  }
  return [...shared]
    .filter(([customerId, count]) => count === words.size || count === new Set(nameTokens(index.customerNames.get(customerId) ?? '')).size)
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .map(([customerId]) => customerId)
    .slice(0, 5);
}
