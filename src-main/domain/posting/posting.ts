/**
 * How events become postings (design/ledger.md, "What is booked"). Debit is positive, credit is negative, and the postings of one entry
 * always add up to zero. A posting carries exactly the key of its account: `receivable` a document, `unmatched` a bank entry, `bank` an
 * own account; the other accounts exist once per administration and carry none. Lines of zero cents are left out, so a zero event books nothing.
 */
import type { BankEntryId, DocumentId, OwnAccountId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, negateCents, subtractCents, zeroCents } from '../../../src-shared/money.ts';

export const accountNames = [
  'receivable',
  'bank',
  'unmatched',
  'sales',
  'opening',
  'write-off',
  'payment-difference',
  'bank-charges',
  'early-payment-discount',
  'interest-income',
  'cost-income',
  'books-adjustment',
  'exchange',
] as const;
export type AccountName = (typeof accountNames)[number];

/** One line of an entry. `cents` is positive for a debit and negative for a credit. */
export type Posting = {
  readonly account: AccountName;
  readonly documentId: DocumentId | null;
  readonly bankEntryId: BankEntryId | null;
  readonly ownAccountId: OwnAccountId | null;
  readonly cents: Cents;
};

/** Accounts that take a loss or a small difference on the customer's side of the ledger. */
export type DifferenceAccount = 'payment-difference' | 'bank-charges' | 'early-payment-discount';
export type ClaimIncomeAccount = 'interest-income' | 'cost-income';
type AdministrationAccount = Exclude<AccountName, 'receivable' | 'bank' | 'unmatched'>;

const receivable = (documentId: DocumentId, cents: Cents): Posting => ({
  account: 'receivable',
  documentId,
  bankEntryId: null,
  ownAccountId: null,
  cents,
});
const unmatched = (bankEntryId: BankEntryId, cents: Cents): Posting => ({
  account: 'unmatched',
  documentId: null,
  bankEntryId,
  ownAccountId: null,
  cents,
});
const bank = (ownAccountId: OwnAccountId, cents: Cents): Posting => ({
  account: 'bank',
  documentId: null,
  bankEntryId: null,
  ownAccountId,
  cents,
});
const contra = (account: AdministrationAccount, cents: Cents): Posting => ({
  account,
  documentId: null,
  bankEntryId: null,
  ownAccountId: null,
  cents,
});

const withoutZero = (postings: readonly Posting[]): readonly Posting[] => postings.filter((posting) => posting.cents !== 0);

function requireNotNegative(what: string, amount: Cents): void {
  if (amount < 0) throw new RangeError(`${what} must not be negative: ${amount}`);
}

/** True when the lines add up to zero, as every entry must (ledger.md, rule 1). */
export const isBalanced = (postings: readonly Posting[]): boolean =>
  postings.reduce((total, posting) => addCents(total, posting.cents), zeroCents) === 0;

/** An invoice of `totalCents` including VAT. Effective on the issue date. */
export function invoiceIssued(event: { readonly documentId: DocumentId; readonly totalCents: Cents }): readonly Posting[] {
  requireNotNegative('the total of an invoice', event.totalCents);
  return withoutZero([receivable(event.documentId, event.totalCents), contra('sales', negateCents(event.totalCents))]);
}

/** A credit note over `totalCents`, given as a positive amount; its receivable becomes negative. Effective on its issue date. */
export function creditNoteIssued(event: { readonly documentId: DocumentId; readonly totalCents: Cents }): readonly Posting[] {
  requireNotNegative('the total of a credit note', event.totalCents);
  return withoutZero([contra('sales', event.totalCents), receivable(event.documentId, negateCents(event.totalCents))]);
}

/** A credit note, or a part of it, set against an invoice. Effective on the later of both issue dates. */
export function creditNoteSetOff(event: {
  readonly creditNoteId: DocumentId;
  readonly invoiceId: DocumentId;
  readonly amountCents: Cents;
}): readonly Posting[] {
  requireNotNegative('the amount set off', event.amountCents);
  return withoutZero([receivable(event.creditNoteId, event.amountCents), receivable(event.invoiceId, negateCents(event.amountCents))]);
}

/**
 * An item of an open-items list: its full total on the issue date, and on the list date the part that was settled before (history that
 * is not in this ledger). Both amounts carry the sign of the document: negative for a credit note. Book two entries; a list may be empty.
 */
export function openItemImported(event: { readonly documentId: DocumentId; readonly totalCents: Cents; readonly openCents: Cents }): {
  readonly onIssueDate: readonly Posting[];
  readonly onListDate: readonly Posting[];
} {
  const { documentId, totalCents, openCents } = event;
  const settled = subtractCents(totalCents, openCents);
  return {
    onIssueDate: withoutZero([receivable(documentId, totalCents), contra('sales', negateCents(totalCents))]),
    onListDate: withoutZero([contra('opening', settled), receivable(documentId, negateCents(settled))]),
  };
}

/**
 * A line of a bank statement: money in is positive, money out (a refund or a returned debit that still has to be assigned) is negative.
 * All of it stands as unmatched on that line until it is assigned. Effective on the booking date.
 */
export function moneyReceived(event: {
  readonly ownAccountId: OwnAccountId;
  readonly bankEntryId: BankEntryId;
  readonly amountCents: Cents;
}): readonly Posting[] {
  return withoutZero([bank(event.ownAccountId, event.amountCents), unmatched(event.bankEntryId, negateCents(event.amountCents))]);
}

/**
 * A part of a bank line assigned to a document. Positive: the receipt lowers the open balance. Negative: money out that raises it, such as
 * a refund of a credit note or a returned debit whose line was booked as unmatched first. Effective on the booking date of the bank line.
 */
export function receiptAllocated(event: {
  readonly bankEntryId: BankEntryId;
  readonly documentId: DocumentId;
  readonly amountCents: Cents;
}): readonly Posting[] {
  return withoutZero([unmatched(event.bankEntryId, event.amountCents), receivable(event.documentId, negateCents(event.amountCents))]);
}

/** A small difference on a document accepted as settled; positive lowers the open balance. Effective on the booking date of the receipt. */
export function differenceAccepted(event: {
  readonly documentId: DocumentId;
  readonly account: DifferenceAccount;
  readonly amountCents: Cents;
}): readonly Posting[] {
  return withoutZero([contra(event.account, event.amountCents), receivable(event.documentId, negateCents(event.amountCents))]);
}

/** The small rest of a bank line that belongs to nobody accepted as a difference in our favour. Effective on the booking date. */
export function leftoverAccepted(event: {
  readonly bankEntryId: BankEntryId;
  readonly account: DifferenceAccount;
  readonly amountCents: Cents;
}): readonly Posting[] {
  return withoutZero([unmatched(event.bankEntryId, event.amountCents), contra(event.account, negateCents(event.amountCents))]);
}

/** Where refunded money was owed from: a credit note (or over-paid document), or a receipt that was never assigned. */
export type RefundSource =
  | { readonly kind: 'document'; readonly documentId: DocumentId }
  | { readonly kind: 'receipt'; readonly bankEntryId: BankEntryId };

/** Money paid back to the customer, a positive amount. Effective on the booking date. */
export function refundPaid(event: {
  readonly ownAccountId: OwnAccountId;
  readonly source: RefundSource;
  readonly amountCents: Cents;
}): readonly Posting[] {
  requireNotNegative('a refund', event.amountCents);
  const { source } = event;
  const owed =
    source.kind === 'document' ? receivable(source.documentId, event.amountCents) : unmatched(source.bankEntryId, event.amountCents);
  return withoutZero([owed, bank(event.ownAccountId, negateCents(event.amountCents))]);
}

/** A collected amount that the bank took back, a positive amount: the invoice is open again. Effective on the booking date. */
export function directDebitReturned(event: {
  readonly documentId: DocumentId;
  readonly ownAccountId: OwnAccountId;
  readonly amountCents: Cents;
}): readonly Posting[] {
  requireNotNegative('a returned direct debit', event.amountCents);
  return withoutZero([receivable(event.documentId, event.amountCents), bank(event.ownAccountId, negateCents(event.amountCents))]);
}

/** Interest or costs claimed and booked as a document of their own. Effective on the date of the letter. */
export function claimBooked(event: {
  readonly documentId: DocumentId;
  readonly income: ClaimIncomeAccount;
  readonly amountCents: Cents;
}): readonly Posting[] {
  requireNotNegative('a claim', event.amountCents);
  return withoutZero([receivable(event.documentId, event.amountCents), contra(event.income, negateCents(event.amountCents))]);
}

/** An open balance given up; negative for the credit side of a credit note. Effective on the date of the decision. */
export function writtenOff(event: { readonly documentId: DocumentId; readonly amountCents: Cents }): readonly Posting[] {
  return withoutZero([contra('write-off', event.amountCents), receivable(event.documentId, negateCents(event.amountCents))]);
}

/** The change that the books' open-items list imposes on a document where the books own the balance; positive raises the balance. */
export function booksAdjusted(event: { readonly documentId: DocumentId; readonly changeCents: Cents }): readonly Posting[] {
  return withoutZero([receivable(event.documentId, event.changeCents), contra('books-adjustment', negateCents(event.changeCents))]);
}

/**
 * The two sides of a receipt in another currency than the document: what the money was, and what it was taken for. Each is an entry of its
 * own in its own currency; the account of exchange holds the one against the other. Effective on the booking date of the receipt.
 */
export const exchangedReceipt = (event: { readonly bankEntryId: BankEntryId; readonly amountCents: Cents }): readonly Posting[] =>
  withoutZero([unmatched(event.bankEntryId, event.amountCents), contra('exchange', negateCents(event.amountCents))]);
export const exchangedDocument = (event: { readonly documentId: DocumentId; readonly amountCents: Cents }): readonly Posting[] =>
  withoutZero([contra('exchange', event.amountCents), receivable(event.documentId, negateCents(event.amountCents))]);

/**
 * A bank line that takes back an earlier one: both are used up against each other, and what the bank took or added on top is its costs.
 * `lineCents` and `earlierCents` are the amounts as the bank booked them, with opposite signs. The entries of the earlier line are mirrored beside it.
 */
export function lineTurnedBack(event: {
  readonly bankEntryId: BankEntryId;
  readonly lineCents: Cents;
  readonly earlierBankEntryId: BankEntryId;
  readonly earlierCents: Cents;
}): readonly Posting[] {
  const { bankEntryId, lineCents, earlierBankEntryId, earlierCents } = event;
  const costs = negateCents(addCents(lineCents, earlierCents));
  return withoutZero([unmatched(bankEntryId, lineCents), unmatched(earlierBankEntryId, earlierCents), contra('bank-charges', costs)]);
}

/** Money out of a bank line that was booked as unmatched, used for what we owed: a credit note, an over-paid document or an earlier receipt. */
export function lineRefunds(event: { readonly bankEntryId: BankEntryId; readonly source: RefundSource; readonly amountCents: Cents }): readonly Posting[] {
  requireNotNegative('a refund', event.amountCents);
  const { source } = event;
  const owed =
    source.kind === 'document' ? receivable(source.documentId, event.amountCents) : unmatched(source.bankEntryId, event.amountCents);
  return withoutZero([owed, unmatched(event.bankEntryId, negateCents(event.amountCents))]);
}

/** The same lines the other way round, to undo an entry. Effective on the date of the entry undone. */
export const reversed = (postings: readonly Posting[]): readonly Posting[] =>
  postings.map((posting) => ({ ...posting, cents: negateCents(posting.cents) }));
