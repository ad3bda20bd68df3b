/** One booking of OFX (STMTTRN): its values by name, as far as they stand in a known place (OFX 2.2, §11.4.4). */
import type { BankEntry } from '../../../../domain/bankStatement.ts';
import { parsePlainDate, type PlainDateText } from '../../../../../src-shared/dates.ts';
import { appError, type AppError, type Place } from '../../../../../src-shared/errors.ts';
import type { Cents } from '../../../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { markedCents } from '../markedAmount.ts';
import { noFields, paymentFromFields, tidyText } from '../paymentFields.ts';

/** `YYYYMMDD`, with a time and a zone behind it or not: the day as written. */
export function ofxDate(text: string | undefined): PlainDateText | null {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text ?? '');
  return match === null ? null : parsePlainDate(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`);
}

/** A signed amount: the standard has a dot or a comma as decimal mark and nothing between thousands (§3.2.9.1); a lone dot is that mark. */
export const ofxCents = (text: string): Cents | null => markedCents(text, text.includes(',') ? null : '.');

export type OfxRecord = {
  /** Values by their path below the booking: `TRNAMT`, `PAYEE/NAME`, `BANKACCTTO/ACCTID`. */
  readonly values: ReadonlyMap<string, string>;
  readonly raw: string;
  readonly origin: string;
};

/** Types that only take money from an account (OFX 2.2, §11.4.4.3). ATM, POS, INT, XFER, PAYMENT and OTHER go either way, by their sign. */
const outgoing: ReadonlySet<string> = new Set(['DEBIT', 'DIRECTDEBIT', 'CHECK', 'CASH', 'FEE', 'SRVCHG']);
/** Types that only bring money (there). */
const incoming: ReadonlySet<string> = new Set(['CREDIT', 'DEP', 'DIRECTDEP', 'DIV']);

const typeOf = ({ typeCode }: BankEntry): string => (typeCode ?? '').toUpperCase();
const isContradicted = (entry: BankEntry): boolean => entry.amount > 0 && outgoing.has(typeOf(entry));

/**
 * Which bookings of a statement cannot be taken for money that came in. The amount is signed (§11.4.4), but there are banks that leave the
 * sign out: an outgoing type above zero contradicts itself, and where that happens and nothing is below zero no other sign is worth anything
 * either; then only the types that bring money are certain.
 */
export function unclearSigns(entries: readonly BankEntry[]): (entry: BankEntry) => boolean {
  const isUnsigned = entries.some(isContradicted) && entries.every(({ amount }) => amount >= 0);
  return (entry) => isContradicted(entry) || (isUnsigned && entry.amount > 0 && !incoming.has(typeOf(entry)));
}

export type OfxEntryContext = { readonly ownAccount: string; readonly currency: string; readonly place: Place };

export function ofxEntry({ values, raw, origin }: OfxRecord, context: OfxEntryContext): Result<BankEntry, AppError> {
  // A correction names an earlier booking that it replaces or undoes: taking it in as well would count the money twice.
  const corrected = values.get('CORRECTFITID');
  if (corrected !== undefined) return err(appError('bank-correction', { text: corrected.slice(0, 80) }, context.place));
  const amountText = values.get('TRNAMT') ?? '';
  const amount = ofxCents(amountText);
  if (amount === null) return err(appError('bank-amount-unreadable', { text: amountText.slice(0, 80) }, context.place));
  const bookDate = ofxDate(values.get('DTPOSTED'));
  if (bookDate === null) return err(appError('bank-date-unreadable', { text: (values.get('DTPOSTED') ?? '').slice(0, 80) }, context.place));
  const currency = values.get('CURRENCY/CURSYM') ?? context.currency;
  if (!/^(?:[A-Z]{3})?$/.test(currency))
    return err(appError('bank-entry-unreadable', { text: `CURSYM ${currency}`.slice(0, 80) }, context.place));
  const memo = values.get('MEMO') ?? null;
  const fields = {
    ...noFields,
    account: values.get('BANKACCTTO/ACCTID') ?? values.get('CCACCTTO/ACCTID') ?? null,
    name: values.get('NAME') ?? values.get('PAYEE/NAME') ?? values.get('EXTDNAME') ?? null,
    remittance: memo,
  };
  const entry: BankEntry = {
    ...paymentFromFields(fields, { amount, currency, ownAccount: context.ownAccount }),
    bookDate,
    valueDate: ofxDate(values.get('DTAVAIL')) ?? bookDate,
    isReversal: false,
    bankRef: tidyText(values.get('FITID') ?? null),
    customerRef: tidyText(values.get('CHECKNUM') ?? values.get('REFNUM') ?? null),
    typeCode: tidyText(values.get('TRNTYPE') ?? null),
    batchSize: null,
    payments: [],
    clues: [],
    raw,
    origin,
  };
  return ok(entry);
}
