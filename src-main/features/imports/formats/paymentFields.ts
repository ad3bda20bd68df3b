/**
 * What a description says about a payment, before it is joined to an amount: the common ground of the text layouts of MT940 and of
 * the texts that banks put in other formats.
 */
import type { BankPayment, ForeignAmount } from '../../../domain/bankStatement.ts';
import { looksLikeIban, normalizeAccount } from '../../../domain/references/iban.ts';
import { presentId, structuredReference, type StructuredReference } from '../../../domain/references/structuredReference.ts';
import type { Cents } from '../../../../src-shared/money.ts';

export type PaymentFields = {
  /** As written: an IBAN, a national number, or anything else that stood in the place of the account. */
  readonly account: string | null;
  readonly bic: string | null;
  readonly name: string | null;
  readonly ultimateName: string | null;
  readonly ultimateId: string | null;
  readonly remittance: string | null;
  readonly reference: StructuredReference | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly creditorId: string | null;
  readonly paymentInformationId: string | null;
  readonly returnReason: string | null;
  readonly isReturn: boolean;
  readonly purpose: string | null;
  readonly instructed: ForeignAmount | null;
  readonly batchSize: number | null;
};

export const noFields: PaymentFields = {
  account: null,
  bic: null,
  name: null,
  ultimateName: null,
  ultimateId: null,
  remittance: null,
  reference: null,
  endToEndId: null,
  mandateId: null,
  creditorId: null,
  paymentInformationId: null,
  returnReason: null,
  isReturn: false,
  purpose: null,
  instructed: null,
  batchSize: null,
};

/** Text with runs of white space as one blank and without control and direction characters; null when nothing is left. */
export function tidyText(text: string | null): string | null {
  if (text === null) return null;
  // Most texts are tidy as they stand: printable, without double blanks, and with none at either end.
  if (/^[!-~]+(?: [!-~]+){0,200}$/.test(text)) return text;
  const tidy = text
    // eslint-disable-next-line no-control-regex -- control characters of foreign files are what is removed here
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return tidy === '' ? null : tidy;
}

/** A value without any white space: identifications and account numbers are broken over lines. Null when empty. */
export function solidText(text: string | null): string | null {
  const solid = text === null ? '' : text.replace(/\s/g, '');
  return solid === '' ? null : solid;
}

/** Where an account number belongs: an IBAN by its shape, anything else as it is; zeros only and empty count as none. */
export function splitAccount(account: string | null, ownAccount: string): { counterIban: string | null; counterAccount: string | null } {
  const normalized = account === null ? '' : normalizeAccount(account);
  if (normalized === '' || normalized === ownAccount) return { counterIban: null, counterAccount: null };
  if (looksLikeIban(normalized)) return { counterIban: normalized, counterAccount: null };
  const isNone = normalized === 'NONREF' || /^0+$/.test(normalized);
  return { counterIban: null, counterAccount: isNone ? null : normalized };
}

/** Fields as a payment of an amount. Words that stand for "no identification" become null. */
export function paymentFromFields(
  fields: PaymentFields,
  context: { readonly amount: Cents; readonly currency: string; readonly ownAccount: string },
): BankPayment {
  const { counterIban, counterAccount } = splitAccount(fields.account, context.ownAccount);
  return {
    amount: context.amount,
    currency: context.currency,
    counterIban,
    counterAccount,
    counterBic: solidText(fields.bic),
    counterName: tidyText(fields.name),
    ultimateName: tidyText(fields.ultimateName),
    ultimateId: tidyText(fields.ultimateId),
    remittance: tidyText(fields.remittance),
    structuredReferences: fields.reference === null ? [] : [fields.reference],
    documentNumbers: [],
    endToEndId: presentId(tidyText(fields.endToEndId)),
    mandateId: presentId(tidyText(fields.mandateId)),
    creditorId: presentId(solidText(fields.creditorId)),
    paymentInformationId: presentId(tidyText(fields.paymentInformationId)),
    returnReason: presentId(solidText(fields.returnReason)),
    isReturn: fields.isReturn || fields.returnReason !== null,
    purpose: presentId(solidText(fields.purpose)),
    instructed: fields.instructed,
  };
}

/** A structured reference whose digits or letters may be broken over lines. */
export const solidReference = (text: string, issuer: string | null): StructuredReference | null =>
  structuredReference(text.replace(/\s/g, ''), issuer);
