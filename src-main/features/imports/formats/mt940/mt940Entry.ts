/** One booking of MT940: a statement line (:61:) with the descriptions (:86:) behind it. */
import type { BankEntry } from '../../../../domain/bankStatement.ts';
import { isValidBetalingskenmerk } from '../../../../domain/references/betalingskenmerk.ts';
import { looksLikeIban, normalizeAccount } from '../../../../domain/references/iban.ts';
import { presentId } from '../../../../domain/references/structuredReference.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import { bankEntry } from '../bankEntry.ts';
import { parseCodeWords } from '../codeWords.ts';
import { noFields, paymentFromFields, solidReference, tidyText, type PaymentFields } from '../paymentFields.ts';
import { parseColumns } from './columns.ts';
import type { Dialect } from './dialect.ts';
import { parseOldIng, parseOldKnab, parsePlain, parseVolksbank, parseWrapped } from './freeText.ts';
import type { Field } from './messages.ts';
import { supplementaryWords, type StatementLine } from './statementLine.ts';
import { parseSubfields } from './subfields.ts';

export type EntrySource = {
  readonly line: StatementLine;
  readonly field: Field;
  readonly descriptions: readonly Field[];
  readonly dialect: Dialect;
  readonly ownAccount: string;
  readonly currency: string;
  /** When the bank gives no entry date. */
  readonly bookDate: PlainDateText;
};

/** The layouts that tell themselves, then those that only the bank tells. */
function describe(lines: readonly string[], dialect: Dialect): PaymentFields {
  if (lines.length === 0) return noFields;
  const known = parseCodeWords(lines) ?? parseSubfields(lines) ?? parseColumns(lines) ?? parseOldKnab(lines);
  if (known !== null) return known;
  if (dialect === 'volksbank') return parseVolksbank(lines);
  if (dialect === 'ing-old') return parseOldIng(lines);
  return dialect === 'rabobank-old' ? parsePlain(lines) : parseWrapped(lines);
}

/** Names of code words that stand in the place of the customer reference and say where it is to be found. */
const referenceWords: ReadonlySet<string> = new Set(['EREF', 'PREF', 'MARF', 'CREF', 'KREF', 'KREF+', 'EREF+', 'NONREF', 'N', '']);

/** What the statement line itself says, besides amount and dates. */
function fieldsOfLine({ line, dialect }: EntrySource): { fields: Partial<PaymentFields>; customerRef: string | null } {
  const reference = line.reference.trim();
  if (dialect === 'rabobank') {
    // MT940S: the second line is the account of the other party.
    const account = line.supplementary.split('\n')[0]?.trim() ?? '';
    return { fields: account === '' ? {} : { account }, customerRef: ownReference(reference) };
  }
  if (dialect === 'rabobank-old') {
    // MT940A: sixteen columns for the account, then the name.
    const account = line.reference.slice(0, 16).trim();
    const name = line.reference.slice(16).trim();
    return { fields: { ...(account === 'NONREF' ? {} : { account }), ...(name === '' ? {} : { name }) }, customerRef: null };
  }
  if (dialect === 'volksbank') {
    const name = line.supplementary.split('\n')[0]?.trim() ?? '';
    const fields = { ...(reference === '' ? {} : { account: reference }), ...(name === '' ? {} : { name }) };
    const kenmerk = line.bankRef !== null && /^\d{16}$/.test(line.bankRef) ? solidReference(line.bankRef, 'CUR') : null;
    return { fields: kenmerk === null ? fields : { ...fields, reference: kenmerk }, customerRef: null };
  }
  const structured = /^\d{16}$/.test(reference) && isValidBetalingskenmerk(reference) ? solidReference(reference, 'CUR') : null;
  if (structured !== null) return { fields: { reference: structured }, customerRef: null };
  return { fields: accountInReference(reference), customerRef: ownReference(reference) };
}

const ownReference = (reference: string): string | null => (referenceWords.has(reference) ? null : presentId(reference));

/** Knab and Van Lanschot put the account of the other party there. */
const accountInReference = (reference: string): Partial<PaymentFields> =>
  looksLikeIban(normalizeAccount(reference)) || /^\d{10}$/.test(reference) ? { account: reference } : {};

/**
 * The description goes before the statement line, except that an account number beats none and a longer name a shorter. The amount as
 * instructed only ever stands in the statement line.
 */
function combine(
  described: PaymentFields,
  ofLine: Partial<PaymentFields>,
  { line, extra }: { line: StatementLine; extra: string | null },
): PaymentFields {
  return {
    account: described.account ?? ofLine.account ?? null,
    bic: described.bic,
    name: tidyText(described.name) ?? ofLine.name ?? null,
    ultimateName: described.ultimateName,
    ultimateId: described.ultimateId,
    remittance: tidyText(described.remittance) ?? extra,
    reference: described.reference ?? ofLine.reference ?? null,
    endToEndId: described.endToEndId,
    mandateId: described.mandateId,
    creditorId: described.creditorId,
    paymentInformationId: described.paymentInformationId,
    returnReason: described.returnReason,
    isReturn: described.isReturn || line.isReversal || returnTypes.has(line.type),
    purpose: described.purpose,
    instructed: line.instructed,
    batchSize: described.batchSize,
  };
}

/** Bank codes of returned, refused and refunded payments: ABN AMRO 244-246, 651, 657; Rabobank 501-503, 526, 527. */
const returnTypes: ReadonlySet<string> = new Set(['NRTI', 'N244', 'N245', 'N246', 'N651', 'N657', 'N501', 'N502', 'N503', 'N526', 'N527']);

/** The lines of all descriptions, without blank ones. */
function describedLines(descriptions: readonly Field[]): readonly string[] {
  const [only] = descriptions;
  const all = only !== undefined && descriptions.length === 1 ? only.lines : descriptions.flatMap(({ lines }) => lines);
  return all.every((text) => /\S/.test(text)) ? all : all.filter((text) => /\S/.test(text));
}

const lastLine = (fields: readonly Field[]): number =>
  fields.reduce((last, field) => Math.max(last, field.line + field.lines.length - 1), 0);

export function mt940Entry(source: EntrySource): BankEntry {
  const { line, field, descriptions } = source;
  const lines = describedLines(descriptions);
  const { fields, customerRef } = fieldsOfLine(source);
  const code = line.supplementary === '' ? undefined : /\/TRCD\/(\d{3,5})/.exec(line.supplementary.replace(/\s/g, ''))?.[1];
  // Without a description the further lines of the statement line are all there is, unless they only hold bank codes.
  const isAll = source.dialect === 'other' && lines.length === 0 && !supplementaryWords.test(line.supplementary);
  const extra = isAll ? tidyText(line.supplementary) : null;
  const combined = combine(describe(lines, source.dialect), fields, { line, extra });
  const payment = paymentFromFields(combined, { amount: line.amount, currency: source.currency, ownAccount: source.ownAccount });
  const all = [field, ...descriptions];
  const end = lastLine(all);
  return bankEntry(payment, {
    bookDate: line.bookDate ?? source.bookDate,
    valueDate: line.valueDate,
    isReversal: line.isReversal,
    bankRef: line.bankRef,
    customerRef,
    typeCode: code === undefined ? line.type || null : `${line.type}/${code}`,
    batchSize: combined.batchSize,
    payments: [],
    clues: [],
    raw: all.map((one) => `:${one.tag}:${one.lines.join('\n')}`).join('\n'),
    origin: end > field.line ? `line ${field.line}-${end}` : `line ${field.line}`,
  });
}
