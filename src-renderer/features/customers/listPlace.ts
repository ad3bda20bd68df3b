import { standardSort, type SortKey } from './customerList.ts';

/** Where the reader was in the list: its address, its order and how far it was scrolled. For the way back, and for j and k on a customer. */
export type ListPlace = { readonly address: string; readonly order: readonly number[]; readonly sortKey: SortKey; readonly scrollTop: number };

let place: ListPlace = { address: '/debiteuren', order: [], sortKey: standardSort.key, scrollTop: 0 };

export const listPlace = (): ListPlace => place;
export const rememberListPlace = (change: Partial<ListPlace>): void => {
  place = { ...place, ...change };
};
