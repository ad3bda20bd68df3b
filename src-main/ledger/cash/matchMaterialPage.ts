/** The material of the matcher in pages, and the pages put together again. No database here: a thread that only matches loads this. */
import type { MatchCustomer, MatchHistory, MatchItem, MatchLetter, MatchMaterial, MatchPolicy, MatchPromise } from '../../domain/matching/matchTypes.ts';

const none: readonly never[] = [];

export type MaterialPage =
  | { readonly kind: 'items'; readonly rows: readonly MatchItem[] }
  | { readonly kind: 'customers'; readonly rows: readonly MatchCustomer[] }
  | { readonly kind: 'letters'; readonly rows: readonly MatchLetter[] }
  | { readonly kind: 'promises'; readonly rows: readonly MatchPromise[] }
  | { readonly kind: 'history'; readonly history: MatchHistory };

/** The pages as the matcher takes them. */
export function joinedMaterial(pages: Iterable<MaterialPage>, policy: MatchPolicy): MatchMaterial {
  const [items, customers, letters, promises]: [MatchItem[], MatchCustomer[], MatchLetter[], MatchPromise[]] = [[], [], [], []];
  let history: MatchHistory = { payers: none, names: none, habits: none };
  for (const page of pages) {
    if (page.kind === 'items') for (const row of page.rows) items.push(row);
    else if (page.kind === 'customers') for (const row of page.rows) customers.push(row);
    else if (page.kind === 'letters') for (const row of page.rows) letters.push(row);
    else if (page.kind === 'promises') for (const row of page.rows) promises.push(row);
    else history = page.history;
  }
  return { items, letters, customers, promises, history, policy };
}
