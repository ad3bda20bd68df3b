/** Loads what the planner must know (`domain/dunning/dunningFacts.ts`) in a fixed number of queries, for one customer or for all. */
import { zLawSettings } from '../../../src-shared/contract/law.ts';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, HoldId } from '../../../src-shared/ids.ts';
import { type Cents, zeroCents } from '../../../src-shared/money.ts';
import type { DunningCustomer, DunningFacts, DunningItem, HandledStep, Hold, UnmatchedFromPayer } from '../../domain/dunning/dunningFacts.ts';
import { type DoubtfulMoney, doubtfulMoney } from '../bank/bankDoubts.ts';
import type { ReadableDb } from '../connection.ts';
import { handoversNow } from '../customers/handover.ts';
import { plansOfDocuments } from '../customers/paymentPlans.ts';
import { readSetting } from '../settings.ts';
import { prepared } from '../statements.ts';
import { namedReceipts } from './namedReceipts.ts';

export type FactsQuestion = { readonly today: PlainDateText; readonly customerId: CustomerId | null };
type Parameters = { today: PlainDateText; customerId: CustomerId | null; since: PlainDateText };

type ItemRow = {
  documentId: DocumentId;
  customerId: CustomerId;
  currency: string;
  issueDate: PlainDateText;
  dueDate: PlainDateText | null;
  openCents: Cents;
  disputedCents: Cents | null;
  collectHold: string | null;
  importedOn: PlainDateText | null;
  resolvedOn: PlainDateText | null;
};
type HoldRow = { holdId: HoldId; customerId: CustomerId; documentId: DocumentId | null; reason: string; until: PlainDateText; endedOn: PlainDateText | null };
type CustomerRow = {
  customerId: CustomerId;
  kind: 'business' | 'consumer';
  country: string;
  ladderKey: string | null;
  preferredChannel: 'email' | 'letter';
  hasEmail: number;
  hasPostalAddress: number;
  insolventOn: PlainDateText | null;
  promisedFor: PlainDateText | null;
  isTermAgreed: 0 | 1 | null;
};

/** One customer is looked up; for all, the open balances are walked. SQLite would read every document there is for a condition that fits both. */
const openOf = (customerId: CustomerId | null): string =>
  customerId === null
    ? 'document_balance b INDEXED BY document_balance_open CROSS JOIN document d ON d.id = b.document_id WHERE b.open <> 0'
    : 'document_balance b INDEXED BY document_balance_customer CROSS JOIN document d ON d.id = b.document_id WHERE b.customer_id = @customerId AND b.settled_on IS NULL AND b.open <> 0';
const only = (column: string, customerId: CustomerId | null): string => (customerId === null ? '' : ` AND ${column} = @customerId`);

const itemSql = (customerId: CustomerId | null): string => `SELECT d.id AS documentId, d.customer_id AS customerId, d.currency, d.issue_date AS issueDate, d.due_date AS dueDate, b.open AS openCents,
    (SELECT sum(x.cents) FROM dispute x WHERE x.document_id = d.id AND x.resolved_on IS NULL) AS disputedCents,
    (SELECT max(x.resolved_on) FROM dispute x WHERE x.document_id = d.id) AS resolvedOn,
    d.collect_hold AS collectHold, (SELECT substr(i.at, 1, 10) FROM import_file f JOIN import i ON i.id = f.import_id WHERE f.id = d.import_file_id) AS importedOn
  FROM ${openOf(customerId)} ORDER BY d.id`;

const holdSql = (customerId: CustomerId | null): string => `SELECT id AS holdId, customer_id AS customerId, document_id AS documentId, reason, until, substr(ended_at, 1, 10) AS endedOn FROM hold
  WHERE 1${only('customer_id', customerId)} ORDER BY until`;

const customerSql = (customerId: CustomerId | null): string => `SELECT c.id AS customerId, CASE WHEN EXISTS (SELECT 1 FROM customer_law w WHERE w.customer_id = c.id AND w.is_treated_as_consumer = 1) THEN 'consumer' ELSE c.kind END AS kind, c.country, c.ladder AS ladderKey, c.channel AS preferredChannel, (SELECT w.is_term_agreed FROM customer_law w WHERE w.customer_id = c.id) AS isTermAgreed,
    (c.email <> '' OR EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = c.id AND k.is_payment_contact = 1 AND k.removed_at IS NULL AND k.email <> '')) AS hasEmail,
    (c.street <> '' AND c.city <> '') AS hasPostalAddress, c.insolvent_on AS insolventOn,
    (SELECT max(p.due_on) FROM promise p WHERE p.customer_id = c.id AND p.cancelled_at IS NULL) AS promisedFor
  FROM customer c WHERE c.id IN (SELECT b.customer_id FROM ${openOf(customerId)}) ORDER BY c.id`;

/** What waits is little: it is asked whose it is, by name or by account, instead of every receipt there ever was. */
const unmatchedSql = (customerId: CustomerId | null): string => `WITH waiting AS MATERIALIZED (
    SELECT e.id, e.book_date, b.unmatched, e.customer_id, e.counter_iban FROM bank_entry_balance b INDEXED BY bank_entry_balance_unmatched
    CROSS JOIN bank_entry e ON e.id = b.bank_entry_id
    WHERE b.unmatched <> 0 AND b.unmatched > 0 AND e.removed_at IS NULL AND (e.parked_reason IS NULL OR e.parked_until < @today))
  SELECT customer_id AS customerId, id AS bankEntryId, book_date AS bookDate, unmatched AS amountCents FROM waiting WHERE customer_id IS NOT NULL${only('customer_id', customerId)}
  UNION SELECT i.customer_id, w.id, w.book_date, w.unmatched FROM waiting w CROSS JOIN customer_iban i ON i.iban = w.counter_iban WHERE 1${only('i.customer_id', customerId)}
  ORDER BY 3`;

/** Money of nobody known that waits: little, and compared with what is open by its amount. */
const strangersSql = `SELECT e.id AS bankEntryId, e.book_date AS bookDate, b.unmatched AS amountCents, e.currency FROM bank_entry_balance b INDEXED BY bank_entry_balance_unmatched
  CROSS JOIN bank_entry e ON e.id = b.bank_entry_id
  WHERE b.unmatched <> 0 AND b.unmatched > 0 AND e.customer_id IS NULL AND e.removed_at IS NULL AND (e.parked_reason IS NULL OR e.parked_until < @today) ORDER BY e.book_date, e.id`;
type Stranger = UnmatchedFromPayer & { readonly currency: string };
/** What stands on the review list is compared as money that waits is: it may be in no other file. */
const fromReviewList = ({ bookDate, amountCents, currency }: DoubtfulMoney): Stranger => ({ bankEntryId: null, bookDate, amountCents, currency });

/** The day on which we learned that a payment of a document went back; newest first. */
const returnsSql = `SELECT a.document_id AS documentId, max(substr(j.recorded_at, 1, 10)) AS learnedOn FROM money_back m CROSS JOIN allocation a ON a.entry_id = m.entry_id CROSS JOIN journal_entry j ON j.id = m.entry_id
  WHERE m.kind = 'return' AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = m.entry_id) GROUP BY a.document_id`;

/** The oldest receipt of nobody known that is exactly what is open or asked for of the document, and not older than it. */
function sameAmountReceipt(strangers: ReadonlyMap<string, readonly Stranger[]>, item: Pick<ItemRow, 'currency' | 'openCents' | 'disputedCents' | 'issueDate'>): UnmatchedFromPayer | null {
  for (const cents of new Set([item.openCents, item.openCents - (item.disputedCents ?? 0)])) {
    const found = strangers.get(`${item.currency} ${cents}`)?.find(({ bookDate }) => bookDate >= item.issueDate);
    if (found !== undefined) return { bankEntryId: found.bankEntryId, bookDate: found.bookDate, amountCents: found.amountCents };
  }
  return null;
}

/**
 * A message that is approved and did not go out yet, or of which a person must say what became of it, counts as one of today: its customer
 * gets no other message meanwhile, and the next step is counted from the day it really goes.
 */
const messageSql = (customerId: CustomerId | null): string => `SELECT m.customer_id AS customerId, max(m.planned_on, coalesce(m.sent_on, @today)) AS onDate
  FROM message m WHERE m.state IN ('approved', 'sending', 'sent', 'unconfirmed', 'failed')${only('m.customer_id', customerId)}
    AND max(m.planned_on, coalesce(m.sent_on, @today)) >= @since`;

const handledSql = (customerId: CustomerId | null): string => `SELECT md.document_id AS documentId, m.step AS stepKey, coalesce(m.sent_on, max(m.planned_on, @today)) AS onDate, m.channel, m.pay_by AS payBy, 'sent' AS outcome
    FROM message m JOIN message_document md ON md.message_id = m.id JOIN document_balance b ON b.document_id = md.document_id
    WHERE m.state IN ('approved', 'sending', 'sent', 'unconfirmed', 'failed') AND b.open <> 0${only('m.customer_id', customerId)}
  UNION ALL SELECT s.document_id, s.step, substr(s.decided_at, 1, 10), NULL, NULL, 'skipped' FROM due_step s JOIN document d ON d.id = s.document_id
    WHERE s.state = 'skipped'${only('d.customer_id', customerId)}`;

type HandledRow = { documentId: DocumentId; stepKey: string; onDate: PlainDateText; channel: 'email' | 'letter' | null; payBy: PlainDateText | null; outcome: 'sent' | 'skipped' };

const isRunning = (row: HoldRow, today: PlainDateText): boolean => row.endedOn === null && row.until >= today;
const toHold = (row: HoldRow | undefined): Hold | null => (row === undefined ? null : { holdId: row.holdId, reason: row.reason, until: row.until });
/** The day on which follow-up could go on after a pause. */
const freeFrom = (row: HoldRow): PlainDateText => row.endedOn ?? addDays(row.until, 1);

function latest(dates: readonly (PlainDateText | null)[]): PlainDateText | null {
  return dates.reduce<PlainDateText | null>((newest, date) => (date !== null && (newest === null || date > newest) ? date : newest), null);
}

function groupBy<K, V>(rows: readonly V[], key: (row: V) => K): Map<K, V[]> {
  return Map.groupBy(rows, key);
}

/** The facts as they stand now. Documents in another currency than euro are given too; the planner knows what to do with them. */
export function readDunningFacts(db: ReadableDb, question: FactsQuestion): DunningFacts {
  const parameters: Parameters = { ...question, since: addDays(question.today, -60) };
  const all = <R>(sqlFor: (customerId: CustomerId | null) => string): R[] => prepared<[Parameters], R>(db, sqlFor(question.customerId)).all(parameters);
  const holds = all<HoldRow>(holdSql);
  const byDocument = groupBy(holds.filter((hold) => hold.documentId !== null), (hold) => hold.documentId);
  const byCustomer = groupBy(holds.filter((hold) => hold.documentId === null), (hold) => hold.customerId);
  const customerRows = all<CustomerRow>(customerSql);
  const isTermAgreed = readSetting(db, 'law', zLawSettings)?.isTermAgreed ?? false;
  const elsewhere = handoversNow(db, question.customerId);
  const promises = new Map(customerRows.map((row) => [row.customerId, row.promisedFor]));
  const doubtful = groupBy(doubtfulMoney(db), (row) => row.customerId);
  const unknown = [...prepared<[Parameters], Stranger>(db, strangersSql).all(parameters), ...(doubtful.get(null) ?? []).map(fromReviewList)];
  const strangers = Map.groupBy(unknown, ({ currency, amountCents }) => `${currency} ${amountCents}`);
  const returned = new Map(prepared<[], { documentId: DocumentId; learnedOn: PlainDateText }>(db, returnsSql).all().map(({ documentId, learnedOn }) => [documentId, learnedOn]));
  const named = namedReceipts(db, question.customerId);
  const plans = plansOfDocuments(db, question.customerId);
  const items = all<ItemRow>(itemSql).map(({ importedOn, resolvedOn, disputedCents, ...row }): DunningItem => {
    const own = byDocument.get(row.documentId) ?? [];
    const passed = [...own, ...(byCustomer.get(row.customerId) ?? [])].filter((hold) => !isRunning(hold, question.today)).map(freeFrom);
    const promise = promises.get(row.customerId) ?? null;
    return {
      ...row,
      disputedCents: disputedCents ?? zeroCents,
      isSent: true,
      hold: toHold(own.findLast((hold) => isRunning(hold, question.today))),
      followUpFrom: latest([importedOn, resolvedOn, returned.get(row.documentId) ?? null, ...passed, promise === null || promise >= question.today ? null : addDays(promise, 1), plans.endedOn.get(row.documentId) ?? null, elsewhere.endedOn.get(row.customerId) ?? null]),
      plannedPayment: plans.next.get(row.documentId) ?? null,
      sameAmountReceipt: sameAmountReceipt(strangers, { ...row, disputedCents }),
      namedReceipt: named.get(row.documentId) ?? null,
    };
  });
  const unmatched = groupBy(all<UnmatchedFromPayer & { customerId: CustomerId }>(unmatchedSql), (row) => row.customerId);
  const messages = groupBy(all<{ customerId: CustomerId; onDate: PlainDateText }>(messageSql), (row) => row.customerId);
  const customers = customerRows.map(
    (row): DunningCustomer => ({
      ...row,
      isTermAgreed: row.isTermAgreed === null ? isTermAgreed : row.isTermAgreed === 1,
      hasEmail: row.hasEmail === 1,
      hasPostalAddress: row.hasPostalAddress === 1,
      paysByDirectDebit: false,
      handedOver: elsewhere.running.get(row.customerId) ?? null,
      hold: toHold((byCustomer.get(row.customerId) ?? []).findLast((hold) => isRunning(hold, question.today))),
      unmatchedReceipts: [...(unmatched.get(row.customerId) ?? []), ...(doubtful.get(row.customerId) ?? []).map(fromReviewList)].map(({ bankEntryId, bookDate, amountCents }) => ({ bankEntryId, bookDate, amountCents })),
      messageDates: (messages.get(row.customerId) ?? []).map((message) => message.onDate),
    }),
  );
  const handled = all<HandledRow>(handledSql).map(
    ({ onDate, ...row }): HandledStep => ({ ...row, on: onDate }),
  );
  return { items, customers, handled };
}

/**
 * Up to which day the bank is known: the newest statement of each of our accounts, and of those the oldest, because one forgotten account is
 * enough to dun somebody who paid. An account without statements in the two months before the newest one is no longer in use. A day that is
 * yet to come proves nothing about today: of a statement that closes then, the newest booking up to today counts. Null without bank data.
 */
export function newestBooking(db: ReadableDb, today: PlainDateText): PlainDateText | null {
  return (
    prepared<[{ today: PlainDateText }], { newest: PlainDateText | null }>(
      db,
      `WITH dated AS (SELECT s.own_account_id, CASE WHEN s.closing_date <= @today THEN s.closing_date
           ELSE (SELECT max(e.book_date) FROM bank_entry e WHERE e.statement_id = s.id AND e.removed_at IS NULL AND e.book_date <= @today) END AS day
         FROM statement s JOIN own_account a ON a.id = s.own_account_id WHERE a.ownership = 'ours' AND s.removed_at IS NULL AND s.closing_date IS NOT NULL),
       known AS (SELECT own_account_id, max(day) AS closed FROM dated WHERE day IS NOT NULL GROUP BY own_account_id)
       SELECT min(closed) AS newest FROM known WHERE closed >= (SELECT date(max(closed), '-62 days') FROM known)`,
    ).get({ today })?.newest ?? null
  );
}
