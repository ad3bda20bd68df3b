/**
 * Structured communications: what a payment says, by the type the bank gives it (Febelfin CODA 2.6, annex 3). Positions are counted
 * from the first character behind the type. Types that say nothing about who paid or for what give no fields.
 */
import { structuredReference, type StructuredReference } from '../../../../domain/references/structuredReference.ts';
import type { ForeignAmount } from '../../../../domain/bankStatement.ts';
import { solidReference, type PaymentFields } from '../paymentFields.ts';
import { codaMagnitude } from './codaFields.ts';

export type CommunicationFields = Partial<PaymentFields> & { readonly customerRef?: string };

/** Twelve digits of the Belgian structured communication, and whatever stands behind them. */
function ogm(text: string): CommunicationFields {
  return { reference: solidReference(text.slice(0, 12), 'BBA'), remittance: text.slice(12) };
}

/** 105: 15 gross in the account's currency, 15 gross in the original one, 12 rate, 3 currency, 12 reference, 2 country, 15 in euro. */
function originalAmount(text: string): CommunicationFields {
  const amount = codaMagnitude(text.slice(15, 30));
  const currency = /^[A-Z]{3}$/.exec(text.slice(42, 45))?.[0];
  const instructed: ForeignAmount | null = amount === null || currency === undefined ? null : { amount, currency };
  return { instructed, reference: referenceUnlessZero(text.slice(45, 57)) };
}

const referenceUnlessZero = (digits: string): StructuredReference | null =>
  /^\d{12}$/.test(digits) && !/^0+$/.test(digits) ? structuredReference(digits, 'BBA') : null;

/** 107, direct debits before SEPA: 12 number, 6 date, 30 communication, 1 paid (0) or why not, 11 creditor. */
function oldDirectDebit(text: string): CommunicationFields {
  const result = text.slice(48, 49).trim();
  return {
    mandateId: text.slice(0, 12),
    remittance: text.slice(18, 48),
    creditorId: text.slice(49, 60),
    isReturn: result !== '' && result !== '0',
  };
}

/** 113, paid by card: 16 card, 1 scheme, 6 terminal, 6 number, 6 date, 4 time, 1 type, 26 shop, 15 original amount, 12 rate, 3 currency. */
function cardPayment(text: string): CommunicationFields {
  const shop = text.slice(40, 66);
  const amount = codaMagnitude(text.slice(66, 81));
  const currency = /^[A-Z]{3}$/.exec(text.slice(93, 96))?.[0];
  return { name: shop, remittance: shop, instructed: amount === null || currency === undefined ? null : { amount, currency } };
}

/** 114, received by card: 1 scheme, 6 terminal, 3 period, 6 number, 6 date, 4 time, 1 type, 26 terminal, 16 reference. */
const cardReceipt = (text: string): CommunicationFields => ({ remittance: text.slice(27, 53), customerRef: text.slice(53, 69).trim() });

/** 115, cash paid in: … 15 amount, 1 conformity, 1 whether a structured communication follows, 12 that communication. */
function cashDeposit(text: string): CommunicationFields {
  return text.slice(67, 68) === '1' ? { reference: referenceUnlessZero(text.slice(68, 80)) } : { remittance: text.slice(68, 80) };
}

/** Why a SEPA direct debit was not paid, when only the result column tells. */
const unpaidResults: ReadonlySet<string> = new Set(['1', '2', '3', '4']);

/** 127: 6 date, 1 type, 1 scheme, 1 result, 35 creditor, 35 mandate, 62 communication, 1 kind of return, 4 reason. */
function sepaDirectDebit(text: string): CommunicationFields {
  const isReturn = unpaidResults.has(text.slice(8, 9)) || /[1-9]/.test(text.slice(141, 142));
  return {
    creditorId: text.slice(9, 44),
    mandateId: text.slice(44, 79),
    remittance: text.slice(79, 141),
    isReturn,
    returnReason: isReturn ? (/^[A-Z0-9]{4}$/.exec(text.slice(142, 146))?.[0] ?? null) : null,
  };
}

const readers: ReadonlyMap<string, (text: string) => CommunicationFields> = new Map<string, (text: string) => CommunicationFields>([
  ['100', (text) => ({ reference: solidReference(text.slice(0, 25), 'ISO'), remittance: text.slice(25) })],
  ['101', ogm],
  ['102', ogm],
  ['103', (text) => ({ customerRef: text.slice(0, 12).trim(), remittance: text.slice(0, 12) })],
  ['105', originalAmount],
  ['106', () => ({})],
  ['107', oldDirectDebit],
  ['108', () => ({})],
  ['111', (text) => ({ remittance: text.slice(35, 61) })],
  ['113', cardPayment],
  ['114', cardReceipt],
  ['115', cashDeposit],
  ['124', (text) => ({ customerRef: text.slice(21, 33).trim(), remittance: text.slice(21, 33) })],
  ['127', sepaDirectDebit],
]);

/** What a structured communication of records 2.x says. The text of a type without a layout here is kept as it is. */
export function structuredFields(type: string, text: string): CommunicationFields {
  const read = readers.get(type);
  return read === undefined ? { remittance: text } : read(text);
}

/**
 * What a structured communication of records 3.x adds. 001: 70 name, 35 street, 35 place; 002: four lines of the bank; 008 and 009: the
 * party behind the creditor or the debtor, 70 name, 35 identification; 006: 30 text, 3 currency, 15 amount.
 */
export function informationFields(type: string, text: string, isMoneyIn: boolean): CommunicationFields {
  if (type === '001') return { name: text.slice(0, 70) };
  if (type === '002') return { remittance: text.slice(0, 140) };
  if (type === (isMoneyIn ? '009' : '008')) return { ultimateName: text.slice(0, 70), ultimateId: text.slice(70, 105) };
  if (type === '006') {
    const currency = /^[A-Z]{3}$/.exec(text.slice(30, 33))?.[0];
    const amount = codaMagnitude(text.slice(33, 48));
    return { instructed: amount === null || currency === undefined ? null : { amount, currency } };
  }
  return {};
}
