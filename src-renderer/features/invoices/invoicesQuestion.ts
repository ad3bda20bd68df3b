import type { CallInput, OutputOf } from '../../../src-shared/contract/index.ts';
import { useAddressValue } from '../../app/address.ts';
import type { Sort } from '../../ui/table/columns.ts';

export type Filter = CallInput<'invoices.list'>['filter'];
export type InvoiceRow = OutputOf<'invoices.list'>['rows'][number];
export type InvoiceDetail = OutputOf<'invoices.get'>;
type SortKey = CallInput<'invoices.list'>['sort'];

/** The filters with a chip, in the order of the chips, and their word in the address. Without a word: what is open. */
export const chips = ['open', 'overdue', 'paid', 'disputed', 'credit', 'undated', 'inPlan', 'handedOver'] as const satisfies readonly Filter[];
const words = {
  open: null,
  overdue: 'vervallen',
  paid: 'betaald',
  disputed: 'betwist',
  credit: 'tegoed',
  undated: 'zonder-datum',
  handedOver: 'uit-handen',
  inPlan: 'regeling',
  all: 'alle',
} as const satisfies Record<Filter, string | null>;
const isFilter = (text: string): text is Filter => Object.hasOwn(words, text);

export const filterOfWord = (word: string | null): Filter => {
  const found = Object.entries(words).find(([, known]) => known === word)?.[0] ?? 'open';
  return isFilter(found) ? found : 'open';
};
export const wordOfFilter = (filter: Filter): string | null => words[filter];

const sortKeys = ['due', 'issue', 'number', 'customer', 'open', 'days'] as const satisfies readonly SortKey[];
const isSortKey = (text: string): text is SortKey => (sortKeys as readonly string[]).includes(text);

/** `due` or `open-af`: the column, and downwards with `-af`. Anything else is the oldest due date first. */
export function sortOfWord(word: string | null): { readonly key: SortKey; readonly descending: boolean } {
  const key = (word ?? '').replace(/-af$/, '');
  return isSortKey(key) ? { key, descending: word?.endsWith('-af') === true } : { key: 'due', descending: false };
}
export const wordOfSort = (sort: Sort): string => (sort.direction === 'descending' ? `${sort.key}-af` : sort.key);

export type InvoicesQuestion = Pick<CallInput<'invoices.list'>, 'query' | 'filter' | 'customerId' | 'sort' | 'descending'>;

/** The filter, the order and the search text, all in the address, so that Back and a bookmark bring the same list. */
export function useInvoicesQuestion() {
  const [word, setWord] = useAddressValue('filter');
  const [order, setOrder] = useAddressValue('volgorde');
  const [text, setText] = useAddressValue('zoek');
  const filter = filterOfWord(word);
  const sort = sortOfWord(order);
  return {
    filter,
    sort: { key: sort.key, direction: sort.descending ? 'descending' : 'ascending' } satisfies Sort,
    text: text ?? '',
    setFilter: (wanted: Filter) => setWord(wordOfFilter(wanted)),
    setSort: (wanted: Sort) => setOrder(wordOfSort(wanted)),
    setText: (typed: string) => setText(typed === '' ? null : typed),
  };
}
