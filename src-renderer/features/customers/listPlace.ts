import { standardSort, type SortKey } from './customerList.ts';

/** Where the reader was in the list: its address and its order. For the way back, and for j and k on a customer. */
export type ListPlace = { readonly address: string; readonly order: readonly number[]; readonly sortKey: SortKey };

let place: ListPlace = { address: '/debiteuren', order: [], sortKey: standardSort.key };

export const listPlace = (): ListPlace => place;
export const rememberListPlace = (change: Partial<ListPlace>): void => {
  place = { ...place, ...change };
};
