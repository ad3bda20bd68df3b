/**
 * One transaction detail (TxDtls) of a camt message as a payment. Element names are those of ISO 20022; every version from 02 on is
 * read the same way, by looking in the places of all of them: `Dbtr/Nm` (02) and `Dbtr/Pty/Nm` (08), `BIC` and `BICFI`.
 */
import type { BankPayment, ForeignAmount } from '../../../../domain/bankStatement.ts';
import { normalizeAccount } from '../../../../domain/references/iban.ts';
import { presentId, structuredReference, type StructuredReference } from '../../../../domain/references/structuredReference.ts';
import type { Cents } from '../../../../../src-shared/money.ts';
import { xmlChild, xmlChildren, xmlText, type XmlElement } from '../../readXml.ts';
import { parseDotCents } from '../amountText.ts';
import { parseCodeWords } from '../codeWords.ts';
import { splitAccount, tidyText, type PaymentFields } from '../paymentFields.ts';

export type CamtAccount = { readonly account: string; readonly ownerName: string | null };

export type PaymentContext = {
  readonly own: CamtAccount;
  /** Direction of the booking: +1 money in, −1 money out. */
  readonly sign: 1 | -1;
  /** Signed. */
  readonly amount: Cents;
  readonly currency: string;
  /** Used when the detail says nothing itself. */
  readonly fallbackText: string | null;
  readonly isReturn: boolean;
};

/** Sub-families of bank transaction codes by which money is given back (ISO 20022 external bank transaction codes). */
export const returnCodes: ReadonlySet<string> = new Set(['RRTN', 'UPDD', 'PMDD', 'PRDD', 'RCDD', 'UPCT', 'PRCT', 'RPCR', 'RVTR']);

type Party = {
  readonly account: string | null;
  readonly bic: string | null;
  readonly name: string | null;
  readonly ultimateName: string | null;
};

const noParty: Party = { account: null, bic: null, name: null, ultimateName: null };

const partyName = (party: XmlElement | null): string | null =>
  xmlText(party, 'Nm') ?? xmlText(party, 'Pty', 'Nm') ?? xmlText(party, 'Agt', 'FinInstnId', 'Nm');

export const accountOf = (account: XmlElement | null): string | null =>
  xmlText(account, 'Id', 'IBAN') ?? xmlText(account, 'Id', 'Othr', 'Id') ?? xmlText(account, 'Id', 'PrtryAcct', 'Id');

const bicOf = (agent: XmlElement | null): string | null => xmlText(agent, 'FinInstnId', 'BICFI') ?? xmlText(agent, 'FinInstnId', 'BIC');

function partyOf(details: XmlElement, role: 'Dbtr' | 'Cdtr'): Party {
  const parties = xmlChild(details, 'RltdPties');
  if (parties === null) return { ...noParty, bic: bicOf(xmlChild(details, 'RltdAgts', role === 'Dbtr' ? 'DbtrAgt' : 'CdtrAgt')) };
  const ultimate = xmlChild(parties, role === 'Dbtr' ? 'UltmtDbtr' : 'UltmtCdtr');
  return {
    account: accountOf(xmlChild(parties, role === 'Dbtr' ? 'DbtrAcct' : 'CdtrAcct')),
    bic: bicOf(xmlChild(details, 'RltdAgts', role === 'Dbtr' ? 'DbtrAgt' : 'CdtrAgt')),
    name: partyName(xmlChild(parties, role)),
    ultimateName: partyName(ultimate),
  };
}

/** A party is the holder when its account is the holder's, or when it has no account and bears the holder's name. */
function isOwn(party: Party, own: CamtAccount): boolean {
  if (party.account !== null) return party.account === own.account || normalizeAccount(party.account) === own.account;
  return party.name !== null && party.name === own.ownerName;
}

/**
 * The other party: the debtor of money that came in, the creditor of money that went out. Some banks fill the other side for reversals
 * or put the holder on both sides, so a side that is the holder, or that is empty, gives way to the other.
 */
function otherParty(details: XmlElement, context: PaymentContext): Party {
  const expected = partyOf(details, context.sign === 1 ? 'Dbtr' : 'Cdtr');
  const isEmpty = expected.account === null && expected.name === null;
  if (!isEmpty && !isOwn(expected, context.own)) return expected;
  const opposite = partyOf(details, context.sign === 1 ? 'Cdtr' : 'Dbtr');
  return !isOwn(opposite, context.own) && (opposite.account !== null || opposite.name !== null) ? opposite : expected;
}

/** Pieces of 140 characters are one text that was cut; shorter ones are lines of their own (EPC guidelines allow one of 140). */
function joinUnstructured(pieces: readonly string[]): string {
  let text = '';
  pieces.forEach((piece, index) => {
    const previous = pieces[index - 1];
    if (previous !== undefined && previous.length < 140) text += ' ';
    text += piece;
  });
  return text;
}

type Remittance = {
  readonly text: string | null;
  readonly references: readonly StructuredReference[];
  readonly documentNumbers: readonly string[];
};

const noRemittance: Remittance = { text: null, references: [], documentNumbers: [] };

function remittanceOf(details: XmlElement): Remittance {
  const information = xmlChild(details, 'RmtInf');
  if (information === null) return noRemittance;
  const [only] = information.children;
  if (only !== undefined && information.children.length === 1 && only.name === 'Ustrd') {
    return { ...noRemittance, text: presentId(tidyText(only.text)) };
  }
  const pieces = xmlChildren(information, 'Ustrd').map((piece) => piece.text);
  const references: StructuredReference[] = [];
  const documentNumbers: string[] = [];
  const extra: string[] = [];
  for (const structured of xmlChildren(information, 'Strd')) {
    const creditor = xmlChild(structured, 'CdtrRefInf');
    const reference = structuredReference(xmlText(creditor, 'Ref') ?? '', xmlText(creditor, 'Tp', 'Issr') ?? proprietaryType(creditor));
    if (reference !== null) references.push(reference);
    for (const document of xmlChildren(structured, 'RfrdDocInf')) {
      const number = xmlText(document, 'Nb') ?? xmlText(document, 'RfrdDocNb');
      if (number !== null) documentNumbers.push(number);
    }
    for (const additional of xmlChildren(structured, 'AddtlRmtInf')) extra.push(additional.text);
  }
  const text = presentId(tidyText([joinUnstructured(pieces), ...extra].join(' ')));
  return { text, references, documentNumbers };
}

/** Swiss banks name their references by a proprietary type (QRR, ISR) instead of an issuer. */
const proprietaryType = (creditor: XmlElement | null): string | null => xmlText(creditor, 'Tp', 'CdOrPrtry', 'Prtry');

/** The first amount among the places of all versions that is not zero, in any currency, with where it may count. */
function amountAt(details: XmlElement, first: string, second?: string, third?: string): ForeignAmount | null {
  const element = xmlChild(details, first, second, third);
  const currency = element?.attributes['Ccy'];
  const amount = element === null ? null : parseDotCents(element.text);
  return amount === null || amount === 0 || currency === undefined ? null : { amount, currency };
}

/** The amount of a detail in the currency of its entry, unsigned; null when it names none. An amount of zero says nothing. */
export function detailAmount(details: XmlElement, currency: string): Cents | null {
  const places = [amountAt(details, 'Amt'), amountAt(details, 'AmtDtls', 'TxAmt', 'Amt'), amountAt(details, 'AmtDtls', 'InstdAmt', 'Amt')];
  return places.find((amount) => amount?.currency === currency)?.amount ?? null;
}

/** The amount as instructed in another currency than the account's. */
function instructedAmount(details: XmlElement, currency: string): ForeignAmount | null {
  const amounts = xmlChild(details, 'AmtDtls');
  const own = amountAt(details, 'Amt');
  if (amounts === null) return own !== null && own.currency !== currency ? own : null;
  const places = [amountAt(amounts, 'InstdAmt', 'Amt'), amountAt(amounts, 'TxAmt', 'Amt'), own];
  return places.find((amount) => amount !== null && amount.currency !== currency) ?? null;
}

/** Code words in a free text (ABN AMRO writes its MT940 layout there), or null. */
const wordsIn = (text: string | null): PaymentFields | null =>
  text === null || !text.includes('/') ? null : parseCodeWords(text.split(/\r\n|\r|\n/));

/** ABN AMRO cuts names in `Nm`; the whole name stands behind `/NAME/` of the free text. */
function longerName(name: string | null, fromText: string | null): string | null {
  if (name === null) return tidyText(fromText);
  const whole = tidyText(fromText);
  return whole !== null && whole.length > name.length && whole.toUpperCase().startsWith(name.toUpperCase()) ? whole : name;
}

export function camtPayment(details: XmlElement, context: PaymentContext): BankPayment {
  const party = otherParty(details, context);
  const references = xmlChild(details, 'Refs');
  const remittance = remittanceOf(details);
  const freeText = xmlText(details, 'AddtlTxInf') ?? context.fallbackText;
  const words = wordsIn(freeText);
  const returnReason = xmlText(details, 'RtrInf', 'Rsn', 'Cd') ?? xmlText(details, 'RtrInf', 'Rsn', 'Prtry');
  const fromWords = words?.reference ?? null;
  const { counterIban, counterAccount } = splitAccount(party.account ?? words?.account ?? null, context.own.account);
  const hasText = remittance.text !== null || remittance.references.length > 0;
  return {
    amount: context.amount,
    currency: context.currency,
    counterIban,
    counterAccount,
    counterBic: party.bic ?? words?.bic ?? null,
    counterName: longerName(tidyText(party.name), words?.name ?? null),
    ultimateName: tidyText(party.ultimateName ?? words?.ultimateName ?? null),
    ultimateId: tidyText(words?.ultimateId ?? null),
    remittance: hasText ? remittance.text : tidyText(words === null ? freeText : words.remittance),
    structuredReferences: remittance.references.length > 0 || fromWords === null ? remittance.references : [fromWords],
    documentNumbers: remittance.documentNumbers,
    endToEndId: presentId(xmlText(references, 'EndToEndId')) ?? presentId(words?.endToEndId ?? null),
    mandateId: presentId(xmlText(references, 'MndtId')) ?? presentId(words?.mandateId ?? null),
    creditorId: presentId(creditorIdOf(details)) ?? presentId(words?.creditorId ?? null),
    paymentInformationId: presentId(xmlText(references, 'PmtInfId')),
    returnReason: returnReason ?? words?.returnReason ?? null,
    isReturn: context.isReturn || returnReason !== null || returnCodes.has(xmlText(details, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') ?? ''),
    purpose: xmlText(details, 'Purp', 'Cd') ?? xmlText(details, 'Purp', 'Prtry'),
    instructed: instructedAmount(details, context.currency),
  };
}

/** The creditor scheme identification of a direct debit stands with the creditor. */
function creditorIdOf(details: XmlElement): string | null {
  const creditor = xmlChild(details, 'RltdPties', 'Cdtr');
  const identity = xmlChild(creditor, 'Id') ?? xmlChild(creditor, 'Pty', 'Id');
  const other = identity === null ? null : xmlChild(identity, 'PrvtId', 'Othr');
  if (other === null) return null;
  return xmlText(other, 'SchmeNm', 'Prtry') === 'SEPA' ? xmlText(other, 'Id') : null;
}
