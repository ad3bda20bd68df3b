/** The aging list as rows and columns, in the reader's language; how a file writes them is not its business. */
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { catalogs } from '../../../src-shared/locales/catalogs.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';
import { type Cents, negateCents, subtractCents } from '../../../src-shared/money.ts';
import { ageItem, type AgingBasis } from '../../domain/aging/aging.ts';
import type { OpenItem, UnmatchedItem } from '../../ledger/documents/openItems.ts';

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly cents: Cents }
  | { readonly kind: 'date'; readonly date: PlainDateText }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'empty' };
export type Table = {
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows at the end that are sums of the others. */
  readonly sums: readonly (readonly Cell[])[];
};
export type AgingList = OutputOf<'aging.list'>;

const text = (value: string): Cell => ({ kind: 'text', text: value });
const amount = (cents: Cents): Cell => ({ kind: 'amount', cents });
const date = (value: PlainDateText | null): Cell => (value === null ? { kind: 'empty' } : { kind: 'date', date: value });
const empty: Cell = { kind: 'empty' };
const narrow = 15;

type Sums = Pick<AgingList['customers'][number], 'buckets' | 'open' | 'overdue' | 'unmatched'>;

/** One row per customer, the totals, and what is open in other currencies. */
export function customerTable(list: AgingList, basis: AgingBasis, language: Language): Table {
  const { aging, common } = catalogs[language];
  const names = basis === 'due' ? common.ageShort : aging.issueShort;
  const row = (name: string, sums: Sums): readonly Cell[] => [
    text(name),
    text('EUR'),
    amount(sums.buckets.notDue),
    amount(sums.buckets.days1to30),
    amount(sums.buckets.days31to60),
    amount(sums.buckets.days61to90),
    amount(sums.buckets.over90),
    amount(sums.buckets.undated),
    amount(sums.open),
    amount(negateCents(sums.unmatched)),
    amount(subtractCents(sums.open, sums.unmatched)),
  ];
  const amounts = [names.notDue, names.days1to30, names.days31to60, names.days61to90, names.over90, names.undated, aging.open, aging.unmatched, common.total];
  const others = list.otherCurrencies.map(({ currency, open }) => [text(common.total), text(currency), empty, empty, empty, empty, empty, empty, amount(open), empty, empty]);
  return {
    columns: [{ name: aging.customer, width: 34 }, { name: aging.currency, width: 8 }, ...amounts.map((name) => ({ name, width: narrow }))],
    rows: list.customers.map((customer) => row(customer.name === '' ? aging.unknownPayer : customer.name, customer)),
    sums: [row(common.total, { ...list, buckets: list.totals }), ...others],
  };
}

export type AgingItems = { readonly documents: readonly OpenItem[]; readonly receipts: readonly UnmatchedItem[] };

/** One row per open document and per receipt that is not assigned; the open amounts in euro add up to the total of the list. */
export function documentTable(items: AgingItems, question: { readonly asOf: PlainDateText; readonly basis: AgingBasis }, language: Language): Table {
  const { aging, common } = catalogs[language];
  const names = question.basis === 'due' ? common.ageShort : aging.issueShort;
  const documents = items.documents.map((item): readonly Cell[] => [
    text(item.customerName),
    text(aging.kinds[item.kind]),
    text(item.number),
    date(item.issueDate),
    date(item.dueDate),
    item.dueDate === null ? empty : { kind: 'count', count: Math.max(0, daysBetween(item.dueDate, question.asOf)) },
    text(names[ageItem({ ...item, openCents: item.open }, question.asOf, question.basis).bucket]),
    text(item.currency),
    amount(item.total),
    amount(item.open),
  ]);
  const receipts = items.receipts.map((receipt): readonly Cell[] => [
    text(receipt.customerName ?? aging.unknownPayer),
    text(aging.unmatchedReceipt),
    empty,
    date(receipt.bookDate),
    empty,
    empty,
    text(aging.unmatched),
    text(receipt.currency),
    empty,
    amount(negateCents(receipt.unmatched)),
  ]);
  const columns = [
    { name: aging.customer, width: 34 },
    { name: aging.kind, width: 22 },
    { name: aging.number, width: 18 },
    { name: aging.issueDate, width: narrow },
    { name: aging.dueDate, width: narrow },
    { name: aging.daysLate, width: narrow },
    { name: aging.title, width: 18 },
    { name: aging.currency, width: 8 },
    { name: aging.amount, width: narrow },
    { name: aging.open, width: narrow },
  ];
  return { columns, rows: [...documents, ...receipts], sums: [] };
}
