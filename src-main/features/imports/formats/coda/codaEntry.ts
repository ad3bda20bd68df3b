/**
 * One booking of CODA: the movement (detail 0000) with its details. Only movements change the account. The details of a total are the
 * payments it consists of, and are told apart when together they are the booked amount; the details of a simple movement explain it
 * (charges, the gross amount, the exchange) and are never payments.
 */
import { matchingText, type BankEntry, type BankPayment } from '../../../../domain/bankStatement.ts';
import { appError, problem, type AppError, type Problem } from '../../../../../src-shared/errors.ts';
import { sumForeignCents } from '../../../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { noFields, paymentFromFields, tidyText, type PaymentFields } from '../paymentFields.ts';
import { isCorrection, isReturnCode } from './codaFields.ts';
import type { CodaMovement } from './codaMovement.ts';
import { informationFields, structuredFields, type CommunicationFields } from './communication.ts';

export type EntryContext = { readonly ownAccount: string; readonly currency: string; readonly file: string };

type Described = { readonly fields: PaymentFields; readonly customerRef: string | null };

/** Types 1 and 2 are totals; their reference names the batch, not a payment. */
const isTotal = ({ code }: CodaMovement): boolean => code.type === '1' || code.type === '2';
/** Types 8 and 9 explain; everything else that is a detail may be a payment. */
const isExplanation = ({ code }: CodaMovement): boolean => code.type === '8' || code.type === '9';

/** The free texts of the bank behind a movement, as one text: chains of records are one text that was cut. */
function informationText(movement: CodaMovement): string | null {
  const free = movement.information.filter(({ type }) => type === null || type === '002').map(({ text }) => text);
  return tidyText(free.join(''));
}

/** The communication, followed by what the bank says about it elsewhere when that is more than the same again. */
function remittanceOf(movement: CodaMovement, told: CommunicationFields): string | null {
  const own = tidyText(told.remittance ?? null);
  const extra = informationText(movement);
  if (own === null) return told.reference === undefined || told.reference === null ? extra : null;
  if (extra === null || movement.communicationType !== null || matchingText(own).includes(matchingText(extra))) return own;
  return matchingText(extra).includes(matchingText(own)) ? extra : `${own} ${extra}`;
}

/** The name beside the account is cut at 35 characters; the information record has 70. */
function nameOf(short: string, long: string): string | null {
  const whole = tidyText(long);
  const cut = tidyText(short);
  if (cut === null) return whole;
  return whole?.toUpperCase().startsWith(cut.toUpperCase()) === true ? whole : cut;
}

function describe(movement: CodaMovement, currency: string): Described {
  const text = movement.text.join('');
  const told = movement.communicationType === null ? { remittance: text } : structuredFields(movement.communicationType, text);
  const isMoneyIn = movement.amount >= 0;
  const added: CommunicationFields = Object.assign(
    {},
    ...movement.information.map(({ type, text: content }) => (type === null ? {} : informationFields(type, content, isMoneyIn))),
  );
  const instructed = told.instructed ?? added.instructed ?? null;
  const saysMore = instructed !== null && (instructed.currency !== currency || instructed.amount !== Math.abs(movement.amount));
  const reason = /^[A-Z0-9]{4}$/.exec(movement.returnReason)?.[0] ?? told.returnReason ?? null;
  const isReturned = /[1-5]/.test(movement.returnType) || told.isReturn === true;
  const fields: PaymentFields = {
    ...noFields,
    account: movement.counterAccount,
    bic: movement.counterBic,
    name: nameOf(movement.counterName === '' ? (told.name ?? '') : movement.counterName, added.name ?? ''),
    ultimateName: added.ultimateName ?? null,
    ultimateId: added.ultimateId ?? null,
    remittance: remittanceOf(movement, told),
    reference: told.reference ?? null,
    mandateId: told.mandateId ?? null,
    creditorId: told.creditorId ?? null,
    endToEndId: isTotal(movement) ? null : movement.customerReference,
    paymentInformationId: isTotal(movement) ? movement.customerReference : null,
    returnReason: isReturned ? reason : null,
    isReturn: isReturned || isReturnCode(movement.code),
    purpose: movement.purpose,
    instructed: saysMore ? instructed : null,
  };
  return { fields, customerRef: told.customerRef === undefined || told.customerRef === '' ? null : told.customerRef };
}

/** The categories of the amount itself among explaining details: net and gross (CODA 2.6, annex 2); the others are charges and taxes. */
const amountCategories: ReadonlySet<string> = new Set(['000', '100']);

/** Fills what the movement leaves open with what its gross amount says: the reference and the amount the payer instructed. */
function withExplanation(described: Described, details: readonly CodaMovement[], context: EntryContext): Described {
  const gross = details.find((detail) => isExplanation(detail) && amountCategories.has(detail.code.category));
  if (gross === undefined) return described;
  const { fields } = describe(gross, context.currency);
  const own = described.fields;
  return {
    ...described,
    fields: {
      ...own,
      account: own.account ?? fields.account,
      name: own.name ?? fields.name,
      remittance: own.remittance ?? fields.remittance,
      reference: own.reference ?? fields.reference,
      instructed: own.instructed ?? fields.instructed,
    },
  };
}

type OpenGroup = { readonly code: string; readonly head: CodaMovement | null; hasParts: boolean };

/**
 * The payments at the bottom of a total. The same globalisation code stands on the first and on the last record of a group, and groups
 * stand inside each other; the head of a group that has parts is a total itself and is left out (CODA 2.6, record 2.1, column 125).
 */
function bottomParts(main: CodaMovement, details: readonly CodaMovement[]): readonly CodaMovement[] {
  const totals = new Set<CodaMovement>();
  const open: OpenGroup[] = /[1-9]/.test(main.globalisation) ? [{ code: main.globalisation, head: null, hasParts: false }] : [];
  const closeFrom = (index: number): void => {
    for (const { head, hasParts } of open.splice(index)) if (head !== null && hasParts) totals.add(head);
  };
  for (const detail of details) {
    const group = open.at(-1);
    if (group !== undefined && !isExplanation(detail)) group.hasParts = true;
    if (!/[1-9]/.test(detail.globalisation)) continue;
    const opened = open.findLastIndex(({ code }) => code === detail.globalisation);
    if (opened === -1) open.push({ code: detail.globalisation, head: detail, hasParts: false });
    else closeFrom(opened);
  }
  closeFrom(0);
  return details.filter((detail) => !isExplanation(detail) && !totals.has(detail));
}

/** The payments a total consists of: the first reading of its details that adds up to it; empty when none does. */
function partsOf(main: CodaMovement, details: readonly CodaMovement[]): readonly CodaMovement[] {
  const parts = details.filter((detail) => !isExplanation(detail));
  const ofType = (type: string): readonly CodaMovement[] => parts.filter(({ code }) => code.type === type);
  const readings = [bottomParts(main, details), parts, ofType('5'), ofType('6'), ofType('7')];
  return readings.find((reading) => reading.length > 0 && sumForeignCents(reading.map(({ amount }) => amount)) === main.amount) ?? [];
}

/** The reason that all parts of a returned batch share; null when they differ. */
function commonReason(parts: readonly BankPayment[]): string | null {
  const reasons = new Set(parts.map(({ returnReason }) => returnReason));
  const [reason] = reasons;
  return reasons.size === 1 ? (reason ?? null) : null;
}

export type CodaEntry = { readonly entry: BankEntry; readonly warning: Problem | null };

/** Builds the booking. Code bank-date-unreadable when neither the entry date nor the value date says when it was. */
export function codaEntry(main: CodaMovement, details: readonly CodaMovement[], context: EntryContext): Result<CodaEntry, AppError> {
  const place = { file: context.file, line: main.line };
  const bookDate = main.bookDate ?? main.valueDate;
  if (bookDate === null) return err(appError('bank-date-unreadable', { text: main.raw[0]?.slice(0, 80) ?? '' }, place));
  const { fields, customerRef } = withExplanation(describe(main, context.currency), isTotal(main) ? [] : details, context);
  const asPayment = (movement: CodaMovement): BankPayment =>
    paymentFromFields(describe(movement, context.currency).fields, { ...context, amount: movement.amount });
  const candidates = main.code.type === '3' ? [] : details.filter((detail) => !isExplanation(detail));
  const split = candidates.length === 0 ? [] : partsOf(main, details);
  const payments = split.map(asPayment);
  const clues =
    split.length > 0
      ? []
      : bottomParts(main, details)
          .filter((detail) => candidates.includes(detail))
          .map(asPayment);
  const whole = paymentFromFields(fields, { ...context, amount: main.amount });
  const all = [main, ...details];
  const last = all.at(-1) ?? main;
  const entry: BankEntry = {
    ...whole,
    returnReason: whole.returnReason ?? commonReason(payments),
    isReturn: whole.isReturn || (payments.length > 0 && payments.every(({ isReturn }) => isReturn)),
    bookDate,
    valueDate: main.valueDate ?? bookDate,
    isReversal: isCorrection(main.code) || main.returnType === '4',
    bankRef: tidyText(main.bankRef),
    customerRef,
    typeCode: main.code.text,
    batchSize: payments.length > 0 ? payments.length : clues.length > 0 ? clues.length : null,
    payments,
    clues,
    raw: all.flatMap(({ raw }) => raw).join('\n'),
    origin: last.lastLine > main.line ? `line ${main.line}-${last.lastLine}` : `line ${main.line}`,
  };
  const warning = clues.length > 0 ? problem('warning', 'bank-batch-kept-whole', { count: clues.length, bookDate }, place) : null;
  return ok({ entry, warning });
}
