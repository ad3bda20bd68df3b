/**
 * The aging list as of a date (product/metrics.md §9): every document with an open balance lies in exactly one bucket, and the buckets plus
 * the unmatched receipts add up to the ledger. By due date, or by issue date for banks and factors. Currencies stand apart and are never added.
 */
import { type PlainDateText, daysBetween } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, negateCents, zeroCents } from '../../../src-shared/money.ts';

export type AgingBasis = 'due' | 'issue';

export const agingBuckets = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90', 'undated'] as const;
/** By issue date `days1to30` holds 0–30 days, and `notDue` and `undated` stay empty: every document has an issue date. */
export type AgingBucket = (typeof agingBuckets)[number];
const overdueBuckets: readonly AgingBucket[] = ['days1to30', 'days31to60', 'days61to90', 'over90'];

/** An open document with its balance as of the date asked for: positive is owed to us, negative is a credit note or an over-payment. */
export type AgingItem = {
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly currency: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly openCents: Cents;
};

/** The part of a receipt that was not assigned as of the date, as a positive amount; the customer is null when the payer is not known. */
export type UnmatchedReceipt = {
  readonly bankEntryId: BankEntryId;
  readonly customerId: CustomerId | null;
  readonly currency: string;
  readonly bookDate: PlainDateText;
  readonly unmatchedCents: Cents;
};

export type AgedItem = AgingItem & {
  readonly bucket: AgingBucket;
  /** Days past due (negative before), or days since issue; null without a due date. */
  readonly days: number | null;
};

/** Sums of one row or of a whole currency. `totalCents` = the buckets + `unmatchedCents` (which is zero or negative). */
export type AgingSums = {
  readonly buckets: Readonly<Record<AgingBucket, Cents>>;
  /** Sum of all buckets: what the documents say, before unmatched receipts. */
  readonly receivableCents: Cents;
  readonly overdueCents: Cents;
  readonly unmatchedCents: Cents;
  readonly totalCents: Cents;
  readonly documentCount: number;
  readonly overdueCount: number;
};

/** One customer in one currency; `customerId` null collects the receipts of unknown payers. */
export type AgingRow = AgingSums & {
  readonly customerId: CustomerId | null;
  /** Largest number of days past due among positive items; null when nothing is overdue. */
  readonly oldestDays: number | null;
  readonly items: readonly AgedItem[];
};

export type AgingCurrency = { readonly currency: string; readonly rows: readonly AgingRow[]; readonly totals: AgingSums };
/** EUR first, the other currencies in alphabetical order; rows by customer id, unknown payers last. */
export type AgingList = { readonly asOf: PlainDateText; readonly basis: AgingBasis; readonly currencies: readonly AgingCurrency[] };

/**
 * The date an item ages from; null when it has none. A credit balance without a due date can be used at once, so it ages from its issue
 * date: electronic credit notes rarely carry a due date and must not look like a data error.
 */
export function agingDate(item: Pick<AgingItem, 'issueDate' | 'dueDate' | 'openCents'>, basis: AgingBasis): PlainDateText | null {
  if (basis === 'issue') return item.issueDate;
  return item.dueDate ?? (item.openCents < 0 ? item.issueDate : null);
}

/** The bucket for a number of days past the aging date. By due date, day 0 is the due date itself: not due. */
export function bucketOfDays(days: number, basis: AgingBasis): AgingBucket {
  if (basis === 'due' && days <= 0) return 'notDue';
  if (days <= 30) return 'days1to30';
  if (days <= 60) return 'days31to60';
  return days <= 90 ? 'days61to90' : 'over90';
}

/** Places one item in its bucket. */
export function ageItem(item: AgingItem, asOf: PlainDateText, basis: AgingBasis): AgedItem {
  const from = agingDate(item, basis);
  if (from === null) return { ...item, bucket: 'undated', days: null };
  const days = daysBetween(from, asOf);
  return { ...item, bucket: bucketOfDays(days, basis), days };
}

type OpenSums = { -readonly [Key in keyof Omit<AgingSums, 'buckets'>]: AgingSums[Key] } & { buckets: Record<AgingBucket, Cents> };
type OpenRow = OpenSums & { customerId: CustomerId | null; oldestDays: number | null; items: AgedItem[] };

const emptySums = (): OpenSums => ({
  buckets: {
    notDue: zeroCents,
    days1to30: zeroCents,
    days31to60: zeroCents,
    days61to90: zeroCents,
    over90: zeroCents,
    undated: zeroCents,
  },
  receivableCents: zeroCents,
  overdueCents: zeroCents,
  unmatchedCents: zeroCents,
  totalCents: zeroCents,
  documentCount: 0,
  overdueCount: 0,
});

function addItem(sums: OpenSums, item: AgedItem): void {
  sums.buckets[item.bucket] = addCents(sums.buckets[item.bucket], item.openCents);
  sums.receivableCents = addCents(sums.receivableCents, item.openCents);
  sums.totalCents = addCents(sums.totalCents, item.openCents);
  sums.documentCount += 1;
  if (!overdueBuckets.includes(item.bucket)) return;
  sums.overdueCents = addCents(sums.overdueCents, item.openCents);
  sums.overdueCount += 1;
}

function addUnmatched(sums: OpenSums, receipt: UnmatchedReceipt): void {
  const effect = negateCents(receipt.unmatchedCents);
  sums.unmatchedCents = addCents(sums.unmatchedCents, effect);
  sums.totalCents = addCents(sums.totalCents, effect);
}

const currencyOrder = (a: string, b: string): number => (a === b ? 0 : a === 'EUR' ? -1 : b === 'EUR' ? 1 : a < b ? -1 : 1);
const rowOrder = (a: OpenRow, b: OpenRow): number => (a.customerId ?? Number.MAX_SAFE_INTEGER) - (b.customerId ?? Number.MAX_SAFE_INTEGER);

type OpenCurrency = { readonly rows: Map<CustomerId | null, OpenRow>; readonly totals: OpenSums };

function rowOf(byCurrency: Map<string, OpenCurrency>, currency: string, customerId: CustomerId | null): { row: OpenRow; totals: OpenSums } {
  let found = byCurrency.get(currency);
  if (found === undefined) {
    found = { rows: new Map(), totals: emptySums() };
    byCurrency.set(currency, found);
  }
  let row = found.rows.get(customerId);
  if (row === undefined) {
    row = { ...emptySums(), customerId, oldestDays: null, items: [] };
    found.rows.set(customerId, row);
  }
  return { row, totals: found.totals };
}

/**
 * The aging list of documents and unmatched receipts with their balances as of `asOf`. What is owed on a document dated after `asOf` and
 * every balance of zero is left out, so that as of a past date nothing later can show. Money that was assigned before the date of its
 * invoice is a credit on that day: the ledger counts it, so it stays in.
 */
export function ageItems(input: {
  readonly items: readonly AgingItem[];
  readonly unmatched: readonly UnmatchedReceipt[];
  readonly asOf: PlainDateText;
  readonly basis: AgingBasis;
}): AgingList {
  const byCurrency = new Map<string, OpenCurrency>();
  for (const item of input.items) {
    if (item.openCents === 0 || (item.issueDate > input.asOf && item.openCents > 0)) continue;
    const aged = ageItem(item, input.asOf, input.basis);
    const { row, totals } = rowOf(byCurrency, item.currency, item.customerId);
    row.items.push(aged);
    addItem(row, aged);
    addItem(totals, aged);
    const isOverdue = aged.days !== null && aged.openCents > 0 && overdueBuckets.includes(aged.bucket);
    if (isOverdue && aged.days > (row.oldestDays ?? -1)) row.oldestDays = aged.days;
  }
  for (const receipt of input.unmatched) {
    if (receipt.unmatchedCents === 0 || receipt.bookDate > input.asOf) continue;
    const { row, totals } = rowOf(byCurrency, receipt.currency, receipt.customerId);
    addUnmatched(row, receipt);
    addUnmatched(totals, receipt);
  }
  const currencies = [...byCurrency.entries()]
    .sort(([a], [b]) => currencyOrder(a, b))
    .map(([currency, { rows, totals }]) => ({ currency, rows: [...rows.values()].sort(rowOrder), totals }));
  return { asOf: input.asOf, basis: input.basis, currencies };
}
