/**
 * Money that came in, waits and names an open document: by its number, its reference, or a letter of ours that asked for it. Whoever paid and
 * whatever the reason it waits, nobody is reminded of such a document. Only a person frees it: by saying that the money is another
 * customer's, or not for what it names. Our own money, moved between our accounts, names nothing.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, zeroCents } from '../../../src-shared/money.ts';
import type { NamedReceipt } from '../../domain/dunning/dunningFacts.ts';
import type { MatchItem, MatchReceipt } from '../../domain/matching/matchTypes.ts';
import { documentKeys, type DocumentNames, howNamed, letterReferences, type ReceiptTexts, writtenKeys } from '../../domain/matching/namedByReceipt.ts';
import { doubtfulTexts } from '../bank/bankDoubts.ts';
import type { ReadableDb, Steps } from '../connection.ts';
import { atOnce } from '../inTurns.ts';
import { type Span, spans } from '../spans.ts';
import { prepared } from '../statements.ts';

type Waiting = {
  /** Tells receipts and bookings on the review list apart, and their texts: the number of one that was given up with its import comes again. */
  readonly key: string;
  readonly bankEntryId: BankEntryId | null;
  readonly bookDate: PlainDateText;
  readonly amountCents: Cents;
  readonly currency: string;
  readonly customerId: CustomerId | null;
  readonly payer: string;
};

const waitingSql = `SELECT 'r' || e.id || ' ' || e.entry_key AS key, e.id AS bankEntryId, e.book_date AS bookDate, b.unmatched AS amountCents, e.currency, e.customer_id AS customerId, coalesce(e.counter_name, e.counter_iban, '–') AS payer
  FROM bank_entry_balance b INDEXED BY bank_entry_balance_unmatched CROSS JOIN bank_entry e ON e.id = b.bank_entry_id
  WHERE b.unmatched <> 0 AND b.unmatched > 0 AND e.removed_at IS NULL ORDER BY e.book_date, e.id`;

/** Texts read in one go, and pairs compared. */
const [textsAtATime, pairsAtATime] = [50, 50];

const noTexts: ReceiptTexts = { remittance: '', structuredRef: null, endToEndId: null };
const textsOf = (db: ReadableDb, id: BankEntryId): ReceiptTexts =>
  prepared<[BankEntryId], ReceiptTexts>(db, 'SELECT remittance, structured_ref AS structuredRef, end_to_end_id AS endToEndId FROM bank_entry WHERE id = ?').get(id) ?? noTexts;

type Written = {
  /** By receipt: its words, and the letters of ours among them. */
  readonly of: ReadonlyMap<string, { readonly words: ReadonlySet<string>; readonly letters: readonly string[] }>;
  readonly holders: ReadonlyMap<string, readonly string[]>;
};
/** What is written in what waits, per connection: a text never changes, and the same receipts are asked for customer after customer. */
const known = new WeakMap<object, Written>();

function* writtenIn(db: ReadableDb, waiting: readonly Waiting[], texts: (one: Waiting) => ReceiptTexts): Steps<Written> {
  const before = known.get(db.sqlite);
  if (before?.of.size === waiting.length && waiting.every(({ key }) => before.of.has(key))) return before;
  const read = (one: Waiting): { words: ReadonlySet<string>; letters: readonly string[] } => {
    const words = writtenKeys(texts(one));
    return { words, letters: letterReferences(words) };
  };
  const of = new Map<string, ReturnType<typeof read>>();
  for (const [at, one] of waiting.entries()) {
    of.set(one.key, before?.of.get(one.key) ?? read(one));
    if (at % textsAtATime === textsAtATime - 1) yield;
  }
  const holders = new Map<string, string[]>();
  for (const [key, { words }] of of) {
    for (const word of words) {
      const held = holders.get(word);
      if (held === undefined) holders.set(word, [key]);
      else held.push(key);
    }
  }
  const written = { of, holders };
  known.set(db.sqlite, written);
  return written;
}

type NamesRow = DocumentNames & { readonly documentId: DocumentId };
const selectNames = 'SELECT d.id AS documentId, d.match_key AS matchKey, d.reference_key AS referenceKey, d.payment_reference AS paymentReference';

/** The open documents of a customer, or of all in pages. */
function* openNames(db: ReadableDb, customerId: CustomerId | null): Generator<readonly NamesRow[], undefined, undefined> {
  if (customerId !== null) {
    const own = `${selectNames} FROM document_balance b INDEXED BY document_balance_customer CROSS JOIN document d ON d.id = b.document_id WHERE b.customer_id = ? AND b.settled_on IS NULL AND b.open <> 0`;
    yield prepared<[CustomerId], NamesRow>(db, own).all(customerId);
    return;
  }
  const read = prepared<[Span], NamesRow>(db, `${selectNames} FROM document_balance b CROSS JOIN document d ON d.id = b.document_id WHERE b.document_id BETWEEN @first AND @last AND b.open <> 0`);
  for (const span of spans(db, 'document_balance', 'document_id')) yield read.all(span);
}

type Pair = readonly [DocumentId, string];

/** Each open document with the receipts that share a word with it, in pages. */
function* candidates(db: ReadableDb, customerId: CustomerId | null, { holders }: Written): Generator<readonly Pair[], undefined, undefined> {
  for (const page of openNames(db, customerId)) yield page.flatMap((row) => documentKeys(row).flatMap((key) => (holders.get(key) ?? []).map((receipt): Pair => [row.documentId, receipt])));
}

const documentsOfLetterSql = `SELECT md.document_id AS documentId FROM message m JOIN message_document md ON md.message_id = m.id WHERE m.reference = @reference AND m.state <> 'cancelled'
  UNION SELECT c.document_id FROM message m JOIN correspondence_document c ON c.message_id = m.id WHERE m.reference = @reference AND m.step = 'account-statement' AND m.state <> 'cancelled'
  UNION SELECT pd.document_id FROM payment_plan p JOIN payment_plan_document pd ON pd.payment_plan_id = p.id WHERE p.reference = @reference`;

/** Documents that a letter of ours asked for whose reference is written in a receipt. */
function* byLetter(db: ReadableDb, { of }: Written): Generator<Pair, undefined, undefined> {
  const read = prepared<[{ reference: string }], { documentId: DocumentId }>(db, documentsOfLetterSql);
  for (const [receipt, { letters }] of of) {
    for (const reference of letters) for (const { documentId } of read.all({ reference })) yield [documentId, receipt];
  }
}

const itemSql = `SELECT d.id AS documentId, d.customer_id AS customerId, d.kind, d.number, d.payment_reference AS paymentReference, d.currency, d.total AS totalCents, b.open AS openCents,
    d.issue_date AS issueDate, d.due_date AS dueDate, coalesce((SELECT sum(x.cents) FROM dispute x WHERE x.document_id = d.id AND x.resolved_on IS NULL), 0) AS disputedCents
  FROM document d JOIN document_balance b ON b.document_id = d.id WHERE d.id = ? AND b.open > 0`;
type ItemRow = Omit<MatchItem, 'claimKind' | 'poNumber' | 'settledOn' | 'discount' | 'instalments' | 'directDebitIds'>;

function openItem(db: ReadableDb, documentId: DocumentId): MatchItem | null {
  const row = prepared<[DocumentId], ItemRow>(db, itemSql).get(documentId);
  return row === undefined ? null : { ...row, claimKind: null, poNumber: null, settledOn: null, discount: null, instalments: [], directDebitIds: [] };
}

type PersonsWord = { readonly customerId: CustomerId | null; readonly isForNothingNamed: 0 | 1 };
/** The customer whom a person named last for a receipt, and whether it was set aside as no payment of what it names, or as our own money. */
const saidSql = `SELECT (SELECT json_extract(v.detail, '$.customerId') FROM event v WHERE v.subject = 'receipt' AND v.subject_id = @id AND v.kind = 'receipt-assigned' ORDER BY v.id DESC LIMIT 1) AS customerId,
    coalesce((SELECT v.kind = 'receipt-parked' AND (v.actor = 'program' OR coalesce(json_extract(v.detail, '$.isForNothingNamed'), 0) = 1) FROM event v
      WHERE v.subject = 'receipt' AND v.subject_id = @id AND v.kind IN ('receipt-parked', 'receipt-unparked') ORDER BY v.id DESC LIMIT 1), 0) AS isForNothingNamed`;

function isFreed(db: ReadableDb, { bankEntryId }: Waiting, customerId: CustomerId): boolean {
  if (bankEntryId === null) return false;
  const said = prepared<[{ id: BankEntryId }], PersonsWord>(db, saidSql).get({ id: bankEntryId });
  return said?.isForNothingNamed === 1 || (said !== undefined && said.customerId !== null && said.customerId !== customerId);
}

/** Whether two customers are the same, or companies of one group. */
const isRelated = (db: ReadableDb, one: CustomerId, other: CustomerId): boolean =>
  one === other ||
  prepared<[{ one: CustomerId; other: CustomerId }], { found: number }>(
    db,
    'SELECT 1 AS found FROM customer a JOIN customer b ON coalesce(a.parent_id, a.id) = coalesce(b.parent_id, b.id) WHERE a.id = @one AND b.id = @other',
  ).get({ one, other }) !== undefined;

function isNamed(db: ReadableDb, receipt: Waiting & ReceiptTexts, item: MatchItem): boolean {
  const match: MatchReceipt = { ...receipt, bankEntryId: receipt.bankEntryId ?? (0 as BankEntryId), counterIban: null, counterName: null };
  const isOfAnother = receipt.customerId !== null && !isRelated(db, receipt.customerId, item.customerId);
  const how = howNamed(match, item, isOfAnother);
  const isExact = receipt.amountCents === item.openCents || (item.disputedCents > zeroCents && receipt.amountCents === item.openCents - item.disputedCents);
  return how === 'certain' || (how === 'weak' && isExact);
}

/** Per open document the oldest receipt, or booking on the review list, that waits and names it. One customer's documents, or all. */
export function* namedReceiptsInSteps(db: ReadableDb, customerId: CustomerId | null): Steps<ReadonlyMap<DocumentId, NamedReceipt>> {
  const doubts = new Map(doubtfulTexts(db).map((one) => [one.key, one]));
  const waiting: readonly Waiting[] = [
    ...prepared<[], Waiting>(db, waitingSql).all(),
    ...[...doubts.values()].map(({ key, bookDate, amountCents, currency, payer }) => ({ key, bankEntryId: null, bookDate, amountCents, currency, customerId: null, payer })),
  ];
  const named = new Map<DocumentId, NamedReceipt>();
  if (waiting.length === 0) return named;
  const texts = ({ key, bankEntryId }: Waiting): ReceiptTexts => (bankEntryId === null ? (doubts.get(key) ?? noTexts) : textsOf(db, bankEntryId));
  const written = yield* writtenIn(db, waiting, texts);
  const byKey = new Map(waiting.map((one, at) => [one.key, { one, at }]));
  const found = new Map<DocumentId, { readonly at: number; readonly one: Waiting }>();
  let looked = 0;
  const consider = (documentId: DocumentId, key: string, isByLetter: boolean): void => {
    const receipt = byKey.get(key);
    if (receipt === undefined || (found.get(documentId)?.at ?? waiting.length) <= receipt.at) return;
    const item = openItem(db, documentId);
    if (item === null || item.currency !== receipt.one.currency || (customerId !== null && item.customerId !== customerId)) return;
    if (!isByLetter && !isNamed(db, { ...receipt.one, ...texts(receipt.one) }, item)) return;
    if (!isFreed(db, receipt.one, item.customerId)) found.set(documentId, receipt);
  };
  for (const page of candidates(db, customerId, written)) {
    for (const [documentId, key] of page) {
      consider(documentId, key, false);
      looked += 1;
      if (looked % pairsAtATime === 0) yield;
    }
    yield;
  }
  for (const [documentId, key] of byLetter(db, written)) consider(documentId, key, true);
  for (const [documentId, { one }] of found) named.set(documentId, { bankEntryId: one.bankEntryId, bookDate: one.bookDate, amountCents: one.amountCents, payer: one.payer.slice(0, 140) });
  return named;
}

/** The same in one go. */
export const namedReceipts = (db: ReadableDb, customerId: CustomerId | null): ReadonlyMap<DocumentId, NamedReceipt> => atOnce(namedReceiptsInSteps(db, customerId));
