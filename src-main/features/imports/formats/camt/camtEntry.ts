/** One booking (Ntry) of a camt statement, with its batch taken apart when the parts add up. */
import type { BankEntry, BankPayment } from '../../../../domain/bankStatement.ts';
import { parsePlainDate, type PlainDateText } from '../../../../../src-shared/dates.ts';
import { appError, problem, type AppError, type Place, type Problem } from '../../../../../src-shared/errors.ts';
import { cents, sumForeignCents, type Cents } from '../../../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { xmlChild, xmlChildren, xmlText, type XmlElement } from '../../readXml.ts';
import { parseDotCents } from '../amountText.ts';
import { bankEntry } from '../bankEntry.ts';
import { camtPayment, detailAmount, returnCodes, type CamtAccount, type PaymentContext } from './camtPayment.ts';

/** A date given as Dt or DtTm: the day as written, whatever the zone. */
export function camtDate(element: XmlElement | null): PlainDateText | null {
  const text = xmlText(element, 'Dt') ?? xmlText(element, 'DtTm');
  return text === null ? null : parsePlainDate(text.slice(0, 10));
}

/** Direction of an amount: CRDT +1, DBIT −1, null for neither. */
export function camtSign(element: XmlElement): 1 | -1 | null {
  const text = xmlText(element, 'CdtDbtInd');
  return text === 'CRDT' ? 1 : text === 'DBIT' ? -1 : null;
}

/** Status: `Sts` in version 02, `Sts/Cd` later; absent means booked. */
export const entryStatus = (entry: XmlElement): string =>
  xmlText(entry, 'Sts', 'Cd') ?? xmlText(entry, 'Sts', 'Prtry') ?? xmlText(entry, 'Sts') ?? 'BOOK';

function typeCodeOf(entry: XmlElement, memory: EntryMemory): { readonly typeCode: string | null; readonly isReturn: boolean } {
  const code = xmlChild(entry, 'BkTxCd');
  const domain = xmlText(code, 'Domn', 'Cd');
  const families = xmlChild(code, 'Domn', 'Fmly');
  const family = xmlText(families, 'Cd');
  const subFamily = xmlText(families, 'SubFmlyCd');
  const proprietary = xmlText(code, 'Prtry', 'Cd');
  const isReturn = subFamily !== null && returnCodes.has(subFamily);
  const isSame =
    memory.subFamily === subFamily && memory.family === family && memory.domain === domain && memory.proprietary === proprietary;
  if (!isSame) {
    const parts = [domain, family, subFamily, proprietary].filter((part) => part !== null);
    Object.assign(memory, { domain, family, subFamily, proprietary, typeCode: parts.length === 0 ? null : parts.join('/') });
  }
  return { typeCode: memory.typeCode, isReturn };
}

type Shell = {
  readonly amount: Cents;
  readonly currency: string;
  readonly sign: 1 | -1;
  readonly bookDate: PlainDateText;
  readonly valueDate: PlainDateText;
};

/**
 * What the last booking said: most bookings share their date and their type code with the one before, and then also the text, which is
 * neither read nor kept a second time.
 */
export type EntryMemory = {
  dateText: string;
  date: PlainDateText | null;
  domain: string | null;
  family: string | null;
  subFamily: string | null;
  proprietary: string | null;
  typeCode: string | null;
};

export const newEntryMemory = (): EntryMemory => ({
  dateText: '',
  date: null,
  domain: null,
  family: null,
  subFamily: null,
  proprietary: null,
  typeCode: null,
});

function dateOf(element: XmlElement | null, memory: EntryMemory): PlainDateText | null {
  if (element === null) return null;
  const text = xmlText(element, 'Dt') ?? xmlText(element, 'DtTm');
  if (text === null) return null;
  if (text !== memory.dateText) {
    memory.dateText = text;
    memory.date = parsePlainDate(text.slice(0, 10));
  }
  return memory.date;
}

export type EntryContext = {
  readonly own: CamtAccount;
  readonly currency: string | null;
  /** Used when an entry has no date of its own. */
  readonly statementDate: PlainDateText | null;
  readonly place: Place;
  /** The text of the entry in the file. */
  readonly source: () => string;
  readonly memory: EntryMemory;
};

function shellOf(entry: XmlElement, context: EntryContext): Result<Shell, AppError> {
  const amountElement = xmlChild(entry, 'Amt');
  const refuse = (
    code: 'bank-amount-unreadable' | 'bank-date-unreadable' | 'bank-entry-unreadable',
    text: string,
  ): Result<Shell, AppError> => err(appError(code, { text: text.slice(0, 80) }, context.place));
  const magnitude = parseDotCents(amountElement?.text ?? '');
  if (magnitude === null) return refuse('bank-amount-unreadable', amountElement?.text ?? '');
  const sign = camtSign(entry);
  if (sign === null) return refuse('bank-entry-unreadable', `CdtDbtInd ${xmlText(entry, 'CdtDbtInd') ?? ''}`);
  const written = amountElement?.attributes['Ccy'] ?? null;
  // The same string again instead of one more of the same.
  const currency = written === null || written === context.currency ? context.currency : written;
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return refuse('bank-entry-unreadable', `Ccy ${currency ?? ''}`);
  const booked = dateOf(xmlChild(entry, 'BookgDt'), context.memory);
  const valued = dateOf(xmlChild(entry, 'ValDt'), context.memory);
  const bookDate = booked ?? valued ?? context.statementDate;
  if (bookDate === null) return refuse('bank-date-unreadable', xmlText(entry, 'BookgDt', 'Dt') ?? xmlText(entry, 'BookgDt', 'DtTm') ?? '');
  return ok({ amount: signed(magnitude, sign), currency, sign, bookDate, valueDate: valued ?? bookDate });
}

const signed = (magnitude: Cents, sign: 1 | -1): Cents => (magnitude === 0 ? magnitude : cents(sign * magnitude));

type Parts = { readonly payments: readonly BankPayment[]; readonly clues: readonly BankPayment[] };
const noParts: Parts = { payments: [], clues: [] };

/** The parts of a batch: real payments when each names its amount and together they are the booking, clues otherwise. */
function partsOf(details: readonly XmlElement[], shell: Shell, context: Omit<PaymentContext, 'amount'>): Parts {
  const amounts = details.map((detail) => {
    const magnitude = detailAmount(detail, shell.currency);
    return magnitude === null ? null : signed(magnitude, camtSign(detail) ?? shell.sign);
  });
  const build = (whole: readonly Cents[]): BankPayment[] =>
    details.map((detail, index) => camtPayment(detail, { ...context, amount: whole[index] ?? shell.amount }));
  const known = amounts.filter((amount) => amount !== null);
  const isSplit = known.length === details.length && sumForeignCents(known) === shell.amount;
  if (isSplit) return { payments: build(known), clues: [] };
  return { payments: [], clues: build(amounts.map((amount) => amount ?? cents(0))) };
}

const emptyDetails: XmlElement = { name: 'TxDtls', attributes: {}, children: [], text: '' };

/** The details of all groups of an entry, without the empty ones that some banks write, and what is said about its batches. */
function insideOf(groups: readonly XmlElement[]): { readonly details: readonly XmlElement[]; readonly batches: readonly XmlElement[] } {
  const details: XmlElement[] = [];
  const batches: XmlElement[] = [];
  for (const group of groups) {
    for (const child of group.children) {
      if (child.name === 'TxDtls' && child.children.length > 0) details.push(child);
      else if (child.name === 'Btch') batches.push(child);
    }
  }
  return { details, batches };
}

/** What a booking as a whole learns from its batch: the collection it belongs to, and what all its parts have in common. */
function wholePayment(whole: BankPayment, inside: Parts & { readonly batches: readonly XmlElement[] }): BankPayment {
  const { payments, clues, batches } = inside;
  if (batches.length === 0 && payments.length === 0 && clues.length === 0) return whole;
  return {
    ...whole,
    paymentInformationId:
      whole.paymentInformationId ?? batches.map((batch) => xmlText(batch, 'PmtInfId')).find((id) => id !== null) ?? null,
    returnReason: whole.returnReason ?? commonReason(payments.length > 0 ? payments : clues),
    isReturn: whole.isReturn || (payments.length > 0 && payments.every((payment) => payment.isReturn)),
  };
}

export type EntryOutcome = { readonly entry: BankEntry; readonly warning: Problem | null };

/** Reads one booking. Codes: bank-amount-unreadable, bank-date-unreadable, bank-entry-unreadable. */
export function camtEntry(element: XmlElement, context: EntryContext): Result<EntryOutcome, AppError> {
  const shell = shellOf(element, context);
  if (!shell.ok) return shell;
  const { amount, currency, sign } = shell.value;
  const { typeCode, isReturn } = typeCodeOf(element, context.memory);
  const { details, batches } = insideOf(xmlChildren(element, 'NtryDtls'));
  const fallbackText = xmlText(element, 'AddtlNtryInf');
  const { own } = context;
  const { payments, clues } =
    details.length > 1 ? partsOf(details, shell.value, { own, sign, currency, isReturn, fallbackText: null }) : noParts;
  const single = details.length === 1 ? (details[0] ?? emptyDetails) : emptyDetails;
  const whole = camtPayment(single, { own, sign, amount, currency, fallbackText, isReturn });
  const told = batches.reduce((sum, batch) => sum + Number(/^\d{1,7}$/.exec(xmlText(batch, 'NbOfTxs') ?? '')?.[0] ?? '0'), 0);
  const reversal = xmlText(element, 'RvslInd');
  const entry = bankEntry(wholePayment(whole, { payments, clues, batches }), {
    bookDate: shell.value.bookDate,
    valueDate: shell.value.valueDate,
    isReversal: reversal === 'true' || reversal === '1',
    bankRef: xmlText(element, 'AcctSvcrRef') ?? xmlText(single, 'Refs', 'AcctSvcrRef') ?? xmlText(element, 'NtryRef'),
    customerRef: presentInstruction(single),
    typeCode,
    batchSize: told > 1 ? told : details.length > 1 ? details.length : null,
    payments,
    clues,
    raw: context.source(),
    origin: context.place.path ?? '',
  });
  const warning =
    clues.length > 0 ? problem('warning', 'bank-batch-kept-whole', { count: clues.length, bookDate: entry.bookDate }, context.place) : null;
  return ok({ entry, warning });
}

const presentInstruction = (details: XmlElement): string | null => {
  const id = xmlText(details, 'Refs', 'InstrId');
  return id === 'NOTPROVIDED' ? null : id;
};

/** The reason that all parts of a returned batch share; null when they differ. */
function commonReason(parts: readonly BankPayment[]): string | null {
  if (parts.length === 0) return null;
  const reasons = new Set(parts.map((part) => part.returnReason));
  const [reason] = reasons;
  return reasons.size === 1 ? (reason ?? null) : null;
}
