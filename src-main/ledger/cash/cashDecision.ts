/**
 * One decision about a receipt: parts for documents, what is settled without money, the fee of a payment service, money in another currency,
 * and a rest accepted as a difference. Booked as a whole or not at all, with the rule and the sentence that explain it.
 */
import type { Reason } from '../../../src-shared/contract/common.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId, DocumentId, EntryId } from '../../../src-shared/ids.ts';
import { type Cents, negateCents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { type DifferenceAccount, differenceAccepted, exchangedDocument, exchangedReceipt, leftoverAccepted, type Posting, receiptAllocated } from '../../domain/posting/posting.ts';
import { bookTogether } from './bookedTogether.ts';
import type { WritableDb } from '../connection.ts';
import { type EntryKind, post, unmatchedBalance } from '../journal.ts';
import { documentForAllocation, receiptToBook } from './matchingRead.ts';
import { prepared } from '../statements.ts';

export type CashPart = { readonly documentId: DocumentId; readonly cents: Cents };
export type WriteOff = CashPart & { readonly account: DifferenceAccount };

export type CashDecision = {
  readonly bankEntryId: BankEntryId;
  /** In the currency of the documents; negative for a credit note that the payer took off. */
  readonly parts: readonly CashPart[];
  /** Settled on documents without money, above zero. */
  readonly writeOffs: readonly WriteOff[];
  /** What a payment service kept: the parts are more than the receipt by this much. */
  readonly feeCents: Cents;
  /** A rest of the receipt that belongs to nobody. */
  readonly leftover: { readonly cents: Cents; readonly account: DifferenceAccount } | null;
  /** How much of the receipt was taken over into another currency; null when the documents are in the currency of the receipt. */
  readonly exchange: { readonly currency: string; readonly cents: Cents } | null;
  readonly rule: string;
  readonly reason: Reason;
  readonly actor: 'program' | 'person';
  readonly recordedAt: string;
};

type ReceiptToBook = NonNullable<ReturnType<typeof receiptToBook>>;

/** A decision about documents in the currency of the receipt and nothing else. */
export const plainDecision = { writeOffs: [], feeCents: 0 as Cents, leftover: null, exchange: null } as const;

const centsOf = (rows: readonly { readonly cents: Cents }[]): Cents => sumCents(rows.map((row) => row.cents));

/** Money of the receipt that the decision uses, in its currency. */
function moneyUsed({ parts, feeCents, leftover, exchange }: CashDecision): Cents {
  const forDocuments = exchange === null ? subtractCents(centsOf(parts), feeCents) : exchange.cents;
  return sumCents([forDocuments, leftover?.cents ?? (0 as Cents)]);
}

function amountError(db: WritableDb, decision: CashDecision): AppError | null {
  const { parts, writeOffs, feeCents, leftover, exchange, bankEntryId } = decision;
  const available = unmatchedBalance(db, bankEntryId);
  const used = moneyUsed(decision);
  const tooLarge = appError('allocation-too-large', { cents: used, available });
  if (used <= 0 || used > available || feeCents < 0 || writeOffs.some(({ cents }) => cents <= 0)) return tooLarge;
  if (leftover !== null && leftover.cents <= 0) return tooLarge;
  if (parts.length === 0) return leftover === null || feeCents > 0 || writeOffs.length > 0 || exchange !== null ? tooLarge : null;
  const sum = centsOf(parts);
  return sum <= 0 || (exchange !== null && (exchange.cents <= 0 || feeCents > 0)) ? appError('allocation-too-large', { cents: sum, available }) : null;
}

function documentError(db: WritableDb, decision: CashDecision, receipt: ReceiptToBook): AppError | null {
  const { parts, writeOffs, exchange } = decision;
  const currency = exchange?.currency ?? receipt.currency;
  if (exchange !== null && exchange.currency === receipt.currency) return appError('allocation-currency', { number: exchange.currency });
  for (const rows of [parts, writeOffs]) {
    const seen = new Set<DocumentId>();
    for (const { documentId } of rows) {
      if (seen.has(documentId)) return appError('not-found', { what: 'document', id: documentId });
      seen.add(documentId);
    }
  }
  for (const documentId of new Set([...parts, ...writeOffs].map((row) => row.documentId))) {
    const document = documentForAllocation(db, documentId);
    if (document === null) return appError('not-found', { what: 'document', id: documentId });
    if (document.currency !== currency) return appError('allocation-currency', { number: document.number });
    const ofDocument = (rows: readonly CashPart[]): readonly CashPart[] => rows.filter((row) => row.documentId === documentId);
    const [money, given] = [centsOf(ofDocument(parts)), centsOf(ofDocument(writeOffs))];
    const isPart = ofDocument(parts).length > 0;
    const fits = document.open >= 0 ? (isPart ? money > 0 : money === 0) && money + given <= document.open : given === 0 && money < 0 && money >= document.open;
    if (!fits) return appError('allocation-too-large', { cents: money + given, available: document.open });
  }
  return null;
}

/** A negative part takes back a credit note: the same lines the other way round. */
function partPostings(bankEntryId: BankEntryId, part: CashPart): readonly Posting[] {
  if (part.cents > 0) return receiptAllocated({ bankEntryId, documentId: part.documentId, amountCents: part.cents });
  return receiptAllocated({ bankEntryId, documentId: part.documentId, amountCents: negateCents(part.cents) }).map((line) => ({ ...line, cents: negateCents(line.cents) }));
}

type Booked = { readonly kind: EntryKind; readonly currency: string; readonly postings: readonly Posting[] };

/** The entries of a decision, the one that carries the documents first. */
function entriesOf(decision: CashDecision, receipt: ReceiptToBook): readonly Booked[] {
  const { bankEntryId, parts, writeOffs, feeCents, leftover, exchange } = decision;
  const entries: Booked[] = [];
  const { currency } = receipt;
  if (exchange !== null) {
    const documents = parts.flatMap(({ documentId, cents }) => exchangedDocument({ documentId, amountCents: cents }));
    entries.push({ kind: 'allocation', currency: exchange.currency, postings: documents });
    entries.push({ kind: 'allocation', currency, postings: exchangedReceipt({ bankEntryId, amountCents: exchange.cents }) });
  } else if (parts.length > 0) {
    const fee = leftoverAccepted({ bankEntryId, account: 'bank-charges', amountCents: negateCents(feeCents) });
    entries.push({ kind: 'allocation', currency, postings: [...parts.flatMap((part) => partPostings(bankEntryId, part)), ...fee] });
  }
  const given = writeOffs.flatMap(({ documentId, account, cents }) => differenceAccepted({ documentId, account, amountCents: cents }));
  if (given.length > 0) entries.push({ kind: 'difference', currency: exchange?.currency ?? currency, postings: given });
  if (leftover !== null) entries.push({ kind: 'difference', currency, postings: leftoverAccepted({ bankEntryId, account: leftover.account, amountCents: leftover.cents }) });
  return entries;
}

/**
 * Books the decision. Refuses as a whole: a part of zero, more than is open on a document, another currency without saying what the money
 * was taken for, more than is unmatched on the receipt. Answers the entry that undoing goes by. Codes: `not-found`, `allocation-too-large`,
 * `allocation-currency`.
 */
export function bookCashDecision(db: WritableDb, decision: CashDecision): Result<EntryId, AppError> {
  const { bankEntryId } = decision;
  const receipt = receiptToBook(db, bankEntryId);
  if (receipt === null) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
  const refused = amountError(db, decision) ?? documentError(db, decision, receipt);
  if (refused !== null) return err(refused);
  const { recordedAt, actor, reason } = decision;
  const [lead, ...others] = entriesOf(decision, receipt).map((entry) => post(db, { ...entry, effectiveDate: receipt.bookDate, recordedAt, actor, reason, importId: null }));
  if (lead === undefined) throw new Error('a decision without an entry');
  bookTogether(db, lead, others);
  const insert = prepared<[EntryId, BankEntryId, DocumentId, Cents, string], never>(
    db,
    'INSERT INTO allocation (entry_id, bank_entry_id, from_document_id, document_id, cents, rule) VALUES (?, ?, NULL, ?, ?, ?)',
  );
  for (const part of decision.parts) insert.run(lead, bankEntryId, part.documentId, part.cents, decision.rule);
  return ok(lead);
}
