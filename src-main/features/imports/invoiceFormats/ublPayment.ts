/** How a UBL document asks to be paid: accounts, references, terms, and the reasons not to ask for the money at all. */
import { parseBic } from '../../../../src-shared/identifiers/bic.ts';
import { parseIban } from '../../../domain/receivable/identifiers/iban.ts';
import type { CollectHold, ParsedAccount } from '../../../domain/receivable/parsedDocument.ts';
import { looksLikeIban, normalizeAccount } from '../../../domain/references/iban.ts';
import { findOgms, formatOgm } from '../../../domain/references/ogm.ts';
import { type Cents, zeroCents } from '../../../../src-shared/money.ts';
import { type XmlElement, xmlChild, xmlChildren, xmlText } from '../readXml.ts';
import { readDecimalAmount } from './decimalAmount.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const ublPaymentTerms = (document: XmlElement): readonly string[] =>
  xmlChildren(document, 'PaymentTerms').flatMap((terms) => xmlChildren(terms, 'Note').flatMap((note) => oneLine(note.text) || []));

export const ublNotes = (document: XmlElement): readonly string[] =>
  xmlChildren(document, 'Note').flatMap((note) => note.text.trim() || []);

/** Codes of UNCL 4461, each once, in the order of the file. */
export const ublPaymentMeansCodes = (document: XmlElement): readonly string[] => [
  ...new Set(xmlChildren(document, 'PaymentMeans').flatMap((means) => xmlText(means, 'PaymentMeansCode') ?? [])),
];

/** An account as an invoice writes it; what only looks like an IBAN stays visible but is not usable for payment. */
export function readAccount(asWritten: string): ParsedAccount {
  const account = normalizeAccount(asWritten);
  const iban = looksLikeIban(account) ? account : null;
  return { asWritten, iban, isValidIban: parseIban(account) !== null, bic: null, role: null, amount: null };
}

/**
 * The accounts to pay to. In the Dutch G-account extension each PaymentMeans has an id (BENEFICIARY, GACCOUNT) and a PaymentTerms with
 * that id says which part of the claim goes there.
 */
export function ublAccounts(document: XmlElement): readonly ParsedAccount[] {
  const parts = new Map<string, Cents>();
  for (const terms of xmlChildren(document, 'PaymentTerms')) {
    const [id, amount] = [xmlText(terms, 'PaymentMeansID'), readDecimalAmount(xmlText(terms, 'Amount') ?? '')];
    if (id !== null && amount !== null) parts.set(id, amount.amount);
  }
  return xmlChildren(document, 'PaymentMeans').flatMap((means) => {
    const account = xmlChild(means, 'PayeeFinancialAccount');
    const written = xmlText(account, 'ID');
    if (written === null) return [];
    const bic =
      xmlText(account, 'FinancialInstitutionBranch', 'ID') ?? xmlText(account, 'FinancialInstitutionBranch', 'FinancialInstitution', 'ID');
    const role = xmlText(means, 'ID');
    const amount = role === null ? null : (parts.get(role) ?? null);
    return { ...readAccount(written), bic: bic === null ? null : parseBic(bic), role: amount === null ? null : role, amount };
  });
}

/** BT-83, or in old Belgian files the structured communication that stands in the terms. */
export function ublPaymentReference(document: XmlElement, terms: readonly string[]): string | null {
  for (const means of xmlChildren(document, 'PaymentMeans')) {
    for (const id of xmlChildren(means, 'PaymentID')) if (id.text.trim() !== '') return oneLine(id.text);
  }
  for (const text of terms) {
    const ogm = /[+*]{3}/.test(text) ? findOgms(text).find((found) => found.isValid) : undefined;
    if (ogm !== undefined) return formatOgm(ogm.digits);
  }
  return null;
}

/** The buyer's own account from a direct debit mandate, without spaces; null when none is given. */
export function ublPayerAccount(document: XmlElement): string | null {
  for (const means of xmlChildren(document, 'PaymentMeans')) {
    const account = xmlText(means, 'PaymentMandate', 'PayerFinancialAccount', 'ID') ?? xmlText(means, 'PayerFinancialAccount', 'ID');
    if (account !== null) return normalizeAccount(account);
  }
  return null;
}

const directDebitWords =
  /\bautomatische incasso\b|\bincasso\b(?! ?(?:kosten|bureau|traject))|automatisch (?:af|ge)|domicili[eë]r|domiciliation|lastschrift|pr[ée]l[èe]vement|direct debit/i;

/** Means codes of UNCL 4461 that say that the money comes or came another way. */
const holdByMeansCode: ReadonlyMap<string, CollectHold['reason']> = new Map([
  ['49', 'direct-debit'],
  ['59', 'direct-debit'],
  ['10', 'probably-paid'],
  ['48', 'probably-paid'],
  ['54', 'probably-paid'],
  ['55', 'probably-paid'],
  ['97', 'set-off'],
]);

export type HoldEvidence = {
  readonly document: XmlElement;
  readonly typeCode: string | null;
  readonly terms: readonly string[];
  readonly accounts: readonly ParsedAccount[];
  /** Name of a payee that is not the seller. */
  readonly otherPayee: string | null;
  readonly payable: Cents;
  readonly prepaid: Cents;
};

/** Everything in a document that speaks against sending a reminder before the user has decided. Each reason once, with what showed it. */
export function ublCollectHolds({
  document,
  typeCode,
  terms,
  accounts,
  otherPayee,
  payable,
  prepaid,
}: HoldEvidence): readonly CollectHold[] {
  const holds: CollectHold[] = [];
  const add = (reason: CollectHold['reason'], evidence: string): void => {
    if (!holds.some((hold) => hold.reason === reason)) holds.push({ reason, evidence });
  };
  for (const code of ublPaymentMeansCodes(document)) {
    const reason = holdByMeansCode.get(code);
    if (reason !== undefined) add(reason, `PaymentMeansCode ${code}`);
  }
  const instructions = xmlChildren(document, 'PaymentMeans').flatMap((means) => xmlText(means, 'InstructionNote') ?? []);
  for (const text of [...terms, ...instructions]) if (directDebitWords.test(text)) add('direct-debit', text.slice(0, 200));
  for (const note of ublNotes(document)) {
    const words = /automatische incasso|per domicili[eë]ring|SEPA[- ]Lastschrift/i.exec(note);
    if (words !== null) add('direct-debit', oneLine(note.slice(Math.max(0, words.index - 60), words.index + 120)));
  }
  if (typeCode === '393') add('factored', 'InvoiceTypeCode 393');
  if (otherPayee !== null) add('factored', otherPayee);
  if (typeCode === '325') add('not-a-claim', 'InvoiceTypeCode 325');
  if (accounts.filter((account) => account.role !== null).length > 1) {
    add('split-account', accounts.flatMap((account) => account.role ?? []).join(', '));
  }
  if (prepaid > zeroCents && payable <= zeroCents) add('prepaid', 'PrepaidAmount');
  return holds;
}
