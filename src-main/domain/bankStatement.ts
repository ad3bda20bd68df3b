/**
 * A bank statement as plain data, the same for every format. Amounts are whole cents seen from the account holder: money in is
 * positive, money out negative. An entry is one booking on the account; when a booking is a batch whose parts are known and add up,
 * its payments stand below it. Balances are checked and the outcome is shown; nothing is corrected or left out to make them fit.
 */
import type { PlainDateText } from '../../src-shared/dates.ts';
import { dayOfWeek, daysBetween } from '../../src-shared/dates.ts';
import type { Problem } from '../../src-shared/errors.ts';
import type { Cents } from '../../src-shared/money.ts';
import { negateCents, sumForeignCents } from '../../src-shared/money.ts';
import type { StructuredReference } from './references/structuredReference.ts';

/**
 * What a statement is worth. `booked`: the bank has booked it, the entries count. `provisional`: an interim report (MT942, camt.052);
 * everything in it comes again in a statement, so it is shown and never booked. `details`: a notification (camt.054) that names the
 * payments inside bookings which stand in a statement; it never changes a balance and is never booked by itself.
 */
export type StatementStanding = 'booked' | 'provisional' | 'details';

export type BankBalance = {
  /** Digits behind the cents are cut off here and stand in `beyondCents`. */
  readonly amount: Cents;
  /** The digits behind the cents as written when they are not all zero (CODA writes thousandths); empty otherwise. */
  readonly beyondCents: string;
  readonly currency: string;
  readonly date: PlainDateText | null;
  /** True for the balance between two pages of one statement. */
  readonly isIntermediate: boolean;
};

/** An amount in another currency than the account's, as instructed by the payer. Unsigned. */
export type ForeignAmount = { readonly amount: Cents; readonly currency: string };

/** What is known of one payment: who, how much, for what. Absent values are null; nothing is guessed. */
export type BankPayment = {
  readonly amount: Cents;
  /** Empty when the file names none (QIF). */
  readonly currency: string;
  /** Account of the other party in the shape of an IBAN, without blanks; its check digits are not verified. */
  readonly counterIban: string | null;
  /** Account of the other party when it has not the shape of an IBAN. */
  readonly counterAccount: string | null;
  readonly counterBic: string | null;
  readonly counterName: string | null;
  /** The party behind the other party (collecting service, group company), when the bank tells. */
  readonly ultimateName: string | null;
  readonly ultimateId: string | null;
  /** Text for people, line breaks of the format undone as well as can be. Compare with `matchingText`, never with this. */
  readonly remittance: string | null;
  readonly structuredReferences: readonly StructuredReference[];
  /** Numbers of documents the payer named in a place of their own (ISO 20022 RfrdDocInf). */
  readonly documentNumbers: readonly string[];
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly creditorId: string | null;
  readonly paymentInformationId: string | null;
  readonly returnReason: string | null;
  /** The booking gives back or undoes an earlier one: a return, refund, reject or reversal. */
  readonly isReturn: boolean;
  readonly purpose: string | null;
  readonly instructed: ForeignAmount | null;
};

/** One booking. Its own payment fields are the whole story unless `payments` holds the parts of a batch. */
export type BankEntry = BankPayment & {
  readonly bookDate: PlainDateText;
  readonly valueDate: PlainDateText;
  /** The bank marked the booking as the reversal of another (RvslInd, RC, RD). The sign of the amount already says what happened. */
  readonly isReversal: boolean;
  /** The bank's own reference of the booking. */
  readonly bankRef: string | null;
  /** The reference beside the amount when it is neither a code word nor a structured reference. */
  readonly customerRef: string | null;
  readonly typeCode: string | null;
  /** Number of payments the bank says a batch holds; null for a single payment. */
  readonly batchSize: number | null;
  /** The payments of a batch when they are known and add up to the booking; otherwise empty. */
  readonly payments: readonly BankPayment[];
  /** Payments named in a batch that do not add up to the booking: clues, never amounts to book. */
  readonly clues: readonly BankPayment[];
  /** What stood in the file. */
  readonly raw: string;
  /** Where it stood: `line 12-14`, or the path of the element. */
  readonly origin: string;
};

export type BankStatement = {
  readonly standing: StatementStanding;
  /** Account number without blanks and dots; an IBAN where the bank gives one. Empty when the file names none (QIF). */
  readonly account: string;
  readonly accountCurrency: string | null;
  readonly ownerName: string | null;
  readonly number: string | null;
  /** The bank's identification of the statement or message. */
  readonly reference: string | null;
  readonly page: { readonly number: number; readonly isLast: boolean } | null;
  /** Null when the file does not tell: it is unknown then, and nothing is put in its place. */
  readonly opening: BankBalance | null;
  readonly closing: BankBalance | null;
  readonly currency: string | null;
  readonly entries: readonly BankEntry[];
  /** Whether opening + entries = closing; null when a balance is missing. */
  readonly balanced: boolean | null;
  /** Closing − (opening + entries); null when a balance is missing, currencies differ or the sum is beyond all bounds. */
  readonly difference: Cents | null;
};

export type ParsedBankFile = {
  readonly format: string;
  readonly statements: readonly BankStatement[];
  /** Warnings, and errors that kept a single record out. */
  readonly problems: readonly Problem[];
};

/** The payments an entry consists of: the parts of a batch that adds up, else the entry itself. Their sum is the entry's amount. */
export const leafPayments = (entry: BankEntry): readonly BankPayment[] => (entry.payments.length > 0 ? entry.payments : [entry]);

/** Text for comparing: without white space and invisible characters, in capitals. Banks break lines inside words and numbers. */
export const matchingText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .toUpperCase();

export type BalanceCheck = { readonly balanced: boolean | null; readonly difference: Cents | null };

/** Opening + entries = closing? Amounts of different currencies are never added: such a statement does not balance. */
export function checkBalance(input: {
  readonly opening: BankBalance | null;
  readonly closing: BankBalance | null;
  readonly entries: readonly { readonly amount: Cents; readonly currency: string }[];
}): BalanceCheck {
  const { opening, closing, entries } = input;
  if (opening === null || closing === null) return { balanced: null, difference: null };
  if (opening.currency !== closing.currency || entries.some((entry) => entry.currency !== opening.currency)) {
    return { balanced: false, difference: null };
  }
  const missing = [closing.amount, negateCents(opening.amount), ...entries.map((entry) => negateCents(entry.amount))];
  const difference = sumForeignCents(missing);
  // Amounts beyond all bounds have no sum to speak of: such a file is damaged.
  if (difference === null) return { balanced: false, difference: null };
  return { balanced: difference === 0 && opening.beyondCents === closing.beyondCents, difference };
}

/** Joins the pages of one statement: opening of the first, closing of the last, all entries, checked again as a whole. */
export function mergePages(pages: readonly BankStatement[]): BankStatement | null {
  const [first, ...others] = pages;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const last = others.at(-1) ?? first;
  const entries = pages.flatMap((page) => page.entries);
  const { opening } = first;
  const { closing } = last;
  return { ...first, page: last.page, closing, entries, ...checkBalance({ opening, closing, entries }) };
}

/**
 * The statements of a file with their pages joined: consecutive statements of one account that continue each other, the first with a
 * closing balance that is marked as intermediate (or as not the last page), the next with an opening balance marked likewise.
 */
export function wholeStatements(statements: readonly BankStatement[]): readonly BankStatement[] {
  const groups: BankStatement[][] = [];
  for (const statement of statements) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const goesOn =
      previous !== undefined &&
      previous.account === statement.account &&
      (previous.page?.isLast === false || previous.closing?.isIntermediate === true) &&
      statement.opening?.isIntermediate === true;
    if (group !== undefined && goesOn) group.push(statement);
    else groups.push([statement]);
  }
  return groups.flatMap((group) => mergePages(group) ?? []);
}

/** Whether the time between two balances is one booking day: the same day, the next, or the first after a weekend. */
export function coversOneDay(opening: PlainDateText, closing: PlainDateText): boolean {
  const days = daysBetween(opening, closing);
  return days === 0 || days === 1 || (days > 1 && days <= 3 && dayOfWeek(opening) + days >= 8);
}

/** An entry and its parts with the opposite sign. */
export function turnEntry(entry: BankEntry): BankEntry {
  const turn = (payment: BankPayment): BankPayment => ({ ...payment, amount: negateCents(payment.amount) });
  return { ...entry, amount: negateCents(entry.amount), payments: entry.payments.map(turn), clues: entry.clues.map(turn) };
}

/**
 * What makes an entry recognisable when it comes in again. `key` holds all that one format says about it, `occurrence` counts equal
 * keys (identical payments on one day are normal, so the n-th of one file is the n-th of the other); `weakKey` and
 * `weakOccurrence` do the same with what every format agrees on. Compare per account and day as multisets.
 */
export type EntryKey = { readonly key: string; readonly occurrence: number; readonly weakKey: string; readonly weakOccurrence: number };

const separator = '\u001f';

function strongKey(account: string, entry: BankEntry): string {
  const parts = [
    account,
    entry.bookDate,
    entry.valueDate,
    String(entry.amount),
    entry.currency,
    entry.typeCode,
    entry.bankRef,
    entry.customerRef,
    entry.endToEndId,
    entry.mandateId,
    entry.counterIban ?? entry.counterAccount,
    entry.structuredReferences.map((reference) => reference.text).join(' '),
    matchingText(entry.counterName ?? ''),
    matchingText(entry.remittance ?? ''),
    leafPayments(entry)
      .map((payment) => `${payment.amount} ${payment.endToEndId ?? ''}`)
      .join(' '),
  ];
  return parts.map((part) => part ?? '').join(separator);
}

/** How much of the text the weak key holds: formats cut texts at different lengths. */
const weakTextLength = 60;

function weakKeyOf(account: string, entry: BankEntry): string {
  const text = matchingText(entry.remittance ?? entry.structuredReferences[0]?.text ?? '')
    .normalize('NFD')
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, weakTextLength);
  return [account, entry.bookDate, String(entry.amount), entry.counterIban ?? '', text].join(separator);
}

/** The two keys of an entry on an account, before equal ones are counted. */
export const keysOfEntry = (account: string, entry: BankEntry): Pick<EntryKey, 'key' | 'weakKey'> => ({
  key: strongKey(account, entry),
  weakKey: weakKeyOf(account, entry),
});

/** The keys of all entries of a file, in the order of the statements and their entries. */
export function entryKeys(statements: readonly BankStatement[]): readonly EntryKey[] {
  const counts = new Map<string, number>();
  const nth = (key: string): number => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  return statements.flatMap(({ account, entries }) =>
    entries.map((entry) => {
      const { key, weakKey } = keysOfEntry(account, entry);
      return { key, occurrence: nth(`s${key}`), weakKey, weakOccurrence: nth(`w${weakKey}`) };
    }),
  );
}
